// Quantities in smallest units: weights, volumes, pieces.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatQuantity, LARGEST_QUANTITY, parseQuantity, unitOf } from '../../db/domain/quantity.ts';

test('units and their scale', () => {
  expect(unitOf('公斤')).toEqual({ smallest: 'gram', scale: 1000 });
  expect(unitOf('ＫＧ')).toEqual({ smallest: 'gram', scale: 1000 });
  expect(unitOf('斤')).toEqual({ smallest: 'gram', scale: 500 });
  expect(unitOf('L')).toEqual({ smallest: 'millilitre', scale: 1000 });
  expect(unitOf('毫升')).toEqual({ smallest: 'millilitre', scale: 1 });
  for (const word of ['袋', '件', '床', ''])
    expect(unitOf(word), word).toEqual({ smallest: 'piece', scale: 1 });
});

test('reads into smallest units', () => {
  const read: readonly (readonly [string, string, number])[] = [
    ['24,915', '公斤', 24_915_000],
    ['30', '斤', 15_000],
    ['0.5', '斤', 250],
    ['4.125', '公斤', 4125],
    ['１２', '袋', 12],
    ['3.0', '件', 3],
    ['0', '件', 0],
    ['1.5', '升', 1500],
  ];
  for (const [text, unit, quantity] of read)
    expect(parseQuantity(text, unit), text).toEqual({ ok: true, quantity });
});

test('refuses, each with its reason', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ['', '件', 'quantity-missing'],
    ['-3', '件', 'quantity-characters'],
    ['1e3', '件', 'quantity-characters'],
    ['三', '件', 'quantity-characters'],
    ['1,23', '件', 'quantity-characters'],
    ['1.0000001', '公斤', 'quantity-characters'],
    ['1.5', '袋', 'quantity-not-whole'],
    ['0.0005', '公斤', 'quantity-not-whole'],
    ['0.001', '斤', 'quantity-not-whole'],
    ['1000000001', '件', 'quantity-too-large'],
    ['1000001', '公斤', 'quantity-too-large'],
    ['99999999999999999999', '件', 'quantity-too-large'],
  ];
  for (const [text, unit, reason] of refused)
    expect(parseQuantity(text, unit), text).toEqual({ ok: false, reason });
});

test('what is shown reads back', () => {
  expect(formatQuantity(24_915_000, 1000)).toBe('24915');
  expect(formatQuantity(250, 500)).toBe('0.5');
  expect(formatQuantity(1, 1000)).toBe('0.001');
  expect(formatQuantity(-1500, 1000)).toBe('-1.5');
  expect(formatQuantity(0, 1)).toBe('0');
  expect(() => formatQuantity(1, 3)).toThrow(RangeError);
  const units = fc.constantFrom('吨', '公斤', '斤', '两', '克', '升', '毫升', '件');
  fc.assert(
    fc.property(fc.nat(LARGEST_QUANTITY), units, (quantity, unit) => {
      expect(parseQuantity(formatQuantity(quantity, unitOf(unit).scale), unit)).toEqual({
        ok: true,
        quantity,
      });
    }),
  );
});
