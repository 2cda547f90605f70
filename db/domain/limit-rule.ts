// A rule of the limits as data, and what makes one a rule at all. Pure.
import type { Day } from './business-day.ts';

/** Value at list price, smallest units of one item or units of several, acts of collecting, points. */
export const limitMeasures = ['fen', 'pieces', 'times', 'points'] as const;
/** The household's, times its covered members, or of the unrelated person who collects for others. */
export const limitSubjects = ['household', 'person', 'proxy'] as const;
/** Calendar periods; `days` and `years` roll. */
export const limitPeriods = ['day', 'week', 'month', 'quarter', 'year', 'days', 'years'] as const;
export type LimitMeasure = (typeof limitMeasures)[number];
export type LimitSubject = (typeof limitSubjects)[number];
export type LimitPeriod = (typeof limitPeriods)[number];

export interface LimitRule {
  readonly measure: LimitMeasure;
  /** Of one item, of one sort of goods; both null: of anything. */
  readonly itemId: number | null;
  readonly sort: string | null;
  readonly subject: LimitSubject;
  /** [covered members from, amount], rising from 1. */
  readonly amounts: readonly (readonly [from: number, amount: number])[];
  readonly period: LimitPeriod;
  readonly every: number;
  readonly carryOver: boolean;
  readonly fromDay: Day;
  /** Last day; null: open. */
  readonly toDay: Day | null;
}

const everyFor: Readonly<Record<LimitPeriod, readonly number[] | number>> = {
  day: [1],
  week: [1],
  // Only what divides the year: every period begins on the same day in every year.
  month: [1, 2, 3, 4, 6],
  quarter: [1, 2],
  year: [1],
  days: 3650,
  years: 30,
};
export const everyAllowed = (period: LimitPeriod, every: number): boolean => {
  const allowed = everyFor[period];
  return typeof allowed === 'number' ? every >= 1 && every <= allowed : allowed.includes(every);
};

/** Carried over from one period of the year to the next: only where a year has several (rulings.md 12). */
export const mayCarryOver = (period: LimitPeriod): boolean => period === 'month' || period === 'quarter';

/** Begins with one member and rises. */
export const amountsInOrder = (amounts: LimitRule['amounts']): boolean =>
  amounts[0]?.[0] === 1 && amounts.every(([from], at) => at === 0 || from > (amounts[at - 1]?.[0] ?? from));
