// Lines of stocktakes with the latest figure of each round, as SQL: a list of 50,000 lines is folded where it lies. What the
// figures come to says domain/count.ts; a test holds both to the same answer.
import { sql, type RawBuilder } from 'kysely';

export type LineStatus = 'uncounted' | 'one-of-two' | 'misfit' | 'settled';

export interface CountedLine {
  readonly lineId: number;
  readonly stocktakeId: number;
  readonly itemId: number;
  readonly itemCode: string;
  readonly itemName: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  readonly category: string;
  readonly lotId: number | null;
  readonly grade: string | null;
  readonly expiryDay: string | null;
  /** On hand when the stocktake was opened. */
  readonly snapshot: number;
  /** On hand at the place now, and its lot cost; what of it is spoken for. */
  readonly onHand: number;
  readonly onHandFen: number | null;
  readonly reserved: number;
  readonly first: number | null;
  readonly firstBy: number | null;
  readonly second: number | null;
  readonly secondBy: number | null;
  readonly third: number | null;
  readonly status: LineStatus;
  /** The entry that counts: what it says, what the books said then. Null until settled. */
  readonly counted: number | null;
  readonly expected: number | null;
  readonly difference: number | null;
  readonly reason: string;
}

const latest = (round: number): RawBuilder<unknown> =>
  sql`(SELECT max(id) FROM stocktake_entry WHERE line_id = line.id AND round = ${sql.lit(round)})`;

/** A subquery of lines; `which` speaks of `stocktake`, `line`, `item` and `lot`. */
export const countedLines = (which: RawBuilder<unknown>): RawBuilder<CountedLine> => sql<CountedLine>`
  SELECT *, counted - expected AS difference FROM (
    SELECT *, CASE WHEN status <> 'settled' THEN NULL WHEN twice = 0 THEN first ELSE coalesce(third, second) END AS counted,
      CASE WHEN status <> 'settled' THEN NULL WHEN twice = 0 THEN firstExpected
        ELSE coalesce(thirdExpected, secondExpected) END AS expected
    FROM (
      SELECT line.id AS lineId, line.stocktake_id AS stocktakeId, stocktake.twice AS twice, line.item_id AS itemId,
        item.code AS itemCode, item.name AS itemName, item.spec AS spec, item.unit AS unit, item.unit_scale AS unitScale,
        item.category AS category, item.search AS search, line.lot_id AS lotId, lot.grade AS grade,
        line.expiry_day AS expiryDay, line.snapshot AS snapshot, coalesce(stock.on_hand, 0) AS onHand,
        stock.on_hand_fen AS onHandFen, coalesce(stock.reserved, 0) AS reserved,
        e1.counted AS first, e1.expected AS firstExpected, e1.staff_id AS firstBy,
        e2.counted AS second, e2.expected AS secondExpected, e2.staff_id AS secondBy,
        e3.counted AS third, e3.expected AS thirdExpected,
        coalesce(nullif(e3.reason, ''), nullif(e2.reason, ''), e1.reason, '') AS reason,
        CASE WHEN e1.id IS NULL THEN 'uncounted' WHEN stocktake.twice = 0 THEN 'settled'
          WHEN e2.id IS NULL THEN 'one-of-two'
          WHEN e3.id IS NOT NULL OR e1.counted - e1.expected = e2.counted - e2.expected THEN 'settled'
          ELSE 'misfit' END AS status
      FROM stocktake JOIN stocktake_line AS line ON line.stocktake_id = stocktake.id
      JOIN item ON item.id = line.item_id LEFT JOIN lot ON lot.id = line.lot_id
      LEFT JOIN lot_stock AS stock ON stock.lot_id = line.lot_id AND stock.place_id = stocktake.place_id
      LEFT JOIN stocktake_entry AS e1 ON e1.id = ${latest(1)}
      LEFT JOIN stocktake_entry AS e2 ON e2.id = ${latest(2)}
      LEFT JOIN stocktake_entry AS e3 ON e3.id = ${latest(3)}
      WHERE ${which}))`;

/** As the shelves are walked: by category, goods, the date that ends first. */
export const walkingOrder: RawBuilder<unknown> = sql`category, itemCode, expiryDay IS NULL, expiryDay, lotId IS NULL, lineId`;
