// The covers of a household's members as the acts on files change them: begun for newcomers, ended for who leaves, carried on at another
// place or in another household. Never edited otherwise; begin and end by themselves are acts of eligibility.
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import { monthOf, type Day } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { closedMonths } from '../months.ts';
import { isTooFar } from './open-household.ts';

export interface NewCover {
  readonly category: string;
  readonly fromDay: Day;
  readonly reason: string;
  readonly document: string;
}
export interface Place {
  readonly street: string;
  readonly community: string;
}
export interface Beginning {
  /** Row of the person in the form, from 1; null: the form has one person. */
  readonly row: number | null;
  readonly covers: readonly NewCover[];
  readonly birthDay: Day | null;
  /** First day on which they can be covered here; null: any. */
  readonly notBefore: Day | null;
}

/** What is wrong with covers that are about to begin, all at once. */
export const coverReasons = async (
  { tx, day: today }: Pick<Context, 'tx' | 'day'>,
  { row, covers, birthDay, notBefore }: Beginning,
): Promise<readonly Reason[]> => {
  const categories = await readCategories(tx, today);
  const seen = new Set<string>();
  return covers.flatMap(({ category: code, fromDay }): readonly Reason[] => {
    const said = (reason: Reason): Reason => (row === null ? reason : { ...reason, row });
    const category = categories.get(code);
    if (!category) return [said({ code: 'category-unknown', field: 'category', params: { code } })];
    const reasons: Reason[] = [];
    const params = { category: category.name, startDay: category.fromDay, endDay: category.toDay };
    if (seen.has(code)) reasons.push(said({ code: 'cover-there-already', field: 'category', params }));
    seen.add(code);
    if (isOutside(fromDay, category))
      reasons.push(
        said({ code: 'category-not-open', field: 'category', params: { ...params, day: fromDay } }),
      );
    const day = { field: 'fromDay', params: { ...params, day: fromDay } };
    if (isTooFar(today, fromDay)) reasons.push(said({ code: 'day-too-far', ...day }));
    if (birthDay !== null && fromDay < birthDay) reasons.push(said({ code: 'day-before-birth', ...day }));
    if (notBefore !== null && fromDay < notBefore)
      reasons.push(
        said({
          code: 'cover-before-joined',
          field: 'fromDay',
          params: { ...day.params, joinedDay: notBefore },
        }),
      );
    return reasons;
  });
};

const isOutside = (day: Day, { fromDay, toDay }: { fromDay: Day | null; toDay: Day | null }): boolean =>
  (fromDay !== null && day < fromDay) || (toDay !== null && day > toDay);

export const beginCovers = async (
  { tx, now }: Context,
  householdId: number,
  personId: number,
  { street, community }: Place,
  covers: readonly NewCover[],
): Promise<void> => {
  if (covers.length === 0) return;
  await tx
    .insertInto('cover')
    .values(
      covers.map(({ category, fromDay, reason, document }) => ({
        person_id: personId,
        household_id: householdId,
        category,
        street,
        community,
        from_day: fromDay,
        to_day: null,
        reason,
        document,
        created_at: now,
      })),
    )
    .execute();
};

/**
 * The day from which covers change for something that happened on `day`: that day, or today once its month is closed, because the
 * month's table has been printed (rulings.md 22). Refusal: `month-closed` when today's month itself is.
 */
export const coverDayOf = async ({ tx, day: today }: Context, day: Day): Promise<Day> => {
  const closed = await closedMonths(tx);
  if (!closed.has(monthOf(day))) return day;
  if (closed.has(monthOf(today))) throw new Refusal('month-closed', { month: monthOf(today) });
  return today;
};

/** One that would begin only later never begins: it ends on the day it begins. */
export const endCoversOf = async (
  { tx }: Context,
  householdId: number,
  personId: number,
  day: Day,
  endReason: string,
): Promise<void> => {
  await tx
    .updateTable('cover')
    .set((eb) => ({
      to_day: eb.fn<string>('max', [eb.val(day), eb.fn.coalesce('from_day', eb.val(day))]),
      end_reason: endReason,
    }))
    .where('household_id', '=', householdId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', day)]))
    .execute();
};

export interface Carried {
  readonly from: number;
  readonly to: number;
  readonly personIds: readonly number[];
  readonly place: Place;
  readonly day: Day;
  /** Why they end here: 迁移, 分户, 并户. */
  readonly why: string;
}

/** Ends what these people are covered by and begins the same on the same day elsewhere: everybody is covered on every day as before. */
export const carryCovers = async (
  { tx, now }: Context,
  { from, to, personIds, place, day, why }: Carried,
): Promise<void> => {
  if (personIds.length === 0) return;
  const covers = await tx
    .selectFrom('cover')
    .selectAll()
    .where('household_id', '=', from)
    .where('person_id', 'in', personIds)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', day)]))
    .where((eb) =>
      eb.or([eb('to_day', 'is', null), eb('from_day', 'is', null), eb('to_day', '<>', eb.ref('from_day'))]),
    )
    .orderBy('id')
    .execute();
  for (const cover of covers) {
    const start = cover.from_day !== null && cover.from_day > day ? cover.from_day : day;
    await tx
      .updateTable('cover')
      .set({ to_day: start, end_reason: why })
      .where('id', '=', cover.id)
      .execute();
    await tx
      .insertInto('cover')
      .values({
        person_id: cover.person_id,
        household_id: to,
        category: cover.category,
        street: place.street,
        community: place.community,
        from_day: start,
        to_day: cover.to_day,
        document: cover.document,
        reason: cover.reason,
        end_reason: cover.end_reason,
        created_at: now,
      })
      .execute();
  }
};
