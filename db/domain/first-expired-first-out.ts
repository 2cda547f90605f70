// Which lots goods leave from: first expiry first, equal dates by earlier receipt, undated lots last (ruling 20,
// scenario 11). Expired lots never leave this way, not even for a manager. Plans only: stock is posted elsewhere.
import type { Day } from './business-day.ts';
import { requireInteger } from './rounding.ts';
import { isExpired } from './shelf-life.ts';

export interface AvailableLot {
  readonly id: number;
  readonly expiry: Day | null;
  readonly receivedDay: Day;
  /** Order of entry within a day. */
  readonly sequence: number;
  /** Smallest units in stock and not spoken for. */
  readonly available: number;
}
export interface Taken {
  readonly id: number;
  readonly quantity: number;
}
export type Allocation =
  | { readonly ok: true; readonly taken: readonly Taken[] }
  | {
      readonly ok: false;
      /** Smallest units missing. */
      readonly short: number;
      /** Smallest units lying there but expired, so that the refusal can say why the shelf looks full. */
      readonly expired: number;
    };

// Later than any date: lots without one come last.
const NEVER = '9999-99-99';

/** The order in which lots leave. */
export function byExpiry(
  a: Pick<AvailableLot, 'expiry' | 'receivedDay' | 'sequence'>,
  b: Pick<AvailableLot, 'expiry' | 'receivedDay' | 'sequence'>,
): number {
  const ax = a.expiry ?? NEVER;
  const bx = b.expiry ?? NEVER;
  if (ax !== bx) return ax < bx ? -1 : 1;
  if (a.receivedDay !== b.receivedDay) return a.receivedDay < b.receivedDay ? -1 : 1;
  return a.sequence - b.sequence;
}

/**
 * Takes `quantity` smallest units on `day`, all or nothing. Refuses (throws) a quantity that is no positive whole number.
 * The lots may come in any order and are not changed.
 */
export function allocate(lots: readonly AvailableLot[], quantity: number, day: Day): Allocation {
  requireInteger(quantity, 'quantity');
  if (quantity < 1) throw new RangeError('quantity below 1');
  const inStock = lots.filter((lot) => lot.available > 0);
  const taken: Taken[] = [];
  let missing = quantity;
  for (const lot of inStock.filter((l) => !isExpired(l.expiry, day)).sort(byExpiry)) {
    if (missing === 0) break;
    const part = Math.min(missing, lot.available);
    taken.push({ id: lot.id, quantity: part });
    missing -= part;
  }
  if (missing === 0) return { ok: true, taken };
  const expired = inStock.filter((l) => isExpired(l.expiry, day)).reduce((sum, l) => sum + l.available, 0);
  return { ok: false, short: missing, expired };
}
