// The list of lots at their places: found by words, label or barcode, in the order in which they leave. Reads only; the figures
// of a list are one pass in SQL, everything that needs words is asked for the rows of the page alone.
import { sql, type RawBuilder } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { readBarcode } from '../domain/barcode.ts';
import { addDays } from '../domain/business-day.ts';
import { daysLeft } from '../domain/shelf-life.ts';
import { normaliseQuery } from '../domain/search-text.ts';
import type { Grade, StockClass } from '../schema.ts';
import { searchPattern } from '../search-columns.ts';
import { readShop } from '../shop/shop.ts';
import { designationNames, designationWords, type DesignationNames } from './designation-words.ts';
import { originColumns, originJoins, originOf, type OriginRow } from './origin.ts';
import { standingOf, type Standing } from './standing.ts';
import { readTag, tagOf } from './tags.ts';

export type LotRow = Output<'stock.lots'>['rows'][number];
export interface LotFilter {
  readonly search: string;
  readonly show: 'all' | 'ending' | 'expired' | 'held' | 'designated' | 'short-dated' | 'reserved';
  readonly placeId: number | null;
  readonly itemId: number | null;
  readonly category: string;
}

/** From which day on a lot is alarmed is its category's rule, else the shop's. */
interface Alarm {
  readonly shopDays: number;
  /** The longest of all: what the index of expiry days is asked for. */
  readonly mostDays: number;
}

const alarmOf = async (tx: Tx): Promise<Alarm> => {
  const { settings } = await readShop(tx);
  const longest = await tx
    .selectFrom('goods_category')
    .select(({ fn }) => fn.max<number | null>('alarm_days').as('days'))
    .executeTakeFirst();
  const shopDays = settings.expiryAlarmDays;
  return { shopDays, mostDays: Math.max(shopDays, longest?.days ?? 0) };
};

const shown = ({ show }: LotFilter, day: string, alarm: Alarm): RawBuilder<unknown> | null => {
  switch (show) {
    case 'all':
      return null;
    case 'ending':
      return sql`lot.expiry_day BETWEEN ${day} AND ${addDays(day, alarm.mostDays)}
        AND lot.expiry_day <= date(${day}, coalesce((SELECT rule.alarm_days FROM goods_category AS rule
          JOIN item ON item.category = rule.name WHERE item.id = lot.item_id), ${alarm.shopDays}) || ' days')`;
    case 'expired':
      return sql`lot.expiry_day < ${day}`;
    case 'held':
      return sql`lot.held_reason IS NOT NULL`;
    case 'designated':
      return sql`(lot.designated_category IS NOT NULL OR lot.designated_place IS NOT NULL OR lot.designated_batch_id IS NOT NULL)`;
    case 'short-dated':
      return sql`lot.short_dated = 1`;
    case 'reserved':
      return sql`stock.reserved > 0`;
  }
};

/** The label of a lot finds that lot; anything else finds kinds of goods. */
const searched = ({ search }: LotFilter): RawBuilder<unknown> | null => {
  const tag = readTag(search);
  if (tag?.kind === 'ok') return sql`lot.id = ${tag.number}`;
  const pattern = searchPattern(search);
  if (pattern === null) return null;
  const barcode = readBarcode(search);
  const text = barcode.kind === 'ok' ? barcode.barcode : normaliseQuery(search);
  return sql`stock.item_id IN (SELECT id FROM item WHERE search LIKE ${pattern} ESCAPE '\\'
    UNION SELECT item_id FROM item_barcode WHERE barcode = ${text})`;
};

const matching = (filter: LotFilter, day: string, alarm: Alarm): RawBuilder<unknown> => {
  const { show, search, placeId, itemId, category } = filter;
  const all = [
    sql`stock.lot_id = lot.id`,
    // Written out, not bound: only then does the planner know that the indexes of what is left will do.
    sql`stock.on_hand > 0`,
    shown(filter, day, alarm),
    searched(filter),
    placeId === null ? null : sql`stock.place_id = ${placeId}`,
    itemId === null ? null : sql`stock.item_id = ${itemId}`,
    category === '' ? null : sql`stock.item_id IN (SELECT id FROM item WHERE category = ${category})`,
  ];
  // The few lots that need attention are found by what they are; everything else by what stands of the goods.
  const byLot = show !== 'all' && show !== 'reserved' && itemId === null && search === '' && category === '';
  return sql`${byLot ? sql`lot CROSS JOIN lot_stock AS stock` : sql`lot_stock AS stock CROSS JOIN lot`} WHERE ${sql.join(
    all.filter((part) => part !== null),
    sql` AND `,
  )}`;
};

