// Who is covered under which category from when to when: the category table, begin and end of covers, reviews, the month's movement.
import { z } from 'zod';
import { command } from './act.ts';
import { day, done, id, text } from './common.ts';

export const eligibilityActs = {
  /** Struck off from `day` on: `day` is the first day without eligibility. Open vouchers stop at the till, or pass in 渐退. */
  'eligibility.end': command({
    needs: 'eligibility.manage',
    refusals: ['not-found', 'reason-missing', 'eligibility-ended'],
    changes: ['people', 'vouchers', 'shop'],
    input: z.strictObject({
      householdId: id,
      day,
      reason: text(100),
      /** Months of 渐退; null: as the category says. */
      graceMonths: z.int().min(0).max(24).nullable().default(null),
    }),
    output: done,
  }),
} as const;
