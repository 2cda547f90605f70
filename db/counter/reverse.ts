// Takes a redemption back (撤销): a linked act with the opposite figures, never a delete. The goods return to the same lots, the
// value to the voucher, or to the ended one when its last day has passed (rulings.md 6). Who came instead of the holder stays on record.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { may } from '../contract/permissions.ts';
import { addDays } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { refuseOwnRelative } from '../fairness/relatives.ts';
import { nextNumber } from '../numbers.ts';
import { reverseStock } from '../stock/reverse.ts';

/**
 * Refusals: `not-found`, `redemption-reversed` (when, by whom), `institution-redemption` (only its whole act is taken back),
 * `reverse-not-own` and `reverse-not-today` for whoever may
 * only take back own acts of the same day, `own-relative`.
 */
export const reverse = async (
  context: Context,
  { redemptionId, reason }: ParsedInput<'counter.reverse'>,
): Promise<Output<'counter.reverse'>> => {
  context.note(`redemption:${redemptionId}`);
  const taken = await redemptionOf(context, redemptionId);
  context.note(`voucher:${taken.voucher_id}`, { reverses: redemptionId });
  if (taken.institution_pickup_id !== null)
    throw new Refusal('institution-redemption', {
      number: await numberOf(context, taken.institution_pickup_id),
    });
  refuseForeign(context, taken);
  await takeBack(context, taken, reason);
  return {};
};

/**
 * The whole act of an institution: each redemption of it. Refusals: `not-found`, `redemption-reversed`, `reverse-not-own`,
 * `reverse-not-today`, `own-relative`.
 */
export const reverseInstitution = async (
  context: Context,
  { pickupId, reason }: ParsedInput<'counter.reverseInstitution'>,
): Promise<Output<'counter.reverseInstitution'>> => {
  context.note(`institution-pickup:${pickupId}`);
  const parts = await context.tx
    .selectFrom('redemption')
    .select('id')
    .where('institution_pickup_id', '=', pickupId)
    .where('reverses', 'is', null)
    .orderBy('id')
    .execute();
  if (parts.length === 0) throw new Refusal('not-found');
  const number = await numberOf(context, pickupId);
  for (const { id } of parts) {
    const taken = await redemptionOf(context, id, number);
    refuseForeign(context, { ...taken, number });
    await takeBack(context, taken, reason);
  }
  context.note(`institution-pickup:${pickupId}`, { reverses: pickupId, vouchers: parts.length });
  return {};
};

const numberOf = async ({ tx }: Context, pickupId: number): Promise<string> => {
  const { number } = await tx
    .selectFrom('institution_pickup')
    .select('number')
    .where('id', '=', pickupId)
    .executeTakeFirstOrThrow();
  return number;
};

/** Refusal: `own-relative`. */
const takeBack = async (context: Context, taken: Redemption, reason: string): Promise<void> => {
  await refuseOwnRelative(context, taken.household_id);
  const reversalId = await recordReversal(context, taken, reason);
  await returnGoods(context, taken.id, reversalId);
  await returnValue(context, taken, reversalId);
};

/** `paper`: the number it is known by to who asks; its own when left out. */
const redemptionOf = async ({ tx }: Context, id: number, paper?: string) => {
  const taken = await tx
    .selectFrom('redemption')
    .selectAll()
    .where('id', '=', id)
    .where('reverses', 'is', null)
    .executeTakeFirst();
  if (!taken) throw new Refusal('not-found');
  const back = await tx
    .selectFrom('redemption')
    .innerJoin('staff', 'staff.id', 'redemption.staff_id')
    .select(['redemption.at as reversedAt', 'staff.name as operator'])
    .where('redemption.reverses', '=', id)
    .executeTakeFirst();
  if (back) throw new Refusal('redemption-reversed', { number: paper ?? taken.number, ...back });
  return taken;
};
type Redemption = Awaited<ReturnType<typeof redemptionOf>>;

