// 限领: rules of how much may be taken in which time, what is left to a household today, and who was allowed more.
import { z } from 'zod';
import { command, query } from './act.ts';
import { day, done, id, instant, month, text } from './common.ts';
import { limitRuleRefusals } from './limit-errors.ts';
import { limitMeasures, limitPeriods, limitSubjects } from '../domain/limit-rule.ts';

/** Fen, smallest units of an item, units, times, points. */
const amount = z.int().min(0).max(9_999_999_999);

const facts = {
  name: text(40),
  measure: z.enum(limitMeasures),
  /** One sort of goods, as the catalogue names it; with `itemId` null too: anything. */
  sort: z.string().trim().min(1).max(60).nullable(),
  subject: z.enum(limitSubjects),
  /** [covered members from, amount]: rising, the first from 1. */
  amounts: z
    .array(z.tuple([z.int().min(1).max(30), amount]))
    .min(1)
    .max(10),
  period: z.enum(limitPeriods),
  every: z.int().min(1),
  carryOver: z.boolean(),
  /** Codes; none: every category. */
  categories: z.array(z.string().max(60)).max(60),
  fromDay: day,
  /** Last day; null: until it is ended. */
  toDay: day.nullable(),
};

/** How an amount reads: in the unit of the one item, or of the measure. */
const measured = {
  measure: facts.measure,
  item: z.string().nullable(),
  unit: z.string().nullable(),
  unitScale: z.int(),
};

export const limitLeft = z.object({
  ruleId: id,
  name: z.string(),
  ...measured,
  itemId: id.nullable(),
  sort: z.string().nullable(),
  subject: facts.subject,
  limit: z.int(),
  used: z.int(),
  left: z.int(),
  /** From this day on there is more. */
  againDay: day,
});

export const limitActs = {
  'limits.list': query({
    needs: 'vouchers.view',
    input: z.strictObject({
      /** Those that have ended too. */
      ended: z.boolean().default(false),
    }),
    output: z.array(
      z.object({
        ruleId: id,
        ...facts,
        ...measured,
        itemId: id.nullable(),
        categoryNames: z.array(z.string()),
        state: z.enum(['coming', 'holds', 'ended']),
        endReason: z.string(),
      }),
    ),
  }),
  /** A rule is never changed: it is ended, and another made. It counts from the first day of the period it begins in. */
  'limits.make': command({
    needs: 'limits.manage',
    refusals: [...limitRuleRefusals, 'item-unknown', 'category-unknown'],
    changes: ['limits', 'counter'],
    input: z.strictObject({ ...facts, itemId: id.nullable() }),
    output: z.object({ ruleId: id }),
  }),
  /** `lastDay`: yesterday at the earliest, then it holds no more at once. What was refused or allowed under it stays. */
  'limits.end': command({
    needs: 'limits.manage',
    refusals: ['limit-end-past', 'reason-missing'],
    changes: ['limits', 'counter'],
    input: z.strictObject({ ruleId: id, lastDay: day, reason: text(100) }),
    output: done,
  }),
  /** What a household may still take today, by its number. */
  'limits.left': query({
    needs: 'vouchers.view',
    input: z.strictObject({ householdNumber: text(60) }),
    output: z.object({
      number: z.string(),
      /** Masked. */
      headName: z.string(),
      category: z.string(),
      members: z.int(),
      limits: z.array(limitLeft),
    }),
  }),
  /** 超限: who was allowed more than the rule, in a month, by whom and why. */
  'limits.overrides': query({
    needs: 'reports.view',
    input: z.strictObject({ month }),
    output: z.array(
      z.object({
        redemptionId: id,
        number: z.string(),
        at: instant,
        day,
        householdNumber: z.string(),
        /** Masked. */
        headName: z.string(),
        ruleId: id,
        rule: z.string(),
        ...measured,
        over: z.int(),
        reason: z.string(),
        approvedBy: z.string(),
        operator: z.string(),
        reversed: z.boolean(),
      }),
    ),
  }),
} as const;

/** Said with the redemption: why the household gets more than a rule allows. Somebody else approves. */
export const limitOverride = z.strictObject({ reason: text(100) });
