// Baskets that wait (挂单) as the till shows them. Reads only.
import { z } from 'zod';
import { categoryNameOn } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import { basketLine, entry, typedProxy, wantedDelivery } from '../contract/counter-basket.ts';
import type { Output } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';

export type Held = Output<'counter.held'>[number];

/** What lies in `held_basket.content`. */
export const heldContent = z.strictObject({
  voucherIds: z.array(z.int()),
  lines: z.array(basketLine),
  entry,
  approvedBy: z.int().nullable(),
  proxy: typedProxy.nullable(),
  delivery: wantedDelivery.nullable(),
});

export type HeldContent = z.infer<typeof heldContent>;

export const waitingOnes = (tx: Tx) =>
  tx
    .selectFrom('held_basket as held')
    .innerJoin('household', 'household.id', 'held.household_id')
    .innerJoin('staff', 'staff.id', 'held.staff_id')
    .select([
      'held.id',
      'held.at',
      'held.terminal',
      'held.household_id',
      'held.content',
      'held.note',
      'staff.name as operator',
      'household.head_name',
      'household.category',
    ])
    .where('held.ended_at', 'is', null);
type Waiting = Awaited<ReturnType<ReturnType<typeof waitingOnes>['execute']>>[number];

export const shownHeld = async ({ tx, day }: Context, held: Waiting): Promise<Held> => {
  const { voucherIds, lines } = heldContent.parse(JSON.parse(held.content));
  return {
    heldId: held.id,
    at: held.at,
    terminal: held.terminal,
    operator: held.operator,
    headName: maskName(held.head_name),
    category: await categoryNameOn(tx, held.category, day),
    vouchers: voucherIds.length,
    lines: lines.length,
    note: held.note,
  };
};

/** The one of this household that waits, for whoever opens it anew. */
export const heldOfHousehold = async (context: Context, householdId: number): Promise<Held | null> => {
  const row = await waitingOnes(context.tx).where('held.household_id', '=', householdId).executeTakeFirst();
  return row ? shownHeld(context, row) : null;
};
