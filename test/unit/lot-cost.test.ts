// Lot cost leaves no residue and never invents an amount (ruling 23).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costLeaving } from '../../db/domain/lot-cost.ts';

test('rounds half away from zero and gives the rest to the last piece', () => {
  expect(costLeaving(1000, 3, 1)).toBe(333);
  expect(costLeaving(667, 2, 1)).toBe(334);
  expect(costLeaving(333, 1, 1)).toBe(333);
  expect(costLeaving(1000, 3, 3)).toBe(1000);
  expect(costLeaving(1000, 3, 0)).toBe(0);
});

test('the figures of scenario 16', () => {
  const opening = costLeaving(540_000, 120, 120) ?? 0;
  const second = costLeaving(940_000, 200, 143) ?? 0;
  expect(opening + second).toBe(1_212_100);
  expect(costLeaving(940_000 - second, 57, 5)).toBe(23_500);
});

test('unpriced stays unpriced', () => {
  expect(costLeaving(null, 10, 3)).toBeNull();
  expect(costLeaving(null, 10, 10)).toBeNull();
});

test('more than there is, or less than nothing, is refused', () => {
  expect(() => costLeaving(100, 3, 4)).toThrow(RangeError);
  expect(() => costLeaving(100, 3, -1)).toThrow(RangeError);
  expect(() => costLeaving(null, 3, 4)).toThrow(RangeError);
});

test('in any portions, everything leaves and nothing is left at 0 pieces', () => {
  fc.assert(
    fc.property(
      fc.nat(999_999_999_999),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(fc.nat(300_000)),
      (value, quantity, cuts) => {
        let left = quantity;
        let worth = value;
        for (const cut of [...cuts, quantity]) {
          const taken = Math.min(cut, left);
          if (taken === 0) continue;
          const cost = costLeaving(worth, left, taken) ?? Number.NaN;
          expect(cost).toBeGreaterThanOrEqual(0);
          left -= taken;
          worth -= cost;
          expect(worth).toBeGreaterThanOrEqual(0);
        }
        expect([left, worth]).toEqual([0, 0]);
      },
    ),
  );
});
