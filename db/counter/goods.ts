// Goods for the open basket: what a barcode, an item code or a word means, its price, and what this household may take.
import { sql } from 'kysely';
import { compiled } from '../compiled.ts';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { readBarcode } from '../domain/barcode.ts';
import { normaliseQuery } from '../domain/search-text.ts';
import { foldScanned } from '../domain/voucher-code.ts';
import { Refusal } from '../failures.ts';
import { openTo, stockedItems, type StockedItem } from '../stock/lots.ts';
import { dailyPart } from '../stock/short-dated.ts';
import { readTag } from '../stock/tags.ts';
import { offeredQuantity, shortage, type Receiver } from '../stock/take.ts';
import { takerOf, voucherById, type TillVoucher } from './till-voucher.ts';

/** Rows of the search that a till shows at once. */
const mostFound = 50;

type GoodsLine = Output<'counter.goods'>;

/** What a scanned or typed code means: an item, and the one lot when its own label was scanned. */
interface Meant {
  readonly itemId: number;
  readonly lotId: number | null;
  /** Units one scan stands for. */
  readonly packs: number;
}

const goodsLine = (
  item: StockedItem,
  receiver: Receiver,
  day: string,
  { lotId, packs }: Pick<Meant, 'lotId' | 'packs'>,
): GoodsLine => ({
  itemId: item.id,
  code: item.code,
  name: item.name,
  spec: item.spec,
  unit: item.unit,
  unitScale: item.unitScale,
  priceFen: item.listPriceFen,
  available: offeredQuantity(item, receiver, day, lotId),
  firstExpiryDay:
    openTo(item, receiver.taker, day).find(({ id }) => lotId === null || id === lotId)?.expiryDay ?? null,
  perScan: packs * item.unitScale,
  lotId,
});

const voucherFor = async (tx: Tx, voucherId: number): Promise<TillVoucher> => {
  const voucher = await voucherById(tx, voucherId);
  if (!voucher) throw new Refusal('not-found');
  return voucher;
};

const receiverOf = async (
  { tx, day }: Context,
  voucher: TillVoucher,
  items: Iterable<StockedItem>,
): Promise<Receiver> => ({
  taker: takerOf(voucher),
  part: await dailyPart(tx, { householdId: voucher.household_id, members: voucher.members }, day, items),
});

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

/** Refusals: `item-unknown`, `tag-check`, and why nothing of it may leave (db/stock/take.ts `shortage`). */
export const goods = async (
  context: Context,
  { voucherId, code }: ParsedInput<'counter.goods'>,
): Promise<GoodsLine> => {
  const { tx, day } = context;
  const voucher = await voucherFor(tx, voucherId);
  const found = await meant(tx, code);
  const item = (await stockedItems(tx, [found.itemId])).get(found.itemId);
  if (!item) throw new Refusal('item-unknown');
  const receiver = await receiverOf(context, voucher, [item]);
  const line = goodsLine(item, receiver, day, found);
  if (line.available > 0) return line;
  const { code: why, params } = shortage(item, line.perScan, receiver, day, found.lotId);
  throw new Refusal(why, params);
};

const meant = async (tx: Tx, code: string): Promise<Meant> => {
  const folded = foldScanned(code);
  const tag = readTag(folded);
  if (tag?.kind === 'refused') throw new Refusal('tag-check', { code: folded.slice(0, 40) });
  if (tag) return lotMeant(tx, tag.number, folded);
  const reading = readBarcode(folded);
  // An own label may look like no barcode at all; the table knows.
  for (const barcode of new Set([reading.kind === 'ok' ? reading.barcode : folded, folded])) {
    const [found] = (await byBarcode(tx, { barcode })).rows;
    if (found) return { ...found, lotId: null };
  }
  for (const text of new Set([code.trim(), folded])) {
    const [found] = (await byCode(tx, { code: text })).rows;
    if (found) return { ...found, packs: 1, lotId: null };
  }
  throw new Refusal('item-unknown', { code: folded.slice(0, 40) });
};

/** A label says the lot; exactly that one leaves, one unit a scan. */
const lotMeant = async (tx: Tx, lotId: number, code: string): Promise<Meant> => {
  const lot = await tx.selectFrom('lot').select(['id', 'item_id']).where('id', '=', lotId).executeTakeFirst();
  if (!lot) throw new Refusal('item-unknown', { code: code.slice(0, 40) });
  return { itemId: lot.item_id, lotId: lot.id, packs: 1 };
};

/** By name, pinyin, initials or code; what cannot leave to this household is shown with 0 available. */
export const findGoods = async (
  context: Context,
  { voucherId, search }: ParsedInput<'counter.findGoods'>,
): Promise<Output<'counter.findGoods'>> => {
  const { tx, day } = context;
  const voucher = await voucherFor(tx, voucherId);
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
  const receiver = await receiverOf(context, voucher, items.values());
  return found.flatMap(({ id }) => {
    const item = items.get(id);
    return item ? [goodsLine(item, receiver, day, { lotId: null, packs: 1 })] : [];
  });
};
