// Redemption (核销): one household, its vouchers, one basket, one transaction. Everything the screen showed is checked again here, for
// the household itself, for a proxy (代领) and for every resident of an institution alike.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { addressFor, recordDelivery } from '../delivery/book.ts';
import { recordOverrides, type Over } from '../limits/check.ts';
import { nextNumber } from '../numbers.ts';
import { shiftForAct } from '../shift/open.ts';
import { fill, type Basket, type WantedLine } from './basket.ts';
import { proxyMeant } from './held-choices.ts';
import { endHeld } from './hold.ts';
import type { Holder } from './holder.ts';
import { approvalOf, useOpening } from './openings.ts';
import { isAnswered, limitsAtTill } from './limit.ts';
import { needsYes, proxyAtTill, recordPickup, type ApprovedProxy, type Proxy } from './proxy.ts';
import { putDown, refuseUnusableOnes } from './put-down.ts';
import { record, takeVouchers, type RedemptionFacts } from './record.ts';
import { answerOf, sumsOf } from './redeemed.ts';
import { secondPerson, type SecondPerson } from './second-person.ts';
import { refuseUnusable, takerOf, type TillVoucher } from './till-voucher.ts';

type Redeemed = Output<'counter.redeem'>;
type Input = ParsedInput<'counter.redeem'>;

/** What is about to happen: looked at from every side, nothing written. */
interface Asked {
  readonly holder: Holder;
  /** Who said yes to a basket opened without a voucher in hand; null where nobody had to. */
  readonly openedBy: number | null;
  readonly basket: Basket;
  /** Where the goods are brought; null: taken along. */
  readonly address: string | null;
  readonly proxy: Proxy | null;
  /** What needs a second person's yes: a proxy beyond the month, more than limits allow. */
  readonly beyondMonth: boolean;
  readonly overs: readonly Over[];
}

/** Refusals: everything that may speak against vouchers, holder, goods, proxy, address, limits and the second person; none of it is written. */
export const redeem = async (context: Context, input: Input): Promise<Redeemed> => {
  const asked = await ask(context, input);
  const second = await yesOfSecond(context, input, asked);
  const proxy = asked.proxy && { ...asked.proxy, approvedBy: asked.beyondMonth ? second : null };
  const booked = await book(context, asked.holder, asked.basket, {
    entry: input.entry,
    channel: input.delivery ? 'delivery' : 'counter',
    institutionPickupId: null,
    approvedBy: asked.openedBy,
  });
  await writeBeside(context, input, asked, { booked, proxy });
  const overLimits = await overridden(context, booked.redemptionId, asked.overs, {
    reason: input.overrides?.reason,
    second,
  });
  noteOf(context, input, asked, { booked, proxy, second });
  return answerOf(booked, asked.basket, { proxy, overLimits });
};

const ask = async (context: Context, input: Input): Promise<Asked> => {
  const down = await putDown(context, input);
  const { holder } = down;
  await refuseUnusableOnes(context, down);
  const openedBy = approvalOf(context, holder.household_id, input, down.vouchers.length > 0);
  const named = await proxyMeant(context.tx, input);
  const proxy = named && (await proxyAtTill(context, holder, named));
  const address = input.delivery && (await addressFor(context, holder.household_id, input.delivery));
  const limits = limitsAtTill(context, holder, { proxy, pickupId: null, answered: isAnswered(input) });
  const basket = await fill(context, down, input.lines, input.topUpFen, limits.judge);
  const beyondMonth = proxy !== null && (await needsYes(context, holder, proxy, input.approval !== null));
  return { holder, openedBy, basket, address, proxy, beyondMonth, overs: limits.overs() };
};

/** The last question before anything is written: a wrong password of who approves is counted although the act is refused. */
const yesOfSecond = async (
  context: Context,
  { approval }: Input,
  { holder, beyondMonth, overs }: Asked,
): Promise<SecondPerson | null> =>
  approval && (beyondMonth || overs.length > 0)
    ? secondPerson(context, [holder], approval, overs.length > 0 ? ['limits.override'] : [])
    : null;

