// Ending covers for a roster, by their ids: those that were changed by a row, and those of who is missing.
import type { Tx } from '../context.ts';
import { chunksOf } from '../imports/bulk.ts';

/** A cover that would begin only after the end never begins: it ends on the day it begins. */
export const endCovers = async (
  tx: Tx,
  ids: readonly number[],
  day: string,
  reason: string,
): Promise<void> => {
  for (const chunk of chunksOf(ids))
    await tx
      .updateTable('cover')
      .set((eb) => ({
        to_day: eb.fn<string>('max', [eb.val(day), eb.fn.coalesce('from_day', eb.val(day))]),
        end_reason: reason,
      }))
      .where('id', 'in', chunk)
      .execute();
};
