// Reads a long table stretch by stretch of its ids: whoever reads a snapshot takes turns with the counter between two statements (see Steps.snapshot), so
// none may read the whole ledger at once.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './context.ts';

/** Rows of one statement; a customer waits no longer than they take. */
const AT_ONCE = 20_000;

/** The rows of every stretch, one stretch after the other; `part` asks for rows with ids from the first to the second, both included. */
export const inParts = async <T>(
  tx: Tx,
  table: 'voucher' | 'voucher_posting' | 'redemption',
  part: Part<T>,
): Promise<readonly T[]> => {
  const { rows } = await sql<Ends>`
    SELECT (SELECT min(id) FROM ${sql.table(table)}) AS first, (SELECT max(id) FROM ${sql.table(table)}) AS last`.execute(
    tx,
  );
  return stretches(tx, rows, part);
};

/** The same of the vouchers of one batch; others may lie between them. */
export const inPartsOfBatch = async <T>(tx: Tx, batchId: number, part: Part<T>): Promise<readonly T[]> => {
  const { rows } = await sql<Ends>`
    SELECT min(id) AS first, max(id) AS last FROM voucher WHERE batch_id = ${batchId}`.execute(tx);
  return stretches(tx, rows, part);
};

type Part<T> = (from: number, to: number) => RawBuilder<T>;
interface Ends {
  readonly first: number | null;
  readonly last: number | null;
}
const stretches = async <T>(tx: Tx, [ends]: readonly Ends[], part: Part<T>): Promise<readonly T[]> => {
  const found: T[] = [];
  const [first, last] = [ends?.first ?? 1, ends?.last ?? 0];
  for (let from = first; from <= last; from += AT_ONCE) {
    const { rows } = await part(from, Math.min(from + AT_ONCE - 1, last)).execute(tx);
    for (const row of rows) found.push(row);
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
