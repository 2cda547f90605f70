// Labels that are about to be printed: what was chosen with how many copies, and where on the sheets they come to lie. Pure.
import type { Input } from '../../db/contract/index.ts';
import { wholeIn } from '../../db/domain/whole-number.ts';

export type LabelKind = Input<'goods.printLabels'>['kind'];
export type LabelSheet = Input<'goods.printLabels'>['sheet'];

/** Where the labels page opens with these goods or lots on its list, under the address of the place 物资. */
export const labelsOf = (of: 'items' | 'lots', ids: readonly number[]): string =>
  `labels?${of}=${ids.join(',')}`;

/** Labels across and down a sheet (main/documents/label-sheet.ts); a roll has one after the other. */
export const sheetGrid: Readonly<
  Record<LabelSheet, { readonly across: number; readonly down: number } | null>
> = {
  'a4-3x8': { across: 3, down: 8 },
  'a4-4x10': { across: 4, down: 10 },
  'roll-60x40': null,
  'roll-50x30': null,
  'roll-40x30': null,
};
export const perSheet = (sheet: LabelSheet): number => {
  const grid = sheetGrid[sheet];
  return grid === null ? 1 : grid.across * grid.down;
};

/** One kind of goods or one lot on the list; its copies start empty, never 1. */
export interface LabelRow {
  readonly id: number;
  readonly name: string;
  /** Spec, code, expiry, place: what tells it from its neighbours. */
  readonly more: string;
  readonly copies: string;
}
export const copiesOf = (row: LabelRow): number | null => wholeIn(row.copies, 1, 500);

/** All labels of the rows; null while one of them cannot be read. */
export const totalOf = (rows: readonly LabelRow[]): number | null =>
  rows.reduce<number | null>((sum, row) => {
    const copies = copiesOf(row);
    return sum === null || copies === null ? null : sum + copies;
  }, 0);

/** The first free label, from 1; null when that place is not on the sheet. A roll has no other. */
export const startOf = (text: string, sheet: LabelSheet): number | null =>
  sheetGrid[sheet] === null ? 1 : wholeIn(text, 1, perSheet(sheet));

interface Laid {
  readonly sheets: number;
  /** First free label after printing, on the last sheet; null when that sheet is used up. */
  readonly nextStart: number | null;
}
export const lay = (total: number, start: number, sheet: LabelSheet): Laid => {
  const size = perSheet(sheet);
  const used = start - 1 + total;
  return { sheets: Math.ceil(used / size), nextStart: used % size === 0 ? null : (used % size) + 1 };
};

/** Ids from the address: `3,9`; whatever is no id is left out. */
export const idsIn = (text: string | null): readonly number[] =>
  (text ?? '').split(',').flatMap((part) => wholeIn(part, 1, 999_999_999) ?? []);
