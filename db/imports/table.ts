// Finds the one table in a workbook: its heading row wherever it stands, its data rows without titles, signatures and empty
// lines. Columns the program has no business with are dropped here, before anything else sees them.
import type { SheetCell, SheetTable } from '../contract/documents.ts';
import { foldWidth } from '../domain/fold-width.ts';
import { Refusal } from '../failures.ts';
import { columnsAt, foldHeading, type Column, type Columns } from './headings.ts';

export interface DataRow<K extends string> {
  /** Counts from 1 under the heading; empty lines and signatures do not shift it. */
  readonly row: number;
  /** As a spreadsheet program numbers it. */
  readonly sheetRow: number;
  readonly cells: Readonly<Partial<Record<K, SheetCell>>>;
}
export interface FoundTable<K extends string> {
  readonly sheet: string;
  /** From 1, as a spreadsheet program shows it. */
  readonly headingRow: number;
  /** The columns taken, in the order of the sheet, under the sheet's own words. */
  readonly headings: readonly { readonly key: K; readonly text: string }[];
  /** Columns (and further sheets) that are not taken; nothing of them is kept. */
  readonly leftOut: readonly string[];
  readonly rows: readonly DataRow<K>[];
}

/** Titles, period and unit lines stand above the heading; nobody writes more than a page of them. */
const DEEPEST_HEADING = 30;

const LABEL = new RegExp(
  '^(?:(?:审核|审批|复核|制表|填表|填报|经办|录入|负责|联系|验收|监督|统计)人|(?:单位|统计|部门)?负责人|(?:联系|监督|举报)?电话|' +
    '(?:填报|填表|制表|报出|审核)?日期|填报单位|单位|签字|签名|签章|盖章|公章|注|说明|备注)(?:\\([^)]*\\))?:|' +
    '^(?:(?:审核|审批|复核|制表|填表|填报|经办)人|(?:单位|统计)?负责人|合计|总计|小计|本页合计|累计)$|^(?:合计|总计|小计|本页合计|累计)[:(\\d]|^共\\d+[户人行条]',
);
/** Words under which people sign or add up: 审核人:, 合计. */
const isLabel = (text: string): boolean => LABEL.test(foldWidth(text).replace(/[\s\u00A0]/g, ''));

const textAt = (row: readonly SheetCell[], at: number): string => row[at]?.text.trim() ?? '';

/** The table of `columns` in the first sheets that have it. Refuses `sheet-headings-missing` (naming them), `sheet-empty`. */
export const findTable = <K extends string>(
  tables: readonly SheetTable[],
  columns: Columns<K>,
): FoundTable<K> => {
  const found = tables.map((table) => locate(table, columns)).filter((place) => place !== null);
  const whole = found.filter((place) => place.missing.length === 0).map((place) => cut(place));
  const [best, ...others] = whole.sort((a, b) => b.rows.length - a.rows.length);
  if (!best) {
    const [nearest] = found.sort((a, b) => a.missing.length - b.missing.length);
    const required = columns.filter((column) => column.required).map(nameOf);
    throw new Refusal('sheet-headings-missing', { missing: (nearest?.missing ?? required).join('、') });
  }
  if (best.rows.length === 0) throw new Refusal('sheet-empty');
  const otherSheets = others
    .filter((other) => other.rows.length > 0)
    .map((other) => `工作表“${other.sheet}”`);
  return { ...best, leftOut: [...best.leftOut, ...otherSheets] };
};

interface Place<K extends string> {
  readonly table: SheetTable;
  /** The heading's last row. */
  readonly at: number;
  readonly heading: readonly SheetCell[];
  readonly columns: readonly (Column<K> | null)[];
  readonly missing: readonly string[];
}

const nameOf = <K extends string>(column: Column<K>): string => column.names[0] ?? column.key;

/** The heading that names most of the required columns; null when none names any. */
const locate = <K extends string>(table: SheetTable, columns: Columns<K>): Place<K> | null => {
  let best: Place<K> | null = null;
  for (const { at, heading } of headingsOf(table)) {
    const meant = columnsAt(heading, columns);
    if (meant.every((column) => !column?.required)) continue;
    const missing = columns.filter((column) => column.required && !meant.includes(column)).map(nameOf);
    if (best === null || missing.length < best.missing.length)
      best = { table, at, heading, columns: meant, missing };
  }
  return best;
};

/** Every row that may be the heading, alone and under a row of groups (家庭成员信息 above 姓名, 身份证号码). */
const headingsOf = ({ rows }: SheetTable): readonly Pick<Place<string>, 'at' | 'heading'>[] =>
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

const cut = <K extends string>({ table, at, heading, columns: meant }: Place<K>): FoundTable<K> => {
  const single = table.rows[at] ?? [];
  const headings = meant.flatMap((column, index) =>
    column ? [{ key: column.key, text: textAt(heading, index) }] : [],
  );
  const leftOut = heading
    .map((cell) => cell.text.trim())
    .filter((text, index) => text !== '' && meant[index] === null);
  const rows: DataRow<K>[] = [];
  for (let index = at + 1; index < table.rows.length; index += 1) {
    const row = table.rows[index] ?? [];
    if (isEmpty(row, meant) || isSignature(row, meant)) continue;
    if (repeatsHeading(row, heading) || repeatsHeading(row, single)) continue;
    rows.push({ row: index - at, sheetRow: index + 1, cells: keep(row, meant) });
  }
  return { sheet: table.sheet, headingRow: at + 1, headings, leftOut, rows };
};

/** Also when only the printed line number (序号) is there. */
const isEmpty = <K extends string>(
  row: readonly SheetCell[],
  meant: readonly (Column<K> | null)[],
): boolean => row.every((cell, index) => cell.text.trim() === '' || meant[index]?.ignored === true);

/**
 * Almost nothing where a data row must have something, and words under which people sign. Both are asked for, so that a bad
 * data row is refused in words instead of passed over unseen.
 */
const isSignature = <K extends string>(
  row: readonly SheetCell[],
  meant: readonly (Column<K> | null)[],
): boolean => {
  if (!row.some((cell) => isLabel(cell.text))) return false;
  const needed = row.filter(
    (cell, index) => meant[index]?.required && cell.text.trim() !== '' && !isLabel(cell.text),
  );
  return needed.length <= 1;
};

/** Sheets made for printing repeat the heading on every page. */
const repeatsHeading = (row: readonly SheetCell[], heading: readonly SheetCell[]): boolean =>
  heading.every((cell, index) => foldHeading(textAt(row, index)) === foldHeading(cell.text));

const keep = <K extends string>(
  row: readonly SheetCell[],
  meant: readonly (Column<K> | null)[],
): Readonly<Partial<Record<K, SheetCell>>> => {
  const cells: Partial<Record<K, SheetCell>> = {};
  for (const [index, column] of meant.entries()) {
    const cell = row[index];
    if (column && cell && cell.text !== '') cells[column.key] = cell;
  }
  return cells;
};
