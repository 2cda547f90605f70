// Half away from zero, exact far beyond floating point.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requireInteger, roundRatio } from '../../db/domain/rounding.ts';

test('halves go away from zero on both sides', () => {
  expect([1n, 3n, 5n, -1n, -3n, -5n].map((n) => roundRatio(n, 2n))).toEqual([1, 2, 3, -1, -2, -3]);
  expect(roundRatio(149n, 100n)).toBe(1);
  expect(roundRatio(150n, 100n)).toBe(2);
  expect(roundRatio(-1n, -2n)).toBe(1);
  expect(Object.is(roundRatio(-1n, 5n), 0)).toBe(true);
});

test('never further than a half from the true ratio', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 9n), (n, d) => {
      const error = BigInt(roundRatio(n, d)) * d - n;
      expect(2n * (error < 0n ? -error : error) <= d).toBe(true);
    }),
  );
});

test('refuses division by zero, unsafe results and broken integers', () => {
  expect(() => roundRatio(1n, 0n)).toThrow(RangeError);
  expect(() => roundRatio(10n ** 20n, 1n)).toThrow(RangeError);
  for (const bad of [0.5, Number.NaN, 2 ** 53])
    expect(() => requireInteger(bad, 'amount')).toThrow(RangeError);
});
