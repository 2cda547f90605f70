// Lines of their own in the month's distribution report: 补发, 超限, 免券领取, 补现金, 送货上门, 单人经办, points apart from money; and that
// the books still tie with vouchers in parts, packages, points, goods taken back line by line and lost papers.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approval, openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { tamper } from '../helpers/tamper.ts';
import { batchSpec, seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { changeSettings, type Settings } from '../helpers/settings.ts';

const manager = { as: 'manager' } as const;
const volunteer = { as: 'volunteer' } as const;
let shop: OpenShop;
let rice: number;
let households: ReadonlyMap<string, number>;
beforeEach(async () => {
  shop = await openShop();
  households = await seedHouseholds(shop, [{ number: '1', members: 2 }, { number: '2' }]);
  rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 1_000 });
  await seedGift(shop, { itemId: rice, quantity: 100 });
});
afterEach(() => shop.close());

const report = (month = '2026-05') => shop.call('reports.distribution', { month }, manager);
const set = (changes: Partial<Settings>) => changeSettings(shop, changes);
const redeem = (voucherIds: readonly number[], quantity: number, more: { topUpFen?: number } = {}) =>
  shop.call(
    'counter.redeem',
    { voucherIds: [...voucherIds], entry: 'scanned', lines: [{ itemId: rice, quantity }], ...more },
    volunteer,
  );
const idOf = ({ vouchers }: { vouchers: readonly { id: number }[] }, at = 0): number => vouchers[at]?.id ?? 0;

