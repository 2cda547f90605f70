// What a scale's label stands for: the goods by the seven digits before the weight, and the grams. Only goods whose unit is a weight.
// Reads only.
import { compiled } from '../compiled.ts';
import type { Tx } from '../context.ts';
import { barcodeCheckDigit } from '../domain/barcode.ts';
import { unitOf } from '../domain/quantity.ts';
import { readWeightCode } from '../domain/weight-code.ts';
import { foldScanned } from '../domain/voucher-code.ts';
import { Refusal } from '../failures.ts';

export interface Weighed {
  readonly itemId: number;
  readonly lotId: null;
  readonly grams: number;
}

const byBarcode = compiled((tx, { codes }: { codes: readonly string[] }) =>
  tx
    .selectFrom('item_barcode')
    .innerJoin('item', 'item.id', 'item_barcode.item_id')
    .select(['item.id', 'item.unit', 'item_barcode.barcode'])
    .where('item_barcode.barcode', 'in', codes)
    .compile(),
);
const byCode = compiled((tx, { codes }: { codes: readonly string[] }) =>
  tx.selectFrom('item').select(['id', 'unit']).where('code', 'in', codes).compile(),
);

/**
 * The scale's number of the goods is kept as one of its barcodes (the label with weight 00000, or its first seven digits), or is its code
 * in the catalogue. Null when the code says no weight of goods sold by weight. Refusal: `weight-missing` of an empty scale.
 */
export const weighedBy = async (tx: Tx, code: string): Promise<Weighed | null> => {
  const read = readWeightCode(foldScanned(code));
  if (!read) return null;
  const blank = `${read.stub}00000`;
  const codes = [`${blank}${barcodeCheckDigit(blank)}`, read.stub];
  const [kept] = (await byBarcode(tx, { codes })).rows;
  const [found] = kept
    ? [kept]
    : (await byCode(tx, { codes: [read.item, read.item.replace(/^0+(?=\d)/, ''), read.stub] })).rows;
  if (!found || unitOf(found.unit).smallest !== 'gram') return null;
  if (read.grams === 0) throw new Refusal('weight-missing');
  return { itemId: found.id, lotId: null, grams: read.grams };
};
