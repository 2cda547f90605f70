// One gift with everything that happened to its receipt. Reads only.
import type { Tx } from '../context.ts';
import type { Designation } from '../contract/measures.ts';
import { businessDay } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';

/** Refusal: `not-found`. */
export const giftOf = async (tx: Tx, donationId: number) => {
  const gift = await tx
    .selectFrom('donation')
    .innerJoin('donor', 'donor.id', 'donation.donor_id')
    .innerJoin('staff', 'staff.id', 'donation.staff_id')
    .leftJoin('donation_end as ended', 'ended.donation_id', 'donation.id')
    .leftJoin('staff as ender', 'ender.id', 'ended.staff_id')
    .leftJoin('donation as earlier', 'earlier.id', 'donation.replaces_id')
    .leftJoin('donation as later', 'later.replaces_id', 'donation.id')
    .selectAll('donation')
    .select([
      'donor.name as donor',
      'donor.kind',
      'donor.phone',
      'donor.credit_code',
      'staff.name as recorded_by',
      'ended.kind as ended_kind',
      'ended.at as ended_at',
      'ended.reason as ended_reason',
      'ender.name as ended_by',
      'earlier.receipt_number as replaces_number',
      'later.id as replaced_by_id',
      'later.receipt_number as replaced_by_number',
    ])
    .where('donation.id', '=', donationId)
    .executeTakeFirst();
  if (!gift) throw new Refusal('not-found');
  return gift;
};
export type GiftFacts = Awaited<ReturnType<typeof giftOf>>;

/** How the receipt ended and on which day that was done (a void one is booked on the gift's own); null while it stands. */
export const endOf = (gift: GiftFacts) =>
  gift.ended_kind === null || gift.ended_at === null
    ? null
    : {
        kind: gift.ended_kind,
        day: businessDay(gift.ended_at),
        reason: gift.ended_reason ?? '',
        by: gift.ended_by ?? '',
      };

/** A gift whose receipt still stands. Refusals: `not-found`, `donation-ended`. */
export const standingGift = async (tx: Tx, donationId: number): Promise<GiftFacts> => {
  const gift = await giftOf(tx, donationId);
  const end = endOf(gift);
  if (end)
    throw new Refusal('donation-ended', { number: gift.receipt_number, kind: end.kind, endDay: end.day });
  return gift;
};

export const designationOf = (gift: GiftFacts): Designation => ({
  category: gift.designated_category,
  place: gift.designated_place,
  batchId: gift.designated_batch_id,
});

/** The day it was given, wherever it is booked. */
export const givenOn = (gift: Pick<GiftFacts, 'day' | 'late_for_day'>): string =>
  gift.late_for_day ?? gift.day;

export const linesOf = (tx: Tx, donationId: number) =>
  tx
    .selectFrom('donation_line')
    .innerJoin('item', 'item.id', 'donation_line.item_id')
    .select([
      'donation_line.id',
      'donation_line.item_id',
      'item.name',
      'item.spec',
      'item.unit',
      'item.unit_scale',
      'donation_line.quantity',
      'donation_line.evidence_fen',
      'donation_line.value_fen',
      'donation_line.basis',
      'donation_line.basis_note',
      'donation_line.production_day',
      'donation_line.expiry_day',
      'donation_line.acceptance_reason',
      'donation_line.grade',
      'donation_line.disinfected_day',
      'donation_line.pieces',
    ])
    .where('donation_line.donation_id', '=', donationId)
    .orderBy('donation_line.line')
    .execute();
export type GiftLineFacts = Awaited<ReturnType<typeof linesOf>>[number];

export const refusedGoodsOf = (tx: Tx, donationId: number) =>
  tx
    .selectFrom('donation_refused')
    .select(['description', 'quantity', 'reason'])
    .where('donation_id', '=', donationId)
    .orderBy('line')
    .execute();

/** Code and number of the official receipt, the newest entry; null when none was noted. */
export const officialOf = async (tx: Tx, donationId: number) =>
  (await tx
    .selectFrom('official_receipt')
    .select(['code', 'number'])
    .where('donation_id', '=', donationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;
