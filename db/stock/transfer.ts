// 调拨: goods go from one place to another with their share of the lot's cost. All lines or none. Expired and held goods may be
// moved, to set them apart; what papers speak for stays where it is.
import type { Reason } from '../contract/act.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Context, Tx } from '../context.ts';
import { costLeaving } from '../domain/lot-cost.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { recordReversal } from './paper-reversal.ts';
import { lotWords } from './lot-words.ts';
import { postStock, type LotMove } from './post.ts';
import { reverseStock } from './reverse.ts';

type Form = ParsedInput<'stock.transfer'>;

export const transfer = async (
  context: Context,
  form: Form,
): Promise<{ transferId: number; number: string }> => {
  const { tx, now, day, actor } = context;
  await refusePlaces(tx, form);
  const moves = await movesOf(tx, form);
  const number = await nextNumber(tx, 'transfer', day);
  const { id } = await tx
    .insertInto('transfer')
    .values({
      number,
      day,
      from_place_id: form.fromPlaceId,
      to_place_id: form.toPlaceId,
      note: form.note,
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const paper = { document: 'transfer', documentId: id, day, lateFor: null, now } as const;
  await postStock(tx, { ...paper, kind: 'moved', staffId: actor.staffId }, moves);
  context.note(`transfer:${id}`, { number, lines: form.lines.length });
  return { transferId: id, number };
};

/** Refusals: `not-found`, `place-closed`, `place-same`. */
const refusePlaces = async (tx: Tx, { fromPlaceId, toPlaceId }: Form): Promise<void> => {
  const places = await tx
    .selectFrom('place')
    .select(['id', 'name', 'active'])
    .where('id', 'in', [fromPlaceId, toPlaceId])
    .execute();
  if (fromPlaceId === toPlaceId) throw new Refusal('place-same');
  if (places.length < 2) throw new Refusal('not-found');
  const closed = places.find(({ active }) => active === 0);
  if (closed) throw new Refusal('place-closed', { place: closed.name });
};

/** Refusals, every failing line at once: `lines-empty`, `line-twice`, `not-found`, `stock-short`. */
const movesOf = async (tx: Tx, { fromPlaceId, toPlaceId, lines }: Form): Promise<readonly LotMove[]> => {
  if (lines.length === 0) throw new Refusal('lines-empty');
  const reasons: Reason[] = [];
  const moves: LotMove[] = [];
  const seen = new Set<number>();
  for (const [at, line] of lines.entries()) {
    const row = at + 1;
    if (seen.has(line.lotId)) reasons.push({ code: 'line-twice', row, params: { row } });
    seen.add(line.lotId);
    const parts = await lineMoves(tx, line, fromPlaceId, toPlaceId);
    if ('code' in parts) reasons.push({ ...parts, row });
    else moves.push(...parts);
  }
  refuseAll(reasons);
  return moves;
};

const lineMoves = async (
  tx: Tx,
  { lotId, quantity }: Form['lines'][number],
  from: number,
  to: number,
): Promise<readonly LotMove[] | Reason> => {
  const standing = await tx
    .selectFrom('lot')
    .leftJoin('lot_stock as stock', (join) =>
      join.onRef('stock.lot_id', '=', 'lot.id').on('stock.place_id', '=', from),
    )
    .select(['lot.item_id', 'stock.on_hand', 'stock.on_hand_fen', 'stock.reserved'])
    .where('lot.id', '=', lotId)
    .executeTakeFirst();
  if (!standing) return { code: 'not-found' };
  const onHand = standing.on_hand ?? 0;
  const available = onHand - (standing.reserved ?? 0);
  if (available < quantity)
    return { code: 'stock-short', params: { ...(await lotWords(tx, lotId)), available, wanted: quantity } };
  const cost = costLeaving(standing.on_hand_fen, onHand, quantity);
  const move = { lotId, itemId: standing.item_id, reverses: null };
  return [
    { ...move, placeId: from, quantity: 0 - quantity, valueFen: cost === null ? null : 0 - cost },
    { ...move, placeId: to, quantity, valueFen: cost },
  ];
};

/** Brings the goods back. Refusals: `not-found`, `already-reversed`, `reversal-negative` where they are no longer there. */
export const reverseTransfer = async (
  context: Context,
  { transferId, reason }: ParsedInput<'stock.reverseTransfer'>,
): Promise<Record<string, never>> => {
  const { tx, now, day, actor } = context;
  context.note(`transfer:${transferId}`);
  const paper = await tx
    .selectFrom('transfer')
    .select(['id', 'number'])
    .where('id', '=', transferId)
    .executeTakeFirst();
  if (!paper) throw new Refusal('not-found');
  await recordReversal(context, 'transfer', paper, reason);
  await reverseStock(tx, 'transfer', transferId, {
    document: 'transfer',
    documentId: transferId,
    day,
    lateFor: null,
    now,
    staffId: actor.staffId,
  });
  return {};
};
