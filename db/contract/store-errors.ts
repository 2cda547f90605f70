// What the books refuse about goods, stock, counts, money, donors and gifts.

export const goodsRefusals = [
  'barcode-length',
  'barcode-check',
  'barcode-taken',
  'item-code-taken',
  'item-unknown',
  'unit-unknown',
  'pack-unit-taken',
  'pack-unit-measure',
  'rule-short-life',
  'labels-none',
] as const;

export const stockRefusals = [
  'place-name-taken',
  'place-not-empty',
  'place-is-shop',
  'place-same',
  'place-closed',
  'lot-held-already',
  'lot-not-held',
  'lines-empty',
  'line-twice',
  'tag-check',
  'already-reversed',
  'reversal-negative',
  'witness-missing',
  'method-missing',
  'proceeds-missing',
  'two-people-needed',
  'loss-decided',
  'loss-not-approved',
] as const;

export const stocktakeRefusals = [
  'stocktake-running',
  'stocktake-nothing',
  'stocktake-not-open',
  'stocktake-not-counted',
  'stocktake-uncounted',
  'stocktake-misfits',
  'stocktake-recount',
  'stocktake-over',
  'stocktake-still-blind',
  'stocktake-line-here',
  'count-second-person',
  'count-round-early',
] as const;

export const moneyRefusals = [
  'money-short',
  'funding-is-gift',
  'funding-is-trade',
  'month-not-over',
  'month-closed',
  'month-before-open',
] as const;

export const donorRefusals = [
  'donor-taken',
  'donor-merged',
  'donor-not-merged',
  'donor-same',
  'donor-anonymous',
  'donor-nothing-given',
  'credit-code-length',
  'credit-code-characters',
  'credit-code-check',
  'credit-code-taken',
  'credit-code-of-person',
] as const;

export const donationRefusals = [
  'donation-empty',
  'donation-day-in-future',
  'quantity-not-positive',
  'amount-not-positive',
  'basis-missing',
  'value-without-basis',
  'expiry-before-production',
  'expiry-missing',
  'donor-missing',
  'donation-ended',
  'value-far-from-fair',
  'value-not-evidence',
  'value-reference-missing',
  'shelf-life-short',
  'shelf-life-over',
  'inspectors-two',
  'pieces-too-many',
  'designation-unknown',
  'official-number-taken',
  'photo-unreadable',
  'photo-too-large',
  'photo-too-many',
] as const;
