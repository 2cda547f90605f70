// Money that comes in as no gift and from no sale: grants of 福彩公益金 or 财政, and what there was when the books began.
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../failures.ts';
import { bookedOn } from '../months.ts';
import { nextNumber } from '../numbers.ts';
import { recordReversal } from '../stock/paper-reversal.ts';
import { postCash, reverseCash } from './post.ts';

/**
 * Refusals: `funding-is-gift` (donated cash comes in with a receipt), `funding-is-trade` (what is earned comes in at the till or
 * by a sale), `donation-day-in-future`, `month-closed` (a clock that stands wrong).
 */
export const fund = async (
  context: Context,
  form: ParsedInput<'cash.fund'>,
): Promise<Output<'cash.fund'>> => {
  const { tx, now, day, actor } = context;
  if (form.kind === 'grant' && form.source === 'donated') throw new Refusal('funding-is-gift');
  if (form.kind === 'grant' && form.source === 'trading') throw new Refusal('funding-is-trade');
  const booked = await bookedOn(context, form.day);
  const number = await nextNumber(tx, 'funding', day);
  const { id: fundingId } = await tx
    .insertInto('funding')
    .values({
      number,
      day: booked.day,
      late_for_day: booked.lateFor,
      kind: form.kind,
      source: form.source,
      amount_fen: form.amountFen,
      reference: form.reference,
      note: form.note,
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await postCash(tx, {
    source: form.source,
    amountFen: form.amountFen,
    document: 'funding',
    documentId: fundingId,
    ...booked,
    now,
    staffId: actor.staffId,
  });
  context.note(`funding:${fundingId}`, { number });
  return { fundingId, number };
};

/** Booked today. Refusals: `not-found`, `already-reversed`, `money-short` when it is spent. */
export const reverseFunding = async (
  context: Context,
  { fundingId, reason }: ParsedInput<'cash.reverse'>,
): Promise<Record<string, never>> => {
  const { tx, now, day, actor } = context;
  const funding = await tx
    .selectFrom('funding')
    .select(['id', 'number'])
    .where('id', '=', fundingId)
    .executeTakeFirst();
  if (!funding) throw new Refusal('not-found');
  context.note(`funding:${fundingId}`, { number: funding.number });
  await recordReversal(context, 'funding', funding, reason);
  await reverseCash(tx, 'funding', fundingId, {
    ...(await bookedOn(context, day)),
    now,
    staffId: actor.staffId,
  });
  return {};
};
