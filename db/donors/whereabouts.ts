// What became of given goods: how much was handed out, to how many households, what was lost or sold, what is left. Follows
// gift → line → lots → postings, so that every step is an index; reads only.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';

/** Which gifts are meant. Ended ones (void, red) never are. */
export interface Scope {
  /** Donors by id; `anonymous`: all gifts given anonymously. */
  readonly donors: readonly number[] | 'anonymous';
  /** Days on which they were given, both included. */
  readonly period?: { readonly from: string; readonly to: string };
  /** What else must hold of the gift (`gift`). */
  readonly and?: RawBuilder<boolean>;
}

/** 补录: the day on which it was given is another than the one it is booked on. */
export const givenDay = sql<string>`coalesce(gift.late_for_day, gift.day)`;
export const standing = sql<boolean>`NOT EXISTS (SELECT 1 FROM donation_end WHERE donation_end.donation_id = gift.id)`;

/** True for the gifts (`donation AS gift`) of these donors, ended ones too. Chosen by id, so that reading begins at the gifts. */
export const givenBy = (donors: Scope['donors']): RawBuilder<boolean> =>
  donors === 'anonymous'
    ? sql<boolean>`gift.id IN (SELECT id FROM donation WHERE anonymous = 1)`
    : sql<boolean>`gift.anonymous = 0 AND gift.donor_id IN (${sql.join(donors)})`;

/** True for the gifts of the scope. */
export const within = ({ donors, period, and }: Scope): RawBuilder<boolean> => {
  // Booked never before it was given, so that the index on the day still serves.
  const when = period
    ? sql` AND gift.day >= ${period.from} AND ${givenDay} BETWEEN ${period.from} AND ${period.to}`
    : sql``;
  return sql<boolean>`${givenBy(donors)} AND ${standing}${when}${and ? sql` AND ${and}` : sql``}`;
};

/** One answer a line of a gift, one a kind of goods, or one for all. */
export type By = 'line' | 'item' | 'all';
const keyOf: Readonly<Record<By, RawBuilder<number>>> = {
  line: sql<number>`line.id`,
  item: sql<number>`line.item_id`,
  all: sql<number>`0`,
};

const lots = sql`donation AS gift JOIN donation_line AS line ON line.donation_id = gift.id
  JOIN lot ON lot.donation_line_id = line.id`;

/** Smallest units. given = handedOut + sold + writtenOff + onHand. */
export interface Became {
  readonly handedOut: number;
  readonly sold: number;
  /** Scrapped and missing at a count, less what was found again. */
  readonly writtenOff: number;
  readonly onHand: number;
}
const nothing: Became = { handedOut: 0, sold: 0, writtenOff: 0, onHand: 0 };

/** By key; what was taken back is netted out. */
export const becameOf = async (tx: Tx, scope: Scope, by: By): Promise<(key: number) => Became> => {
  const { rows: moved } = await sql<{ key: number; handedOut: number; sold: number; writtenOff: number }>`
    SELECT ${keyOf[by]} AS "key",
      -sum(CASE WHEN posting.kind = 'issued' THEN posting.quantity ELSE 0 END) AS "handedOut",
      -sum(CASE WHEN posting.kind = 'sold' THEN posting.quantity ELSE 0 END) AS sold,
      -sum(CASE WHEN posting.kind IN ('scrapped', 'missing', 'found') THEN posting.quantity ELSE 0 END) AS "writtenOff"
    FROM ${lots} JOIN stock_posting AS posting ON posting.lot_id = lot.id
    WHERE ${within(scope)} GROUP BY 1`.execute(tx);
  const { rows: left } = await sql<{ key: number; onHand: number }>`
    SELECT ${keyOf[by]} AS "key", sum(stock.on_hand) AS "onHand"
    FROM ${lots} JOIN lot_stock AS stock ON stock.lot_id = lot.id
    WHERE ${within(scope)} GROUP BY 1`.execute(tx);
  const onHand = new Map(left.map((row) => [row.key, row.onHand]));
  const became = new Map(moved.map(({ key, ...row }) => [key, { ...row, onHand: onHand.get(key) ?? 0 }]));
  return (key) => became.get(key) ?? nothing;
};

export interface Reached {
  /** Distinct households. */
  readonly households: number;
  readonly lastDay: string | null;
}

/**
 * Who got any of it: a handing out that was taken back reached nobody, and volunteers' points are no household. Asked by kind, the
 * document only of what was found: with the document as it stands SQLite would begin at all of them. The redemptions are gathered first and read in their order.
 */
export const reachedOf = async (tx: Tx, scope: Scope, by: By): Promise<(key: number) => Reached> => {
  const { rows } = await sql<{ key: number } & Reached>`
    WITH taken ("key", redemption_id, day) AS (
      SELECT ${keyOf[by]}, posting.document_id, max(posting.business_day)
      FROM ${lots} JOIN stock_posting AS posting ON posting.lot_id = lot.id
      WHERE ${within(scope)} AND posting.kind = 'issued' AND posting.quantity < 0 AND (posting.document || '') = 'redemption'
        AND NOT EXISTS (SELECT 1 FROM stock_posting AS back WHERE back.reverses = posting.id)
      GROUP BY 2, 1)
    SELECT taken."key", count(DISTINCT redemption.household_id) AS households, max(taken.day) AS "lastDay"
    FROM taken JOIN redemption ON redemption.id = taken.redemption_id GROUP BY 1`.execute(tx);
  const reached = new Map(rows.map(({ key, households, lastDay }) => [key, { households, lastDay }]));
  return (key) => reached.get(key) ?? { households: 0, lastDay: null };
};

export interface Given {
  readonly itemId: number;
  readonly itemName: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  readonly received: number;
  /** Worth of the priced lines; null: none has a price. */
  readonly valueFen: number | null;
}

/** Kind by kind, in the order in which they first came. */
export const itemsGiven = async (tx: Tx, scope: Scope): Promise<readonly Given[]> => {
  const { rows } = await sql<Given>`
    SELECT item.id AS "itemId", item.name AS "itemName", item.spec, item.unit, item.unit_scale AS "unitScale",
      sum(line.quantity) AS received, sum(line.value_fen) AS "valueFen"
    FROM donation AS gift JOIN donation_line AS line ON line.donation_id = gift.id JOIN item ON item.id = line.item_id
    WHERE ${within(scope)} GROUP BY item.id ORDER BY min(line.id)`.execute(tx);
  return rows;
};
