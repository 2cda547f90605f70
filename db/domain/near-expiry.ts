// Short-dated goods (临期) that a manager took all the same: one piece of an item per covered member and day (ruling 13,
// scenario 12). Caps what is available before lots are allocated; expired lots stay where they are, the allocation refuses
// them anyway.
import type { Day } from './business-day.ts';
import { byExpiry, type AvailableLot } from './first-expired-first-out.ts';
import { requireInteger } from './rounding.ts';
import { isExpired } from './shelf-life.ts';

export interface NearExpiryUse {
  /** Covered members (保障人口) of the household today. */
  readonly members: number;
  /** Smallest units of the item's short-dated lots the household took today, reversals taken off. */
  readonly takenToday: number;
  /** Smallest units in one unit of the item: the piece of "one piece a member". */
  readonly unitScale: number;
}

/** Smallest units still allowed from the item's short-dated lots today, all of them together; never below 0. */
export function nearExpiryAllowance({ members, takenToday, unitScale }: NearExpiryUse): number {
  requireInteger(members, 'members');
  requireInteger(takenToday, 'taken');
  requireInteger(unitScale, 'scale');
  if (members < 0 || unitScale < 1) throw new RangeError('members below 0 or scale below 1');
  // A reversal today of something taken yesterday makes the figure negative; it must not buy more than one a member.
  return Math.max(0, members * unitScale - Math.max(0, takenToday));
}

export interface NearExpiryLot extends AvailableLot {
  readonly shortDated: boolean;
}

export interface Capped<L extends NearExpiryLot> {
  /** The same lots in the same order, short-dated ones with no more than the allowance between them. */
  readonly lots: readonly L[];
  /** Smallest units kept back, so that a refusal can say why the shelf looks full. */
  readonly keptBack: number;
}

/** Shares the allowance out over the short-dated lots in the order in which they leave on `day`. The lots are not changed. */
export function capShortDated<L extends NearExpiryLot>(
  lots: readonly L[],
  allowance: number,
  day: Day,
): Capped<L> {
  requireInteger(allowance, 'allowance');
  if (allowance < 0) throw new RangeError('allowance below 0');
  // By entry, not by id: one lot may be offered from two places.
  const open = new Map<L, number>();
  let rest = allowance;
  let keptBack = 0;
  for (const lot of lots.filter((l) => l.shortDated && !isExpired(l.expiry, day)).sort(byExpiry)) {
    const part = Math.min(rest, Math.max(0, lot.available));
    open.set(lot, part);
    rest -= part;
    keptBack += Math.max(0, lot.available) - part;
  }
  return { lots: lots.map((lot) => ({ ...lot, available: open.get(lot) ?? lot.available })), keptBack };
}
