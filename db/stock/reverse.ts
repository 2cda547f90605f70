// Takes back everything a paper moved: one posting for each of its own, into or out of the same lots, naming it. Nothing is edited.
import type { Reason } from '../contract/act.ts';
import type { Tx } from '../context.ts';
import { refuseAll } from '../failures.ts';
import { lotWords } from './lot-words.ts';
import { postStock, type LotMove, type Movement, type StockDocument } from './post.ts';

interface Taken {
  readonly id: number;
  readonly lot_id: number;
  readonly place_id: number;
  readonly item_id: number;
  readonly kind: Movement['kind'];
  readonly quantity: number;
  readonly value_fen: number | null;
}

type Planned = LotMove & { readonly kind: Movement['kind'] };

/**
 * Reverses all postings of `document`, or those of some items; they are booked under `movement` (often the same document) with their own kinds. Refusal:
 * `reversal-negative` for every lot that no longer holds what would leave it, now or at any later moment.
 */
export const reverseStock = async (
  tx: Tx,
  document: StockDocument,
  documentId: number,
  movement: Omit<Movement, 'kind'>,
  items: ReadonlySet<number> | null = null,
): Promise<void> => {
  const all: readonly Taken[] = await tx
    .selectFrom('stock_posting as posting')
    .select(['id', 'lot_id', 'place_id', 'item_id', 'kind', 'quantity', 'value_fen'])
    .where('document', '=', document)
    .where('document_id', '=', documentId)
    .where('reverses', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('stock_posting as back')
            .select('back.id')
            .whereRef('back.reverses', '=', 'posting.id'),
        ),
      ),
    )
    .orderBy('id')
    .execute();
  const postings = all.filter(({ item_id }) => items === null || items.has(item_id));
  const reasons: Reason[] = [];
  const planned: Planned[] = [];
  for (const posting of postings) {
    const move = await back(tx, posting, movement.day);
    if ('code' in move) reasons.push(move);
    else planned.push({ ...move, kind: posting.kind });
  }
  refuseAll(reasons);
  const moves = balanced(planned);
  for (const kind of new Set(moves.map((move) => move.kind)))
    await postStock(
      tx,
      { ...movement, kind },
      moves.filter((move) => move.kind === kind),
    );
};

/** Between two places a lot's cost only moves: what comes back to one is what left the other, to the fen. */
const balanced = (moves: readonly Planned[]): readonly Planned[] =>
  moves.map((move) => {
    if (move.kind !== 'moved' || move.quantity < 0) return move;
    const other = moves.find(
      ({ kind, lotId, quantity }) => kind === 'moved' && lotId === move.lotId && quantity < 0,
    );
    return other?.valueFen == null ? move : { ...move, valueFen: 0 - other.valueFen };
  });

/** The opposite movement, or why the goods cannot be taken back. */
const back = async (tx: Tx, posting: Taken, day: string): Promise<LotMove | Reason> => {
  const move = {
    lotId: posting.lot_id,
    placeId: posting.place_id,
    itemId: posting.item_id,
    quantity: 0 - posting.quantity,
    valueFen: posting.value_fen === null ? null : 0 - posting.value_fen,
    reverses: posting.id,
  };
  if (move.quantity > 0) return move;
  const standing = await tx
    .selectFrom('lot_stock')
    .select(['on_hand', 'on_hand_fen', 'reserved'])
    .where('lot_id', '=', posting.lot_id)
    .where('place_id', '=', posting.place_id)
    .executeTakeFirst();
  const free = standing ? standing.on_hand - standing.reserved : 0;
  const missing = posting.quantity - free;
  if (missing > 0)
    return {
      code: 'reversal-negative',
      params: { ...(await lotWords(tx, posting.lot_id)), day, missing },
    };
  return { ...move, valueFen: costBack(standing, posting) };
};

/** The cost the goods came with, or all there is when they are the last: at 0 pieces a lot stands at ¥0.00 (ruling 23). */
const costBack = (
  standing: { readonly on_hand: number; readonly on_hand_fen: number | null } | undefined,
  posting: Taken,
): number | null => {
  const value = posting.value_fen;
  const left = standing?.on_hand_fen ?? null;
  if (value === null || left === null) return null;
  return 0 - (standing?.on_hand === posting.quantity ? left : Math.min(value, left));
};
