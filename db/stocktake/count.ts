// Figures somebody counted: for a line of the list, or for goods nobody expected. Every figure is a row of its own with what the
// books said at that moment (ruling 21); nothing is written over.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { countEntryRefusal, type CountEntry, type CountRound } from '../domain/count.ts';
import { Refusal } from '../failures.ts';
import { lotWords } from '../stock/lot-words.ts';
import { refuseUnlessOpen, stocktakeOf, type Stocktake } from './find.ts';

/** Refusals: `not-found`, `stocktake-not-open`, `count-second-person` (who counted before), `count-round-early`. */
export const enterFigure = async (
  context: Context,
  { lineId, round, counted, reason }: ParsedInput<'stocktake.enter'>,
): Promise<Output<'stocktake.enter'>> => {
  const { tx, actor } = context;
  const line = await tx
    .selectFrom('stocktake_line')
    .leftJoin('lot', 'lot.id', 'stocktake_line.lot_id')
    .select(['stocktake_id', 'stocktake_line.item_id', 'stocktake_line.lot_id', 'lot.grade'])
    .where('stocktake_line.id', '=', lineId)
    .executeTakeFirst();
  if (!line) throw new Refusal('not-found');
  const stocktake = await stocktakeOf(tx, line.stocktake_id);
  refuseUnlessOpen(stocktake);
  const entries = await latestEntries(tx, lineId);
  const refused = countEntryRefusal(entries, round as CountRound, actor.staffId, stocktake.twice);
  if (refused !== null) throw new Refusal(refused, { by: actor.name });
  refuseManyPieces(line.grade, counted);
  await writeEntry(context, stocktake, { lineId, lotId: line.lot_id, round, counted, reason });
  await takeInArrivals(tx, stocktake, line.item_id);
  context.note(`stocktake:${stocktake.id}`, { line: lineId, round });
  return {};
};

/** A tagged second-hand piece is one thing. */
const refuseManyPieces = (grade: string | null, counted: number): void => {
  if (grade !== null && counted > 1)
    throw new Refusal('input-invalid', undefined, [{ code: 'input-invalid', field: 'counted' }]);
};

/** Of each round the figure handed in last. */
const latestEntries = async (tx: Tx, lineId: number): Promise<readonly CountEntry[]> => {
  const rows = await tx
    .selectFrom('stocktake_entry')
    .select(['round', 'counted', 'expected', 'staff_id'])
    .where('line_id', '=', lineId)
    .orderBy('id')
    .execute();
  const byRound = new Map(
    rows.map(({ round, counted, expected, staff_id }) => [
      round,
      { round: round as CountRound, counted, expected, staffId: staff_id },
    ]),
  );
  return [...byRound.values()];
};

interface Figure {
  readonly lineId: number;
  readonly lotId: number | null;
  readonly round: number;
  readonly counted: number;
  readonly reason: string;
}
const writeEntry = async (
  { tx, now, actor }: Context,
  { placeId }: Stocktake,
  { lineId, lotId, round, counted, reason }: Figure,
): Promise<void> => {
  const standing =
    lotId === null
      ? undefined
      : await tx
          .selectFrom('lot_stock')
          .select('on_hand')
          .where('lot_id', '=', lotId)
          .where('place_id', '=', placeId)
          .executeTakeFirst();
  await tx
    .insertInto('stocktake_entry')
    .values({
      line_id: lineId,
      round,
      counted,
      expected: standing?.on_hand ?? 0,
      reason,
      staff_id: actor.staffId,
      at: now,
    })
    .execute();
};

/**
 * Lots of the goods that came to the place after the stocktake was opened get lines too: whoever stands before the shelf sees
 * them, and counted into another lot's figure they would be there twice.
 */
