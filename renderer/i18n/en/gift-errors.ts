// Words for what gifts, donors, purchases and the cash book say no to, English.
import type { SameKeys } from '../same-keys.ts';
import type { giftErrors as source } from '../zh-CN/gift-errors.ts';

export const giftErrors = {
  // gifts
  'donation-ended': {
    title: 'This receipt is void or taken back and cannot be changed',
    detail: 'Receipt: {{number}}\nEnded ({{kind}}): {{endDay}}',
    next: 'Its number and copies are kept; write a new receipt if needed.',
  },
  'value-far-from-fair': {
    title: 'The evidence is far from the fair value',
    detail: '{{item}}\nEvidence: {{evidenceFen}}\nAt the reference price: {{listFen}}',
    next: 'Check quantity and amount; if it is so, choose fair value and note the reference. The evidence is kept as well.',
  },
  'value-not-evidence': {
    title: 'On the basis of evidence the amount is the one on it',
    detail: '{{item}}\nEvidence: {{evidenceFen}}\nEntered: {{valueFen}}',
    next: 'Enter the amount of the evidence, or choose fair value and note the reference.',
  },
  'value-reference-missing': {
    title: 'The reference of the value is not noted',
    detail: '{{item}}',
    next: 'Note which price was taken (market, platform); to insist on the evidence, note why.',
  },
  'shelf-life-short': {
    title: 'Too little shelf life is left to accept this',
    detail:
      '{{item}}: {{daysLeft}} days left\n{{percent}}% of its whole life\nAt least {{needPercent}}% is asked\nAt least {{needDays}} days are asked',
    next: 'Decline it and list it as refused; to take it all the same the manager gives a reason.',
  },
  'shelf-life-over': {
    title: 'It has expired and cannot be accepted',
    detail: '{{item}}: expired {{expiryDay}}',
    next: 'Decline it and list it as refused with the reason.',
  },
  'inspectors-two': {
    title: 'Two people must sign the inspection',
    detail: '',
    next: 'Name two different inspectors when goods come in.',
  },
  'pieces-too-many': {
    title: 'Too many pieces to tag one by one',
    detail: 'At most {{most}}',
    next: 'Enter them in several lines, or as a lot without tags.',
  },
  'designation-unknown': {
    title: 'What the gift is restricted to does not exist',
    detail: '{{what}}',
    next: 'Choose the category, street (community) or batch again.',
  },
  'official-number-taken': {
    title: 'This official number stands on another receipt',
    detail: 'Receipt: {{number}}',
    next: 'Check the official receipt; nothing was changed.',
  },
  'photo-unreadable': {
    title: 'The picture cannot be opened',
    detail: '',
    next: 'Choose another JPG or PNG picture.',
  },
  'photo-too-large': {
    title: 'The picture is too large',
    detail: 'At most {{most}} MB',
    next: 'Make it smaller first.',
  },
  'photo-too-many': {
    title: 'This gift has enough pictures',
    detail: 'At most {{most}}',
    next: 'Those that are there are kept; none was added.',
  },
  // donors
  'donor-taken': {
    title: 'There is a donor of this name',
    detail: '{{name}}',
    next: 'Use that one; if it is another, make the name tell them apart.',
  },
  'donor-merged': {
    title: 'This donor was merged into another',
    detail: 'Into: {{name}}',
    next: 'Go on with that donor; nothing was changed.',
  },
  'donor-not-merged': {
    title: 'This donor was never merged',
    detail: '',
    next: 'There is nothing to take apart; nothing was changed.',
  },
  'donor-same': { title: 'Both are the same donor', detail: '', next: 'Choose another one to merge into.' },
  'donor-anonymous': {
    title: 'Anonymous gifts belong to no donor',
    detail: '',
    next: 'They are not merged and get no letter; choose another.',
  },
  'donor-nothing-given': {
    title: 'No gift of this period can go into a letter',
    detail: 'From {{fromDay}} to {{toDay}}',
    next: 'Choose another period, or take those with a receipt as well.',
  },
  'credit-code-length': {
    title: 'The credit code has the wrong length',
    detail: '{{length}} characters',
    next: 'It has 18; check the certificate.',
  },
  'credit-code-characters': {
    title: 'The credit code has characters it cannot have',
    detail: '',
    next: 'Only digits and capitals, without I, O, S, V and Z.',
  },
  'credit-code-check': {
    title: 'The credit code fails its check',
    detail: 'The last character should be {{expected}}',
    next: 'One character is probably mistyped; compare the certificate.',
  },
  'credit-code-taken': {
    title: 'This credit code belongs to another donor',
    detail: '{{name}}',
    next: 'Use that one, or merge them first.',
  },
  'credit-code-of-person': {
    title: 'A person has no credit code',
    detail: '',
    next: 'Remove the code, or make it a company, organisation or school.',
  },
  // money
  'money-short': {
    title: 'There is not enough of this money',
    detail: '{{source}}\nAvailable: {{availableFen}}\nNeeded: {{wantedFen}}\nDay: {{onDay}}',
    next: 'Nothing was booked. Choose another source, a smaller amount, or enter the grant first.',
  },
  'funding-is-gift': {
    title: 'Donated money is entered as a gift',
    detail: '',
    next: 'Record it under Donations with a receipt; only grants and opening amounts are entered here.',
  },
  'funding-is-trade': {
    title: 'What the shop earns is no grant',
    detail: '',
    next: 'Top-ups at the till and charity sales enter it by themselves; only its opening amount is entered here.',
  },
  'month-not-over': {
    title: 'This month is not over',
    detail: '{{month}}',
    next: 'Close it next month.',
  },
  'month-closed': {
    title: 'This month is closed',
    detail: '{{month}}',
    next: 'The books were not changed; use today, it is then marked as a late entry.',
  },
  'month-before-open': {
    title: 'An earlier month is still open',
    detail: '{{month}}',
    next: 'Close that month first, then the later ones; nothing was changed.',
  },
} satisfies SameKeys<typeof source>;
