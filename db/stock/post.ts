// The only way goods move: what stands of each lot changes and the postings say so, in one transaction. A correction is a posting
// that names the one it takes back.
import { sql } from 'kysely';
import { compiled } from '../compiled.ts';
import type { Tx } from '../context.ts';
import { businessDay } from '../domain/business-day.ts';
import type { StockKind } from '../schema.ts';
import { countedSince } from './counted.ts';
import { refuseNegativeLater } from './history.ts';

export interface LotMove {
  readonly lotId: number;
  readonly placeId: number;
  readonly itemId: number;
  /** Smallest units, + into the lot at the place, - out of it. */
  readonly quantity: number;
  /** Lot cost that moves along, same sign; null for lots without a value. */
  readonly valueFen: number | null;
  /** The posting this one takes back. */
  readonly reverses: number | null;
}
/** The paper or act the movement belongs to. */
export interface Movement {
  readonly kind: StockKind;
  readonly document: StockDocument;
  readonly documentId: number;
  /** Business day it counts on; its month is open. */
  readonly day: string;
  /** The day it belongs to when that one's month was closed (补录). */
  readonly lateFor: string | null;
  readonly now: string;
  readonly staffId: number;
}
export type StockDocument =
  'donation' | 'purchase' | 'redemption' | 'transfer' | 'loss' | 'stocktake' | 'exchange';

const takeOut = compiled((tx, { moves }: { moves: readonly LotMove[] }) =>
  sql`WITH moved (lot_id, place_id, quantity, value_fen) AS (VALUES ${sql.join(
    moves.map((move) => sql`(${move.lotId}, ${move.placeId}, ${move.quantity}, ${move.valueFen})`),
  )})
  UPDATE lot_stock SET on_hand = lot_stock.on_hand + moved.quantity, on_hand_fen = lot_stock.on_hand_fen + moved.value_fen,
    postings = lot_stock.postings + 1
  FROM moved WHERE lot_stock.lot_id = moved.lot_id AND lot_stock.place_id = moved.place_id
    AND lot_stock.on_hand + moved.quantity >= lot_stock.reserved`.compile(tx),
);

const putIn = compiled((tx, { moves }: { moves: readonly LotMove[] }) =>
  sql`INSERT INTO lot_stock (lot_id, place_id, item_id, on_hand, on_hand_fen, postings) VALUES ${sql.join(
    moves.map(
      (move) => sql`(${move.lotId}, ${move.placeId}, ${move.itemId}, ${move.quantity}, ${move.valueFen}, 1)`,
    ),
  )} ON CONFLICT (lot_id, place_id) DO UPDATE SET on_hand = on_hand + excluded.on_hand,
    on_hand_fen = on_hand_fen + excluded.on_hand_fen, postings = postings + 1`.compile(tx),
);

type PostingRow = LotMove & Movement;
const insertPostings = compiled((tx, { rows }: { rows: readonly PostingRow[] }) =>
  tx
    .insertInto('stock_posting')
    .values(
      rows.map((row) => ({
        lot_id: row.lotId,
        place_id: row.placeId,
        item_id: row.itemId,
        kind: row.kind,
        quantity: row.quantity,
        value_fen: row.valueFen,
        business_day: row.day,
        late_for_day: row.lateFor,
        at: row.now,
        document: row.document,
        document_id: row.documentId,
        reverses: row.reverses,
        staff_id: row.staffId,
      })),
    )
    .compile(),
);

/** SQLite binds at most 32,766 values in one statement; a posting has thirteen. */
const mostInOne = 500;

/**
 * Moves goods into or out of lots and posts it. Each lot at each place at most once in `moves`. Stock that is not there (or spoken
 * for) stops the whole act as a fault of the program: the caller planned on stock it read in this same transaction. A back-dated
 * movement that would make a later moment negative is refused: `reversal-negative` (ruling 22). Of goods counted since that day it
 * is booked today and marked late, so that a counted figure stays what it was (ruling 21).
 */
export const postStock = async (tx: Tx, movement: Movement, moves: readonly LotMove[]): Promise<void> => {
  const today = businessDay(movement.now);
  const isCounted = movement.day < today ? await countedSince(tx, movement.day, moves) : () => false;
  const late = { ...movement, day: today, lateFor: movement.lateFor ?? movement.day };
  await postAll(
    tx,
    movement,
    moves.filter((move) => !isCounted(move)),
  );
  await postAll(tx, late, moves.filter(isCounted));
};

const postAll = async (tx: Tx, movement: Movement, moves: readonly LotMove[]): Promise<void> => {
  for (let from = 0; from < moves.length; from += mostInOne)
    await postSome(tx, movement, moves.slice(from, from + mostInOne));
};

const postSome = async (tx: Tx, movement: Movement, moves: readonly LotMove[]): Promise<void> => {
  const out = moves.filter(({ quantity }) => quantity < 0);
  const into = moves.filter(({ quantity }) => quantity > 0);
  if (out.length > 0) {
    if (movement.day < businessDay(movement.now)) await refuseNegativeLater(tx, movement.day, out);
    const { numAffectedRows } = await takeOut(tx, { moves: out });
    if (Number(numAffectedRows) !== out.length) throw new Error('a lot did not hold what was to leave it');
  }
  if (into.length > 0) await putIn(tx, { moves: into });
  await insertPostings(tx, { rows: moves.map((move) => ({ ...move, ...movement })) });
};
