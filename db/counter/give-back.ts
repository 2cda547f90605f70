// The value of goods that came back: cash first, then the vouchers. It goes back in the
// period in which it was taken (rulings.md 11), or into the open month once that one is closed; a voucher that has ended meanwhile ends again at once (rulings.md 6), a lost one hands
// it to the paper that took its place.
import type { Context } from '../context.ts';
import { addDays, monthOf } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { closedMonths } from '../months.ts';
import type { OutLine, Redemption } from './reverse.ts';
import { standingVoucher } from './standing-voucher.ts';

/** Positive figures: what returns to one voucher. */
export interface BackPart {
  readonly voucherId: number;
  readonly usedFen: number;
  readonly lapsedFen: number;
  readonly usedPoints: number;
  readonly lapsedPoints: number;
}
export interface Back {
  readonly parts: readonly BackPart[];
  readonly topUpFen: number;
  readonly freeFen: number;
}

interface Out extends BackPart {
  readonly kind: 'value' | 'package' | 'points';
}

/** Refusal: `reverse-package-whole`: goods of a package come back together or not at all. */
export const backOf = async (
  context: Context,
  taken: Redemption,
  { lines, whole }: { readonly lines: readonly OutLine[]; readonly whole: boolean },
): Promise<Back> => {
  const out = await stillOut(context, taken.id);
  const { topUpFen, freeFen } = await cashOut(context, taken);
  if (whole) return { parts: out, topUpFen, freeFen };
  if (out.some(({ kind }) => kind === 'package')) throw new Refusal('reverse-package-whole');
  const worthFen = lines.reduce((sum, { amount_fen }) => sum + (amount_fen ?? 0), 0);
  const backCash = Math.min(worthFen, topUpFen);
  let [fen, points] = [worthFen - backCash, lines.reduce((sum, line) => sum + (line.points ?? 0), 0)];
  const parts = out.map((part): BackPart => {
    const [usedFen, usedPoints] = [Math.min(fen, part.usedFen), Math.min(points, part.usedPoints)];
    fen -= usedFen;
    points -= usedPoints;
    return { voucherId: part.voucherId, usedFen, lapsedFen: 0, usedPoints, lapsedPoints: 0 };
  });
  return {
    parts: parts.filter(({ usedFen, usedPoints }) => usedFen + usedPoints > 0),
    topUpFen: backCash,
    freeFen: Math.min(worthFen, freeFen),
  };
};

/** What each voucher paid and has not got back. */
const stillOut = async ({ tx }: Context, redemptionId: number): Promise<readonly Out[]> => {
  const rows = await tx
    .selectFrom('redemption_voucher as part')
    .innerJoin('redemption as act', 'act.id', 'part.redemption_id')
    .innerJoin('voucher', 'voucher.id', 'part.voucher_id')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .select(({ fn }) => [
      'part.voucher_id as voucherId',
      'batch.kind',
      fn.sum<number>('part.used_fen').as('usedFen'),
      fn.sum<number>('part.lapsed_fen').as('lapsedFen'),
      fn.sum<number>('part.used_points').as('usedPoints'),
      fn.sum<number>('part.lapsed_points').as('lapsedPoints'),
    ])
    .where((eb) => eb.or([eb('act.id', '=', redemptionId), eb('act.reverses', '=', redemptionId)]))
    .groupBy(['part.voucher_id', 'batch.kind'])
    .orderBy('part.voucher_id')
    .execute();
  return rows;
};

const cashOut = async ({ tx }: Context, taken: Redemption) => {
  const sums = await tx
    .selectFrom('redemption')
    .select(({ fn }) => [
      fn.sum<number>('topup_fen').as('topUpFen'),
      fn.sum<number>('free_fen').as('freeFen'),
    ])
    .where((eb) => eb.or([eb('id', '=', taken.id), eb('reverses', '=', taken.id)]))
    .executeTakeFirstOrThrow();
  return sums;
};

/** Writes what `backOf` found; `reversalId` is the act that takes back. */
export const giveBack = async (
  context: Context,
  taken: Redemption,
  reversalId: number,
  { parts }: Back,
): Promise<void> => {
  for (const part of parts) {
    const { voucherId, usedFen, lapsedFen, usedPoints, lapsedPoints } = part;
    const { balance_fen, balance_points } = await standingVoucher(context.tx, voucherId);
    await context.tx
      .insertInto('redemption_voucher')
      .values({
        redemption_id: reversalId,
        voucher_id: voucherId,
        before_fen: balance_fen,
        used_fen: 0 - usedFen,
        lapsed_fen: 0 - lapsedFen,
        before_points: balance_points,
        used_points: 0 - usedPoints,
        lapsed_points: 0 - lapsedPoints,
      })
      .execute();
    await reopen(context, taken, reversalId, part);
  }
};

