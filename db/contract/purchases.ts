// Purchases: goods bought with aid money, kept apart from gifts (资金来源: 福彩公益金, 捐款, 财政).
import { z } from 'zod';
import { command, document, query } from './act.ts';
import {
  day,
  done,
  fenOrUnknown,
  id,
  instant,
  optionalText,
  pageInput,
  pageOf,
  paperFormat,
  positiveFen,
  quantity,
  text,
} from './common.ts';
import { acceptanceReason, aidSources, itemName, lotName, reason, reversal } from './measures.ts';

const purchaseSummary = z.object({
  purchaseId: id,
  number: z.string(),
  day,
  lateForDay: day.nullable(),
  supplier: z.string(),
  invoiceNumber: z.string(),
  source: z.enum(aidSources),
  totalFen: z.int(),
  lines: z.int(),
  reversed: reversal,
});

export const purchaseActs = {
  /** Goods into stock at cost, money out of its source, in one act. */
  'purchases.record': command({
    needs: 'purchases.record',
    refusals: [
      'lines-empty',
      'donation-day-in-future',
      'item-unknown',
      'expiry-missing',
      'expiry-before-production',
      'row-day-in-future',
      'shelf-life-short',
      'shelf-life-over',
      'inspectors-two',
      'place-closed',
      'money-short',
    ],
    changes: ['purchases', 'stock', 'goods', 'counter', 'cash', 'reports'],
    input: z.strictObject({
      day,
      supplier: text(100),
      invoiceNumber: optionalText(50),
      source: z.enum(aidSources),
      stockClass: z.enum(['purchased', 'disaster', 'preferential']).default('purchased'),
      placeId: id,
      inspectors: z.tuple([optionalText(50), optionalText(50)]),
      note: optionalText(200),
      lines: z
        .array(
          z.strictObject({
            itemId: id,
            quantity,
            /** Of the whole line. */
            costFen: positiveFen,
            productionDay: day.nullable(),
            expiryDay: day.nullable(),
            acceptanceReason,
          }),
        )
        .max(200),
    }),
    output: z.object({ purchaseId: id, number: z.string() }),
  }),
  'purchases.list': query({
    needs: 'purchases.view',
    input: z.strictObject({
      search: optionalText(60),
      month: z.string().default(''),
      source: z.enum(aidSources).nullable().default(null),
      ...pageInput,
    }),
    /** `totalFen` leaves reversed purchases out. */
    output: pageOf(purchaseSummary).extend({ totalFen: z.int() }),
  }),
  'purchases.read': query({
    needs: 'purchases.view',
    refusals: ['not-found'],
    input: z.strictObject({ purchaseId: id }),
    output: purchaseSummary.extend({
      place: z.string(),
      inspectors: z.array(z.string()),
      note: z.string(),
      recordedBy: z.string(),
      recordedAt: instant,
      prints: z.int(),
      goods: z.array(
        z.object({ ...itemName, ...lotName, quantity: z.int(), valueFen: fenOrUnknown, onHand: z.int() }),
      ),
    }),
  }),
  'purchases.print': document({
    needs: 'purchases.view',
    refusals: ['not-found', 'glyph-missing'],
    changes: ['purchases'],
    input: z.strictObject({ purchaseId: id }),
    output: z.unknown(),
  }),
  'purchases.reverse': command({
    needs: 'purchases.record',
    refusals: ['not-found', 'already-reversed', 'reversal-negative'],
    changes: ['purchases', 'stock', 'goods', 'counter', 'cash', 'reports'],
    input: z.strictObject({ purchaseId: id, reason }),
    output: done,
  }),
  'purchases.export': document({
    needs: 'reports.print',
    input: z.strictObject({
      search: optionalText(60),
      month: z.string().default(''),
      source: z.enum(aidSources).nullable().default(null),
      format: paperFormat,
    }),
    output: z.unknown(),
  }),
} as const;
