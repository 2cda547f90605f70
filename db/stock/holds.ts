// Lots on hold (暂停发放): not given out by any path until released. Every hold and release stays readable in lot_hold.
import type { Context, Handlers } from '../context.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { tagOf } from './tags.ts';

/** Refusal: `not-found`. */
const lotOf = async ({ tx }: Context, lotId: number) => {
  const lot = await tx
    .selectFrom('lot')
    .select(['id', 'grade', 'held_reason', 'disinfected_day'])
    .where('id', '=', lotId)
    .executeTakeFirst();
  if (!lot) throw new Refusal('not-found');
  return lot;
};

/** Second-hand goods leave only when disinfected: `input-invalid` without that day, `row-day-in-future` after today. */
const refuseDay = (
  { grade, disinfected_day }: { readonly grade: string | null; readonly disinfected_day: string | null },
  disinfectedDay: string | null,
  today: string,
): void => {
  const field = 'disinfectedDay';
  if (disinfectedDay !== null && disinfectedDay > today)
    refuseAll([{ code: 'row-day-in-future', field, params: { found: disinfectedDay } }]);
  if (grade !== null && disinfected_day === null && disinfectedDay === null)
    refuseAll([{ code: 'input-invalid', field }]);
};

const keep = async (
  { tx, now, actor }: Context,
  lotId: number,
  held: 0 | 1,
  reason: string,
): Promise<void> => {
  await tx
    .insertInto('lot_hold')
    .values({ lot_id: lotId, held, reason, staff_id: actor.staffId, at: now })
    .execute();
};

export const holdHandlers: Pick<Handlers<'stock'>, 'stock.hold' | 'stock.release'> = {
  async 'stock.hold'(context, { lotId, reason }) {
    const lot = await lotOf(context, lotId);
    context.note(`lot:${lotId}`, { held: true });
    if (lot.held_reason !== null)
      throw new Refusal('lot-held-already', { tag: tagOf(lot), reason: lot.held_reason });
    await context.tx.updateTable('lot').set({ held_reason: reason }).where('id', '=', lotId).execute();
    await keep(context, lotId, 1, reason);
    return {};
  },

  async 'stock.release'(context, { lotId, reason, disinfectedDay }) {
    const lot = await lotOf(context, lotId);
    context.note(`lot:${lotId}`, { held: false });
    if (lot.held_reason === null) throw new Refusal('lot-not-held', { tag: tagOf(lot) });
    refuseDay(lot, disinfectedDay, context.day);
    await context.tx
      .updateTable('lot')
      .set({ held_reason: null, ...(disinfectedDay !== null && { disinfected_day: disinfectedDay }) })
      .where('id', '=', lotId)
      .execute();
    await keep(context, lotId, 0, reason);
    return {};
  },
};
