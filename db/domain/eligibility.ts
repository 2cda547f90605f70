// Who may be helped on a day: a household counts from its start day on, up to the day before its end day (domain.md §8,
// scenario 4). Says nothing about vouchers or reviews.
import type { Day } from './business-day.ts';

/** `grace`: left, but open vouchers still pass (渐退); new ones are not issued. */
export type Eligibility = 'eligible' | 'not-yet' | 'grace' | 'ended';

export interface EligibilityPeriod {
  /** First day with eligibility; null: has always been. */
  readonly startDay: Day | null;
  /** First day WITHOUT eligibility; null: open. Struck off on 1 March means 28 February was the last day. */
  readonly endDay: Day | null;
  /** Last day of grace after the end; null: none. */
  readonly graceToDay?: Day | null;
}

/** Ended beats not-yet: a household struck off before it began never was eligible. */
export const eligibilityOn = (
  { startDay, endDay, graceToDay = null }: EligibilityPeriod,
  day: Day,
): Eligibility => {
  if (endDay !== null && day >= endDay) return graceToDay !== null && day <= graceToDay ? 'grace' : 'ended';
  return startDay !== null && day < startDay ? 'not-yet' : 'eligible';
};

/** A review date that has passed; the date itself is still in time (ruling 8: warns, blocks only by setting). */
export const reviewOverdue = (nextReviewDay: Day | null, day: Day): boolean =>
  nextReviewDay !== null && nextReviewDay < day;
