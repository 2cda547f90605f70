// What every change of a cover asks first: that household, people and category are there, that the category may begin, that the month
// is still open.
import { readCategories, type ListedCategory } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import { monthOf } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { closedMonths } from '../months.ts';

/** Refusal: `not-found`. */
export const categoryOf = async (tx: Tx, code: string) => {
  const category = await tx.selectFrom('category').selectAll().where('code', '=', code).executeTakeFirst();
  if (!category) throw new Refusal('not-found');
  return category;
};

/** Refusals: `category-unknown`; `category-not-open` with the days between which a cover may begin under it. */
export const openCategory = async (tx: Tx, code: string, day: string): Promise<ListedCategory> => {
  const category = (await readCategories(tx, day)).get(code);
  if (!category) throw new Refusal('category-unknown', { code });
  const { name, fromDay, toDay } = category;
  if ((fromDay !== null && day < fromDay) || (toDay !== null && day > toDay))
    throw new Refusal('category-not-open', { category: name, startDay: fromDay, endDay: toDay, day });
  return category;
};

/** A file that was merged into another or erased takes no more covers. Refusal: `not-found`. */
export const householdIn = async (tx: Tx, householdId: number) => {
  const household = await tx
    .selectFrom('household_here')
    .select(['id', 'number', 'category', 'street', 'community', 'start_day', 'end_day', 'next_review_day'])
    .where('id', '=', householdId)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!household) throw new Refusal('not-found');
  return household;
};
export type CoveredHousehold = Awaited<ReturnType<typeof householdIn>>;

/** A closed month's movement stays as it was printed (domain.md §7.5). Refusal: `month-closed`. */
export const refuseClosedMonth = async (tx: Tx, day: string): Promise<void> => {
  if ((await closedMonths(tx)).has(monthOf(day))) throw new Refusal('month-closed', { month: monthOf(day) });
};

/** Covers of a household that last beyond `day`, begun or not. */
export const lastingCovers = async ({ tx }: Context, householdId: number, day: string) =>
  tx
    .selectFrom('cover')
    .selectAll()
    .where('household_id', '=', householdId)
    .where((eb) =>
      eb.or([
        eb('to_day', 'is', null),
        // One that ended on the day it began never was.
        eb.and([
          eb('to_day', '>', day),
          eb.or([eb('from_day', 'is', null), eb('to_day', '>', eb.ref('from_day'))]),
        ]),
      ]),
    )
    .orderBy('id')
    .execute();
export type LastingCover = Awaited<ReturnType<typeof lastingCovers>>[number];
