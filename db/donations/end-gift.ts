// The end of a receipt (domain.md §4.4): void while its month is open, booked on the gift's own day; a red entry of today once it is
// closed. Goods and money go back; nothing is edited or deleted.
import { reverseCash } from '../cash/post.ts';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { endingOf } from '../domain/booking.ts';
import { Refusal } from '../failures.ts';
import { closedMonths } from '../months.ts';
import { reverseStock } from '../stock/reverse.ts';
import { DOCUMENT } from './gift.ts';
import { standingGift, type GiftFacts } from './one-gift.ts';

export interface End {
  readonly kind: 'void' | 'red';
  /** On which it is booked. */
  readonly day: string;
}

/** Refusals: `not-found`, `donation-ended`, `month-closed`, `reversal-negative`, `money-short`. */
export const endGift = async (
  context: Context,
  { donationId, reason }: ParsedInput<'donations.end'>,
): Promise<Output<'donations.end'>> => {
  context.note(`donation:${donationId}`);
  const gift = await standingGift(context.tx, donationId);
  const end = await endFor(context, gift);
  await writeEnd(context, gift, end, reason);
  await takeGoodsBack(context, gift, end);
  await takeCashBack(context, gift, end);
  context.note(`donation:${donationId}`, { receipt: gift.receipt_number, ...end });
  return end;
};

/** How a receipt would end today. Refusal: `month-closed` when today's own month is. */
export const endFor = async ({ tx, day }: Context, gift: Pick<GiftFacts, 'day'>): Promise<End> => {
  const ending = endingOf(gift.day, day, await closedMonths(tx));
  if (!ending.ok) throw new Refusal('month-closed', { month: day.slice(0, 7) });
  return { kind: ending.ending, day: ending.day };
};

export const writeEnd = async (
  { tx, now, actor }: Context,
  gift: Pick<GiftFacts, 'id'>,
  { kind, day }: End,
  reason: string,
): Promise<void> => {
  await tx
    .insertInto('donation_end')
    .values({ donation_id: gift.id, kind, day, reason, staff_id: actor.staffId, at: now })
    .execute();
};

/**
 * Takes the gift's goods out of their lots again. Where a receipt was written anew without moving goods, they still stand under the
 * earlier receipts. Refusal: `reversal-negative`, every lot that no longer holds them.
 */
export const takeGoodsBack = async (
  context: Context,
  gift: Pick<GiftFacts, 'id' | 'replaces_id'>,
  { day }: End,
): Promise<void> => {
  const { tx, now, actor } = context;
  for (const earlier of await receiptsOf(tx, gift))
    await reverseStock(tx, DOCUMENT, earlier, {
      document: DOCUMENT,
      documentId: gift.id,
      day,
      lateFor: null,
      now,
      staffId: actor.staffId,
    });
};

/** The gift and the receipts it was written anew for; of those that moved their goods back nothing is left to reverse. */
const receiptsOf = async (
  tx: Tx,
  gift: Pick<GiftFacts, 'id' | 'replaces_id'>,
): Promise<readonly number[]> => {
  const ids = [gift.id];
  let earlier = gift.replaces_id;
  while (earlier !== null) {
    ids.push(earlier);
    const found = await tx
      .selectFrom('donation')
      .select('replaces_id')
      .where('id', '=', earlier)
      .executeTakeFirstOrThrow();
    earlier = found.replaces_id;
  }
  return ids;
};

/** Refusal: `money-short` when what was given has been spent. */
export const takeCashBack = (
  { tx, now, actor }: Context,
  gift: Pick<GiftFacts, 'id'>,
  { day }: End,
): Promise<void> => reverseCash(tx, DOCUMENT, gift.id, { day, lateFor: null, now, staffId: actor.staffId });
