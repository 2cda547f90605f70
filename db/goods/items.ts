// Kinds of goods in the books: added one by one or by import, found, and what stands on the shelf of each.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { readBarcode } from '../domain/barcode.ts';
import { unitOf } from '../domain/quantity.ts';
import { normaliseQuery, searchKeys } from '../domain/search-text.ts';
import { Refusal } from '../failures.ts';
import { chunksOf } from '../imports/bulk.ts';
import { searchColumn, searchPattern } from '../search-columns.ts';
import { nothingStanding, standingOf, type Standing } from '../stock/standing.ts';
import { inSmallest, type Catalogue, type NewItem } from './read-goods.ts';

/** Nobody types 东北大米 whole: the spellings from every later character on (dami, dm) are words of their own. */
const spelledFromEach = (name: string): readonly string[] => {
  const characters = Array.from(name).slice(0, 20);
  const starts = characters
    .map((_, at) => characters.slice(at).join(''))
    .slice(1)
    .filter((rest) => /^\p{L}/u.test(rest));
  return starts.flatMap((rest) => {
    const { full, initials } = searchKeys(rest);
    return [full, initials];
  });
};

/** Stores the item; the caller has checked code, unit and barcodes. */
export const addItem = async (tx: Tx, now: string, item: NewItem): Promise<number> => {
  const { id } = await tx
    .insertInto('item')
    .values({
      code: item.code,
      name: item.name,
      search: searchColumn(item.name, item.code, ...spelledFromEach(item.name)),
      category: item.category,
      spec: item.spec,
      unit: item.unit,
      unit_scale: unitOf(item.unit).scale,
      list_price_fen: item.listPriceFen,
      points_price: item.pointsPrice ?? null,
      keeps_date: item.keepsDate ? 1 : 0,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addCodes(tx, id, item);
  return id;
};

/** Everything but code and unit; barcodes and packing units as given, in place of those before. */
export const changeItem = async (tx: Tx, id: number, item: Omit<NewItem, 'code'>): Promise<void> => {
  const { code } = await tx.selectFrom('item').select('code').where('id', '=', id).executeTakeFirstOrThrow();
  await tx
    .updateTable('item')
    .set({
      name: item.name,
      search: searchColumn(item.name, code, ...spelledFromEach(item.name)),
      category: item.category,
      spec: item.spec,
      list_price_fen: item.listPriceFen,
      points_price: item.pointsPrice ?? null,
      keeps_date: item.keepsDate ? 1 : 0,
    })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('item_barcode').where('item_id', '=', id).execute();
  await tx.deleteFrom('item_pack').where('item_id', '=', id).execute();
  await addCodes(tx, id, item);
};

const addCodes = async (
  tx: Tx,
  id: number,
  { barcodes, packs, unit }: Pick<NewItem, 'barcodes' | 'packs' | 'unit'>,
): Promise<void> => {
  if (barcodes.length > 0)
    await tx
      .insertInto('item_barcode')
      .values(barcodes.map(({ barcode, packs: pack_quantity }) => ({ barcode, item_id: id, pack_quantity })))
      .execute();
  if (packs.length > 0)
    await tx
      .insertInto('item_pack')
      .values(inSmallest(packs, unit).map((pack) => ({ item_id: id, ...pack })))
      .execute();
};

/** What the catalogue holds of these codes and barcodes. */
export const catalogueOf = async (
  tx: Tx,
  codes: readonly string[],
  barcodes: readonly string[],
): Promise<Catalogue> => {
  const byCode = new Map<string, { name: string; spec: string; unit: string; listPriceFen: number | null }>();
  for (const chunk of chunksOf(codes)) {
    const found = await tx
      .selectFrom('item')
      .select(['code', 'name', 'spec', 'unit', 'list_price_fen'])
      .where('code', 'in', chunk)
      .execute();
    for (const { code, name, spec, unit, list_price_fen } of found)
      byCode.set(code, { name, spec, unit, listPriceFen: list_price_fen });
  }
  const ownerOfBarcode = new Map<string, { code: string; name: string }>();
  for (const chunk of chunksOf(barcodes)) {
    const found = await tx
      .selectFrom('item_barcode')
      .innerJoin('item', 'item.id', 'item_barcode.item_id')
      .select(['item_barcode.barcode', 'item.code', 'item.name'])
      .where('item_barcode.barcode', 'in', chunk)
      .execute();
    for (const { barcode, code, name } of found) ownerOfBarcode.set(barcode, { code, name });
  }
  return { byCode, ownerOfBarcode };
};

export const itemsFound = (tx: Tx, search: string, category: string) => {
  let found = tx.selectFrom('item');
  if (category !== '') found = found.where('category', '=', category);
  const pattern = searchPattern(search);
  if (pattern === null) return found;
  const barcode = readBarcode(search);
  return found.where((eb) =>
    eb.or([
      sql<boolean>`item.search LIKE ${pattern} ESCAPE '\\'`,
      eb(
        'id',
        'in',
        eb
          .selectFrom('item_barcode')
          .select('item_id')
          .where('barcode', '=', barcode.kind === 'ok' ? barcode.barcode : normaliseQuery(search)),
      ),
    ]),
  );
};

/** A page of the catalogue with stock figures: one more query for the barcodes and one for the lots of the whole page. */
export const listItems = async (
  tx: Tx,
  day: string,
  { search, category, offset, limit }: { search: string; category: string; offset: number; limit: number },
) => {
  const found = itemsFound(tx, search, category);
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found.selectAll().orderBy('code').limit(limit).offset(offset).execute();
  return { total, rows: await withStock(tx, day, rows) };
};

/** Refuses `item-unknown`. */
export const itemWithStock = async (tx: Tx, day: string, itemId: number) => {
  const row = await tx.selectFrom('item').selectAll().where('id', '=', itemId).executeTakeFirst();
  const [item] = row ? await withStock(tx, day, [row]) : [];
  if (!item) throw new Refusal('item-unknown');
  return item;
};

interface ItemRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly spec: string;
  readonly unit: string;
  readonly unit_scale: number;
  readonly list_price_fen: number | null;
  readonly points_price: number | null;
  readonly keeps_date: 0 | 1;
}

/** Three queries for the whole page: barcodes, packing units, what stands of it. */
const withStock = async (tx: Tx, day: string, rows: readonly ItemRow[]) => {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const barcodes = await tx
    .selectFrom('item_barcode')
    .select(['item_id', 'barcode', 'pack_quantity as packs'])
    .where('item_id', 'in', ids)
    .orderBy('barcode')
    .execute();
  const packs = await tx
    .selectFrom('item_pack')
    .select(['item_id', 'unit', 'quantity'])
    .where('item_id', 'in', ids)
    .orderBy('quantity', 'desc')
    .execute();
  const stock = await stockOfItems(tx, day, ids);
  return rows.map((item) => ({
    id: item.id,
    code: item.code,
    name: item.name,
    category: item.category,
    spec: item.spec,
    unit: item.unit,
    unitScale: item.unit_scale,
    listPriceFen: item.list_price_fen,
    pointsPrice: item.points_price,
    keepsDate: item.keeps_date === 1,
    barcodes: barcodes
      .filter(({ item_id }) => item_id === item.id)
      .map(({ barcode, packs: n }) => ({ barcode, packs: n })),
    packs: packs
      .filter(({ item_id }) => item_id === item.id)
      .map(({ unit, quantity }) => ({ unit, quantity })),
    ...(stock.get(item.id) ?? nothingStanding),
  }));
};

const stockOfItems = async (
  tx: Tx,
  day: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Standing>> => {
  const figures = standingOf(day);
  const { rows } = await sql<Standing & { readonly itemId: number }>`
    SELECT stock.item_id AS itemId, ${sql.join(
      Object.entries(figures).map(([name, figure]) => sql`sum(${figure}) AS ${sql.ref(name)}`),
    )}
    FROM lot_stock AS stock JOIN lot ON lot.id = stock.lot_id
    WHERE stock.on_hand > 0 AND stock.item_id IN (${sql.join(ids)}) GROUP BY stock.item_id`.execute(tx);
  return new Map(rows.map(({ itemId, ...standing }) => [itemId, standing]));
};
