// 撤销小票: what was taken back, and what went back on which voucher; the recipient keeps it with the slip it undoes.
import type { RenderRequest, RestoredVoucher } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Context } from '../context.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { standingVoucher } from './standing-voucher.ts';
import { asFree, linesOf } from './slip-parts.ts';

/** Refusal: `not-found`. */
export const printReversal = async (
  context: Context,
  { reversalId, paper }: ParsedInput<'counter.printReversal'>,
): Promise<RenderRequest> => {
  const act = await reversalOf(context, reversalId);
  if (!act) throw new Refusal('not-found');
  const vouchers = await restoredBy(context, act);
  const lines = await linesOf(context, reversalId);
  const reprint = await countPrint(context, 'reversal-slip', reversalId);
  context.note(`redemption:${reversalId}`, { reprint });
  return {
    format: 'pdf',
    model: {
      kind: 'reversal-slip',
      paper,
      ...(await paperFrame(context)),
      slipNo: act.number,
      reversedAt: act.at,
      counter: act.terminal,
      reversedBy: act.reversed_by,
      approvedBy: null,
      reason: act.reason,
      ofSlipNo: act.of_number,
      ofRedeemedAt: act.of_at,
      whole: act.whole === 1,
      holderMasked: maskName(act.head_name),
      lines: vouchers.length === 0 ? [] : lines,
      free: vouchers.length === 0 ? lines.map(asFree) : [],
      vouchers,
      cashBackFen: 0 - act.topup_fen,
      signature: null,
      reprint,
    },
  };
};

const reversalOf = ({ tx }: Context, id: number) =>
  tx
    .selectFrom('redemption')
    .innerJoin('redemption as taken', 'taken.id', 'redemption.reverses')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .innerJoin('staff', 'staff.id', 'redemption.staff_id')
    .select(['redemption.id', 'redemption.number', 'redemption.at', 'redemption.business_day'])
    .select(['redemption.terminal', 'redemption.reason', 'redemption.whole', 'redemption.topup_fen'])
    .select(['taken.number as of_number', 'taken.at as of_at'])
    .select(['household.head_name', 'staff.name as reversed_by'])
    .where('redemption.id', '=', id)
    .executeTakeFirst();
type Reversal = NonNullable<Awaited<ReturnType<typeof reversalOf>>>;

/** The paper that counts is named: the one that took the place of a lost voucher. */
const restoredBy = async (
  { tx }: Context,
  { id, business_day }: Pick<Reversal, 'id' | 'business_day'>,
): Promise<readonly RestoredVoucher[]> => {
  const parts = await tx
    .selectFrom('redemption_voucher as part')
    .innerJoin('voucher', 'voucher.id', 'part.voucher_id')
    .innerJoin('batch', 'batch.id', 'voucher.batch_id')
    .selectAll('part')
    .select('batch.kind')
    .where('part.redemption_id', '=', id)
    .orderBy('part.voucher_id')
    .execute();
  const restored: RestoredVoucher[] = [];
  for (const part of parts) {
    const { serial, valid_to } = await standingVoucher(tx, part.voucher_id);
    const expired = valid_to < business_day;
    const [before, back] =
      part.kind === 'points'
        ? [part.before_points, 0 - part.used_points - part.lapsed_points]
        : [part.before_fen, 0 - part.used_fen - part.lapsed_fen];
    const worth = (amount: number) => (part.kind === 'points' ? { points: amount } : { fen: amount });
    const isPackage = part.kind === 'package';
    restored.push({
      serial,
      back: isPackage ? null : worth(back),
      after: isPackage || expired ? null : worth(before + back),
      validTo: valid_to,
      expired,
    });
  }
  return restored;
};
