// The differences enter the books, today and by somebody who did not count: found at the lot's unit cost, missing at lot cost.
// Counted is what the figures say, whatever moved since their entry (ruling 21).
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Reason } from '../contract/act.ts';
import { countAfter, mayPostCount } from '../domain/count.ts';
import { refuseAll, Refusal } from '../failures.ts';
import { bookedOn, type BookedOn } from '../months.ts';
import { postStock, type LotMove } from '../stock/post.ts';
import { tagOf } from '../stock/tags.ts';
import type { StockClass } from '../schema.ts';
import { stocktakeOf } from './find.ts';
import { countersOf } from './progress.ts';
import { stateAfter } from './states.ts';
import { differencesOf, type Difference } from './worth.ts';

/**
 * Refusals: `not-found`, `stocktake-not-counted`, `two-people-needed`, and `stocktake-recount` for every line of which less is
 * there by now than is missing.
 */
export const post = async (
  context: Context,
  { stocktakeId }: ParsedInput<'stocktake.post'>,
): Promise<Output<'stocktake.post'>> => {
  const { tx, now, actor } = context;
  context.note(`stocktake:${stocktakeId}`);
  const stocktake = await stocktakeOf(tx, stocktakeId);
  if (countAfter('post', stocktake.state) === null)
    throw new Refusal('stocktake-not-counted', { number: stocktake.number });
  const counters = (await countersOf(tx, stocktakeId)).map(({ staffId }) => staffId);
  if (!mayPostCount(counters, actor.staffId)) throw new Refusal('two-people-needed', { by: actor.name });
  const differences = await differencesOf(tx, stocktake);
  refuseAll(differences.filter(({ tooFew }) => tooFew).map(recount));
  const booked = await bookedOn(context, context.day);
  const found = differences.filter(({ difference }) => difference > 0);
  const missing = differences.filter(({ difference }) => difference < 0);
  await move(context, stocktakeId, booked, 'found', await movesOf(context, stocktake.placeId, found));
  await move(context, stocktakeId, booked, 'missing', await movesOf(context, stocktake.placeId, missing));
  await tx
    .updateTable('stocktake')
    .set({
      state: stateAfter('post', stocktake),
      posted_by: actor.staffId,
      posted_at: now,
      posted_day: booked.day,
    })
    .where('id', '=', stocktakeId)
    .execute();
  context.note(`stocktake:${stocktakeId}`, {
    number: stocktake.number,
    found: found.length,
    missing: missing.length,
  });
  return { found: found.length, missing: missing.length };
};

const recount = (line: Difference): Reason => ({
  code: 'stocktake-recount',
  params: {
    item: line.itemName,
    unit: line.unit,
    unitScale: line.unitScale,
    tag: line.lotId === null ? '' : tagOf({ id: line.lotId, grade: line.grade }),
    missing: 0 - line.difference,
    available: line.onHand - line.reserved,
  },
});

const movesOf = async (
  context: Context,
  placeId: number,
  lines: readonly Difference[],
): Promise<readonly LotMove[]> => {
  const moves: LotMove[] = [];
  for (const line of lines)
    moves.push({
      lotId: line.lotId ?? (await newLot(context, line)),
      placeId,
      itemId: line.itemId,
      quantity: line.difference,
      valueFen: line.fen,
      reverses: null,
    });
  return moves;
};

/** Goods nobody expected: a lot without a value, of the class of the goods' latest lot, so that 救灾 goods stay such. */
const newLot = async ({ tx, day }: Context, line: Difference): Promise<number> => {
  const { id } = await tx
    .insertInto('lot')
    .values({
      item_id: line.itemId,
      stock_class: await usualClass(tx, line.itemId),
      stocktake_line_id: line.lineId,
      expiry_day: line.expiryDay,
      received_day: day,
      received: line.counted,
      value_fen: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const usualClass = async (tx: Tx, itemId: number): Promise<StockClass> => {
  const latest = await tx
    .selectFrom('lot')
    .select('stock_class')
    .where('item_id', '=', itemId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.stock_class ?? 'donated';
};

const move = async (
  { tx, now, actor }: Context,
  stocktakeId: number,
  { day, lateFor }: BookedOn,
  kind: 'found' | 'missing',
  moves: readonly LotMove[],
): Promise<void> => {
  if (moves.length === 0) return;
  const paper = { kind, document: 'stocktake' as const, documentId: stocktakeId };
  await postStock(tx, { ...paper, day, lateFor, now, staffId: actor.staffId }, moves);
};
