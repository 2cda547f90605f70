// Goods that a paper speaks for while it waits for its second signature: they stay where they are and nobody else can take them.
import { sql } from 'kysely';
import type { Reason } from '../contract/act.ts';
import type { Tx } from '../context.ts';
import { refuseAll } from '../failures.ts';
import { lotWords } from './lot-words.ts';

export interface Reserved {
  readonly lotId: number;
  readonly placeId: number;
  /** Smallest units. */
  readonly quantity: number;
}

/** Refusals, every failing line at once: `not-found` for a lot that never stood there, `stock-short` with what is free. */
export const reserveStock = async (tx: Tx, lines: readonly Reserved[]): Promise<void> => {
  const reasons: Reason[] = [];
  for (const [at, line] of lines.entries()) {
    const { numUpdatedRows } = await standing(tx, line)
      .set({ reserved: sql`reserved + ${line.quantity}` })
      .where(sql<boolean>`on_hand - reserved >= ${line.quantity}`)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) reasons.push({ ...(await shortOf(tx, line)), row: at + 1 });
  }
  refuseAll(reasons);
};

/** Gives free what a paper had reserved. */
export const releaseStock = async (tx: Tx, lines: readonly Reserved[]): Promise<void> => {
  for (const line of lines) {
    const { numUpdatedRows } = await standing(tx, line)
      .set({ reserved: sql`reserved - ${line.quantity}` })
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error('a reserved lot is not there');
  }
};

const standing = (tx: Tx, { lotId, placeId }: Reserved) =>
  tx.updateTable('lot_stock').where('lot_id', '=', lotId).where('place_id', '=', placeId);

const shortOf = async (tx: Tx, { lotId, placeId, quantity }: Reserved): Promise<Reason> => {
  const found = await tx
    .selectFrom('lot_stock')
    .select(['on_hand', 'reserved'])
    .where('lot_id', '=', lotId)
    .where('place_id', '=', placeId)
    .executeTakeFirst();
  if (!found) return { code: 'not-found' };
  const available = found.on_hand - found.reserved;
  return { code: 'stock-short', params: { ...(await lotWords(tx, lotId)), available, wanted: quantity } };
};
