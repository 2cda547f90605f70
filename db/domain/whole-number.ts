// A whole number as somebody types or pastes it: a count of vouchers, pieces, labels, days. Money and quantities of goods have readers of
// their own (money.ts, quantity.ts).
import { foldWidth } from './fold-width.ts';

/** Digits alone, or in groups of three as our own papers print them. */
const PLAIN = /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/;

/**
 * Full-width figures, groups of three and blanks around it are read; anything else, a sign or a fraction too, is null, and so is what
 * is out of bounds. Never a part of what was typed.
 */
export const wholeIn = (text: string, least: number, most: number): number | null => {
  const typed = foldWidth(text)
    .replace(/[\u200B-\u200D\u2060]/g, '')
    .trim();
  const read = PLAIN.test(typed) ? Number(typed.replaceAll(',', '')) : NaN;
  return read >= least && read <= most ? read : null;
};
