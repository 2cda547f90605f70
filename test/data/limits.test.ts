// Limits at the counter: refused with every fact, shared across vouchers, given back by a reversal in its own period, overridden only
// by a second person with a reason; and what the till, the slip and the month's list say of them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../db/contract/index.ts';
import { openReadOnly } from '../../db/open.ts';
import { family } from '../helpers/households.ts';
import { openShop, password, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { qrOf, seedBatch, seedGift, seedItem } from '../helpers/seed.ts';

const manager = { as: 'manager' } as const;
const volunteer = { as: 'volunteer' } as const;
let shop: OpenShop;
let rice: number;
let oil: number;

beforeEach(async () => {
  shop = await openShop({ now: '2026-01-02T02:00:00.000Z' });
  rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 1_000 });
  oil = await seedItem(shop, { code: 'YOU', name: '食用油', listPriceFen: 4_000, category: '油' });
  await seedGift(shop, { itemId: rice, quantity: 900, day: '2026-01-02' });
  await seedGift(shop, { itemId: oil, quantity: 900, day: '2026-01-02' });
});
afterEach(() => shop.close());

type Rule = Input<'limits.make'>;
const make = (changes: Partial<Rule> = {}) =>
  shop.call(
    'limits.make',
    {
      name: '每季限额',
      measure: 'fen',
      itemId: null,
      sort: null,
      subject: 'household',
      amounts: [[1, 15_000]],
      period: 'quarter',
      every: 1,
      carryOver: false,
      categories: [],
      fromDay: '2026-01-02',
      toDay: null,
      ...changes,
    },
    manager,
  );
/** A family with vouchers to spend in parts. */
const household = async (size: number, vouchers = 1) => {
  const entered = await family(shop, size, { day: '2026-01-02' });
  for (let at = 0; at < vouchers; at += 1)
    await seedBatch(shop, {
      name: `批次${batches++}`,
      faceFen: 90_000,
      inParts: true,
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    });
  const file = openReadOnly(shop.file, shop.key);
  const own = file
    .prepare('SELECT id FROM voucher WHERE household_id = ? ORDER BY id')
    .pluck()
    .all(entered.householdId) as number[];
  file.close();
  return { ...entered, voucher: own[0] ?? 0, vouchers: own };
};
let batches = 0;
const redeem = (
  voucherId: number,
  lines: readonly (readonly [number, number])[],
  more: Partial<Input<'counter.redeem'>> = {},
): Promise<Output<'counter.redeem'>> =>
  shop.call(
    'counter.redeem',
    {
      voucherIds: [voucherId],
      entry: 'scanned',
      lines: lines.map(([itemId, quantity]) => ({ itemId, quantity })),
      ...more,
    },
    volunteer,
  );
const bureau = { login: 'minzhengju', password };
const leftOf = async (householdNumber: string) =>
  (await shop.call('limits.left', { householdNumber }, volunteer)).limits;

describe('scenario 8: ¥150 a quarter, ¥600 a year', () => {
  const year = { name: '每年限额', period: 'year', amounts: [[1, 60_000]] } satisfies Partial<Rule>;
  it('¥120 in Q1; ¥160 on 2026-04-02 is refused by ¥10', async () => {
    await make();
    await make(year);
    const { voucher } = await household(3);
    await redeem(voucher, [[rice, 12]]);
    shop.setNow('2026-04-02T02:00:00.000Z');
    const refusal = await refusalOf(redeem(voucher, [[rice, 16]]));
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
    await redeem(voucher, [[rice, 15]]);
  });
  it('with carry-over ¥160 passes and ¥20 remains for Q2', async () => {
    await make({ carryOver: true });
    await make(year);
    const { voucher, number } = await household(3);
    await redeem(voucher, [[rice, 12]]);
    shop.setNow('2026-04-02T02:00:00.000Z');
    await redeem(voucher, [[rice, 16]]);
    expect(await leftOf(number)).toMatchObject([
      { name: '每季限额', limit: 18_000, used: 16_000, left: 2_000, againDay: '2026-07-01' },
      { name: '每年限额', limit: 60_000, used: 28_000, left: 32_000, againDay: '2027-01-01' },
    ]);
  });
  it('31 March 23:59 and 1 April 00:01 in Beijing are two quarters, whatever day it is in London', async () => {
    await make();
    const { voucher } = await household(1);
    shop.setNow('2026-03-31T15:59:00.000Z');
    await redeem(voucher, [[rice, 15]]);
    expect(await refusalOf(redeem(voucher, [[rice, 1]]))).toMatchObject({
      code: 'limit-value',
      params: { leftFen: 0, againDay: '2026-04-01' },
    });
    shop.setNow('2026-03-31T16:01:00.000Z');
    await redeem(voucher, [[rice, 15]]);
  });
});

