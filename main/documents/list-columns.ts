// A list that comes on paper and as a workbook from one definition of its columns. Draws and writes nothing itself
// but rows: heads, feet and signatures belong to the paper.
import type { TableSection } from './flow.ts';
import type { Paper } from './paper.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow, Column, TableSetting } from './table.ts';
import { bold, cell, titleRow, wordsRow } from './workbook.ts';
import type { SheetRow, WorkbookSheet } from './workbook.ts';

type SheetCell = ReturnType<typeof cell.text>;

export interface ListColumn<Row> extends Column {
  readonly text: (row: Row, index: number) => string;
  /** Where the sheet holds more than the words: a number that can be added up. */
  readonly sheet?: (row: Row, index: number) => SheetCell;
}

/** A closing row: its words by heading, the rest empty. */
export interface ListTotal {
  readonly label: string;
  /** Heading of the column the label stands in. */
  readonly under: string;
  readonly figures: Readonly<Record<string, { readonly text: string; readonly sheet: SheetCell }>>;
}

export function listTable<Row>(
  paper: Paper,
  setting: Omit<TableSetting, 'columns'> & { readonly width: number },
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  totals: readonly ListTotal[] = [],
): TableSection {
  const body = rows.map((row, index): BodyRow => ({ cells: columns.map((c) => c.text(row, index)) }));
  const closing = totals.map((total): BodyRow => ({
    bold: true,
    cells: columns.map((c) =>
      c.heading === total.under ? total.label : (total.figures[c.heading]?.text ?? ''),
    ),
  }));
  return table(paper, { ...setting, columns: fillWidth(columns, setting.width) }, [...body, ...closing]);
}

export interface ListSheet<Row> {
  readonly name: string;
  readonly title: string;
  readonly practice: boolean;
  /** Lines between title and headings, and under the list. */
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly totals?: readonly ListTotal[];
}

export function listSheet<Row>(list: ListSheet<Row>): WorkbookSheet {
  const { columns } = list;
  const widths = columns.map((column) => Math.max(6, Math.round(column.width / 5)));
  const cellOf = (column: ListColumn<Row>, row: Row, index: number): SheetCell =>
    column.sheet?.(row, index) ?? cell.text(column.text(row, index));
  const totals = (list.totals ?? []).map((total): SheetRow =>
    columns.map((c) => {
      if (c.heading === total.under) return bold(cell.text(total.label));
      const figure = total.figures[c.heading];
      return figure === undefined ? cell.blank() : bold(figure.sheet);
    }),
  );
  return {
    name: list.name,
    widths,
    landscape: columns.length > 7,
    stickyRows: 0,
    rows: [
      titleRow(list.title, widths.length),
      ...(list.practice ? [wordsRow('练习,不作数', widths)] : []),
      ...list.above.map((line) => wordsRow(line, widths)),
      columns.map((column) => cell.heading(headingOf(column))),
      ...list.rows.map((row, index) => columns.map((column) => cellOf(column, row, index))),
      ...totals,
      ...list.below.map((line) => wordsRow(line, widths)),
    ],
  };
}

const headingOf = (column: Column): string =>
  `${column.group ?? ''} ${column.heading.replaceAll('\n', '')}`.trim();

/** 序号. */
export function numberColumn<Row>(width = 30): ListColumn<Row> {
  return {
    heading: '序号',
    width,
    align: 'center',
    text: (_, index) => String(index + 1),
    sheet: (_, index) => cell.number(index + 1),
  };
}
