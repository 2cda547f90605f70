// Acts on the catalogue and what stands on the shelf. Goods move only through db/stock; here nothing moves.
import type { Reason } from '../contract/act.ts';
import type { Handlers } from '../context.ts';
import { readBarcode } from '../domain/barcode.ts';
import { refuseAll } from '../failures.ts';
import { goodsImport } from './import.ts';
import { addItem, catalogueOf, itemWithStock, listItems } from './items.ts';
import { isUnit } from './read-goods.ts';

export const goodsHandlers = {
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
    const { barcodes, reasons } = readBarcodes(input.barcodes.map(({ barcode }) => barcode));
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

  'goods.read': ({ tx, day }, { itemId }) => itemWithStock(tx, day, itemId),
} as Handlers<'goods'>;

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
