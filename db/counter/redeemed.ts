// What a redemption answers to the till: what each voucher gave, lapsed and holds, the goods, who collected and who answered for more.
import type { Output } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import type { Basket, Part } from './basket.ts';
import type { ApprovedProxy } from './proxy.ts';
import type { Booked } from './redeem.ts';

type Redeemed = Output<'counter.redeem'>;

export const answerOf = (
  { redemptionId, number }: Booked,
  basket: Basket,
  { proxy, overLimits }: { readonly proxy: ApprovedProxy | null } & Pick<Redeemed, 'overLimits'>,
): Redeemed => ({
  redemptionId,
  number,
  ...sumsOf(basket),
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
});

export const sumsOf = ({ parts, topUpFen, freeFen }: Basket) => {
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
