// Finds the one table in a workbook: its heading row wherever it stands, its data rows without titles, signatures and empty
// lines. Columns the program has no business with are dropped here, before anything else sees them.
import type { SheetCell, SheetTable } from '../contract/documents.ts';
import { Refusal } from '../failures.ts';
import { dataRowTest } from './data-rows.ts';
import type { Column, Columns } from './headings.ts';
import { DEEPEST_HEADING, locate, noLayouts, requiredNames, type Layouts, type Place } from './locate.ts';

export interface DataRow<K extends string> {
  /** Counts from 1 under the heading; empty lines and signatures do not shift it. */
  readonly row: number;
  /** As a spreadsheet program numbers it. */
  readonly sheetRow: number;
  readonly cells: Readonly<Partial<Record<K, SheetCell>>>;
}
export interface FoundHeading<K extends string> {
  readonly sheet: string;
  /** From 1, as a spreadsheet program shows it. */
  readonly headingRow: number;
  /** The columns taken, in the order of the sheet, under the sheet's own words. */
  readonly headings: readonly { readonly key: K; readonly text: string }[];
  /** Columns (and further sheets) that are not taken; nothing of them is kept. */
  readonly leftOut: readonly string[];
  /** The heading cells, and the column each means. */
  readonly columns: readonly { readonly cell: SheetCell; readonly key: K | null }[];
}
export interface FoundTable<K extends string> extends FoundHeading<K> {
  readonly rows: readonly DataRow<K>[];
}

type Row = readonly SheetCell[];
/** One sheet, read row by row. */
export interface TableReader<K extends string> {
  /** The next rows of the sheet, the first of them at index `from`; answers the data rows among what is known by then. */
  readonly read: (rows: readonly Row[], from: number) => readonly DataRow<K>[];
  /** Nothing follows: the data rows of a sheet so short that its heading was still looked for. */
  readonly end: () => readonly DataRow<K>[];
  /** Null while the heading is looked for, and for good where a required column is missing. */
  readonly found: () => FoundHeading<K> | null;
  /** Names of required columns the nearest heading lacks; all of them where there is no heading. */
  readonly missing: () => readonly string[];
}

export const tableReader = <K extends string>(
  sheet: string,
  columns: Columns<K>,
  layouts: Layouts<K> = noLayouts,
): TableReader<K> => {
  let head: Row[] | null = [];
  let place: Place<K> | null = null;
  let isData: (row: Row) => boolean = () => false;

  const dataRow = (row: Row, index: number, { at, columns: meant }: Place<K>): DataRow<K> => ({
    row: index - at,
    sheetRow: index + 1,
    cells: keep(row, meant),
  });
  const settle = (): readonly DataRow<K>[] => {
    const rows = head ?? [];
    head = null;
    place = locate(rows, columns, layouts);
    if (!place || place.missing.length > 0) return [];
    const { at, heading } = place;
    isData = dataRowTest(place.columns, [heading, rows[at] ?? []]);
    return under(rows.slice(at + 1), at + 1);
  };
  const under = (rows: readonly Row[], from: number): readonly DataRow<K>[] => {
    const here = place;
    if (!here) return [];
    return rows.flatMap((row, at) => (isData(row) ? [dataRow(row, from + at, here)] : []));
  };

  return {
    read(rows, from) {
      if (!head) return under(rows, from);
      // Empty rows between chunks count.
      while (head.length < from) head.push([]);
      for (const row of rows) head.push(row);
      return head.length > DEEPEST_HEADING ? settle() : [];
    },
    end: () => (head ? settle() : []),
    found: () => (place?.missing.length === 0 ? foundHeading(sheet, place) : null),
    missing: () => place?.missing ?? requiredNames(columns),
  };
};

const foundHeading = <K extends string>(
  sheet: string,
  { at, heading, columns: meant }: Place<K>,
): FoundHeading<K> => ({
  sheet,
  headingRow: at + 1,
  headings: meant.flatMap((column, index) =>
    column ? [{ key: column.key, text: heading[index]?.text.trim() ?? '' }] : [],
  ),
  leftOut: heading
    .map((cell) => cell.text.trim())
    .filter((text, index) => text !== '' && (meant[index] ?? null) === null),
  columns: heading.map((cell, index) => ({ cell, key: meant[index]?.key ?? null })),
});

/** The table of `columns` in the first sheets that have it. Refuses `sheet-headings-missing` (naming them), `sheet-empty`. */
export const findTable = <K extends string>(
  tables: readonly SheetTable[],
  columns: Columns<K>,
): FoundTable<K> =>
  bestTable(
    tables.map((table) => {
      const reader = tableReader(table.sheet, columns);
      const rows = [...reader.read(table.rows, 0), ...reader.end()];
      return { reader, rows };
    }),
    columns,
  );

/** The table with most rows among the sheets that have one; the others are named as left out. */
export const bestTable = <K extends string, R extends { readonly length: number }>(
  sheets: readonly { readonly reader: TableReader<K>; readonly rows: R }[],
  columns: Columns<K>,
): FoundHeading<K> & { readonly rows: R } => {
  const whole = sheets.flatMap(({ reader, rows }) => {
    const found = reader.found();
    return found ? [{ found, rows }] : [];
  });
  const [best, ...others] = whole.sort((a, b) => b.rows.length - a.rows.length);
  if (!best) {
    const [nearest] = sheets.map(({ reader }) => reader.missing()).sort((a, b) => a.length - b.length);
    throw new Refusal('sheet-headings-missing', { missing: (nearest ?? requiredNames(columns)).join('、') });
  }
  if (best.rows.length === 0) throw new Refusal('sheet-empty');
  const otherSheets = others
    .filter((other) => other.rows.length > 0)
    .map((other) => `工作表“${other.found.sheet}”`);
  return { ...best.found, rows: best.rows, leftOut: [...best.found.leftOut, ...otherSheets] };
};

const keep = <K extends string>(
  row: Row,
  meant: readonly (Column<K> | null)[],
): Readonly<Partial<Record<K, SheetCell>>> => {
  const cells: Partial<Record<K, SheetCell>> = {};
  for (let index = 0; index < meant.length; index += 1) {
    const column = meant[index];
    const cell = row[index];
    if (column && cell && cell.text !== '') cells[column.key] = cell;
  }
  return cells;
};
