// One row of a list of gifts read into one gift: pure. Amounts in the sheet carry no evidence, so goods with an amount are at
// fair value with a note, goods without are unpriced, which is not 0 (domain.md §4.3).
import { createHash } from 'node:crypto';
import type { SheetCell } from '../contract/documents.ts';
import type { Designation } from '../contract/measures.ts';
import type { Day } from '../domain/business-day.ts';
import { FOR_ANYONE } from '../domain/designation.ts';
import { foldWidth } from '../domain/fold-width.ts';
import { parseYuan } from '../domain/money.ts';
import { parseQuantity, unitOf } from '../domain/quantity.ts';
import { isExpired } from '../domain/shelf-life.ts';
import { readText } from '../imports/cells.ts';
import { faultsOfRow, shown, type RowFault, type RowFaults, type RowWarning } from '../imports/row-fault.ts';
import type { DataRow } from '../imports/table.ts';
import type { DonorKind } from '../schema.ts';
import { ANONYMOUS, likelyKind, readDonorName } from './donor-name.ts';
import type { Gift, GiftLine } from './gift.ts';
import type { GiftColumn } from './gift-columns.ts';
import { readGiftDay, readGoodsDay, readGrade, readInspectors, readPlace } from './read-intake.ts';

export const VALUE_NOTE = '导入表金额';
/** Largest amount and quantity (db/contract/common.ts). */
const LARGEST_FEN = 9_999_999_999;

interface CatalogueItem {
  readonly id: number;
  readonly unit: string;
  readonly unitScale: number;
}
/** What the reader needs to know of the books. */
export interface GiftsInBooks {
  readonly items: ReadonlyMap<string, CatalogueItem>;
  /** Places in use, by name. */
  readonly places: ReadonlyMap<string, number>;
  /** Kinds of the donors known under a name. */
  readonly donorKinds: ReadonlyMap<string, readonly DonorKind[]>;
  /** Code of a recipient category by what people call it. */
  readonly categoryOf: (word: string) => string | null;
}
export interface GiftRow {
  readonly row: number;
  readonly gift: Gift | null;
  /** Stands for what the row says without saying it: a second import finds its rows by it. Empty without a gift. */
  readonly key: string;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
}
type Cells = DataRow<GiftColumn>['cells'];
const textOf = (cell: SheetCell | undefined): string => cell?.text.trim() ?? '';

export const readGiftRow = (
  { row, cells }: DataRow<GiftColumn>,
  today: Day,
  books: GiftsInBooks,
): GiftRow => {
  const faults = faultsOfRow(row);
  const day = readGiftDay(cells.day, today, faults);
  const donor = readDonor(cells.donor, books, faults);
  const way = readWay(cells, faults);
  const purpose = readPurpose(cells.purpose, books, faults);
  const cash = way === 'cash' || way === 'transfer' ? readCash(cells.amount, way, faults) : null;
  const line = way === 'goods' ? readLine(cells, today, books, faults) : null;
  const placeId = readPlace(cells.place, books.places, faults);
  const inspectors = readInspectors(cells.inspectors, faults);
  const whole = faults.faults.length === 0 && day !== null && (cash ?? line) !== null;
  const gift: Gift | null = whole
    ? {
        day,
        donor,
        anonymous: donor.kind === 'anonymous',
        channel: '',
        campaign: '',
        ...purpose,
        stockClass: 'donated',
        placeId,
        cash,
        lines: line ? [line] : [],
        refused: [],
        inspectors: line ? inspectors : ['', ''],
        checker: '',
      }
    : null;
  return { row, gift, key: gift ? keyOf(gift) : '', faults: faults.faults, warnings: faults.warnings };
};

/**
 * Of what the row means, so that neither spelling of a number nor another file format makes a second gift of it. Who inspected the
 * goods and where they were put does not make another gift.
 */
const keyOf = ({ day, donor, cash, lines, purpose }: Gift): string => {
  const goods = lines.map(
    ({ itemId, quantity, valueFen, basis, basisNote, productionDay, expiryDay, grade }) => ({
      ...{ itemId, quantity, valueFen, basis, basisNote, productionDay, expiryDay },
      ...(grade !== null && { grade }),
    }),
  );
  return createHash('sha256')
    .update(JSON.stringify([day, donor.name, cash, goods, purpose]))
    .digest('base64url');
};

const readDonor = (cell: SheetCell | undefined, books: GiftsInBooks, faults: RowFaults): Gift['donor'] => {
  const text = textOf(cell);
  const [knownKind, another] = books.donorKinds.get(text) ?? [];
  const kind = knownKind !== undefined && another === undefined ? knownKind : likelyKind(text);
  if (kind === 'anonymous') return { name: ANONYMOUS, kind, phone: '' };
  if (text === '') faults.refuse('row-donor-missing', 'donor');
  const read = readDonorName(text, kind);
  if (read.kind === 'ok') return { name: read.name, kind, phone: '' };
  if (text !== '')
    faults.refuse(read.code, 'donor', read.most === undefined ? undefined : { most: read.most });
  return { name: text, kind, phone: '' };
};

const WAYS: Readonly<Partial<Record<string, 'cash' | 'transfer' | 'goods'>>> = {
  现金: 'cash',
  转账: 'transfer',
  银行转账: 'transfer',
  对公转账: 'transfer',
  汇款: 'transfer',
  微信: 'transfer',
  支付宝: 'transfer',
  实物: 'goods',
  物资: 'goods',
  物品: 'goods',
};

