// The review calendar (年审, domain.md §5.2) and the grace after an exit (低保渐退, scenario 4). Says when and how urgent; whether
// an overdue review warns or blocks is a setting (ruling 8). Days only, no clock.
import { addDays, addMonths, daysBetween, type Day } from './business-day.ts';

/** 常补 once a year, 非常补 every half-year (S3, R27); a city may ask for other spans. */
export const YEARLY_MONTHS = 12;
export const HALF_YEARLY_MONTHS = 6;
const LONGEST_MONTHS = 60;

function requireMonths(months: number, fewest: number): void {
  if (!Number.isInteger(months) || months < fewest || months > LONGEST_MONTHS)
    throw new RangeError('not a number of months');
}

/**
 * The day the next review is due: the day number is kept, cut to the month's last day (ruling 12). Reviewed on 31 August,
 * half-yearly: 28 February. Refuses (throws) anything but 1 to 60 whole months.
 */
export function nextReviewDay(reviewedOn: Day, months: number): Day {
  requireMonths(months, 1);
  return addMonths(reviewedOn, months);
}

/** The queues of the review list, most urgent first. The day itself is still in time. */
export const REVIEW_QUEUES = ['overdue', 'due-today', 'due-7', 'due-30', 'later', 'unset'] as const;
export type ReviewQueue = (typeof REVIEW_QUEUES)[number];
const WEEK = 7;
const MONTH = 30;

/** The queue a review stands in on `today`: 1 to 7 days, 8 to 30 days, later. 'unset': no review day is kept. */
export function reviewQueue(reviewDay: Day | null, today: Day): ReviewQueue {
  if (reviewDay === null) return 'unset';
  const left = daysBetween(today, reviewDay);
  if (left < 0) return 'overdue';
  if (left === 0) return 'due-today';
  if (left <= WEEK) return 'due-7';
  return left <= MONTH ? 'due-30' : 'later';
}

/** First and last review day of a queue, both in it; null: no bound on that side. The books filter by these. */
export interface QueueDays {
  readonly first: Day | null;
  readonly last: Day | null;
}

/** The review days that stand in a queue on `today`: the same rule as `reviewQueue`, for a query. */
export function reviewQueueDays(queue: Exclude<ReviewQueue, 'unset'>, today: Day): QueueDays {
  switch (queue) {
    case 'overdue':
      return { first: null, last: addDays(today, -1) };
    case 'due-today':
      return { first: today, last: today };
    case 'due-7':
      return { first: addDays(today, 1), last: addDays(today, WEEK) };
    case 'due-30':
      return { first: addDays(today, WEEK + 1), last: addDays(today, MONTH) };
    case 'later':
      return { first: addDays(today, MONTH + 1), last: null };
  }
}

/**
 * Last day of grace: exit on 2026-03-01 (first day WITHOUT eligibility) with 3 months ends on 2026-05-31 (scenario 4). 0 months:
 * no grace, the last day is the one before the exit. What is done in grace is told by `eligibilityOn`. Refuses (throws) anything but 0 to 60 whole months.
 */
export function graceEnd(exitDay: Day, months: number): Day {
  requireMonths(months, 0);
  return addDays(addMonths(exitDay, months), -1);
}
