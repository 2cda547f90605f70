// Quantities: integers of the item's smallest unit (grams, millilitres, pieces; domain.md §7.3). 斤 and 公斤 meet
// only here and never in one total of different units.
import { foldWidth } from './fold-width.ts';
import { requireInteger } from './rounding.ts';

export type SmallestUnit = 'gram' | 'millilitre' | 'piece';
export type QuantityRefusal =
  'quantity-missing' | 'quantity-characters' | 'quantity-not-whole' | 'quantity-too-large';
export type ParsedQuantity =
  { readonly ok: true; readonly quantity: number } | { readonly ok: false; readonly reason: QuantityRefusal };
export interface Unit {
  readonly smallest: SmallestUnit;
  /** Smallest units in one of this unit. */
  readonly scale: number;
}

/** One thousand million grams or pieces: more is a slip of the finger. */
export const LARGEST_QUANTITY = 1_000_000_000;

const WEIGHT: readonly (readonly [number, readonly string[]])[] = [
  [1_000_000, ['吨', 't']],
  [1000, ['公斤', '千克', 'kg']],
  [500, ['斤', '市斤']],
  [50, ['两']],
  [1, ['克', 'g']],
];
const VOLUME: readonly (readonly [number, readonly string[]])[] = [
  [1000, ['升', 'l']],
  [1, ['毫升', 'ml']],
];

const UNITS = new Map<string, Unit>();
for (const [scale, names] of WEIGHT) for (const name of names) UNITS.set(name, { smallest: 'gram', scale });
for (const [scale, names] of VOLUME)
  for (const name of names) UNITS.set(name, { smallest: 'millilitre', scale });
const PIECE: Unit = { smallest: 'piece', scale: 1 };

/** The smallest unit and scale of a unit's name; every word that is no weight or volume counts pieces (袋, 桶, 件…). */
export function unitOf(name: string): Unit {
  return UNITS.get(foldWidth(name).trim().toLowerCase()) ?? PIECE;
}

const DECIMAL = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,6}))?$/;

/**
 * Reads a quantity typed in `unit` into smallest units, 0 included (a count may find none). Refuses signs, exponents,
 * what is no whole number of smallest units (half a bag, a third of a gram) and more than LARGEST_QUANTITY.
 */
export function parseQuantity(text: string, unit: string): ParsedQuantity {
  return parseScaled(text, unitOf(unit).scale);
}

/** The same in a unit of `scale` smallest units, which may be a packing unit (packs.ts). */
export function parseScaled(text: string, scale: number): ParsedQuantity {
  const folded = foldWidth(text).trim();
  if (folded === '') return { ok: false, reason: 'quantity-missing' };
  const m = DECIMAL.exec(folded);
  if (m === null) return { ok: false, reason: 'quantity-characters' };
  const whole = (m[1] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (whole.length > 10) return { ok: false, reason: 'quantity-too-large' };
  const millionths = BigInt(whole + (m[2] ?? '').padEnd(6, '0')) * BigInt(scale);
  if (millionths % 1_000_000n !== 0n) return { ok: false, reason: 'quantity-not-whole' };
  const quantity = millionths / 1_000_000n;
  if (quantity > BigInt(LARGEST_QUANTITY)) return { ok: false, reason: 'quantity-too-large' };
  return { ok: true, quantity: Number(quantity) };
}

/**
 * Smallest units as text in a unit of `scale`, without trailing zeros: (24915000, 1000) → '24915', (250, 500) → '0.5'.
 * Exact, because every scale of ours is made of twos and fives. Refuses (throws) a scale that is not.
 */
export function formatQuantity(quantity: number, scale: number): string {
  requireInteger(quantity, 'quantity');
  if (!Number.isSafeInteger(scale) || scale < 1 || 1_000_000 % scale !== 0)
    throw new RangeError('not a scale of ours');
  const millionths = (BigInt(Math.abs(quantity)) * 1_000_000n) / BigInt(scale);
  const digits = String(millionths).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  const whole = digits.slice(0, -6);
  return `${quantity < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
