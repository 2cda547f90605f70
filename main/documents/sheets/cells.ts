// Cells and limits every sheet format shares. A sheet beyond the limits is refused, never cut short in silence.
import type { SheetCell, SheetTable } from '../../../db/contract/documents.ts';
import { DocumentRefusal } from '../refusal.ts';

/** A roster of a whole county fits; a hostile file does not. */
export const limits = {
  fileBytes: 192 * 2 ** 20,
  rows: 500_000,
  columns: 256,
  cellCharacters: 200_000,
} as const;

export const emptyCell: SheetCell = { text: '', numeric: false };

export const textCell = (text: string): SheetCell => (text === '' ? emptyCell : { text, numeric: false });

/** A stored number in plain digits, never with an exponent: 1.10101E+17 reads 110101000000000000. */
export function numberCell(value: number): SheetCell {
  return { text: plainDigits(value), numeric: true };
}

function plainDigits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return value.toFixed(20).replace(/\.?0+$/, '');
}

/** Collects the rows of one sheet by position; nothing is kept for what is empty. */
export class SheetRows {
  readonly #rows: (readonly SheetCell[])[] = [];
  #row: SheetCell[] = [];

  put(column: number, cell: SheetCell): void {
    if (cell.text === '') return;
    if (column >= limits.columns || cell.text.length > limits.cellCharacters) throw tooLarge();
    while (this.#row.length < column) this.#row.push(emptyCell);
    this.#row[column] = cell;
  }

  /** Ends the row at `index` (from 0); rows must come in order. */
  endRow(index: number): void {
    const row = this.#row;
    this.#row = [];
    if (row.length === 0) return;
    if (index >= limits.rows) throw tooLarge();
    if (index < this.#rows.length) throw new DocumentRefusal('sheet-damaged');
    while (this.#rows.length < index) this.#rows.push(noCells);
    this.#rows.push(row);
  }

  table(sheet: string): SheetTable {
    return { sheet, rows: this.#rows };
  }
}

const noCells: readonly SheetCell[] = [];

export const tooLarge = (): DocumentRefusal =>
  new DocumentRefusal('sheet-too-large', { rows: limits.rows, columns: limits.columns });
