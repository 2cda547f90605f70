// The short code under the QR, for the day the scanner fails: 10 random symbols and two check characters over GF(32)
// (reliability.md §5.4, ruling 3). The check catches typing, not fraud: the database row decides.
import { SYMBOLS, symbolValue } from './base32.ts';
import { dropInvisible, foldWidth } from './fold-width.ts';

export type TypedCodeRefusal = 'code-characters' | 'code-length' | 'code-check';
export type TypedCodeReading =
  | {
      readonly kind: 'ok';
      /** 12 symbols, no separators. */
      readonly code: string;
    }
  | { readonly kind: 'refused'; readonly code: TypedCodeRefusal };

export const TYPED_RANDOM_SYMBOLS = 10;
export const TYPED_CODE_LENGTH = TYPED_RANDOM_SYMBOLS + 2;

// GF(32) with x^5 + x^2 + 1: POWER[i] is a^i, LOG its inverse. Symbols at different places have different weights, so the
// two sums (plain and weighted by a^place) both vanish only when three or more symbols are wrong.
const POWER: number[] = [1];
for (let i = 1; i < 31; i += 1) {
  const doubled = (POWER[i - 1] ?? 0) << 1;
  POWER.push(doubled & 32 ? doubled ^ 0b100101 : doubled);
}
const LOG = new Map(POWER.map((value, exponent) => [value, exponent]));

/** Product in GF(32) of a^exponent and `value`. */
function times(exponent: number, value: number): number {
  return value === 0 ? 0 : (POWER[((LOG.get(value) ?? 0) + exponent) % 31] ?? 0);
}

/** Both sums of the symbols: plain, and each times a^place. */
function sums(symbols: string): readonly [number, number] {
  let plain = 0;
  let weighted = 0;
  for (let place = 0; place < symbols.length; place += 1) {
    const value = symbolValue(symbols.charAt(place));
    plain ^= value;
    weighted ^= times(place, value);
  }
  return [plain, weighted];
}

/** The two check characters of 10 symbols. They make both sums over all 12 vanish. */
export function checkCharacters(symbols: string): string {
  const [plain, weighted] = sums(symbols);
  // c + d = plain and a^10 c + a^11 d = weighted; hence d = (weighted + a^10 plain) / (a^10 + a^11).
  const denominator = (POWER[TYPED_RANDOM_SYMBOLS] ?? 0) ^ (POWER[TYPED_RANDOM_SYMBOLS + 1] ?? 0);
  const numerator = weighted ^ times(TYPED_RANDOM_SYMBOLS, plain);
  const last = times(31 - (LOG.get(denominator) ?? 0), numerator);
  return SYMBOLS.charAt(plain ^ last) + SYMBOLS.charAt(last);
}

/**
 * A typed code from 10 random bytes (5 bits of each are used, without bias). Null when all twelve symbols are digits: such
 * a code could be taken for a barcode, draw again. Refuses (throws) any other number of bytes.
 */
export function makeTypedCode(random: Uint8Array): string | null {
  if (random.length !== TYPED_RANDOM_SYMBOLS) throw new RangeError('wrong number of random bytes');
  const symbols = Array.from(random, (byte) => SYMBOLS.charAt(byte & 31)).join('');
  const code = symbols + checkCharacters(symbols);
  return /^\d+$/.test(code) ? null : code;
}

/**
 * What a person types for what is printed: capitals, ASCII, no separators. 1 and I become L, 0 and O become Q: neither
 * side of the pairs is ever printed, so only the nearest printed shape can be meant; the check decides whether it was.
 */
export function foldTyped(text: string): string {
  return dropInvisible(foldWidth(text))
    .replace(/[-\u2010-\u2015\u2212_.]/g, '')
    .toUpperCase()
    .replace(/[1I]/g, 'L')
    .replace(/[0O]/g, 'Q');
}

/** In groups of four, as printed and read aloud: `ABCD EFGH JKLM`. */
export function formatTyped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Reads a typed code: look-alikes, case, width and separators folded, then length and check. */
export function readTypedCode(text: string): TypedCodeReading {
  if (text.length > 64) return { kind: 'refused', code: 'code-length' };
  const code = foldTyped(text);
  for (const symbol of code) if (symbolValue(symbol) < 0) return { kind: 'refused', code: 'code-characters' };
  if (code.length !== TYPED_CODE_LENGTH) return { kind: 'refused', code: 'code-length' };
  const [plain, weighted] = sums(code);
  return plain === 0 && weighted === 0 ? { kind: 'ok', code } : { kind: 'refused', code: 'code-check' };
}
