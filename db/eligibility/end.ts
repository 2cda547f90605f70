// Households leave: every open cover of them ends on one day, with one reason; grace, and what becomes of their open vouchers. One or
// hundreds, all or nothing.
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { OpenVoucherRule } from '../contract/eligibility.ts';
import type { Output } from '../contract/index.ts';
import { graceEnd } from '../domain/review.ts';
import { refuseOwnRelatives } from '../fairness/relatives.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { chunksOf } from '../imports/bulk.ts';
import { recordEvents } from '../people/events.ts';
import { refreshStanding } from '../people/standing.ts';
import { voidOpenVouchers } from '../vouchers/void.ts';
import { endCovers } from './end-covers.ts';
import { refuseClosedMonth } from './rules.ts';

/** How they leave; left out: no document, grace as the category says, open vouchers kept. */
interface Leaving {
  /** First day without. */
  readonly day: string;
  readonly reason: string;
  readonly document?: string;
  readonly graceMonths?: number | null;
  readonly openVouchers?: OpenVoucherRule;
}
type Left = Required<Leaving>;
interface Household {
  readonly id: number;
  readonly number: string;
  readonly category: string;
  readonly members: number;
  readonly end_day: string | null;
}
/** Between two the window hears how far the sweep is. */
const atOnce = 100;

/** Refusals: those of `leave`. */
export const endEligibility = async (
  context: Context,
  { householdId, ...leaving }: Leaving & { readonly householdId: number },
): Promise<Output<'eligibility.end'>> => {
  const { voided } = await leave(context, [householdId], leaving);
  const { grace_to_day: graceToDay } = await context.tx
    .selectFrom('household')
    .select('grace_to_day')
    .where('id', '=', householdId)
    .executeTakeFirstOrThrow();
  context.note(`household:${householdId}`, { endDay: leaving.day, voided });
  return { voided, graceToDay };
};

/** Refusals: those of `leave`, every household in the way by its number. */
export const endMany = async (
  context: Context,
  { householdIds, ...leaving }: Leaving & { readonly householdIds: readonly number[] },
): Promise<Output<'eligibility.endMany'>> => {
  const ended = await leave(context, [...new Set(householdIds)], leaving);
  context.note('households', { endDay: leaving.day, households: ended.ended, voided: ended.voided });
  return ended;
};

/**
 * Refusals: `not-found`; `own-relative`; `eligibility-ended` with the day it ended, because a second end would move the first; `cover-none` for who was
 * never covered; `grace-with-void`, `void-before-end` for rules that contradict; `month-closed`.
 */
const leave = async (
  context: Context,
  householdIds: readonly number[],
  wish: Leaving,
): Promise<Output<'eligibility.endMany'>> => {
  const leaving: Left = { document: '', graceMonths: null, openVouchers: 'keep', ...wish };
  refuseContradictions(context, leaving);
  await refuseClosedMonth(context.tx, leaving.day);
  const households = await leavingHouseholds(context, householdIds);
  await refuseOwnRelatives(context, householdIds);
  let voided = 0;
  let done = 0;
  for (let from = 0; from < households.length; from += atOnce) {
    const part = households.slice(from, from + atOnce);
    await endPart(context, part, leaving);
    if (leaving.openVouchers === 'void')
      for (const { id } of part) voided += await voidOpenVouchers(context, id, leaving.reason);
    done += part.length;
    await context.progress(done, households.length);
  }
  return {
    ended: households.length,
    people: households.reduce((sum, { members }) => sum + members, 0),
    voided,
  };
};

/** Void vouchers cannot pass in grace, and who may still come today keeps them until the last day. */
const refuseContradictions = ({ day: today }: Context, { day, graceMonths, openVouchers }: Left): void => {
  if (openVouchers !== 'void') return;
  if (graceMonths !== null && graceMonths > 0) throw new Refusal('grace-with-void', { months: graceMonths });
  if (day > today) throw new Refusal('void-before-end', { endDay: day });
};

const leavingHouseholds = async ({ tx }: Context, ids: readonly number[]): Promise<readonly Household[]> => {
  const found: Household[] = [];
  const covered = new Set<number>();
  for (const chunk of chunksOf(ids)) {
    found.push(
      ...(await tx
        .selectFrom('household_here')
        .select(['id', 'number', 'category', 'members', 'end_day'])
        .where('id', 'in', chunk)
        .where('merged_into', 'is', null)
        .execute()),
    );
    const covers = await tx
      .selectFrom('cover')
      .select('household_id')
      .distinct()
      .where('household_id', 'in', chunk)
      .execute();
    for (const { household_id } of covers) covered.add(household_id);
  }
  if (found.length < ids.length) throw new Refusal('not-found');
  refuseAll(
    found.flatMap(({ id, number, end_day }): Reason[] => {
      if (end_day !== null) return [{ code: 'eligibility-ended', params: { number, endDay: end_day } }];
      return covered.has(id) ? [] : [{ code: 'cover-none', params: { number } }];
    }),
  );
  return found;
};

const endPart = async (context: Context, part: readonly Household[], leaving: Left): Promise<void> => {
  const { tx, day: today } = context;
  const { day, reason, document } = leaving;
  const ids = part.map(({ id }) => id);
  const open = await tx
    .selectFrom('cover')
    .select('id')
    .where('household_id', 'in', ids)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', day)]))
    .execute();
  await endCovers(
    tx,
    open.map(({ id }) => id),
    { day, reason },
  );
  await refreshStanding(tx, today, ids);
  // Whoever leaves before it began has no cover left that ever was, and must not begin by itself on its day.
  await tx
    .updateTable('household')
    .set({ end_day: day, end_reason: reason })
    .where('id', 'in', ids)
    .where('end_day', 'is', null)
    .execute();
  await giveGrace(context, part, leaving);
  await recordEvents(
    context,
    ids.map((householdId) => ({ householdId, kind: 'ended' as const, day, reason, document })),
  );
};

/** As wished, or as the household's category says; with the vouchers void there is nothing left that could pass. */
const giveGrace = async (
  { tx, day: today }: Context,
  part: readonly Household[],
  { day, graceMonths, openVouchers }: Left,
): Promise<void> => {
  const categories = await readCategories(tx, today);
  const byDay = new Map<string | null, number[]>();
  for (const { id, category } of part) {
    const months = openVouchers === 'void' ? 0 : (graceMonths ?? categories.get(category)?.graceMonths ?? 0);
    const until = months > 0 ? graceEnd(day, months) : null;
    byDay.set(until, [...(byDay.get(until) ?? []), id]);
  }
  for (const [until, ids] of byDay)
    await tx.updateTable('household').set({ grace_to_day: until }).where('id', 'in', ids).execute();
};
