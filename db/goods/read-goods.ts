// One row of a goods list read into one kind of goods, and which rows enter: pure, without touching the books.
import type { SheetCell } from '../contract/documents.ts';
import { readBarcode } from '../domain/barcode.ts';
import { foldWidth } from '../domain/fold-width.ts';
import { formatYuan, parseYuan } from '../domain/money.ts';
import { packFaults } from '../domain/packs.ts';
import { unitOf } from '../domain/quantity.ts';
import { readText } from '../imports/cells.ts';
import { faultsOfRow, shown, type RowFault, type RowFaults, type RowWarning } from '../imports/row-fault.ts';
import type { DataRow } from '../imports/table.ts';
import type { GoodsColumn } from './goods-columns.ts';

export interface NewItem {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly spec: string;
  readonly unit: string;
  readonly listPriceFen: number | null;
  /** Left out by sheets, which know no points. */
  readonly pointsPrice?: number | null;
  readonly keepsDate: boolean;
  readonly barcodes: readonly PackedBarcode[];
  readonly packs: readonly NewPack[];
}
/** `packs`: units of the item that one scan stands for. */
export interface PackedBarcode {
  readonly barcode: string;
  readonly packs: number;
}
/** A packing unit and how many units of the item are in one. */
export interface NewPack {
  readonly unit: string;
  readonly quantity: number;
}
export interface GoodsRow {
  readonly row: number;
  readonly item: NewItem | null;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
}
/** Largest list price (db/contract/common.ts positiveFen). */
const LARGEST_PRICE_FEN = 9_999_999_999;

export const readGoodsRow = ({ row, cells }: DataRow<GoodsColumn>): GoodsRow => {
  const faults = faultsOfRow(row);
  const unit = readUnit(cells.unit, faults);
  const item: NewItem = {
    code: readNeeded(cells.code, 'code', 30, faults),
    name: readNeeded(cells.name, 'name', 60, faults),
    category: readText(cells.category, 'category', 30, faults),
    spec: readText(cells.spec, 'spec', 60, faults),
    unit,
    listPriceFen: readPrice(cells.price, faults),
    keepsDate: /^(?:是|有|y|yes|true|1|√|✓)$/i.test(foldWidth(cells.keepsDate?.text ?? '').trim()),
    barcodes: readBarcodes(cells.barcode, faults),
    packs: readPacks(cells.packs, unit, faults),
  };
  return {
    row,
    item: faults.faults.length === 0 ? item : null,
    faults: faults.faults,
    warnings: faults.warnings,
  };
};

const readNeeded = (cell: SheetCell | undefined, field: string, most: number, faults: RowFaults): string => {
  const text = readText(cell, field, most, faults);
  if (text === '') faults.refuse('row-item-missing', field);
  return text;
};

const readUnit = (cell: SheetCell | undefined, faults: RowFaults): string => {
  const unit = readText(cell, 'unit', 10, faults);
  if (!isUnit(unit)) faults.refuse('row-unit-unknown', 'unit', shown(unit));
  return unit;
};
/** A word; `10公斤` or `袋/箱` is a quantity or two units. */
export const isUnit = (text: string): boolean => /^[\p{L}\p{M}]+$/u.test(text);

/** Empty: not priced, which is not 0. */
const readPrice = (cell: SheetCell | undefined, faults: RowFaults): number | null => {
  const text = cell?.text.trim() ?? '';
  if (text === '') {
    faults.warn('warn-no-price', 'price');
    return null;
  }
  const price = parseYuan(text);
  if (!price.ok || price.fen > LARGEST_PRICE_FEN)
    faults.refuse('row-amount-unreadable', 'price', shown(text));
  else if (price.fen === 0) faults.refuse('amount-not-positive', 'price');
  return price.ok ? price.fen : null;
};

/** `6901234567892` or, for a case of twelve, `6901234567892×12`; several apart by commas. */
const readBarcodes = (cell: SheetCell | undefined, faults: RowFaults): readonly PackedBarcode[] => {
  const parts = foldWidth(cell?.text ?? '')
    .split(/[,、;/\s]+/)
    .filter((part) => part !== '');
  const found = new Map<string, PackedBarcode>();
  for (const part of parts) {
    const [, code = part, times = '1'] = /^(.*?)(?:[x×*](\d{1,5}))?$/i.exec(part) ?? [];
    const read = readBarcode(code);
    const packs = Number(times);
    if (read.kind === 'refused' || packs < 1)
      faults.refuse('row-barcode-bad', 'barcode', { found: part.slice(0, 20) });
    else found.set(read.barcode, { barcode: read.barcode, packs });
  }
  return [...found.values()];
};

