// Acts on the catalogue and what stands on the shelf. Goods move only through db/stock; here nothing moves.
import type { Reason } from '../contract/act.ts';
import type { Handlers, Tx } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { readBarcode, type BarcodeReading } from '../domain/barcode.ts';
import { packFaults } from '../domain/packs.ts';
import { refuseAll } from '../failures.ts';
import { goodsExport } from './export.ts';
import { goodsImport } from './import.ts';
import { addItem, catalogueOf, changeItem, itemWithStock, listItems } from './items.ts';
import { goodsLabels } from './labels.ts';
import { inSmallest, isUnit, type PackedBarcode } from './read-goods.ts';
import { goodsRules } from './rules.ts';

export const goodsHandlers: Handlers<'goods'> = {
  ...goodsImport,
  ...goodsRules,
  ...goodsLabels,
  ...goodsExport,

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
    const { barcodes, reasons } = await judgeCodes(tx, input, null);
    const { byCode } = await catalogueOf(tx, [input.code], []);
    if (byCode.has(input.code))
      reasons.unshift({ code: 'item-code-taken', field: 'code', params: { itemCode: input.code } });
    if (!isUnit(input.unit))
      reasons.push({ code: 'unit-unknown', field: 'unit', params: { unit: input.unit } });
    refuseAll(reasons);
    const itemId = await addItem(tx, now, { ...input, barcodes });
    context.note(`item:${itemId}`);
    return { itemId };
  },

  async 'goods.change'(context, { itemId, ...input }) {
    const { tx, day } = context;
    const before = await itemWithStock(tx, day, itemId);
    const { barcodes, reasons } = await judgeCodes(tx, { ...input, unit: before.unit }, before.code);
    refuseAll(reasons);
    await changeItem(tx, itemId, { ...input, unit: before.unit, barcodes });
    context.note(`item:${itemId}`, {
      ...(before.listPriceFen !== input.listPriceFen && {
        priceFromFen: before.listPriceFen,
        priceToFen: input.listPriceFen,
      }),
    });
    return {};
  },

  'goods.read': ({ tx, day }, { itemId }) => itemWithStock(tx, day, itemId),
};

type Codes = Pick<ParsedInput<'goods.add'>, 'barcodes' | 'packs' | 'unit'>;

/** Barcodes in their stored forms, each once; and why a barcode or packing unit cannot be. `own`: code of the item itself. */
const judgeCodes = async (
  tx: Tx,
  { barcodes: typed, packs, unit }: Codes,
  own: string | null,
): Promise<{ barcodes: readonly PackedBarcode[]; reasons: Reason[] }> => {
  const reasons: Reason[] = [];
  const barcodes = new Map<string, PackedBarcode>();
  for (const { barcode: text, packs: count } of typed) {
    const read = readBarcode(text);
    if (read.kind === 'ok') barcodes.set(read.barcode, { barcode: read.barcode, packs: count });
    else reasons.push(barcodeFault(text, read));
  }
  const { ownerOfBarcode } = await catalogueOf(tx, [], [...barcodes.keys()]);
  for (const [barcode, owner] of ownerOfBarcode)
    if (owner.code !== own)
      reasons.push({ code: 'barcode-taken', field: 'barcodes', params: { barcode, itemName: owner.name } });
  for (const { at, reason } of packFaults(unit, inSmallest(packs, unit)))
    reasons.push({ code: reason, field: 'packs', row: at + 1, params: { unit: packs[at]?.unit ?? '' } });
  return { barcodes: [...barcodes.values()], reasons };
};

const barcodeFault = (
  text: string,
  { code, expected }: Extract<BarcodeReading, { kind: 'refused' }>,
): Reason =>
  code === 'barcode-check'
    ? { code, field: 'barcodes', params: { barcode: text, expected: expected ?? '' } }
    : { code: 'barcode-length', field: 'barcodes', params: { barcode: text } };
