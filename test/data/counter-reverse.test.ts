// Slip, list of the day, and taking a redemption back (rulings.md 6, lessons.md row 2).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, vouchersOf } from '../helpers/seed.ts';
import { openTill, type Till } from '../helpers/till.ts';

let fresh: Till['fresh'];
let scan: Till['scan'];
let redeem: Till['redeem'];
let onHand: Till['onHand'];
let look: Till['look'];
let rice: Till['rice'];
let shop: Till['shop'];
beforeAll(async () => {
  ({ fresh, scan, redeem, onHand, look, rice, shop } = await openTill());
});
afterAll(() => shop.close());

describe('slip and list of the day', () => {
  it('prints the slip, marks the second print, and lists the act', async () => {
    const voucher = fresh();
    const { redemptionId, number } = await redeem(voucher.id, [{ itemId: rice, quantity: 2 }]);
    for (let print = 0; print < 2; print += 1) {
      const slip = await shop.call('counter.printSlip', { redemptionId }, { as: 'volunteer' });
      expect(Buffer.from(slip.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    }
    expect(
      look(
        'SELECT count(*) AS prints FROM paper_print WHERE kind = ? AND document_id = ?',
        'redemption-slip',
        redemptionId,
      ),
    ).toEqual([{ prints: 2 }]);
    expect(
      await refusalOf(shop.call('counter.printSlip', { redemptionId: 99_999 }, { as: 'volunteer' })),
    ).toMatchObject({ code: 'not-found' });
    const [listed] = await shop.call('counter.today', { search: number }, { as: 'volunteer' });
    expect(listed).toMatchObject({
      redemptionId,
      number,
      usedFen: 9_000,
      lapsedFen: 1_000,
      operator: '王芳',
      reversed: false,
      category: '城市低保',
    });
  });
});

describe('reverse', () => {
  it('brings the same lots and the voucher back, once, and the voucher can be used again', async () => {
    const voucher = fresh();
    const before = await onHand(rice);
    const { redemptionId, number } = await redeem(voucher.id, [{ itemId: rice, quantity: 2 }]);
    await shop.call('counter.reverse', { redemptionId, reason: '拿错了' }, { as: 'volunteer' });
    expect(await onHand(rice)).toBe(before);
    expect(await scan(voucher.typedCode)).toMatchObject({
      vouchers: [{ balanceFen: 10_000 }],
      household: { lastCollectedDay: null },
    });
    const again = shop.call('counter.reverse', { redemptionId, reason: '再撤' }, { as: 'manager' });
    expect(await refusalOf(again)).toMatchObject({
      code: 'redemption-reversed',
      params: { number, reversedAt: '2026-05-04T02:12:00.000Z', operator: '王芳' },
    });
    const [listed] = await shop.call('counter.today', { search: number }, { as: 'volunteer' });
    expect(listed).toMatchObject({ number, reversed: true });
    expect(await redeem(voucher.id, [{ itemId: rice, quantity: 1 }])).toMatchObject({ beforeFen: 10_000 });
    const slip = await shop.call('counter.printSlip', { redemptionId }, { as: 'volunteer' });
    expect(slip.pages).toBe(1);
  });

  it('lets a volunteer take back own acts of the day only, a manager any', async () => {
    const own = await openShop();
    await seedHouseholds(own, [{ number: '1' }, { number: '2' }]);
    const batch = await seedBatch(own);
    const item = await seedItem(own, { code: 'A', name: '皂', listPriceFen: 500 });
    await seedGift(own, { itemId: item, quantity: 9 });
    const take = (at: number, as: 'volunteer' | 'manager') =>
      own.call(
        'counter.redeem',
        {
          voucherIds: [batch.vouchers[at]?.id ?? 0],
          entry: 'scanned',
          lines: [{ itemId: item, quantity: 1 }],
        },
        { as },
      );
    const theirs = await take(0, 'manager');
    const mine = await take(1, 'volunteer');
    const reverse = (redemptionId: number, as: 'volunteer' | 'manager' | 'bureau') =>
      own.call('counter.reverse', { redemptionId, reason: '撤销' }, { as });
    expect(await refusalOf(reverse(theirs.redemptionId, 'volunteer'))).toMatchObject({
      code: 'reverse-not-own',
      params: { number: theirs.number },
    });
    expect(await refusalOf(reverse(mine.redemptionId, 'bureau'))).toMatchObject({ code: 'reverse-not-own' });
    expect(await refusalOf(reverse(99, 'manager'))).toMatchObject({ code: 'not-found' });
    own.setNow('2026-05-05T02:00:00.000Z');
    expect(await refusalOf(reverse(mine.redemptionId, 'volunteer'))).toMatchObject({
      code: 'reverse-not-today',
      params: { redeemedDay: '2026-05-04' },
    });
    const listOf = (as: 'volunteer' | 'manager') => own.call('counter.today', { day: '2026-05-04' }, { as });
    expect(await refusalOf(listOf('volunteer'))).toMatchObject({ code: 'not-permitted' });
    expect((await listOf('manager')).map(({ redemptionId }) => redemptionId)).toContain(mine.redemptionId);
    expect(await own.call('counter.today', {}, { as: 'manager' })).toEqual([]);
    await reverse(mine.redemptionId, 'manager');
    await own.close();
  });

  it('ruling 6: past its end the voucher is expired, and the goods go back even into an expired lot', async () => {
    const own = await openShop();
    await seedHouseholds(own, [{ number: '1' }]);
    const batch = await seedBatch(own, { validTo: '2026-05-10' });
    const voucherId = batch.vouchers[0]?.id ?? 0;
    const item = await seedItem(own, { code: 'A', name: '奶', listPriceFen: 500, keepsDate: true });
    await seedGift(own, { itemId: item, quantity: 9, valueFen: 1_000, expiryDay: '2026-05-08' });
    const { redemptionId } = await own.call(
      'counter.redeem',
      { voucherIds: [voucherId], entry: 'scanned', lines: [{ itemId: item, quantity: 4 }] },
      { as: 'volunteer' },
    );
    own.setNow('2026-05-11T02:00:00.000Z');
    await own.call('counter.reverse', { redemptionId, reason: '误操作' }, { as: 'manager' });
    expect(await vouchersOf(own, batch.batchId)).toMatchObject([{ state: 'expired', balanceFen: 0 }]);
    expect(await own.call('goods.read', { itemId: item }, { as: 'manager' })).toMatchObject({
      onHand: 9,
      expired: 9,
      available: 0,
    });
    expect(await own.call('stock.lots', { itemId: item }, { as: 'manager' })).toMatchObject({ total: 1 });
    expect((await own.call('reports.balance', { month: '2026-05' }, { as: 'manager' })).rows).toMatchObject([
      { closing: { quantity: 9, fen: 1_000 }, ties: true },
    ]);
    expect(await own.call('reports.distribution', { month: '2026-05' }, { as: 'manager' })).toMatchObject({
      ties: true,
      total: { month: { issued: 1, redeemed: 0, expired: 1, outstanding: 0, householdTimes: 0 } },
    });
    await own.close();
  });
});
