// Stocktake (盘点) without closing the shop: the expected figure is that of the moment of entry (ruling 21), later movements stay on top.
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
  officeFormat,
  text,
} from './common.ts';
import { itemName, reason } from './measures.ts';

export const stocktakeStates = ['open', 'counted', 'posted', 'cancelled'] as const;
const counted = z.int().min(0).max(1_000_000_000);

const stocktakeSummary = z.object({
  stocktakeId: id,
  number: z.string(),
  place: z.string(),
  placeId: id,
  /** Categories counted; null: everything at the place. */
  categories: z.array(z.string()).nullable(),
  blind: z.boolean(),
  twice: z.boolean(),
  state: z.enum(stocktakeStates),
  day,
  openedBy: z.string(),
  openedAt: instant,
  countedBy: z.string(),
  postedBy: z.string(),
  postedAt: instant.nullable(),
  lines: z.int(),
  /** Lines that have what the rules ask: one figure, or two that agree, or a third. */
  settled: z.int(),
  note: z.string(),
});

const stocktakeLine = z.object({
  lineId: id,
  ...itemName,
  category: z.string(),
  lotId: id.nullable(),
  tag: z.string(),
  expiryDay: day.nullable(),
  first: z.int().nullable(),
  second: z.int().nullable(),
  third: z.int().nullable(),
  /** Hidden (null) while a blind stocktake is open. */
  expected: z.int().nullable(),
  /** The figure that counts; null: not settled yet. */
  counted: z.int().nullable(),
  /** counted - expected; null while blind and open, or unsettled. */
  difference: z.int().nullable(),
  differenceFen: fenOrUnknown,
  status: z.enum(['uncounted', 'one-of-two', 'misfit', 'settled']),
  reason: z.string(),
});

export const stocktakeActs = {
  'stocktake.open': command({
    needs: 'stock.move',
    refusals: ['not-found', 'place-closed', 'stocktake-running', 'stocktake-nothing'],
    changes: ['stocktake'],
    input: z.strictObject({
      placeId: id,
      categories: z.array(text(30)).min(1).max(100).nullable(),
      blind: z.boolean(),
      twice: z.boolean(),
      note: optionalText(100),
    }),
    output: z.object({ stocktakeId: id, number: z.string() }),
  }),
  'stocktake.list': query({
    needs: 'stock.count',
    input: z.strictObject({ ...pageInput }),
    output: pageOf(stocktakeSummary),
  }),
  'stocktake.read': query({
    needs: 'stock.count',
    refusals: ['not-found'],
    input: z.strictObject({
      stocktakeId: id,
      search: optionalText(60),
      show: z.enum(['all', 'uncounted', 'misfit', 'different']).default('all'),
      ...pageInput,
    }),
    output: pageOf(stocktakeLine).extend({
      stocktake: stocktakeSummary,
      /** The round the one who asks would count now. */
      round: z.int(),
      /** True when the one who asks counted here, and so may not post. */
      own: z.boolean(),
      uncounted: z.int(),
      misfits: z.int(),
      surplusFen: z.int(),
      shortageFen: z.int(),
      /** Different lines without a value, in no sum. */
      unpricedDifferences: z.int(),
    }),
  }),
  /** A figure for a line. A second one of the same round takes the place of the first; both stay readable in the books. */
  'stocktake.enter': command({
    needs: 'stock.count',
    refusals: ['not-found', 'stocktake-not-open', 'count-second-person', 'count-round-early'],
    changes: ['stocktake'],
    input: z.strictObject({ lineId: id, round: z.int().min(1).max(3), counted, reason: optionalText(100) }),
    output: done,
  }),
  /** Goods nobody expected at this place; when posted they become a lot of their own without a value. */
  'stocktake.addFound': command({
    needs: 'stock.count',
    refusals: [
      'not-found',
      'stocktake-not-open',
      'item-unknown',
      'expiry-missing',
      'stocktake-line-here',
      'quantity-not-positive',
    ],
    changes: ['stocktake'],
    input: z.strictObject({
      stocktakeId: id,
      itemId: id,
      expiryDay: day.nullable(),
      counted,
      reason: optionalText(100),
    }),
    output: z.object({ lineId: id }),
  }),
  /** All lines have their figures: open -> counted. Uncounted lines are refused unless they are to stay as they are. */
  'stocktake.finish': command({
    needs: 'stock.count',
    refusals: ['not-found', 'stocktake-not-open', 'stocktake-uncounted', 'stocktake-misfits'],
    changes: ['stocktake'],
    input: z.strictObject({ stocktakeId: id, leaveUncounted: z.boolean().default(false) }),
    output: done,
  }),
  'stocktake.reopen': command({
    needs: 'stock.move',
    refusals: ['not-found', 'stocktake-not-counted'],
    changes: ['stocktake'],
    input: z.strictObject({ stocktakeId: id, reason }),
    output: done,
  }),
  /** The differences enter the books, by somebody who did not count. */
  'stocktake.post': command({
    needs: 'stock.approve',
    refusals: ['not-found', 'stocktake-not-counted', 'two-people-needed', 'stocktake-recount'],
    logsRefusals: true,
    changes: ['stocktake', 'stock', 'goods', 'donors', 'counter', 'reports'],
    input: z.strictObject({ stocktakeId: id }),
    output: z.object({ found: z.int(), missing: z.int() }),
  }),
  'stocktake.cancel': command({
    needs: 'stock.move',
    refusals: ['not-found', 'stocktake-over'],
    changes: ['stocktake'],
    input: z.strictObject({ stocktakeId: id, reason }),
    output: done,
  }),
  /** `sheet`: to count by; `misfits`: what to count again; `result`: differences with value. */
  'stocktake.print': document({
    needs: 'stock.count',
    refusals: ['not-found', 'stocktake-still-blind', 'glyph-missing'],
    input: z.strictObject({
      stocktakeId: id,
      paper: z.enum(['sheet', 'misfits', 'result']),
      format: officeFormat.default('pdf'),
    }),
    output: z.unknown(),
  }),
} as const;
