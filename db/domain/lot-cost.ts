// The amount that leaves a lot with its goods (收发存 at lot cost, ruling 23). An unpriced lot has no amount at all:
// null in, null out, never 0.
import type { Fen } from './money.ts';
import { requireInteger, roundRatio } from './rounding.ts';

/**
 * Fen leaving with `taken` of the `quantity` smallest units that carry `value` fen, both as they stand before the act.
 * Rounded half away from zero; the last unit takes what is left, so at 0 pieces the lot stands at ¥0.00.
 * Refuses (throws) taking less than 0 or more than there is.
 */
export function costLeaving(value: Fen | null, quantity: number, taken: number): Fen | null {
  requireInteger(quantity, 'quantity');
  requireInteger(taken, 'quantity taken');
  if (taken < 0 || taken > quantity) throw new RangeError('more taken than there is');
  if (value === null) return null;
  requireInteger(value, 'value');
  return taken === quantity ? value : roundRatio(BigInt(value) * BigInt(taken), BigInt(quantity));
}
