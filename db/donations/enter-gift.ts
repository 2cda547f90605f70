// Writes one gift: donor, receipt number, lines with their lots and stock postings, cash. All in the act's transaction; the
// form and the import enter through here, so there is one way for goods and money to come in as a gift.
import { postCash } from '../cash/post.ts';
import type { Context } from '../context.ts';
import { nextNumber } from '../numbers.ts';
import type { DonorKind } from '../schema.ts';
import { searchColumn } from '../search-columns.ts';
import { SHOP_FLOOR } from '../domain/places.ts';
import { postStock } from '../stock/post.ts';

export interface GiftLine {
  readonly itemId: number;
  /** Smallest units. */
  readonly quantity: number;
  /** Of the whole line; null exactly when unpriced. */
  readonly valueFen: number | null;
  readonly basis: 'evidence' | 'fair-value' | 'unpriced';
  readonly basisNote: string;
  readonly productionDay: string | null;
  readonly expiryDay: string | null;
}
export interface Gift {
  /** Business day of the gift; back-dated entries are booked on it (ruling 22). */
  readonly day: string;
  readonly donor: { readonly name: string; readonly kind: DonorKind; readonly phone: string };
  readonly anonymous: boolean;
  readonly channel: string;
  readonly campaign: string;
  readonly purpose: string;
  readonly designatedCategory: string | null;
  readonly cash: { readonly fen: number; readonly way: 'cash' | 'transfer' } | null;
  readonly lines: readonly GiftLine[];
  readonly checker: string;
}
export const DOCUMENT = 'donation' as const;

export const enterGift = async (
  context: Context,
  gift: Gift,
): Promise<{ donationId: number; receiptNumber: string }> => {
  const { tx, now, day, actor } = context;
  const donorId = await donorOf(context, gift.donor);
  // The number counts receipts written, so it follows the day of writing, not the day of the gift.
  const receiptNumber = await nextNumber(tx, 'receipt', day);
  const { id: donationId } = await tx
    .insertInto('donation')
    .values({
      receipt_number: receiptNumber,
      day: gift.day,
      donor_id: donorId,
      anonymous: gift.anonymous ? 1 : 0,
      channel: gift.channel,
      campaign: gift.campaign,
      purpose: gift.purpose,
      designated_category: gift.designatedCategory,
      cash_fen: gift.cash?.fen ?? null,
      cash_way: gift.cash?.way ?? null,
      checker: gift.checker,
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await enterGoods(context, gift, donationId);
  if (gift.cash) {
    await postCash(tx, {
      source: 'donated',
      amountFen: gift.cash.fen,
      document: DOCUMENT,
      documentId: donationId,
      day: gift.day,
      lateFor: null,
      now,
      staffId: actor.staffId,
    });
  }
  return { donationId, receiptNumber };
};

/** One donor for each name and kind; a telephone given later is added, never overwritten. */
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
      .values({ name, search: searchColumn(name), kind, phone, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }
  if (known.phone === '' && phone !== '')
    await tx.updateTable('donor').set({ phone }).where('id', '=', known.id).execute();
  return known.id;
};

/** Every line is a lot of its own: it keeps its donor, its date, its designation and its cost. */
const enterGoods = async ({ tx, now, actor }: Context, gift: Gift, donationId: number): Promise<void> => {
  const moves = [];
  for (const [at, line] of gift.lines.entries()) {
    const { id: lineId } = await tx
      .insertInto('donation_line')
      .values({
        donation_id: donationId,
        line: at + 1,
        item_id: line.itemId,
        quantity: line.quantity,
        value_fen: line.valueFen,
        basis: line.basis,
        basis_note: line.basisNote,
        production_day: line.productionDay,
        expiry_day: line.expiryDay,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: lotId } = await tx
      .insertInto('lot')
      .values({
        item_id: line.itemId,
        stock_class: 'donated',
        donation_line_id: lineId,
        designated_category: gift.designatedCategory,
        production_day: line.productionDay,
        expiry_day: line.expiryDay,
        received_day: gift.day,
        received: line.quantity,
        value_fen: line.valueFen,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    moves.push({
      lotId,
      placeId: SHOP_FLOOR,
      itemId: line.itemId,
      quantity: line.quantity,
      valueFen: line.valueFen,
      reverses: null,
    });
  }
  const movement = {
    kind: 'donated' as const,
    document: DOCUMENT,
    documentId: donationId,
    day: gift.day,
    lateFor: null,
    now,
    staffId: actor.staffId,
  };
  await postStock(tx, movement, moves);
};
