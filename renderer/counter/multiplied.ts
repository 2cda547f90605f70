// Quantity before the scan: digits typed by hand, then a scan of goods, are that many of them. Without Enter in between digits are never
// an item code, and a code of ours or of goods has checks of its own, so that neither is taken for the other. Pure.
import { looksWhole, type Scan } from '../scanner/index.ts';

export interface Multiplied {
  readonly text: string;
  readonly times: number;
}
export type Scanned = Pick<Scan, 'text' | 'entry' | 'before'>;

/** No household takes a thousand of anything in one scan. */
const digits = /^(?!0+$)\d{1,3}$/;

/** What is typed so far and could be a quantity. */
export const isTimes = (typed: string): boolean => digits.test(typed);

export const multiplied = ({ text, entry, before = '' }: Scanned): Multiplied => {
  if (entry !== 'scanned') return { text, times: 1 };
  if (isTimes(before)) return { text, times: Number(before) };
  if (looksWhole(text)) return { text, times: 1 };
  // Typed just before the scan, the digits arrive in one piece with the code.
  for (let length = 1; length <= 3; length += 1) {
    const [times, rest] = [text.slice(0, length), text.slice(length)];
    if (isTimes(times) && looksWhole(rest)) return { text: rest, times: Number(times) };
  }
  return { text, times: 1 };
};
