// The sums of the 收发存 table, in as few passes over the ledger as there can be: what stood at the edges of the month in one pass
// through the index by item, what moved inside it in another through its days.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';
import type { StockKind } from '../schema.ts';

interface Of {
  /** First and last day of the month. */
  readonly first: string;
  readonly last: string;
  /** Null: the whole shop. */
  readonly placeId: number | null;
}

/** Lots with and without a value apart; quantities in smallest units. */
export interface StandingSum {
  readonly itemId: number;
  readonly openingPriced: number;
  readonly openingFen: number;
  readonly openingUnpriced: number;
  readonly closingPriced: number;
  readonly closingFen: number;
  readonly closingUnpriced: number;
  /** Of all movements ever, and what the balances beside the ledger say now: they must agree. */
  readonly allPriced: number;
  readonly allFen: number;
  readonly allUnpriced: number;
  readonly onHandPriced: number;
  readonly onHandFen: number;
  readonly onHandUnpriced: number;
}

const at = (placeId: number | null): RawBuilder<unknown> =>
  placeId === null ? sql`true` : sql`place_id = ${placeId}`;

export const standingSums = async (tx: Tx, { first, last, placeId }: Of): Promise<readonly StandingSum[]> => {
  const [before, until] = [sql`business_day < ${first}`, sql`business_day <= ${last}`];
  const sum = (what: RawBuilder<unknown>, when: RawBuilder<unknown>) =>
    sql`sum(CASE WHEN ${when} THEN ${what} ELSE 0 END)`;
  const pieces = sql`quantity`;
  const [priced, unpriced] = [sql`value_fen IS NOT NULL`, sql`value_fen IS NULL`];
  const { rows } = await sql<StandingSum>`
    SELECT ledger.*, coalesce(now.priced, 0) AS onHandPriced, coalesce(now.fen, 0) AS onHandFen, coalesce(now.unpriced, 0) AS onHandUnpriced
    FROM (
      SELECT item_id AS itemId,
        ${sum(pieces, sql`${before} AND ${priced}`)} AS openingPriced, ${sum(sql`coalesce(value_fen, 0)`, before)} AS openingFen,
        ${sum(pieces, sql`${before} AND ${unpriced}`)} AS openingUnpriced,
        ${sum(pieces, sql`${until} AND ${priced}`)} AS closingPriced, ${sum(sql`coalesce(value_fen, 0)`, until)} AS closingFen,
        ${sum(pieces, sql`${until} AND ${unpriced}`)} AS closingUnpriced,
        ${sum(pieces, priced)} AS allPriced, coalesce(sum(value_fen), 0) AS allFen, ${sum(pieces, unpriced)} AS allUnpriced
      FROM stock_posting WHERE ${at(placeId)} GROUP BY item_id
    ) AS ledger LEFT JOIN (
      SELECT item_id, sum(CASE WHEN on_hand_fen IS NOT NULL THEN on_hand ELSE 0 END) AS priced, sum(on_hand_fen) AS fen,
        sum(CASE WHEN on_hand_fen IS NULL THEN on_hand ELSE 0 END) AS unpriced
      FROM lot_stock WHERE on_hand > 0 AND ${at(placeId)} GROUP BY item_id
    ) AS now ON now.item_id = ledger.itemId`.execute(tx);
  return rows;
};

/** What moved within the month: one line for each item, value or none, kind and direction. */
export interface MonthSum {
  readonly itemId: number;
  readonly priced: 0 | 1;
  readonly kind: StockKind;
  readonly into: 0 | 1;
  readonly quantity: number;
  readonly fen: number | null;
}

export const monthSums = async (tx: Tx, { first, last, placeId }: Of): Promise<readonly MonthSum[]> => {
  const { rows } = await sql<MonthSum>`
    SELECT item_id AS itemId, value_fen IS NOT NULL AS priced, kind, quantity > 0 AS "into", sum(quantity) AS quantity, sum(value_fen) AS fen
    FROM stock_posting WHERE business_day BETWEEN ${first} AND ${last} AND ${at(placeId)} GROUP BY 1, 2, 3, 4`.execute(
    tx,
  );
  return rows;
};

export const itemNames = async (tx: Tx) => {
  const rows = await tx
    .selectFrom('item')
    .select(['id', 'code', 'name', 'spec', 'unit', 'unit_scale as unitScale'])
    .execute();
  return new Map(rows.map(({ id, ...name }) => [id, name]));
};
