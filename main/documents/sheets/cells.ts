// Cells and limits every sheet format shares. A sheet beyond the limits is refused, never cut short in silence.
import type { SheetChunk } from '../../../db/contract/documents.ts';
import { DocumentRefusal } from '../refusal.ts';

/** A roster of a whole county fits; a hostile file does not. */
export const limits = {
  fileBytes: 192 * 2 ** 20,
  rows: 500_000,
  columns: 256,
  cellCharacters: 200_000,
} as const;

export interface Cell {
  readonly text: string;
  /** True when the spreadsheet kept a number. */
  readonly numeric: boolean;
}
export const emptyCell: Cell = { text: '', numeric: false };

export const textCell = (text: string): Cell => (text === '' ? emptyCell : { text, numeric: false });

/** A stored number in plain digits, never with an exponent: 1.10101E+17 reads 110101000000000000. */
export function numberCell(value: number): Cell {
  return { text: plainDigits(value), numeric: true };
}

function plainDigits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return value.toFixed(20).replace(/\.?0+$/, '');
}

/** Rows handed on at a time: enough that the hand-over costs nothing, few enough that nobody notices the work on them. */
const rowsOfChunk = 1_000;

/** How far the reading is, in whatever the format counts. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Collects the rows of one sheet by position and hands them on in chunks; nothing is kept for what is empty. */
export class SheetRows {
  readonly #sheet: string;
  #next = 0;
  #from = 0;
  #cells: string[] = [];
  #numeric: number[] = [];
  #widths: number[] = [];
  #width = 0;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  put(column: number, text: string, numeric: boolean): void {
    if (text === '') return;
    if (column >= limits.columns || text.length > limits.cellCharacters) throw tooLarge();
    const start = this.#cells.length - this.#width;
    while (this.#width < column) this.#push('', 0);
    if (column === this.#width) this.#push(text, numeric ? 1 : 0);
    else {
      this.#cells[start + column] = text;
      this.#numeric[start + column] = numeric ? 1 : 0;
    }
  }

  #push(text: string, numeric: 0 | 1): void {
    this.#cells.push(text);
    this.#numeric.push(numeric);
    this.#width += 1;
  }

  /** Ends the row at `index` (from 0); rows must come in order. */
  endRow(index: number): void {
    if (this.#width === 0) return;
    if (index >= limits.rows) throw tooLarge();
    if (index < this.#next) throw new DocumentRefusal('sheet-damaged');
    // A leap over many empty rows must not fill the memory with them.
    if (this.#widths.length === 0) this.#from = index;
    for (; this.#next < index; this.#next += 1) if (this.#widths.length > 0) this.#widths.push(0);
    this.#next = index + 1;
    this.#widths.push(this.#width);
    this.#width = 0;
  }

  /** Takes back a row that turned out to be cut off. */
  dropRow(): void {
    this.#cells.length -= this.#width;
    this.#numeric.length -= this.#width;
    this.#width = 0;
  }

  get full(): boolean {
    return this.#widths.length >= rowsOfChunk;
  }

  /** The rows ended since the last time; null when there are none. A row that has begun stays for the next. */
  take({ done, total }: Progress): SheetChunk | null {
    if (this.#widths.length === 0) return null;
    const end = this.#cells.length - this.#width;
    const begun = { cells: this.#cells.slice(end), numeric: this.#numeric.slice(end) };
    this.#cells.length = end;
    this.#numeric.length = end;
    const chunk: SheetChunk = {
      sheet: this.#sheet,
      from: this.#from,
      cells: this.#cells,
      numeric: Uint8Array.from(this.#numeric),
      widths: Uint16Array.from(this.#widths),
      done,
      total,
    };
    this.#cells = begun.cells;
    this.#numeric = begun.numeric;
    this.#widths = [];
    return chunk;
  }
}

export const tooLarge = (): DocumentRefusal =>
  new DocumentRefusal('sheet-too-large', { rows: limits.rows, columns: limits.columns });
