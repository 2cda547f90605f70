// What a reader of hundreds of thousands of rows remembers, so that the same few words are kept and understood once.
import type { Day } from '../domain/business-day.ts';
import { readDay } from '../imports/cells.ts';

/** One string in place of equal ones near each other: places of neighbours. */
export const keeper = (): ((text: string) => string) => {
  const most = 5_000;
  let known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size >= most) known = new Map();
    known.set(text, text);
    return text;
  };
};

/** Days that could be read, by what was written. */
export const dayReader = (): typeof readDay => {
  const most = 5_000;
  let known = new Map<string, Day>();
  return (cell, field, month, faults) => {
    if (cell === undefined) return null;
    const written = `${month}${cell.numeric ? '#' : ''}${cell.text}`;
    const before = known.get(written);
    if (before !== undefined) return before;
    const day = readDay(cell, field, month, faults);
    if (known.size >= most) known = new Map();
    if (day !== null) known.set(written, day);
    return day;
  };
};
