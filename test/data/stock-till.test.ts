// What may leave at the counter and from which lot (domain.md scenarios 11 and 12): first expiry first, nothing expired, held or
// spoken for, a scanned label exactly its lot, short-dated goods one a covered member and day.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';

const as = 'manager' as const;
interface Line {
  readonly itemId: number;
  readonly quantity: number;
  readonly lotId?: number;
}
let shop: OpenShop;
let vouchers: { readonly id: number }[];
let milk: number;

const open = async (now: string, members = 1) => {
  shop = await openShop({ now });
  const day = now.slice(0, 10);
  await seedHouseholds(
    shop,
    Array.from({ length: 6 }, (_, at) => ({ number: String(at + 1), members })),
  );
  vouchers = [...(await seedBatch(shop, { validFrom: day, validTo: '2027-12-31' })).vouchers];
  milk = await seedItem(shop, { code: 'MILK', name: '牛奶', listPriceFen: 100, keepsDate: true });
};
/** With a voucher nobody has used, or the one given. */
const redeem = (lines: readonly Line[], who: 'volunteer' | 'manager' = as, voucher = vouchers.shift()) =>
  shop.call(
    'counter.redeem',
    { voucherIds: [voucher?.id ?? 0], entry: 'scanned', lines: [...lines] },
    { as: who },
  );
const left = async (): Promise<Readonly<Record<number, number>>> =>
  Object.fromEntries(
    (await shop.call('stock.lots', {}, { as })).rows.map(({ lotId, onHand }) => [lotId, onHand]),
  );
const tagOf = async (lotId: number): Promise<string> =>
  (await shop.call('stock.lots', {}, { as })).rows.find((lot) => lot.lotId === lotId)?.tag ?? '';
const goods = (code: string) =>
  shop.call('counter.goods', { voucherIds: [vouchers[0]?.id ?? 0], code }, { as: 'volunteer' });
afterEach(() => shop.close());

describe('scenario 11: milk good through 1 September and 1 December', () => {
  const shown = async (show: 'ending' | 'expired') =>
    (await shop.call('stock.lots', { show }, { as: 'volunteer' })).rows.map(({ lotId }) => lotId);

  beforeEach(async () => {
    await open('2026-07-02T02:00:00.000Z');
    await seedGift(shop, { itemId: milk, quantity: 3, expiryDay: '2026-09-01', day: '2026-07-02' });
    await seedGift(shop, { itemId: milk, quantity: 10, expiryDay: '2026-12-01', day: '2026-07-02' });
  });

  it('is alarmed from 3 July on, 60 days before', async () => {
    expect(await shown('ending')).toEqual([]);
    shop.setNow('2026-07-02T16:00:00.000Z');
    expect(await shown('ending')).toEqual([1]);
    expect(await shop.call('shop.today', {}, { as })).toMatchObject({ lotsEndingSoon: 1, lotsExpired: 0 });
  });

  it('leaves first on its last day, and on the next by nobody', async () => {
    shop.setNow('2026-09-01T15:59:59.000Z');
    await redeem([{ itemId: milk, quantity: 1 }]);
    expect(await left()).toEqual({ 1: 2, 2: 10 });
    expect(await shown('expired')).toEqual([]);
    shop.setNow('2026-09-01T16:00:00.000Z');
    for (const who of ['volunteer', 'manager'] as const)
      expect(
        await refusalOf(redeem([{ itemId: milk, quantity: 1, lotId: 1 }], who, vouchers[0])),
      ).toMatchObject({
        code: 'stock-expired',
        params: { item: '牛奶', expiryDay: '2026-09-01' },
      });
    expect(await refusalOf(goods(await tagOf(1)))).toMatchObject({ code: 'stock-expired' });
    await redeem([{ itemId: milk, quantity: 1 }]);
    expect(await left()).toEqual({ 1: 2, 2: 9 });
    expect(await shown('expired')).toEqual([1]);
    expect(await shop.call('shop.today', {}, { as })).toMatchObject({ lotsEndingSoon: 0, lotsExpired: 1 });
  });

  it('what is scrapped is what the list of expired lots shows', async () => {
    shop.setNow('2026-09-02T02:00:00.000Z');
    const [lot] = (await shop.call('stock.lots', { show: 'expired' }, { as })).rows;
    const { lossId } = await shop.call(
      'losses.propose',
      {
        kind: 'scrap',
        reason: 'expired',
        method: '销毁',
        witness: '李监督',
        proceeds: null,
        lines: [{ lotId: lot?.lotId ?? 0, placeId: lot?.placeId ?? 0, quantity: lot?.onHand ?? 0 }],
      },
      { as },
    );
    await shop.call('losses.approve', { lossId }, { as: 'bureau' });
    expect(await shown('expired')).toEqual([]);
    expect(await left()).toEqual({ 2: 10 });
  });
});

