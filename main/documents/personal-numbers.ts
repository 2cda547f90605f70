// Numbers of persons in words that somebody typed freely, taken out before the words are posted (domain.md §6, ruling 28): mobile
// numbers and identity numbers are masked, landlines and other long numbers print nothing.
import { foldWidth } from '../../db/domain/fold-width.ts';
import { maskIdentityNumber, maskPhone } from '../../db/domain/mask.ts';

const identity = /(?<!\d)\d{17}[\dXx](?!\d)/gu;
const mobile = /(?<!\d)(?:(?:\+|00)?86[\s-]?)?1\d{2}[\s-]?\d{4}[\s-]?\d{4}(?!\d)/gu;
const landline = /(?<!\d)(?:\(?0\d{2,3}\)?[\s-]?)\d{7,8}(?!\d)/gu;
const long = /(?<!\d)\d{9,}(?!\d)/gu;

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
