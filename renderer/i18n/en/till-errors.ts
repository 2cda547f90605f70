// Words for what the till says no to, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { tillErrors as source } from '../zh-CN/till-errors.ts';

export const tillErrors = {
  'code-unknown': {
    title: 'This code is unknown',
    detail: '',
    next: 'Make sure it is a voucher; if the paper is damaged, type its short code.',
  },
  'code-forged': {
    title: 'This voucher is not genuine',
    detail: 'Its signature is wrong; no value was touched.',
    next: 'Keep the paper for the manager and give nothing out.',
  },
  'code-other-shop': {
    title: 'This voucher belongs to another shop',
    detail: 'Shop: {{shop}}',
    next: 'It is used at the place printed on it.',
  },
  'code-check': {
    title: 'One character of the short code is wrong',
    detail: '',
    next: 'Compare with the paper and type it again.',
  },
  'voucher-redeemed': {
    title: 'This voucher is already redeemed',
    detail: '{{redeemedAt}} · {{terminal}} · {{operator}}\nTaken then: {{usedFen}}\nNumber: {{number}}',
    next: 'Look at the date on the paper; the manager can look it up.',
  },
  'voucher-expired': {
    title: 'This voucher has expired',
    detail: 'It was good through {{validToDay}}',
    next: 'Wait for the next issue, or ask the manager.',
  },
  'voucher-not-yet-valid': {
    title: 'This voucher cannot be used yet',
    detail: 'Good from {{validFromDay}}',
    next: 'Please come back on that day.',
  },
  'voucher-void': {
    title: 'This voucher is void',
    detail: 'Voided on {{voidDay}}\nReason: {{reason}}',
    next: 'Give nothing out; the manager can look it up.',
  },
  'voucher-replaced': {
    title: 'This voucher was reported lost and replaced',
    detail: 'Old voucher: {{serial}}\nNew voucher: {{newSerial}}',
    next: 'Ask for the new voucher.',
  },
  'voucher-draft': {
    title: 'This voucher is not issued yet',
    detail: '',
    next: 'The manager has to issue it first.',
  },
  'household-stopped': {
    title: 'The home visit did not confirm this household',
    detail: 'Voucher {{serial}}\nNothing has been decided about the home visit yet.',
    next: 'Hand nothing out for now: a manager looks under Spot checks. Once another person lets it stay, it can collect; the voucher is not void.',
  },
  'own-relative': {
    title: 'This household is on file as your relatives: you cannot handle it',
    detail: 'Household: {{number}}',
    next: 'Nothing was changed. Another member of staff signs in and handles it.',
  },
  'household-not-eligible': {
    title: 'This household is not eligible now',
    detail:
      'Left: not eligible from {{endDay}} on\nEligible only from {{startDay}} on\nReason: {{reason}}\nReview due: {{reviewDay}}',
    next: 'The manager decides; volunteers cannot let it pass.',
  },
  'till-throttled': {
    title: 'Several wrong scans in a row; this till pauses for a minute',
    detail: 'It goes on after {{untilAt}}',
    next: 'Wait a moment; ask the manager to have a look.',
  },
  'stock-short': {
    title: 'Not enough in stock',
    detail: '{{item}}: {{wanted}} wanted, {{available}} can be given',
    next: 'Take less, or another item.',
  },
  'stock-expired': {
    title: 'Only expired stock is left; it cannot be given',
    detail: '{{item}}: expired {{expiryDay}}',
    next: 'Take it off the shelf and offer another item.',
  },
  'stock-designated': {
    title: 'These goods are designated to others',
    detail: '{{item}}',
    next: 'Offer another item.',
  },
  'stock-held': {
    title: 'These goods are on hold',
    detail: '{{item}}\nReason: {{reason}}',
    next: 'Take other goods; the manager may release them.',
  },
  'stock-elsewhere': {
    title: 'None on the shop floor, but elsewhere',
    detail: '{{item}}: {{places}}',
    next: 'The manager transfers some to the shop floor first, or take other goods.',
  },
  'stock-short-dated': {
    title: 'Goods close to their date: one a person a day',
    detail: '{{item}}: this household may still take {{available}} today',
    next: 'Take fewer or other goods; more can be had tomorrow.',
  },
  'basket-empty': { title: 'Nothing is chosen yet', detail: '', next: 'Scan the goods.' },
  'basket-over-face': {
    title: 'The goods exceed the voucher',
    detail: 'Chosen {{usedFen}}\nVoucher {{balanceFen}}\nOver by {{overFen}}',
    next: 'Take something off; cash cannot be added.',
  },
  'item-without-price': {
    title: 'This item has no price',
    detail: '{{itemName}}',
    next: 'The manager has to price it first.',
  },
  'redemption-reversed': {
    title: 'This redemption is already reversed',
    detail: '{{reversedAt}} · {{operator}}',
    next: 'Nothing more to do.',
  },
  'reverse-not-own': {
    title: 'You can only reverse your own redemptions',
    detail: 'Number: {{number}}',
    next: 'Ask the manager.',
  },
  'reverse-not-today': {
    title: 'Not of today; it cannot be reversed at the counter',
    detail: 'Redeemed on: {{redeemedDay}}',
    next: 'Ask the manager.',
  },
  'basket-over-points': {
    title: 'Not enough points',
    detail: 'Needed: {{used}} points, on the voucher: {{balance}}, short by {{over}}',
    next: 'Please take fewer goods.',
  },
  'vouchers-of-others': {
    title: 'This voucher belongs to another household',
    detail: 'Voucher: {{serial}}',
    next: 'Finish or clear the household in front of you first, then scan this voucher.',
  },
  'vouchers-mixed': {
    title: 'These vouchers cannot be used together',
    detail: 'Voucher: {{serial}}',
    next: 'Points vouchers and goods vouchers are redeemed apart; so are those for disaster or preferential goods.',
  },
  'topup-not-due': {
    title: 'No cash is due',
    detail: 'Entered: {{topUpFen}}',
    next: 'Give the cash back, then redeem.',
  },
  'voucher-needed': {
    title: 'A voucher is needed',
    detail: '',
    next: 'Ask for the voucher; this shop gives nothing without one.',
  },
  'voucher-not-handed-over': {
    title: 'Nobody has signed for this voucher yet',
    detail: 'Voucher: {{serial}}',
    next: 'Ask the manager to check the sign-off list and record the handover.',
  },
  'code-revoked': {
    title: 'The key that signed this voucher is revoked',
    detail: 'Voucher: {{serial}}',
    next: 'Give out nothing; ask the manager for a replacement.',
  },
  'card-ended': {
    title: 'This household card is no longer in use',
    detail: 'Ended: {{endedAt}}\nReason: {{reason}}',
    next: 'Ask for the new card or a voucher.',
  },
  'item-without-points': {
    title: 'These goods are not to be had for points',
    detail: '{{item}}',
    next: 'Take something else, or ask the manager to set a price in points.',
  },
  'item-not-free': {
    title: 'These goods are not free',
    detail: '{{item}}',
    next: 'Without a voucher only short-dated goods may be taken.',
  },
  'line-reversed': {
    title: 'This line was taken back already',
    detail: 'Line {{line}}',
    next: 'Nothing was changed.',
  },
  'reverse-package-whole': {
    title: 'A package is taken back whole or not at all',
    detail: '',
    next: 'Take the whole act back and redeem anew.',
  },
  'voucher-none-usable': {
    title: 'No voucher of this household may be taken today',
    detail: '',
    next: 'See the reason of each; ask the manager if in doubt.',
  },
  'lookup-not-approved': {
    title: 'Neither a voucher nor an approval',
    detail: 'The card or the approval is too old, or somebody else stands at the till',
    next: 'Scan the voucher or the household card; for a forgotten voucher ask the manager again.',
  },
  'basket-held': {
    title: 'This household has a basket on hold',
    detail: '{{heldAt}} · {{terminal}}',
    next: 'Take it up with F7 and add to it, or drop it first.',
  },
  'held-gone': {
    title: 'This basket was finished or dropped',
    detail: '',
    next: 'Press F7 to see which baskets wait.',
  },
  'held-changed': {
    title: 'The basket on hold no longer fits',
    detail: '',
    next: 'Mend the list as said here, then press F9; no value was taken.',
  },
  'weight-missing': {
    title: 'There is no weight on this label',
    detail: '',
    next: 'Weigh it again, or find it with F3 and enter the weight with F2.',
  },
} satisfies SameKeys<typeof source>;
