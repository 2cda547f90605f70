// Many rows in few statements: chunks below SQLite's limit of bound values, every chunk but the last with the same text, so
// that it is prepared once. Between chunks the window hears how far we are, and a cancel can arrive.
import { sql, type CompiledQuery, type Transaction } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Schema } from '../schema.ts';

/** SQLite binds at most 32,766 values in a statement; PostgreSQL twice that. */
const MOST_VALUES = 30_000;
/** Also the step of progress. */
const MOST_ROWS = 1000;

export const chunksOf = <T>(rows: readonly T[], valuesPerRow = 1): readonly (readonly T[])[] => {
  const size = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_VALUES / valuesPerRow)));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );
};

/** Runs `enter` for each chunk and reports progress from `done` on. Throws the `cancelled` refusal when the user gave up. */
export const inChunks = async <T>(
  context: Context,
  rows: readonly T[],
  valuesPerRow: number,
  steps: { done: number; readonly total: number },
  enter: (chunk: readonly T[]) => Promise<void>,
): Promise<void> => {
  for (const chunk of chunksOf(rows, valuesPerRow)) {
    await enter(chunk);
    steps.done += chunk.length;
    await context.progress(steps.done, steps.total);
  }
};

type Bound = string | number | null | Uint8Array;
/** Rows of one statement: the text of each size is made and prepared once. */
const BLOCKS = [100, 10, 1] as const;

/**
 * The id the next row of this table gets, never one that was there before (AUTOINCREMENT). Inside a transaction that writes, nobody else
 * takes it, and rows that bring their ids need not answer with them, which takes a fifth of their writing.
 */
export const nextId = async (tx: Tx, table: keyof Schema): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`SELECT seq FROM sqlite_sequence WHERE name = ${table}`.execute(
    tx,
  );
  return (rows[0]?.seq ?? 0) + 1;
};

/**
 * Writes many rows of one table. Kysely builds one statement per size of block and is not asked again: building would take longer
 * than writing. Rows that are there already are an error, or with
 * `known: 'skipped'` stay as they are.
 */
export const bulkInsert = <T extends keyof Schema>(
  table: T,
  columns: readonly (keyof Schema[T] & string)[],
  known: 'refused' | 'skipped' = 'refused',
) => {
  const statements = new Map<number, CompiledQuery>();
  const statementOf = (tx: Tx, size: number): CompiledQuery => {
    const kept = statements.get(size);
    if (kept) return kept;
    const row = Object.fromEntries(columns.map((column) => [column, '']));
    // Only the names of table and columns matter here; the values are put in at every call.
    const insert = (tx as unknown as Transaction<Record<string, Record<string, unknown>>>)
      .insertInto(table)
      .values(Array.from({ length: size }, () => row));
    const into = known === 'skipped' ? insert.onConflict((conflict) => conflict.doNothing()) : insert;
    const query = into.compile();
    if (query.parameters.length !== size * columns.length)
      throw new Error('a block of rows was built wrongly');
    statements.set(size, query);
    return query;
  };
  return async (tx: Tx, rows: readonly (readonly Bound[])[]): Promise<void> => {
    let at = 0;
    for (const size of BLOCKS) {
      for (; rows.length - at >= size; at += size) {
        const parameters = rows.slice(at, at + size).flat();
        await tx.executeQuery({ ...statementOf(tx, size), parameters });
      }
    }
  };
};
