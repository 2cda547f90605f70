// A delivery (送货上门) as it begins with a redemption and as it ends with one: written in the transaction of the act.
import type { Context } from '../context.ts';
import { Refusal } from '../failures.ts';

export interface Sent {
  readonly carrier: string;
  /** Null: the registered one, which the till does not show. */
  readonly address: string | null;
}

/** Where it goes, asked before anything is written. Refusal: `delivery-address-missing` where none was typed and none is on file. */
export const addressFor = async (
  { tx }: Context,
  householdId: number,
  { address }: Sent,
): Promise<string> => {
  if (address !== null) return address;
  const household = await tx
    .selectFrom('household')
    .select('address')
    .where('id', '=', householdId)
    .executeTakeFirstOrThrow();
  if (household.address.trim() === '')
    throw new Refusal('delivery-address-missing', undefined, [
      { code: 'delivery-address-missing', field: 'delivery.address' },
    ]);
  return household.address;
};

export const recordDelivery = async (
  { tx, now, actor }: Context,
  redemptionId: number,
  { carrier, address }: { readonly carrier: string; readonly address: string },
): Promise<void> => {
  await tx
    .insertInto('delivery')
    .values({
      redemption_id: redemptionId,
      carrier,
      address,
      ended_day: null,
      ended_by: null,
      ended_at: null,
      staff_id: actor.staffId,
      at: now,
    })
    .execute();
};

/** The act was taken back whole: what was under way comes back; what was delivered stays delivered. */
export const bringBack = async (
  { tx, now, day, actor }: Context,
  redemptionId: number,
  reason: string,
): Promise<void> => {
  await tx
    .updateTable('delivery')
    .set({ state: 'back', ended_day: day, ended_by: actor.staffId, ended_at: now, note: reason })
    .where('redemption_id', '=', redemptionId)
    .where('state', '=', 'out')
    .execute();
};
