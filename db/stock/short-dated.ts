// What a household already took today of short-dated goods (临期): one piece of an item a covered member and day.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import type { StockedItem } from './lots.ts';

export interface DailyPart {
  /** Covered members today. */
  readonly members: number;
  /** Smallest units of each item's short-dated lots taken today, what came back of today's acts taken off. */
  readonly taken: ReadonlyMap<number, number>;
}

/** Asks the books only when one of the items has short-dated lots: hardly any sale does. */
export const dailyPart = async (
  tx: Tx,
  household: { readonly householdId: number; readonly members: number },
  day: string,
  items: Iterable<StockedItem>,
): Promise<DailyPart> => {
  const ids = [...items].filter(({ lots }) => lots.some(({ shortDated }) => shortDated)).map(({ id }) => id);
  if (ids.length === 0) return { members: household.members, taken: new Map() };
  const { rows } = await sql<{ itemId: number; taken: number }>`
    SELECT posting.item_id AS itemId, 0 - sum(posting.quantity) AS taken
    FROM redemption JOIN stock_posting AS posting ON posting.document = 'redemption' AND posting.document_id = redemption.id
    JOIN lot ON lot.id = posting.lot_id AND lot.short_dated = 1
    WHERE redemption.household_id = ${household.householdId} AND redemption.counted_day = ${day}
      AND posting.item_id IN (${sql.join(ids)}) GROUP BY posting.item_id`.execute(tx);
  return { members: household.members, taken: new Map(rows.map(({ itemId, taken }) => [itemId, taken])) };
};
