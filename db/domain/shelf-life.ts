// Shelf life of a lot: good through its date, Beijing time (ruling 20). A lot without a date never expires and never
// alarms. Decides nothing about who may override what.
import { addDays, daysBetween, type Day } from './business-day.ts';

/** Days before expiry at which the alarm list shows a lot, unless the shop sets another figure (domain.md M1). */
export const ALARM_DAYS = 60;

/** True from the day after the date: on the date itself the goods are still good. */
export function isExpired(expiry: Day | null, day: Day): boolean {
  return expiry !== null && day > expiry;
}

/** Whole days left; 0 on the last good day, negative when expired, null without a date. */
export function daysLeft(expiry: Day | null, day: Day): number | null {
  return expiry === null ? null : daysBetween(day, expiry);
}

/** First day on which the alarm list shows the lot; null without a date. */
export function alarmDay(expiry: Day | null, days: number = ALARM_DAYS): Day | null {
  return expiry === null ? null : addDays(expiry, -days);
}

/** True when the lot belongs on the alarm list: within `days` of its date, and also once expired. */
export function isAlarming(expiry: Day | null, day: Day, days: number = ALARM_DAYS): boolean {
  const from = alarmDay(expiry, days);
  return from !== null && day >= from;
}

/** What is left of a lot's life, in days, of how many. */
export interface RemainingLife {
  readonly left: number;
  readonly total: number;
}

/**
 * Remaining life at acceptance (domain.md §4.6): days left, never below 0 nor above the whole life. Null when either date is
 * unknown or the production date is not before the expiry date: no share can be claimed then.
 */
export function remainingShare(production: Day | null, expiry: Day | null, day: Day): RemainingLife | null {
  if (production === null || expiry === null || production >= expiry) return null;
  const total = daysBetween(production, expiry);
  return { left: Math.min(total, Math.max(0, daysBetween(day, expiry))), total };
}

/** True when at least `percent` of the life is left; compared as integers, so exactly 60% passes a 60% rule. */
export function meetsShare(life: RemainingLife, percent: number): boolean {
  return life.left * 100 >= percent * life.total;
}
