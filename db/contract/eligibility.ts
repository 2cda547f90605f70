// Who is covered under which category from when to when: begin, change and end of covers; with the category table, the reviews and the
// month's movement from their own files.
import { z } from 'zod';
import { command, query } from './act.ts';
import { categoryActs, categoryCode } from './category-table.ts';
import { day, id, optionalText, text } from './common.ts';
import { reviewActs } from './reviews.ts';

/** What becomes of open vouchers: they stop at the till (or pass in 渐退), or are void at once. */
export const openVoucherRules = ['keep', 'void'] as const;
export type OpenVoucherRule = (typeof openVoucherRules)[number];

const leaving = {
  /** First day WITHOUT eligibility. */
  day,
  reason: text(100),
  document: optionalText(100),
  /** Months of 渐退; null: as the category says. */
  graceMonths: z.int().min(0).max(24).nullable().default(null),
  openVouchers: z.enum(openVoucherRules).default('keep'),
};

const someone = z.array(id).min(1).max(100);

export const eligibilityActs = {
  ...categoryActs,
  ...reviewActs,
  /** Every cover of a household, ended ones too, in the order of their beginning. */
  'eligibility.covers': query({
    needs: 'people.view',
    input: z.strictObject({ householdId: id }),
    output: z.array(
      z.object({
        id,
        personId: id,
        /** Masked. */
        name: z.string(),
        code: z.string(),
        category: z.string(),
        community: z.string(),
        fromDay: day.nullable(),
        /** First day without; null: open. */
        toDay: day.nullable(),
        document: z.string(),
        reason: z.string(),
        endReason: z.string(),
      }),
    ),
  }),
  /** People of a household are covered from `day` on. Also takes a struck-off household back: the gap stays visible. */
  'eligibility.begin': command({
    needs: 'eligibility.manage',
    refusals: [
      'not-found',
      'own-relative',
      'category-unknown',
      'category-not-open',
      'cover-there-already',
      'cover-person-left',
      'month-closed',
    ],
    changes: ['eligibility', 'people', 'vouchers', 'shop'],
    input: z.strictObject({
      householdId: id,
      personIds: someone,
      category: categoryCode,
      day,
      document: text(100),
      reason: optionalText(100),
    }),
    output: z.object({ begun: z.int() }),
  }),
  /** One person, one category or both end; the last cover of a household ends with `eligibility.end`. */
  'eligibility.endCover': command({
    needs: 'eligibility.manage',
    refusals: ['not-found', 'own-relative', 'cover-none', 'cover-last', 'month-closed'],
    changes: ['eligibility', 'people', 'vouchers', 'shop'],
    input: z.strictObject({
      householdId: id,
      /** Null: everybody. */
      personIds: someone.nullable().default(null),
      /** Null: every category. */
      category: categoryCode.nullable().default(null),
      day,
      reason: text(100),
      document: optionalText(100),
    }),
    output: z.object({ ended: z.int() }),
  }),
  /** From one category to another on a day (升, 降), without a gap. */
  'eligibility.change': command({
    needs: 'eligibility.manage',
    refusals: [
      'not-found',
      'own-relative',
      'category-unknown',
      'category-not-open',
      'category-same',
      'cover-none',
      'cover-there-already',
      'month-closed',
    ],
    changes: ['eligibility', 'people', 'vouchers', 'shop'],
    input: z.strictObject({
      householdId: id,
      /** Null: everybody covered under `from`. */
      personIds: someone.nullable().default(null),
      from: categoryCode,
      to: categoryCode,
      day,
      document: text(100),
      reason: optionalText(100),
    }),
    output: z.object({ changed: z.int(), direction: z.enum(['up', 'down', 'same']) }),
  }),
  /** Struck off from `day` on. Open vouchers stop at the till, pass in 渐退, or are void at once. */
  'eligibility.end': command({
    needs: 'eligibility.manage',
    refusals: [
      'not-found',
      'own-relative',
      'reason-missing',
      'eligibility-ended',
      'cover-none',
      'grace-with-void',
      'void-before-end',
      'month-closed',
    ],
    changes: ['eligibility', 'people', 'vouchers', 'shop', 'reports'],
    input: z.strictObject({ householdId: id, ...leaving }),
    output: z.object({ voided: z.int(), graceToDay: day.nullable() }),
  }),
  /** What ending them would take along, before it is confirmed. */
  'eligibility.endFigures': query({
    needs: 'eligibility.manage',
    refusals: ['not-found'],
    input: z.strictObject({ householdIds: z.array(id).min(1).max(5_000) }),
    output: z.object({ households: z.int(), people: z.int(), openVouchers: z.int(), openFen: z.int() }),
  }),
  /** A sweep: hundreds of households with one reason and day, all or nothing; the ones in the way are all named. */
  'eligibility.endMany': command({
    needs: 'eligibility.manage',
    refusals: [
      'not-found',
      'own-relative',
      'eligibility-ended',
      'cover-none',
      'grace-with-void',
      'void-before-end',
      'month-closed',
    ],
    changes: ['eligibility', 'people', 'vouchers', 'shop', 'reports'],
    input: z.strictObject({ householdIds: z.array(id).min(1).max(5_000), ...leaving }),
    output: z.object({ ended: z.int(), people: z.int(), voided: z.int() }),
  }),
  /** Households by their numbers as typed or pasted, for a sweep; those nobody knows are named. */
  'eligibility.byNumbers': query({
    needs: 'people.view',
    input: z.strictObject({ numbers: z.array(z.string().trim().min(1).max(40)).min(1).max(5_000) }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          number: z.string(),
          /** Masked. */
          headName: z.string(),
          category: z.string(),
          community: z.string(),
          members: z.int(),
          endDay: day.nullable(),
        }),
      ),
      unknown: z.array(z.string()),
    }),
  }),
} as const;
