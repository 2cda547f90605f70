// Packing units: read, shown, and never mixed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPacks, packFaults, readInPacks, type Pack } from '../../db/domain/packs.ts';

const BAG: Pack = { unit: '袋', quantity: 50 };
const CASE: Pack = { unit: '箱', quantity: 600 };
const SACK: Pack = { unit: '袋', quantity: 25_000 };

test('reads pieces, bags and cases into pieces', () => {
  expect(readInPacks('12', '件', '件', [BAG])).toEqual({ ok: true, quantity: 12 });
  expect(readInPacks('3', '袋', '件', [BAG, CASE])).toEqual({ ok: true, quantity: 150 });
  expect(readInPacks('２', ' 箱', '件', [BAG, CASE])).toEqual({ ok: true, quantity: 1200 });
  expect(readInPacks('2.5', '袋', '件', [BAG])).toEqual({ ok: true, quantity: 125 });
  expect(readInPacks('0', '箱', '盒', [{ unit: '箱', quantity: 12 }])).toEqual({ ok: true, quantity: 0 });
});

test('reads 斤, 公斤 and sacks into grams', () => {
  expect(readInPacks('3', '斤', '公斤', [])).toEqual({ ok: true, quantity: 1500 });
  expect(readInPacks('0.5', '千克', '斤', [])).toEqual({ ok: true, quantity: 500 });
  expect(readInPacks('2', '袋', '公斤', [SACK])).toEqual({ ok: true, quantity: 50_000 });
  expect(readInPacks('1.5', 'Ｌ', '毫升', [])).toEqual({ ok: true, quantity: 1500 });
});

test('unlike units are refused, also where a pack would make them meet', () => {
  const unlike = { ok: false, reason: 'unit-unlike' };
  expect(readInPacks('3', '公斤', '件', [BAG])).toEqual(unlike);
  expect(readInPacks('3', '斤', '升', [])).toEqual(unlike);
  expect(readInPacks('3', '升', '公斤', [])).toEqual(unlike);
  const unknown = { ok: false, reason: 'unit-unknown' };
  expect(readInPacks('3', '箱', '件', [BAG])).toEqual(unknown);
  expect(readInPacks('3', '件', '公斤', [SACK])).toEqual(unknown);
  expect(readInPacks('3', '', '件', [BAG])).toEqual(unknown);
});

test('what is no quantity is refused as everywhere', () => {
  expect(readInPacks('', '袋', '件', [BAG])).toEqual({ ok: false, reason: 'quantity-missing' });
  expect(readInPacks('2.55', '袋', '件', [BAG])).toEqual({ ok: false, reason: 'quantity-not-whole' });
  expect(readInPacks('-1', '袋', '件', [BAG])).toEqual({ ok: false, reason: 'quantity-characters' });
  expect(readInPacks('20000001', '袋', '件', [BAG])).toEqual({ ok: false, reason: 'quantity-too-large' });
});

test('shows the largest pack first and leaves out what is none', () => {
  expect(inPacks(162, '件', [BAG])).toBe('3 袋 12 件');
  expect(inPacks(1312, '件', [BAG, CASE])).toBe('2 箱 2 袋 12 件');
  expect(inPacks(600, '件', [BAG, CASE])).toBe('1 箱');
  expect(inPacks(0, '件', [BAG])).toBe('0 件');
  expect(inPacks(-162, '件', [BAG])).toBe('-3 袋 12 件');
  expect(inPacks(50_500, '公斤', [SACK, { unit: '斤', quantity: 500 }])).toBe('2 袋 0.5 公斤');
  expect(inPacks(12, '件', [])).toBe('12 件');
});

test('pack names are their own; a weight or volume keeps its meaning', () => {
  expect(packFaults('件', [BAG, CASE])).toEqual([]);
  expect(packFaults('公斤', [SACK, { unit: '斤', quantity: 500 }])).toEqual([]);
  const faults = packFaults('件', [
    { unit: '件', quantity: 50 },
    BAG,
    { unit: '袋 ', quantity: 20 },
    { unit: '斤', quantity: 500 },
  ]);
  expect(faults).toEqual([
    { at: 0, reason: 'pack-unit-taken' },
    { at: 2, reason: 'pack-unit-taken' },
    { at: 3, reason: 'pack-unit-measure' },
  ]);
  expect(packFaults('公斤', [{ unit: '斤', quantity: 600 }])).toEqual([
    { at: 0, reason: 'pack-unit-measure' },
  ]);
  expect(packFaults('升', [{ unit: '公斤', quantity: 1000 }])).toEqual([
    { at: 0, reason: 'pack-unit-measure' },
  ]);
});

test('what is shown reads back to the same quantity', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.constantFrom('件', '公斤'), (quantity, unit) => {
      const packs = unit === '件' ? [BAG, CASE] : [SACK];
      const parts = inPacks(quantity, unit, packs).split(' ');
      let total = 0;
      for (let i = 0; i < parts.length; i += 2) {
        const read = readInPacks(parts[i] ?? '', parts[i + 1] ?? '', unit, packs);
        total += read.ok ? read.quantity : Number.NaN;
      }
      expect(total).toBe(quantity);
    }),
  );
});

test('half a piece in stock, and a pack of less than two or without a name, are bugs', () => {
  for (const pack of [
    { unit: '箱', quantity: 1 },
    { unit: '箱', quantity: 2.5 },
    { unit: ' ', quantity: 2 },
  ])
    expect(() => packFaults('件', [pack])).toThrow(RangeError);
  expect(() => inPacks(1.5, '件', [])).toThrow(RangeError);
});
