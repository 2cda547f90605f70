// Households with several categories, sorted anew after the table's ranks or order changed: which one they count under is kept in
// their row (db/people/standing.ts). Vouchers that were issued keep theirs.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { chunksOf } from '../imports/bulk.ts';
import { refreshStanding } from '../people/standing.ts';

/** Answers how many were looked at. */
export const resort = async (context: Context): Promise<number> => {
  const { tx, day } = context;
  const { rows } = await sql<{ id: number }>`
    SELECT household_id AS id FROM cover WHERE to_day IS NULL OR to_day > ${day}
    GROUP BY household_id HAVING min(category) <> max(category)`.execute(tx);
  let done = 0;
  for (const chunk of chunksOf(rows)) {
    await refreshStanding(
      tx,
      day,
      chunk.map(({ id }) => id),
    );
    done += chunk.length;
    await context.progress(done, rows.length);
  }
  return rows.length;
};
