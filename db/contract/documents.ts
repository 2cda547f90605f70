// The contract of the documents process: what a paper or a sheet is made of, and what comes back.
// A model holds every figure and name as it will stand on the paper; the documents process adds nothing from
// any store, so a model kept with a closed month prints the same paper again. Types only: no rules, no Node.
// The models stand in papers/, one file a family; everyone imports them from here.
import type { CashBookModel, NumberRegisterModel } from './papers/books.ts';
import type { CounterPaperModel } from './papers/counter.ts';
import type { DonationListModel, DonorLetterModel } from './papers/donors.ts';
import type { DonationReceiptModel, RedEntryModel } from './papers/gifts.ts';
import type { RecoverySheetModel, RefusedRowsModel, TableModel } from './papers/lists.ts';
import type { PeopleFileModel } from './papers/people.ts';
import type { PeopleListModel } from './papers/people-lists.ts';
import type { BalanceReportModel, DistributionReportModel } from './papers/reports.ts';
import type { StockPaperModel } from './papers/stock.ts';
import type { SignOffListModel, VoucherSheetModel } from './papers/vouchers.ts';

export type * from './papers/books.ts';
export type * from './papers/counter.ts';
export type * from './papers/donors.ts';
export type * from './papers/frame.ts';
export type * from './papers/gifts.ts';
export type * from './papers/lists.ts';
export type * from './papers/open-vouchers.ts';
export type * from './papers/people.ts';
export type * from './papers/people-lists.ts';
export type * from './papers/reading.ts';
export type * from './papers/reports.ts';
export type * from './papers/stock.ts';
export type * from './papers/vouchers.ts';

export type DocumentModel =
  | DonationReceiptModel
  | RedEntryModel
  | DonorLetterModel
  | DonationListModel
  | NumberRegisterModel
  | CashBookModel
  | VoucherSheetModel
  | SignOffListModel
  | CounterPaperModel
  | DistributionReportModel
  | BalanceReportModel
  | StockPaperModel
  | PeopleFileModel
  | PeopleListModel
  | RecoverySheetModel
  | RefusedRowsModel
  | TableModel;

export type DocumentKind = DocumentModel['kind'];
/** 'csv' for model kinds 'table' and 'roster-export' only. */
export type DocumentFormat = 'pdf' | 'xlsx' | 'csv';

export interface RenderRequest {
  readonly model: DocumentModel;
  readonly format: DocumentFormat;
}

export interface RenderedDocument {
  readonly kind: DocumentKind;
  /** A proposal for the save dialog, without personal data. */
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** Pages of a PDF, sheets of a workbook, 1 for a CSV. */
  readonly pages: number;
}

export interface RenderProgress {
  readonly done: number;
  readonly total: number;
}

// ---- refusals ----

export const documentRefusals = [
  'glyph-missing',
  'label-too-small',
  'label-code-characters',
  'number-unmasked',
  'report-does-not-tie',
  'cancelled',
  'sheet-not-a-sheet',
  'sheet-bomb',
  'sheet-too-large',
  'sheet-encrypted',
  'sheet-encoding',
  'sheet-damaged',
  'sheet-empty',
] as const;

export type DocumentRefusalCode = (typeof documentRefusals)[number];

/** Facts for the words, never personal data beyond the one character that cannot be printed. */
export type DocumentRefusalParams = Readonly<Record<string, string | number>>;
