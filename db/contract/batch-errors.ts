// What the books refuse about packages (套餐) and batches of vouchers before and while they are issued.

/** What a batch must say; all that is wrong is named at once. */
export const batchSpecRefusals = [
  'batch-validity-reversed',
  'batch-category-none',
  'batch-over',
  'batch-community-none',
  'batch-face-missing',
  'batch-kind-mixed',
  'batch-package-missing',
  'batch-package-unpriced',
  'batch-package-by-size',
  'batch-package-in-parts',
  'batch-sizes-missing',
  'batch-sizes-from-one',
  'batch-sizes-not-rising',
  'batch-size-one-each',
] as const;

export const packageRefusals = [
  'package-name-taken',
  'package-ended',
  'package-item-twice',
  'package-same',
] as const;

export const batchRefusals = [
  ...batchSpecRefusals,
  'batch-nobody',
  'batch-changed-since-preview',
  'batch-receivers-left',
  'batch-list-twice',
  'batch-already-issued',
  'batch-not-approved',
  'batch-same-person',
  'batch-needs-second',
  'batch-totals-differ',
] as const;
