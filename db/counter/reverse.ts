// Takes a redemption back (撤销), whole or some of its goods: a linked act with the opposite figures, never a delete. The goods return
// to the same lots, cash to who paid it, the rest to the vouchers (db/counter/give-back.ts). Who came instead of the holder stays on record.
import type { Context } from '../context.ts';
import { postCash } from '../cash/post.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { may } from '../contract/permissions.ts';
import { bringBack } from '../delivery/book.ts';
import { sumFen } from '../domain/money.ts';
import { Refusal } from '../failures.ts';
import { refuseOwnRelative } from '../fairness/relatives.ts';
import { nextNumber } from '../numbers.ts';
import { shiftForReversal } from '../shift/open.ts';
import { reverseStock } from '../stock/reverse.ts';
import { backOf, giveBack, type Back } from './give-back.ts';

/**
 * `lines`: numbers of the lines that come back; null: everything that is still out. Lines of the same goods come back together, they
 * left out of the same lots. Refusals: `not-found`, `redemption-reversed` (when, by whom), `institution-redemption` (only its whole
 * act is taken back), `line-reversed`, `reverse-package-whole`, `reverse-not-own`, `reverse-not-today` and `reverse-shift-ended` for
 * whoever may only take back own acts of the shift that is still open, `own-relative`, `money-short` when the drawer no longer holds the cash.
 */
export const reverse = async (
  context: Context,
  { redemptionId, lines, reason }: ParsedInput<'counter.reverse'>,
): Promise<Output<'counter.reverse'>> => {
  context.note(`redemption:${redemptionId}`, lines ? { lines: lines.length } : {});
  const taken = await redemptionOf(context, redemptionId);
  context.note(`household:${taken.household_id}`, { reverses: redemptionId });
  if (taken.institution_pickup_id !== null)
    throw new Refusal('institution-redemption', {
      number: await numberOf(context, taken.institution_pickup_id),
    });
  await refuseForeign(context, taken);
  return takeBack(context, taken, reason, lines);
};

/** Goods a carrier brought back (db/delivery): the whole act. Refusals: those of `reverse`. */
export const reverseDelivered = async (
  context: Context,
  redemptionId: number,
  reason: string,
): Promise<Output<'counter.reverse'>> => {
  const taken = await redemptionOf(context, redemptionId);
  await refuseForeign(context, taken);
  return takeBack(context, taken, reason, null);
};

/**
 * The whole act of an institution: each redemption of it. Refusals: `not-found`, `redemption-reversed`, `reverse-not-own`,
 * `reverse-not-today`, `reverse-shift-ended`, `own-relative`.
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
    await refuseForeign(context, { ...taken, number });
    await takeBack(context, taken, reason, null);
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

const takeBack = async (
  context: Context,
  taken: Redemption,
  reason: string,
  wanted: readonly number[] | null,
): Promise<Output<'counter.reverse'>> => {
  const { tx, now, day, actor } = context;
  await refuseOwnRelative(context, taken.household_id);
  const lines = await linesOf(context, taken.id);
  const chosen = chosenLines(lines, wanted);
  const whole = chosen.length === lines.length;
  const back = await backOf(context, taken, { lines: chosen, whole });
  const shiftId = await shiftForReversal(context, back.topUpFen);
  const { id, number } = await recordReversal(context, taken, { reason, whole, chosen, back, shiftId });
  const booked = { document: 'redemption' as const, documentId: id, day, lateFor: null, now };
  const staffId = actor.staffId;
  const items = whole ? null : new Set(chosen.map(({ item_id }) => item_id));
  await reverseStock(tx, 'redemption', taken.id, { ...booked, staffId }, items);
  await giveBack(context, taken, id, back);
  if (whole) await bringBack(context, taken.id, reason);
  if (back.topUpFen > 0)
    await postCash(tx, { ...booked, staffId, source: 'trading', amountFen: 0 - back.topUpFen });
  return {
    reversalId: id,
    number,
    topUpFen: back.topUpFen,
    backFen: sumFen(back.parts.map(({ usedFen }) => usedFen)),
  };
};

/** `paper`: the number it is known by to who asks; its own when left out. */
export const redemptionOf = async ({ tx }: Context, id: number, paper?: string) => {
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
    .where('redemption.whole', '=', 1)
    .executeTakeFirst();
  if (back) throw new Refusal('redemption-reversed', { number: paper ?? taken.number, ...back });
  return taken;
};
export type Redemption = Awaited<ReturnType<typeof redemptionOf>>;