describe('which lot leaves', () => {
  beforeEach(async () => {
    await open('2026-05-04T02:00:00.000Z');
  });

  it('of equal dates the one received first, then the one entered first', async () => {
    for (const day of ['2026-05-03', '2026-05-02', '2026-05-03'])
      await seedGift(shop, { itemId: milk, quantity: 2, expiryDay: '2026-12-01', day });
    await redeem([{ itemId: milk, quantity: 3 }]);
    expect(await left()).toEqual({ 1: 1, 3: 2 });
    await redeem([{ itemId: milk, quantity: 2 }]);
    expect(await left()).toEqual({ 3: 1 });
  });

  it('never one on hold, nor what a paper waiting for its second signature speaks for', async () => {
    await seedGift(shop, { itemId: milk, quantity: 5, expiryDay: '2026-06-01' });
    await seedGift(shop, { itemId: milk, quantity: 4, expiryDay: '2026-07-01' });
    await shop.call('stock.hold', { lotId: 1, reason: '待复检' }, { as });
    await shop.call(
      'losses.propose',
      {
        kind: 'scrap',
        reason: 'spoiled',
        method: '销毁',
        witness: '李监督',
        proceeds: null,
        lines: [{ lotId: 2, placeId: 1, quantity: 3 }],
      },
      { as },
    );
    expect(await goods('MILK')).toMatchObject({ available: 1, firstExpiryDay: '2026-07-01' });
    expect(await refusalOf(redeem([{ itemId: milk, quantity: 2 }], as, vouchers[0]))).toMatchObject({
      code: 'stock-short',
      params: { available: 1, wanted: 2 },
    });
    await redeem([{ itemId: milk, quantity: 1 }]);
    expect(await left()).toEqual({ 1: 5, 2: 3 });
    expect(await refusalOf(redeem([{ itemId: milk, quantity: 1 }], as, vouchers[0]))).toMatchObject({
      code: 'stock-held',
      params: { reason: '待复检' },
    });
    await shop.call('stock.release', { lotId: 1, reason: '合格' }, { as });
    await redeem([{ itemId: milk, quantity: 1 }]);
    expect(await left()).toEqual({ 1: 4, 2: 3 });
  });

  it('a scanned label is exactly its lot, beside others of the same goods', async () => {
    const coat = await seedItem(shop, { code: 'COAT', name: '棉衣', listPriceFen: null, unit: '件' });
    await seedGift(shop, {
      itemId: coat,
      quantity: 3,
      valueFen: null,
      line: { grade: 'good', disinfectedDay: '2026-05-03', pieces: true },
    });
    const label = await tagOf(2);
    expect(label).toMatch(/^DJ/);
    expect(await goods(label)).toMatchObject({ itemId: coat, lotId: 2, available: 1, perScan: 1 });
    expect(await refusalOf(redeem([{ itemId: coat, quantity: 2, lotId: 2 }], as, vouchers[0]))).toMatchObject(
      { code: 'stock-short', params: { available: 1 } },
    );
    await redeem([
      { itemId: coat, quantity: 1 },
      { itemId: coat, quantity: 1, lotId: 2 },
    ]);
    expect(await left()).toEqual({ 3: 1 });
    expect(await refusalOf(goods(label))).toMatchObject({ code: 'stock-short', params: { available: 0 } });
    expect((await refusalOf(goods(`${label.slice(0, -1)}${label.endsWith('A') ? 'B' : 'A'}`))).code).toBe(
      'tag-check',
    );
  });
});

describe('scenario 12: short-dated goods', () => {
  beforeEach(async () => {
    await open('2026-08-20T02:00:00.000Z', 2);
    await shop.call(
      'goods.changeRule',
      {
        category: '食品',
        alarmDays: null,
        minPercent: 60,
        minDays: null,
        shortLifeDays: null,
        shortMinDays: null,
      },
      { as },
    );
  });
  const gift = (acceptanceReason: string) =>
    seedGift(shop, {
      itemId: milk,
      quantity: 20,
      expiryDay: '2026-09-01',
      day: '2026-08-20',
      line: { productionDay: '2025-03-01', acceptanceReason },
    });

  it('are refused at intake, and taken with a reason they are marked', async () => {
    expect((await refusalOf(gift(''))).code).toBe('shelf-life-short');
    await gift('社区急需');
    expect((await shop.call('stock.lots', { show: 'short-dated' }, { as })).rows).toMatchObject([
      { lotId: 1, shortDated: true, daysLeft: 12 },
    ]);
  });

  it('leave one a covered member and day; what is brought back may be taken again', async () => {
    await gift('社区急需');
    const second = await seedBatch(shop, { name: '又一批', validFrom: '2026-08-20', validTo: '2027-12-31' });
    const third = await seedBatch(shop, { name: '第三批', validFrom: '2026-08-20', validTo: '2027-12-31' });
    const [first] = vouchers;
    const of = (list: readonly { readonly id: number }[]) => list[0];
    expect(await refusalOf(redeem([{ itemId: milk, quantity: 3 }], as, first))).toMatchObject({
      code: 'stock-short-dated',
      params: { item: '牛奶', available: 2 },
    });
    const { redemptionId } = await redeem([{ itemId: milk, quantity: 2 }], as, first);
    expect(await refusalOf(redeem([{ itemId: milk, quantity: 1 }], as, of(second.vouchers)))).toMatchObject({
      code: 'stock-short-dated',
      params: { available: 0 },
    });
    await shop.call('counter.reverse', { redemptionId, reason: '拿错' }, { as });
    const earlier = await redeem([{ itemId: milk, quantity: 2 }], as, of(second.vouchers));
    shop.setNow('2026-08-21T02:00:00.000Z');
    await redeem([{ itemId: milk, quantity: 2 }], as, of(third.vouchers));
    expect(await left()).toEqual({ 1: 16 });
    // Yesterday's goods brought back today are no room for more of today.
    await shop.call('counter.reverse', { redemptionId: earlier.redemptionId, reason: '拿错' }, { as });
    expect(await refusalOf(redeem([{ itemId: milk, quantity: 1 }], as, first))).toMatchObject({
      code: 'stock-short-dated',
      params: { available: 0 },
    });
  });

  it('beside goods with a long life only the short-dated part is capped', async () => {
    await gift('社区急需');
    await seedGift(shop, {
      itemId: milk,
      quantity: 10,
      expiryDay: '2027-12-01',
      day: '2026-08-20',
      line: { productionDay: '2026-08-01' },
    });
    await redeem([{ itemId: milk, quantity: 5 }]);
    expect(await left()).toEqual({ 1: 18, 2: 7 });
  });
});
