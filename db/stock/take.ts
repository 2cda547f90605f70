// What leaves for a basket: which lots, at what cost, or why not. Plans only; db/stock/post.ts moves the goods.
import type { Reason } from '../contract/act.ts';
import { allocate } from '../domain/first-expired-first-out.ts';
import { costLeaving } from '../domain/lot-cost.ts';
import { isExpired } from '../domain/shelf-life.ts';
import { availableTo, leaving, mayLeaveTo, openTo, type StockedItem, type Taker } from './lots.ts';
import type { LotMove } from './post.ts';

/**
 * Why nothing, or not that much, of the item can leave to this household today. Only expired pieces left: `stock-expired`;
 * only pieces meant for others: `stock-designated`; otherwise `stock-short` with what there is.
 */
export const shortage = (item: StockedItem, wanted: number, taker: Taker, day: string): Reason => {
  const item_ = { item: item.name, unit: item.unit, unitScale: item.unitScale };
  const available = availableTo(item, taker, day);
  const expired = item.lots.find((lot) => isExpired(lot.expiryDay, day) && mayLeaveTo(lot, taker));
  if (available > 0) return { code: 'stock-short', params: { ...item_, available, wanted } };
  if (expired) return { code: 'stock-expired', params: { ...item_, expiryDay: expired.expiryDay } };
  if (item.lots.some((lot) => !isExpired(lot.expiryDay, day)))
    return { code: 'stock-designated', params: item_ };
  if (item.lots.length > 0)
    return { code: 'stock-expired', params: { ...item_, expiryDay: item.lots[0]?.expiryDay ?? null } };
  return { code: 'stock-short', params: { ...item_, available, wanted } };
};

/** First expired, first out, at lot cost; or the reason why the quantity cannot leave. */
export const takeFrom = (
  item: StockedItem,
  quantity: number,
  taker: Taker,
  day: string,
): readonly LotMove[] | Reason => {
  const lots = openTo(item, taker, day);
  const answer = allocate(lots.map(leaving), quantity, day);
  if (!answer.ok) return shortage(item, quantity, taker, day);
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  return answer.taken.map(({ id, quantity: part }) => {
    const lot = byId.get(id);
    if (!lot) throw new Error('allocated from a lot that was not offered');
    const cost = costLeaving(lot.onHandFen, lot.onHand, part);
    // Minus zero would be stored as a figure of its own.
    return {
      lotId: id,
      itemId: item.id,
      quantity: -part,
      valueFen: cost === null ? null : 0 - cost,
      reverses: null,
    };
  });
};
