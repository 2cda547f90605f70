// Ends covers on a day; the one statement every leaving goes through.
import type { Tx } from '../context.ts';
import { chunksOf } from '../imports/bulk.ts';

/** `day`: first day without. A cover that would begin only later never begins: it ends on the day it begins. */
export const endCovers = async (
  tx: Tx,
  coverIds: readonly number[],
  { day, reason }: { readonly day: string; readonly reason: string },
): Promise<void> => {
  for (const ids of chunksOf(coverIds)) {
    await tx
      .updateTable('cover')
      .set((eb) => ({
        to_day: eb.case().when('from_day', '>', day).then(eb.ref('from_day')).else(eb.val(day)).end(),
        end_reason: reason,
      }))
      .where('id', 'in', ids)
      .execute();
  }
};
