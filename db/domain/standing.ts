// What a household's covers add up to on a day: its payee category, how many are covered, since when and until when. Pure; the
// household row keeps the answer for today (db/people/standing.ts).
import type { Day } from './business-day.ts';

/** One person covered under one category (保障). */
export interface Cover {
  readonly personId: number;
  readonly category: string;
  /** First day; null: since always. */
  readonly fromDay: Day | null;
  /** First day without; null: open. */
  readonly toDay: Day | null;
  readonly endReason?: string;
}
export interface Standing {
  /** The highest in effect (ruling 7); of those to come when none is yet, of the last ones when all have ended. */
  readonly category: string;
  /** Covered members (保障人口), each once however many categories they hold. */
  readonly members: number;
  /** Since when without a gap; null: since always. */
  readonly startDay: Day | null;
  /** First day without any cover; null: open. */
  readonly endDay: Day | null;
  readonly endReason: string;
}

/** True when the cover counts on `day`: from its first day on, up to the day before its first day without. */
export const inEffect = ({ fromDay, toDay }: Pick<Cover, 'fromDay' | 'toDay'>, day: Day): boolean =>
  (fromDay === null || fromDay <= day) && (toDay === null || day < toDay);

export const coversOn = <C extends Pick<Cover, 'fromDay' | 'toDay'>>(
  covers: readonly C[],
  day: Day,
): readonly C[] => covers.filter((cover) => inEffect(cover, day));

/** Distinct people covered on the day: every quota counts them as of the first day of its period (ruling 9). */
export const membersOn = (covers: readonly Cover[], day: Day): number => peopleOf(coversOn(covers, day));

/** Null for a household nobody of which was ever covered. `compare` sorts the higher category first. */
export const standingOf = (
  covers: readonly Cover[],
  day: Day,
  compare: (a: string, b: string) => number,
): Standing | null => {
  // A cover that ended on the day it began never was one.
  const real = covers.filter(({ fromDay, toDay }) => fromDay === null || fromDay !== toDay);
  const open = real.filter(({ toDay }) => toDay === null || toDay > day);
  const endDay = lastEnd(open.length > 0 ? open : real);
  const counted =
    open.length === 0
      ? real.filter(({ toDay }) => toDay === endDay)
      : (nonEmpty(coversOn(open, day)) ?? open);
  const [category] = counted.map((cover) => cover.category).sort(compare);
  if (category === undefined) return null;
  const ending = endDay === null ? undefined : real.find(({ toDay }) => toDay === endDay);
  return {
    category,
    members: peopleOf(counted),
    startDay: unbrokenSince(real, counted),
    endDay,
    endReason: ending?.endReason ?? '',
  };
};

const nonEmpty = <T>(rows: readonly T[]): readonly T[] | null => (rows.length > 0 ? rows : null);
const peopleOf = (covers: readonly Cover[]): number => new Set(covers.map(({ personId }) => personId)).size;

const lastEnd = (covers: readonly Cover[]): Day | null =>
  covers.reduce<Day | null>(
    (last, { toDay }, at) =>
      at === 0 ? toDay : last === null || toDay === null ? null : toDay > last ? toDay : last,
    null,
  );

/** The first day of the unbroken run that leads to `counted`; a move or a change of category does not break it. */
const unbrokenSince = (covers: readonly Cover[], counted: readonly Cover[]): Day | null => {
  const first = (a: Day | null, b: Day | null): Day | null =>
    a === null || b === null ? null : a < b ? a : b;
  let since = counted.map(({ fromDay }) => fromDay).reduce(first);
  for (;;) {
    const start = since;
    if (start === null) return null;
    const touching = covers.filter(
      ({ fromDay, toDay }) => (fromDay === null || fromDay < start) && (toDay === null || toDay >= start),
    );
    if (touching.length === 0) return start;
    since = touching.map(({ fromDay }) => fromDay).reduce(first, start);
  }
};
