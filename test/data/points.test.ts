// Volunteers' points: hours into points once, goods for points, everything taken back, and nothing of it among what households got.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { earned } from '../../db/domain/points.ts';
import type { RefusalCode } from '../../db/contract/errors.ts';
import { ActFailed, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';

let shop: OpenShop;
const as = { as: 'manager' } as const;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const refusalOf = async (act: Promise<unknown>): Promise<readonly RefusalCode[]> => {
  const failed = await act.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failed instanceof ActFailed) || failed.error.kind !== 'refusal') throw new Error('was not refused');
  const { code, reasons = [] } = failed.error;
  return [...new Set([code, ...reasons.map((reason) => reason.code)])];
};
const volunteer = async (name = '覃小兰', phone = '13800001234'): Promise<number> =>
  (await shop.call('points.addVolunteer', { name, phone }, as)).volunteerId;
const serve = (volunteerId: number, minutes: number, serviceDay = '2026-05-03') =>
  shop.call('points.earn', { volunteerId, minutes, serviceDay, about: '理货' }, as);
const soap = async (quantity = 10): Promise<number> => {
  const itemId = await seedItem(shop, { code: 'XZ1', name: '香皂', listPriceFen: 500, pointsPrice: 2 });
  await seedGift(shop, { itemId, quantity });
  return itemId;
};
const exchange = (volunteerId: number, itemId: number, quantity: number) =>
  shop.call('points.exchange', { volunteerId, lines: [{ itemId, quantity }] }, as);
const onHand = async (itemId: number): Promise<number> =>
  (await shop.call('goods.read', { itemId }, as)).onHand;
const balanceOf = async (volunteerId: number): Promise<number> =>
  (await shop.call('points.volunteer', { volunteerId }, as)).balance;

test('hours become whole points, what is less than one waits', async () => {
  const id = await volunteer();
  expect(await serve(id, 45)).toMatchObject({ points: 0, balance: 0, toNextMinutes: 15 });
  expect(await serve(id, 45)).toMatchObject({ points: 1, balance: 1, toNextMinutes: 30 });
  expect(await serve(id, 150)).toMatchObject({ points: 3, balance: 4, toNextMinutes: 60 });
  const { rows } = await shop.call('points.volunteers', {}, as);
  expect(rows).toMatchObject([
    { number: 'ZY2026-000001', phone: '138****1234', balance: 4, minutes: 240, toNextMinutes: 60 },
  ]);
});

test('whatever is entered and taken back, points and rest are the hours', () => {
  let [points, rest] = [0, 0];
  const steps = [45, 45, 30, -45, 120, -45, -30, -120] as const;
  for (const minutes of steps) {
    const step = earned(minutes, 3, rest);
    points += step.points;
    rest = step.rest;
    expect(rest).toBeGreaterThanOrEqual(0);
    expect(rest).toBeLessThan(60);
  }
  expect([points, rest]).toEqual([0, 0]);
});

test('hours of a coming day, not in quarters, or more than a day has are refused', async () => {
  const id = await volunteer();
  expect(await refusalOf(serve(id, 60, '2026-05-05'))).toEqual(['points-day-future']);
  expect(await refusalOf(serve(id, 50))).toEqual(['points-hours-step']);
  await serve(id, 20 * 60);
  expect(await refusalOf(serve(id, 5 * 60))).toEqual(['points-hours-over']);
  await serve(id, 4 * 60);
  await serve(id, 5 * 60, '2026-05-04');
});

test('an entry is taken back once, and only while its points are there', async () => {
  const id = await volunteer();
  const { entryId } = await serve(id, 240);
  const itemId = await soap();
  const { exchangeId } = await exchange(id, itemId, 1);
  const back = () => shop.call('points.reverseHours', { entryId, reason: '记错人' }, as);
  expect(await refusalOf(back())).toEqual(['points-short']);
  await shop.call('points.reverseExchange', { exchangeId, reason: '不要了' }, as);
  expect(await back()).toEqual({ points: -4, balance: 0 });
  expect(await refusalOf(back())).toEqual(['points-entry-reversed']);
  // The day is free again.
  await serve(id, 24 * 60);
});

