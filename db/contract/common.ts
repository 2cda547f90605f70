// Shapes that several areas share. Units: money in fen, quantities in the item's smallest unit, dates as Beijing days.
import { z } from 'zod';
import { isDay, isMonth } from '../domain/business-day.ts';

/** Money in fen; up to 99,999,999.99 yuan each. */
export const fen = z.int().min(-9_999_999_999).max(9_999_999_999);
export const fenOrUnknown = fen.nullable();
/** A price or value that is known: fen, not negative. */
export const positiveFen = z.int().min(1).max(9_999_999_999);
/** Smallest units (pieces, grams, millilitres). */
export const quantity = z.int().min(1).max(1_000_000_000);
/** A day that exists; 2026-02-30 is refused. */
export const day = z.string().refine(isDay);
export const month = z.string().refine(isMonth);
export const instant = z.string();
export const id = z.int().min(1);
/** One line of ordinary text. */
export const text = (most: number) => z.string().trim().min(1).max(most);
export const optionalText = (most: number) => z.string().trim().max(most).default('');

export const nothing = z.strictObject({});
export const done = z.strictObject({});

/** A page of a list: `total` counts all that match. */
export const pageInput = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ total: z.int(), rows: z.array(row) });

export const chosenSheet = z.strictObject({
  name: z.string().max(300),
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
});

/** A row that stays out, or comes in with a warning. `row` counts data rows from 1 under the heading. */
export const rowReason = z.object({
  row: z.int(),
  code: z.string(),
  field: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
});
export const importPreview = z.object({
  previewId: z.string(),
  /** Which sheet of the workbook was taken, and the row of its headings (from 1). */
  sheet: z.string(),
  headingRow: z.int(),
  dataRows: z.int(),
  good: z.int(),
  /** Rows already entered by an earlier import; they create nothing. */
  alreadyHere: z.int(),
  refused: z.array(rowReason),
  warned: z.array(rowReason),
  /** Columns found that the program has no right to keep; they are never stored. */
  leftOut: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof importPreview>;
export type RowReason = z.infer<typeof rowReason>;

/** A finished paper. `fileName` carries no personal data. */
export const paper = z.object({
  kind: z.string(),
  fileName: z.string(),
  mime: z.string(),
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  pages: z.int(),
});
export type Paper = z.infer<typeof paper>;
/** csv only for plain lists (model kind 'table'). */
export const paperFormat = z.enum(['pdf', 'xlsx', 'csv']);
/** What a paper with a layout of its own comes as. */
export const officeFormat = paperFormat.exclude(['csv']);
