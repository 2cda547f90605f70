// What becomes of a proposed loss: approved by another person, and only then the goods leave; withdrawn; or, once approved,
// taken back.
import { postCash, reverseCash } from '../cash/post.ts';
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { costLeaving } from '../domain/lot-cost.ts';
import { Refusal } from '../failures.ts';
import { bookedOn } from '../months.ts';
import { recordReversal } from '../stock/paper-reversal.ts';
import { postStock, type LotMove } from '../stock/post.ts';
import { releaseStock } from '../stock/reserve.ts';
import { reverseStock } from '../stock/reverse.ts';
import { lossOf } from './losses.ts';

type Done = Record<string, never>;
type Loss = Awaited<ReturnType<typeof lossOf>>;

/** Refusals: `not-found`, `loss-decided`, `two-people-needed` for whoever proposed it. */
export const approveLoss = async (context: Context, lossId: number): Promise<Done> => {
  const { tx, now, day, actor } = context;
  context.note(`loss:${lossId}`);
  const loss = await lossOf(tx, lossId);
  refuseDecided(loss);
  if (loss.staff_id === actor.staffId) throw new Refusal('two-people-needed', { by: loss.proposedBy });
  const booked = { ...(await bookedOn(context, day)), now, staffId: actor.staffId };
  await releaseStock(tx, await linesOf(context, lossId));
  await postStock(
    tx,
    {
      kind: loss.kind === 'scrap' ? 'scrapped' : 'sold',
      document: 'loss',
      documentId: lossId,
      ...booked,
    },
    await leaving(context, lossId),
  );
  // What a charity sale brings is no gift: it stands in the trading book, tied to its purpose by this paper (慈善法 art. 54).
  if (loss.proceeds_fen !== null)
    await postCash(tx, {
      source: 'trading',
      amountFen: loss.proceeds_fen,
      document: 'loss',
      documentId: lossId,
      ...booked,
    });
  await decide(context, lossId, { state: 'approved', decided_day: booked.day });
  return {};
};

/** Refusals: `not-found`, `loss-decided`. */
export const withdrawLoss = async (
  context: Context,
  { lossId, reason }: ParsedInput<'losses.withdraw'>,
): Promise<Done> => {
  const { tx, day } = context;
  context.note(`loss:${lossId}`);
  refuseDecided(await lossOf(tx, lossId));
  await releaseStock(tx, await linesOf(context, lossId));
  await decide(context, lossId, { state: 'withdrawn', decided_day: day, decided_reason: reason });
  return {};
};

/** Refusals: `not-found`, `loss-not-approved`, `already-reversed`, `money-short` when the proceeds are spent. */
export const reverseLoss = async (
  context: Context,
  { lossId, reason }: ParsedInput<'losses.reverse'>,
): Promise<Done> => {
  const { tx, now, day, actor } = context;
  context.note(`loss:${lossId}`);
  const { state, number } = await lossOf(tx, lossId);
  if (state === 'proposed' || state === 'withdrawn') throw new Refusal('loss-not-approved', { number });
  await recordReversal(context, 'loss', { id: lossId, number }, reason);
  const booked = { ...(await bookedOn(context, day)), now, staffId: actor.staffId };
  await reverseStock(tx, 'loss', lossId, { document: 'loss', documentId: lossId, ...booked });
  await reverseCash(tx, 'loss', lossId, booked);
  await tx.updateTable('loss').set({ state: 'reversed' }).where('id', '=', lossId).execute();
  return {};
};

const refuseDecided = ({ state, number, decidedBy }: Loss): void => {
  if (state !== 'proposed') throw new Refusal('loss-decided', { number, by: decidedBy });
};

const linesOf = ({ tx }: Context, lossId: number) =>
  tx
    .selectFrom('loss_line')
    .select(['lot_id as lotId', 'place_id as placeId', 'quantity'])
    .where('loss_id', '=', lossId)
    .orderBy('line')
    .execute();

/** The lines as movements, each at its share of what its lot cost. */
const leaving = async ({ tx }: Context, lossId: number): Promise<readonly LotMove[]> => {
  const rows = await tx
    .selectFrom('loss_line as line')
    .innerJoin('lot_stock as stock', (join) =>
      join.onRef('stock.lot_id', '=', 'line.lot_id').onRef('stock.place_id', '=', 'line.place_id'),
    )
    .select([
      'line.lot_id as lotId',
      'line.place_id as placeId',
      'stock.item_id as itemId',
      'line.quantity',
      'stock.on_hand',
      'stock.on_hand_fen',
    ])
    .where('line.loss_id', '=', lossId)
    .orderBy('line.line')
    .execute();
  return rows.map(({ lotId, placeId, itemId, quantity, on_hand, on_hand_fen }) => {
    const cost = costLeaving(on_hand_fen, on_hand, quantity);
    return {
      lotId,
      placeId,
      itemId,
      quantity: -quantity,
      // Minus zero would be stored as a figure of its own.
      valueFen: cost === null ? null : 0 - cost,
      reverses: null,
    };
  });
};

const decide = async (
  { tx, now, actor }: Context,
  lossId: number,
  decision: {
    readonly state: 'approved' | 'withdrawn';
    readonly decided_day: string;
    readonly decided_reason?: string;
  },
): Promise<void> => {
  await tx
    .updateTable('loss')
    .set({ ...decision, decided_by: actor.staffId, decided_at: now })
    .where('id', '=', lossId)
    .execute();
};
