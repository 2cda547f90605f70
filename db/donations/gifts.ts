// The list of gifts with its totals. Who gave anonymously is named nowhere here and cannot be found by name either (慈善法 art. 82).
// In the list of a month a gift of an earlier, closed month that was taken back in this one stands as its red entry, negative; the
// earlier month stays as it was printed.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { isMonth, monthRange } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { chunksOf } from '../imports/bulk.ts';
import { searchPattern } from '../search-columns.ts';
import { ANONYMOUS } from './donor-name.ts';

interface GiftFilter {
  readonly search: string;
  /** Empty: all months. */
  readonly month: string;
}
type Summary = Output<'donations.list'>['rows'][number];

interface Entry {
  readonly id: number;
  readonly day: string;
  readonly red: 0 | 1;
}

/** Gifts booked in the month and the red entries booked in it; without a month every gift once. Refusal: `input-invalid`. */
const entriesOf = (month: string): RawBuilder<Entry> => {
  if (month === '') return sql<Entry>`(SELECT id, day, 0 AS red FROM donation)`;
  if (!isMonth(month))
    throw new Refusal('input-invalid', undefined, [{ code: 'input-invalid', field: 'month' }]);
  const { first, last } = monthRange(month);
  return sql<Entry>`(SELECT id, day, 0 AS red FROM donation WHERE day BETWEEN ${first} AND ${last}
    UNION ALL SELECT donation_id, day, 1 FROM donation_end WHERE kind = 'red' AND day BETWEEN ${first} AND ${last})`;
};

export const giftEntries = (tx: Tx, { search, month }: GiftFilter) => {
  const found = tx
    .selectFrom(entriesOf(month).as('entry'))
    .innerJoin('donation', 'donation.id', 'entry.id')
    .innerJoin('donor', 'donor.id', 'donation.donor_id')
    .leftJoin('donation_end as ended', 'ended.donation_id', 'donation.id');
  const pattern = searchPattern(search);
  if (pattern === null) return found;
  return found.where((eb) =>
    eb.or([
      eb.and([eb('donation.anonymous', '=', 0), donorIsNamed(pattern)]),
      eb('donation.receipt_number', '=', search.trim().toUpperCase()),
      sql<boolean>`donation.purpose LIKE ${`%${pattern.replace(/^% ?/, '')}`} ESCAPE '\\'`,
    ]),
  );
};

/** Under the name it was given, or that of the donor it counts for since they were merged. */
const donorIsNamed = (
  pattern: string,
): RawBuilder<boolean> => sql<boolean>`(donor.search LIKE ${pattern} ESCAPE '\\'
  OR EXISTS (SELECT 1 FROM donor AS root WHERE root.id = donor.merged_into AND root.search LIKE ${pattern} ESCAPE '\\'))`;

/**
 * How often an entry counts in the totals: a void gift nowhere, a red entry once less, in its own month. Over all months a gift that
 * was taken back and its red entry are nothing.
 */
const timesOf = (month: string): RawBuilder<number> =>
  month === ''
    ? sql<number>`(CASE WHEN ended.kind IS NULL THEN 1 ELSE 0 END)`
    : sql<number>`(CASE WHEN entry.red = 1 THEN -1 WHEN ended.kind = 'void' THEN 0 ELSE 1 END)`;

/** Unpriced lines are in no sum; their number says what the total leaves out. */
const totalsOf = async (tx: Tx, filter: GiftFilter) => {
  const found = giftEntries(tx, filter);
  const times = timesOf(filter.month);
  const heads = await found
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number | null>`sum(${times} * donation.cash_fen)`.as('cashFen'),
    ])
    .executeTakeFirstOrThrow();
  const goods = await found
    .innerJoin('donation_line as line', 'line.donation_id', 'donation.id')
    .select([
      sql<number | null>`sum(${times} * line.value_fen)`.as('fen'),
      sql<number | null>`sum(CASE WHEN line.value_fen IS NULL THEN abs(${times}) ELSE 0 END)`.as('unpriced'),
    ])
    .executeTakeFirstOrThrow();
  return {
    total: heads.total,
    cashFen: heads.cashFen ?? 0,
    goodsFen: goods.fen ?? 0,
    unpricedLines: goods.unpriced ?? 0,
  };
};

/** The latest first. */
export const listGifts = async (
  tx: Tx,
  { offset, limit, ...filter }: GiftFilter & { readonly offset: number; readonly limit: number },
): Promise<Output<'donations.list'>> => {
  const entries = await giftEntries(tx, filter)
    .select([
      'entry.id',
      'entry.day',
      'entry.red',
      'donation.receipt_number',
      'donation.late_for_day',
      'donation.anonymous',
      'donation.cash_fen',
      'donation.purpose',
      'donor.name as donor',
      'ended.kind as ended',
    ])
    .orderBy('entry.day', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const sums = await sumsOfLines(
    tx,
    entries.map(({ id }) => id),
  );
  const rows = entries.map((entry): Summary => {
    const sign = entry.red === 1 ? -1 : 1;
    const sum = sums.get(entry.id);
    const signed = (fen: number | null | undefined): number | null => (fen ? sign * fen : null);
    return {
      id: entry.id,
      receiptNumber: entry.receipt_number,
      state: entry.ended ?? 'valid',
      day: entry.day,
      lateForDay: entry.red === 1 ? null : entry.late_for_day,
      donorName: entry.anonymous === 1 ? ANONYMOUS : entry.donor,
      anonymous: entry.anonymous === 1,
      cashFen: signed(entry.cash_fen),
      goodsLines: sum?.lines ?? 0,
      goodsFen: signed(sum?.fen),
      unpricedLines: sum?.unpriced ?? 0,
      purpose: entry.purpose,
      redEntry: entry.red === 1,
    };
  });
  return { rows, ...(await totalsOf(tx, filter)) };
};

interface LineSums {
  readonly lines: number;
  readonly fen: number | null;
  readonly unpriced: number;
}

/** The lines of a whole page, or of all pages in several queries. */
export const sumsOfLines = async (tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, LineSums>> => {
  const sums = new Map<number, LineSums>();
  for (const chunk of chunksOf(ids)) {
    const found = await tx
      .selectFrom('donation_line')
      .select(({ fn }) => [
        'donation_id',
        fn.countAll<number>().as('lines'),
        fn.sum<number | null>('value_fen').as('fen'),
        sql<number>`sum(CASE WHEN value_fen IS NULL THEN 1 ELSE 0 END)`.as('unpriced'),
      ])
      .where('donation_id', 'in', chunk)
      .groupBy('donation_id')
      .execute();
    for (const { donation_id, ...sum } of found) sums.set(donation_id, sum);
  }
  return sums;
};
