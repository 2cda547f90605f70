// What stands on the shelf and for whom: lots of items, which of them a voucher may take today. Reads only.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { compiled } from '../compiled.ts';
import { byExpiry } from '../domain/first-expired-first-out.ts';
import { isExpired } from '../domain/shelf-life.ts';
import type { StockClass } from '../schema.ts';

export interface Lot {
  readonly id: number;
  readonly stockClass: StockClass;
  readonly designatedCategory: string | null;
  readonly expiryDay: string | null;
  readonly receivedDay: string;
  readonly onHand: number;
  /** Cost of what is on hand; null: came without a value. */
  readonly onHandFen: number | null;
}
export interface StockedItem {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  readonly listPriceFen: number | null;
  /** Lots with something left, in the order in which they leave. */
  readonly lots: readonly Lot[];
}
/** To whom goods would leave. */
export interface Taker {
  /** Payee category of the household today. */
  readonly category: string;
  readonly batchClass: 'ordinary' | 'disaster' | 'preferential';
}

// The 0 is written out, not bound: only then does the planner know that the index of lots with something left will do.
const rowsOf = compiled((tx, { ids }: { ids: readonly number[] }) =>
  tx
    .selectFrom('item')
    .leftJoin('lot', (join) => join.onRef('lot.item_id', '=', 'item.id').on('lot.on_hand', '>', sql.lit(0)))
    .select([
      'item.id',
      'item.code',
      'item.name',
      'item.spec',
      'item.unit',
      'item.unit_scale',
      'item.list_price_fen',
      'lot.id as lot_id',
      'lot.stock_class',
      'lot.designated_category',
      'lot.expiry_day',
      'lot.received_day',
      'lot.on_hand',
      'lot.on_hand_fen',
    ])
    .where('item.id', 'in', ids)
    .compile(),
);

/** The items with their lots, all in one query; unknown ids are left out. */
export const stockedItems = async (
  tx: Tx,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StockedItem>> => {
  const items = new Map<number, StockedItem & { readonly lots: Lot[] }>();
  if (ids.length === 0) return items;
  for (const row of (await rowsOf(tx, { ids })).rows) {
    const item = items.get(row.id) ?? {
      id: row.id,
      code: row.code,
      name: row.name,
      spec: row.spec,
      unit: row.unit,
      unitScale: row.unit_scale,
      listPriceFen: row.list_price_fen,
      lots: [],
    };
    items.set(row.id, item);
    if (row.lot_id === null || row.stock_class === null || row.received_day === null || row.on_hand === null)
      continue;
    item.lots.push({
      id: row.lot_id,
      stockClass: row.stock_class,
      designatedCategory: row.designated_category,
      expiryDay: row.expiry_day,
      receivedDay: row.received_day,
      onHand: row.on_hand,
      onHandFen: row.on_hand_fen,
    });
  }
  for (const { lots } of items.values()) lots.sort((a, b) => byExpiry(leaving(a), leaving(b)));
  return items;
};

/** A lot as the first-expired-first-out rule sees it. */
export const leaving = (lot: Lot) => ({
  id: lot.id,
  expiry: lot.expiryDay,
  receivedDay: lot.receivedDay,
  sequence: lot.id,
  available: lot.onHand,
});

/**
 * Ruling 24: goods of class 救灾 or 优抚 leave only on vouchers of batches of that class, designated goods only to whom they
 * are designated, other goods on any.
 */
export const mayLeaveTo = (lot: Lot, taker: Taker): boolean => {
  const classFits =
    lot.stockClass === 'donated' || lot.stockClass === 'purchased' || lot.stockClass === taker.batchClass;
  return classFits && (lot.designatedCategory === null || lot.designatedCategory === taker.category);
};

/** Lots this household may take from today. */
export const openTo = (item: StockedItem, taker: Taker, day: string): readonly Lot[] =>
  item.lots.filter((lot) => !isExpired(lot.expiryDay, day) && mayLeaveTo(lot, taker));

/** Smallest units this household may take today. */
export const availableTo = (item: StockedItem, taker: Taker, day: string): number =>
  openTo(item, taker, day).reduce((sum, lot) => sum + lot.onHand, 0);
