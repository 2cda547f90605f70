// Several vouchers of one household in one act, what cash adds, what is free, and taking some of the goods back (rulings.md 4, 6, 10,
// 11; scenario 10).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedItem, vouchersOf, type ListedVoucher } from '../helpers/seed.ts';
import { openTill, type Line, type Till } from '../helpers/till.ts';
import { changeSettings, type Settings } from '../helpers/settings.ts';

let till: Till;
let second: readonly ListedVoucher[];
let oil: number;
let wrap: number;
beforeAll(async () => {
  till = await openTill();
  ({ vouchers: second } = await seedBatch(till.shop, {
    name: '第二批',
    faceFen: 5_000,
    validTo: '2026-05-31',
  }));
  oil = await seedItem(till.shop, { code: 'OIL', name: '食油', listPriceFen: 6_300 });
  await seedGift(till.shop, { itemId: oil, quantity: 200 });
  wrap = await seedItem(till.shop, { code: 'WRAP', name: '保鲜膜', listPriceFen: null, unit: '卷' });
  await seedGift(till.shop, { itemId: wrap, quantity: 200, valueFen: null });
});
afterAll(() => till.shop.close());

/** Both vouchers of a household no test has served yet. */
const pair = (): readonly [ListedVoucher, ListedVoucher] => {
  const first = till.fresh();
  const [found] = till.look(
    'SELECT other.id FROM voucher JOIN voucher AS other USING (household_id) WHERE voucher.id = ? AND other.id <> voucher.id',
    first.id,
  ) as [{ id: number }];
  const other = second.find(({ id }) => id === found.id);
  if (!other) throw new Error('no second voucher');
  return [first, other];
};
const redeem = (vouchers: readonly ListedVoucher[], lines: readonly Line[], more: object = {}) =>
  till.shop.call(
    'counter.redeem',
    { voucherIds: vouchers.map(({ id }) => id), lines: [...lines], ...more },
    { as: 'volunteer' },
  );
const standing = async (voucher: ListedVoucher) => {
  const { batch_id: batchId } = till.look('SELECT batch_id FROM voucher WHERE id = ?', voucher.id)[0] as {
    batch_id: number;
  };
  return (await vouchersOf(till.shop, batchId)).find(({ id }) => id === voucher.id);
};
const allow = (changes: Partial<Settings>) => changeSettings(till.shop, changes);
const reverse = (redemptionId: number, lines: number[] | null = null) =>
  till.shop.call('counter.reverse', { redemptionId, lines, reason: '拿错了' }, { as: 'volunteer' });
const gaps = async () =>
  (await till.shop.call('reports.distribution', { month: '2026-05' }, { as: 'manager' })).ties;

describe('two vouchers of one household', () => {
  it('pay together and count as one 户次; what lapses is of one of them alone', async () => {
    const [first, other] = pair();
    const times = async () => (await till.shop.call('shop.today', {}, { as: 'manager' })).redemptions;
    const before = await times();
    const done = await redeem([first, other], [{ itemId: oil, quantity: 2 }]);
    expect(done).toMatchObject({
      beforeFen: 15_000,
      usedFen: 12_600,
      lapsedFen: 2_400,
      afterFen: 0,
      topUpFen: 0,
    });
    expect(done.vouchers.map(({ usedFen, lapsedFen }) => [usedFen, lapsedFen])).toEqual([
      [7_600, 2_400],
      [5_000, 0],
    ]);
    expect(await times()).toBe(before + 1);
    expect(await gaps()).toBe(true);
  });

  it('one that is not needed stays open and whole', async () => {
    const [first, other] = pair();
    const done = await redeem([first, other], [{ itemId: till.rice, quantity: 1 }]);
    expect(done.vouchers.map(({ voucherId }) => voucherId)).toEqual([other.id]);
    expect(await standing(first)).toMatchObject({ balanceFen: 10_000, state: 'issued' });
  });

  it('of two households are refused together, in the basket and at the scan', async () => {
    const [first] = pair();
    const [, stranger] = pair();
    expect(await refusalOf(redeem([first, stranger], [{ itemId: oil, quantity: 1 }]))).toMatchObject({
      code: 'vouchers-of-others',
      params: { serial: stranger.serial },
    });
    const { household } = await till.scan(first.typedCode);
    const beside = till.shop.call(
      'counter.scan',
      { code: stranger.typedCode, entry: 'scanned', householdId: household.householdId },
      { as: 'volunteer' },
    );
    expect(await refusalOf(beside)).toMatchObject({ code: 'vouchers-of-others' });
  });

  it('the same voucher named twice pays once', async () => {
    const [first] = pair();
    expect(await redeem([first, first], [{ itemId: oil, quantity: 1 }])).toMatchObject({ beforeFen: 10_000 });
  });
});

