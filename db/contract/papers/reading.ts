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

export interface SheetTable {
  readonly sheet: string;
  /** Row i is row i + 1 of the spreadsheet; an empty row is an empty array. */
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface SheetReading {
  readonly format: 'xlsx' | 'xls' | 'csv';
  readonly tables: readonly SheetTable[];
}
