// The ledger of one kind of goods or one lot in order of day and entry, as SQL that reads nothing but an index: sums over any
// part of it, and a page anywhere without reading the rows that are not shown.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';
import { addDays, daysBetween } from '../domain/business-day.ts';

/** What a card is about. A lot's places are all it ever stood at; each is a range of the index of lots. */
export type About =
  | { readonly of: 'item'; readonly itemId: number; readonly placeId: number | null }
  | { readonly of: 'lot'; readonly lotId: number; readonly placeIds: readonly number[] };
/** Days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}
export interface Sum {
  readonly lines: number;
  readonly quantity: number;
  /** Of the postings that have a value. */
  readonly fen: number;
}
export interface Key {
  readonly id: number;
  readonly day: string;
}

const endless = '9999-12-31';

const range = (whose: RawBuilder<unknown>, { from, to }: Days, after: Key | null): RawBuilder<unknown> =>
  sql`SELECT id, business_day AS day, quantity, value_fen AS fen FROM stock_posting WHERE ${whose}
    AND business_day >= ${from} AND business_day <= ${to === '' ? endless : to}
    ${after === null ? sql`` : sql`AND (business_day, id) > (${after.day}, ${after.id})`}`;

/** All postings of the card in those days; the caller adds the order. */
const postings = (about: About, days: Days, after: Key | null = null): RawBuilder<unknown> =>
  about.of === 'item'
    ? range(
        about.placeId === null
          ? sql`item_id = ${about.itemId}`
          : sql`item_id = ${about.itemId} AND place_id = ${about.placeId}`,
        days,
        after,
      )
    : sql.join(
        about.placeIds.map((placeId) =>
          range(sql`lot_id = ${about.lotId} AND place_id = ${placeId}`, days, after),
        ),
        sql` UNION ALL `,
      );

const nothing: Sum = { lines: 0, quantity: 0, fen: 0 };
const isEmpty = (about: About): boolean => about.of === 'lot' && about.placeIds.length === 0;

const sumOver = async (tx: Tx, source: RawBuilder<unknown>): Promise<Sum> => {
  const { rows } = await sql<Sum>`
    SELECT count(*) AS lines, coalesce(sum(quantity), 0) AS quantity, coalesce(sum(fen), 0) AS fen FROM (${source})`.execute(
    tx,
  );
  return rows[0] ?? nothing;
};

/** The whole card, from what stands: kept beside the ledger in the same transaction, so no posting is read. */
const everything = async (tx: Tx, about: About): Promise<Sum> => {
  const standing =
    about.of === 'item'
      ? sql`stock.lot_id IN (SELECT id FROM lot WHERE item_id = ${about.itemId})
          ${about.placeId === null ? sql`` : sql`AND stock.place_id = ${about.placeId}`}`
      : sql`stock.lot_id = ${about.lotId} AND stock.place_id IN (${sql.join(about.placeIds)})`;
  const { rows } =
    await sql<Sum>`SELECT coalesce(sum(stock.postings), 0) AS lines, coalesce(sum(stock.on_hand), 0) AS quantity,
    coalesce(sum(stock.on_hand_fen), 0) AS fen FROM lot_stock AS stock WHERE ${standing}`.execute(tx);
  return rows[0] ?? nothing;
};

const minus = (all: Sum, ...parts: readonly Sum[]): Sum =>
  parts.reduce(
    (left, part) => ({
      lines: left.lines - part.lines,
      quantity: left.quantity - part.quantity,
      fen: left.fen - part.fen,
    }),
    all,
  );

/**
 * What moved before those days and in them. Only the postings of the days themselves and of the shorter side beside them are
 * read: a card of this month does not read ten years.
 */
export const sumsOf = async (
  tx: Tx,
  about: About,
  days: Days,
  today: string,
): Promise<{ readonly before: Sum; readonly within: Sum }> => {
  if (isEmpty(about)) return { before: nothing, within: nothing };
  const all = await everything(tx, about);
  const open = days.to === '' || days.to >= today;
  const sum = (part: Days) => sumOver(tx, postings(about, part));
  const beforeThem = () => sum({ from: '', to: addDays(days.from, -1) });
  const afterThem = () => (open ? nothing : sum({ from: addDays(days.to, 1), to: '' }));
  if (days.from === '') return { before: nothing, within: minus(all, await afterThem()) };
  if (open && (await isNearBeginning(tx, about, days.from, today))) {
    const before = await beforeThem();
    return { before, within: minus(all, before) };
  }
  const within = await sum(days);
  return { before: minus(all, within, await afterThem()), within };
};

/** Whether more days lie after `day` than before it. */
const isNearBeginning = async (tx: Tx, about: About, day: string, today: string): Promise<boolean> => {
  const [first] = await keysAfter(tx, about, { from: '', to: '' }, null, 1);
  return first !== undefined && first.day < day && daysBetween(first.day, day) < daysBetween(day, today);
};

/**
 * The first `lines` movements of those days together. `all` is what they all come to: past the middle the few after the wanted
 * ones are taken off it, so that the last page, which is looked at most, costs least.
 */
export const sumOfFirst = async (tx: Tx, about: About, days: Days, lines: number, all: Sum): Promise<Sum> => {
  if (lines <= 0 || isEmpty(about)) return nothing;
  if (lines >= all.lines) return all;
  const source = postings(about, days);
  if (lines <= all.lines / 2) return sumOver(tx, sql`${source} ORDER BY day, id LIMIT ${lines}`);
  const rest = await sumOver(tx, sql`${source} ORDER BY day DESC, id DESC LIMIT ${all.lines - lines}`);
  return { lines, quantity: all.quantity - rest.quantity, fen: all.fen - rest.fen };
};

/** Movements `offset` to `offset + limit` of `total`, oldest first, reached from the nearer end. */
export const pageKeys = async (
  tx: Tx,
  about: About,
  days: Days,
  { offset, limit, total }: { readonly offset: number; readonly limit: number; readonly total: number },
): Promise<readonly Key[]> => {
  const wanted = Math.min(limit, total - offset);
  if (wanted <= 0 || isEmpty(about)) return [];
  const source = postings(about, days);
  if (offset <= total / 2) {
    const { rows } = await sql<Key>`${source} ORDER BY day, id LIMIT ${wanted} OFFSET ${offset}`.execute(tx);
    return rows;
  }
  const { rows } =
    await sql<Key>`${source} ORDER BY day DESC, id DESC LIMIT ${wanted} OFFSET ${total - offset - wanted}`.execute(
      tx,
    );
  return rows.toReversed();
};

/** The next movements after `after` (from the beginning for null): what a paper is made of, page by page. */
export const keysAfter = async (
  tx: Tx,
  about: About,
  days: Days,
  after: Key | null,
  limit: number,
): Promise<readonly Key[]> => {
  if (isEmpty(about)) return [];
  const { rows } = await sql<Key>`${postings(about, days, after)} ORDER BY day, id LIMIT ${limit}`.execute(
    tx,
  );
  return rows;
};
