// What the month's reports count, and how they round (domain.md §7.3, §7.4, scenarios 21, 22, zero report).
import { expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';

const distribution = (shop: OpenShop, month: string) =>
  shop.call('reports.distribution', { month }, { as: 'manager' });
const print = (
  shop: OpenShop,
  report: 'distribution' | 'balance',
  month: string,
  format: 'pdf' | 'xlsx' = 'pdf',
) => shop.call('reports.print', { report, month, format }, { as: 'manager' });

it('scenario 21: 户, 人, 户次, 人次 of a month and of two', async () => {
  const shop = await openShop({ now: '2026-05-03T02:00:00.000Z' });
  await seedHouseholds(shop, [
    { number: 'A', members: 3 },
    { number: 'B', members: 2 },
  ]);
  const item = await seedItem(shop, { code: 'A', name: '米', listPriceFen: 1_000 });
  await seedGift(shop, { itemId: item, quantity: 99, day: '2026-05-03' });
  const batches = await Promise.all(
    [1, 2, 3].map((at) => seedBatch(shop, { name: `批${at}`, validTo: '2026-12-31' })),
  );
  const take = (batch: number, household: number) =>
    shop.call(
      'counter.redeem',
      {
        voucherIds: [batches[batch]?.vouchers[household]?.id ?? 0],
        entry: 'scanned',
        lines: [{ itemId: item, quantity: 1 }],
      },
      { as: 'manager' },
    );
  await take(0, 0);
  await take(0, 1);
  shop.setNow('2026-05-20T02:00:00.000Z');
  await take(1, 0);
  shop.setNow('2026-06-10T02:00:00.000Z');
  const { redemptionId } = await take(2, 0);
  expect((await distribution(shop, '2026-05')).total.month).toMatchObject({
    households: 2,
    people: 5,
    householdTimes: 3,
    personTimes: 8,
  });
  expect((await distribution(shop, '2026-06')).total).toMatchObject({
    month: { households: 1, people: 3, householdTimes: 1, personTimes: 3 },
    year: { households: 2, people: 5, householdTimes: 4, personTimes: 11 },
  });
  // Ruling 11: taken back in a later month counts -1 there; value and goods go back to the month they were booked in.
  shop.setNow('2026-07-01T02:00:00.000Z');
  await shop.call('counter.reverse', { redemptionId, reason: '误操作' }, { as: 'manager' });
  const july = await distribution(shop, '2026-07');
  expect(july.total.month).toMatchObject({
    households: 0,
    people: 0,
    householdTimes: -1,
    personTimes: -3,
    redeemed: 0,
    goodsFen: 0,
  });
  expect((await distribution(shop, '2026-06')).total.month).toMatchObject({
    householdTimes: 1,
    redeemed: 0,
    redeemedFen: 0,
    goodsFen: 0,
    outstanding: 3,
  });
  expect(july.total.year).toMatchObject({ households: 2, people: 5, householdTimes: 3, personTimes: 8 });
  expect(july.ties).toBe(true);
  await print(shop, 'distribution', '2026-07');
  await shop.close();
});

it('a household that collects again in the month in which last month’s act was taken back is served in it', async () => {
  const shop = await openShop();
  await seedHouseholds(shop, [{ number: 'A', members: 3 }]);
  const item = await seedItem(shop, { code: 'A', name: '米', listPriceFen: 1_000 });
  await seedGift(shop, { itemId: item, quantity: 99 });
  const { vouchers } = await seedBatch(shop);
  const take = () =>
    shop.call(
      'counter.redeem',
      { voucherIds: [vouchers[0]?.id ?? 0], entry: 'scanned', lines: [{ itemId: item, quantity: 1 }] },
      { as: 'manager' },
    );
  const { redemptionId } = await take();
  shop.setNow('2026-06-02T02:00:00.000Z');
  await shop.call('counter.reverse', { redemptionId, reason: '误操作' }, { as: 'manager' });
  const again = await take();
  const june = { householdTimes: 0, personTimes: 0, redeemed: 1 };
  expect((await distribution(shop, '2026-06')).total).toMatchObject({
    month: { ...june, households: 1, people: 3 },
    year: { households: 1, people: 3, householdTimes: 1, personTimes: 3, redeemed: 1 },
  });
  expect((await distribution(shop, '2026-05')).total.month).toMatchObject({ households: 1, people: 3 });
  // Taken back within the month: nobody was served by it.
  await shop.call(
    'counter.reverse',
    { redemptionId: again.redemptionId, reason: '误操作' },
    { as: 'manager' },
  );
  expect((await distribution(shop, '2026-06')).total).toMatchObject({
    month: { households: 0, people: 0 },
    year: { households: 0, people: 0 },
  });
  await shop.close();
});

it('a month before the calendar of the books is refused in words', async () => {
  const shop = await openShop();
  expect(await refusalOf(distribution(shop, '0000-01'))).toMatchObject({ code: 'input-invalid' });
  await shop.close();
});

it('scenario 22: lines that round down alone add up to 10.00 万元', async () => {
  const shop = await openShop();
  await seedHouseholds(
    shop,
    ['城市低保', '孤儿', '优抚对象'].map((category, at) => ({ number: String(at + 1), category })),
  );
  for (const [category, faceFen] of [
    ['urban-minimum-living', 3_333_333],
    ['orphan', 3_333_333],
    ['preferential-treatment', 3_333_334],
  ] as const) {
    await seedBatch(shop, { categories: [category], faceFen });
  }
  const report = await distribution(shop, '2026-05');
  expect(report.total.month.issuedFen).toBe(10_000_000);
  expect(report.rows.map(({ name, month }) => [name, month.issuedFen])).toEqual([
    ['孤儿', 3_333_333],
    ['城市低保', 3_333_333],
    ['优抚对象', 3_333_334],
  ]);
  await print(shop, 'distribution', '2026-05', 'xlsx');
  await shop.close();
});

it('an empty month prints zeros for every category with households, and the span is empty', async () => {
  const shop = await openShop();
  await seedHouseholds(shop, [{ number: '1' }, { number: '2', category: '孤儿' }]);
  const report = await distribution(shop, '2026-05');
  expect(report).toMatchObject({
    ties: true,
    communities: [],
    total: { month: { issued: 0, outstanding: 0 } },
  });
  expect(report.rows.map(({ name }) => name)).toEqual(['孤儿', '城市低保']);
  expect(await shop.call('reports.span', {}, { as: 'manager' })).toEqual({ first: null, last: null });
  expect((await print(shop, 'distribution', '2026-05')).pages).toBeGreaterThan(0);
  expect((await print(shop, 'balance', '2026-05')).pages).toBeGreaterThan(0);
  expect(
    await refusalOf(shop.call('reports.distribution', { month: '2026-05' }, { as: 'volunteer' })),
  ).toMatchObject({ code: 'not-permitted' });
  await shop.close();
});