test('goods leave for points and come back into the same lots; the balance is never spent twice', async () => {
  const id = await volunteer();
  await serve(id, 300);
  const itemId = await soap();
  const done = await exchange(id, itemId, 2);
  expect(done).toMatchObject({ number: 'JF2026-000001', points: 4, balance: 1 });
  expect(await onHand(itemId)).toBe(8);
  expect(await refusalOf(exchange(id, itemId, 1))).toEqual(['points-short']);
  expect(await onHand(itemId)).toBe(8);
  const { rows: card } = await shop.call('stock.card', { itemId }, as);
  expect(card.at(-1)).toMatchObject({ kind: 'issued', document: 'exchange', number: 'JF2026-000001' });
  const undo = () =>
    shop.call('points.reverseExchange', { exchangeId: done.exchangeId, reason: '包装破损' }, as);
  expect(await undo()).toMatchObject({ number: 'JF2026-000002', points: 4, balance: 5 });
  expect(await onHand(itemId)).toBe(10);
  expect(await refusalOf(undo())).toEqual(['exchange-reversed']);
  const { entries } = await shop.call('points.volunteer', { volunteerId: id }, as);
  expect(entries.map(({ points, balance }) => [points, balance])).toEqual([
    [4, 5],
    [-4, 1],
    [5, 5],
  ]);
});

test('a handful that rounds to nothing costs a point all the same', async () => {
  const id = await volunteer();
  await serve(id, 60);
  const rice = await seedItem(shop, {
    ...{ code: 'SM', name: '散米', unit: '公斤', listPriceFen: 500, pointsPrice: 1 },
  });
  await seedGift(shop, { itemId: rice, quantity: 5_000 });
  expect(await exchange(id, rice, 400)).toMatchObject({ points: 1, balance: 0 });
  expect(await refusalOf(exchange(id, rice, 400))).toEqual(['points-short']);
});

test("short-dated goods leave one a day; yesterday's, brought back today, are no room for more of today", async () => {
  shop.setNow('2026-08-20T02:00:00.000Z');
  const rule = { category: '食品', alarmDays: null, minDays: null, shortLifeDays: null, shortMinDays: null };
  await shop.call('goods.changeRule', { ...rule, minPercent: 60 }, as);
  const id = await volunteer();
  await serve(id, 600);
  const milk = await seedItem(shop, {
    ...{ code: 'NN', name: '牛奶', listPriceFen: 500, pointsPrice: 2, keepsDate: true },
  });
  await seedGift(shop, {
    ...{ itemId: milk, quantity: 20, expiryDay: '2026-09-01', day: '2026-08-20' },
    line: { productionDay: '2025-03-01', acceptanceReason: '社区急需' },
  });
  const { exchangeId } = await exchange(id, milk, 1);
  expect(await refusalOf(exchange(id, milk, 1))).toEqual(['stock-short-dated']);
  shop.setNow('2026-08-21T02:00:00.000Z');
  await exchange(id, milk, 1);
  await shop.call('points.reverseExchange', { exchangeId, reason: '包装破损' }, as);
  expect(await refusalOf(exchange(id, milk, 1))).toEqual(['stock-short-dated']);
});

