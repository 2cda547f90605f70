// A household leaves: every open cover of it ends on one day, with one reason.
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { addDays, addMonths } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { recordEvent } from '../people/events.ts';
import { refreshStanding } from '../people/standing.ts';

/** Refusals: `not-found`; `eligibility-ended` with the day it ended, because a second end would move the first. */
export const endEligibility = async (
  context: Context,
  { householdId, day, reason, graceMonths }: ParsedInput<'eligibility.end'>,
): Promise<Record<string, never>> => {
  const { tx } = context;
  const household = await tx
    .selectFrom('household')
    .select(['category', 'end_day'])
    .where('id', '=', householdId)
    .executeTakeFirst();
  if (!household) throw new Refusal('not-found');
  if (household.end_day !== null) throw new Refusal('eligibility-ended', { endDay: household.end_day });
  await endCovers(context, householdId, day, reason);
  await refreshStanding(tx, context.day, [householdId]);
  const months =
    graceMonths ?? (await readCategories(tx, context.day)).get(household.category)?.graceMonths ?? 0;
  if (months > 0)
    await tx
      .updateTable('household')
      .set({ grace_to_day: graceEnd(day, months) })
      .where('id', '=', householdId)
      .execute();
  await recordEvent(context, { householdId, kind: 'ended', day, reason });
  context.note(`household:${householdId}`, { endDay: day });
  return {};
};

/** Struck off on 1 March with three months of grace: 31 May is the last day (scenario 4). */
const graceEnd = (endDay: string, months: number): string => addDays(addMonths(endDay, months), -1);

/** A cover that would begin only after the end never begins: it ends on the day it begins. */
const endCovers = async (
  { tx }: Context,
  householdId: number,
  day: string,
  reason: string,
): Promise<void> => {
  await tx
    .updateTable('cover')
    .set((eb) => ({
      to_day: eb.fn<string>('max', [eb.val(day), eb.fn.coalesce('from_day', eb.val(day))]),
      end_reason: reason,
    }))
    .where('household_id', '=', householdId)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', day)]))
    .execute();
};
