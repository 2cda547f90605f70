// The models of plain lists and of the recovery sheet. Types only.
import type { DocumentFrame, Instant } from './frame.ts';

export interface RecoverySheetModel extends DocumentFrame {
  readonly kind: 'recovery-sheet';
  /** Without separators; printed in groups of four. */
  readonly recoveryCode: string;
  readonly createdAt: Instant;
}

export interface RefusedRow {
  /** Row number in the sheet as a spreadsheet program shows it. */
  readonly sheetRow: number;
  readonly reasons: readonly string[];
  readonly cells: readonly string[];
}

export interface RefusedRowsModel extends DocumentFrame {
  readonly kind: 'refused-rows';
  /** What was imported: 花名册, 物资, 捐赠. */
  readonly subject: string;
  readonly headings: readonly string[];
  readonly rows: readonly RefusedRow[];
}

export type TableCell = string | number | null;

export interface TableColumn {
  readonly heading: string;
  /** `fen` cells are integer fen and print as yuan with two decimals; null prints 未计价. */
  readonly type: 'text' | 'number' | 'fen';
  /** Relative width, 1 when left out. */
  readonly width?: number;
}

/** Any list on the screen, for print and export. */
export interface TableModel extends DocumentFrame {
  readonly kind: 'table';
  readonly title: string;
  /** Filter and period lines under the title. */
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly totals: readonly TableCell[] | null;
}
