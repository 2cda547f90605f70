// The only way goods move: lots change and the postings say so, in one transaction. A correction is a posting that names the
// one it takes back.
import { sql } from 'kysely';
import { compiled } from '../compiled.ts';
import type { Tx } from '../context.ts';
import type { StockKind } from '../schema.ts';

export interface LotMove {
  readonly lotId: number;
  readonly itemId: number;
  /** Smallest units, + into the lot, - out of it. */
  readonly quantity: number;
  /** Lot cost that moves along, same sign; null for lots without a value. */
  readonly valueFen: number | null;
  /** The posting this one takes back. */
  readonly reverses: number | null;
}
/** The paper or act the movement belongs to. */
export interface Movement {
  readonly kind: StockKind;
  readonly document: string;
  readonly documentId: number;
  readonly day: string;
  readonly now: string;
  readonly staffId: number;
}

const moveLots = compiled((tx, { moves }: { moves: readonly LotMove[] }) =>
  sql`WITH moved (lot_id, quantity, value_fen) AS (VALUES ${sql.join(
    moves.map((move) => sql`(${move.lotId}, ${move.quantity}, ${move.valueFen})`),
  )})
  UPDATE lot SET on_hand = lot.on_hand + moved.quantity, on_hand_fen = lot.on_hand_fen + moved.value_fen
  FROM moved WHERE lot.id = moved.lot_id AND lot.on_hand + moved.quantity >= 0`.compile(tx),
);

type PostingRow = LotMove & Movement;
const insertPostings = compiled((tx, { rows }: { rows: readonly PostingRow[] }) =>
  tx
    .insertInto('stock_posting')
    .values(
      rows.map((row) => ({
        lot_id: row.lotId,
        item_id: row.itemId,
        kind: row.kind,
        quantity: row.quantity,
        value_fen: row.valueFen,
        business_day: row.day,
        at: row.now,
        document: row.document,
        document_id: row.documentId,
        reverses: row.reverses,
        staff_id: row.staffId,
      })),
    )
    .compile(),
);

/**
 * Moves goods into or out of lots and posts it. Each lot at most once in `moves`. A lot that no longer holds what leaves
 * it stops the whole act: the caller planned on stock it read in this same transaction.
 */
export const postStock = async (tx: Tx, movement: Movement, moves: readonly LotMove[]): Promise<void> => {
  if (moves.length === 0) return;
  const { numAffectedRows } = await moveLots(tx, { moves });
  if (Number(numAffectedRows) !== moves.length) throw new Error('a lot did not hold what was to leave it');
  await insertPostings(tx, { rows: moves.map((move) => ({ ...move, ...movement })) });
};