const takeInArrivals = async (
  tx: Tx,
  { id, placeId, at }: Stocktake,
  itemId: number,
): Promise<readonly { readonly id: number; readonly lotId: number; readonly expiryDay: string | null }[]> => {
  const { rows } = await sql<{ id: number; lotId: number; expiryDay: string | null }>`
    INSERT INTO stocktake_line (stocktake_id, item_id, lot_id, expiry_day, snapshot)
    SELECT ${id}, stock.item_id, stock.lot_id, lot.expiry_day, max(0, coalesce((
      SELECT sum(quantity) FROM stock_posting WHERE lot_id = stock.lot_id AND place_id = stock.place_id AND at <= ${at}), 0))
    FROM lot_stock AS stock JOIN lot ON lot.id = stock.lot_id
    WHERE stock.place_id = ${placeId} AND stock.item_id = ${itemId} AND stock.on_hand > 0 AND NOT EXISTS (
      SELECT 1 FROM stocktake_line AS line JOIN stocktake AS other ON other.id = line.stocktake_id
      WHERE line.lot_id = stock.lot_id AND other.place_id = ${placeId} AND other.state IN ('open', 'counted'))
    ORDER BY lot.received_day, lot.id
    RETURNING id, lot_id AS lotId, expiry_day AS expiryDay`.execute(tx);
  return rows;
};

/**
 * Goods nobody expected here. Lots of the goods that stand here by now get lines first; the figure belongs to the one with this
 * date, else the goods become a lot of their own. Refusals: `not-found`, `stocktake-not-open`, `quantity-not-positive`,
 * `item-unknown`, `expiry-missing`, `stocktake-line-here` (the line to count instead).
 */
export const addFound = async (
  context: Context,
  input: ParsedInput<'stocktake.addFound'>,
): Promise<Output<'stocktake.addFound'>> => {
  const { tx } = context;
  const { itemId, expiryDay, counted, reason } = input;
  const stocktake = await stocktakeOf(tx, input.stocktakeId);
  refuseUnlessOpen(stocktake);
  await refuseUnlessCountable(tx, input);
  const arrived = (await takeInArrivals(tx, stocktake, itemId)).find((lot) => lot.expiryDay === expiryDay);
  if (!arrived) await refuseIfHere(tx, stocktake, itemId, expiryDay);
  const lineId = arrived?.id ?? (await writeFoundLine(tx, stocktake.id, itemId, expiryDay));
  await writeEntry(context, stocktake, { lineId, lotId: arrived?.lotId ?? null, round: 1, counted, reason });
  context.note(`stocktake:${stocktake.id}`, { line: lineId, found: true });
  return { lineId };
};

const refuseUnlessCountable = async (
  tx: Tx,
  { itemId, expiryDay, counted }: ParsedInput<'stocktake.addFound'>,
): Promise<void> => {
  if (counted === 0) throw new Refusal('quantity-not-positive');
  const item = await tx
    .selectFrom('item')
    .select(['name', 'keeps_date'])
    .where('id', '=', itemId)
    .executeTakeFirst();
  if (!item) throw new Refusal('item-unknown', { code: '' });
  if (item.keeps_date === 1 && expiryDay === null)
    throw new Refusal('expiry-missing', { itemName: item.name });
};

/** A second line for the same goods and date, here or in another running stocktake of the place, would count them twice. */
const refuseIfHere = async (
  tx: Tx,
  { placeId }: Stocktake,
  itemId: number,
  expiryDay: string | null,
): Promise<void> => {
  const line = await tx
    .selectFrom('stocktake_line as line')
    .innerJoin('stocktake', 'stocktake.id', 'line.stocktake_id')
    .innerJoin('item', 'item.id', 'line.item_id')
    .select(['line.lot_id', 'item.name'])
    .where('stocktake.place_id', '=', placeId)
    .where('stocktake.state', 'in', ['open', 'counted'])
    .where('line.item_id', '=', itemId)
    .where('line.expiry_day', 'is', expiryDay)
    .orderBy('line.id')
    .executeTakeFirst();
  if (!line) return;
  const words = line.lot_id === null ? { item: line.name, tag: '—' } : await lotWords(tx, line.lot_id);
  throw new Refusal('stocktake-line-here', words);
};

const writeFoundLine = async (
  tx: Tx,
  stocktakeId: number,
  itemId: number,
  expiryDay: string | null,
): Promise<number> => {
  const { id } = await tx
    .insertInto('stocktake_line')
    .values({ stocktake_id: stocktakeId, item_id: itemId, lot_id: null, expiry_day: expiryDay, snapshot: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};
