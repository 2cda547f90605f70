// May a movement still be booked on an earlier day? The balance of one lot at one place must not turn negative at any
// later moment (ruling 22). Moments follow each other by business day, then by order of entry; a new row comes last in
// its day. Looks and answers; posts nothing.
import type { Day } from './business-day.ts';
import { requireInteger } from './rounding.ts';

/** One posting of the lot at the place. */
export interface LotPosting {
  readonly id: number;
  readonly day: Day;
  /** Smallest units: in positive, out negative. */
  readonly quantity: number;
}

export interface LaterBalance {
  /** Lowest balance from the movement on, the movement included. */
  readonly lowest: number;
  /** First day on which the balance would be below 0; null when the movement may be booked. */
  readonly negativeOn: Day | null;
}

/**
 * The balance after a movement of `quantity` on `day` and at every later moment. The postings come ordered by day, then id.
 * Refuses (throws) postings in another order and what is no whole number.
 */
export function laterBalance(postings: readonly LotPosting[], day: Day, quantity: number): LaterBalance {
  requireInteger(quantity, 'quantity');
  requireOrder(postings);
  const later = postings.filter((posting) => posting.day > day);
  let balance = 0;
  for (const posting of postings) if (posting.day <= day) balance += posting.quantity;
  balance += quantity;
  let lowest = balance;
  let negativeOn = balance < 0 ? day : null;
  for (const posting of later) {
    balance += posting.quantity;
    lowest = Math.min(lowest, balance);
    if (balance < 0) negativeOn ??= posting.day;
  }
  return { lowest, negativeOn };
}

/** Most that may leave the lot at the place on `day` without a later moment below 0; never below 0 itself. */
export function mostLeaving(postings: readonly LotPosting[], day: Day): number {
  return Math.max(0, laterBalance(postings, day, 0).lowest);
}

function requireOrder(postings: readonly LotPosting[]): void {
  let before: LotPosting | undefined;
  for (const posting of postings) {
    requireInteger(posting.quantity, 'quantity');
    const isLater =
      before === undefined ||
      posting.day > before.day ||
      (posting.day === before.day && posting.id > before.id);
    if (!isLater) throw new RangeError('postings are not in order');
    before = posting;
  }
}
