// Exact rounding of a ratio of integers: half away from zero, once, at the end (ruling 27). No floating point.

/**
 * `numerator / denominator` rounded half away from zero.
 * Refuses (throws) a zero denominator and a result that is no safe integer: a figure that big is a bug, not money.
 */
export function roundRatio(numerator: bigint, denominator: bigint): number {
  if (denominator === 0n) throw new RangeError('division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const magnitude = Number((2n * top + bottom) / (2n * bottom));
  if (!Number.isSafeInteger(magnitude)) throw new RangeError('figure too large');
  return negative && magnitude !== 0 ? -magnitude : magnitude;
}

/** Throws unless `value` is a safe integer; `what` names the figure, never its value. */
export function requireInteger(value: number, what: string): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} is not a whole number`);
}
