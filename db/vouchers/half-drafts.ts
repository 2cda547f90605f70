// Batches that were never finished or were deleted as drafts: nobody sees them, and their vouchers are taken away in short steps,
// the last entered first. Also runs when books are opened, for what a kill left behind.
import type { Database } from 'better-sqlite3';
import type { Tx } from '../context.ts';
import { NO_LIST } from './batch-row.ts';

/** Vouchers of one step. */
const STEP = 1_000;

export const hasHalfDrafts = (file: Database): boolean =>
  file.prepare(`SELECT 1 FROM batch WHERE receivers = '' AND issued_at IS NULL`).get() !== undefined;

/** `turn` runs each step in a transaction of its own, between other acts. */
export const clearHalfDrafts = async (
  turn: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<void> => {
  while (await turn(clearStep));
};

const clearStep = async (tx: Tx): Promise<boolean> => {
  const batch = await tx
    .selectFrom('batch')
    .select('id')
    .where('receivers', '=', NO_LIST)
    .where('issued_at', 'is', null)
    .executeTakeFirst();
  if (!batch) return false;
  const { numDeletedRows } = await tx
    .deleteFrom('voucher')
    .where('id', 'in', (of) =>
      of
        .selectFrom('voucher')
        .select('id')
        .where('batch_id', '=', batch.id)
        .where('state', '=', 'draft')
        .orderBy('id', 'desc')
        .limit(STEP),
    )
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) await tx.deleteFrom('batch').where('id', '=', batch.id).execute();
  return true;
};
