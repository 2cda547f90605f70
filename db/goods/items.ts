// Kinds of goods in the books: added one by one or by import, found, and what stands on the shelf of each.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { readBarcode } from '../domain/barcode.ts';
import { unitOf } from '../domain/quantity.ts';
import { normaliseQuery, searchKeys } from '../domain/search-text.ts';
import { Refusal } from '../failures.ts';
import { chunksOf } from '../imports/bulk.ts';
import { searchColumn, searchPattern } from '../search-columns.ts';
import type { Catalogue, NewItem } from './read-goods.ts';

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
      keeps_date: item.keepsDate ? 1 : 0,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (item.barcodes.length > 0) {
    await tx
      .insertInto('item_barcode')
      .values(item.barcodes.map((barcode) => ({ barcode, item_id: id })))
      .execute();
  }
  return id;
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

const itemsFound = (tx: Tx, search: string, category: string) => {
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
  readonly keeps_date: 0 | 1;
}

const withStock = async (tx: Tx, day: string, rows: readonly ItemRow[]) => {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const barcodes = await tx
    .selectFrom('item_barcode')
    .select(['item_id', 'barcode'])
    .where('item_id', 'in', ids)
    .orderBy('barcode')
    .execute();
  const stock = await tx
    .selectFrom('lot')
    // Good through its date (ruling 20).
    .select(({ fn }) => [
      'item_id',
      fn.sum<number>('on_hand').as('on_hand'),
      sql<number>`sum(CASE WHEN expiry_day < ${day} THEN on_hand ELSE 0 END)`.as('expired'),
    ])
    .where('item_id', 'in', ids)
    .where('on_hand', '>', 0)
    .groupBy('item_id')
    .execute();
  const barcodesOf = new Map<number, string[]>();
  for (const { item_id, barcode } of barcodes)
    barcodesOf.set(item_id, [...(barcodesOf.get(item_id) ?? []), barcode]);
  const stockOf = new Map(stock.map((row) => [row.item_id, row]));
  return rows.map((item) => {
    const onHand = stockOf.get(item.id)?.on_hand ?? 0;
    const expired = stockOf.get(item.id)?.expired ?? 0;
    return {
      id: item.id,
      code: item.code,
      name: item.name,
      category: item.category,
      spec: item.spec,
      unit: item.unit,
      unitScale: item.unit_scale,
      listPriceFen: item.list_price_fen,
      keepsDate: item.keeps_date === 1,
      barcodes: barcodesOf.get(item.id) ?? [],
      onHand,
      expired,
      available: onHand - expired,
    };
  });
};
