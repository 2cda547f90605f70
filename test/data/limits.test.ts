// Limits at the counter: scenarios 8 and 5, refused with every fact, shared across vouchers, given back by a reversal in its own period.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLimitShop, type LimitShop, type Rule } from '../helpers/limits.ts';
import type { OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';

const manager = { as: 'manager' } as const;
const volunteer = { as: 'volunteer' } as const;
let at: LimitShop;
let shop: OpenShop;
let rice: number;
let oil: number;
beforeEach(async () => {
  at = await openLimitShop();
  ({ shop, rice, oil } = at);
});
afterEach(() => shop.close());

describe('scenario 8: ¥150 a quarter, ¥600 a year', () => {
  const year = { name: '每年限额', period: 'year', amounts: [[1, 60_000]] } satisfies Partial<Rule>;
  it('¥120 in Q1; ¥160 on 2026-04-02 is refused by ¥10', async () => {
    await at.make();
    await at.make(year);
    const { voucher } = await at.household(3);
    await at.redeem(voucher, [[rice, 12]]);
    shop.setNow('2026-04-02T02:00:00.000Z');
    const refusal = await refusalOf(at.redeem(voucher, [[rice, 16]]));
    expect(refusal).toMatchObject({
      code: 'limit-value',
      params: {
        rule: '每季限额',
        limitFen: 15_000,
        usedFen: 0,
        leftFen: 15_000,
        overFen: 1_000,
        againDay: '2026-07-01',
      },
    });
    expect(refusal.reasons).toHaveLength(1);
    await at.redeem(voucher, [[rice, 15]]);
  });
  it('with carry-over ¥160 passes and ¥20 remains for Q2', async () => {
    await at.make({ carryOver: true });
    await at.make(year);
    const { voucher, number } = await at.household(3);
    await at.redeem(voucher, [[rice, 12]]);
    shop.setNow('2026-04-02T02:00:00.000Z');
    await at.redeem(voucher, [[rice, 16]]);
    expect(await at.leftOf(number)).toMatchObject([
      { name: '每季限额', limit: 18_000, used: 16_000, left: 2_000, againDay: '2026-07-01' },
      { name: '每年限额', limit: 60_000, used: 28_000, left: 32_000, againDay: '2027-01-01' },
    ]);
  });
  it('31 March 23:59 and 1 April 00:01 in Beijing are two quarters, whatever day it is in London', async () => {
    await at.make();
    const { voucher } = await at.household(1);
    shop.setNow('2026-03-31T15:59:00.000Z');
    await at.redeem(voucher, [[rice, 15]]);
    expect(await refusalOf(at.redeem(voucher, [[rice, 1]]))).toMatchObject({
      code: 'limit-value',
      params: { leftFen: 0, againDay: '2026-04-01' },
    });
    shop.setNow('2026-03-31T16:01:00.000Z');
    await at.redeem(voucher, [[rice, 15]]);
  });
});

it('scenario 5: two units a person and month; a death on 2026-03-02 leaves March at 6, April is 4', async () => {
  await at.make({
    name: '每人两袋',
    measure: 'pieces',
    itemId: rice,
    subject: 'person',
    amounts: [[1, 2]],
    period: 'month',
  });
  const { voucher, number, members } = await at.household(3);
  shop.setNow('2026-03-05T02:00:00.000Z');
  const gone = members[2];
  if (gone === undefined) throw new Error('three members wanted');
  await shop.call(
    'people.leave',
    { personId: gone, day: '2026-03-02', how: 'died', reason: '去世' },
    manager,
  );
  expect(await at.leftOf(number)).toMatchObject([{ limit: 6, left: 6 }]);
  await at.redeem(voucher, [[rice, 6]]);
  expect(await refusalOf(at.redeem(voucher, [[rice, 1]]))).toMatchObject({
    code: 'limit-pieces',
    params: { item: '大米', unit: '袋', limit: 6, used: 6, left: 0, over: 1, againDay: '2026-04-01' },
  });
  shop.setNow('2026-04-01T02:00:00.000Z');
  expect(await at.leftOf(number)).toMatchObject([{ limit: 4, left: 4 }]);
});

it('every rule is named at once with what else speaks against the basket; vouchers and batches share one limit', async () => {
  await at.make({
    name: '大米',
    measure: 'pieces',
    itemId: rice,
    amounts: [
      [1, 3],
      [3, 5],
    ],
    period: 'month',
  });
  await at.make({ name: '每月一次', measure: 'times', sort: '油', amounts: [[1, 1]], period: 'month' });
  const { vouchers } = await at.household(2, 2);
  const [first = 0, second = 0] = vouchers;
  await at.redeem(first, [
    [rice, 2],
    [oil, 1],
  ]);
  const refusal = await refusalOf(
    at.redeem(second, [
      [rice, 2],
      [oil, 1],
    ]),
  );
  expect(refusal.reasons?.map(({ code }) => code)).toEqual(['limit-pieces', 'limit-times']);
  // Named like its goods: they are said once.
  expect(refusal.reasons?.[0]?.params).toMatchObject({ rule: '大米', item: null, unit: '袋' });
  const worse = await refusalOf(at.redeem(second, [[rice, 5_000]]));
  expect(worse.reasons?.map(({ code }) => code)).toEqual(['stock-short', 'basket-over-face', 'limit-pieces']);
  await at.redeem(second, [[rice, 1]]);
  await refusalOf(at.redeem(first, [[rice, 1]]));
});

it('a rule for some categories concerns no other; one that has not begun or has ended nobody', async () => {
  const { voucher } = await at.household(1);
  await at.make({ categories: ['rural-minimum-living'], amounts: [[1, 1_000]] });
  await at.make({ name: '以后', fromDay: '2026-03-01', amounts: [[1, 1_000]] });
  const { ruleId } = await at.make({ name: '今天', amounts: [[1, 1_000]] });
  await refusalOf(at.redeem(voucher, [[rice, 2]]));
  expect(
    await refusalOf(shop.call('limits.end', { ruleId, lastDay: '2025-12-31', reason: '过时' }, manager)),
  ).toMatchObject({
    code: 'limit-end-past',
  });
  await shop.call('limits.end', { ruleId, lastDay: '2026-01-01', reason: '设错' }, manager);
  await at.redeem(voucher, [[rice, 2]]);
  const states = async (ended: boolean) =>
    (await shop.call('limits.list', { ended }, volunteer)).map(({ name, state, endReason }) => [
      name,
      state,
      endReason,
    ]);
  expect(await states(false)).toEqual([
    ['以后', 'coming', ''],
    ['每季限额', 'holds', ''],
  ]);
  expect((await states(true))[0]).toEqual(['今天', 'ended', '设错']);
  expect(
    await refusalOf(shop.call('limits.end', { ruleId, lastDay: '2026-05-01', reason: '再停' }, manager)),
  ).toMatchObject({
    code: 'limit-end-past',
  });
});

it('what comes back gives exactly back, in the period it was taken in, whole and by lines', async () => {
  await at.make({ carryOver: true });
  await at.make({ name: '次数', measure: 'times', amounts: [[1, 2]], period: 'quarter' });
  const { voucher, number } = await at.household(1);
  const one = await at.redeem(voucher, [
    [rice, 8],
    [oil, 1],
  ]);
  expect(await at.leftOf(number)).toMatchObject([{ used: 12_000 }, { used: 1, left: 1 }]);
  await shop.call(
    'counter.reverse',
    { redemptionId: one.redemptionId, lines: [2], reason: '拿错' },
    volunteer,
  );
  expect(await at.leftOf(number)).toMatchObject([{ used: 8_000, left: 7_000 }, { used: 1 }]);
  shop.setNow('2026-04-02T02:00:00.000Z');
  expect(await at.leftOf(number)).toMatchObject([
    { used: 0, limit: 22_000 },
    { used: 0, left: 2 },
  ]);
  await shop.call('counter.reverse', { redemptionId: one.redemptionId, reason: '全退' }, manager);
  // It comes back in Q1, so that all of Q1 is carried over; nothing is used in Q2.
  expect(await at.leftOf(number)).toMatchObject([
    { used: 0, limit: 30_000 },
    { used: 0, left: 2 },
  ]);
});

it('a rule that is none is refused with every field', async () => {
  const refusal = await refusalOf(
    at.make({
      fromDay: '2026-01-01',
      toDay: '2025-12-31',
      amounts: [
        [2, 1],
        [2, 1],
      ],
      period: 'week',
      every: 2,
      carryOver: true,
      itemId: 999,
      sort: '食品',
      subject: 'proxy',
      categories: ['nobody'],
    }),
  );
  expect(refusal.reasons?.map(({ code, field }) => [code, field])).toEqual([
    ['limit-begins-past', 'fromDay'],
    ['limit-days-reversed', 'toDay'],
    ['limit-amounts-order', 'amounts'],
    ['limit-every', 'every'],
    ['limit-carry-over', 'carryOver'],
    ['limit-goods-both', 'sort'],
    ['limit-proxy-amounts', 'amounts'],
    ['item-unknown', 'itemId'],
    ['category-unknown', 'categories'],
  ]);
  expect((await shop.send({ act: 'limits.make', input: {}, commandId: 'x' }, 'volunteer')).ok).toBe(false);
});
