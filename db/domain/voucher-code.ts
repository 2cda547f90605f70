// The QR of a voucher and what a scan may be: voucher, typed code, barcode or none of them (ruling 2, reliability.md
// §5.3). Packs and unpacks bytes only; signing and verifying belong to the db process. No name, no identity number.
import { readBarcode } from './barcode.ts';
import { decodeBase32, encodeBase32, SYMBOLS } from './base32.ts';
import { foldWidth } from './fold-width.ts';
import { readTypedCode } from './typed-code.ts';

/** What the signature covers. */
export interface VoucherBody {
  /** Number of the issuing shop, unsigned 32 bits. */
  readonly shop: number;
  /** Which public key verifies, one byte. */
  readonly keyId: number;
  /** 1 for the first print, one more for each replacement (ruling 5), one byte. */
  readonly generation: number;
  /** 80 random bits: the voucher's name in the database. */
  readonly token: Uint8Array;
}

export type VoucherQrRefusal = 'code-characters' | 'code-length' | 'code-version';
export type VoucherQrReading =
  | {
      readonly kind: 'ok';
      readonly body: VoucherBody;
      /** The bytes the signature covers. */
      readonly signed: Uint8Array;
      readonly signature: Uint8Array;
    }
  | { readonly kind: 'refused'; readonly code: VoucherQrRefusal };

export const TOKEN_BYTES = 10;
export const SIGNATURE_BYTES = 64;
export const BODY_BYTES = 1 + 4 + 1 + 1 + TOKEN_BYTES;
/** Ruling 2: nothing longer is a voucher. */
export const LONGEST_SCAN = 140;
/** Symbols in every QR of ours: 130. */
export const VOUCHER_QR_LENGTH = Math.ceil(((BODY_BYTES + SIGNATURE_BYTES) * 8) / 5);
const VERSION = 1;

const fits = (value: number, bits: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < 2 ** bits;

/** The 17 bytes to sign: version, shop, key, generation, token. Refuses (throws) what does not fit its bytes. */
export function packVoucherBody(body: VoucherBody): Uint8Array {
  if (
    !fits(body.shop, 32) ||
    !fits(body.keyId, 8) ||
    !fits(body.generation, 8) ||
    body.token.length !== TOKEN_BYTES
  ) {
    throw new RangeError('voucher body does not fit');
  }
  const bytes = new Uint8Array(BODY_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint32(1, body.shop);
  view.setUint8(5, body.keyId);
  view.setUint8(6, body.generation);
  bytes.set(body.token, 7);
  return bytes;
}

/** Reads what packVoucherBody wrote; null for another length or version. */
export function unpackVoucherBody(bytes: Uint8Array): VoucherBody | null {
  if (bytes.length !== BODY_BYTES || bytes[0] !== VERSION) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    shop: view.getUint32(1),
    keyId: view.getUint8(5),
    generation: view.getUint8(6),
    token: bytes.slice(7),
  };
}

/** The text of the QR: body and its 64-byte signature in base 32. Refuses (throws) other lengths. */
export function voucherQrText(signed: Uint8Array, signature: Uint8Array): string {
  if (signed.length !== BODY_BYTES || signature.length !== SIGNATURE_BYTES)
    throw new RangeError('wrong length');
  const all = new Uint8Array(BODY_BYTES + SIGNATURE_BYTES);
  all.set(signed);
  all.set(signature, BODY_BYTES);
  return encodeBase32(all);
}

/** Takes a scanned voucher apart. Says nothing about who signed it: verify `signature` over `signed` before anything. */
export function readVoucherQr(text: string): VoucherQrReading {
  const folded = foldScanned(text);
  if (folded.length !== VOUCHER_QR_LENGTH) return { kind: 'refused', code: 'code-length' };
  const bytes = decodeBase32(folded);
  if (bytes === null) return { kind: 'refused', code: 'code-characters' };
  const signed = bytes.slice(0, BODY_BYTES);
  const body = unpackVoucherBody(signed);
  if (body === null) return { kind: 'refused', code: 'code-version' };
  return { kind: 'ok', body, signed, signature: bytes.slice(BODY_BYTES) };
}

/**
 * A scan as the scanner meant it: CR, LF, TAB and other white space at the ends off, full width folded, capitals (Caps
 * Lock, an input method). Look-alikes stay: a scanner does not confuse 0 and O, and barcodes are full of zeros.
 * Cut at 141 characters before anything else is done to it, so a hostile QR costs nothing and is still too long.
 */
export function foldScanned(text: string): string {
  return foldWidth(text.trim().slice(0, LONGEST_SCAN + 1))
    .trim()
    .toUpperCase();
}

export type ScanKind = 'voucher-qr' | 'voucher-code' | 'barcode' | 'unknown';
export interface Scan {
  readonly kind: ScanKind;
  /** Normal form: QR text, 12-symbol code, or barcode digits as stored; folded text when unknown. */
  readonly text: string;
}

const ONLY_SYMBOLS = new RegExp(`^[${SYMBOLS}]+$`);

/**
 * What was scanned or typed. A voucher QR is told by its length and symbols alone: a wrong one is a forged voucher and
 * has to be said so, not 'unknown'. Eight to fourteen digits are a barcode, wrong check digit included; a typed
 * code always has a letter or, read with look-alikes, a valid check.
 */
export function classifyScan(text: string): Scan {
  const folded = foldScanned(text);
  if (folded.length === VOUCHER_QR_LENGTH && ONLY_SYMBOLS.test(folded))
    return { kind: 'voucher-qr', text: folded };
  const barcode = readBarcode(folded);
  if (barcode.kind === 'ok') return { kind: 'barcode', text: barcode.barcode };
  const typed = readTypedCode(folded);
  if (typed.kind === 'ok') return { kind: 'voucher-code', text: typed.code };
  if (barcode.code === 'barcode-check') return { kind: 'barcode', text: folded };
  return typed.code === 'code-check'
    ? { kind: 'voucher-code', text: folded }
    : { kind: 'unknown', text: folded };
}
