// Another use of a gift than the donor named, and the number of the official receipt: things noted beside a receipt that itself never
// changes.
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { designationFaults, readDesignation } from './designation.ts';
import { designateLots } from './enter-lots.ts';
import { standingGift } from './one-gift.ts';

type Done = Record<string, never>;

/**
 * With the donor's consent (慈善法 art. 56), which is stored; all lots of the gift follow. Refusals: `not-found`, `donation-ended`,
 * `designation-unknown`, `row-day-in-future` for a consent of a day to come.
 */
export const changeUse = async (
  context: Context,
  { donationId, purpose, consent, ...form }: ParsedInput<'donations.changeUse'>,
): Promise<Done> => {
  const { tx, now, day, actor } = context;
  const gift = await standingGift(tx, donationId);
  const designation = readDesignation(form.designation);
  const reasons = [...(await designationFaults(tx, designation))];
  if (consent.day > day)
    reasons.push({ code: 'row-day-in-future', field: 'consent.day', params: { found: consent.day } });
  refuseAll(reasons);
  const { category, place, batchId } = designation;
  await tx
    .insertInto('designation_change')
    .values({
      donation_id: donationId,
      purpose,
      category,
      place,
      batch_id: batchId,
      consent_by: consent.by,
      consent_day: consent.day,
      consent_document: consent.document,
      staff_id: actor.staffId,
      at: now,
    })
    .execute();
  await designateLots(tx, donationId, designation);
  context.note(`donation:${donationId}`, { receipt: gift.receipt_number, category, place, batchId });
  return {};
};

/** Refusals: `not-found`, `donation-ended`, `official-number-taken` by another receipt that stands. */
export const recordOfficial = async (
  context: Context,
  { donationId, code, number }: ParsedInput<'donations.recordOfficial'>,
): Promise<Done> => {
  const { tx, now, actor } = context;
  const gift = await standingGift(tx, donationId);
  const other = await holderOf(context, { donationId, code, number });
  if (other) throw new Refusal('official-number-taken', { number: other.receipt_number });
  await tx
    .insertInto('official_receipt')
    .values({ donation_id: donationId, code, number, staff_id: actor.staffId, at: now })
    .execute();
  context.note(`donation:${donationId}`, { receipt: gift.receipt_number });
  return {};
};

/** Another standing gift whose newest official receipt has this code and number. */
const holderOf = (
  { tx }: Context,
  { donationId, code, number }: ParsedInput<'donations.recordOfficial'>,
): Promise<{ receipt_number: string } | undefined> =>
  tx
    .selectFrom('official_receipt as official')
    .innerJoin('donation', 'donation.id', 'official.donation_id')
    .leftJoin('donation_end as ended', 'ended.donation_id', 'donation.id')
    .select('donation.receipt_number')
    .where('official.code', '=', code)
    .where('official.number', '=', number)
    .where('official.donation_id', '<>', donationId)
    .where('ended.donation_id', 'is', null)
    .where('official.id', '=', (eb) =>
      eb
        .selectFrom('official_receipt as newest')
        .select(({ fn }) => fn.max('newest.id').as('id'))
        .whereRef('newest.donation_id', '=', 'official.donation_id'),
    )
    .executeTakeFirst();
