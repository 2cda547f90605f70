// Changes inside a household that stays: from one category to another on a day (有升有降), and the end of one person's or one category's
// cover.
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { coversOn } from '../domain/standing.ts';
import { refuseOwnRelative } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { recordEvents } from '../people/events.ts';
import { refreshStanding } from '../people/standing.ts';
import { insertCovers, refuseTwice } from './begin.ts';
import { endCovers } from './end-covers.ts';
import { householdIn, lastingCovers, openCategory, refuseClosedMonth, type LastingCover } from './rules.ts';

const meant = (
  covers: readonly LastingCover[],
  personIds: readonly number[] | null,
  category: string | null,
) =>
  covers.filter(
    (cover) =>
      (personIds === null || personIds.includes(cover.person_id)) &&
      (category === null || cover.category === category),
  );

/**
 * One category ends and the other begins on the same day, so that nobody is without between. Refusals: `not-found`, `own-relative`, `category-same`,
 * `category-unknown`, `category-not-open`, `month-closed`, `cover-none` when nobody is covered under `from` that day,
 * `cover-there-already`.
 */
export const changeCover = async (
  context: Context,
  { householdId, personIds, from, to, day, document, reason }: ParsedInput<'eligibility.change'>,
): Promise<Output<'eligibility.change'>> => {
  const { tx } = context;
  const household = await householdIn(tx, householdId);
  await refuseOwnRelative(context, householdId);
  if (from === to) throw new Refusal('category-same');
  const category = await openCategory(tx, to, day);
  await refuseClosedMonth(tx, day);
  const lasting = await lastingCovers(context, householdId, day);
  const inEffect = new Set(
    coversOn(
      lasting.map((cover) => ({ id: cover.id, fromDay: cover.from_day, toDay: cover.to_day })),
      day,
    ).map(({ id }) => id),
  );
  const changing = meant(lasting, personIds, from).filter(({ id }) => inEffect.has(id));
  const people = [...new Set(changing.map(({ person_id }) => person_id))];
  if (people.length === 0) throw new Refusal('cover-none', { number: household.number });
  refuseTwice(lasting, people, to, category.name);
  await endCovers(
    tx,
    changing.map(({ id }) => id),
    { day, reason: reason === '' ? document : reason },
  );
  await insertCovers(context, household, people, { code: to, day, document, reason });
  await refreshStanding(tx, context.day, [householdId]);
  await recordEvents(
    context,
    people.map((personId) => ({
      householdId,
      personId,
      kind: 'changed' as const,
      day,
      reason,
      document,
      changes: [{ field: 'category', before: from, after: to }],
    })),
  );
  context.note(`household:${householdId}`, { from, to, day, people: people.length });
  const { get } = await readCategories(tx, day);
  const step = (get(to)?.rank ?? 0) - (get(from)?.rank ?? 0);
  return { changed: people.length, direction: step < 0 ? 'up' : step > 0 ? 'down' : 'same' };
};

/**
 * Refusals: `not-found`, `own-relative`, `month-closed`; `cover-none` when nothing of it lasts beyond the day; `cover-last` when the household would be
 * left without any: that is a household leaving, with its own rules for grace and open vouchers.
 */
export const endCover = async (
  context: Context,
  { householdId, personIds, category, day, reason, document }: ParsedInput<'eligibility.endCover'>,
): Promise<Output<'eligibility.endCover'>> => {
  const { tx } = context;
  const household = await householdIn(tx, householdId);
  await refuseOwnRelative(context, householdId);
  await refuseClosedMonth(tx, day);
  const lasting = await lastingCovers(context, householdId, day);
  const ending = meant(lasting, personIds, category);
  if (ending.length === 0) throw new Refusal('cover-none', { number: household.number });
  if (ending.length === lasting.length) throw new Refusal('cover-last', { number: household.number });
  await endCovers(
    tx,
    ending.map(({ id }) => id),
    { day, reason },
  );
  await refreshStanding(tx, context.day, [householdId]);
  await recordEvents(
    context,
    ending.map((cover) => ({
      householdId,
      personId: cover.person_id,
      kind: 'ended' as const,
      day,
      reason,
      document,
      changes: [{ field: 'category', before: cover.category, after: '' }],
    })),
  );
  context.note(`household:${householdId}`, { endDay: day, covers: ending.length });
  return { ended: ending.length };
};
