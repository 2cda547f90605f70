// Where in a sheet the heading stands and what its columns mean: by the words of the headings, or as somebody said for a sheet with
// the same headings before.
import { createHash } from 'node:crypto';
import type { SheetCell } from '../contract/documents.ts';
import { columnsAt, foldHeading, type Column, type Columns } from './headings.ts';

/** Titles, period and unit lines stand above the heading; nobody writes more than a page of them. */
export const DEEPEST_HEADING = 30;

/** What somebody said the columns of a layout mean, by its fingerprint; null: nothing we keep. */
export type Layouts<K extends string> = ReadonlyMap<string, readonly (K | null)[]>;
export const noLayouts: ReadonlyMap<string, never> = new Map<string, never>();

export interface Place<K extends string> {
  /** The heading's last row. */
  readonly at: number;
  readonly heading: readonly SheetCell[];
  readonly columns: readonly (Column<K> | null)[];
  readonly missing: readonly string[];
}

const textAt = (row: readonly SheetCell[], at: number): string => row[at]?.text.trim() ?? '';
const nameOf = <K extends string>(column: Column<K>): string => column.names[0] ?? column.key;

export const requiredNames = <K extends string>(columns: Columns<K>): readonly string[] =>
  columns.filter((column) => column.required).map(nameOf);

/** One and the same for all sheets with these headings. */
export const fingerprintOf = (heading: readonly SheetCell[]): string =>
  createHash('sha256')
    .update(
      heading
        .map(({ text }) => foldHeading(text))
        .join('\n')
        .trimEnd(),
    )
    .digest('hex');

/** The heading that names most of the required columns; null when none names any. */
export const locate = <K extends string>(
  rows: readonly (readonly SheetCell[])[],
  columns: Columns<K>,
  layouts: Layouts<K>,
): Place<K> | null => {
  let best: Place<K> | null = null;
  for (const { at, heading } of headingsOf(rows)) {
    const said = layouts.size === 0 ? undefined : layouts.get(fingerprintOf(heading));
    const meant = said ? asSaid(said, columns) : columnsAt(heading, columns);
    if (meant.every((column) => !column?.required)) continue;
    const missing = columns.filter((column) => column.required && !meant.includes(column)).map(nameOf);
    const place = { at, heading, columns: meant, missing };
    if (said) return place;
    if (best === null || missing.length < best.missing.length) best = place;
  }
  return best;
};

const asSaid = <K extends string>(
  said: readonly (K | null)[],
  columns: Columns<K>,
): readonly (Column<K> | null)[] => said.map((key) => columns.find((column) => column.key === key) ?? null);

/** Every row that may be the heading, alone and under a row of groups (家庭成员信息 above 姓名, 身份证号码). */
const headingsOf = (
  rows: readonly (readonly SheetCell[])[],
): readonly Pick<Place<string>, 'at' | 'heading'>[] =>
  rows.slice(0, DEEPEST_HEADING).flatMap((heading, at) => {
    const groups = rows[at - 1];
    return groups
      ? [
          { at, heading },
          { at, heading: under(groups, heading) },
        ]
      : [{ at, heading }];
  });

/** What the lower row leaves empty is named by the upper one alone. */
const under = (groups: readonly SheetCell[], row: readonly SheetCell[]): readonly SheetCell[] =>
  Array.from({ length: Math.max(groups.length, row.length) }, (_, at) => {
    const cell = textAt(row, at) === '' ? groups[at] : row[at];
    return cell ?? { text: '', numeric: false };
  });