/** A volunteer takes back own acts of the own shift only (rulings.md 6): once it was counted and handed over, the manager decides. */
const refuseForeign = async ({ tx, actor, day }: Context, taken: Redemption): Promise<void> => {
  if (may(actor.role, 'counter.reverse')) return;
  if (taken.staff_id !== actor.staffId) throw new Refusal('reverse-not-own', { number: taken.number });
  if (taken.business_day !== day)
    throw new Refusal('reverse-not-today', { number: taken.number, redeemedDay: taken.business_day });
  const shift = await tx
    .selectFrom('shift')
    .select('closed_at as closedAt')
    .where('id', '=', taken.shift_id)
    .executeTakeFirst();
  if (shift?.closedAt != null)
    throw new Refusal('reverse-shift-ended', { number: taken.number, closedAt: shift.closedAt });
};

/** Lines that are still out. */
export const linesOf = ({ tx }: Context, redemptionId: number) =>
  tx
    .selectFrom('redemption_line as line')
    .selectAll('line')
    .where('redemption_id', '=', redemptionId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('redemption_line as back')
            .select('back.line')
            .whereRef('back.back_of', '=', 'line.redemption_id')
            .whereRef('back.line', '=', 'line.line'),
        ),
      ),
    )
    .orderBy('line')
    .execute();
export type OutLine = Awaited<ReturnType<typeof linesOf>>[number];

/** Refusal: `line-reversed` for a line that came back already, or never left. */
export const chosenLines = (
  out: readonly OutLine[],
  wanted: readonly number[] | null,
): readonly OutLine[] => {
  if (wanted === null) return out;
  const gone = wanted.find((line) => !out.some((each) => each.line === line));
  if (gone !== undefined) throw new Refusal('line-reversed', { line: gone });
  const items = new Set(out.filter(({ line }) => wanted.includes(line)).map(({ item_id }) => item_id));
  return out.filter(({ item_id }) => items.has(item_id));
};

interface Reversal {
  readonly reason: string;
  readonly whole: boolean;
  readonly chosen: readonly OutLine[];
  readonly back: Back;
  readonly shiftId: number | null;
}

const recordReversal = async (
  { tx, now, day, actor, session }: Context,
  taken: Redemption,
  { reason, whole, chosen, back, shiftId }: Reversal,
): Promise<{ readonly id: number; readonly number: string }> => {
  const number = await nextNumber(tx, 'redemption', day);
  const minus = (figure: (part: Back['parts'][number]) => number): number =>
    0 - back.parts.reduce((sum, part) => sum + figure(part), 0);
  const { id } = await tx
    .insertInto('redemption')
    .values({
      number,
      household_id: taken.household_id,
      category: taken.category,
      community: taken.community,
      members: taken.members,
      in_grace: taken.in_grace,
      institution_pickup_id: taken.institution_pickup_id,
      face_fen: minus(({ usedFen, lapsedFen }) => usedFen + lapsedFen),
      used_fen: minus(({ usedFen }) => usedFen),
      lapsed_fen: minus(({ lapsedFen }) => lapsedFen),
      goods_fen: 0 - sumFen(chosen.map(({ amount_fen }) => amount_fen ?? 0)),
      topup_fen: 0 - back.topUpFen,
      free_fen: 0 - back.freeFen,
      used_points: minus(({ usedPoints }) => usedPoints),
      lapsed_points: minus(({ lapsedPoints }) => lapsedPoints),
      entry: taken.entry,
      channel: taken.channel,
      shift_id: shiftId,
      approved_by: null,
      business_day: day,
      counted_day: taken.counted_day,
      at: now,
      terminal: session.terminal,
      reverses: taken.id,
      whole: whole ? 1 : 0,
      reason,
      staff_id: actor.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('redemption_line')
    .values(
      chosen.map((line) => ({
        ...line,
        redemption_id: id,
        quantity: -line.quantity,
        amount_fen: line.amount_fen === null ? null : 0 - line.amount_fen,
        points: line.points === null ? null : 0 - line.points,
        back_of: taken.id,
      })),
    )
    .execute();
  return { id, number };
};
