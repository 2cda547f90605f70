// Shapes about goods that several areas share: a measure, a lot as a line of some paper, money's sources, a designation.
import { z } from 'zod';
import { day, id, instant, optionalText, text } from './common.ts';

/** Where goods count as coming from; 救灾 and 优抚 goods leave only on vouchers of their own batches (ruling 24). */
export const stockClasses = ['donated', 'purchased', 'disaster', 'preferential'] as const;
/** Condition of second-hand goods: as new, good, fair. */
export const grades = ['new', 'good', 'fair'] as const;
/** Money's sources (资金来源): donated cash, 福彩公益金, 财政. What the shop earns is a book of its own (收支两条线). */
export const aidSources = ['donated', 'lottery', 'budget'] as const;
export const moneySources = [...aidSources, 'trading'] as const;

/** A kind of goods as a line of a list names it. Quantities beside it count smallest units. */
export const itemName = {
  itemId: id,
  itemCode: z.string(),
  itemName: z.string(),
  spec: z.string(),
  unit: z.string(),
  unitScale: z.int(),
};

/** A lot as a line of a list names it. */
export const lotName = {
  lotId: id,
  /** What the label of the lot or piece says and a scanner reads. */
  tag: z.string(),
  expiryDay: day.nullable(),
  stockClass: z.enum(stockClasses),
};

/** What of a lot at a place a paper is about. */
export const lotAtPlace = { lotId: id, placeId: id };

/** To whom goods may go: all that is set must fit. Nothing set: 非定向. */
export const designation = z.strictObject({
  category: z.string().nullable().default(null),
  /** Name of a street or community. */
  place: z.string().max(60).nullable().default(null),
  batchId: id.nullable().default(null),
});
export type Designation = z.infer<typeof designation>;

/** A paper that was taken back. */
export const reversal = z.object({ day, reason: z.string(), by: z.string(), at: instant }).nullable();

/** How little of the shelf life goods may have left when they are received: what the rule asks and what was found. */
export const acceptanceReason = optionalText(100);

export const reason = text(100);
