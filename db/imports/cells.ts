// What a cell of a sheet says: text, a day, a number too long for a spreadsheet. Mends nothing that could mean two things.
import type { SheetCell } from '../contract/documents.ts';
import { isMonth, monthRange, parseDay, type Day } from '../domain/business-day.ts';
import { foldWidth } from '../domain/fold-width.ts';
import { codePoints } from '../domain/person-name.ts';
import { shown, type RowFaults } from './row-fault.ts';

const MONTH = /^([1-9]\d{3})[-/.年](\d{1,2})月?$/;

/** A trimmed text of at most `most` characters; refuses `row-text-too-long` and what cannot be stored unchanged. */
export const readText = (
  cell: SheetCell | undefined,
  field: string,
  most: number,
  faults: RowFaults,
): string => {
  const text = cell?.text.trim() ?? '';
  if (!text.isWellFormed() || text.includes('\0')) faults.refuse('text-ill-formed', field);
  else if (codePoints(text) > most) faults.refuse('row-text-too-long', field, { most });
  return text;
};

/**
 * A day; null for an empty cell. Rosters often name a month only: `month` says whether its first or last day is meant,
 * 'none' refuses it. Refuses `row-date-unreadable`.
 */
export const readDay = (
  cell: SheetCell | undefined,
  field: string,
  month: 'first' | 'last' | 'none',
  faults: RowFaults,
): Day | null => {
  const text = cell?.text.trim() ?? '';
  if (text === '') return null;
  const day = parseDay(text) ?? (month === 'none' ? null : dayOfMonth(text, month));
  if (day === null) faults.refuse('row-date-unreadable', field, shown(text));
  return day;
};

const dayOfMonth = (text: string, which: 'first' | 'last'): Day | null => {
  const m = MONTH.exec(foldWidth(text).replace(/\s/g, ''));
  const month = m ? `${m[1] ?? ''}-${(m[2] ?? '').padStart(2, '0')}` : '';
  return isMonth(month) ? monthRange(month)[which] : null;
};

/** True for a number beyond what floating point keeps: its last digits are gone, whatever the sheet shows. */
export const lostDigits = (cell: SheetCell | undefined): boolean =>
  cell?.numeric === true && /^\d+$/.test(cell.text) && !Number.isSafeInteger(Number(cell.text));
