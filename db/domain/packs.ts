// Packing units of an item: a bag (袋) of 50 pieces (件), a case (箱) of 12 boxes (盒), 斤 beside 公斤. Everything is kept in
// the item's smallest unit; unlike units (公斤 into 件) are refused, never added (domain.md §7.3).
import { foldWidth } from './fold-width.ts';
import {
  formatQuantity,
  parseScaled,
  unitOf,
  type ParsedQuantity,
  type QuantityRefusal,
} from './quantity.ts';
import { requireInteger } from './rounding.ts';

/** One packing unit of an item. */
export interface Pack {
  /** Its name: 袋, 箱. */
  readonly unit: string;
  /** Smallest units of the item in one of it. */
  readonly quantity: number;
}

export type PackRefusal = 'pack-unit-taken' | 'pack-unit-measure';
export interface PackFault {
  /** Place in the list given, from 0. */
  readonly at: number;
  readonly reason: PackRefusal;
}

export type PackedQuantity =
  ParsedQuantity | { readonly ok: false; readonly reason: QuantityRefusal | 'unit-unknown' | 'unit-unlike' };

const fold = (name: string): string => foldWidth(name).trim().toLowerCase();
const sameUnit = (a: string, b: string): boolean => fold(a) === fold(b);

/**
 * Everything wrong with the packing units of an item whose own unit is `unit`; empty when they may be stored. A name stands
 * once and is not the item's own unit; a weight or volume (斤, 升) only means what it means everywhere.
 * Refuses (throws) a pack without a name or of fewer than 2 smallest units.
 */
export function packFaults(unit: string, packs: readonly Pack[]): readonly PackFault[] {
  const taken = new Set([fold(unit)]);
  return packs.flatMap((pack, at) => {
    const reason = packFault(unit, pack, taken);
    taken.add(fold(pack.unit));
    return reason === null ? [] : [{ at, reason }];
  });
}

function packFault(unit: string, pack: Pack, taken: ReadonlySet<string>): PackRefusal | null {
  const name = fold(pack.unit);
  const { quantity } = pack;
  requireInteger(quantity, 'pack');
  if (name === '' || quantity < 2) throw new RangeError('pack without a name or below 2');
  if (taken.has(name)) return 'pack-unit-taken';
  const measure = unitOf(name);
  const means = measure.smallest === unitOf(unit).smallest && measure.scale === quantity;
  return measure.smallest === 'piece' || means ? null : 'pack-unit-measure';
}

/**
 * Reads `text` typed in the unit `typed` into smallest units of an item counted in `unit` with these packs: 2.5 袋 of 50 are
 * 125 件. Refuses a measure of another kind ('unit-unlike') and a counting word the item does not have ('unit-unknown'):
 * nobody knows how many pieces such a bag holds.
 */
export function readInPacks(
  text: string,
  typed: string,
  unit: string,
  packs: readonly Pack[],
): PackedQuantity {
  const scale = scaleOf(typed, unit, packs);
  return typeof scale === 'number' ? parseScaled(text, scale) : { ok: false, reason: scale };
}

/** Smallest units in one of the unit typed, or why there is no such figure. */
function scaleOf(
  typed: string,
  unit: string,
  packs: readonly Pack[],
): number | 'unit-unknown' | 'unit-unlike' {
  const own = unitOf(unit);
  if (sameUnit(typed, unit)) return own.scale;
  const pack = packs.find((p) => sameUnit(p.unit, typed));
  if (pack !== undefined) return pack.quantity;
  const meant = unitOf(typed);
  if (meant.smallest === 'piece') return 'unit-unknown';
  return meant.smallest === own.smallest ? meant.scale : 'unit-unlike';
}

/**
 * Smallest units in words, the largest pack first: 162 件 with 袋 of 50 → '3 袋 12 件'; what no pack holds in the item's own
 * unit. Packs no larger than that unit are left out. Refuses (throws) what is no whole number.
 */
export function inPacks(quantity: number, unit: string, packs: readonly Pack[]): string {
  requireInteger(quantity, 'quantity');
  const { scale } = unitOf(unit);
  const larger = packs.filter((p) => p.quantity > scale).sort((a, b) => b.quantity - a.quantity);
  const parts: string[] = [];
  let rest = Math.abs(quantity);
  for (const pack of larger) {
    const count = Math.floor(rest / pack.quantity);
    if (count > 0) parts.push(`${count} ${pack.unit}`);
    rest -= count * pack.quantity;
  }
  if (rest > 0 || parts.length === 0) parts.push(`${formatQuantity(rest, scale)} ${unit}`);
  return `${quantity < 0 ? '-' : ''}${parts.join(' ')}`;
}
