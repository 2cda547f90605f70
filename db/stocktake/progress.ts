// How far a stocktake is and who counted in it. Reads only.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';
import { countedLines } from './lines.ts';

export interface Progress {
  readonly lines: number;
  /** Lines that lack a figure the rules ask for. */
  readonly uncounted: number;
  readonly misfits: number;
  readonly settled: number;
  /** Lines that `which` picks. */
  readonly matching: number;
}

/** All figures in one pass over the lines. `which` speaks of the columns of a counted line. */
export const progressOf = async (
  tx: Tx,
  stocktakeId: number,
  which: RawBuilder<unknown> = sql`true`,
): Promise<Progress> => {
  const { rows } = await sql<Progress>`
    SELECT count(*) AS lines, coalesce(sum(status IN ('uncounted', 'one-of-two')), 0) AS uncounted,
      coalesce(sum(status = 'misfit'), 0) AS misfits, coalesce(sum(status = 'settled'), 0) AS settled,
      coalesce(sum(${which}), 0) AS matching
    FROM (${countedLines(sql`stocktake.id = ${stocktakeId}`)})`.execute(tx);
  const [progress] = rows;
  if (!progress) throw new Error('a sum always answers');
  return progress;
};

export interface Counter {
  readonly staffId: number;
  readonly name: string;
  readonly round: number;
}

/** Everybody who handed in a figure, also one that another took the place of, with the rounds of each, in their order. */
export const countersOf = async (tx: Tx, stocktakeId: number): Promise<readonly Counter[]> => {
  const { rows } = await sql<Counter>`
    SELECT staff.id AS staffId, staff.name AS name, entered.round AS round FROM (
      SELECT DISTINCT entry.staff_id, entry.round FROM stocktake_line AS line JOIN stocktake_entry AS entry ON entry.line_id = line.id
      WHERE line.stocktake_id = ${stocktakeId}
    ) AS entered JOIN staff ON staff.id = entered.staff_id ORDER BY staff.id, entered.round`.execute(tx);
  return rows;
};

/** Each once, in the order they have in the books. */
export const namesOf = (counters: readonly Counter[]): readonly string[] => [
  ...new Map(counters.map(({ staffId, name }) => [staffId, name])).values(),
];
