// A quantity as it is typed, in the item's unit or a pack: read, refused, added to by scans, and said the other way round.
import { describe, expect, it } from 'vitest';
import {
  addScan,
  conversion,
  emptyQuantity,
  readQuantity,
  type Measured,
} from '../../renderer/goods/quantity-text.ts';

const masks: Measured = {
  unit: '件',
  unitScale: 1,
  packs: [
    { unit: '袋', quantity: 50 },
    { unit: '箱', quantity: 600 },
  ],
};
const sugar: Measured = { unit: '公斤', unitScale: 1000, packs: [{ unit: '斤', quantity: 500 }] };

describe('a typed quantity', () => {
  it('starts empty, never 1', () => expect(emptyQuantity(masks)).toEqual({ text: '', unit: '件' }));
  it.each([
    ['2', '袋', masks, 100],
    ['2.5', '袋', masks, 125],
    ['7', '件', masks, 7],
    ['3', '斤', sugar, 1500],
    ['２', '公斤', sugar, 2000],
  ])('%s %s is read in smallest units', (text, unit, item, quantity) =>
    expect(readQuantity({ text, unit }, item)).toEqual({ ok: true, quantity }),
  );
  it.each([
    ['', '件', 'missing'],
    ['两', '件', 'bad'],
    ['-1', '件', 'bad'],
    ['0', '件', 'zero'],
    ['0.5', '件', 'notWhole'],
    ['2000000000', '件', 'tooLarge'],
    ['2', '公斤', 'unit'],
    ['2', '桶', 'unit'],
  ])('“%s” %s is refused: %s', (text, unit, mistake) =>
    expect(readQuantity({ text, unit }, masks)).toEqual({ ok: false, mistake }),
  );
  it('a count may find none', () =>
    expect(readQuantity({ text: '0', unit: '件' }, masks, true)).toEqual({ ok: true, quantity: 0 }));
});

describe('scan to add', () => {
  it('the first scan gives what its barcode stands for, the next adds', () => {
    const once = addScan(emptyQuantity(masks), masks, 50);
    expect(once).toEqual({ text: '50', unit: '件' });
    expect(addScan(once, masks, 50)).toEqual({ text: '100', unit: '件' });
  });
  it('keeps the pack typed in while it divides, and falls back to the unit where it does not', () => {
    expect(addScan({ text: '2', unit: '袋' }, masks, 50)).toEqual({ text: '3', unit: '袋' });
    expect(addScan({ text: '2', unit: '袋' }, masks, 1)).toEqual({ text: '101', unit: '件' });
  });
  it('never overwrites what it cannot read', () =>
    expect(addScan({ text: '3x', unit: '件' }, masks, 50)).toEqual({ text: '3x', unit: '件' }));
});

describe('the conversion shown', () => {
  it.each([
    [{ text: '2', unit: '袋' }, '2 袋 = 100 件'],
    [{ text: '162', unit: '件' }, '162 件 = 3 袋 12 件'],
    [{ text: '12', unit: '件' }, null],
    [{ text: '', unit: '袋' }, null],
    [{ text: '0', unit: '袋' }, null],
  ])('%o reads %s', (typed, said) => expect(conversion(typed, masks)).toBe(said));
});
