// What the differences of a stocktake are worth at lot cost (scenario 16): as posted, or as they would be posted now.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';
import { costOfFound } from '../domain/count.ts';
import { costLeaving } from '../domain/lot-cost.ts';
import type { Stocktake } from './find.ts';
import { countedLines, walkingOrder, type CountedLine } from './lines.ts';

interface Worth {
  /** Lot cost of the difference, same sign; null for goods without a value. */
  readonly fen: number | null;
  /** Fewer are free at the place now than are missing: it cannot be posted before this line is counted again. */
  readonly tooFew: boolean;
}
export interface Difference extends CountedLine, Worth {
  readonly counted: number;
  readonly difference: number;
}

/** What the cost of a difference is computed from. */
interface Priced {
  readonly lineId: number;
  readonly difference: number;
  readonly onHand: number;
  readonly onHandFen: number | null;
  readonly reserved: number;
  readonly received: number | null;
  readonly receivedFen: number | null;
  readonly everywhere: number;
  readonly everywhereFen: number | null;
  readonly postedFen: number | null;
}

const pricedLines = async <T extends object>(
  tx: Tx,
  { id, state }: Stocktake,
  columns: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<readonly (T & Priced & Worth)[]> => {
  const { rows } = await sql<T & Priced>`
    SELECT ${columns}, line.lineId, line.difference, line.onHand, line.onHandFen, line.reserved, lot.received AS received,
      lot.value_fen AS receivedFen, (SELECT coalesce(sum(on_hand), 0) FROM lot_stock WHERE lot_id = line.lotId) AS everywhere,
      (SELECT sum(on_hand_fen) FROM lot_stock WHERE lot_id = line.lotId) AS everywhereFen,
      (SELECT value_fen FROM stock_posting WHERE document = 'stocktake' AND document_id = ${id} AND lot_id = line.lotId) AS postedFen
    FROM (${countedLines(sql`stocktake.id = ${id}`)}) AS line LEFT JOIN lot ON lot.id = line.lotId
    WHERE line.difference <> 0 ${order}`.execute(tx);
  const posted = state === 'posted';
  return rows.map((line) => {
    const tooFew = !posted && 0 - line.difference > line.onHand - line.reserved;
    return { ...line, tooFew, fen: posted ? line.postedFen : tooFew ? null : costOf(line) };
  });
};

/** The settled lines whose figure is not that of the books, in walking order. */
export const differencesOf = (tx: Tx, stocktake: Stocktake): Promise<readonly Difference[]> =>
  pricedLines<Difference>(tx, stocktake, sql`line.*`, sql`ORDER BY ${walkingOrder}`);

/** What each different line is worth; for screens, which need no more of lines they do not show. */
export const worthOf = async (tx: Tx, stocktake: Stocktake): Promise<ReadonlyMap<number, number | null>> => {
  const lines = await pricedLines(tx, stocktake, sql`line.lotId`, sql``);
  return new Map(lines.map(({ lineId, fen }) => [lineId, fen]));
};

const costOf = (line: Priced): number | null => {
  // Goods nobody expected have no value: nobody knows where they came from.
  if (line.received === null) return null;
  if (line.difference < 0) {
    const cost = costLeaving(line.onHandFen, line.onHand, 0 - line.difference);
    return cost === null ? null : 0 - cost;
  }
  return costOfFound(
    {
      onHand: line.everywhere,
      onHandFen: line.everywhereFen,
      received: line.received,
      receivedFen: line.receivedFen,
    },
    line.difference,
  );
};
