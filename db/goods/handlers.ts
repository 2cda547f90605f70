// Acts on the catalogue and what stands on the shelf. Goods move only through db/stock; here nothing moves.
import type { Reason } from '../contract/act.ts';
import type { Handlers, Tx } from '../context.ts';
import { readBarcode } from '../domain/barcode.ts';
import { CATEGORIES } from '../domain/categories.ts';
import { daysLeft, isExpired } from '../domain/shelf-life.ts';
import { refuseAll } from '../failures.ts';
import { goodsImport } from './import.ts';
import { addItem, catalogueOf, itemWithStock, listItems } from './items.ts';
import { isUnit } from './read-goods.ts';

export const goodsHandlers: Handlers<'goods'> = {
  ...goodsImport,

  async 'goods.list'({ tx, day }, input) {
    const categories = await tx
      .selectFrom('item')
      .select('category')
      .distinct()
      .where('category', '<>', '')
      .orderBy('category')
      .execute();
    return { ...(await listItems(tx, day, input)), categories: categories.map(({ category }) => category) };
  },

  async 'goods.add'(context, input) {
    const { tx, now } = context;
    const { barcodes, reasons } = readBarcodes(input.barcodes);
    const { byCode, ownerOfBarcode } = await catalogueOf(tx, [input.code], barcodes);
    if (byCode.has(input.code))
      reasons.push({ code: 'item-code-taken', field: 'code', params: { itemCode: input.code } });
    if (!isUnit(input.unit))
      reasons.push({ code: 'unit-unknown', field: 'unit', params: { unit: input.unit } });
    for (const [barcode, { name }] of ownerOfBarcode)
      reasons.push({ code: 'barcode-taken', field: 'barcodes', params: { barcode, itemName: name } });
    refuseAll(reasons);
    const itemId = await addItem(tx, now, { ...input, barcodes });
    context.note(`item:${itemId}`);
    return { itemId };
  },

  async 'goods.lots'({ tx, day }, { itemId }) {
    const item = await itemWithStock(tx, day, itemId);
    const lots = await lotsOf(tx, itemId);
    return {
      item,
      lots: lots.map((lot) => ({
        lotId: lot.id,
        receivedDay: lot.received_day,
        productionDay: lot.production_day,
        expiryDay: lot.expiry_day,
        donorName: lot.anonymous === 1 ? '匿名' : (lot.donor ?? ''),
        designation: categoryNames.get(lot.designated_category ?? '') ?? '',
        received: lot.received,
        onHand: lot.on_hand,
        valueFen: lot.value_fen,
        expired: isExpired(lot.expiry_day, day),
        daysLeft: daysLeft(lot.expiry_day, day),
      })),
    };
  },
};

const categoryNames: ReadonlyMap<string, string> = new Map(CATEGORIES.map(({ code, name }) => [code, name]));

/** Stored forms, each once, and why others are none. */
const readBarcodes = (typed: readonly string[]): { barcodes: readonly string[]; reasons: Reason[] } => {
  const reasons: Reason[] = [];
  const barcodes = new Set<string>();
  for (const text of typed) {
    const read = readBarcode(text);
    if (read.kind === 'ok') barcodes.add(read.barcode);
    else if (read.code === 'barcode-check')
      reasons.push({
        code: 'barcode-check',
        field: 'barcodes',
        params: { barcode: text, expected: read.expected ?? '' },
      });
    else reasons.push({ code: 'barcode-length', field: 'barcodes', params: { barcode: text } });
  }
  return { barcodes: [...barcodes], reasons };
};

/** All lots of an item, used-up ones too, in the order in which they leave (ruling 20: lots without a date last). */
const lotsOf = (tx: Tx, itemId: number) =>
  tx
    .selectFrom('lot')
    .leftJoin('donation_line', 'donation_line.id', 'lot.donation_line_id')
    .leftJoin('donation', 'donation.id', 'donation_line.donation_id')
    .leftJoin('donor', 'donor.id', 'donation.donor_id')
    .select([
      'lot.id',
      'lot.received_day',
      'lot.production_day',
      'lot.expiry_day',
      'lot.designated_category',
      'lot.received',
      'lot.on_hand',
      'lot.value_fen',
      'donation.anonymous',
      'donor.name as donor',
    ])
    .where('lot.item_id', '=', itemId)
    .orderBy('lot.expiry_day', (order) => order.asc().nullsLast())
    .orderBy('lot.received_day')
    .orderBy('lot.id')
    .execute();
