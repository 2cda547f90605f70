// What comes back from reading a sheet. Types only.

export interface SheetRequest {
  /** For messages only; the format is told from the content. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SheetCell {
  /** Dates as YYYY-MM-DD, numbers in plain digits, formulas by their stored value, empty = ''. */
  readonly text: string;
  /** True when the spreadsheet kept a number: an 18-digit number kept so has lost its last digits. */
  readonly numeric: boolean;
}

/** Some rows of one sheet, packed flat: a roster of a county has millions of cells. Sheets and rows come in order. */
export interface SheetChunk {
  readonly sheet: string;
  /** Row i of the chunk is row `from` + i + 1 of the spreadsheet; what lies between two chunks is empty. */
  readonly from: number;
  /** How many cells each row has; 0 for an empty one. */
  readonly widths: Uint16Array;
  /** The cells of all rows, one after the other. */
  readonly cells: readonly string[];
  /** 1 where the spreadsheet kept a number. */
  readonly numeric: Uint8Array;
  /** How far the reading is. */
  readonly done: number;
  readonly total: number;
}

/** Said once every row was handed over. */
export interface SheetReading {
  readonly format: 'xlsx' | 'xls' | 'csv';
  /** Of the file's bytes, in hex: the same file is recognised when it comes again. */
  readonly sha256: string;
}

/** A whole sheet, for imports of ordinary size. */
export interface SheetTable {
  readonly sheet: string;
  /** Row i is row i + 1 of the spreadsheet; an empty row is an empty array. */
  readonly rows: readonly (readonly SheetCell[])[];
}