/** `袋=50;箱=12`: how many units of the item are in one. */
const readPacks = (cell: SheetCell | undefined, unit: string, faults: RowFaults): readonly NewPack[] => {
  const parts = foldWidth(cell?.text ?? '')
    .split(/[,、;/\s]+/)
    .filter((part) => part !== '');
  const packs = parts.flatMap((part): readonly NewPack[] => {
    const [, name, times] = /^([^=:\d]+)[=:](\d{1,7})$/.exec(part) ?? [];
    if (name !== undefined && isUnit(name) && Number(times) >= 2)
      return [{ unit: name, quantity: Number(times) }];
    faults.refuse('row-pack-bad', 'packs', shown(part.slice(0, 20)));
    return [];
  });
  if (packFaults(unit, inSmallest(packs, unit)).length > 0)
    faults.refuse('row-pack-bad', 'packs', shown((cell?.text ?? '').slice(0, 20)));
  return packs;
};

/** Packing units as the books keep them: how many smallest units are in one. */
export const inSmallest = (packs: readonly NewPack[], unit: string): readonly NewPack[] =>
  packs.map((pack) => ({ unit: pack.unit, quantity: pack.quantity * unitOf(unit).scale }));

/** What the catalogue holds: items by code, and whose each barcode is. */
export interface Catalogue {
  readonly byCode: ReadonlyMap<
    string,
    {
      readonly name: string;
      readonly spec: string;
      readonly unit: string;
      readonly listPriceFen: number | null;
    }
  >;
  readonly ownerOfBarcode: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
}
export interface GoodsJudgement {
  readonly good: readonly NewItem[];
  readonly alreadyHere: number;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
}

/** The first row with a code or barcode stays, a later one is refused. An item of the catalogue creates nothing. */
export const judgeGoods = (rows: readonly GoodsRow[], catalogue: Catalogue): GoodsJudgement => {
  const faults: RowFault[] = [];
  const warnings: RowWarning[] = [];
  const good: NewItem[] = [];
  const rowOfCode = new Map<string, number>();
  const ownerOfBarcode = new Map(catalogue.ownerOfBarcode);
  let alreadyHere = 0;
  for (const { row, item, ...read } of rows) {
    const found: RowFault[] = [...read.faults];
    const known = item ? catalogue.byCode.get(item.code) : undefined;
    if (item) {
      const otherRow = rowOfCode.get(item.code);
      if (otherRow !== undefined)
        found.push({ row, code: 'row-code-duplicate', field: 'code', params: { otherRow } });
      else if (known && !isSame(item, known))
        found.push({ row, code: 'item-code-taken', field: 'code', params: { itemCode: item.code } });
      for (const { barcode } of item.barcodes) {
        const owner = ownerOfBarcode.get(barcode);
        if (owner && owner.code !== item.code)
          found.push({ row, code: 'row-barcode-duplicate', field: 'barcode', params: { found: barcode } });
      }
    }
    if (!item || found.length > 0) {
      faults.push(...found);
      continue;
    }
    rowOfCode.set(item.code, row);
    for (const { barcode } of item.barcodes) ownerOfBarcode.set(barcode, item);
    if (known) {
      alreadyHere += 1;
      if (known.listPriceFen !== item.listPriceFen)
        warnings.push({
          row,
          code: 'warn-differs-from-books',
          field: 'price',
          params: { found: priced(item.listPriceFen), expected: priced(known.listPriceFen) },
        });
    } else {
      good.push(item);
      warnings.push(...read.warnings);
    }
  }
  return { good, alreadyHere, faults, warnings };
};

const priced = (fen: number | null): string => (fen === null ? '未计价' : formatYuan(fen));

const isSame = (
  item: NewItem,
  known: { readonly name: string; readonly spec: string; readonly unit: string },
): boolean => item.name === known.name && item.spec === known.spec && item.unit === known.unit;
