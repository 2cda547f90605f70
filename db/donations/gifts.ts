// Gifts as the screens see them: listed with totals, read one by one. Who gave anonymously is named nowhere here and cannot be
// found by name either (慈善法 art. 82).
import { sql } from 'kysely';
import type { Handlers, Tx } from '../context.ts';
import { isMonth, monthRange } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { searchPattern } from '../search-columns.ts';
import { ANONYMOUS } from './donor-name.ts';

export const RECEIPT = 'donation-receipt';

const giftsFound = (tx: Tx, search: string, month: string) => {
  let found = tx.selectFrom('donation').innerJoin('donor', 'donor.id', 'donation.donor_id');
  if (month !== '') {
    if (!isMonth(month))
      throw new Refusal('input-invalid', undefined, [{ code: 'input-invalid', field: 'month' }]);
    const { first, last } = monthRange(month);
    found = found.where('donation.day', '>=', first).where('donation.day', '<=', last);
  }
  const pattern = searchPattern(search);
  if (pattern === null) return found;
  return found.where((eb) =>
    eb.or([
      eb.and([eb('donation.anonymous', '=', 0), sql<boolean>`donor.search LIKE ${pattern} ESCAPE '\\'`]),
      eb('donation.receipt_number', '=', search.trim().toUpperCase()),
      sql<boolean>`donation.purpose LIKE ${`%${pattern.replace(/^% ?/, '')}`} ESCAPE '\\'`,
    ]),
  );
};

const summaryColumns = [
  'donation.id',
  'donation.receipt_number',
  'donation.day',
  'donation.anonymous',
  'donation.cash_fen',
  'donation.purpose',
  'donor.name as donor',
] as const;
interface GiftFacts {
  readonly id: number;
  readonly receipt_number: string;
  readonly day: string;
  readonly anonymous: 0 | 1;
  readonly cash_fen: number | null;
  readonly purpose: string;
  readonly donor: string;
}

/** One query for the lines of the whole page. */
const withLines = async (tx: Tx, gifts: readonly GiftFacts[]) => {
  const ids = gifts.map(({ id }) => id);
  const sums =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('donation_line')
          .select(({ fn }) => [
            'donation_id',
            fn.countAll<number>().as('lines'),
            fn.sum<number | null>('value_fen').as('fen'),
            sql<number>`sum(CASE WHEN value_fen IS NULL THEN 1 ELSE 0 END)`.as('unpriced'),
          ])
          .where('donation_id', 'in', ids)
          .groupBy('donation_id')
          .execute();
  const sumOf = new Map(sums.map((sum) => [sum.donation_id, sum]));
  return gifts.map((gift) => ({
    id: gift.id,
    receiptNumber: gift.receipt_number,
    day: gift.day,
    donorName: gift.anonymous === 1 ? ANONYMOUS : gift.donor,
    anonymous: gift.anonymous === 1,
    cashFen: gift.cash_fen,
    goodsLines: sumOf.get(gift.id)?.lines ?? 0,
    goodsFen: sumOf.get(gift.id)?.fen ?? null,
    unpricedLines: sumOf.get(gift.id)?.unpriced ?? 0,
    purpose: gift.purpose,
  }));
};

export const linesOf = (tx: Tx, donationId: number) =>
  tx
    .selectFrom('donation_line')
    .innerJoin('item', 'item.id', 'donation_line.item_id')
    .select([
      'item.name',
      'item.spec',
      'item.unit',
      'item.unit_scale',
      'donation_line.quantity',
      'donation_line.value_fen',
      'donation_line.basis',
      'donation_line.basis_note',
      'donation_line.production_day',
      'donation_line.expiry_day',
    ])
    .where('donation_line.donation_id', '=', donationId)
    .orderBy('donation_line.line')
    .execute();

/** Refuses `not-found`. */
export const giftOf = async (tx: Tx, donationId: number) => {
  const gift = await tx
    .selectFrom('donation')
    .innerJoin('donor', 'donor.id', 'donation.donor_id')
    .innerJoin('staff', 'staff.id', 'donation.staff_id')
    .selectAll('donation')
    .select(['donor.name as donor', 'donor.kind', 'donor.phone', 'staff.name as recorded_by'])
    .where('donation.id', '=', donationId)
    .executeTakeFirst();
  if (!gift) throw new Refusal('not-found');
  return gift;
};

export const giftQueries: Pick<Handlers<'donations'>, 'donations.list' | 'donations.read'> = {
  async 'donations.list'({ tx }, { search, month, offset, limit }) {
    const found = giftsFound(tx, search, month);
    const { total, cashFen } = await found
      .select(({ fn }) => [
        fn.countAll<number>().as('total'),
        fn.sum<number | null>('donation.cash_fen').as('cashFen'),
      ])
      .executeTakeFirstOrThrow();
    const goods = await tx
      .selectFrom('donation_line')
      .select(({ fn }) => [
        fn.sum<number | null>('value_fen').as('fen'),
        sql<number | null>`sum(CASE WHEN value_fen IS NULL THEN 1 ELSE 0 END)`.as('unpriced'),
      ])
      .where('donation_id', 'in', found.select('donation.id'))
      .executeTakeFirstOrThrow();
    const gifts = await found
      .select(summaryColumns)
      .orderBy('donation.day', 'desc')
      .orderBy('donation.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    // Unpriced lines are in no sum; their number says what the total leaves out.
    return {
      total,
      rows: await withLines(tx, gifts),
      cashFen: cashFen ?? 0,
      goodsFen: goods.fen ?? 0,
      unpricedLines: goods.unpriced ?? 0,
    };
  },

  async 'donations.read'({ tx }, { donationId }) {
    const gift = await giftOf(tx, donationId);
    const [summary] = await withLines(tx, [gift]);
    if (!summary) throw new Refusal('not-found');
    const lines = await linesOf(tx, donationId);
    const { prints } = await tx
      .selectFrom('paper_print')
      .select(({ fn }) => fn.countAll<number>().as('prints'))
      .where('kind', '=', RECEIPT)
      .where('document_id', '=', donationId)
      .executeTakeFirstOrThrow();
    return {
      ...summary,
      donorKind: summary.anonymous ? ('anonymous' as const) : gift.kind,
      channel: gift.channel,
      campaign: gift.campaign,
      cashWay: gift.cash_way,
      recordedBy: gift.recorded_by,
      recordedAt: gift.at,
      checker: gift.checker,
      prints,
      lines: lines.map((line) => ({
        itemName: line.name,
        spec: line.spec,
        unit: line.unit,
        unitScale: line.unit_scale,
        quantity: line.quantity,
        valueFen: line.value_fen,
        basis: line.basis,
        productionDay: line.production_day,
        expiryDay: line.expiry_day,
      })),
    };
  },
};
