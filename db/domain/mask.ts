// Masks for paper and screens (domain.md §6, ruling 28). By code point. When in doubt it prints nothing: an empty text
// is never wrong on a public list, one digit too many is a scandal. Who may see what is decided elsewhere.
import { INTERPUNCT } from './person-name.ts';
import { readPhones } from './phone.ts';

/**
 * 王*, 韦*兰, 欧**国, 买**·**逊 (the interpunct stays), one character `*`. What only changes the look of a character (variation
 * selectors, marks) is no character of its own and is left out, or a name of one would be shown.
 */
export function maskName(name: string): string {
  const characters = Array.from(name.replace(/[\p{M}\p{Cf}]/gu, ''));
  const letters = characters.filter((c) => c !== INTERPUNCT).length;
  let seen = 0;
  return characters
    .map((c) => {
      if (c === INTERPUNCT) return c;
      seen += 1;
      const shown = letters > 1 && (seen === 1 || (letters > 2 && seen === letters));
      return shown ? c : '*';
    })
    .join('');
}

/** 18-character identity number as 2 + 13 stars + 3. Every other document number prints nothing. */
export function maskIdentityNumber(number: string): string {
  return /^\d{17}[0-9X]$/.test(number) ? `${number.slice(0, 2)}${'*'.repeat(13)}${number.slice(-3)}` : '';
}

/** Last four characters for the counter screen; nothing when the number is too short to hide behind them. */
export function lastFour(number: string): string {
  const characters = Array.from(number);
  return characters.length >= 8 ? characters.slice(-4).join('') : '';
}

/** The mobile numbers of a field as `138****1234`. Landlines and everything else print nothing (ruling 28). */
export function maskPhone(phone: string): string {
  return masksOf(phone).filter(isMobile).join(BETWEEN);
}

/**
 * The same where staff alone look: of a landline the last four (domain.md §6), of one too short to hide behind them that there is one.
 */
export function maskPhoneInside(phone: string): string {
  return masksOf(phone).join(BETWEEN);
}

const BETWEEN = '、';
const isMobile = (mask: string): boolean => mask.length === 11;
const masksOf = (phone: string): readonly string[] =>
  readPhones(phone).map(({ number }) =>
    /^1\d{10}$/.test(number) ? `${number.slice(0, 3)}****${number.slice(-4)}` : `***${lastFour(number)}`,
  );

// 镇 and 乡 inside names of counties and cities, which are no township yet.
const COUNTY_WITH_TOWNSHIP_WORD =
  /(?:景德镇|[新萍桐湘宁内西金东]乡)(?=[市区县族])|镇(?=(?:江|海|平|原|雄|巴|安|坪|远|赉|康)[市区县]|宁布依|沅彝)|乡(?=[宁城]县)/gu;
const LONGEST_AREA = 30;

/**
 * An address cut after its 街道, 镇 or 乡. Prints nothing when no such word is found, or when house numbers come first:
 * then the cut would not hide the door. Where the household file has the township in a field of its own, use that.
 */
export function maskAddress(address: string): string {
  const hidden = address.trim().replace(COUNTY_WITH_TOWNSHIP_WORD, (word) => '\u0000'.repeat(word.length));
  const m = /^.+?(?:街道|镇|乡|苏木)/su.exec(hidden);
  if (m === null) return '';
  const area = address.trim().slice(0, m[0].length);
  const tooMuch = /[0-9０-９〇一二三四五六七八九十]+[号栋幢座室楼弄组队]|[0-9０-９]|[路巷村](?!街道)/u.test(
    area,
  );
  return tooMuch || Array.from(area).length > LONGEST_AREA ? '' : area;
}