/** Money with goods beside it says two things at once: refused, nobody may guess which. */
const readWay = (cells: Cells, faults: RowFaults): 'cash' | 'transfer' | 'goods' | null => {
  const text = textOf(cells.way).replace(/\s/g, '');
  const way = WAYS[text] ?? null;
  const money = way === 'cash' || way === 'transfer';
  if (way === null || (money && (textOf(cells.item) !== '' || textOf(cells.quantity) !== '')))
    faults.refuse('row-way-unknown', 'way', shown(text));
  return way;
};

const readAmount = (text: string, faults: RowFaults): number | null => {
  const amount = parseYuan(text);
  if (!amount.ok || amount.fen > LARGEST_FEN) {
    faults.refuse('row-amount-unreadable', 'amount', { found: text.slice(0, 20) });
    return null;
  }
  if (amount.fen === 0) faults.refuse('amount-not-positive', 'amount');
  return amount.fen;
};

const readCash = (cell: SheetCell | undefined, way: 'cash' | 'transfer', faults: RowFaults): Gift['cash'] => {
  const fen = readAmount(textOf(cell), faults);
  return fen === null ? null : { fen, way };
};

const readLine = (cells: Cells, today: Day, books: GiftsInBooks, faults: RowFaults): GiftLine | null => {
  const item = readItem(cells.item, books, faults);
  const quantity = item ? readQuantity(cells, item.unit, faults) : null;
  const amount = textOf(cells.amount);
  const valueFen = amount === '' ? null : readAmount(amount, faults);
  if (amount === '') faults.warn('warn-no-price', 'amount');
  const productionDay = readGoodsDay(cells.production, 'production', faults);
  const expiryDay = readGoodsDay(cells.expiry, 'expiry', faults);
  const disinfectedDay = readGoodsDay(cells.disinfected, 'disinfected', faults);
  const grade = readGrade(cells.grade, faults);
  if (disinfectedDay !== null && disinfectedDay > today)
    faults.refuse('row-day-in-future', 'disinfected', { found: disinfectedDay });
  if (productionDay !== null && productionDay > today)
    faults.refuse('row-day-in-future', 'production', { found: productionDay });
  if (productionDay !== null && expiryDay !== null && expiryDay < productionDay)
    faults.refuse('row-expiry-before-production', 'expiry');
  if (isExpired(expiryDay, today)) faults.warn('warn-expired', 'expiry', { expiryDay });
  if (!item || quantity === null) return null;
  const basis = valueFen === null ? 'unpriced' : 'fair-value';
  return {
    itemId: item.id,
    quantity,
    unitScale: item.unitScale,
    evidenceFen: null,
    valueFen,
    basis,
    basisNote: valueFen === null ? '' : VALUE_NOTE,
    productionDay,
    expiryDay,
    // A sheet overrides no rule; whether the goods may come in is judged with the books (import.ts).
    acceptanceReason: '',
    shortDated: false,
    grade,
    disinfectedDay,
    pieces: false,
  };
};

const readItem = (
  cell: SheetCell | undefined,
  books: GiftsInBooks,
  faults: RowFaults,
): CatalogueItem | null => {
  const code = textOf(cell);
  const item = books.items.get(code);
  if (code === '') faults.refuse('row-item-missing', 'item');
  else if (!item) faults.refuse('row-item-unknown', 'item', shown(code));
  return item ?? null;
};

const quantityCodes = {
  'quantity-missing': 'row-quantity-missing',
  'quantity-characters': 'row-quantity-unreadable',
  'quantity-not-whole': 'row-quantity-fraction',
  'quantity-too-large': 'row-quantity-unreadable',
} as const;

/**
 * In the item's unit, or in another of the same kind (斤 for 公斤). Without a unit the item's own is meant where it counts
 * pieces; a bare weight could be 斤 or 公斤 and is refused.
 */
const readQuantity = (cells: Cells, itemUnit: string, faults: RowFaults): number | null => {
  const unit = foldWidth(textOf(cells.unit)).trim();
  const wanted = unitOf(itemUnit);
  const given = unit === '' ? wanted : unitOf(unit);
  if (unit === '' && wanted.smallest !== 'piece') faults.refuse('row-unit-unknown', 'unit', { found: '' });
  else if (
    given.smallest !== wanted.smallest ||
    (wanted.smallest === 'piece' && unit !== '' && unit !== itemUnit)
  ) {
    faults.refuse('row-unit-mismatch', 'unit', { ...shown(unit), expected: itemUnit });
  }
  const text = textOf(cells.quantity);
  const read = parseQuantity(text, unit === '' ? itemUnit : unit);
  if (!read.ok) faults.refuse(quantityCodes[read.reason], 'quantity', { found: text.slice(0, 20) });
  else if (read.quantity === 0) faults.refuse('quantity-not-positive', 'quantity');
  return read.ok ? read.quantity : null;
};

/** `定向:孤儿` restricts the goods to a category; other words are kept as said and restrict nothing by themselves. */
const readPurpose = (
  cell: SheetCell | undefined,
  books: GiftsInBooks,
  faults: RowFaults,
): { purpose: string; designation: Designation } => {
  const text = readText(cell, 'purpose', 200, faults);
  if (text === '' || /^(?:非定向|不定向|无|一般捐赠)$/.test(text))
    return { purpose: '', designation: FOR_ANYONE };
  const words = text.replace(/^定向(?:捐赠)?[::\s]\s*/, '');
  const category = words === text ? null : books.categoryOf(words);
  if (!category) faults.warn('warn-purpose-free-text', 'purpose', shown(text));
  return { purpose: words, designation: { ...FOR_ANYONE, category } };
};
