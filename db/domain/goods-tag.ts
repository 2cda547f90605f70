// Codes the shop prints itself on lots and second-hand pieces, for Code 128: `PC0000123K` is lot (批次) 123, `DJ0000123M`
// piece (单件) 123. Ten characters and letters in front: never as long as a voucher's code or QR, never digits alone like
// a barcode, so no scan can be taken for another. A row's number, not a secret: whoever reads it may know it.
import { SYMBOLS } from './base32.ts';
import { dropInvisible, foldWidth } from './fold-width.ts';
import { requireInteger } from './rounding.ts';
import { foldTyped } from './typed-code.ts';

export type Tagged = 'lot' | 'piece';
export type TagReading =
  | { readonly kind: 'ok'; readonly of: Tagged; readonly number: number }
  | { readonly kind: 'refused'; readonly code: 'tag-check' };

const PREFIXES: Readonly<Record<Tagged, string>> = { lot: 'PC', piece: 'DJ' };
const DIGITS = 7;
export const TAG_LENGTH = 2 + DIGITS + 1;
export const LARGEST_TAG_NUMBER = 10 ** DIGITS - 1;

// Letters typed for digits are the digits they look like.
const SHAPE = /^(PC|DJ)([0-9OQIL]{7})([0-9A-Z])$/;

/** Check character of prefix and digits: weights 3^i mod 31 differ at every place, so a wrong digit or a swap shows. */
function checkCharacter(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const symbol of body) {
    sum += weight * Number.parseInt(symbol, 36);
    weight = (weight * 3) % 31;
  }
  return SYMBOLS.charAt(sum % 31);
}

/** The code to print. Refuses (throws) a number that is no row's number or no longer fits. */
export function tagCode(of: Tagged, number: number): string {
  requireInteger(number, 'tag number');
  if (number < 1 || number > LARGEST_TAG_NUMBER) throw new RangeError('tag number does not fit');
  const body = PREFIXES[of] + String(number).padStart(DIGITS, '0');
  return body + checkCharacter(body);
}

/**
 * Reads a tag as scanned or typed: width, white space, hyphens, case and look-alikes folded. Null for everything that does
 * not have a tag's shape: it may be something else. Refuses a tag whose check fails.
 */
export function readTag(text: string): TagReading | null {
  if (text.length > 64) return null;
  const folded = dropInvisible(foldWidth(text))
    .replace(/[-\u2010-\u2015\u2212]/g, '')
    .toUpperCase();
  const [, prefix, typed, check] = SHAPE.exec(folded) ?? [];
  if (prefix === undefined || typed === undefined || check === undefined) return null;
  const digits = typed.replace(/[OQ]/g, '0').replace(/[IL]/g, '1');
  const number = Number(digits);
  if (number < 1 || foldTyped(check) !== checkCharacter(prefix + digits))
    return { kind: 'refused', code: 'tag-check' };
  return { kind: 'ok', of: prefix === PREFIXES.lot ? 'lot' : 'piece', number };
}
