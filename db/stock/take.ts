// What leaves for a basket: which lots, at what cost, or why not. Plans only; db/stock/post.ts moves the goods.
import type { Reason } from '../contract/act.ts';
import { allocate } from '../domain/first-expired-first-out.ts';
import { costLeaving } from '../domain/lot-cost.ts';
import { capShortDated, nearExpiryAllowance } from '../domain/near-expiry.ts';
import { SHOP_FLOOR } from '../domain/places.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { isExpired } from '../domain/shelf-life.ts';
import { leaving, mayLeaveTo, openTo, type Lot, type StockedItem, type Taker } from './lots.ts';
import type { LotMove } from './post.ts';
import type { DailyPart } from './short-dated.ts';

/** Who takes, and how much of short-dated goods is still this household's part today. */
export interface Receiver {
  readonly taker: Taker;
  readonly part: DailyPart;
}
/** One line of a basket for an item; `lotId` when the label of one lot or piece was scanned. */
export interface Wanted {
  readonly quantity: number;
  readonly lotId: number | null;
}

const offered = (item: StockedItem, { taker, part }: Receiver, day: string) =>
  capShortDated(
    openTo(item, taker, day).map(leaving),
    nearExpiryAllowance({
      members: part.members,
      takenToday: part.taken.get(item.id) ?? 0,
      unitScale: item.unitScale,
    }),
    day,
  );

/** Smallest units this household may take today; of one lot only when `lotId` is given. */
export const offeredQuantity = (
  item: StockedItem,
  receiver: Receiver,
  day: string,
  lotId: number | null = null,
): number =>
  offered(item, receiver, day)
    .lots.filter(({ id }) => lotId === null || id === lotId)
    .reduce((sum, lot) => sum + lot.available, 0);

/**
 * Why nothing, or not that much, of the item can leave to this household today: `stock-short` with what there is, or what keeps
 * the rest back: `stock-short-dated`, `stock-held`, `stock-expired`, `stock-elsewhere` (and where), `stock-designated`.
 */
export const shortage = (
  whole: StockedItem,
  wanted: number,
  receiver: Receiver,
  day: string,
  lotId: number | null = null,
): Reason => {
  const item = lotId === null ? whole : { ...whole, lots: whole.lots.filter(({ id }) => id === lotId) };
  const named = { item: item.name, unit: item.unit, unitScale: item.unitScale };
  const available = offeredQuantity(item, receiver, day);
  const { keptBack } = offered(item, receiver, day);
  if (keptBack > 0) return { code: 'stock-short-dated', params: { ...named, available } };
  if (available > 0) return { code: 'stock-short', params: { ...named, available, wanted } };
  const meant = item.lots.filter((lot) => mayLeaveTo(lot, receiver.taker));
  const here = meant.filter(({ placeId }) => placeId === SHOP_FLOOR);
  const held = here.find((lot) => lot.heldReason !== null && !isExpired(lot.expiryDay, day));
  if (held) return { code: 'stock-held', params: { ...named, reason: held.heldReason } };
  const expired = here.find((lot) => isExpired(lot.expiryDay, day));
  if (expired) return { code: 'stock-expired', params: { ...named, expiryDay: expired.expiryDay } };
  const elsewhere = meant.filter((lot) => lot.placeId !== SHOP_FLOOR && !isExpired(lot.expiryDay, day));
  if (elsewhere.length > 0)
    return { code: 'stock-elsewhere', params: { ...named, places: placesOf(elsewhere, item) } };
  return whyNotMeant(item, day, { ...named, available, wanted });
};

const placesOf = (lots: readonly Lot[], { unit, unitScale }: StockedItem): string => {
  const sums = new Map<string, number>();
  for (const { place, onHand } of lots) sums.set(place, (sums.get(place) ?? 0) + onHand);
  return [...sums].map(([place, sum]) => `${place} ${formatQuantity(sum, unitScale)} ${unit}`).join('、');
};

const whyNotMeant = (
  item: StockedItem,
  day: string,
  params: { item: string; unit: string; unitScale: number; available: number; wanted: number },
): Reason => {
  const { available: _, wanted: __, ...named } = params;
  if (item.lots.some((lot) => !isExpired(lot.expiryDay, day) && lot.onHand > lot.reserved))
    return { code: 'stock-designated', params: named };
  const [first] = item.lots;
  if (first && isExpired(first.expiryDay, day))
    return { code: 'stock-expired', params: { ...named, expiryDay: first.expiryDay } };
  return { code: 'stock-short', params };
};

/** First expired, first out, at lot cost, all lines of the item together; or why a line cannot leave. */
export const takeFrom = (
  item: StockedItem,
  wanted: readonly Wanted[],
  receiver: Receiver,
  day: string,
): readonly LotMove[] | Reason => {
  let lots = offered(item, receiver, day).lots;
  const parts = new Map<number, number>();
  // A scanned piece is that piece: it leaves before the others are chosen.
  for (const { quantity, lotId } of [...wanted].sort(
    (a, b) => Number(a.lotId === null) - Number(b.lotId === null),
  )) {
    const from = lots.filter(({ id }) => lotId === null || id === lotId);
    const answer = allocate(from, quantity, day);
    if (!answer.ok)
      return shortage(
        item,
        wanted.reduce((sum, line) => sum + line.quantity, 0),
        receiver,
        day,
        lotId,
      );
    for (const { id, quantity: part } of answer.taken) {
      parts.set(id, (parts.get(id) ?? 0) + part);
      lots = lots.map((lot) => (lot.id === id ? { ...lot, available: lot.available - part } : lot));
    }
  }
  return [...parts].map(([id, part]) => out(item, id, part));
};

const out = (item: StockedItem, lotId: number, part: number): LotMove => {
  const lot = item.lots.find(({ id, placeId }) => id === lotId && placeId === SHOP_FLOOR);
  if (!lot) throw new Error('allocated from a lot that was not offered');
  const cost = costLeaving(lot.onHandFen, lot.onHand, part);
  return {
    lotId,
    placeId: SHOP_FLOOR,
    itemId: item.id,
    quantity: -part,
    // Minus zero would be stored as a figure of its own.
    valueFen: cost === null ? null : 0 - cost,
    reverses: null,
  };
};
