// Writes one purchase: its paper, a lot for every line at what it cost, and the money out of its source. All in the act's
// transaction: goods never come in that no money went out for.
import { postCash } from '../cash/post.ts';
import type { Context } from '../context.ts';
import { sumFen } from '../domain/money.ts';
import { refuseAll } from '../failures.ts';
import { bookedOn, type BookedOn } from '../months.ts';
import { nextNumber } from '../numbers.ts';
import { postStock, type LotMove } from '../stock/post.ts';
import { judgePurchase, type Form } from './judge.ts';

/** Refusals: all of judge.ts at once, then `month-closed` (a clock that stands wrong) and `money-short`. */
export const recordPurchase = async (
  context: Context,
  form: Form,
): Promise<{ purchaseId: number; number: string }> => {
  const { reasons, shortDated } = await judgePurchase(context, form);
  refuseAll(reasons);
  const booked = await bookedOn(context, form.day);
  const { purchaseId, number, totalFen } = await enterPaper(context, form, booked);
  await enterGoods(context, form, { purchaseId, booked, shortDated });
  await postCash(context.tx, {
    source: form.source,
    amountFen: 0 - totalFen,
    document: 'purchase',
    documentId: purchaseId,
    ...booked,
    now: context.now,
    staffId: context.actor.staffId,
  });
  context.note(`purchase:${purchaseId}`, { number });
  return { purchaseId, number };
};

const enterPaper = async ({ tx, now, day, actor }: Context, form: Form, booked: BookedOn) => {
  // The number counts papers written, so it follows the day of writing, not the day of the purchase.
  const number = await nextNumber(tx, 'purchase', day);
  const totalFen = sumFen(form.lines.map(({ costFen }) => costFen));
  const { id: purchaseId } = await tx
    .insertInto('purchase')
    .values({
      number,
      day: booked.day,
      late_for_day: booked.lateFor,
      supplier: form.supplier,
      invoice_number: form.invoiceNumber,
      source: form.source,
      stock_class: form.stockClass,
      place_id: form.placeId,
      total_fen: totalFen,
      inspector_1: form.inspectors[0],
      inspector_2: form.inspectors[1],
      note: form.note,
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { purchaseId, number, totalFen };
};

interface Entering {
  readonly purchaseId: number;
  readonly booked: BookedOn;
  readonly shortDated: readonly boolean[];
}

/** Every line is a lot of its own: it keeps its supplier, its date and its cost. */
const enterGoods = async (
  { tx, now, actor }: Context,
  form: Form,
  { purchaseId, booked, shortDated }: Entering,
): Promise<void> => {
  const moves: LotMove[] = [];
  for (const [at, line] of form.lines.entries()) {
    const { id: lineId } = await tx
      .insertInto('purchase_line')
      .values({
        purchase_id: purchaseId,
        line: at + 1,
        item_id: line.itemId,
        quantity: line.quantity,
        cost_fen: line.costFen,
        production_day: line.productionDay,
        expiry_day: line.expiryDay,
        acceptance_reason: line.acceptanceReason,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: lotId } = await tx
      .insertInto('lot')
      .values({
        item_id: line.itemId,
        stock_class: form.stockClass,
        purchase_line_id: lineId,
        production_day: line.productionDay,
        expiry_day: line.expiryDay,
        // The day the goods came, also when it is booked late.
        received_day: form.day,
        received: line.quantity,
        value_fen: line.costFen,
        short_dated: shortDated[at] === true ? 1 : 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    moves.push({
      lotId,
      placeId: form.placeId,
      itemId: line.itemId,
      quantity: line.quantity,
      valueFen: line.costFen,
      reverses: null,
    });
  }
  const movement = { kind: 'purchased', document: 'purchase', documentId: purchaseId } as const;
  await postStock(tx, { ...movement, ...booked, now, staffId: actor.staffId }, moves);
};
