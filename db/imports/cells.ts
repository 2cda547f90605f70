// What a cell of a sheet says: text, a day, a number too long for a spreadsheet. Mends nothing that could mean two things.
import type { SheetCell } from '../contract/documents.ts';
import { monthRange, type Day } from '../domain/business-day.ts';
import { codePoints } from '../domain/person-name.ts';
import { readWrittenDay } from './days.ts';
import { shown, type RowFaults } from './row-fault.ts';

/** A trimmed text of at most `most` characters; refuses `row-text-too-long` and what cannot be stored unchanged. */
export const readText = (
  cell: SheetCell | undefined,
  field: string,
  most: number,
  faults: RowFaults,
): string => {
  if (cell === undefined) return '';
  const text = cell.text.trim();
  if (!text.isWellFormed() || text.includes('\0')) faults.refuse('text-ill-formed', field);
  // No text has more characters than code units; counting them costs.
  else if (text.length > most && codePoints(text) > most) faults.refuse('row-text-too-long', field, { most });
  return text;
};

/**
 * A day; null for an empty cell. Rosters often name a month only: `month` says whether its first or last day is meant,
 * 'none' refuses it. Refuses `row-date-unreadable`, `row-date-two-digit-year`.
 */
export const readDay = (
  cell: SheetCell | undefined,
  field: string,
  month: 'first' | 'last' | 'none',
  faults: RowFaults,
): Day | null => {
  const text = cell?.text.trim() ?? '';
  if (text === '') return null;
  const written = readWrittenDay(text, cell?.numeric === true);
  if (written.kind === 'day') return written.day;
  if (written.kind === 'month' && month !== 'none') return monthRange(written.month)[month];
  faults.refuse(written.kind === 'refused' ? written.code : 'row-date-unreadable', field, shown(text));
  return null;
};

/** True for a number beyond what floating point keeps: its last digits are gone, whatever the sheet shows. */
export const lostDigits = (cell: SheetCell | undefined): boolean =>
  cell?.numeric === true && /^\d+$/.test(cell.text) && !Number.isSafeInteger(Number(cell.text));
