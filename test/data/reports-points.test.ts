// Volunteers' points in the month's distribution report: a line of their own that is no relief, and balances, slips and goods that must tie
// before anything is printed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { tamper } from '../helpers/tamper.ts';

const manager = { as: 'manager' } as const;
let shop: OpenShop;
let rice: number;
beforeEach(async () => {
  shop = await openShop();
  await seedHouseholds(shop, [{ number: '1', members: 2 }]);
  rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 1_000, pointsPrice: 2 });
  await seedGift(shop, { itemId: rice, quantity: 100 });
});
afterEach(() => shop.close());

const report = (month = '2026-05') => shop.call('reports.distribution', { month }, manager);
/** A volunteer of ten points takes rice for two points a bag. */
const exchanged = async (quantity: number) => {
  const { volunteerId } = await shop.call(
    'points.addVolunteer',
    { name: '覃小兰', phone: '13800001234' },
    manager,
  );
  await shop.call(
    'points.earn',
    { volunteerId, minutes: 615, serviceDay: '2026-05-03', about: '理货' },
    manager,
  );
  return shop.call('points.exchange', { volunteerId, lines: [{ itemId: rice, quantity }] }, manager);
};

it('志愿者积分兑换 stands apart: no 户次, no goods of a household; taken back it counts off on the day it came back', async () => {
  await seedBatch(shop);
  const { exchangeId } = await exchanged(3);
  const { exchangeId: kept } = await shop.call(
    'points.exchange',
    { volunteerId: 1, lines: [{ itemId: rice, quantity: 2 }] },
    manager,
  );
  expect(kept).toBeGreaterThan(exchangeId);
  const none = { households: 0, householdTimes: 0, personTimes: 0, goodsFen: 0, redeemedFen: 0 };
  const may = { times: 2, points: 10, fen: 5_000 };
  expect(await report()).toMatchObject({
    ...{ ties: true, total: { month: none } },
    apart: { month: { exchanges: may, points: { issued: 0, used: 0 } }, year: { exchanges: may } },
  });
  shop.setNow('2026-06-02T02:00:00.000Z');
  await shop.call('points.reverseExchange', { exchangeId, reason: '退回' }, manager);
  expect((await report()).apart.month.exchanges).toEqual(may);
  expect(await report('2026-06')).toMatchObject({
    ...{ ties: true, total: { month: none } },
    apart: {
      month: { exchanges: { times: -1, points: -6, fen: -3_000 } },
      year: { exchanges: { times: 1, points: 4, fen: 2_000 } },
    },
  });
  const { exchanged: points, exchanges: times } = await shop.call(
    'points.month',
    { month: '2026-06' },
    manager,
  );
  expect({ points, times }).toEqual({ points: -6, times: -1 });
});

describe('volunteers’ points that do not add up', () => {
  it.each([
    ['volunteer-balance', 'UPDATE volunteer SET balance = balance + 3', 'ZY2026-000001', 4, 7],
    [
      'volunteer-balance',
      'UPDATE point_posting SET points = points + 5 WHERE minutes > 0',
      'ZY2026-000001',
      9,
      4,
    ],
    ['volunteer-hours', 'UPDATE volunteer SET rest = 0', 'ZY2026-000001', 615, 600],
    [
      'volunteer-hours',
      'UPDATE point_posting SET minutes = 660 WHERE minutes > 0',
      'ZY2026-000001',
      660,
      615,
    ],
    ['exchange-points', 'UPDATE point_exchange SET points = points - 2', 'JF2026-000001', 6, 4],
    [
      'exchange-postings',
      `UPDATE point_posting SET points = -5 WHERE kind = 'exchanged'`,
      'JF2026-000001',
      6,
      5,
    ],
    [
      'exchange-postings',
      `UPDATE point_posting SET exchange_id = NULL WHERE kind = 'exchanged'`,
      'ZY2026-000001',
      0,
      6,
    ],
    ['exchange-goods', 'UPDATE point_exchange_line SET quantity = quantity + 1', 'JF2026-000001', 4, 3],
    [
      'exchange-goods',
      `UPDATE stock_posting SET quantity = -1 WHERE document = 'exchange'`,
      'JF2026-000001',
      3,
      1,
    ],
  ])('%s stops the print and names it: %s', async (what, statement, where, expected, found) => {
    await exchanged(3);
    const print = () =>
      shop.call('reports.print', { report: 'distribution', month: '2026-05', format: 'xlsx' }, manager);
    expect((await report()).ties).toBe(true);
    expect((await print()).bytes.length).toBeGreaterThan(1_000);
    tamper(shop, statement);
    expect((await report()).ties).toBe(false);
    const { code, reasons } = await refusalOf(print());
    expect(code).toBe('report-does-not-tie');
    expect(reasons?.map(({ params }) => params)).toContainEqual({
      ...{ what, where, expected, found },
      gap: found - expected,
    });
  });
});
