// Redemption (核销): one household, its vouchers, one basket, one transaction. Everything the screen showed is checked again here, for
// the household itself, for a proxy (代领) and for every resident of an institution alike.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { addressFor, recordDelivery } from '../delivery/book.ts';
import { maskName } from '../domain/mask.ts';
import { recordOverrides, type Over } from '../limits/check.ts';
import { nextNumber } from '../numbers.ts';
import { shiftForAct } from '../shift/open.ts';
import { fill, type Basket, type Part, type WantedLine } from './basket.ts';
import { proxyMeant } from './held-choices.ts';
import { endHeld } from './hold.ts';
import type { Holder } from './holder.ts';
import { approvalOf, useOpening } from './openings.ts';
import { isAnswered, limitsAtTill } from './limit.ts';
import { needsYes, proxyAtTill, recordPickup } from './proxy.ts';
import { putDown, refuseUnusableOnes } from './put-down.ts';
import { record, takeVouchers, type RedemptionFacts } from './record.ts';
import { secondPerson, type SecondPerson } from './second-person.ts';
import { refuseUnusable, takerOf, type TillVoucher } from './till-voucher.ts';

type Redeemed = Output<'counter.redeem'>;

export const redeem = async (context: Context, input: ParsedInput<'counter.redeem'>): Promise<Redeemed> => {
  const down = await putDown(context, input);
  const { holder } = down;
  await refuseUnusableOnes(context, down);
  const approvedBy = approvalOf(context, holder.household_id, input, down.vouchers.length > 0);
  const named = await proxyMeant(context.tx, input);
  const collects = named && (await proxyAtTill(context, holder, named));
  const address = input.delivery && (await addressFor(context, holder.household_id, input.delivery));
  const limits = limitsAtTill(context, holder, {
    proxy: collects,
    pickupId: null,
    answered: isAnswered(input),
  });
  const basket = await fill(context, down, input.lines, input.topUpFen, limits.judge);
  const overs = limits.overs();
  const beyond = collects !== null && (await needsYes(context, holder, collects, input.approval !== null));
  // The last question before anything is written: a wrong password of who approves is counted although the act is refused.
  const second =
    input.approval && (beyond || overs.length > 0)
      ? await secondPerson(context, holder, input.approval, overs.length > 0 ? ['limits.override'] : [])
      : null;
  const proxy = collects && { ...collects, approvedBy: beyond ? second : null };
  const { redemptionId, number } = await book(context, holder, basket, {
    entry: input.entry,
    channel: input.delivery ? 'delivery' : 'counter',
    institutionPickupId: null,
    approvedBy,
  });
  if (input.delivery && address !== null)
    await recordDelivery(context, redemptionId, { carrier: input.delivery.carrier, address });
  if (input.heldId !== null) await endHeld(context, input.heldId, 'recalled', holder.household_id);
  useOpening(context, holder.household_id);
  if (proxy) await recordPickup(context, holder, redemptionId, proxy);
  const overLimits = await overridden(context, redemptionId, overs, input.overrides?.reason, second);
  const sums = sumsOf(basket);
  const [first] = basket.parts;
  context.note(first ? `voucher:${first.voucher.id}` : `household:${holder.household_id}`, {
    redemption: redemptionId,
    vouchers: basket.parts.length,
    usedFen: sums.usedFen,
    lapsedFen: sums.lapsedFen,
    lines: basket.lines.length,
    ...(basket.topUpFen > 0 && { topUpFen: basket.topUpFen }),
    ...(input.delivery && { delivery: true }),
    ...(proxy && {
      proxy: proxy.proxyId ?? 0,
      related: proxy.related,
      approvedBy: proxy.approvedBy?.staffId ?? null,
    }),
    ...(overs.length > 0 && { overLimits: overs.length, overridden: second?.staffId ?? null }),
  });
  return {
    redemptionId,
    number,
    ...sums,
    vouchers: basket.parts.map(shownPart),
    overLimits,
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

/** 超限: each rule that was not kept, with who answers for it. */
const overridden = async (
  { tx }: Context,
  redemptionId: number,
  overs: readonly Over[],
  reason: string | undefined,
  second: SecondPerson | null,
): Promise<Redeemed['overLimits']> => {
  if (overs.length === 0 || reason === undefined || !second) return null;
  await recordOverrides(tx, redemptionId, overs, { reason, approvedBy: second.staffId });
  return { rules: overs.map(({ rule }) => rule.name), approvedBy: second.name };
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
  facts: Omit<RedemptionFacts, 'number' | 'shiftId'>,
): Promise<Booked> => {
  await takeVouchers(context, basket.parts);
  const number = await nextNumber(context.tx, 'redemption', context.day);
  const shiftId = await shiftForAct(context);
  return { number, redemptionId: await record(context, holder, basket, { ...facts, number, shiftId }) };
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
    0,
    limitsAtTill(context, voucher, { proxy: null, pickupId: institutionPickupId, answered: false }).judge,
  );
  await book(context, voucher, basket, {
    entry: 'typed',
    channel: 'counter',
    institutionPickupId,
    approvedBy: null,
  });
  return sumsOf(basket);
};
