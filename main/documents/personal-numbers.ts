// Numbers of persons in words that somebody typed freely, taken out before the words are posted (domain.md §6, ruling 28): mobile
// numbers and identity numbers are masked, landlines and other long numbers print nothing.
import { foldWidth } from '../../db/domain/fold-width.ts';
import { maskIdentityNumber, maskPhone } from '../../db/domain/mask.ts';

const identity = /(?<!\d)\d{17}[\dXx](?!\d)/gu;
const mobile = /(?<!\d)(?:(?:\+|00)?86[\s-]?)?1\d{2}[\s-]?\d{4}[\s-]?\d{4}(?!\d)/gu;
const landline = /(?<!\d)(?:\(?0\d{2,3}\)?[\s-]?)\d{7,8}(?!\d)/gu;
const long = /(?<!\d)\d{9,}(?!\d)/gu;

/** What people and programs put between the digits of one number. */
const between = String.raw`[\s\p{Pd}._/·]{0,2}`;
const spelled = (digits: number, last: string): RegExp =>
  new RegExp(String.raw`(?<!\d)(?:\d${between}){${digits}}${last}(?!\d)`, 'u');
const unmasked = [
  /\d{11,}/u,
  spelled(17, String.raw`[\dXx]`),
  spelled(14, String.raw`\d`),
  new RegExp(String.raw`(?<!\d)1\d{2}${between}\d{4}${between}\d{4}(?!\d)`, 'u'),
];

/**
 * Whether a text still shows an identity number of 18 or 15 digits, a mobile number, or eleven digits and more of whatever number,
 * also in full-width digits or with gaps, seen or unseen, between them.
 */
export function showsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  return unmasked.some((pattern) => pattern.test(plain));
}

/** The text as typed when it holds no such number; otherwise folded to half width and masked. */
export function withoutPersonalNumbers(text: string): string {
  const folded = foldWidth(text);
  const masked = folded
    .replaceAll(identity, (number) => maskIdentityNumber(number.toUpperCase()))
    .replaceAll(mobile, (number) => maskPhone(number))
    .replaceAll(landline, '')
    .replaceAll(long, '');
  return masked === folded ? text : masked;
}
