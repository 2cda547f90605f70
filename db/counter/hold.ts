// 挂单, 取单: a basket put aside with what was in it. It reserves nothing; on taking it up everything is looked at again and what no
// longer fits is named. One a household in the whole shop, seen at every till; it waits until it is redeemed or dropped.
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { businessDay } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { stockedItems } from '../stock/lots.ts';
import { shortage } from '../stock/take.ts';
import { choicesAgain, contentOf, proxyMeant } from './held-choices.ts';
import { shownHeld, waitingOnes, type Held, type HeldContent } from './held-shown.ts';
import { goodsLine, offeredOf, receiverOf } from './goods.ts';
import { approvalOf, isOpening, putAside, rememberOpening } from './openings.ts';
import { putDown } from './put-down.ts';
import { openWith } from './scan.ts';
import { stopOf, voucherById, type Stopped, type TillVoucher } from './till-voucher.ts';

/** Refusals: those of vouchers put down together, `basket-held` when the household has one already, `held-gone`, `lookup-not-approved`. */
export const hold = async (
  context: Context,
  input: ParsedInput<'counter.hold'>,
): Promise<Output<'counter.hold'>> => {
  const { tx, session, actor, now } = context;
  const { holder, vouchers } = await putDown(context, input);
  const householdId = holder.household_id;
  context.note(`household:${householdId}`, { vouchers: vouchers.length, lines: input.lines.length });
  const approvedBy = approvalOf(context, householdId, input, vouchers.length > 0);
  const waiting = await heldOf(tx, householdId);
  if (input.heldId !== null && waiting?.id !== input.heldId) throw new Refusal('held-gone');
  if (waiting && input.heldId === null)
    throw new Refusal('basket-held', { heldAt: waiting.at, terminal: waiting.terminal });
  const held = {
    terminal: session.terminal,
    content: JSON.stringify({
      voucherIds: vouchers.map(({ id }) => id),
      lines: input.lines,
      entry: input.entry,
      approvedBy,
      proxy: await proxyMeant(tx, input),
      delivery: input.delivery,
    } satisfies HeldContent),
    note: input.note,
    staff_id: actor.staffId,
    at: now,
  };
  if (waiting) {
    await tx.updateTable('held_basket').set(held).where('id', '=', waiting.id).execute();
    putAside(context, householdId, waiting.id);
    return { heldId: waiting.id };
  }
  const { id } = await tx
    .insertInto('held_basket')
    .values({ ...held, household_id: householdId, ended_at: null, ended: null, ended_by: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  putAside(context, householdId, id);
  return { heldId: id };
};

const heldOf = (tx: Tx, householdId: number) =>
  tx
    .selectFrom('held_basket')
    .select(['id', 'at', 'terminal'])
    .where('household_id', '=', householdId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

/** Own till first, then the newest. */
export const held = async (context: Context): Promise<Output<'counter.held'>> => {
  const { terminal } = context.session;
  const rows = await waitingOnes(context.tx).orderBy('held.id', 'desc').execute();
  const shown: Held[] = [];
  for (const row of rows) shown.push(await shownHeld(context, row));
  return shown.sort((a, b) => Number(b.terminal === terminal) - Number(a.terminal === terminal));
};

/**
 * Refusals: `held-gone`; what speaks against its vouchers when none of them may be taken any more; those of the holder;
 * `lookup-not-approved` when it was opened without a voucher on another day.
 */
export const recall = async (
  context: Context,
  { heldId }: ParsedInput<'counter.recall'>,
): Promise<Output<'counter.recall'>> => {
  const { tx, day } = context;
  const row = await waitingOnes(tx).where('held.id', '=', heldId).executeTakeFirst();
  if (!row) throw new Refusal('held-gone');
  const was = contentOf(row);
  const { usable, stopped } = await checkedAgain(context, was.voucherIds);
  const [first] = stopped;
  if (usable.length === 0 && first) throw new Refusal(first.stop.code, first.stop.params);
  if (isOpening(was.entry)) {
    if (businessDay(row.at) !== day) throw new Refusal('lookup-not-approved');
    rememberOpening(
      context,
      row.household_id,
      was.entry,
      was.approvedBy,
      was.entry === 'looked-up' ? heldId : null,
    );
  }
  const opened = await openWith(context, row.household_id, was.entry, usable, stopped);
  const down = await putDown(context, {
    householdId: row.household_id,
    voucherIds: usable.map(({ id }) => id),
  });
  const items = await stockedItems(
    tx,
    was.lines.map(({ itemId }) => itemId),
  );
  const receiver = await receiverOf(context, down, items.values());
  const lines = was.lines.flatMap(({ itemId, lotId, quantity }) => {
    const item = items.get(itemId);
    if (!item) return [];
    const offered = offeredOf(item, down);
    return [
      { offered, quantity, goods: goodsLine(offered, receiver, day, { lotId, smallest: item.unitScale }) },
    ];
  });
  const short = lines
    .filter(({ goods, quantity }) => goods.available < quantity)
    .map(({ offered, goods, quantity }) => shortage(offered, quantity, receiver, day, goods.lotId));
  const choices = await choicesAgain(context, down.holder, was);
  return {
    ...opened,
    ...choices,
    held: await shownHeld(context, row),
    lines: lines.map(({ goods, quantity }) => ({ goods, quantity })),
    reasons: [
      ...stopped.map(({ stop }) => stop),
      ...choices.reasons,
      ...short.map(({ code, params }) => ({ code, params: { ...params } })),
    ],
  };
};

const checkedAgain = async (context: Context, voucherIds: readonly number[]) => {
  const usable: TillVoucher[] = [];
  const stopped: { serial: string; stop: Stopped }[] = [];
  for (const id of voucherIds) {
    const voucher = await voucherById(context.tx, id);
    if (!voucher) continue;
    const stop = await stopOf(context, voucher);
    if (stop) stopped.push({ serial: voucher.serial, stop });
    else usable.push(voucher);
  }
  return { usable, stopped };
};

/** Refusal: `held-gone`. */
export const dropHeld = async (
  context: Context,
  { heldId }: ParsedInput<'counter.dropHeld'>,
): Promise<Output<'counter.dropHeld'>> => {
  context.note(`held-basket:${heldId}`);
  await endHeld(context, heldId, 'dropped');
  return {};
};

/**
 * In the transaction of the redemption it became, of its own household. Refusal: `held-gone` when it was redeemed or dropped at another
 * till.
 */
export const endHeld = async (
  { tx, now, actor }: Context,
  heldId: number,
  ended: 'recalled' | 'dropped',
  householdId: number | null = null,
): Promise<void> => {
  let waiting = tx
    .selectFrom('held_basket')
    .select('content')
    .where('id', '=', heldId)
    .where('ended_at', 'is', null);
  if (householdId !== null) waiting = waiting.where('household_id', '=', householdId);
  const row = await waiting.executeTakeFirst();
  if (!row) throw new Refusal('held-gone');
  // Name, number and address stand with the redemption; one that was dropped has no use for them.
  const content = JSON.stringify({ ...contentOf(row), proxy: null, delivery: null } satisfies HeldContent);
  await tx
    .updateTable('held_basket')
    .set({ content, ended, ended_at: now, ended_by: actor.staffId })
    .where('id', '=', heldId)
    .execute();
};
