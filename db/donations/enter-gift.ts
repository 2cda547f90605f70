// Writes one gift: donor, receipt number, lines with their lots and stock postings, cash. All in the act's transaction; the
// form and the import enter through here, so there is one way for goods and money to come in as a gift.
import { postCash } from '../cash/post.ts';
import type { Context } from '../context.ts';
import { donorKey } from '../domain/donor-key.ts';
import { bookedOn, type BookedOn } from '../months.ts';
import { nextNumber } from '../numbers.ts';
import { searchColumn } from '../search-columns.ts';
import { enterLots, takeLotsOver } from './enter-lots.ts';
import { DOCUMENT, type Gift } from './gift.ts';

/** The receipt this one is written for anew, and the lots of each of its lines where the goods stay as they are. */
interface Replaced {
  readonly donationId: number;
  readonly stayingLots: readonly (readonly number[])[] | null;
}

/** Refusals: `donation-day-in-future`, `month-closed` (months.ts). */
export const enterGift = async (
  context: Context,
  gift: Gift,
  replaced: Replaced | null = null,
): Promise<{ donationId: number; receiptNumber: string }> => {
  const { tx, now, day, actor } = context;
  const booked = await bookedOn(context, gift.day);
  // The number counts receipts written, so it follows the day of writing, not the day of the gift.
  const receiptNumber = await nextNumber(tx, 'receipt', day);
  const donationId = await writeHead(context, gift, { receiptNumber, booked, replaced });
  const lineIds = await writeLines(context, gift, donationId);
  if (replaced?.stayingLots) await takeLotsOver(tx, gift, lineIds, replaced.stayingLots);
  else await enterLots(context, gift, { donationId, booked, lineIds });
  if (gift.cash) {
    await postCash(tx, {
      source: 'donated',
      amountFen: gift.cash.fen,
      document: DOCUMENT,
      documentId: donationId,
      ...booked,
      now,
      staffId: actor.staffId,
    });
  }
  return { donationId, receiptNumber };
};

const writeHead = async (
  context: Context,
  gift: Gift,
  { receiptNumber, booked, replaced }: { receiptNumber: string; booked: BookedOn; replaced: Replaced | null },
): Promise<number> => {
  const { id } = await context.tx
    .insertInto('donation')
    .values({
      receipt_number: receiptNumber,
      day: booked.day,
      late_for_day: booked.lateFor,
      donor_id: await donorOf(context, gift.donor),
      anonymous: gift.anonymous ? 1 : 0,
      channel: gift.channel,
      campaign: gift.campaign,
      purpose: gift.purpose,
      designated_category: gift.designation.category,
      designated_place: gift.designation.place,
      designated_batch_id: gift.designation.batchId,
      stock_class: gift.stockClass,
      cash_fen: gift.cash?.fen ?? null,
      cash_way: gift.cash?.way ?? null,
      inspector_1: gift.inspectors[0],
      inspector_2: gift.inspectors[1],
      checker: gift.checker,
      replaces_id: replaced?.donationId ?? null,
      staff_id: context.actor.staffId,
      at: context.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/**
 * One donor for each name and kind; a telephone given later is added, never overwritten. A donor that was merged keeps its gifts
 * under the name they were given; db/donors counts them for the other one.
 */
const donorOf = async ({ tx, now }: Context, { name, kind, phone }: Gift['donor']): Promise<number> => {
  const known = await tx
    .selectFrom('donor')
    .select(['id', 'phone'])
    .where('name', '=', name)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!known) {
    const { id } = await tx
      .insertInto('donor')
      .values({
        name,
        search: searchColumn(name),
        kind,
        phone,
        name_key: donorKey(name, kind),
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }
  if (known.phone === '' && phone !== '')
    await tx.updateTable('donor').set({ phone }).where('id', '=', known.id).execute();
  return known.id;
};

/** Ids of the lines, in their order. What was refused at the door is written beside them and never becomes stock. */
const writeLines = async ({ tx }: Context, gift: Gift, donationId: number): Promise<readonly number[]> => {
  const ids: number[] = [];
  for (const [at, line] of gift.lines.entries()) {
    const { id } = await tx
      .insertInto('donation_line')
      .values({
        donation_id: donationId,
        line: at + 1,
        item_id: line.itemId,
        quantity: line.quantity,
        evidence_fen: line.evidenceFen,
        value_fen: line.valueFen,
        basis: line.basis,
        basis_note: line.basisNote,
        production_day: line.productionDay,
        expiry_day: line.expiryDay,
        acceptance_reason: line.acceptanceReason,
        grade: line.grade,
        disinfected_day: line.disinfectedDay,
        pieces: line.pieces ? 1 : 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.push(id);
  }
  if (gift.refused.length > 0) {
    await tx
      .insertInto('donation_refused')
      .values(gift.refused.map((goods, at) => ({ donation_id: donationId, line: at + 1, ...goods })))
      .execute();
  }
  return ids;
};
