// Addresses as they are compared (ruling 14, and one address in several households): two writings that surely mean one door have
// equal keys. Suggests, never merges; adds no county that was left out, and takes no 号楼 for a 栋.
import { dropInvisible, foldWidth } from './fold-width.ts';

const DIGITS = '零一二三四五六七八九';
/** 三, 十二, 三十, 三十二, before what a door is counted in. Names of roads and villages (五一路, 三都乡) are left alone. */
const COUNTED =
  /(?<![〇零一二三四五六七八九十百\d])第?([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=单元|栋|层|楼|室|组|队|号)/gu;
const NUMBERED = /(?<![\d第])第+(?=\d+(?:单元|栋|层|楼|室|组|队|号))/gu;

/** 一 to 九十九 as digits. */
function numeral(words: string): string {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const ten = words.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) : 0;
  return String(ten * 10 + Math.max(0, DIGITS.indexOf(ones ?? '')));
}

/**
 * The key of an address: width and case folded, blanks and punctuation dropped, 幢 as 栋, a counted 三 as 3, 第 before a number
 * left out. Between two digits a sign stays, as one hyphen: 1-12 and 11-2 are two doors. Empty for an address without a letter.
 */
export function addressKey(address: string): string {
  const plain = dropInvisible(foldWidth(address).replace(/(?<=\d)\s+(?=\d)/g, '-'))
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/(?<!\d)-|-(?!\d)/g, '')
    .replace(/幢/g, '栋')
    .replace(COUNTED, (_, words: string) => numeral(words))
    .replace(NUMBERED, '');
  return /\p{L}/u.test(plain) ? plain : '';
}
