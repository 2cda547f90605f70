// What stands on the shop floor and for whom: lots of items, which of them a voucher may take today. Reads only.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { compiled } from '../compiled.ts';
import { classFits, fits, type BatchClass, type Recipient } from '../domain/designation.ts';
import { byExpiry } from '../domain/first-expired-first-out.ts';
import { SHOP_FLOOR } from '../domain/places.ts';
import { isExpired } from '../domain/shelf-life.ts';
import type { StockClass } from '../schema.ts';

/** To whom goods would leave, on a voucher of which class. */
export interface Taker extends Recipient {
  readonly batchClass: BatchClass;
}
/** A lot at one place. */
export interface Lot {
  readonly id: number;
  readonly placeId: number;
  readonly place: string;
  readonly stockClass: StockClass;
  readonly designation: {
    readonly category: string | null;
    readonly place: string | null;
    readonly batchId: number | null;
  };
  readonly expiryDay: string | null;
  readonly receivedDay: string;
  readonly shortDated: boolean;
  readonly heldReason: string | null;
  readonly onHand: number;
  /** Spoken for by papers that wait for their second signature. */
  readonly reserved: number;
  /** Cost of what is on hand; null: came without a value. */
  readonly onHandFen: number | null;
}
export interface StockedItem {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** Its category in the catalogue. */
  readonly sort: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  readonly listPriceFen: number | null;
  /** Of one unit; null: not to be had for points. */
  readonly pointsPrice: number | null;
  /** Lots with something left, at every place, in the order in which they leave. */
  readonly lots: readonly Lot[];
}

// The 0 is written out, not bound: only then does the planner know that the index of lots with something left will do.
const rowsOf = compiled((tx, { ids }: { ids: readonly number[] }) =>
  tx
    .selectFrom('item')
    .leftJoin('lot_stock as stock', (join) =>
      join.onRef('stock.item_id', '=', 'item.id').on('stock.on_hand', '>', sql.lit(0)),
    )
    .leftJoin('lot', 'lot.id', 'stock.lot_id')
    .leftJoin('place', 'place.id', 'stock.place_id')
    .select([
      'item.id',
      'item.code',
      'item.name',
      'item.category',
      'item.spec',
      'item.unit',
      'item.unit_scale',
      'item.list_price_fen',
      'item.points_price',
      'lot.id as lot_id',
      'lot.stock_class',
      'lot.designated_category',
      'lot.designated_place',
      'lot.designated_batch_id',
      'lot.expiry_day',
      'lot.received_day',
      'lot.short_dated',
      'lot.held_reason',
      'stock.place_id',
      'place.name as place',
      'stock.on_hand',
      'stock.on_hand_fen',
      'stock.reserved',
    ])
    .where('item.id', 'in', ids)
    .compile(),
);
type Row = Awaited<ReturnType<typeof rowsOf>>['rows'][number];

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
      sort: row.category,
      spec: row.spec,
      unit: row.unit,
      unitScale: row.unit_scale,
      listPriceFen: row.list_price_fen,
      pointsPrice: row.points_price,
      lots: [],
    };
    items.set(row.id, item);
    const lot = lotOf(row);
    if (lot) item.lots.push(lot);
  }
  for (const { lots } of items.values()) lots.sort((a, b) => byExpiry(leaving(a), leaving(b)));
  return items;
};

/** The left joins leave everything null where an item has nothing anywhere. */
const lotOf = (row: Row): Lot | null =>
  row.lot_id === null ||
  row.stock_class === null ||
  row.received_day === null ||
  row.on_hand === null ||
  row.reserved === null ||
  row.place_id === null ||
  row.place === null
    ? null
    : {
        id: row.lot_id,
        placeId: row.place_id,
        place: row.place,
        stockClass: row.stock_class,
        designation: {
          category: row.designated_category,
          place: row.designated_place,
          batchId: row.designated_batch_id,
        },
        expiryDay: row.expiry_day,
        receivedDay: row.received_day,
        shortDated: row.short_dated === 1,
        heldReason: row.held_reason,
        onHand: row.on_hand,
        reserved: row.reserved,
        onHandFen: row.on_hand_fen,
      };

/** A lot as the first-expired-first-out rule sees it. */
export const leaving = (lot: Lot) => ({
  id: lot.id,
  expiry: lot.expiryDay,
  receivedDay: lot.receivedDay,
  sequence: lot.id,
  available: lot.onHand - lot.reserved,
  shortDated: lot.shortDated,
});

/** Ruling 24: class and designation both fit this household and its voucher. */
export const mayLeaveTo = (lot: Lot, taker: Taker): boolean =>
  classFits(lot.stockClass, taker.batchClass) && fits(lot.designation, taker);

/** Lots this household may take from today: on the shop floor, good, not held, meant for it, not spoken for. */
export const openTo = (item: StockedItem, taker: Taker, day: string): readonly Lot[] =>
  item.lots.filter(
    (lot) =>
      lot.placeId === SHOP_FLOOR &&
      !isExpired(lot.expiryDay, day) &&
      lot.heldReason === null &&
      lot.onHand > lot.reserved &&
      mayLeaveTo(lot, taker),
  );
