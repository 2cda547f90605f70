// Takes a purchase back: the goods out of their lots, the money back into its source, both booked today. Nothing is edited.
import { reverseCash } from '../cash/post.ts';
import type { Context } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { bookedOn } from '../months.ts';
import { recordReversal } from '../stock/paper-reversal.ts';
import { reverseStock } from '../stock/reverse.ts';
import { purchaseOf } from './purchases.ts';

/** Refusals: `not-found`, `already-reversed`, `reversal-negative` for every lot that was used since. */
export const reversePurchase = async (
  context: Context,
  { purchaseId, reason }: ParsedInput<'purchases.reverse'>,
): Promise<Record<string, never>> => {
  const { tx, now, day, actor } = context;
  const { number } = await purchaseOf(tx, purchaseId);
  context.note(`purchase:${purchaseId}`, { number });
  await recordReversal(context, 'purchase', { id: purchaseId, number }, reason);
  const booked = { ...(await bookedOn(context, day)), now, staffId: actor.staffId };
  await reverseStock(tx, 'purchase', purchaseId, {
    document: 'purchase',
    documentId: purchaseId,
    ...booked,
  });
  await reverseCash(tx, 'purchase', purchaseId, booked);
  return {};
};
