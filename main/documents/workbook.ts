// Sheets for Excel and WPS. Text stays text, numbers are numbers, and nothing a person typed can become a formula.
import writeExcelFile from 'write-excel-file/node';
import type { CellObject, Sheet } from 'write-excel-file/node';
import type { Fen } from '../../db/contract/documents.ts';

/** First characters that make a spreadsheet compute, full-width forms included (rulings.md 16, reliability.md §8). */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;
// What XML cannot carry: control characters and halves of surrogate pairs.
// eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

export function neutralise(text: string): string {
  const clean = text.toWellFormed().replaceAll(notXml, '\uFFFD');
  return formulaStart.test(clean) ? `'${clean}` : clean;
}

export type SheetRow = readonly (CellObject | null)[];

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly landscape: boolean;
  /** Rows that stay in view. */
  readonly stickyRows: number;
}

const ruled = { borderStyle: 'thin', borderColor: '#808080', alignVertical: 'center' } as const;

export const cell = {
  text: (text: string): CellObject => ({ ...ruled, value: neutralise(text), type: String, wrap: true }),
  heading: (text: string, span = 1): CellObject => ({
    ...ruled,
    value: neutralise(text),
    type: String,
    fontWeight: 'bold',
    align: 'center',
    wrap: true,
    backgroundColor: '#F0F0F0',
    columnSpan: span,
  }),
  number: (value: number): CellObject => ({ ...ruled, value, type: Number, align: 'right' }),
  quantity: (quantity: number, scale: number): CellObject => ({
    ...ruled,
    value: quantity / scale,
    type: Number,
    align: 'right',
  }),
  /** Yuan with two decimals; unknown stays a word, never 0. */
  fen: (fen: Fen | null): CellObject =>
    fen === null
      ? { ...ruled, value: '未计价', type: String, align: 'right' }
      : { ...ruled, value: fen / 100, type: Number, format: '#,##0.00', align: 'right' },
  wan: (fen: Fen): CellObject => ({
    ...ruled,
    value: fen / 1_000_000,
    type: Number,
    format: '#,##0.00',
    align: 'right',
  }),
  blank: (): CellObject => ({ ...ruled, value: '', type: String }),
} as const;

const widthOf = (text: string): number => text.length + text.replaceAll(/[ -\u1FFF]/g, '').length;

/** A title over all columns. */
export function titleRow(text: string, columns: number): SheetRow {
  const title = {
    value: neutralise(text),
    type: String,
    fontWeight: 'bold',
    fontSize: 16,
    align: 'center',
  } as const;
  return spread({ ...title, columnSpan: columns, height: 28 }, columns);
}

/** A line of words over all columns, as high as it needs: a merged cell does not grow by itself. */
export function wordsRow(text: string, widths: readonly number[]): SheetRow {
  const room = widths.reduce((sum, width) => sum + width, 0);
  const lines = Math.max(1, Math.ceil(widthOf(text) / room));
  const words = { value: neutralise(text), type: String, wrap: true, alignVertical: 'top' } as const;
  return spread({ ...words, columnSpan: widths.length, height: 16 * lines }, widths.length);
}

/** The cells a span covers must be there and empty. */
export function spread(spanning: CellObject, columns: number): SheetRow {
  return [spanning, ...Array.from({ length: columns - 1 }, () => null)];
}

export const bold = (c: CellObject): CellObject => ({ ...c, fontWeight: 'bold' });

export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const written = sheets.map((sheet): Sheet<never> => ({
    sheet: sheet.name,
    data: sheet.rows.map((row) => [...row]),
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.stickyRows,
    ...(sheet.landscape ? { orientation: 'landscape' as const } : {}),
  }));
  const bytes = await writeExcelFile(written as Sheet<Buffer>[], {
    fontFamily: 'Microsoft YaHei',
    fontSize: 10,
  }).toBuffer();
  return new Uint8Array(bytes);
}
