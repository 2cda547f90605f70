// Identity numbers: GB 11643 (18 digits) and the first-generation form (15 digits) (domain.md §5.3). Two spellings of one
// person give one normal form. Never asks a register, never logs.
import { dropInvisible, foldWidth } from './fold-width.ts';
import { ageOn, isDay, type Day } from './business-day.ts';

export type IdentityRefusal =
  | 'id-missing'
  | 'id-length'
  | 'id-characters'
  | 'id-as-number'
  | 'id-impossible-date'
  | 'id-birth-in-future'
  | 'id-check-digit';
/** Let the row in and name it (ruling 19). */
export type IdentityWarning = 'id-prefix-unknown' | 'id-age-unlikely' | 'id-converted';
export type Sex = 'male' | 'female';
export type IdentityReading =
  | {
      readonly kind: 'ok';
      /** 18 characters, ASCII, capital X. */
      readonly number: string;
      readonly birth: Day;
      readonly sex: Sex;
      /** True when 15 digits were given: fine on import, refused at the form (ruling 17). */
      readonly converted: boolean;
      readonly prefixKnown: boolean;
      readonly warnings: readonly IdentityWarning[];
    }
  | { readonly kind: 'refused'; readonly code: IdentityRefusal };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
// First two digits: provinces, Taiwan, Hong Kong and Macao. Counties change and abolished codes stay valid in old
// cards (R25), so a longer table would warn about honest cards.
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const UNLIKELY_AGE = 120;

/** The check character of the first 17 digits. Refuses (throws) anything but 17 ASCII digits. */
export function identityCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('not 17 digits');
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0);
  return CHECKS.charAt(sum % 11);
}

/** Folds what writers vary: full width, every white space, hyphens of all kinds, lower-case x. */
export function foldIdentityNumber(text: string): string {
  return dropInvisible(foldWidth(text))
    .replace(/[-\u2010-\u2015\u2212]/g, '')
    .toUpperCase();
}

/**
 * A wrong check digit on a number that survives the trip through a spreadsheet's floating point unchanged and ends in
 * a zero (or in the three zeros Excel leaves of its 15 digits): the sheet ate the tail, nobody mistyped it.
 */
function looksRoundedBySheet(number: string): boolean {
  return number.endsWith('000') || (number.endsWith('0') && String(Number(number)) === number);
}

const refused = (code: IdentityRefusal): IdentityReading => ({ kind: 'refused', code });

/** What is wrong with the shape, before anything is computed. `text` is folded already. */
function shapeRefusal(text: string): IdentityRefusal | null {
  if (text === '') return 'id-missing';
  if (/^\d+(?:\.\d+)?E\+?\d+$/.test(text)) return 'id-as-number';
  if (!/^[0-9X]+$/.test(text) || /X./.test(text)) return 'id-characters';
  if (text.length !== 15 && text.length !== 18) return 'id-length';
  return text.length === 15 && text.endsWith('X') ? 'id-characters' : null;
}

/**
 * Reads an identity number as typed or as found in a cell. A number (not text) with more digits than floating point
 * keeps is 'id-as-number', whatever its digits say. The date is tested before the check digit, so that the reason given
 * is the one a clerk can find on the card. `today` is the business day, for births in the future.
 */
export function readIdentityNumber(raw: string | number | null, today: Day): IdentityReading {
  const text = foldIdentityNumber(raw === null ? '' : String(raw));
  if (typeof raw === 'number' && !Number.isSafeInteger(raw)) return refused('id-as-number');
  const shape = shapeRefusal(text);
  if (shape !== null) return refused(shape);
  const converted = text.length === 15;
  const first17 = converted ? `${text.slice(0, 6)}19${text.slice(6)}` : text.slice(0, 17);
  const birth = `${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`;
  if (!isDay(birth)) return refused('id-impossible-date');
  if (birth > today) return refused('id-birth-in-future');
  const number = first17 + identityCheckCharacter(first17);
  if (!converted && number !== text)
    return refused(looksRoundedBySheet(text) ? 'id-as-number' : 'id-check-digit');
  const prefixKnown = PROVINCES.test(number);
  const warnings: IdentityWarning[] = [];
  if (!prefixKnown) warnings.push('id-prefix-unknown');
  if (ageOn(birth, today) > UNLIKELY_AGE) warnings.push('id-age-unlikely');
  if (converted) warnings.push('id-converted');
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female';
  return { kind: 'ok', number, birth, sex, converted, prefixKnown, warnings };
}

export type IdentityContradiction = 'sex' | 'birth';

/**
 * Where typed or imported facts say something else than the number does (scenario 7). At the form the number decides and a
 * flag shows, on import the row is refused (ruling 17). What was not given (null) contradicts nothing.
 */
export function identityContradictions(
  number: { readonly sex: Sex; readonly birth: Day },
  typed: { readonly sex: Sex | null; readonly birth: Day | null },
): readonly IdentityContradiction[] {
  const found: IdentityContradiction[] = [];
  if (typed.sex !== null && typed.sex !== number.sex) found.push('sex');
  if (typed.birth !== null && typed.birth !== number.birth) found.push('birth');
  return found;
}
