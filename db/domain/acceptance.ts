// What must be left of the shelf life when goods are received (domain.md §4.6, scenario 12): the rule of a category and
// its verdict. Who may take short-dated goods all the same, and with what reason, is decided elsewhere; expired goods
// nobody may take.
import { daysBetween, type Day } from './business-day.ts';
import { roundRatio } from './rounding.ts';
import { isExpired, meetsShare, remainingShare } from './shelf-life.ts';

/**
 * Rule of one category of goods; every part that is not null must hold. Six months are written as 180 days left and, for
 * a whole life of "six months at most", as 184 days: no six months are shorter or longer.
 */
export interface AcceptanceRule {
  /** Least share of the whole life that must be left, in percent. 番禺: 60. */
  readonly minPercent: number | null;
  /** Least number of days that must be left. 武昌, 合肥: 180. */
  readonly minDays: number | null;
  /** Goods that live no longer than this many days in all need only `shortMinDays`. 德阳: 184 and 90. */
  readonly shortLifeDays: number | null;
  readonly shortMinDays: number | null;
}

/** A category without a rule: everything that is not expired. */
export const NO_ACCEPTANCE_RULE: AcceptanceRule = {
  minPercent: null,
  minDays: null,
  shortLifeDays: null,
  shortMinDays: null,
};

export interface GoodsDates {
  readonly production: Day | null;
  readonly expiry: Day | null;
  /** Day on which the goods are offered. */
  readonly day: Day;
}

export type Acceptance =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** Expired goods are never taken; for short-dated ones a manager may decide, with a reason. */
      readonly reason: 'shelf-life-over' | 'shelf-life-short';
      /** Negative when expired. */
      readonly daysLeft: number;
      /** Whole life in days; null when the production date is unknown. */
      readonly totalDays: number | null;
      /** Share left in hundredths of a percent (219 is 2.19%), for showing; null when the whole life is unknown. */
      readonly percent: number | null;
      /** Days that must be left; null when no such part of the rule failed. */
      readonly needDays: number | null;
      /** Percent that must be left; null when no such part of the rule failed. */
      readonly needPercent: number | null;
    };

/**
 * Judges goods on the day they are offered. Goods without an expiry date pass: whether they must carry one is the item's
 * matter. Where a share is asked and the production date is unknown, the share cannot be shown and the rule fails.
 */
export function judgeAcceptance(rule: AcceptanceRule, { production, expiry, day }: GoodsDates): Acceptance {
  if (expiry === null) return { ok: true };
  const life = remainingShare(production, expiry, day);
  const daysLeft = daysBetween(day, expiry);
  const facts = {
    ok: false,
    daysLeft,
    totalDays: life?.total ?? null,
    percent: life === null ? null : roundRatio(BigInt(life.left) * 10_000n, BigInt(life.total)),
  } as const;
  if (isExpired(expiry, day))
    return { ...facts, reason: 'shelf-life-over', needDays: null, needPercent: null };
  const days = daysNeeded(rule, life?.total ?? null);
  const needDays = days !== null && daysLeft < days ? days : null;
  const { minPercent } = rule;
  const shareShown = minPercent === null || (life !== null && meetsShare(life, minPercent));
  const needPercent = shareShown ? null : minPercent;
  if (needDays === null && needPercent === null) return { ok: true };
  return { ...facts, reason: 'shelf-life-short', needDays, needPercent };
}

/** The days asked of goods that live `total` days; an unknown life is taken for a long one. */
function daysNeeded(rule: AcceptanceRule, total: number | null): number | null {
  const { shortLifeDays, shortMinDays } = rule;
  const isShort = shortLifeDays !== null && total !== null && total <= shortLifeDays;
  return isShort ? shortMinDays : rule.minDays;
}
