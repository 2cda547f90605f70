// What was put down at the till: one household's vouchers that go together, or none where goods are free. Reads only.
import type { Context } from '../context.ts';
import { Refusal } from '../failures.ts';
import type { Taker } from '../stock/lots.ts';
import { holderById, refuseHolder, settingsOf, type Holder } from './holder.ts';
import { refuseUnusable, takerOf, takerWithout, voucherById, type TillVoucher } from './till-voucher.ts';

export interface PutDown {
  readonly holder: Holder;
  /** In the order they were put down. */
  readonly vouchers: readonly TillVoucher[];
  readonly taker: Taker;
}
interface BasketOf {
  readonly householdId: number | null;
  readonly voucherIds: readonly number[];
}

/**
 * Refusals: `code-unknown`, `not-found`, `voucher-needed` where nothing is free, `vouchers-of-others` (of two households), `vouchers-mixed` (points beside money, or of
 * different classes of goods). Whether they may be taken today is another question.
 */
export const putDown = async ({ tx }: Context, { householdId, voucherIds }: BasketOf): Promise<PutDown> => {
  const vouchers: TillVoucher[] = [];
  for (const id of new Set(voucherIds)) {
    const voucher = await voucherById(tx, id);
    if (!voucher) throw new Refusal('code-unknown');
    vouchers.push(voucher);
  }
  const [first] = vouchers;
  if (!first) {
    if (householdId === null) throw new Refusal('basket-empty');
    const holder = await holderById(tx, householdId);
    if (!settingsOf(holder).shortDatedFree) throw new Refusal('voucher-needed');
    return { holder, vouchers, taker: takerWithout(holder) };
  }
  refuseUnlike(vouchers, householdId ?? first.household_id);
  return { holder: first, vouchers, taker: takerOf(first) };
};

/** Goods for one batch or class alone must not leave on the voucher of another that lies beside it. */
const refuseUnlike = (vouchers: readonly TillVoucher[], householdId: number): void => {
  const stranger = vouchers.find(({ household_id }) => household_id !== householdId);
  if (stranger) throw new Refusal('vouchers-of-others', { serial: stranger.serial });
  const [first] = vouchers;
  const unlike = vouchers.find((each) => first && goesWith(each) !== goesWith(first));
  if (unlike) throw new Refusal('vouchers-mixed', { serial: unlike.serial });
};

/** Vouchers with the same sign may lie together. */
export const goesWith = ({ kind, stock_class }: Pick<TillVoucher, 'kind' | 'stock_class'>): string =>
  kind === 'points' ? `points-${stock_class}` : stock_class;

/** Refusals: those of every voucher and of the holder, the first that speaks against it. */
export const refuseUnusableOnes = async (context: Context, { holder, vouchers }: PutDown): Promise<void> => {
  if (vouchers.length === 0) refuseHolder(context, holder);
  for (const voucher of vouchers) {
    context.note(`voucher:${voucher.id}`);
    await refuseUnusable(context, voucher);
  }
};
