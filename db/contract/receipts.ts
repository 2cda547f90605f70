// What becomes of a receipt after it was written: printed, ended, noted beside the official one, and counted in the number register.
// Part of the acts of gifts (donations.ts).
import { z } from 'zod';
import { command, document, query } from './act.ts';
import { day, done, id, officeFormat, text } from './common.ts';
import { reason } from './measures.ts';

/** 捐赠, 采购, 调拨, 报损, 盘点, 资金, 核销: the numbers of vouchers have a report of their own. */
export const numberedSeries = [
  'receipt',
  'purchase',
  'transfer',
  'loss',
  'stocktake',
  'funding',
  'redemption',
  'points',
] as const;

const registerOf = z.strictObject({
  year: z.int().min(2000).max(2999),
  /** Only the numbers written in this month of the year, 1 to 12. */
  month: z.int().min(1).max(12).nullable().default(null),
});

export const receiptActs = {
  /**
   * Ends a receipt (domain.md §4.4): void in its open month, after close a red entry of today. Goods and cash go back; refused with
   * the reason when some of the goods are gone.
   */
  'donations.end': command({
    needs: 'donations.record',
    refusals: ['not-found', 'donation-ended', 'month-closed', 'reversal-negative', 'money-short'],
    logsRefusals: true,
    changes: ['donations', 'donors', 'stock', 'goods', 'counter', 'cash', 'reports', 'shop'],
    input: z.strictObject({ donationId: id, reason }),
    output: z.object({ kind: z.enum(['void', 'red']), day }),
  }),
  /** Code and number of the official 公益事业捐赠票据 issued elsewhere; a later entry takes the place of the earlier. */
  'donations.recordOfficial': command({
    needs: 'donations.record',
    refusals: ['not-found', 'donation-ended', 'official-number-taken'],
    changes: ['donations'],
    input: z.strictObject({ donationId: id, code: text(20), number: text(20) }),
    output: done,
  }),
  /** 票据/凭证使用登记 (layout 6): every number once, missing must be 0. given = used + void + lost + missing. */
  'donations.register': query({
    needs: 'donations.view',
    input: registerOf,
    output: z.object({
      year: z.int(),
      series: z.array(
        z.object({
          series: z.enum(numberedSeries),
          from: z.string().nullable(),
          to: z.string().nullable(),
          given: z.int(),
          /** Those with a red entry included. */
          used: z.int(),
          void: z.int(),
          red: z.int(),
          lost: z.int(),
          missing: z.array(z.string()),
          /** Numbers on more than one paper, or beyond the last one given; must be none. */
          doubled: z.array(z.string()),
        }),
      ),
      /** Receipts written in the period that were ended, whenever that was. */
      ended: z.array(
        z.object({
          donationId: id,
          number: z.string(),
          kind: z.enum(['void', 'red']),
          day,
          reason: z.string(),
          operator: z.string(),
          replacedBy: z.string().nullable(),
        }),
      ),
    }),
  }),
  'donations.printRegister': document({
    needs: 'reports.print',
    refusals: ['glyph-missing'],
    input: registerOf.extend({ format: officeFormat }),
    output: z.unknown(),
  }),
  /** The first print carries no mark, every later one 补打第n次. */
  'donations.printReceipt': document({
    needs: 'donations.view',
    refusals: ['not-found', 'glyph-missing'],
    changes: ['donations'],
    input: z.strictObject({
      donationId: id,
      paper: z.enum(['a4', 'slip']).default('a4'),
      hideValues: z.boolean().default(false),
    }),
    output: z.unknown(),
  }),
  /** 红字冲销单 of a gift that was taken back after its month was closed; `not-found` for any other. */
  'donations.printRedEntry': document({
    needs: 'donations.view',
    refusals: ['not-found', 'glyph-missing'],
    changes: ['donations'],
    input: z.strictObject({ donationId: id }),
    output: z.unknown(),
  }),
} as const;
