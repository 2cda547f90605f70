// Dates as people write them in sheets: 2026-05-04, 2026.5.4, 20260504, 2026年5月4日, 二〇二六年五月, a month alone, a spreadsheet's day
// number. Guesses no century: a year of two digits is refused, and so are 民国 years and days that do not exist.
import { addDays, isMonth, parseDay, type Day, type Month } from '../domain/business-day.ts';
import { foldWidth } from '../domain/fold-width.ts';

export type WrittenDay =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'refused'; readonly code: 'row-date-unreadable' | 'row-date-two-digit-year' };

const MONTH = /^([1-9]\d{3})[-/.年](\d{1,2})月?份?$/;
/** Six digits with a month at the end; a day number has five. */
const COMPACT_MONTH = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/;
const SHORT_YEAR = /^['’]?\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月(?:\d{1,2}[日号]?)?)$/;
const TIME_OF_DAY = /(?<=\d|日|号)[ T]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
/** Day 1 of a spreadsheet is 1900-01-01, and it believes in 1900-02-29: from March 1900 on the numbers fit this day. */
const SERIAL_ZERO = '1899-12-30';
const serials = { from: 61, to: 73_050 } as const;

export const readWrittenDay = (text: string, numeric: boolean): WrittenDay => {
  const serial = Number(text);
  if (numeric && Number.isInteger(serial) && serial >= serials.from && serial <= serials.to)
    return { kind: 'day', day: addDays(SERIAL_ZERO, serial) };
  const plain = foldWidth(text).replace(TIME_OF_DAY, '').replace(/\s/g, '');
  const written = arabic(plain).replace(/号$/, '日');
  const day = parseDay(written);
  if (day !== null) return { kind: 'day', day };
  const m = MONTH.exec(written) ?? COMPACT_MONTH.exec(written);
  const month = m ? `${m[1] ?? ''}-${(m[2] ?? '').padStart(2, '0')}` : '';
  if (isMonth(month)) return { kind: 'month', month };
  return {
    kind: 'refused',
    code: SHORT_YEAR.test(written) ? 'row-date-two-digit-year' : 'row-date-unreadable',
  };
};

const DIGITS = '〇一二三四五六七八九';
const CHINESE =
  /^([〇零○Ｏ一二三四五六七八九]{2,4})年([一二三四五六七八九十]{1,3})月(?:份|([一二三四五六七八九十廿卅]{1,4})[日号])?$/;

/** 二〇二六年五月四日 in figures; anything else as it is. */
const arabic = (text: string): string => {
  const m = CHINESE.exec(text.replace(/元(?=月)/, '一'));
  if (!m) return text;
  const [, year = '', month = '', day] = m;
  const figures = Array.from(year.replace(/[零○Ｏ]/g, '〇'), (digit) => DIGITS.indexOf(digit)).join('');
  return `${figures}年${counted(month)}月${day === undefined ? '' : `${counted(day)}日`}`;
};

/** 十, 十二, 二十, 二十三, 廿三 as a number. */
const counted = (text: string): number => {
  const spelled = text.replace('廿', '二十').replace('卅', '三十');
  const [tens, units] = spelled.includes('十') ? spelled.split('十') : ['〇', spelled];
  const digit = (character: string | undefined, otherwise: number): number =>
    character === undefined || character === '' ? otherwise : DIGITS.indexOf(character);
  return digit(tens, 1) * 10 + digit(units, 0);
};
