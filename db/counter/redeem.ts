// Redemption (核销): one voucher, one basket, one transaction. Everything the screen showed is checked again here, for the household
// itself, for a proxy (代领) and for every resident of an institution alike.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { fill, type Basket, type WantedLine } from './basket.ts';
import { approvedProxy, recordPickup } from './proxy.ts';
import { record, takeVoucher, type RedemptionFacts } from './record.ts';
import { refuseUnusable, voucherById, type TillVoucher } from './till-voucher.ts';

export const redeem = async (
  context: Context,
  input: ParsedInput<'counter.redeem'>,
): Promise<Output<'counter.redeem'>> => {
  const voucher = await usableVoucher(context, input.voucherId);
  const basket = await fill(context, voucher, input.lines);
  // The last question before anything is written: a wrong password of who approves is counted although the act is refused.
  const proxy = input.proxy && (await approvedProxy(context, voucher, input.proxy, input.approval));
  const { redemptionId, number } = await book(context, voucher, basket, {
    entry: input.entry,
    institutionPickupId: null,
  });
  if (proxy) await recordPickup(context, voucher, redemptionId, proxy);
  const lapsedFen = voucher.balance_fen - basket.usedFen;
  context.note(`voucher:${voucher.id}`, {
    redemption: redemptionId,
    usedFen: basket.usedFen,
    lapsedFen,
    lines: basket.lines.length,
    ...(proxy && {
      proxy: proxy.proxyId ?? 0,
      related: proxy.related,
      approvedBy: proxy.approvedBy?.staffId ?? null,
    }),
  });
  return {
    redemptionId,
    number,
    beforeFen: voucher.balance_fen,
    usedFen: basket.usedFen,
    lapsedFen,
    afterFen: 0,
    validTo: voucher.valid_to,
    proxy: proxy && {
      name: maskName(proxy.name),
      relation: proxy.relation,
      approvedBy: proxy.approvedBy?.name ?? null,
    },
    lines: basket.lines.map(({ item, quantity, amountFen }) => ({
      itemName: item.name,
      unit: item.unit,
      unitScale: item.unitScale,
      quantity,
      amountFen,
    })),
  };
};

/** Refusals: `code-unknown`, and all of `refuseUnusable`. */
const usableVoucher = async (context: Context, voucherId: number): Promise<TillVoucher> => {
  const voucher = await voucherById(context.tx, voucherId);
  if (!voucher) throw new Refusal('code-unknown');
  context.note(`voucher:${voucher.id}`);
  await refuseUnusable(context, voucher);
  return voucher;
};

export interface Booked {
  readonly redemptionId: number;
  readonly number: string;
}

const book = async (
  context: Context,
  voucher: TillVoucher,
  basket: Basket,
  facts: Omit<RedemptionFacts, 'number'>,
): Promise<Booked> => {
  await takeVoucher(context, voucher);
  const number = await nextNumber(context.tx, 'redemption', context.day);
  return { number, redemptionId: await record(context, voucher, basket, { ...facts, number }) };
};

/** One resident's voucher within an institution's act: every check and posting of a redemption of its own. */
export const redeemForInstitution = async (
  context: Context,
  voucher: TillVoucher,
  lines: readonly WantedLine[],
  institutionPickupId: number,
): Promise<Basket> => {
  await refuseUnusable(context, voucher);
  const basket = await fill(context, voucher, lines);
  await book(context, voucher, basket, { entry: 'typed', institutionPickupId });
  return basket;
};
