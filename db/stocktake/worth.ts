// What the differences of a stocktake are worth at lot cost (scenario 16): as posted, or as they would be posted now.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { costOfFound } from '../domain/count.ts';
import { costLeaving } from '../domain/lot-cost.ts';
import type { Stocktake } from './find.ts';
import { countedLines, walkingOrder, type CountedLine } from './lines.ts';

export interface Difference extends CountedLine {
  readonly counted: number;
  readonly difference: number;
  /** Lot cost of the difference, same sign; null for goods without a value. */
  readonly fen: number | null;
  /** Fewer are free at the place now than are missing: it cannot be posted before this line is counted again. */
  readonly tooFew: boolean;
}

type Priced = Omit<Difference, 'fen' | 'tooFew'> & {
  readonly received: number | null;
  readonly receivedFen: number | null;
  readonly everywhere: number;
  readonly everywhereFen: number | null;
  readonly postedFen: number | null;
};

/** The settled lines whose figure is not that of the books, in walking order. */
export const differencesOf = async (tx: Tx, stocktake: Stocktake): Promise<readonly Difference[]> => {
  const { rows } = await sql<Priced>`
    SELECT line.*, lot.received AS received, lot.value_fen AS receivedFen,
      (SELECT coalesce(sum(on_hand), 0) FROM lot_stock WHERE lot_id = line.lotId) AS everywhere,
      (SELECT sum(on_hand_fen) FROM lot_stock WHERE lot_id = line.lotId) AS everywhereFen,
      (SELECT value_fen FROM stock_posting WHERE document = 'stocktake' AND document_id = ${stocktake.id} AND lot_id = line.lotId)
        AS postedFen
    FROM (${countedLines(sql`stocktake.id = ${stocktake.id}`)}) AS line LEFT JOIN lot ON lot.id = line.lotId
    WHERE line.difference <> 0 ORDER BY ${walkingOrder}`.execute(tx);
  const posted = stocktake.state === 'posted';
  return rows.map((line) => {
    const tooFew = !posted && 0 - line.difference > line.onHand - line.reserved;
    return { ...line, tooFew, fen: posted ? line.postedFen : tooFew ? null : costOf(line) };
  });
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
