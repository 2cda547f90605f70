// A kind of goods while it is being typed, and how it is read into what the books take. Pure; the books check again.
import type { Input } from '../../db/contract/index.ts';
import { readBarcode } from '../../db/domain/barcode.ts';
import { parseYuan } from '../../db/domain/money.ts';

export interface NewItem {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly spec: string;
  readonly unit: string;
  readonly price: string;
  readonly keepsDate: boolean;
  readonly barcodes: readonly string[];
}
export const emptyItem: NewItem = {
  code: '',
  name: '',
  category: '',
  spec: '',
  unit: '',
  price: '',
  keepsDate: true,
  barcodes: [],
};

export type RequiredField = 'code' | 'name' | 'category' | 'unit';
export const requiredFields: readonly RequiredField[] = ['name', 'category', 'unit', 'code'];

export type ItemReading =
  | { readonly ok: true; readonly input: Input<'goods.add'> }
  | { readonly ok: false; readonly missing: readonly RequiredField[]; readonly priceBad: boolean };

/** Reads the form; an empty price is unknown (未计价), a price of 0 is a slip. */
export const readItem = (item: NewItem): ItemReading => {
  const missing = requiredFields.filter((field) => item[field].trim() === '');
  const typed = item.price.trim() !== '';
  const price = parseYuan(item.price);
  const priceBad = typed && !(price.ok && price.fen > 0);
  if (missing.length > 0 || priceBad) return { ok: false, missing, priceBad };
  const { code, name, category, spec, unit, keepsDate, barcodes } = item;
  return {
    ok: true,
    input: {
      code,
      name,
      category,
      spec,
      unit,
      keepsDate,
      barcodes: barcodes.map((barcode) => ({ barcode })),
      listPriceFen: typed && price.ok ? price.fen : null,
    },
  };
};

export type BarcodeAnswer =
  | { readonly ok: true; readonly barcode: string }
  | { readonly ok: false; readonly why: 'checkDigit'; readonly barcode: string; readonly expected: string }
  | { readonly ok: false; readonly why: 'length'; readonly n: number }
  | { readonly ok: false; readonly why: 'characters' | 'barcodeTwice' };

/** One scan or typed code for the list of barcodes; a wrong check digit is named with the right one. */
export const addBarcode = (raw: string, known: readonly string[]): BarcodeAnswer => {
  const read = readBarcode(raw);
  const digits = raw.replace(/\s/g, '');
  if (read.kind === 'ok')
    return known.includes(read.barcode)
      ? { ok: false, why: 'barcodeTwice' }
      : { ok: true, barcode: read.barcode };
  if (read.code === 'barcode-check')
    return { ok: false, why: 'checkDigit', barcode: digits, expected: read.expected ?? '' };
  return read.code === 'barcode-length'
    ? { ok: false, why: 'length', n: digits.length }
    : { ok: false, why: 'characters' };
};