const reopen = async (
  context: Context,
  taken: Redemption,
  reversalId: number,
  part: BackPart,
): Promise<void> => {
  const { tx, day, now, actor } = context;
  const voucher = await standingVoucher(context.tx, part.voucherId);
  const paid = await postingsOf(context, part.voucherId, taken.id);
  const closedOnes = await closedMonths(tx);
  /** A closed month reprints as it was: what would be booked in it is an adjustment of today. */
  const openDay = (wanted: string): string => (closedOnes.has(monthOf(wanted)) ? day : wanted);
  const closed = voucher.state === 'used';
  const closing = closed ? await closingOf(context, voucher.id) : undefined;
  const of = { voucher_id: voucher.id, category: voucher.category, community: taken.community, at: now };
  const signed = { redemption_id: reversalId, staff_id: actor.staffId };
  await tx
    .insertInto('voucher_posting')
    .values([
      ...paid
        .filter(({ kind }) => kind === 'redeemed' || part.lapsedFen + part.lapsedPoints > 0)
        .map(({ id, kind, business_day }) => ({
          ...of,
          ...signed,
          kind,
          pieces: id === closing?.id ? (1 as const) : (0 as const),
          amount_fen: kind === 'redeemed' ? part.usedFen : part.lapsedFen,
          amount_points: kind === 'redeemed' ? part.usedPoints : part.lapsedPoints,
          business_day: openDay(business_day),
          reverses: id,
        })),
      // The piece comes back in the month in which a later act had used the voucher up, not in that of this one.
      ...(closing && !paid.some(({ id }) => id === closing.id)
        ? [
            {
              ...{ ...of, ...signed, kind: 'redeemed' as const, pieces: 1 as const, amount_fen: 0 },
              ...{ amount_points: 0, business_day: openDay(closing.business_day), reverses: closing.id },
            },
          ]
        : []),
    ])
    .execute();
  const fen = voucher.balance_fen + part.usedFen + part.lapsedFen;
  const points = voucher.balance_points + part.usedPoints + part.lapsedPoints;
  const ended = endOf(voucher, day);
  if (ended)
    await tx
      .insertInto('voucher_posting')
      .values({
        ...of,
        ...signed,
        kind: ended.kind,
        pieces: closed ? -1 : 0,
        amount_fen: 0 - fen,
        amount_points: 0 - points,
        business_day: openDay(ended.day),
        reverses: null,
      })
      .execute();
  const untouched = fen === voucher.face_fen && points === voucher.face_points;
  await tx
    .updateTable('voucher')
    .set({
      state: ended ? ended.kind : untouched ? 'active' : 'partly-used',
      balance_fen: ended ? 0 : fen,
      balance_points: ended ? 0 : points,
    })
    .where('id', '=', voucher.id)
    .execute();
};

const endOf = (
  { state, valid_to }: { readonly state: string; readonly valid_to: string },
  day: string,
): { readonly kind: 'expired' | 'void'; readonly day: string } | null => {
  if (state === 'void') return { kind: 'void', day };
  return valid_to < day ? { kind: 'expired', day: addDays(valid_to, 1) } : null;
};

/** The posting that used the voucher up. */
const closingOf = ({ tx }: Context, voucherId: number) =>
  tx
    .selectFrom('voucher_posting')
    .select(['id', 'business_day'])
    .where('voucher_id', '=', voucherId)
    .where('pieces', '=', -1)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** How the voucher paid in that act: 'redeemed', and 'lapsed' where something lapsed. */
const postingsOf = async ({ tx }: Context, voucherId: number, redemptionId: number) => {
  const rows = await tx
    .selectFrom('voucher_posting')
    .select(['id', 'kind', 'business_day'])
    .where('voucher_id', '=', voucherId)
    .where('redemption_id', '=', redemptionId)
    .where('kind', 'in', ['redeemed', 'lapsed'])
    .orderBy('id')
    .execute();
  return rows.filter(
    (row): row is typeof row & { kind: 'redeemed' | 'lapsed' } =>
      row.kind === 'redeemed' || row.kind === 'lapsed',
  );
};
