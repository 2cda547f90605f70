// Unified social credit codes of companies, social organisations and schools (GB 32100-2015), with the organisation code
// inside them (GB 11714). Checks the writing only: asks no register whether such a body exists.
import { dropInvisible, foldWidth } from './fold-width.ts';

export type CreditCodeRefusal = 'credit-code-length' | 'credit-code-characters' | 'credit-code-check';
export type CreditCodeReading =
  | {
      readonly kind: 'ok';
      /** 18 characters, ASCII capitals and digits. */
      readonly code: string;
    }
  | {
      readonly kind: 'refused';
      readonly code: CreditCodeRefusal;
      /** With 'credit-code-check': the character that should stand last, where that alone is wrong. */
      readonly expected?: string;
    };

/** GB 32100: I, O, S, V and Z are missing. The place in this row is the value, 0 to 30. */
const CODE_SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 11714 counts all letters, A = 10 to Z = 35. */
const ORGANISATION_SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const CODE_LENGTH = 18;
// Department and category of registration (1 and 1), division (6 digits), organisation (8 and its check), check. Which
// departments and categories exist is not asked: the table has grown twice since 2015 and old papers keep theirs.
const SHAPE = new RegExp(`^[${CODE_SYMBOLS}]{2}\\d{6}[${CODE_SYMBOLS}]{10}$`);

const onlySymbols = (text: string): boolean => Array.from(text).every((c) => CODE_SYMBOLS.includes(c));

/** The GB 11714 check character of the 8 characters of an organisation code. Refuses (throws) anything else. */
export function organisationCheckCharacter(first8: string): string {
  if (!/^[0-9A-Z]{8}$/.test(first8)) throw new RangeError('not 8 characters of an organisation code');
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * ORGANISATION_SYMBOLS.indexOf(first8.charAt(i)),
    0,
  );
  return '0X987654321'.charAt(sum % 11);
}

/** The GB 32100 check character of the first 17 characters (weights 3^i mod 31). Refuses (throws) anything else. */
export function creditCodeCheckCharacter(first17: string): string {
  if (first17.length !== CODE_LENGTH - 1 || !onlySymbols(first17))
    throw new RangeError('not 17 characters of a credit code');
  let weight = 1;
  let sum = 0;
  for (const symbol of first17) {
    sum += weight * CODE_SYMBOLS.indexOf(symbol);
    weight = (weight * 3) % 31;
  }
  return CODE_SYMBOLS.charAt((31 - (sum % 31)) % 31);
}

/**
 * Reads a credit code as typed or found in a sheet: width, white space, hyphens and lower case folded. Refuses another
 * length, a letter that is never used (I, O, S, V, Z), a letter in the division code, and a wrong check of either kind.
 */
export function readCreditCode(text: string): CreditCodeReading {
  const code = dropInvisible(foldWidth(text))
    .replace(/[-\u2010-\u2015\u2212]/g, '')
    .toUpperCase();
  if (code.length !== CODE_LENGTH) return { kind: 'refused', code: 'credit-code-length' };
  if (!SHAPE.test(code)) return { kind: 'refused', code: 'credit-code-characters' };
  const organisationFits = code.charAt(16) === organisationCheckCharacter(code.slice(8, 16));
  const expected = creditCodeCheckCharacter(code.slice(0, 17));
  const lastFits = code.endsWith(expected);
  if (organisationFits && lastFits) return { kind: 'ok', code };
  // With the inner check wrong too, a character before it was mistyped: naming a last one would only bless the slip.
  return organisationFits
    ? { kind: 'refused', code: 'credit-code-check', expected }
    : { kind: 'refused', code: 'credit-code-check' };
}
