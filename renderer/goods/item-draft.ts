// A kind of goods while it is being typed, what is wrong with it, and how it is read into what the books take. Pure; the books
// check again. Everything is text here: an empty price is unknown (未计价), never 0.
import type { GoodsItem } from '../../db/contract/goods.ts';
import type { Input } from '../../db/contract/index.ts';
import { readBarcode } from '../../db/domain/barcode.ts';
import { formatYuan, parseYuan } from '../../db/domain/money.ts';
import { inPacks, packFaults, type Pack } from '../../db/domain/packs.ts';
import { unitOf } from '../../db/domain/quantity.ts';
import { wholeIn } from '../../db/domain/whole-number.ts';

/** `packs`: units of the item one scan stands for. */
interface BarcodeRow {
  readonly barcode: string;
  readonly packs: string;
}
/** 1 `unit` holds `quantity` units of the item; both empty: a row nobody filled. */
export interface PackRow {
  readonly unit: string;
  readonly quantity: string;
}
export interface ItemDraft {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly spec: string;
  readonly unit: string;
  readonly price: string;
  /** 积分价; empty: not to be had for points. */
  readonly points: string;
  readonly keepsDate: boolean;
  readonly barcodes: readonly BarcodeRow[];
  readonly packs: readonly PackRow[];
}
export const emptyItem: ItemDraft = {
  code: '',
  name: '',
  category: '',
  spec: '',
  unit: '',
  price: '',
  points: '',
  keepsDate: true,
  barcodes: [],
  packs: [],
};
export const emptyPack: PackRow = { unit: '', quantity: '' };

/** What the books hold, as it would have been typed. */
export const draftOf = (item: GoodsItem): ItemDraft => ({
  code: item.code,
  name: item.name,
  category: item.category,
  spec: item.spec,
  unit: item.unit,
  price: item.listPriceFen === null ? '' : formatYuan(item.listPriceFen).replaceAll(',', ''),
  points: item.pointsPrice === null ? '' : String(item.pointsPrice),
  keepsDate: item.keepsDate,
  barcodes: item.barcodes.map(({ barcode, packs }) => ({ barcode, packs: String(packs) })),
  packs: item.packs.map(({ unit, quantity }) => ({ unit, quantity: String(quantity / item.unitScale) })),
});

/** What is typed as the price: fen, null for 未计价, 'bad' for what is no price (0 is none). */
export const readPrice = (text: string): number | null | 'bad' => {
  if (text.trim() === '') return null;
  const price = parseYuan(text);
  return price.ok && price.fen > 0 ? price.fen : 'bad';
};

/** What is typed as the price in points: whole, null for none, 'bad' for what is no such price (0 is none). */
export const readPoints = (text: string): number | null | 'bad' =>
  text.trim() === '' ? null : (wholeIn(text, 1, 100_000) ?? 'bad');

export const scanCount = (row: BarcodeRow): number | null => wholeIn(row.packs, 1, 100_000);

type PackMistake = 'unit' | 'quantity' | 'taken' | 'measure';
const isBlank = ({ unit, quantity }: PackRow): boolean => unit.trim() === '' && quantity.trim() === '';
const packCount = ({ quantity }: PackRow): number | null => wholeIn(quantity, 2, 1_000_000);

/** One pack as the books keep it; null while the row cannot be read. */
const readPack = (row: PackRow, scale: number): Pack | null => {
  const count = packCount(row);
  return count === null || row.unit.trim() === '' ? null : { unit: row.unit.trim(), quantity: count * scale };
};

/** What is wrong with each row of packing units, in their order. */
export const packMistakes = ({
  unit,
  packs,
}: Pick<ItemDraft, 'unit' | 'packs'>): readonly (PackMistake | null)[] => {
  const { scale } = unitOf(unit);
  const read = packs.map((row) => readPack(row, scale));
  const whole = read.flatMap((pack, at) => (pack === null ? [] : [{ pack, at }]));
  const faults = packFaults(
    unit,
    whole.map(({ pack }) => pack),
  );
  const faultAt = new Map(faults.map(({ at, reason }) => [whole[at]?.at, reason]));
  return packs.map((row, at) => {
    if (isBlank(row)) return null;
    if (row.unit.trim() === '') return 'unit';
    if (packCount(row) === null) return 'quantity';
    const fault = faultAt.get(at);
    return fault === undefined ? null : fault === 'pack-unit-taken' ? 'taken' : 'measure';
  });
};

/** Packing units that can be read and are right: for sentences under what is being typed. */
const rightPacks = (draft: Pick<ItemDraft, 'unit' | 'packs'>): readonly Pack[] => {
  const mistakes = packMistakes(draft);
  return draft.packs.flatMap((row, at) => {
    const pack = mistakes[at] === null ? readPack(row, unitOf(draft.unit).scale) : null;
    return pack === null ? [] : [pack];
  });
};

/** '12 袋', and '1 箱' where a packing unit says it shorter. */
export const scanSays = (
  row: BarcodeRow,
  draft: Pick<ItemDraft, 'unit' | 'packs'>,
): { readonly own: string; readonly packed: string | null } | null => {
  const count = scanCount(row);
  const unit = draft.unit.trim();
  if (count === null || unit === '') return null;
  const own = `${String(count)} ${unit}`;
  const packed = inPacks(count * unitOf(unit).scale, unit, rightPacks(draft));
  return { own, packed: packed === own ? null : packed };
};

/** What a right draft is to the books; the caller has looked for mistakes. */
export const factsOf = (draft: ItemDraft): Omit<Input<'goods.change'>, 'itemId'> => {
  const price = readPrice(draft.price);
  const points = readPoints(draft.points);
  return {
    name: draft.name,
    category: draft.category,
    spec: draft.spec,
    keepsDate: draft.keepsDate,
    listPriceFen: price === 'bad' ? null : price,
    pointsPrice: points === 'bad' ? null : points,
    barcodes: draft.barcodes.map((row) => ({ barcode: row.barcode, packs: scanCount(row) ?? 1 })),
    packs: draft.packs.flatMap((row) => {
      const quantity = packCount(row);
      return isBlank(row) || quantity === null ? [] : [{ unit: row.unit.trim(), quantity }];
    }),
  };
};

export type BarcodeAnswer =
  | { readonly ok: true; readonly barcode: string }
  | { readonly ok: false; readonly why: 'checkDigit'; readonly barcode: string; readonly expected: string }
  | { readonly ok: false; readonly why: 'length'; readonly n: number }
  | { readonly ok: false; readonly why: 'characters' | 'barcodeTwice' };

/** One scan or typed code for the list of barcodes; a wrong check digit is named with the right one. */
export const addBarcode = (raw: string, known: readonly BarcodeRow[]): BarcodeAnswer => {
  const read = readBarcode(raw);
  const digits = raw.replace(/\s/g, '');
  if (read.kind === 'ok')
    return known.some(({ barcode }) => barcode === read.barcode)
      ? { ok: false, why: 'barcodeTwice' }
      : { ok: true, barcode: read.barcode };
  if (read.code === 'barcode-check')
    return { ok: false, why: 'checkDigit', barcode: digits, expected: read.expected ?? '' };
  return read.code === 'barcode-length'
    ? { ok: false, why: 'length', n: digits.length }
    : { ok: false, why: 'characters' };
};
