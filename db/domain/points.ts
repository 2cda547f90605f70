// Hours into points (domain.md §3: 1 hour = 1 point). Points are whole; what is less than one waits, in sixtieths of a point, for the
// next hours, so that three times 20 minutes are the hour they are. Hours once in points are nowhere else.
import { multiplyPrice } from './money.ts';

/** Hours are written down in quarters. */
export const HOURS_STEP = 15;
export const MINUTES_OF_DAY = 24 * 60;
const WHOLE = 60;

export interface Earned {
  /** Whole points; negative when hours are taken back. */
  readonly points: number;
  /** Sixtieths of a point that wait: 0 to 59. */
  readonly rest: number;
}

/** Minutes (negative: taken back) at so many points an hour, on top of what waits. */
export const earned = (minutes: number, rate: number, rest: number): Earned => {
  const sixtieths = rest + minutes * rate;
  const points = Math.floor(sixtieths / WHOLE);
  return { points, rest: sixtieths - points * WHOLE };
};

/** Minutes of service that make the next whole point. */
export const toNext = (rest: number, rate: number): number => Math.ceil((WHOLE - rest) / rate);

/**
 * What `quantity` smallest units cost in whole points, `scale` of them at `price`. At least one: else a handful that rounds to nothing
 * could be had for nothing, as often as somebody comes.
 */
export const pointsFor = (price: number, quantity: number, scale: number): number =>
  Math.max(1, multiplyPrice(price, quantity, scale));
