// Words for what the store room says no to (places, lots, papers, stocktake, packing units, labels), English.
import type { SameKeys } from '../same-keys.ts';
import type { stockErrors as source } from '../zh-CN/stock-errors.ts';

export const stockErrors = {
  // catalogue
  'pack-unit-taken': {
    title: 'This packing unit is there twice',
    detail: 'Unit: {{unit}}',
    next: "Give each packing unit once, and never the item's own unit.",
  },
  'pack-unit-measure': {
    title: 'This packing unit is a weight or volume with another meaning',
    detail: 'Unit: {{unit}}',
    next: 'Weights and volumes mean what the law says; use bag, case or box for packs.',
  },
  'rule-short-life': {
    title: 'The rule for short-lived goods is half filled in',
    detail: '',
    next: 'Fill in both "lives no longer than" and "days left at least", or neither.',
  },
  'labels-none': {
    title: 'No label is chosen',
    detail: '',
    next: 'Add at least one line and say how many.',
  },
  'label-too-small': {
    title: 'The label is too small for what it must show',
    detail: 'Code: {{code}}\nLabel: {{label}}',
    next: 'Nothing was printed. Take a larger label, or shorten name and specification.',
  },
  'label-code-characters': {
    title: 'The code has characters no barcode can carry',
    detail: 'Code: {{code}}',
    next: 'Nothing was printed. Use letters, digits and common signs; change the code first.',
  },
  // places
  'place-name-taken': {
    title: 'There is a place of this name',
    detail: 'Name: {{name}}',
    next: 'Choose another name.',
  },
  'place-not-empty': {
    title: 'Goods stand at this place; it cannot be closed',
    detail: '{{lots}} lots are there',
    next: 'Transfer them elsewhere first, then close it.',
  },
  'place-is-shop': {
    title: 'The shop floor cannot be closed',
    detail: 'The counter hands out from there.',
    next: 'Its name may be changed.',
  },
  'place-same': {
    title: 'The goods would stay where they are',
    detail: '',
    next: 'Choose another place to move them to.',
  },
  'place-closed': {
    title: 'This place is closed',
    detail: 'Place: {{place}}',
    next: 'Choose a place in use.',
  },
  // lots and papers
  'lot-held-already': {
    title: 'This lot is on hold already',
    detail: 'Lot: {{tag}}\nReason: {{reason}}',
    next: 'Nothing more to do; release it before handing it out.',
  },
  'lot-not-held': {
    title: 'This lot is not on hold',
    detail: 'Lot: {{tag}}',
    next: 'Nothing was changed; it can be handed out.',
  },
  'lines-empty': { title: 'The paper has no lines', detail: '', next: 'Add at least one line of goods.' },
  'line-twice': {
    title: 'The same lot stands in two lines',
    detail: 'Again in line {{row}}',
    next: 'Make it one line.',
  },
  'tag-check': {
    title: 'The number of the label has a wrong character',
    detail: 'Number: {{tag}}',
    next: 'Scan it again, or type it again from the label.',
  },
  'already-reversed': {
    title: 'This paper was reversed already',
    detail: 'Number: {{number}}\nReversed: {{endDay}}',
    next: 'The books were not touched again; there is nothing to do.',
  },
  'reversal-negative': {
    title: 'Reversing would make the stock negative; it was not done',
    detail: '{{item}} (lot {{tag}})\nFrom {{day}} on {{missing}} would be missing',
    next: 'The books were not changed. Reverse the later papers that used these goods first; what was handed out stays.',
  },
  'witness-missing': {
    title: 'No witness is named',
    detail: '',
    next: 'A loss needs a witness who was there.',
  },
  'method-missing': {
    title: 'How the goods go is not said',
    detail: '',
    next: 'Say how: destroyed, returned, sold for charity.',
  },
  'proceeds-missing': {
    title: 'The charity sale has no proceeds',
    detail: '',
    next: 'Enter amount, way of payment and purpose; without proceeds it is a scrapping.',
  },
  'two-people-needed': {
    title: 'Another person has to confirm this',
    detail: '{{by}} already handled this paper.',
    next: 'The books were not changed. Let another person with the right sign in and do it.',
  },
  'loss-decided': {
    title: 'This loss is decided already',
    detail: 'Number: {{number}}\nBy: {{by}}',
    next: 'Refresh the list to see how; nothing was changed.',
  },
  'loss-not-approved': {
    title: 'This loss was never approved; nothing to reverse',
    detail: 'Number: {{number}}',
    next: 'No goods left. Withdraw it instead if it is wrong.',
  },
  // stocktake
  'stocktake-running': {
    title: 'This place is being counted',
    detail: 'Stocktake: {{number}}',
    next: 'Finish or cancel that stocktake first.',
  },
  'stocktake-nothing': {
    title: 'There is nothing to count here',
    detail: 'Place: {{place}}',
    next: 'Choose another place, or drop the categories.',
  },
  'stocktake-not-open': {
    title: 'This stocktake takes no more figures',
    detail: 'Stocktake: {{number}}',
    next: 'The manager may reopen one that is counted; after posting start another one.',
  },
  'stocktake-not-counted': {
    title: 'This stocktake is not counted yet',
    detail: 'Stocktake: {{number}}',
    next: 'Enter all figures and finish the count, then post it.',
  },
  'stocktake-uncounted': {
    title: 'Some lines have no figure',
    detail: '{{count}} lines not counted',
    next: 'Count them, or choose to leave them as the books have them.',
  },
  'stocktake-misfits': {
    title: 'The two counts differ',
    detail: '{{count}} lines do not fit',
    next: 'A third person counts them again; the third figure stands.',
  },
  'stocktake-recount': {
    title: 'Posting would make the stock negative; count this line again',
    detail: '{{item}} (lot {{tag}})',
    next: 'Nothing was posted. Let the manager reopen the stocktake and count this line again.',
  },
  'stocktake-over': {
    title: 'This stocktake is over',
    detail: 'Stocktake: {{number}}',
    next: 'Nothing was changed; start another one if needed.',
  },
  'stocktake-still-blind': {
    title: 'A blind count does not show the books before it is finished',
    detail: 'Stocktake: {{number}}',
    next: 'Finish counting, then print the differences.',
  },
  'stocktake-line-here': {
    title: 'This lot is in the stocktake already',
    detail: '{{item}} (lot {{tag}})',
    next: 'Enter the figure in that line.',
  },
  'count-second-person': {
    title: 'Another person has to count the second time',
    detail: '{{by}} counted before.',
    next: 'All figures are kept. Let another person sign in and count.',
  },
  'count-round-early': {
    title: 'It is not this round of counting yet',
    detail: '',
    next: 'Enter the earlier figure first; if two agree there is no third.',
  },
} satisfies SameKeys<typeof source>;