describe('what a basket is worth beyond its vouchers', () => {
  it('is refused where the shop takes no cash, or another amount than is due', async () => {
    const [first] = pair();
    const lines = [{ itemId: oil, quantity: 2 }];
    const over = { code: 'basket-over-face', params: { overFen: 2_600 } };
    expect(await refusalOf(redeem([first], lines, { topUpFen: 2_600 }))).toMatchObject(over);
    await allow({ topUpAllowed: true });
    expect(await refusalOf(redeem([first], lines))).toMatchObject(over);
    expect(await refusalOf(redeem([first], lines, { topUpFen: 2_700 }))).toMatchObject(over);
    expect(await refusalOf(redeem([first], [{ itemId: oil, quantity: 1 }], { topUpFen: 100 }))).toMatchObject(
      { code: 'topup-not-due' },
    );
    expect(await standing(first)).toMatchObject({ balanceFen: 10_000 });
  });

  it('scenario 10: 8.00 cash into the trading book, never into donations; taken back with the act', async () => {
    await allow({ topUpAllowed: true });
    const dear = await seedItem(till.shop, { code: 'DEAR', name: '礼盒', listPriceFen: 10_800 });
    await seedGift(till.shop, { itemId: dear, quantity: 5 });
    const trading = () =>
      till.look("SELECT coalesce(sum(amount_fen), 0) AS fen FROM cash_posting WHERE source = 'trading'");
    const aid = () => till.look("SELECT count(*) AS n FROM cash_posting WHERE source <> 'trading'");
    const [money, gifts] = [trading(), aid()];
    const [first] = pair();
    const done = await redeem([first], [{ itemId: dear, quantity: 1 }], { topUpFen: 800 });
    expect(done).toMatchObject({ usedFen: 10_000, lapsedFen: 0, topUpFen: 800 });
    expect(trading()).toEqual([{ fen: (money[0] as { fen: number }).fen + 800 }]);
    expect(aid()).toEqual(gifts);
    expect(await reverse(done.redemptionId)).toMatchObject({ backFen: 10_000, topUpFen: 800 });
    expect(trading()).toEqual(money);
    expect(await gaps()).toBe(true);
  });
});

describe('taking some of the goods back', () => {
  it('gives back value and lots of those lines; what is left comes back with the rest, and nothing twice', async () => {
    const [first] = pair();
    const [oils, bags] = [await till.onHand(oil), await till.onHand(till.rice)];
    const { redemptionId } = await redeem(
      [first],
      [
        { itemId: till.rice, quantity: 1 },
        { itemId: wrap, quantity: 1 },
        { itemId: till.rice, quantity: 1 },
      ],
    );
    expect(await reverse(redemptionId, [2])).toMatchObject({ backFen: 0 });
    expect(await standing(first)).toMatchObject({ balanceFen: 0, state: 'used' });
    expect(await refusalOf(reverse(redemptionId, [2]))).toMatchObject({
      code: 'line-reversed',
      params: { line: 2 },
    });
    expect(await refusalOf(reverse(redemptionId, [7]))).toMatchObject({ code: 'line-reversed' });
    expect(await reverse(redemptionId)).toMatchObject({ backFen: 9_000 });
    expect(await standing(first)).toMatchObject({ balanceFen: 10_000, state: 'active' });
    expect([await till.onHand(oil), await till.onHand(till.rice)]).toEqual([oils, bags]);
    expect(await refusalOf(reverse(redemptionId))).toMatchObject({ code: 'redemption-reversed' });
    expect(await gaps()).toBe(true);
  });

  it('reopens the voucher with the worth of the line; what had lapsed stays lapsed; it is still the same 户次', async () => {
    const [first] = pair();
    const { redemptionId } = await redeem(
      [first],
      [
        { itemId: till.rice, quantity: 1 },
        { itemId: wrap, quantity: 2 },
      ],
    );
    const { redemptions } = await till.shop.call('shop.today', {}, { as: 'manager' });
    expect(await reverse(redemptionId, [1])).toMatchObject({ backFen: 4_500 });
    expect(await standing(first)).toMatchObject({ balanceFen: 4_500, state: 'partly-used' });
    expect((await till.shop.call('shop.today', {}, { as: 'manager' })).redemptions).toBe(redemptions);
    expect(await redeem([first], [{ itemId: till.rice, quantity: 1 }])).toMatchObject({
      usedFen: 4_500,
      lapsedFen: 0,
    });
    expect(await gaps()).toBe(true);
  });

  it('gives cash back before value: a voucher shall not become money', async () => {
    await allow({ topUpAllowed: true });
    const [first] = pair();
    const lines = [
      { itemId: till.rice, quantity: 1 },
      { itemId: oil, quantity: 1 },
    ];
    const { redemptionId } = await redeem([first], lines, { topUpFen: 800 });
    expect(await reverse(redemptionId, [1])).toMatchObject({ backFen: 3_700, topUpFen: 800 });
    expect(await standing(first)).toMatchObject({ balanceFen: 3_700 });
    expect(await reverse(redemptionId)).toMatchObject({ backFen: 6_300, topUpFen: 0 });
    expect(await standing(first)).toMatchObject({ balanceFen: 10_000 });
  });
});

describe('goods without a voucher', () => {
  const free = (householdId: number, itemId: number) =>
    till.shop.call(
      'counter.redeem',
      { householdId, voucherIds: [], entry: 'scanned', lines: [{ itemId, quantity: 1 }] },
      { as: 'volunteer' },
    );
  it('only where the shop allows it', async () => {
    const { household } = await till.scan(pair()[0].typedCode);
    await allow({ shortDatedFree: false });
    expect(await refusalOf(free(household.householdId, oil))).toMatchObject({ code: 'voucher-needed' });
  });
});
