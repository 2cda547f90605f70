// 大写金额: an amount as Chinese financial characters on receipts (domain.md §4.5, ruling 25).
// Own code because the libraries tried break the bank rules (design.md §6). Unpriced goods have no amount and never come here.
import type { Fen } from './money.ts';
import { requireInteger } from './rounding.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['仟', '佰', '拾', ''] as const;

const digit = (n: number): string => DIGITS.charAt(n);

/** 1 to 9999 with inner zeros as one 零; no 零 before the first or after the last digit. */
function group(n: number): string {
  let words = '';
  let zero = false;
  Array.from(String(n).padStart(4, '0')).forEach((c, i) => {
    const d = Number(c);
    if (d === 0) zero = words !== '';
    else {
      words += `${zero ? '零' : ''}${digit(d)}${PLACES[i] ?? ''}`;
      zero = false;
    }
  });
  return words;
}

/** Joins a higher part and the rest below it: one 零 when the digit right below the unit is zero. */
function join(high: string, unit: string, rest: number, full: number): string {
  if (rest === 0) return high + unit;
  return high + unit + (rest < full / 10 ? '零' : '') + whole(rest);
}

/** A positive whole number of yuan without 元. 万亿 and beyond follow from reading the part above 亿 the same way. */
function whole(yuan: number): string {
  if (yuan >= 100_000_000)
    return join(whole(Math.floor(yuan / 100_000_000)), '亿', yuan % 100_000_000, 100_000_000);
  if (yuan >= 10_000) return join(group(Math.floor(yuan / 10_000)), '万', yuan % 10_000, 10_000);
  return group(yuan);
}

/**
 * Fen as 大写: 人民币 with no gap; 整 after 元 only; at 角 and at 分 nothing; 零 after 元 when 角 is 0 and 分 is not.
 * ¥0.00 reads 人民币零元整, a negative amount (red entry) 人民币负…. Where the bank rule leaves 零 open (between 万
 * and 仟, before 角) it prints what the checked values of domain.md §4.5 print: none.
 */
export function amountInWords(fen: Fen): string {
  requireInteger(fen, 'amount');
  if (fen === 0) return '人民币零元整';
  const size = Math.abs(fen);
  const yuan = Math.floor(size / 100);
  const jiao = Math.floor(size / 10) % 10;
  const fenDigit = size % 10;
  let words = fen < 0 ? '人民币负' : '人民币';
  if (yuan > 0) words += `${whole(yuan)}元`;
  if (jiao === 0 && fenDigit === 0) return `${words}整`;
  if (jiao > 0) words += `${digit(jiao)}角`;
  else if (yuan > 0) words += '零';
  return fenDigit > 0 ? `${words}${digit(fenDigit)}分` : words;
}
