// Acts on the table of recipient categories (domain.md §5.1): listed with the names of a day, added, renamed from a day on, ended.
// What once had a name keeps it for its time; nothing is renamed in the past.
import { z } from 'zod';
import { command, query } from './act.ts';
import { day, done, text } from './common.ts';

/** Code of a category; only ever seen by the program. */
export const categoryCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

const rules = {
  /** 就高: the lowest in a household wins (rulings.md 7). */
  rank: z.int().min(1).max(99),
  /** Lives in an institution that collects for all. */
  institutional: z.boolean(),
  /** Only in counts on public lists, at any age (rulings.md 28). */
  minorProtected: z.boolean(),
  /** 年审: months between two reviews, 12 or 6. */
  reviewMonths: z.int().min(1).max(60),
  /** 渐退: months after leaving in which open vouchers still pass; 0: none. */
  graceMonths: z.int().min(0).max(24),
};

export const listedCategory = z.object({
  code: z.string(),
  /** As it is called on the day asked for. */
  name: z.string(),
  ...rules,
  /** First and last day on which a cover may begin under it; null: no bound. */
  fromDay: day.nullable(),
  toDay: day.nullable(),
  /** Every name it bears or will bear, oldest first; the first holds since always (empty day). */
  names: z.array(z.object({ fromDay: z.string(), name: z.string() })),
});

export const categoryActs = {
  /** In the order of reports, with the names of `day` (today when left out). */
  'eligibility.categories': query({
    needs: 'signed-in',
    input: z.strictObject({ day: day.optional() }),
    output: z.array(listedCategory),
  }),
  /** Households that stand under each category today, for whoever edits the table. */
  'eligibility.categoryUse': query({
    needs: 'people.view',
    input: z.strictObject({}),
    output: z.array(z.object({ code: z.string(), households: z.int(), people: z.int() })),
  }),
  'eligibility.addCategory': command({
    needs: 'eligibility.manage',
    refusals: ['category-name-taken', 'category-code-taken', 'category-day-past'],
    changes: ['eligibility', 'people'],
    input: z.strictObject({
      /** Left out, the program makes one. */
      code: categoryCode.optional(),
      name: text(30),
      ...rules,
      /** First day on which a cover may begin; null: any day. */
      fromDay: day.nullable().default(null),
    }),
    output: z.object({ code: z.string() }),
  }),
  /** Papers of days before `fromDay` keep the earlier name. */
  'eligibility.renameCategory': command({
    needs: 'eligibility.manage',
    refusals: ['not-found', 'category-name-taken', 'category-day-past', 'category-name-day-taken'],
    changes: ['eligibility', 'people', 'reports'],
    input: z.strictObject({ code: categoryCode, name: text(30), fromDay: day }),
    output: done,
  }),
  /** Rank, review and flags hold from now on; households with several categories are sorted anew. */
  'eligibility.changeCategory': command({
    needs: 'eligibility.manage',
    refusals: ['not-found'],
    changes: ['eligibility', 'people'],
    input: z.strictObject({ code: categoryCode, ...rules }),
    output: z.object({ resorted: z.int() }),
  }),
  /** No cover may begin after `toDay`; those that are there stay until they are ended. */
  'eligibility.endCategory': command({
    needs: 'eligibility.manage',
    refusals: ['not-found', 'category-ended', 'category-day-past', 'category-day-reversed'],
    changes: ['eligibility'],
    input: z.strictObject({ code: categoryCode, toDay: day }),
    output: done,
  }),
  'eligibility.reopenCategory': command({
    needs: 'eligibility.manage',
    refusals: ['not-found', 'category-not-ended'],
    changes: ['eligibility'],
    input: z.strictObject({ code: categoryCode }),
    output: done,
  }),
  /** The order of rows in reports, and among equal ranks. Names every category once. */
  'eligibility.orderCategories': command({
    needs: 'eligibility.manage',
    refusals: ['category-order-incomplete'],
    changes: ['eligibility', 'people', 'reports'],
    input: z.strictObject({ codes: z.array(categoryCode).min(1).max(500) }),
    output: z.object({ resorted: z.int() }),
  }),
} as const;
