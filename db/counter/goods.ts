// Goods for the open basket: what a barcode, an item code or a word means, its price, and what this household may take.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { normaliseQuery } from '../domain/search-text.ts';
import { Refusal } from '../failures.ts';
import { openTo, stockedItems, type StockedItem } from '../stock/lots.ts';
import { scannedGoods, smallestOf } from '../stock/scan.ts';
import { dailyPart } from '../stock/short-dated.ts';
import { offeredQuantity, shortage, type Receiver } from '../stock/take.ts';
import { freeOf } from './basket.ts';
import { putDown, type PutDown } from './put-down.ts';

/** Rows of the search that a till shows at once. */
const mostFound = 50;

type GoodsLine = Output<'counter.goods'>;

/** What a code stands for: smallest units a scan adds, of one lot when its label was scanned. */
interface Asked {
  readonly lotId: number | null;
  readonly smallest: number;
}

export const goodsLine = (
  item: StockedItem,
  receiver: Receiver,
  day: string,
  { lotId, smallest }: Asked,
): GoodsLine => ({
  itemId: item.id,
  code: item.code,
  name: item.name,
  sort: item.sort,
  spec: item.spec,
  unit: item.unit,
  unitScale: item.unitScale,
  priceFen: item.listPriceFen,
  pointsPrice: item.pointsPrice,
  available: offeredQuantity(item, receiver, day, lotId),
  firstExpiryDay:
    openTo(item, receiver.taker, day).find(({ id }) => lotId === null || id === lotId)?.expiryDay ?? null,
  perScan: smallest,
  lotId,
});

/** Without a voucher only the short-dated lots are there to be taken. */
export const offeredOf = (item: StockedItem, { vouchers }: PutDown): StockedItem =>
  vouchers.length > 0 ? item : freeOf(item);

export const receiverOf = async (
  { tx, day }: Context,
  { holder, taker }: PutDown,
  items: Iterable<StockedItem>,
): Promise<Receiver> => ({
  taker,
  part: await dailyPart(tx, { householdId: holder.household_id, members: holder.members }, day, items),
});

/** Refusals: `item-unknown`, `tag-check`, `weight-missing`, `item-not-free`, and why nothing of it may leave (db/stock/take.ts `shortage`). */
export const goods = async (
  context: Context,
  { code, ...basket }: ParsedInput<'counter.goods'>,
): Promise<GoodsLine> => {
  const { tx, day } = context;
  const down = await putDown(context, basket);
  const found = await scannedGoods(tx, code);
  const whole = (await stockedItems(tx, [found.itemId])).get(found.itemId);
  if (!whole) throw new Refusal('item-unknown');
  const item = offeredOf(whole, down);
  if (item.lots.length === 0 && whole.lots.length > 0)
    throw new Refusal('item-not-free', { item: item.name });
  const receiver = await receiverOf(context, down, [item]);
  const smallest = smallestOf(found, item.unitScale);
  const line = goodsLine(item, receiver, day, { lotId: found.lotId, smallest });
  if (line.available > 0) return line;
  const { code: why, params } = shortage(item, line.perScan, receiver, day, found.lotId);
  throw new Refusal(why, params);
};

/** By name, pinyin, initials or code; what cannot leave to this household is shown with 0 available. */
export const findGoods = async (
  context: Context,
  { search, ...basket }: ParsedInput<'counter.findGoods'>,
): Promise<Output<'counter.findGoods'>> => {
  const { tx, day } = context;
  const down = await putDown(context, basket);
  const like = `%${normaliseQuery(search).replace(/[\\%_]/g, '\\$&')}%`;
  const found = await tx
    .selectFrom('item')
    .select('id')
    .where(
      sql<boolean>`(search LIKE ${like} ESCAPE '\\' OR name LIKE ${like} ESCAPE '\\' OR lower(code) LIKE ${like} ESCAPE '\\')`,
    )
    .orderBy('name')
    .limit(mostFound)
    .execute();
  const items = await stockedItems(
    tx,
    found.map(({ id }) => id),
  );
  const receiver = await receiverOf(context, down, items.values());
  return found.flatMap(({ id }) => {
    const item = items.get(id);
    return item
      ? [goodsLine(offeredOf(item, down), receiver, day, { lotId: null, smallest: item.unitScale })]
      : [];
  });
};
