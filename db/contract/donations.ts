// Gifts: goods and cash that came in, and the internal receipt for them (捐赠接收凭证).
import { z } from 'zod';
import { command, document, query } from './act.ts';
import {
  chosenSheet,
  day,
  fenOrUnknown,
  id,
  importPreview,
  instant,
  optionalText,
  pageInput,
  pageOf,
  positiveFen,
  quantity,
} from './common.ts';

export const donorKinds = ['person', 'company', 'organisation', 'school', 'anonymous'] as const;
/** domain.md §4.3: evidence first, else fair value, else no value at all (quantity only, never 0). */
export const valueBases = ['evidence', 'fair-value', 'unpriced'] as const;

export const donationLineInput = z.strictObject({
  itemId: id,
  quantity,
  /** Worth of the whole line in fen; null exactly when `basis` is unpriced. */
  valueFen: positiveFen.nullable(),
  basis: z.enum(valueBases),
  basisNote: optionalText(100),
  productionDay: day.nullable(),
  expiryDay: day.nullable(),
});

const summary = z.object({
  id,
  receiptNumber: z.string(),
  day,
  donorName: z.string(),
  anonymous: z.boolean(),
  cashFen: fenOrUnknown,
  goodsLines: z.int(),
  /** Sum of the priced lines; null when no line has a value. */
  goodsFen: fenOrUnknown,
  unpricedLines: z.int(),
  purpose: z.string(),
});

export const donationActs = {
  'donations.record': command({
    needs: 'donations.record',
    refusals: [
      'donation-empty',
      'donation-day-in-future',
      'value-without-basis',
      'amount-not-positive',
      'expiry-before-production',
      'row-day-in-future',
      'expiry-missing',
      'donor-missing',
      'item-unknown',
      'name-missing',
      'name-too-long',
      'name-control-character',
      'name-bidi',
      'name-ill-formed',
    ],
    changes: ['donations', 'goods', 'reports', 'shop'],
    input: z.strictObject({
      day,
      donor: z.strictObject({ name: z.string().max(200), kind: z.enum(donorKinds), phone: optionalText(30) }),
      /** Decided per gift, not per donor. */
      anonymous: z.boolean(),
      channel: optionalText(30),
      campaign: optionalText(60),
      /** In the donor's words; empty = 非定向. */
      purpose: optionalText(200),
      /** Category code the gift is restricted to, or null. */
      designatedCategory: z.string().nullable(),
      cash: z.strictObject({ fen: positiveFen, way: z.enum(['cash', 'transfer']) }).nullable(),
      lines: z.array(donationLineInput).max(200),
      checker: optionalText(50),
    }),
    output: z.object({ donationId: id, receiptNumber: z.string() }),
  }),
  'donations.previewImport': query({
    needs: 'donations.record',
    readsSheet: true,
    refusals: ['sheet-headings-missing', 'sheet-empty'],
    input: z.strictObject({ sheet: chosenSheet }),
    output: importPreview.extend({ cashFen: z.int(), goodsRows: z.int() }),
  }),
  'donations.confirmImport': command({
    needs: 'donations.record',
    refusals: ['preview-gone', 'import-nothing-to-do'],
    changes: ['donations', 'goods', 'reports', 'shop'],
    input: z.strictObject({ previewId: z.string() }),
    output: z.object({ imported: z.int(), cashFen: z.int(), receiptNumbers: z.array(z.string()) }),
  }),
  'donations.refusedRows': document({
    needs: 'donations.record',
    refusals: ['preview-gone'],
    input: z.strictObject({ previewId: z.string() }),
    output: z.unknown(),
  }),
  'donations.list': query({
    needs: 'donations.view',
    input: z.strictObject({ search: optionalText(60), month: z.string().default(''), ...pageInput }),
    output: pageOf(summary).extend({ cashFen: z.int(), goodsFen: z.int(), unpricedLines: z.int() }),
  }),
  'donations.read': query({
    needs: 'donations.view',
    refusals: ['not-found'],
    input: z.strictObject({ donationId: id }),
    output: summary.extend({
      donorKind: z.enum(donorKinds),
      channel: z.string(),
      campaign: z.string(),
      cashWay: z.enum(['cash', 'transfer']).nullable(),
      recordedBy: z.string(),
      recordedAt: instant,
      checker: z.string(),
      prints: z.int(),
      lines: z.array(
        z.object({
          itemName: z.string(),
          spec: z.string(),
          unit: z.string(),
          unitScale: z.int(),
          quantity: z.int(),
          valueFen: fenOrUnknown,
          basis: z.enum(valueBases),
          productionDay: day.nullable(),
          expiryDay: day.nullable(),
        }),
      ),
    }),
  }),
  /** The first print carries no mark, every later one 补打第n次. */
  'donations.printReceipt': document({
    needs: 'donations.view',
    refusals: ['not-found', 'glyph-missing'],
    changes: ['donations'],
    input: z.strictObject({ donationId: id }),
    output: z.unknown(),
  }),
} as const;