test('of two exchanges at the same moment one wins', async () => {
  const id = await volunteer();
  await serve(id, 120);
  const itemId = await soap();
  const both = await Promise.allSettled([exchange(id, itemId, 1), exchange(id, itemId, 1)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = both.find((each) => each.status === 'rejected');
  expect(await refusalOf(Promise.reject(lost?.reason as Error))).toEqual(['points-short']);
  expect(await balanceOf(id)).toBe(0);
  expect(await onHand(itemId)).toBe(9);
});

test('only goods with a price in points, for anyone, ordinary and good leave', async () => {
  const id = await volunteer();
  await serve(id, 600);
  const plain = await seedItem(shop, { code: 'A1', name: '毛巾', listPriceFen: 500 });
  await seedGift(shop, { itemId: plain, quantity: 5 });
  expect(await refusalOf(exchange(id, plain, 1))).toEqual(['item-without-points']);
  const meant = await seedItem(shop, { code: 'A2', name: '大米', listPriceFen: 500, pointsPrice: 1 });
  await seedGift(shop, { itemId: meant, quantity: 5, designatedCategory: 'disaster-hit' });
  expect(await refusalOf(exchange(id, meant, 1))).toEqual(['stock-designated']);
  const disaster = await seedItem(shop, { code: 'A3', name: '棉被', listPriceFen: 500, pointsPrice: 1 });
  await seedGift(shop, { itemId: disaster, quantity: 5, more: { stockClass: 'disaster' } });
  expect(await refusalOf(exchange(id, disaster, 1))).toEqual(['stock-designated']);
  const old = await seedItem(shop, {
    code: 'A4',
    name: '牛奶',
    listPriceFen: 500,
    pointsPrice: 1,
    keepsDate: true,
  });
  await seedGift(shop, { itemId: old, quantity: 5, expiryDay: '2026-05-10' });
  expect(await refusalOf(exchange(id, old, 6))).not.toEqual([]);
  shop.setNow('2026-05-12T02:00:00.000Z');
  expect(await refusalOf(exchange(id, old, 1))).toEqual(['stock-expired']);
  expect(await balanceOf(id)).toBe(10);
});

test('who left earns and takes nothing; nobody handles own points; one sees only one’s own', async () => {
  const id = await volunteer();
  await serve(id, 120);
  const itemId = await soap();
  const facts = { volunteerId: id, name: '覃小兰', phone: null };
  await shop.call('points.changeVolunteer', { ...facts, active: false }, as);
  expect(await refusalOf(serve(id, 60))).toEqual(['volunteer-inactive']);
  expect(await refusalOf(exchange(id, itemId, 1))).toEqual(['volunteer-inactive']);
  expect(await shop.call('points.own', {}, { as: 'volunteer' })).toBeNull();
  await shop.call('points.changeVolunteer', { ...facts, staffId: 1, active: true }, as);
  expect(await refusalOf(serve(id, 60))).toEqual(['points-own']);
  expect(await refusalOf(exchange(id, itemId, 1))).toEqual(['points-own']);
  await shop.call('points.changeVolunteer', { ...facts, staffId: 2, active: true }, as);
  expect(await shop.call('points.own', {}, { as: 'volunteer' })).toMatchObject({
    balance: 2,
    phone: '138****1234',
  });
  expect(await refusalOf(shop.call('points.volunteers', {}, { as: 'volunteer' }))).toEqual(['not-permitted']);
});

test('a volunteer is entered once, with a name and a number that are such', async () => {
  await volunteer();
  expect(await refusalOf(volunteer())).toEqual(['volunteer-twice']);
  await volunteer('覃小兰', '13800005678');
  expect(await refusalOf(volunteer('=1+1', '12'))).toEqual(expect.arrayContaining(['volunteer-phone']));
  const account = { phone: '', staffId: 2 };
  await shop.call('points.addVolunteer', { name: '韦一', ...account }, as);
  expect(await refusalOf(shop.call('points.addVolunteer', { name: '韦二', ...account }, as))).toEqual([
    'volunteer-account-taken',
  ]);
});

test('stock says issued, what households got says nothing; points stand in a figure of their own', async () => {
  const id = await volunteer();
  await serve(id, 300);
  const itemId = await soap();
  await exchange(id, itemId, 2);
  const balance = await shop.call('reports.balance', { month: '2026-05', placeId: null }, as);
  expect(balance.rows.find((row) => row.itemId === itemId)?.outIssued).toMatchObject({ quantity: 2 });
  const { total } = await shop.call('reports.distribution', { month: '2026-05' }, as);
  expect(total.month).toMatchObject({ redeemed: 0 });
  expect(JSON.stringify(total.month)).not.toMatch(/[1-9]/);
  expect(await shop.call('points.month', { month: '2026-05' }, as)).toEqual({
    minutes: 300,
    earned: 5,
    exchanged: 4,
    exchanges: 1,
  });
  const { rows } = await shop.call('stock.lots', { itemId }, as);
  const trace = await shop.call('stock.trace', { lotId: rows[0]?.lotId ?? 0 }, as);
  expect(trace).toMatchObject({ received: 10, issued: 0, exchanged: 2, onHand: 8, households: 0, total: 0 });
});

test('the slip is printed, and of an exchange only', async () => {
  const id = await volunteer();
  await serve(id, 300);
  const { exchangeId } = await exchange(id, await soap(), 2);
  const paper = await shop.call('points.printSlip', { exchangeId }, as);
  expect(paper).toMatchObject({ kind: 'points-slip', pages: 1, fileName: '积分兑换小票-JF2026-000001.pdf' });
  const back = await shop.call('points.reverseExchange', { exchangeId, reason: '错' }, as);
  await shop.call('points.printSlip', { exchangeId: back.exchangeId }, as);
  expect(await refusalOf(shop.call('points.printSlip', { exchangeId: 99 }, as))).toEqual(['not-found']);
});

test.each([0, -1, 1.5, 100_001])('a price of %s points is none', async (pointsPrice) => {
  await expect(
    seedItem(shop, { code: 'B1', name: '牙刷', listPriceFen: 100, pointsPrice }),
  ).rejects.toMatchObject({ error: { code: 'input-invalid' } });
});
