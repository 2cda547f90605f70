// Refusals in the life of a single voucher, of household cards and of signing keys.

export const voucherLifeRefusals = [
  'handover-day',
  'handover-not-open',
  'handover-none',
  'handover-used',
  'handover-nobody',
  'voucher-not-replaceable',
  'voucher-too-often-replaced',
  'voucher-not-reissued',
  'voucher-none-open',
  'open-totals-differ',
  'count-differs',
] as const;

export const cardRefusals = ['card-there', 'card-none', 'card-already-ended', 'card-nobody'] as const;

export const keyRefusals = ['key-revoked', 'key-none-left'] as const;
