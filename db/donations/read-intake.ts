// Cells of a list of gifts about their coming in: days, who inspected, where the goods were put, second-hand goods. Pure.
import type { SheetCell } from '../contract/documents.ts';
import type { Day } from '../domain/business-day.ts';
import { foldWidth } from '../domain/fold-width.ts';
import { SHOP_FLOOR } from '../domain/places.ts';
import { readDay } from '../imports/cells.ts';
import { shown, type RowFaults } from '../imports/row-fault.ts';
import type { Grade } from '../schema.ts';
import { areTwo } from './inspectors.ts';

const textOf = (cell: SheetCell | undefined): string => cell?.text.trim() ?? '';

/** Older than any gift of this shop: 1900-01-00 of an empty spreadsheet cell, or a slip of the finger. */
const EARLIEST = '2000-01-01';

/** A day on a package or a list; refuses `row-date-unreadable` before 2000 too. */
export const readGoodsDay = (cell: SheetCell | undefined, field: string, faults: RowFaults): Day | null => {
  const day = readDay(cell, field, 'none', faults);
  if (day === null || day >= EARLIEST) return day;
  faults.refuse('row-date-unreadable', field, shown(textOf(cell)));
  return null;
};

export const readGiftDay = (cell: SheetCell | undefined, today: Day, faults: RowFaults): Day | null => {
  const day = readGoodsDay(cell, 'day', faults);
  if (textOf(cell) === '') faults.refuse('row-date-unreadable', 'day', { found: '' });
  if (day !== null && day > today) faults.refuse('row-day-in-future', 'day', { found: day });
  return day;
};

/** The place of the goods by its name, the shop floor where the sheet says nothing. Refuses `place-closed`. */
export const readPlace = (
  cell: SheetCell | undefined,
  places: ReadonlyMap<string, number>,
  faults: RowFaults,
): number => {
  const name = textOf(cell);
  if (name === '') return SHOP_FLOOR;
  const placeId = places.get(name);
  if (placeId === undefined) faults.refuse('place-closed', 'place', { place: shown(name).found });
  return placeId ?? SHOP_FLOOR;
};

const MOST_NAME = 50;

/** Two names in one cell, set apart by a sign or a space; an empty cell says nothing. Refuses `inspectors-two`. */
export const readInspectors = (cell: SheetCell | undefined, faults: RowFaults): readonly [string, string] => {
  const text = textOf(cell);
  if (text === '') return ['', ''];
  const names = text.split(/[、,，;；/／\s]+/u).filter((name) => name !== '');
  const [one = '', two = '', more] = names;
  if (!areTwo([one, two]) || more !== undefined || names.some((name) => name.length > MOST_NAME))
    faults.refuse('inspectors-two', 'inspectors');
  return [one, two];
};

/** Words of second-hand goods; 全新 and an empty cell: not second-hand. */
const GRADES: Readonly<Partial<Record<string, Grade | 'unused'>>> = {
  全新: 'unused',
  新: 'unused',
  九成新以上: 'new',
  九成新: 'new',
  九五成新: 'new',
  '9成新': 'new',
  七成新以上: 'good',
  八成新: 'good',
  '8成新': 'good',
  七成新: 'good',
  '7成新': 'good',
  五成新以上: 'fair',
  六成新: 'fair',
  '6成新': 'fair',
  五成新: 'fair',
  '5成新': 'fair',
};

/** Refuses `row-grade-unknown`: a guess would give it out as better than it is. */
export const readGrade = (cell: SheetCell | undefined, faults: RowFaults): Grade | null => {
  const text = foldWidth(textOf(cell)).replace(/\s/g, '');
  if (text === '') return null;
  const grade = GRADES[text];
  if (grade === undefined) faults.refuse('row-grade-unknown', 'grade', shown(text));
  return grade === undefined || grade === 'unused' ? null : grade;
};
