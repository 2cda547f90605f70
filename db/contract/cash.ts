// The shop's money in two books that never mix (收支两条线): aid money by source, and what the shop earns by trading.
import { z } from 'zod';
import { command, document, query } from './act.ts';
import {
  day,
  done,
  id,
  instant,
  month,
  optionalText,
  pageInput,
  pageOf,
  officeFormat,
  positiveFen,
  text,
} from './common.ts';
import { moneySources, reason } from './measures.ts';

export const fundingKinds = ['grant', 'opening'] as const;

const movement = z.object({
  postingId: id,
  day,
  lateForDay: day.nullable(),
  at: instant,
  source: z.enum(moneySources),
  /** Number of the paper. */
  number: z.string(),
  document: z.enum(['donation', 'purchase', 'funding', 'loss', 'redemption']),
  documentId: id,
  /** Plus: in, minus: out. */
  amountFen: z.int(),
  /** Of this source after the line. */
  balanceFen: z.int(),
  reverses: z.boolean(),
  reversed: z.boolean(),
  /** What it was about, as its paper says: supplier, letter, purpose of a sale. Donors are named nowhere here. */
  about: z.string(),
  fundingKind: z.enum(fundingKinds).nullable(),
  operator: z.string(),
});

const sourceTotals = z.object({
  source: z.enum(moneySources),
  openingFen: z.int(),
  inFen: z.int(),
  outFen: z.int(),
  closingFen: z.int(),
});

export const cashActs = {
  /** One source's day book of a month, oldest first; `sources` sums every source of the same month. */
  'cash.book': query({
    needs: 'cash.view',
    input: z.strictObject({ source: z.enum(moneySources), month, ...pageInput }),
    output: pageOf(movement).extend({ sources: z.array(sourceTotals) }),
  }),
  /** Grants of 福彩公益金 or 财政, and what there was when the books began (opening, any source). */
  'cash.fund': command({
    needs: 'cash.record',
    refusals: ['donation-day-in-future', 'funding-is-gift', 'funding-is-trade'],
    changes: ['cash', 'reports'],
    input: z.strictObject({
      day,
      kind: z.enum(fundingKinds),
      source: z.enum(moneySources),
      amountFen: positiveFen,
      /** Letter or paper it came by. */
      reference: text(100),
      note: optionalText(200),
    }),
    output: z.object({ fundingId: id, number: z.string() }),
  }),
  /** Only a funding entry; every other movement is taken back with its own paper. */
  'cash.reverse': command({
    needs: 'cash.record',
    refusals: ['not-found', 'already-reversed', 'money-short'],
    changes: ['cash', 'reports'],
    input: z.strictObject({ fundingId: id, reason }),
    output: done,
  }),
  'cash.print': document({
    needs: 'reports.print',
    refusals: ['glyph-missing'],
    input: z.strictObject({ month, format: officeFormat }),
    output: z.unknown(),
  }),
} as const;
