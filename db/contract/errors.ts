// Every code the books may answer with. Codes travel, words live in renderer/i18n; a test fails when a code has no text.
import { batchRefusals, packageRefusals } from './batch-errors.ts';
import { eligibilityRefusals } from './eligibility-errors.ts';
import { fairnessRefusals } from './fairness-errors.ts';
import { fileRefusals, fileWarnings } from './people-errors.ts';
import { deliveryRefusals, shiftRefusals, signatureRefusals } from './shift-errors.ts';
import { limitRefusals, limitRuleRefusals } from './limit-errors.ts';
import { cardRefusals, keyRefusals, voucherLifeRefusals } from './voucher-life-errors.ts';
import { pointsRefusals, volunteerRefusals } from './points-errors.ts';
import { privacyRefusals } from './privacy-errors.ts';
import { proxyRefusals } from './proxy-errors.ts';
import { identityRefusals, nameRefusals, rowRefusals, sheetRefusals, warningCodes } from './sheet-errors.ts';
import {
  donationRefusals,
  donorRefusals,
  goodsRefusals,
  moneyRefusals,
  stockRefusals,
  stocktakeRefusals,
} from './store-errors.ts';

export { warningCodes };

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
const voucherRefusals = ['voucher-not-voidable', 'reason-missing', 'eligibility-ended'] as const;
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
  'voucher-not-handed-over',
  'code-revoked',
  'household-not-eligible',
  'household-stopped',
  'own-relative',
  'till-throttled',
] as const;
const counterRefusals = [
  'stock-short',
  'stock-expired',
  'stock-designated',
  'stock-held',
  'stock-elsewhere',
  'stock-short-dated',
  'basket-empty',
  'basket-over-face',
  'basket-over-points',
  'vouchers-of-others',
  'vouchers-mixed',
  'topup-not-due',
  'voucher-needed',
  'voucher-none-usable',
  'lookup-not-approved',
  'basket-held',
  'held-gone',
  'held-changed',
  'weight-missing',
  'card-ended',
  'item-without-price',
  'item-without-points',
  'item-not-free',
  'redemption-reversed',
  'line-reversed',
  'reverse-package-whole',
  'reverse-not-own',
  'reverse-not-today',
] as const;
const documentRefusals = [
  'glyph-missing',
  'label-too-small',
  'label-code-characters',
  'report-does-not-tie',
  'number-unmasked',
] as const;

export const refusalCodes = [
  ...commonRefusals,
  ...nameRefusals,
  ...identityRefusals,
  ...sheetRefusals,
  ...rowRefusals,
  ...staffRefusals,
  ...goodsRefusals,
  ...stockRefusals,
  ...stocktakeRefusals,
  ...moneyRefusals,
  ...donorRefusals,
  ...donationRefusals,
  ...batchRefusals,
  ...packageRefusals,
  ...voucherRefusals,
  ...voucherLifeRefusals,
  ...cardRefusals,
  ...keyRefusals,
  ...eligibilityRefusals,
  ...fairnessRefusals,
  ...scanRefusals,
  ...counterRefusals,
  ...shiftRefusals,
  ...signatureRefusals,
  ...deliveryRefusals,
  ...limitRefusals,
  ...limitRuleRefusals,
  ...volunteerRefusals,
  ...pointsRefusals,
  ...proxyRefusals,
  ...privacyRefusals,
  ...documentRefusals,
  ...fileRefusals,
  ...fileWarnings,
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
