// Rows of an import that was cancelled, failed or was cut off by a kill: nobody ever saw them, and they are taken away in short
// steps, the last entered first.
import type { Database } from 'better-sqlite3';
import type { Tx } from '../context.ts';
import { eraseWords } from './search-words.ts';

/** Households of one step. */
const STEP = 200;

export const hasUnpublished = (file: Database): boolean =>
  file.prepare('SELECT 1 FROM roster_run WHERE published_at IS NULL').get() !== undefined;

/** `turn` runs each step in a transaction of its own, between other acts. */
export const clearUnpublished = async (
  turn: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<void> => {
  while (await turn(clearStep));
};

const clearStep = async (tx: Tx): Promise<boolean> => {
  const run = await tx
    .selectFrom('roster_run')
    .select('id')
    .where('published_at', 'is', null)
    .executeTakeFirst();
  if (!run) return false;
  const ids = (
    await tx
      .selectFrom('household')
      .select('id')
      .where('run_id', '=', run.id)
      .orderBy('id', 'desc')
      .limit(STEP)
      .execute()
  ).map(({ id }) => id);
  if (ids.length === 0) {
    await tx.deleteFrom('roster_run').where('id', '=', run.id).execute();
    return true;
  }
  const people = await tx.selectFrom('person').select('id').where('household_id', 'in', ids).execute();
  await eraseWords(
    tx,
    people.map(({ id }) => id),
  );
  for (const table of ['household_event', 'cover', 'person'] as const)
    await tx.deleteFrom(table).where('household_id', 'in', ids).execute();
  await tx.deleteFrom('household').where('id', 'in', ids).execute();
  return true;
};
