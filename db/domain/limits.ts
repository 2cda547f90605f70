// Limits (限领): how much of what a household, each of its covered members, or one proxy may take in which time. One engine for every
// rule of domain.md §3. Pure: it is given what was taken and who was covered, and knows no books and no clock.
import { addDays, addMonths, daysBetween, type Day } from './business-day.ts';
import type { LimitRule } from './limit-rule.ts';
import { coversOn, membersOn, type Cover } from './standing.ts';

/** One line of goods that left, or, with negative figures, came back. */
export interface Taken {
  /** The act it left with; of a reversal the act it takes back, so that both meet. */
  readonly act: string;
  /** The day whose limits it counts in (rulings.md 11: of a reversal the day of the act). */
  readonly day: Day;
  readonly itemId: number;
  readonly sort: string;
  readonly quantity: number;
  readonly unitScale: number;
  /** At list price; 0 for goods paid in points, free, or not priced. */
  readonly fen: number;
  readonly points: number;
}
/** A cover with the household it holds in; a person's other covers belong to the list. */
export interface CoverAt extends Cover {
  readonly householdId: number;
}
export interface Family {
  readonly householdId: number;
  readonly covers: readonly CoverAt[];
}
/** First and last day, both included. */
export interface Window {
  readonly first: Day;
  readonly last: Day;
}
export interface Reckoning {
  /** What may be taken in the period, carried over included. */
  readonly limit: number;
  readonly used: number;
  /** Never below 0, also where somebody answered for more. */
  readonly left: number;
  /** From this day on there is more. */
  readonly againDay: Day;
}
export interface Breach extends Reckoning {
  readonly wanted: number;
  readonly over: number;
}

const MONDAY = '1970-01-05';
const monthsIn = { month: 1, quarter: 3, year: 12 } as const;
type Rolling = LimitRule & { readonly period: 'days' | 'years' };
const rolls = (rule: LimitRule): rule is Rolling => rule.period === 'days' || rule.period === 'years';

/** The calendar period a day lies in, Beijing days; weeks begin on Monday, months in steps of `every` from January. */
export const periodOn = ({ period, every }: Pick<LimitRule, 'period' | 'every'>, day: Day): Window | null => {
  if (period === 'days' || period === 'years') return null;
  if (period === 'day') return { first: day, last: day };
  if (period === 'week') {
    const first = addDays(day, -(((daysBetween(MONDAY, day) % 7) + 7) % 7));
    return { first, last: addDays(first, 6) };
  }
  const length = monthsIn[period] * every;
  const start = Math.floor((Number(day.slice(5, 7)) - 1) / length) * length;
  const first = addMonths(`${day.slice(0, 4)}-01-01`, start);
  return { first, last: addDays(addMonths(first, length), -1) };
};

/** Taken on D, again on D + n (rulings.md 12): the first day on which it no longer counts. */
const countsUntil = ({ period, every }: Rolling, day: Day): Day =>
  period === 'days' ? addDays(day, every) : addMonths(day, every * 12);

/** The first day whose acts a rule may ask for on `day`; of rolling years a day too many at most. */
export const firstDayAsked = (rule: LimitRule, day: Day): Day => {
  if (rolls(rule))
    return rule.period === 'days' ? addDays(day, 1 - rule.every) : addMonths(day, -12 * rule.every);
  return rule.carryOver ? `${day.slice(0, 4)}-01-01` : windowOf(rule, day).first;
};

const windowOf = (rule: LimitRule, day: Day): Window => {
  const window = periodOn(rule, day);
  if (!window) throw new RangeError('a rolling period has no calendar window');
  return window;
};

/** What a rule counts, and of which goods. */
export type Counted = Pick<LimitRule, 'measure' | 'itemId' | 'sort'>;

const concerns = ({ itemId, sort }: Counted, taken: Pick<Taken, 'itemId' | 'sort'>): boolean =>
  (itemId === null || taken.itemId === itemId) && (sort === null || taken.sort === sort);

/** Whole units of different goods: what is begun counts as one, and as one less when it comes back. */
const units = (quantity: number, scale: number): number =>
  quantity < 0 ? 0 - Math.ceil(-quantity / scale) : Math.ceil(quantity / scale);

/** What lines come to in the measure of the rule; acts wholly taken back count nothing. */
export const amountOf = (rule: Counted, lines: readonly Taken[]): number => {
  const meant = lines.filter((line) => concerns(rule, line));
  const sum = (figure: (line: Taken) => number) => meant.reduce((total, line) => total + figure(line), 0);
  switch (rule.measure) {
    case 'fen':
      return sum(({ fen }) => fen);
    case 'points':
      return sum(({ points }) => points);
    case 'pieces':
      return sum(({ quantity, unitScale }) => (rule.itemId === null ? units(quantity, unitScale) : quantity));
    case 'times': {
      const acts = new Map<string, number>();
      for (const { act, quantity } of meant) acts.set(act, (acts.get(act) ?? 0) + quantity);
      return [...acts.values()].filter((quantity) => quantity > 0).length;
    }
  }
};

/**
 * Covered members a period counts with: those of its first day, for joins and leaves alike (rulings.md 9). A household nobody of which
 * was covered then counts with its first day in the period; one in its months of grace with the size it left with. `once`: who was
 * covered in another household on the first day is counted there, so that a family that parts does not collect twice.
 */
