// Reads a long table stretch by stretch of its ids: a report takes turns with the counter between two statements (see Steps.snapshot), so
// none may read the whole ledger at once.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';

/** Rows of one statement; a customer waits no longer than they take. */
const AT_ONCE = 20_000;

/** The rows of every stretch, one stretch after the other; `part` asks for rows with ids from the first to the second, both included. */
export const inParts = async <T>(
  tx: Tx,
  table: 'voucher' | 'voucher_posting' | 'redemption',
  part: (from: number, to: number) => RawBuilder<T>,
): Promise<readonly T[]> => {
  const { rows: ends } = await sql<{ first: number; last: number }>`
    SELECT coalesce((SELECT min(id) FROM ${sql.table(table)}), 1) AS first,
      coalesce((SELECT max(id) FROM ${sql.table(table)}), 0) AS last`.execute(tx);
  const found: T[] = [];
  for (const { first, last } of ends)
    for (let from = first; from <= last; from += AT_ONCE) {
      const { rows } = await part(from, Math.min(from + AT_ONCE - 1, last)).execute(tx);
      found.push(...rows);
    }
  return found;
};

/** Adds up the figures of all rows. */
export const summed = <T extends Readonly<Record<string, number>>>(rows: readonly T[], nothing: T): T =>
  rows.reduce(
    (sum, row) =>
      Object.fromEntries(
        Object.keys(nothing).map((name) => [name, (sum[name] ?? 0) + (row[name] ?? 0)]),
      ) as T,
    nothing,
  );
