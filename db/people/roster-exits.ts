// Who is missing from a roster leaves, when somebody says so: by the rules of every other leaving (db/eligibility/end.ts), only found
// person by person. A household nobody of which is left has ended; its open vouchers are kept or made void as was said.
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { OpenVoucherRule } from '../contract/eligibility.ts';
import { refuseClosedMonth } from '../eligibility/rules.ts';
import { refuseOwnRelatives } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { graceEnd } from '../domain/review.ts';
import { chunksOf } from '../imports/bulk.ts';
import { voidOpenVouchers } from '../vouchers/void.ts';
import { recordEvents, type HouseholdEvent } from './events.ts';
import { endCovers } from './roster-covers.ts';
import type { MissingCover } from './roster-missing.ts';

export interface Exits {
  /** First day without. */
  readonly day: string;
  readonly reason: string;
  readonly openVouchers: OpenVoucherRule;
}

/** Refusals: `void-before-end`, because who may still come today keeps the vouchers; `month-closed`; `own-relative`. */
export const refuseExits = async (
  { tx, actor, day: today }: Context,
  missing: readonly MissingCover[],
  { day, openVouchers }: Exits,
): Promise<void> => {
  if (missing.length === 0) return;
  if (openVouchers === 'void' && day > today) throw new Refusal('void-before-end', { endDay: day });
  await refuseClosedMonth(tx, day);
  await refuseOwnRelatives(
    { tx, actor },
    missing.map(({ householdId }) => householdId),
  );
};

/** Ends what they are covered by; answers their households. Refusals: those of `refuseExits`. */
export const applyExits = async (
  context: Context,
  missing: readonly MissingCover[],
  exits: Exits,
): Promise<readonly number[]> => {
  await refuseExits(context, missing, exits);
  const { day, reason } = exits;
  await endCovers(
    context.tx,
    missing.map(({ coverId }) => coverId),
    day,
    reason,
  );
  const people = new Map(missing.map((cover) => [cover.personId, cover.householdId]));
  const events = Array.from(people, ([personId, householdId]) => {
    const event: HouseholdEvent = { householdId, personId, kind: 'ended', day, reason };
    return event;
  });
  for (const chunk of chunksOf(events, 9)) await recordEvents(context, chunk);
  return [...new Set(people.values())];
};

/** After their rows are up to date: households that ended get the grace of their category (渐退) or lose their open vouchers; answers how many. */
export const settleEnded = async (
  context: Context,
  householdIds: readonly number[],
  { reason, openVouchers }: Exits,
): Promise<number> => {
  const { tx, day } = context;
  const categories = await readCategories(tx, day);
  let voided = 0;
  for (const ids of chunksOf(householdIds)) {
    const ended = await tx
      .selectFrom('household')
      .select(['id', 'category', 'end_day'])
      .where('id', 'in', ids)
      .where('end_day', 'is not', null)
      .execute();
    for (const { id, category, end_day: endDay } of ended) {
      if (openVouchers === 'void') {
        voided += await voidOpenVouchers(context, id, reason);
        continue;
      }
      const months = categories.get(category)?.graceMonths ?? 0;
      if (months > 0 && endDay !== null)
        await tx
          .updateTable('household')
          .set({ grace_to_day: graceEnd(endDay, months) })
          .where('id', '=', id)
          .execute();
    }
  }
  return voided;
};