it('scenario 5: two units a person and month; a death on 2026-03-02 leaves March at 6, April is 4', async () => {
  await make({
    name: '每人两袋',
    measure: 'pieces',
    itemId: rice,
    subject: 'person',
    amounts: [[1, 2]],
    period: 'month',
  });
  const { voucher, number, householdId, members } = await household(3);
  shop.setNow('2026-03-05T02:00:00.000Z');
  const gone = members[2];
  if (gone === undefined) throw new Error('three members wanted');
  await shop.call(
    'people.leave',
    { personId: gone, day: '2026-03-02', how: 'died', reason: '去世' },
    manager,
  );
  expect(await leftOf(number)).toMatchObject([{ limit: 6, left: 6 }]);
  await redeem(voucher, [[rice, 6]]);
  expect(await refusalOf(redeem(voucher, [[rice, 1]]))).toMatchObject({
    code: 'limit-pieces',
    params: { item: '大米', unit: '袋', limit: 6, used: 6, left: 0, over: 1, againDay: '2026-04-01' },
  });
  shop.setNow('2026-04-01T02:00:00.000Z');
  expect(await leftOf(number)).toMatchObject([{ limit: 4, left: 4 }]);
});

it('every rule is named at once with what else speaks against the basket; vouchers and batches share one limit', async () => {
  await make({
    name: '大米',
    measure: 'pieces',
    itemId: rice,
    amounts: [
      [1, 3],
      [3, 5],
    ],
    period: 'month',
  });
  await make({ name: '每月一次', measure: 'times', sort: '油', amounts: [[1, 1]], period: 'month' });
  const { vouchers } = await household(2, 2);
  const [first = 0, second = 0] = vouchers;
  await redeem(first, [
    [rice, 2],
    [oil, 1],
  ]);
  const refusal = await refusalOf(
    redeem(second, [
      [rice, 2],
      [oil, 1],
    ]),
  );
  expect(refusal.reasons?.map(({ code }) => code)).toEqual(['limit-pieces', 'limit-times']);
  const worse = await refusalOf(redeem(second, [[rice, 5_000]]));
  expect(worse.reasons?.map(({ code }) => code)).toEqual(['stock-short', 'basket-over-face', 'limit-pieces']);
  await redeem(second, [[rice, 1]]);
  await refusalOf(redeem(first, [[rice, 1]]));
});

it('a rule for some categories concerns no other; one that has not begun or has ended nobody', async () => {
  const { voucher } = await household(1);
  await make({ categories: ['rural-minimum-living'], amounts: [[1, 1_000]] });
  await make({ name: '以后', fromDay: '2026-03-01', amounts: [[1, 1_000]] });
  const { ruleId } = await make({ name: '今天', amounts: [[1, 1_000]] });
  await refusalOf(redeem(voucher, [[rice, 2]]));
  expect(
    await refusalOf(shop.call('limits.end', { ruleId, lastDay: '2025-12-31', reason: '过时' }, manager)),
  ).toMatchObject({
    code: 'limit-end-past',
  });
  await shop.call('limits.end', { ruleId, lastDay: '2026-01-01', reason: '设错' }, manager);
  await redeem(voucher, [[rice, 2]]);
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
  await make({ carryOver: true });
  await make({ name: '次数', measure: 'times', amounts: [[1, 2]], period: 'quarter' });
  const { voucher, number } = await household(1);
  const one = await redeem(voucher, [
    [rice, 8],
    [oil, 1],
  ]);
  expect(await leftOf(number)).toMatchObject([{ used: 12_000 }, { used: 1, left: 1 }]);
  await shop.call(
    'counter.reverse',
    { redemptionId: one.redemptionId, lines: [2], reason: '拿错' },
    volunteer,
  );
  expect(await leftOf(number)).toMatchObject([{ used: 8_000, left: 7_000 }, { used: 1 }]);
  shop.setNow('2026-04-02T02:00:00.000Z');
  expect(await leftOf(number)).toMatchObject([
    { used: 0, limit: 22_000 },
    { used: 0, left: 2 },
  ]);
  await shop.call('counter.reverse', { redemptionId: one.redemptionId, reason: '全退' }, manager);
  // It comes back in Q1, so that all of Q1 is carried over; nothing is used in Q2.
  expect(await leftOf(number)).toMatchObject([
    { used: 0, limit: 30_000 },
    { used: 0, left: 2 },
  ]);
});

