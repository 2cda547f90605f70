// People of a household come under cover, also after a gap: who was struck off and is taken back begins anew.
import type { Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { nextReviewDay } from '../domain/review.ts';
import { refuseOwnRelative } from '../fairness/relatives.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { recordEvents } from '../people/events.ts';
import { refreshStanding } from '../people/standing.ts';
import {
  householdIn,
  lastingCovers,
  openCategory,
  refuseClosedMonth,
  type CoveredHousehold,
  type LastingCover,
} from './rules.ts';

/**
 * Refusals: `not-found` (household or person), `own-relative`, `category-unknown`, `category-not-open`, `month-closed`; for each person
 * `cover-there-already`, `cover-person-left`.
 */
export const beginCover = async (
  context: Context,
  { householdId, personIds, category: code, day, document, reason }: ParsedInput<'eligibility.begin'>,
): Promise<Output<'eligibility.begin'>> => {
  const { tx } = context;
  const household = await householdIn(tx, householdId);
  await refuseOwnRelative(context, householdId);
  const category = await openCategory(tx, code, day);
  await refuseClosedMonth(tx, day);
  const wanted = [...new Set(personIds)];
  await refuseUncoverable(context, householdId, wanted, day);
  refuseTwice(await lastingCovers(context, householdId, day), wanted, code, category.name);
  await insertCovers(context, household, wanted, { code, day, document, reason });
  await setFirstReview(context, household, day, category.reviewMonths);
  await refreshStanding(tx, context.day, [householdId]);
  await recordEvents(
    context,
    wanted.map((personId) => ({
      householdId,
      personId,
      kind: 'began' as const,
      day,
      reason,
      document,
      changes: [{ field: 'category', before: '', after: code }],
    })),
  );
  context.note(`household:${householdId}`, { begin: code, day, people: wanted.length });
  return { begun: wanted.length };
};

/** Every one of them must live here on the day. */
const refuseUncoverable = async (
  { tx }: Context,
  householdId: number,
  personIds: readonly number[],
  day: string,
): Promise<void> => {
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'left_day'])
    .where('household_id', '=', householdId)
    .where('id', 'in', personIds)
    .execute();
  if (people.length < personIds.length) throw new Refusal('not-found');
  refuseAll(
    people.flatMap(({ name, left_day }): Reason[] =>
      left_day !== null && left_day <= day
        ? [{ code: 'cover-person-left', params: { name: maskName(name), leftDay: left_day } }]
        : [],
    ),
  );
};

/** One person is covered once under a category. */
export const refuseTwice = (
  covers: readonly LastingCover[],
  personIds: readonly number[],
  code: string,
  category: string,
): void => {
  refuseAll(
    personIds.flatMap((personId): Reason[] => {
      const there = covers.find((cover) => cover.person_id === personId && cover.category === code);
      return there ? [{ code: 'cover-there-already', params: { category, startDay: there.from_day } }] : [];
    }),
  );
};

export const insertCovers = async (
  { tx, now }: Context,
  { id, street, community }: CoveredHousehold,
  personIds: readonly number[],
  cover: { readonly code: string; readonly day: string; readonly document: string; readonly reason: string },
): Promise<void> => {
  await tx
    .insertInto('cover')
    .values(
      personIds.map((personId) => ({
        person_id: personId,
        household_id: id,
        category: cover.code,
        street,
        community,
        from_day: cover.day,
        to_day: null,
        document: cover.document,
        reason: cover.reason,
        created_at: now,
      })),
    )
    .execute();
};

/** Approved today is reviewed today: who had no review day, or comes back after having left, begins a new term. */
const setFirstReview = async (
  { tx }: Context,
  { id, end_day, next_review_day }: CoveredHousehold,
  day: string,
  months: number,
): Promise<void> => {
  if (next_review_day !== null && end_day === null) return;
  await tx
    .updateTable('household')
    .set({ next_review_day: nextReviewDay(day, months) })
    .where('id', '=', id)
    .execute();
};