const refuseForeign = ({ actor, day }: Context, taken: Redemption): void => {
  if (may(actor.role, 'counter.reverse')) return;
  if (taken.staff_id !== actor.staffId) throw new Refusal('reverse-not-own', { number: taken.number });
  if (taken.business_day !== day)
    throw new Refusal('reverse-not-today', { number: taken.number, redeemedDay: taken.business_day });
};

const recordReversal = async (
  { tx, now, day, actor, session }: Context,
  taken: Redemption,
  reason: string,
): Promise<number> => {
  const number = await nextNumber(tx, 'redemption', day);
  const { id } = await tx
    .insertInto('redemption')
    .values({
      number,
      voucher_id: taken.voucher_id,
      household_id: taken.household_id,
      category: taken.category,
      community: taken.community,
      members: taken.members,
      in_grace: taken.in_grace,
      institution_pickup_id: taken.institution_pickup_id,
      face_fen: 0 - taken.face_fen,
      used_fen: 0 - taken.used_fen,
      lapsed_fen: 0 - taken.lapsed_fen,
      goods_fen: 0 - taken.goods_fen,
      entry: taken.entry,
      business_day: day,
      at: now,
      terminal: session.terminal,
      reverses: taken.id,
      reason,
      staff_id: actor.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const lines = await tx
    .selectFrom('redemption_line')
    .selectAll()
    .where('redemption_id', '=', taken.id)
    .execute();
  await tx
    .insertInto('redemption_line')
    .values(
      lines.map((line) => ({
        ...line,
        redemption_id: id,
        quantity: -line.quantity,
        amount_fen: line.amount_fen === null ? null : 0 - line.amount_fen,
      })),
    )
    .execute();
  return id;
};

/** Back to the lots they came from, today, at the cost they left with; an expired lot takes them too and stays unissuable. */
const returnGoods = (
  { tx, now, day, actor }: Context,
  redemptionId: number,
  reversalId: number,
): Promise<void> =>
  reverseStock(tx, 'redemption', redemptionId, {
    document: 'redemption',
    documentId: reversalId,
    day,
    lateFor: null,
    now,
    staffId: actor.staffId,
  });

/** Value and piece go back in the period in which they were taken (rulings.md 11); an ended voucher ends again at once. */
const returnValue = async (
  { tx, now, day, actor }: Context,
  taken: Redemption,
  reversalId: number,
): Promise<void> => {
  const postings = await tx
    .selectFrom('voucher_posting')
    .selectAll()
    .where('voucher_id', '=', taken.voucher_id)
    .where('redemption_id', '=', taken.id)
    .orderBy('id')
    .execute();
  const voucher = await tx
    .selectFrom('voucher')
    .select(['balance_fen', 'face_fen', 'valid_to'])
    .where('id', '=', taken.voucher_id)
    .executeTakeFirstOrThrow();
  const balance = postings.reduce((sum, { amount_fen }) => sum - amount_fen, voucher.balance_fen);
  const ended = voucher.valid_to < day;
  const back = postings.map(({ id, kind, category, community, pieces, amount_fen, business_day }) => ({
    voucher_id: taken.voucher_id,
    kind,
    category,
    community,
    pieces: (0 - pieces) as -1 | 0 | 1,
    amount_fen: 0 - amount_fen,
    business_day,
    at: now,
    redemption_id: reversalId,
    reverses: id,
    staff_id: actor.staffId,
  }));
  const end = {
    voucher_id: taken.voucher_id,
    kind: 'expired' as const,
    category: taken.category,
    community: taken.community,
    pieces: -1 as const,
    amount_fen: 0 - balance,
    business_day: addDays(voucher.valid_to, 1),
    at: now,
    redemption_id: reversalId,
    reverses: null,
    staff_id: actor.staffId,
  };
  await tx
    .insertInto('voucher_posting')
    .values(ended ? [...back, end] : back)
    .execute();
  const state = ended ? 'expired' : balance === voucher.face_fen ? 'active' : 'partly-used';
  await tx
    .updateTable('voucher')
    .set({ state, balance_fen: ended ? 0 : balance })
    .where('id', '=', taken.voucher_id)
    .execute();
};
