// Packages (套餐): what is in them, what they are worth, how many can be given, and that a change leaves what was promised (scenario 9).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { batchSpec, seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';

let shop: OpenShop;
let rice = 0;
let oil = 0;
let noodles = 0;
let books = 0;
const as = { as: 'manager' } as const;
const list = (ended = false) => shop.call('packages.list', { ended }, as);
const contents = () => [
  { itemId: rice, quantity: 1 },
  { itemId: oil, quantity: 1 },
  { itemId: noodles, quantity: 1 },
];

beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(
    shop,
    Array.from({ length: 13 }, (_, at) => ({ number: String(at + 1) })),
  );
  rice = await seedItem(shop, { code: 'MI', name: '大米', spec: '10kg', listPriceFen: 4_500 });
  oil = await seedItem(shop, { code: 'YOU', name: '食用油', unit: '桶', listPriceFen: 4_800 });
  noodles = await seedItem(shop, { code: 'MIAN', name: '面条', listPriceFen: 700 });
  books = await seedItem(shop, { code: 'SHU', name: '旧书', listPriceFen: null });
  await seedGift(shop, { itemId: rice, quantity: 30 });
  await seedGift(shop, { itemId: oil, quantity: 12 });
  await seedGift(shop, { itemId: noodles, quantity: 50 });
});
afterAll(() => shop.close());

it('is worth its goods at list price, and can be given as often as the scarcest allows', async () => {
  const { packageId } = await shop.call('packages.make', { name: '粮油套餐', lines: contents() }, as);
  expect(await list()).toMatchObject([
    {
      id: packageId,
      name: '粮油套餐',
      worthFen: 10_000,
      canGive: 12,
      canMakeUp: 12,
      batches: 0,
      endedAt: null,
    },
  ]);
  const spec = batchSpec({ kind: 'package', faceFen: 0, packageId });
  const { stock, faceFen, vouchers } = await shop.call('vouchers.previewBatch', { spec }, as);
  expect({ faceFen, vouchers }).toEqual({ faceFen: 130_000, vouchers: 13 });
  expect(stock).toEqual({
    canMakeUp: 12,
    onFloor: 12,
    short: [{ name: '食用油', unit: '桶', unitScale: 1, needed: 13, inStock: 12 }],
  });
});

it('does not count goods that are designated to somebody, and class goods only for a batch of that class', async () => {
  await seedGift(shop, { itemId: oil, quantity: 5, designatedCategory: 'orphan' });
  await seedGift(shop, { itemId: oil, quantity: 7, more: { stockClass: 'disaster' } });
  const [row] = await list();
  expect(row?.canGive).toBe(12);
  const stockOf = async (stockClass: 'ordinary' | 'disaster') =>
    (
      await shop.call(
        'vouchers.previewBatch',
        { spec: batchSpec({ kind: 'package', faceFen: 0, packageId: row?.id ?? 0, stockClass }) },
        as,
      )
    ).stock?.canMakeUp;
  expect([await stockOf('ordinary'), await stockOf('disaster')]).toEqual([12, 19]);
});

it('is changed as a new package; who holds a voucher gets what was promised', async () => {
  const [old] = await list();
  const { vouchers } = await seedBatch(shop, { kind: 'package', faceFen: 0, packageId: old?.id ?? 0 });
  expect(vouchers[0]).toMatchObject({ kind: 'package', faceFen: 10_000, balanceFen: 10_000 });
  const lines = [{ itemId: rice, quantity: 2 }];
  const { packageId } = await shop.call(
    'packages.change',
    { packageId: old?.id ?? 0, name: '粮油套餐', lines },
    as,
  );
  expect((await list()).map(({ id, worthFen }) => [id, worthFen])).toEqual([[packageId, 9_000]]);
  expect((await list(true)).map(({ id, endedAt, batches }) => [id, endedAt !== null, batches])).toEqual([
    [packageId, false, 0],
    [old?.id, true, 1],
  ]);
  const redeemed = await shop.call(
    'counter.redeem',
    {
      householdId: await householdOf(vouchers[0]?.typedCode ?? ''),
      voucherIds: [vouchers[0]?.id ?? 0],
      entry: 'typed',
      lines: [],
    },
    as,
  );
  expect(redeemed).toMatchObject({ usedFen: 10_000 });
  const again = shop.call('packages.change', { packageId: old?.id ?? 0, name: 'x', lines }, as);
  expect(await refusalOf(again)).toMatchObject({ code: 'package-ended', params: { name: '粮油套餐' } });
});

const householdOf = async (code: string): Promise<number> =>
  (await shop.call('counter.scan', { code: code.replaceAll(' ', ''), entry: 'typed' }, as)).household
    .householdId;

it('refuses a name in use, goods named twice, goods that are not there, and a change of nothing', async () => {
  const [row] = await list();
  const make = (name: string, lines: { itemId: number; quantity: number }[]) =>
    refusalOf(shop.call('packages.make', { name, lines }, as));
  const one = [{ itemId: rice, quantity: 1 }];
  expect(await make('粮油套餐', one)).toMatchObject({
    code: 'package-name-taken',
    params: { name: '粮油套餐' },
  });
  expect(await make('新', [...one, ...one])).toMatchObject({
    code: 'package-item-twice',
    params: { line: 2 },
  });
  expect(await make('新', [{ itemId: 999, quantity: 1 }])).toMatchObject({ code: 'not-found' });
  expect(await make('新', [])).toMatchObject({ code: 'input-invalid' });
  const same = { packageId: row?.id ?? 0, name: '粮油套餐', lines: [{ itemId: rice, quantity: 2 }] };
  expect(await refusalOf(shop.call('packages.change', same, as))).toMatchObject({ code: 'package-same' });
  expect(
    await refusalOf(shop.call('packages.make', { name: '新', lines: one }, { as: 'volunteer' })),
  ).toMatchObject({ code: 'not-permitted' });
});

it('ends, once; a batch can no longer choose it, nor one whose goods have no price', async () => {
  const { packageId } = await shop.call(
    'packages.make',
    { name: '书', lines: [{ itemId: books, quantity: 1 }] },
    as,
  );
  expect((await list()).find(({ id }) => id === packageId)?.worthFen).toBeNull();
  const preview = (id: number) =>
    refusalOf(
      shop.call(
        'vouchers.previewBatch',
        { spec: batchSpec({ kind: 'package', faceFen: 0, packageId: id }) },
        as,
      ),
    );
  expect(await preview(packageId)).toMatchObject({
    code: 'batch-package-unpriced',
    params: { items: '旧书' },
  });
  await shop.call('packages.end', { packageId }, as);
  expect(await preview(packageId)).toMatchObject({ code: 'batch-package-missing' });
  const again = refusalOf(shop.call('packages.end', { packageId }, as));
  expect(await again).toMatchObject({ code: 'package-ended' });
  expect(await refusalOf(shop.call('packages.end', { packageId: 999 }, as))).toMatchObject({
    code: 'not-found',
  });
});
