// Every code the books may answer with. Codes travel, words live in renderer/i18n; a test fails when a code has no text.

/** Refusals any act may answer with. */
export const commonRefusals = [
  'not-signed-in',
  'session-locked',
  'not-permitted',
  'input-invalid',
  'text-ill-formed',
  'act-unknown',
  'command-id-missing',
  'command-id-reused',
  'cancelled',
  'shop-not-set-up',
  'not-found',
  'clock-went-back',
] as const;

const nameRefusals = [
  'name-missing',
  'name-too-long',
  'name-control-character',
  'name-bidi',
  'name-formula',
  'name-ill-formed',
  'name-full-stop',
] as const;
const identityRefusals = [
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
const sheetRefusals = [
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
] as const;
const rowRefusals = [
  'row-category-unknown',
  'row-category-missing',
  'row-date-unreadable',
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
  'row-barcode-duplicate',
  'row-expiry-before-production',
  'row-day-in-future',
  'row-purpose-unknown',
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
  'warn-purpose-free-text',
  'warn-sex-contradicts-id',
  'warn-age-unlikely',
  'warn-differs-from-books',
] as const;
const staffRefusals = [
  'sign-in-wrong',
  'sign-in-blocked',
  'password-too-short',
  'password-too-common',
  'password-needs-letter-and-digit',
  'login-taken',
  'last-manager',
  'shop-already-set-up',
  'district-code-bad',
] as const;
const goodsRefusals = [
  'barcode-length',
  'barcode-check',
  'barcode-taken',
  'item-code-taken',
  'item-unknown',
  'unit-unknown',
] as const;
const donationRefusals = [
  'donation-empty',
  'donation-day-in-future',
  'quantity-not-positive',
  'amount-not-positive',
  'basis-missing',
  'value-without-basis',
  'expiry-before-production',
  'expiry-missing',
  'donor-missing',
] as const;
const voucherRefusals = [
  'batch-validity-reversed',
  'batch-already-issued',
  'batch-nobody',
  'batch-changed-since-preview',
  'batch-category-none',
  'batch-over',
  'voucher-not-voidable',
  'reason-missing',
  'eligibility-ended',
] as const;
/** What the counter says to a scan; each has its own words, colour and sound (ui.md). */
export const scanRefusals = [
  'code-unknown',
  'code-forged',
  'code-other-shop',
  'code-check',
  'voucher-redeemed',
  'voucher-expired',
  'voucher-not-yet-valid',
  'voucher-void',
  'voucher-replaced',
  'voucher-draft',
  'household-not-eligible',
  'till-throttled',
] as const;
const counterRefusals = [
  'stock-short',
  'stock-expired',
  'stock-designated',
  'basket-empty',
  'basket-over-face',
  'item-without-price',
  'redemption-reversed',
  'reverse-not-own',
  'reverse-not-today',
] as const;
const documentRefusals = ['glyph-missing', 'report-does-not-tie'] as const;

export const refusalCodes = [
  ...commonRefusals,
  ...nameRefusals,
  ...identityRefusals,
  ...sheetRefusals,
  ...rowRefusals,
  ...staffRefusals,
  ...goodsRefusals,
  ...donationRefusals,
  ...voucherRefusals,
  ...scanRefusals,
  ...counterRefusals,
  ...documentRefusals,
  ...warningCodes,
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
export type WarningCode = (typeof warningCodes)[number];

/** The world's failures. `books-…` concern the file itself and stop selling until someone acts. */
export const faultCodes = [
  'disk-full',
  'disk-read-only',
  'disk-error',
  'books-damaged',
  'books-from-newer-program',
  'books-key-missing',
  'key-store-refused',
  'books-in-use',
  'books-stopped',
  'printer-none',
  'printer-failed',
  'documents-stopped',
  'save-failed',
  'backup-failed',
  'file-unreadable',
] as const;
export type FaultCode = (typeof faultCodes)[number];