describe('lines of their own', () => {
  it('a lost voucher counts once: 补发 apart, issued and open as before', async () => {
    const batch = await seedBatch(shop, { inParts: true });
    await redeem([idOf(batch)], 3);
    await shop.call(
      'vouchers.replace',
      { voucherId: idOf(batch), reason: 'lost', note: '', approval },
      manager,
    );
    expect(await report()).toMatchObject({
      ties: true,
      apart: { month: { replaced: 1 }, year: { replaced: 1 } },
      total: {
        month: { issued: 2, issuedFen: 20_000, redeemed: 0, redeemedFen: 3_000, void: 0, outstanding: 2 },
      },
    });
    expect((await report('2026-06')).apart).toMatchObject({ month: { replaced: 0 }, year: { replaced: 1 } });
  });

  it('a voucher in parts, used up in June: what May’s act gives back opens it again in June, its value in May', async () => {
    const batch = await seedBatch(shop, { inParts: true });
    const { redemptionId } = await redeem([idOf(batch)], 4);
    shop.setNow('2026-06-02T02:00:00.000Z');
    await redeem([idOf(batch)], 6);
    await shop.call('counter.reverse', { redemptionId, reason: '退回' }, manager);
    const may = { issued: 2, redeemed: 0, redeemedFen: 0, outstanding: 2 };
    expect(await report()).toMatchObject({ ties: true, total: { month: may } });
    const june = { opening: 2, redeemed: 0, redeemedFen: 6_000, outstanding: 2 };
    expect(await report('2026-06')).toMatchObject({ ties: true, total: { month: june } });
  });

  it('cash added by a household stands in the trading book and in no voucher; taken back it is gone', async () => {
    await set({ topUpAllowed: true });
    const batch = await seedBatch(shop);
    const { redemptionId } = await redeem([idOf(batch)], 12, { topUpFen: 2_000 });
    expect(await report()).toMatchObject({
      ties: true,
      apart: { month: { topUpTimes: 1, topUpFen: 2_000 } },
      total: { month: { redeemed: 1, redeemedFen: 10_000, goodsFen: 12_000 } },
    });
    await shop.call('counter.reverse', { redemptionId, reason: '退回' }, volunteer);
    expect(await report()).toMatchObject({ ties: true, apart: { month: { topUpTimes: 0, topUpFen: 0 } } });
  });

  it('short-dated goods without a voucher: 户次 and goods, and no voucher', async () => {
    await set({ shortDatedFree: true });
    const milk = await seedItem(shop, { code: 'NAI', name: '牛奶', listPriceFen: 500, keepsDate: true });
    await shop.call(
      'goods.changeRule',
      {
        ...{ category: '食品', alarmDays: null, minPercent: 60, minDays: null },
        ...{ shortLifeDays: null, shortMinDays: null },
      },
      manager,
    );
    await seedGift(shop, {
      itemId: milk,
      quantity: 10,
      expiryDay: '2026-05-20',
      line: { productionDay: '2025-03-01', acceptanceReason: '当天发完' },
    });
    const householdId = households.get('1') ?? 0;
    await shop.call('counter.openForgotten', { householdId, reason: '忘带券', approval }, volunteer);
    const { redemptionId } = await shop.call(
      'counter.redeem',
      {
        householdId,
        voucherIds: [],
        entry: 'looked-up',
        lines: [{ itemId: milk, quantity: 2 }],
      },
      volunteer,
    );
    expect(await report()).toMatchObject({
      ties: true,
      apart: { month: { freeTimes: 1, freeFen: 1_000 } },
      total: { month: { householdTimes: 1, redeemed: 0, redeemedFen: 0, goodsFen: 1_000 } },
    });
    await shop.call('counter.reverse', { redemptionId, reason: '退回' }, volunteer);
    expect(await report()).toMatchObject({ ties: true, apart: { month: { freeTimes: 0, freeFen: 0 } } });
  });

  it('points are counted apart and never in money', async () => {
    const batch = await seedBatch(shop, {
      kind: 'points',
      faceFen: 0,
      facePoints: 50,
      inParts: true,
      validTo: '2026-05-20',
    });
    tamper(shop, 'UPDATE item SET points_price = 7');
    await redeem([idOf(batch)], 3);
    shop.setNow('2026-06-01T02:00:00.000Z');
    expect(await report()).toMatchObject({
      ties: true,
      apart: { month: { points: { pieces: 2, issued: 100, used: 21, lapsed: 79 } } },
      total: {
        month: { issued: 2, issuedFen: 0, redeemedFen: 0, goodsFen: 3_000, expired: 2, outstanding: 0 },
      },
    });
  });

  it('a batch that one person prepared and issued is named; one of two persons is not', async () => {
    await seedBatch(shop);
    expect((await report()).apart.month.single).toEqual({ batches: 0, pieces: 0, fen: 0 });
    await set({ issueNeedsSecond: false });
    const draft = await shop.call(
      'vouchers.prepareBatch',
      { spec: batchSpec({ name: '单人' }), again: true },
      manager,
    );
    await shop.call(
      'vouchers.approveBatch',
      {
        batchId: draft.batchId,
        expectPieces: draft.drafts,
        expectFaceFen: draft.faceFen,
        expectFacePoints: draft.facePoints,
      },
      manager,
    );
    expect((await report()).apart).toMatchObject({
      month: { single: { batches: 1, pieces: 2, fen: 20_000 } },
      year: { single: { batches: 1 } },
    });
    expect((await report('2026-06')).apart).toMatchObject({
      month: { single: { batches: 0 } },
      year: { single: { batches: 1 } },
    });
  });

  it('超限 by who said yes, and not what was taken back', async () => {
    const batch = await seedBatch(shop, { inParts: true });
    await shop.call(
      'limits.make',
      {
        ...{
          name: '大米',
          measure: 'pieces',
          itemId: rice,
          sort: null,
          subject: 'household',
          amounts: [[1, 1]],
        },
        ...{
          period: 'month',
          every: 1,
          carryOver: false,
          categories: [],
          fromDay: '2026-05-04',
          toDay: null,
        },
      },
      manager,
    );
    const over = (voucherId: number) =>
      shop.call(
        'counter.redeem',
        {
          ...{ voucherIds: [voucherId], entry: 'scanned', lines: [{ itemId: rice, quantity: 2 }] },
          ...{ overrides: { reason: '家中失火' }, approval },
        },
        volunteer,
      );
    const { redemptionId } = await over(idOf(batch));
    await over(idOf(batch, 1));
    expect(await report()).toMatchObject({
      ties: true,
      apart: { month: { overrides: 2 } },
      overriddenBy: [{ name: '区民政局', times: 2 }],
    });
    await shop.call('counter.reverse', { redemptionId, reason: '退回' }, volunteer);
    expect(await report()).toMatchObject({
      apart: { month: { overrides: 1 } },
      overriddenBy: [{ times: 1 }],
    });
    const pdf = await shop.call(
      'reports.print',
      { report: 'distribution', month: '2026-05', format: 'pdf' },
      manager,
    );
    expect(pdf.bytes.length).toBeGreaterThan(1_000);
  });
});

describe('an act that does not add up by itself', () => {
  it.each([
    ['redemption-vouchers', 'UPDATE redemption_voucher SET used_fen = used_fen + 1', 1],
    ['redemption-goods', 'UPDATE redemption_line SET amount_fen = amount_fen - 500', 500],
    ['redemption-paid', 'UPDATE redemption SET free_fen = 300', 300],
    ['topups', 'UPDATE redemption SET topup_fen = 300', 300],
    [
      'redemption-postings',
      `UPDATE voucher_posting SET amount_fen = amount_fen - 1 WHERE kind = 'redeemed'`,
      1,
    ],
    ['points', 'UPDATE voucher SET balance_points = 3, face_points = 3', 3],
  ])('%s stops the print and names it', async (what, statement, gap) => {
    const batch = await seedBatch(shop, { inParts: true });
    await redeem([idOf(batch)], 3);
    expect(
      (await shop.call('reports.print', { report: 'distribution', month: '2026-05', format: 'pdf' }, manager))
        .pages,
    ).toBeGreaterThan(0);
    tamper(shop, statement);
    const { code, reasons } = await refusalOf(
      shop.call('reports.print', { report: 'distribution', month: '2026-05', format: 'pdf' }, manager),
    );
    expect(code).toBe('report-does-not-tie');
    expect(
      reasons?.some(({ params }) => params?.['what'] === what && Math.abs(Number(params['gap'])) >= gap),
    ).toBe(true);
  });
});
