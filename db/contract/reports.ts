// What the bureau asks for every month (domain.md §7.2). Every figure is a fold over postings.
import { z } from 'zod';
import { command, documentOfSnapshot, query, queryOfSnapshot } from './act.ts';
import { day, done, fenOrUnknown, id, instant, month, officeFormat } from './common.ts';

/** One line of layout 1. Counting as in domain.md §7.4; 未核销 is what is open at the end of the period. */
export const distributionFigures = z.object({
  households: z.int(),
  people: z.int(),
  householdTimes: z.int(),
  personTimes: z.int(),
  /** Open when the period began (期初未核销). */
  opening: z.int(),
  issued: z.int(),
  issuedFen: z.int(),
  redeemed: z.int(),
  redeemedFen: z.int(),
  goodsFen: z.int(),
  void: z.int(),
  expired: z.int(),
  outstanding: z.int(),
});
const distributionRow = z.object({
  key: z.string(),
  name: z.string(),
  month: distributionFigures,
  year: distributionFigures,
});

const graceFigures = z.object({ redeemed: z.int(), redeemedFen: z.int(), householdTimes: z.int() });

/** In lines of their own; what they count in the rows as well stands in db/reports/apart.ts. */
const apartFigures = z.object({
  /** 补发(张). */
  replaced: z.int(),
  /** 超限: rules somebody let be broken. */
  overrides: z.int(),
  /** 免券领取: acts and goods at list price. */
  freeTimes: z.int(),
  freeFen: z.int(),
  /** 补现金, in the trading book. */
  topUpTimes: z.int(),
  topUpFen: z.int(),
  /** 送货上门. */
  deliveries: z.int(),
  /** 单人经办: batches prepared and issued by the same person. */
  single: z.object({ batches: z.int(), pieces: z.int(), fen: z.int() }),
  /** 积分券, never in fen; lapsed with expired and void. */
  points: z.object({ pieces: z.int(), issued: z.int(), used: z.int(), lapsed: z.int() }),
  /** 志愿者积分兑换: goods at list price, in no row. */
  exchanges: z.object({ times: z.int(), points: z.int(), fen: z.int() }),
});

export const distributionReport = z.object({
  month,
  asOf: instant,
  rows: z.array(distributionRow),
  total: distributionRow,
  communities: z.array(distributionRow),
  /** Of the total: taken in 渐退, after the household had left (domain.md scenario 4). */
  grace: z.object({ month: graceFigures, year: graceFigures }),
  /** 机构户次 (ruling 10): in no row above. */
  institutionTimes: z.object({ month: z.int(), year: z.int() }),
  apart: z.object({ month: apartFigures, year: apartFigures }),
  /** 超限 of the month by who said yes. */
  overriddenBy: z.array(z.object({ name: z.string(), times: z.int() })),
  /** opening + issued = redeemed + void + expired + outstanding, in every row. */
  ties: z.boolean(),
});

const amounts = z.object({ quantity: z.int(), fen: fenOrUnknown });
export const balanceReport = z.object({
  month,
  asOf: instant,
  rows: z.array(
    z.object({
      itemId: id,
      code: z.string(),
      name: z.string(),
      spec: z.string(),
      unit: z.string(),
      unitScale: z.int(),
      /** Lots without a value are counted in a row of their own, quantities only. */
      priced: z.boolean(),
      opening: amounts,
      inDonated: amounts,
      inPurchased: amounts,
      inMoved: amounts,
      inFound: amounts,
      outIssued: amounts,
      outMoved: amounts,
      outScrapped: amounts,
      outSold: amounts,
      outMissing: amounts,
      closing: amounts,
      ties: z.boolean(),
    }),
  ),
  ties: z.boolean(),
});

export const reportActs = {
  'reports.distribution': queryOfSnapshot({
    needs: 'reports.view',
    input: z.strictObject({ month }),
    output: distributionReport,
  }),
  'reports.balance': queryOfSnapshot({
    needs: 'reports.view',
    /** Of one place, or of the whole shop, where transfers inside stand in both 调入 and 调出. */
    input: z.strictObject({ month, placeId: id.nullable().default(null) }),
    output: balanceReport,
  }),
  'reports.print': documentOfSnapshot({
    needs: 'reports.print',
    refusals: ['report-does-not-tie', 'glyph-missing'],
    input: z.strictObject({
      report: z.enum(['distribution', 'balance']),
      month,
      placeId: id.nullable().default(null),
      format: officeFormat,
    }),
    output: z.unknown(),
  }),
  /**
   * Closes an ended month: nothing is booked in it any more (ruling 22). Months close in order. What was forgotten is booked in the
   * current month, marked 补录.
   */
  'reports.closeMonth': command({
    needs: 'reports.close',
    refusals: ['month-not-over', 'month-closed', 'month-before-open'],
    changes: ['reports', 'donations', 'cash', 'purchases'],
    input: z.strictObject({ month }),
    output: done,
  }),
  'reports.closedMonths': query({
    needs: 'signed-in',
    input: z.strictObject({}),
    output: z.array(z.object({ month, by: z.string(), at: instant })),
  }),
  /** Days and months that have any movement, for the month picker. */
  'reports.span': query({
    needs: 'reports.view',
    input: z.strictObject({}),
    output: z.object({ first: day.nullable(), last: day.nullable() }),
  }),
} as const;
