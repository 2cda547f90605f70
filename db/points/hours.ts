// Hours of service become points, once; a wrong entry is taken back by one that names it, as long as its points are not spent.
import { sql } from 'kysely';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Context, Tx } from '../context.ts';
import { earned, HOURS_STEP, MINUTES_OF_DAY, toNext } from '../domain/points.ts';
import { Refusal } from '../failures.ts';
import { helperOf, rateOf, volunteerOf } from './volunteers.ts';

/** Refusals: `not-found`, `points-own`, `volunteer-inactive`, `points-day-future`, `points-hours-step`, `points-hours-over`. */
export const earn = async (
  context: Context,
  { volunteerId, serviceDay, minutes, about }: ParsedInput<'points.earn'>,
): Promise<Output<'points.earn'>> => {
  const { tx, now, day, actor } = context;
  context.note(`volunteer:${volunteerId}`, { minutes });
  const volunteer = await helperOf(context, volunteerId);
  if (serviceDay > day) throw refused('points-day-future', 'serviceDay', { serviceDay });
  if (minutes % HOURS_STEP !== 0) throw refused('points-hours-step', 'minutes', { minutes });
  const already = await minutesOn(tx, volunteerId, serviceDay);
  if (already + minutes > MINUTES_OF_DAY)
    throw refused('points-hours-over', 'minutes', {
      serviceDay,
      already: already / 60,
      wanted: minutes / 60,
    });
  const rate = await rateOf(tx);
  const { points, rest } = earned(minutes, rate, volunteer.rest);
  const balance = await addPoints(tx, volunteerId, points, rest);
  const { id } = await tx
    .insertInto('point_posting')
    .values({
      volunteer_id: volunteerId,
      kind: 'earned',
      minutes,
      rate,
      points,
      exchange_id: null,
      about,
      service_day: serviceDay,
      business_day: day,
      at: now,
      reverses: null,
      staff_id: actor.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { entryId: id, points, balance, toNextMinutes: toNext(rest, rate) };
};

const refused = (
  code: 'points-day-future' | 'points-hours-step' | 'points-hours-over',
  field: string,
  params: Readonly<Record<string, string | number>>,
): Refusal => new Refusal(code, params, [{ code, field, params }]);

/** Entered for the day, what was taken back taken off. */
const minutesOn = async (tx: Tx, volunteerId: number, serviceDay: string): Promise<number> => {
  const { sum } = await tx
    .selectFrom('point_posting')
    .select(sql<number>`coalesce(sum(minutes), 0)`.as('sum'))
    .where('volunteer_id', '=', volunteerId)
    .where('service_day', '=', serviceDay)
    .executeTakeFirstOrThrow();
  return sum;
};

/**
 * The one way a balance moves: a condition in the UPDATE itself, so that two tills cannot spend the same points. `rest` null: stays.
 * Refusal: `points-short`.
 */
export const addPoints = async (
  tx: Tx,
  volunteerId: number,
  points: number,
  rest: number | null = null,
): Promise<number> => {
  const changed = await tx
    .updateTable('volunteer')
    .set((eb) => ({ balance: eb('balance', '+', points), ...(rest === null ? {} : { rest }) }))
    .where('id', '=', volunteerId)
    .where(sql<boolean>`balance + ${points} >= 0`)
    .returning('balance')
    .executeTakeFirst();
  if (changed) return changed.balance;
  const { balance } = await volunteerOf(tx, volunteerId);
  throw new Refusal('points-short', { have: balance, need: 0 - points, missing: 0 - points - balance });
};

/** Refusals: `not-found`, `points-own`, `points-entry-reversed`, `points-short` when the points are spent. */
export const reverseHours = async (
  context: Context,
  { entryId, reason }: ParsedInput<'points.reverseHours'>,
): Promise<Output<'points.reverseHours'>> => {
  const { tx, now, day, actor } = context;
  const entry = await tx
    .selectFrom('point_posting')
    .selectAll()
    .where('id', '=', entryId)
    .where('kind', '=', 'earned')
    .where('reverses', 'is', null)
    .executeTakeFirst();
  if (!entry) throw new Refusal('not-found');
  context.note(`volunteer:${entry.volunteer_id}`, { reverses: entryId });
  const back = await tx
    .selectFrom('point_posting')
    .select(['at as reversedAt', 'about as reason'])
    .where('reverses', '=', entryId)
    .executeTakeFirst();
  if (back) throw new Refusal('points-entry-reversed', back);
  const volunteer = await volunteerOf(tx, entry.volunteer_id);
  if (volunteer.staff_id === actor.staffId) throw new Refusal('points-own', { number: volunteer.number });
  const { points, rest } = earned(0 - entry.minutes, entry.rate, volunteer.rest);
  const balance = await addPoints(tx, volunteer.id, points, rest);
  await tx
    .insertInto('point_posting')
    .values({
      volunteer_id: volunteer.id,
      kind: 'earned',
      minutes: 0 - entry.minutes,
      rate: entry.rate,
      points,
      exchange_id: null,
      about: reason,
      service_day: entry.service_day,
      business_day: day,
      at: now,
      reverses: entryId,
      staff_id: actor.staffId,
    })
    .execute();
  return { points, balance };
};
