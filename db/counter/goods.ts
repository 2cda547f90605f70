// Goods for the open basket: what a barcode, an item code or a word means, its price, and what this household may take.
import { sql } from 'kysely';
import { compiled } from '../compiled.ts';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { readBarcode } from '../domain/barcode.ts';
import { normaliseQuery } from '../domain/search-text.ts';
import { foldScanned } from '../domain/voucher-code.ts';
import { Refusal } from '../failures.ts';
import { availableTo, openTo, stockedItems, type StockedItem, type Taker } from '../stock/lots.ts';
import { shortage } from '../stock/take.ts';
import { takerOf, voucherById } from './till-voucher.ts';

/** Rows of the search that a till shows at once. */
const mostFound = 50;

type GoodsLine = Output<'counter.goods'>;

const goodsLine = (item: StockedItem, taker: Taker, day: string, packs: number): GoodsLine => ({
  itemId: item.id,
  code: item.code,
  name: item.name,
  spec: item.spec,
  unit: item.unit,
  unitScale: item.unitScale,
  priceFen: item.listPriceFen,
  available: availableTo(item, taker, day),
  firstExpiryDay: openTo(item, taker, day)[0]?.expiryDay ?? null,
  perScan: packs * item.unitScale,
});

const takerFor = async (tx: Tx, voucherId: number): Promise<Taker> => {
  const voucher = await voucherById(tx, voucherId);
  if (!voucher) throw new Refusal('not-found');
  return takerOf(voucher);
};

const byBarcode = compiled((tx, { barcode }: { barcode: string }) =>
  tx
    .selectFrom('item_barcode')
    .select(['item_id as itemId', 'pack_quantity as packs'])
    .where('barcode', '=', barcode)
    .compile(),
);
const byCode = compiled((tx, { code }: { code: string }) =>
  tx.selectFrom('item').select('id as itemId').where('code', '=', code).compile(),
);

/** Refusals: `item-unknown`, and why nothing of it may leave: `stock-short`, `stock-expired`, `stock-designated`. */
export const goods = async (
  { tx, day }: Context,
  { voucherId, code }: ParsedInput<'counter.goods'>,
): Promise<GoodsLine> => {
  const taker = await takerFor(tx, voucherId);
  const { itemId, packs } = await meant(tx, code);
  const item = (await stockedItems(tx, [itemId])).get(itemId);
  if (!item) throw new Refusal('item-unknown');
  const line = goodsLine(item, taker, day, packs);
  if (line.available > 0) return line;
  const { code: why, params } = shortage(item, line.perScan, taker, day);
  throw new Refusal(why, params);
};

const meant = async (tx: Tx, code: string): Promise<{ itemId: number; packs: number }> => {
  const folded = foldScanned(code);
  const reading = readBarcode(folded);
  // An own label may look like no barcode at all; the table knows.
  for (const barcode of new Set([reading.kind === 'ok' ? reading.barcode : folded, folded])) {
    const [found] = (await byBarcode(tx, { barcode })).rows;
    if (found) return found;
  }
  for (const text of new Set([code.trim(), folded])) {
    const [found] = (await byCode(tx, { code: text })).rows;
    if (found) return { ...found, packs: 1 };
  }
  throw new Refusal('item-unknown', { code: folded.slice(0, 40) });
};

/** By name, pinyin, initials or code; what cannot leave to this household is shown with 0 available. */
export const findGoods = async (
  { tx, day }: Context,
  { voucherId, search }: ParsedInput<'counter.findGoods'>,
): Promise<Output<'counter.findGoods'>> => {
  const taker = await takerFor(tx, voucherId);
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
  return found.flatMap(({ id }) => {
    const item = items.get(id);
    return item ? [goodsLine(item, taker, day, 1)] : [];
  });
};
