// What a sheet and its rows are refused for: names, identity numbers, headings, cells; and what only warns.

export const nameRefusals = [
  'name-missing',
  'name-too-long',
  'name-control-character',
  'name-bidi',
  'name-formula',
  'name-ill-formed',
  'name-full-stop',
] as const;

export const identityRefusals = [
  'id-missing',
  'id-length',
  'id-characters',
  'id-as-number',
  'id-impossible-date',
  'id-birth-in-future',
  'id-check-digit',
  'id-birth-contradiction',
  'id-duplicate-in-sheet',
  'id-already-here',
] as const;

export const sheetRefusals = [
  'sheet-not-a-sheet',
  'sheet-bomb',
  'sheet-too-large',
  'sheet-encrypted',
  'sheet-encoding',
  'sheet-damaged',
  'sheet-empty',
  'sheet-headings-missing',
  'preview-gone',
  'import-nothing-to-do',
  'import-books-changed',
] as const;

export const rowRefusals = [
  'row-category-unknown',
  'row-category-missing',
  'row-date-unreadable',
  'row-date-two-digit-year',
  'row-disability-unreadable',
  'row-disability-other-person',
  'row-amount-unreadable',
  'row-quantity-unreadable',
  'row-quantity-missing',
  'row-quantity-fraction',
  'row-unit-unknown',
  'row-unit-mismatch',
  'row-item-unknown',
  'row-item-missing',
  'row-way-unknown',
  'row-donor-missing',
  'row-household-missing',
  'row-household-mixed',
  'row-text-too-long',
  'row-already-imported',
  'row-code-duplicate',
  'row-barcode-bad',
  'row-pack-bad',
  'row-barcode-duplicate',
  'row-expiry-before-production',
  'row-day-in-future',
  'row-purpose-unknown',
  'row-grade-unknown',
  'row-relation-unknown',
] as const;

/** Let the row in and are named (rulings.md 19). */
export const warningCodes = [
  'warn-review-overdue',
  'warn-id-converted',
  'warn-id-prefix-unknown',
  'warn-name-mended',
  'warn-expired',
  'warn-no-price',
  'warn-care-unknown',
  'warn-division-unreadable',
  'warn-purpose-free-text',
  'warn-sex-contradicts-id',
  'warn-age-unlikely',
  'warn-differs-from-books',
] as const;