describe('more than a rule allows', () => {
  it('needs a reason and a second person; stands in the list of the month and in the audit', async () => {
    await make({ name: '大米', measure: 'pieces', itemId: rice, amounts: [[1, 1]], period: 'month' });
    const { voucher, number } = await household(1);
    const lines = [[rice, 3]] as const;
    const overrides = { reason: '家中失火' };
    expect(await refusalOf(redeem(voucher, lines, { overrides }))).toMatchObject({ code: 'limit-pieces' });
    expect(await refusalOf(redeem(voucher, lines, { approval: bureau }))).toMatchObject({
      code: 'limit-pieces',
    });
    expect(
      await refusalOf(redeem(voucher, lines, { overrides, approval: { login: 'wangfang', password } })),
    ).toMatchObject({ code: 'approval-same-person' });
    expect(
      await refusalOf(
        redeem(voucher, lines, { overrides, approval: { ...bureau, password: 'falsch-2026' } }),
      ),
    ).toMatchObject({ code: 'approval-wrong' });
    const input = { voucherIds: [voucher], lines: [{ itemId: rice, quantity: 3 }], overrides };
    expect(
      await refusalOf(
        shop.call('counter.redeem', { ...input, approval: { login: 'dianzhang', password } }, manager),
      ),
    ).toMatchObject({ code: 'approval-same-person' });
    const done = await redeem(voucher, lines, { overrides, approval: bureau });
    expect(done.overLimits).toEqual({ rules: ['大米'], approvedBy: '区民政局' });
    const listed = () => shop.call('limits.overrides', { month: '2026-01' }, manager);
    expect(await listed()).toMatchObject([
      {
        number: done.number,
        day: '2026-01-02',
        householdNumber: number,
        rule: '大米',
        measure: 'pieces',
        unit: '袋',
        over: 2,
        reason: '家中失火',
        approvedBy: '区民政局',
        operator: '王芳',
        reversed: false,
      },
    ]);
    expect(await shop.call('limits.overrides', { month: '2026-02' }, manager)).toEqual([]);
    await shop.call('counter.reverse', { redemptionId: done.redemptionId, reason: '退回' }, volunteer);
    expect((await listed())[0]?.reversed).toBe(true);
    expect(await leftOf(number)).toMatchObject([{ used: 0, left: 1 }]);
  });
  it('a reason and a yes where nothing is over change nothing, and no password is asked', async () => {
    await make({ amounts: [[1, 5_000]] });
    const { voucher } = await household(1);
    const done = await redeem(voucher, [[rice, 1]], {
      overrides: { reason: '以防万一' },
      approval: { ...bureau, password: 'falsch-2026' },
    });
    expect(done.overLimits).toBeNull();
    expect(await shop.call('limits.overrides', { month: '2026-01' }, manager)).toEqual([]);
  });
});

it('a proxy rule counts what somebody unrelated collects for all households, relatives never', async () => {
  await make({ name: '代领', measure: 'times', subject: 'proxy', amounts: [[1, 1]], period: 'month' });
  const [one, two, three] = [await household(1), await household(1), await household(1)];
  const proxy = (related: boolean): NonNullable<Input<'counter.redeem'>['proxy']> => ({
    kind: 'on-the-spot',
    name: '覃代领',
    document: 'passport',
    number: 'E12345678',
    relation: related ? '子女' : '邻居',
    related,
    reason: '行动不便',
    tailReason: '',
  });
  const first = await redeem(one.voucher, [[rice, 1]], { proxy: proxy(false) });
  expect(await refusalOf(redeem(two.voucher, [[rice, 1]], { proxy: proxy(false) }))).toMatchObject({
    code: 'limit-times',
    params: { rule: '代领', limit: 1, used: 1, left: 0, againDay: '2026-02-01' },
  });
  await redeem(three.voucher, [[rice, 1]], { proxy: proxy(true) });
  await shop.call('counter.reverse', { redemptionId: first.redemptionId, reason: '退回' }, volunteer);
  await redeem(two.voucher, [[rice, 1]], { proxy: proxy(false) });
});

it('the till says what is left of the household, not of proxies', async () => {
  const { voucher } = await household(2);
  await make({
    name: '大米',
    measure: 'pieces',
    itemId: rice,
    subject: 'person',
    amounts: [[1, 1]],
    period: 'month',
  });
  await make({ name: '代领', measure: 'times', subject: 'proxy', amounts: [[1, 1]], period: 'month' });
  await redeem(voucher, [[rice, 1]]);
  const { household: shown } = await shop.call(
    'counter.scan',
    { code: qrOf(shop, voucher), entry: 'scanned' },
    volunteer,
  );
  expect(shown.limits).toMatchObject([
    { name: '大米', itemId: rice, unit: '袋', limit: 2, used: 1, left: 1, againDay: '2026-02-01' },
  ]);
});

it('a rule that is none is refused with every field', async () => {
  const refusal = await refusalOf(
    make({
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
