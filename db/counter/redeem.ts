// Redemption (核销): one household, its vouchers, one basket, one transaction. Everything the screen showed is checked again here, for
// the household itself, for a proxy (代领) and for every resident of an institution alike.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { nextNumber } from '../numbers.ts';
import { fill, type Basket, type Part, type WantedLine } from './basket.ts';
import type { Holder } from './holder.ts';
import { approvedProxy, recordPickup } from './proxy.ts';
import { putDown, refuseUnusableOnes } from './put-down.ts';
import { record, takeVouchers, type RedemptionFacts } from './record.ts';
import { refuseUnusable, takerOf, type TillVoucher } from './till-voucher.ts';

type Redeemed = Output<'counter.redeem'>;

export const redeem = async (context: Context, input: ParsedInput<'counter.redeem'>): Promise<Redeemed> => {
  const down = await putDown(context, input);
  const { holder } = down;
  await refuseUnusableOnes(context, down);
  const basket = await fill(context, down, input.lines, input.topUpFen);
  // The last question before anything is written: a wrong password of who approves is counted although the act is refused.
  const proxy = input.proxy && (await approvedProxy(context, holder, input.proxy, input.approval));
  const { redemptionId, number } = await book(context, holder, basket, {
    entry: input.entry,
    channel: 'counter',
    institutionPickupId: null,
    approvedBy: null,
    shiftId: null,
  });
  if (proxy) await recordPickup(context, holder, redemptionId, proxy);
  const sums = sumsOf(basket);
  const [first] = basket.parts;
  context.note(first ? `voucher:${first.voucher.id}` : `household:${holder.household_id}`, {
    redemption: redemptionId,
    vouchers: basket.parts.length,
    usedFen: sums.usedFen,
    lapsedFen: sums.lapsedFen,
    lines: basket.lines.length,
    ...(basket.topUpFen > 0 && { topUpFen: basket.topUpFen }),
    ...(proxy && {
      proxy: proxy.proxyId ?? 0,
      related: proxy.related,
      approvedBy: proxy.approvedBy?.staffId ?? null,
    }),
  });
  return {
    redemptionId,
    number,
    ...sums,
    vouchers: basket.parts.map(shownPart),
    proxy: proxy && {
      name: maskName(proxy.name),
      relation: proxy.relation,
      approvedBy: proxy.approvedBy?.name ?? null,
    },
    lines: basket.lines.map(({ item, quantity, amountFen, points }) => ({
      itemName: item.name,
      unit: item.unit,
      unitScale: item.unitScale,
      quantity,
      amountFen,
      points,
    })),
  };
};

const sumsOf = ({ parts, topUpFen, freeFen }: Basket) => {
  const sum = (figure: (part: Part) => number) => parts.reduce((total, part) => total + figure(part), 0);
  const [beforeFen, usedFen] = [sum(({ voucher }) => voucher.balance_fen), sum((part) => part.usedFen)];
  const lapsedFen = sum((part) => part.lapsedFen);
  return {
    beforeFen,
    usedFen,
    lapsedFen,
    afterFen: beforeFen - usedFen - lapsedFen,
    usedPoints: sum((part) => part.usedPoints),
    topUpFen,
    freeFen,
  };
};

const shownPart = ({
  voucher,
  usedFen,
  lapsedFen,
  usedPoints,
  lapsedPoints,
}: Part): Redeemed['vouchers'][number] => ({
  voucherId: voucher.id,
  serial: voucher.serial,
  kind: voucher.kind,
  beforeFen: voucher.balance_fen,
  usedFen,
  lapsedFen,
  afterFen: voucher.balance_fen - usedFen - lapsedFen,
  beforePoints: voucher.balance_points,
  usedPoints,
  lapsedPoints,
  afterPoints: voucher.balance_points - usedPoints - lapsedPoints,
  validTo: voucher.valid_to,
});

export interface Booked {
  readonly redemptionId: number;
  readonly number: string;
}

const book = async (
  context: Context,
  holder: Holder,
  basket: Basket,
  facts: Omit<RedemptionFacts, 'number'>,
): Promise<Booked> => {
  await takeVouchers(context, basket.parts);
  const number = await nextNumber(context.tx, 'redemption', context.day);
  return { number, redemptionId: await record(context, holder, basket, { ...facts, number }) };
};

/** One resident's voucher within an institution's act: every check and posting of a redemption of its own. */
export const redeemForInstitution = async (
  context: Context,
  voucher: TillVoucher,
  lines: readonly WantedLine[],
  institutionPickupId: number,
): Promise<{ readonly usedFen: number; readonly lapsedFen: number }> => {
  await refuseUnusable(context, voucher);
  const basket = await fill(
    context,
    { holder: voucher, vouchers: [voucher], taker: takerOf(voucher) },
    lines,
  );
  await book(context, voucher, basket, {
    entry: 'typed',
    channel: 'counter',
    institutionPickupId,
    approvedBy: null,
    shiftId: null,
  });
  return sumsOf(basket);
};