export const sizeIn = ({ householdId, covers }: Family, first: Day, until: Day, once: boolean): number => {
  const real = covers.filter(({ fromDay, toDay }) => fromDay === null || fromDay !== toDay);
  const here = real.filter((cover) => cover.householdId === householdId);
  const onFirst = membersOn(here, first);
  if (onFirst > 0) return onFirst;
  const elsewhere = new Set(once ? coversOn(real, first).map(({ personId }) => personId) : []);
  const rest = here.filter(({ personId }) => !elsewhere.has(personId));
  const began = rest.flatMap(({ fromDay }) =>
    fromDay && fromDay > first && fromDay <= until ? [fromDay] : [],
  );
  if (began.length > 0) return membersOn(rest, least(began));
  const ended = rest.flatMap(({ toDay }) => (toDay && toDay <= first ? [toDay] : []));
  return ended.length > 0 ? membersOn(rest, addDays(greatest(ended), -1)) : 0;
};
const least = (days: readonly Day[]): Day => days.reduce((a, b) => (b < a ? b : a));
const greatest = (days: readonly Day[]): Day => days.reduce((a, b) => (b > a ? b : a));

const amountFor = ({ amounts }: LimitRule, size: number): number =>
  amounts.reduce((found, [from, amount]) => (from <= Math.max(1, size) ? amount : found), 0);

/** `family` null: a proxy, who counts for one whatever household they stand for. */
const allowance = (rule: LimitRule, family: Family | null, first: Day, until: Day): number => {
  if (family === null || rule.subject === 'proxy') return amountFor(rule, 1);
  const size = sizeIn(family, first, until, rule.subject === 'person');
  return amountFor(rule, size) * (rule.subject === 'person' ? size : 1);
};

const coveredIn = ({ householdId, covers }: Family, { first, last }: Window): boolean =>
  covers.some(
    (cover) =>
      cover.householdId === householdId &&
      (cover.fromDay === null || cover.fromDay <= last) &&
      (cover.toDay === null || cover.toDay > first),
  );

/** What earlier periods of the same year left over since the rule began; more taken than allowed is no debt. */
const carried = (
  rule: LimitRule,
  family: Family | null,
  taken: readonly Taken[],
  current: Window,
): number => {
  if (!rule.carryOver) return 0;
  const year = current.first.slice(0, 4);
  let left = 0;
  let window = windowOf(rule, greatest([`${year}-01-01`, rule.fromDay]));
  while (window.first < current.first) {
    const { first, last } = window;
    const allowed = family && !coveredIn(family, window) ? 0 : allowance(rule, family, first, last);
    left = Math.max(0, left + allowed - amountOf(rule, within(taken, window)));
    window = windowOf(rule, addDays(last, 1));
  }
  return left;
};

const within = (taken: readonly Taken[], { first, last }: Window): readonly Taken[] =>
  taken.filter(({ day }) => day >= first && day <= last);

/** How a rule stands on `day` after what was taken; `wanted` decides from when on that much may be taken again. */
export const reckon = (
  rule: LimitRule,
  family: Family | null,
  taken: readonly Taken[],
  day: Day,
  wanted = 1,
): Reckoning =>
  rolls(rule) ? rolling(rule, family, taken, day, wanted) : calendar(rule, family, taken, day);

const calendar = (rule: LimitRule, family: Family | null, taken: readonly Taken[], day: Day): Reckoning => {
  const window = windowOf(rule, day);
  const limit = allowance(rule, family, window.first, day) + carried(rule, family, taken, window);
  const used = amountOf(rule, within(taken, window));
  return standing(rule, limit, used, addDays(window.last, 1));
};

const rolling = (
  rule: Rolling,
  family: Family | null,
  taken: readonly Taken[],
  day: Day,
  wanted: number,
): Reckoning => {
  const countedOn = (on: Day) => taken.filter((line) => line.day <= day && countsUntil(rule, line.day) > on);
  const counted = countedOn(day);
  // The period begins with the first act that still counts.
  const first = least([day, ...counted.map((line) => line.day)]);
  const limit = allowance(rule, family, first, day);
  const used = amountOf(rule, counted);
  const ends = [...new Set(counted.map((line) => countsUntil(rule, line.day)))].sort();
  const roomOn = (room: number) => ends.find((end) => amountOf(rule, countedOn(end)) + room <= limit);
  return standing(rule, limit, used, roomOn(wanted) ?? roomOn(1) ?? countsUntil(rule, day));
};

const standing = ({ toDay }: LimitRule, limit: number, used: number, next: Day): Reckoning => ({
  limit,
  used,
  left: Math.max(0, limit - used),
  // The day after its last the rule holds nobody back.
  againDay: toDay !== null && toDay < next ? addDays(toDay, 1) : next,
});

/** What speaks against the basket; null when the rule lets it pass or has nothing to do with it. */
export const breachOf = (
  rule: LimitRule,
  family: Family | null,
  taken: readonly Taken[],
  basket: readonly Taken[],
  day: Day,
): Breach | null => {
  const before = reckon(rule, family, taken, day).used;
  // Counted together, because a basket of an act that has begun is not one time more.
  const wanted = amountOf(rule, [...taken, ...basket].filter(inPeriodOf(rule, day))) - before;
  if (wanted <= 0) return null;
  const reckoning = reckon(rule, family, taken, day, wanted);
  const over = reckoning.used + wanted - reckoning.limit;
  return over <= 0 ? null : { ...reckoning, wanted, over: Math.min(over, wanted) };
};

const inPeriodOf = (rule: LimitRule, day: Day): ((line: Taken) => boolean) => {
  if (rolls(rule)) return (line) => line.day <= day && countsUntil(rule, line.day) > day;
  const { first, last } = windowOf(rule, day);
  return (line) => line.day >= first && line.day <= last;
};
