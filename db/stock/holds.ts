// Lots on hold (暂停发放): not given out by any path until released. Every hold and release stays readable in lot_hold.
import type { Context, Handlers } from '../context.ts';
import { Refusal } from '../failures.ts';
import { tagOf } from './tags.ts';

/** Refusal: `not-found`. */
const lotOf = async ({ tx }: Context, lotId: number) => {
  const lot = await tx
    .selectFrom('lot')
    .select(['id', 'grade', 'held_reason'])
    .where('id', '=', lotId)
    .executeTakeFirst();
  if (!lot) throw new Refusal('not-found');
  return lot;
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
    if (disinfectedDay !== null && disinfectedDay > context.day)
      throw new Refusal('row-day-in-future', { found: disinfectedDay }, [
        { code: 'row-day-in-future', field: 'disinfectedDay', params: { found: disinfectedDay } },
      ]);
    await context.tx
      .updateTable('lot')
      .set({ held_reason: null, ...(disinfectedDay !== null && { disinfected_day: disinfectedDay }) })
      .where('id', '=', lotId)
      .execute();
    await keep(context, lotId, 0, reason);
    return {};
  },
};