// As they leave (ruling 20): first expiry first, equal dates by earlier receipt, lots without a date last.
const asTheyLeave = sql`lot.expiry_day IS NULL, lot.expiry_day, lot.received_day, lot.id, stock.place_id`;

export interface LotTotals {
  readonly total: number;
  /** Cost of all that match and have one. */
  readonly fen: number;
  readonly unpricedLots: number;
}

export const lotTotals = async ({ tx, day }: Context, filter: LotFilter): Promise<LotTotals> => {
  const { rows } = await sql<LotTotals>`
    SELECT count(*) AS total, coalesce(sum(stock.on_hand_fen), 0) AS fen, count(*) - count(stock.on_hand_fen) AS unpricedLots
    FROM ${matching(filter, day, await alarmOf(tx))}`.execute(tx);
  const [totals] = rows;
  if (!totals) throw new Error('no totals');
  return totals;
};

interface Found extends OriginRow, Standing {
  readonly id: number;
  readonly itemId: number;
  readonly itemCode: string;
  readonly itemName: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  readonly category: string;
  readonly grade: Grade | null;
  readonly expiryDay: string | null;
  readonly stockClass: StockClass;
  readonly placeId: number;
  readonly place: string;
  readonly onHandFen: number | null;
  readonly receivedDay: string;
  readonly designatedCategory: string | null;
  readonly designatedPlace: string | null;
  readonly designatedBatch: number | null;
  readonly shortDated: 0 | 1;
  readonly heldReason: string | null;
}

export const lotPage = async (
  { tx, day }: Context,
  filter: LotFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<LotRow[]> => {
  const alarm = await alarmOf(tx);
  const figures = Object.entries(standingOf(day)).map(([name, figure]) => sql`${figure} AS ${sql.ref(name)}`);
  const { rows } = await sql<Found>`
    WITH page AS MATERIALIZED (SELECT stock.lot_id, stock.place_id FROM ${matching(filter, day, alarm)}
      ORDER BY ${asTheyLeave} LIMIT ${limit} OFFSET ${offset})
    SELECT lot.id, item.id AS itemId, item.code AS itemCode, item.name AS itemName, item.spec, item.unit,
      item.unit_scale AS unitScale, item.category, lot.grade, lot.expiry_day AS expiryDay, lot.stock_class AS stockClass,
      place.id AS placeId, place.name AS place, ${sql.join(figures)}, stock.on_hand_fen AS onHandFen,
      lot.received_day AS receivedDay, lot.designated_category AS designatedCategory,
      lot.designated_place AS designatedPlace, lot.designated_batch_id AS designatedBatch, lot.short_dated AS shortDated,
      lot.held_reason AS heldReason, ${originColumns}
    FROM page CROSS JOIN lot_stock AS stock ON stock.lot_id = page.lot_id AND stock.place_id = page.place_id
      JOIN lot ON lot.id = stock.lot_id JOIN item ON item.id = stock.item_id JOIN place ON place.id = stock.place_id
      ${originJoins} ORDER BY ${asTheyLeave}`.execute(tx);
  const names = await designationNames(
    tx,
    day,
    rows.map(({ designatedBatch }) => designatedBatch),
  );
  return rows.map((row) => rowOf(row, day, names));
};

const rowOf = (row: Found, day: string, names: DesignationNames): LotRow => ({
  itemId: row.itemId,
  itemCode: row.itemCode,
  itemName: row.itemName,
  spec: row.spec,
  unit: row.unit,
  unitScale: row.unitScale,
  lotId: row.id,
  tag: tagOf(row),
  expiryDay: row.expiryDay,
  stockClass: row.stockClass,
  category: row.category,
  placeId: row.placeId,
  place: row.place,
  onHand: row.onHand,
  reserved: row.reserved,
  held: row.held,
  expired: row.expired,
  available: row.available,
  onHandFen: row.onHandFen,
  receivedDay: row.receivedDay,
  daysLeft: daysLeft(row.expiryDay, day),
  designation: designationWords(
    { category: row.designatedCategory, place: row.designatedPlace, batchId: row.designatedBatch },
    names,
  ),
  shortDated: row.shortDated === 1,
  heldReason: row.heldReason,
  origin: originOf(row).from,
});
