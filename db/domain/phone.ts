// Telephone numbers as they are compared: the soft match of people (ruling 14), the search by last digits and the lens for ghosts
// (one number in several households). Never dials, never judges whether a number is in use, and what was typed stays as typed.
import { dropInvisible, foldWidth } from './fold-width.ts';

export interface Phone {
  /** Digits: 11 of a mobile, a landline with its area code where one was written. No country code. */
  readonly number: string;
  /** 分机; empty without one. Two desks of one office are two numbers. */
  readonly extension: string;
}

/** Between two numbers in one field. A blank alone does not part: people write 138 1234 1234. */
const BETWEEN = /[、/,;|\n\r]|或/u;
const EXTENSION = /(?:转|分机|ext\.?|x|#)[:.]?(\d{1,6})\D*$/iu;
/** A landline or a short one with its extension behind a hyphen: 0772-2812345-801, 2812345-801. */
const EXTENSION_BY_HYPHEN = /^(\(?0\d{2,3}\)?-?\d{7,8}|\d{7,8})-(\d{1,6})$/;
const COUNTRY = /^(?:\+|00)86/;
const MOBILE = /^1\d{10}$/;
/** Below this it is a short number of some house, or a slip: nobody is recognised by it. */
const SHORTEST = 7;

/** Every number of a field, in its order, each once. What is no number (无, 000, 11111111111) gives none. */
export function readPhones(text: string): readonly Phone[] {
  const found = new Map<string, Phone>();
  for (const part of foldWidth(text).split(BETWEEN))
    for (const phone of readPart(part)) found.set(phoneKey(phone), phone);
  return [...found.values()];
}

/** What two writings of one number have in common: `13812341234`, `07722812345#801`. */
export function phoneKey({ number, extension }: Phone): string {
  return extension === '' ? number : `${number}#${extension}`;
}

/** The keys of a field, for comparing households and staff; empty when nothing in it is a number. */
export function phoneKeys(text: string): readonly string[] {
  return readPhones(text).map(phoneKey);
}

function readPart(part: string): readonly Phone[] {
  const spelled = dropInvisible(part).replace(/[\u2010-\u2015\u2212]/g, '-');
  const { main, extension } = apart(spelled);
  const digits = domestic(main);
  // Two mobiles with only a blank between them.
  const numbers = /^(?:1\d{10}){2,}$/.test(digits) ? (digits.match(/\d{11}/g) ?? []) : [digits];
  return numbers
    .filter((number) => number.length >= SHORTEST && !/^(\d)\1*$/.test(number))
    .map((number) => ({ number, extension }));
}

/** The number and its extension. A hyphen before the last digits of a mobile parts nothing. */
function apart(spelled: string): { readonly main: string; readonly extension: string } {
  const named = EXTENSION.exec(spelled);
  if (named) return { main: spelled.slice(0, named.index), extension: named[1] ?? '' };
  if (MOBILE.test(domestic(spelled))) return { main: spelled, extension: '' };
  const [country = ''] = COUNTRY.exec(spelled) ?? [];
  const hyphened = EXTENSION_BY_HYPHEN.exec(spelled.slice(country.length).replace(/^-/, ''));
  if (!hyphened) return { main: spelled, extension: '' };
  return { main: country + (hyphened[1] ?? ''), extension: hyphened[2] ?? '' };
}

/** Digits without the country code; the 0 of the area code, left out after +86, comes back. */
function domestic(spelled: string): string {
  const hasCountry = COUNTRY.test(spelled.replace(/[^\d+]/g, ''));
  const digits = spelled.replace(/\D/g, '').replace(hasCountry ? /^(?:00)?86/ : /^86(?=1\d{10}$)/, '');
  const areaWithoutZero = hasCountry && !MOBILE.test(digits) && /^[2-9]\d{8,10}$/.test(digits);
  return areaWithoutZero ? `0${digits}` : digits;
}
