// A package while it is typed: what its lines come to, and that nothing half read is sent.
import { expect, it } from 'vitest';
import type { GoodsItem } from '../../db/contract/goods.ts';
import { emptyPackage, readPackage, withItem, worthOf } from '../../renderer/vouchers/package-draft.ts';

const item = (id: number, listPriceFen: number | null) =>
  ({
    id,
    name: `物品${id}`,
    spec: '',
    unit: '袋',
    unitScale: 1,
    packs: [],
    listPriceFen,
  }) as unknown as GoodsItem;
const [rice, clothes] = [item(1, 4_500), item(2, null)];

it('names each kind once: scanned again, its line grows', () => {
  const twice = withItem(withItem(emptyPackage, rice, 1), rice, 1);
  expect(twice.lines).toHaveLength(1);
  expect(worthOf(twice)).toBe(9_000);
});

it('has no worth while one of its goods has no price', () => {
  expect(worthOf(withItem(withItem(emptyPackage, rice, 1), clothes, 1))).toBeNull();
});

it('is not sent while a quantity cannot be read, and whole once it can', () => {
  const named = { ...emptyPackage, name: '粮油' };
  expect(readPackage(withItem(withItem(named, rice, 1), clothes, null))).toBeNull();
  expect(readPackage(withItem(withItem(named, rice, 1), clothes, 2))?.lines).toEqual([
    { itemId: 1, quantity: 1 },
    { itemId: 2, quantity: 2 },
  ]);
});
