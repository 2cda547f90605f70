// Barcodes on goods: EAN-8, UPC-A, EAN-13 and GTIN-14 with the GS1 check digit. A goods code, never a voucher.
import { dropInvisible, foldWidth } from './fold-width.ts';

export type BarcodeRefusal = 'barcode-missing' | 'barcode-characters' | 'barcode-length' | 'barcode-check';
export type BarcodeReading =
  | {
      readonly kind: 'ok';
      /** Digits as stored: UPC-A with a leading zero, because scanners send the same goods either way. */
      readonly barcode: string;
    }
  | {
      readonly kind: 'refused';
      readonly code: BarcodeRefusal;
      /** With 'barcode-check': the digit that should stand last. */
      readonly expected?: string;
    };

const LENGTHS = new Set([8, 12, 13, 14]);

/** The GS1 check digit of the digits before it (weights 3 and 1 from the right). Refuses (throws) anything but digits. */
export function barcodeCheckDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError('not digits');
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    sum += Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/** Reads a barcode as scanned, typed or found in a sheet; full width and white space folded. */
export function readBarcode(raw: string): BarcodeReading {
  const digits = dropInvisible(foldWidth(raw));
  if (digits === '') return { kind: 'refused', code: 'barcode-missing' };
  if (!/^\d+$/.test(digits)) return { kind: 'refused', code: 'barcode-characters' };
  if (!LENGTHS.has(digits.length)) return { kind: 'refused', code: 'barcode-length' };
  const expected = barcodeCheckDigit(digits.slice(0, -1));
  if (!digits.endsWith(expected)) return { kind: 'refused', code: 'barcode-check', expected };
  return { kind: 'ok', barcode: digits.length === 12 ? `0${digits}` : digits };
}
