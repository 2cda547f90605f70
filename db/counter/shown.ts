// What the till shows of a household and its vouchers: masked names, tails of numbers, and what a package is made of.
import { categoryNameOn } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { reviewOverdue } from '../domain/eligibility.ts';
import { maskName } from '../domain/mask.ts';
import { limitsOf } from '../limits/check.ts';
import { stockedItems } from '../stock/lots.ts';
import { dailyPart } from '../stock/short-dated.ts';
import { offeredQuantity } from '../stock/take.ts';
import { lastCollectedDay, type Holder } from './holder.ts';
import { packageLines } from './package.ts';
import { goesWith } from './put-down.ts';
import { takerOf, type TillVoucher } from './till-voucher.ts';

type Scanned = Output<'counter.scan'>;
type Shown = Scanned['vouchers'][number];

export const shownHolder = async ({ tx, day }: Context, holder: Holder): Promise<Scanned['household']> => ({
  householdId: holder.household_id,
  headName: maskName(holder.head_name),
  category: await categoryNameOn(tx, holder.household_category, day),
  members: holder.members,
  idTail: holder.id_tail,
  community: holder.community,
  lastCollectedDay: await lastCollectedDay(tx, holder.household_id),
  reviewOverdue: reviewOverdue(holder.next_review_day, day),
  limits: await limitsOf(
    { tx, day },
    { householdId: holder.household_id, category: holder.household_category },
  ),
});

export const shownVouchers = async (
  context: Context,
  holder: Holder,
  vouchers: readonly TillVoucher[],
): Promise<Shown[]> => {
  const shown: Shown[] = [];
  for (const voucher of vouchers)
    shown.push({
      voucherId: voucher.id,
      serial: voucher.serial,
      batch: voucher.batch,
      place: voucher.place,
      kind: voucher.kind,
      inParts: voucher.in_parts === 1,
      handedOver: voucher.state !== 'issued',
      balanceFen: voucher.balance_fen,
      faceFen: voucher.face_fen,
      balancePoints: voucher.balance_points,
      facePoints: voucher.face_points,
      validTo: voucher.valid_to,
      goesWith: goesWith(voucher),
      package: await contents(context, holder, voucher),
    });
  return shown;
};

const contents = async (
  { tx, day }: Context,
  holder: Holder,
  voucher: TillVoucher,
): Promise<Shown['package']> => {
  const lines = await packageLines(tx, [voucher]);
  const items = await stockedItems(
    tx,
    lines.map(({ itemId }) => itemId),
  );
  const household = { householdId: holder.household_id, members: holder.members };
  const receiver = { taker: takerOf(voucher), part: await dailyPart(tx, household, day, items.values()) };
  return lines.flatMap(({ itemId, quantity }) => {
    const item = items.get(itemId);
    return item
      ? [
          {
            itemId,
            name: item.name,
            sort: item.sort,
            unit: item.unit,
            unitScale: item.unitScale,
            quantity,
            available: offeredQuantity(item, receiver, day),
            priceFen: item.listPriceFen,
          },
        ]
      : [];
  });
};