interface Done {
  readonly booked: Booked;
  readonly proxy: ApprovedProxy | null;
}

/** What belongs to the act beside its ledgers: where the goods go, who came for them, the held basket it was. */
const writeBeside = async (
  context: Context,
  input: Input,
  { holder, address }: Asked,
  { booked: { redemptionId }, proxy }: Done,
): Promise<void> => {
  if (input.delivery && address !== null)
    await recordDelivery(context, redemptionId, { carrier: input.delivery.carrier, address });
  if (input.heldId !== null) await endHeld(context, input.heldId, 'recalled', holder.household_id);
  useOpening(context, holder.household_id);
  if (proxy) await recordPickup(context, holder, redemptionId, proxy);
};

/** 超限: each rule that was not kept, with who answers for it. */
const overridden = async (
  { tx }: Context,
  redemptionId: number,
  overs: readonly Over[],
  { reason, second }: { readonly reason: string | undefined; readonly second: SecondPerson | null },
): Promise<Redeemed['overLimits']> => {
  if (overs.length === 0 || reason === undefined || !second) return null;
  await recordOverrides(tx, redemptionId, overs, { reason, approvedBy: second.staffId });
  return { rules: overs.map(({ rule }) => rule.name), approvedBy: second.name };
};

const noteOf = (
  context: Context,
  { delivery }: Input,
  { holder, basket, overs }: Asked,
  { booked, proxy, second }: Done & { readonly second: SecondPerson | null },
): void => {
  const [first] = basket.parts;
  const { usedFen, lapsedFen } = sumsOf(basket);
  context.note(first ? `voucher:${first.voucher.id}` : `household:${holder.household_id}`, {
    redemption: booked.redemptionId,
    vouchers: basket.parts.length,
    usedFen,
    lapsedFen,
    lines: basket.lines.length,
    ...(basket.topUpFen > 0 && { topUpFen: basket.topUpFen }),
    ...(delivery && { delivery: true }),
    ...(proxy && {
      proxy: proxy.proxyId ?? 0,
      related: proxy.related,
      approvedBy: proxy.approvedBy?.staffId ?? null,
    }),
    ...(overs.length > 0 && { overLimits: overs.length, overridden: second?.staffId ?? null }),
  });
};

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

/** A second person who answers for more than limits allow, and why: for all residents of an institution's act. */
export interface Answered {
  readonly reason: string;
  readonly second: SecondPerson;
}
interface Resident {
  readonly voucher: TillVoucher;
  readonly lines: readonly WantedLine[];
  readonly pickupId: number;
  readonly answered: Answered | null;
}

/** One resident's voucher within an institution's act: every check and posting of a redemption of its own. */
export const redeemForInstitution = async (
  context: Context,
  { voucher, lines, pickupId, answered }: Resident,
): Promise<{ readonly usedFen: number; readonly lapsedFen: number; readonly over: readonly string[] }> => {
  await refuseUnusable(context, voucher);
  const down = { holder: voucher, vouchers: [voucher], taker: takerOf(voucher) };
  const limits = limitsAtTill(context, voucher, { proxy: null, pickupId, answered: answered !== null });
  const basket = await fill(context, down, lines, 0, limits.judge);
  const { redemptionId } = await book(context, voucher, basket, {
    entry: 'typed',
    channel: 'counter',
    institutionPickupId: pickupId,
    approvedBy: null,
  });
  const overs = limits.overs();
  const { reason, second = null } = answered ?? {};
  await overridden(context, redemptionId, overs, { reason, second });
  const { usedFen, lapsedFen } = sumsOf(basket);
  return { usedFen, lapsedFen, over: overs.map(({ rule }) => rule.name) };
};
