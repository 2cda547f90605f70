// 当班: opened by the first redemption or by hand, ended by people or by the calendar; cash is compared, never corrected; who may undo.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { openTill, type Till } from '../helpers/till.ts';

let till: Till;
let shop: Till['shop'];
const as = 'volunteer' as const;
const current = async (who: 'volunteer' | 'manager' = as) =>
  (await shop.call('shift.current', {}, { as: who })).shift;
const openId = async (): Promise<number> => {
  const shift = await current();
  if (!shift) throw new Error('no shift');
  return shift.shiftId;
};
const topUps = async (on: boolean) => {
  const { settings, name, districtName, reportPhone } = await shop.call('shop.read', {}, { as: 'manager' });
  await shop.call(
    'shop.change',
    { name, districtName, reportPhone, settings: { ...settings, topUpAllowed: on } },
    { as: 'manager' },
  );
};
/** Three bags cost ¥135: ¥35 in cash beside the voucher. */
const withCash = () =>
  shop.call(
    'counter.redeem',
    { voucherIds: [till.fresh().id], lines: [{ itemId: till.rice, quantity: 3 }], topUpFen: 3_500 },
    { as },
  );

beforeAll(async () => {
  till = await openTill();
  shop = till.shop;
  await topUps(true);
});
afterAll(() => shop.close());

describe('a shift', () => {
  it('opens by itself at the first redemption, what was in the drawer unknown', async () => {
    expect(await current()).toBeNull();
    const voucher = till.fresh();
    await till.redeem(voucher.id, [{ itemId: till.rice, quantity: 2 }]);
    expect(await current()).toMatchObject({
      number: 'BC20260504-1',
      terminal: '1号柜台',
      openedBy: '王芳',
      floatFen: null,
      expectedFen: null,
      householdTimes: 1,
      usedFen: 9_000,
      vouchers: [{ is: 'fen', pieces: 1, face: 10_000, used: 9_000, lapsed: 1_000 }],
    });
    expect(await refusalOf(shop.call('shift.open', { floatFen: 0 }, { as }))).toMatchObject({
      code: 'shift-open',
    });
    expect(await current('manager')).toBeNull();
  });

  it('is closed uncounted, and not twice', async () => {
    const shiftId = await openId();
    await shop.call('shift.close', { shiftId, countedFen: null }, { as });
    expect(await refusalOf(shop.call('shift.close', { shiftId, countedFen: null }, { as }))).toMatchObject({
      code: 'shift-ended',
    });
    expect(await current()).toBeNull();
    expect(
      await refusalOf(shop.call('shift.close', { shiftId: 999, countedFen: null }, { as })),
    ).toMatchObject({ code: 'not-found' });
  });

  it('adds up cash, refusals and what was taken back', async () => {
    await shop.call('shift.open', { floatFen: 10_000 }, { as });
    const { redemptionId } = await withCash();
    await withCash();
    await refusalOf(till.scan('not a voucher'));
    await shop.call('counter.reverse', { redemptionId, reason: '拿错了' }, { as });
    expect(await current()).toMatchObject({
      floatFen: 10_000,
      topUps: 2,
      topUpFen: 7_000,
      returns: 1,
      returnedFen: 3_500,
      expectedFen: 13_500,
      householdTimes: 1,
      usedFen: 10_000,
      vouchers: [{ is: 'fen', pieces: 1 }],
      reversals: [{ reason: '拿错了', usedFen: 10_000, lines: 1, by: '王芳' }],
      refusals: [{ code: 'code-unknown', times: 1 }],
    });
  });

  it('shows a difference and wants a word about it', async () => {
    const shiftId = await openId();
    const counted = { shiftId, countedFen: 13_400 };
    expect(await refusalOf(shop.call('shift.close', counted, { as }))).toMatchObject({
      code: 'shift-difference',
      params: { expectedFen: 13_500, countedFen: 13_400, differenceFen: -100 },
    });
    expect(await refusalOf(shop.call('shift.close', { shiftId, countedFen: -1 }, { as }))).toMatchObject({
      code: 'input-invalid',
    });
    expect(await refusalOf(shop.call('shift.close', counted, { as: 'manager' }))).toMatchObject({
      code: 'shift-elsewhere',
    });
    await shop.call('shift.close', { ...counted, note: '少一元，已再点' }, { as });
    const [listed] = await shop.call('shift.list', { month: '2026-05' }, { as });
    expect(listed).toMatchObject({
      expectedFen: 13_500,
      countedFen: 13_400,
      differenceFen: -100,
      ended: 'closed',
      note: '少一元，已再点',
    });
    const sheet = await shop.call('shift.printSheet', { shiftId }, { as });
    expect(Buffer.from(sheet.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect((await shop.call('shift.printDay', { day: '2026-05-04' }, { as })).pages).toBeGreaterThan(0);
    expect(await refusalOf(shop.call('shift.printDay', { day: '2026-05-03' }, { as }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('is handed over to who signs in next, with the counted cash', async () => {
    await shop.call('shift.open', { floatFen: 500 }, { as });
    const shiftId = await openId();
    const over = { shiftId, countedFen: 500 };
    const to = (login: string, word = password) => ({ ...over, to: { login, password: word } });
    expect(await refusalOf(shop.call('shift.handOver', to('wangfang'), { as }))).toMatchObject({
      code: 'shift-same-person',
    });
    expect(await refusalOf(shop.call('shift.handOver', to('dianzhang', 'wrong'), { as }))).toMatchObject({
      code: 'approval-wrong',
    });
    expect(await refusalOf(shop.call('shift.handOver', to('minzhengju'), { as }))).toMatchObject({
      code: 'approval-not-permitted',
    });
    expect(await openId()).toBe(shiftId);
    expect(await shop.call('shift.handOver', to('dianzhang'), { as })).toMatchObject({ name: '韦店长' });
    // The window is the manager's now.
    expect((await shop.call('staff.me', {}, { as })).me).toMatchObject({ login: 'dianzhang' });
    expect(await current()).toMatchObject({ openedBy: '韦店长', floatFen: 500 });
    const [, before] = await shop.call('shift.list', { month: '2026-05' }, { as });
    expect(before).toMatchObject({ shiftId, ended: 'handed-over', differenceFen: 0, closedBy: '王芳' });
  });

  it('of somebody else a volunteer does not end; nor is it carried into the next day', async () => {
    const shiftId = await openId();
    shop.setNow('2026-05-05T02:00:00.000Z');
    expect(await refusalOf(shop.call('shift.close', { shiftId, countedFen: 500 }, { as }))).toMatchObject({
      code: 'shift-not-own',
    });
    await till.redeem(till.fresh().id, [{ itemId: till.rice, quantity: 1 }]);
    expect(await current()).toMatchObject({ number: 'BC20260505-1', householdTimes: 1, floatFen: null });
    const listed = await shop.call('shift.list', { month: '2026-05' }, { as });
    expect(listed.find((row) => row.shiftId === shiftId)).toMatchObject({
      ended: 'day-end',
      countedFen: null,
      differenceFen: null,
    });
  });
});

describe('undo', () => {
  it('is a volunteer’s own until the shift ends, then the manager’s', async () => {
    const { redemptionId } = await till.redeem(till.fresh().id, [{ itemId: till.rice, quantity: 1 }]);
    await shop.call('shift.close', { shiftId: await openId(), countedFen: null }, { as });
    const back = (who: 'volunteer' | 'manager') =>
      shop.call('counter.reverse', { redemptionId, reason: '拿错了' }, { as: who });
    expect(await refusalOf(back('volunteer'))).toMatchObject({ code: 'reverse-shift-ended' });
    const { reversalId } = await back('manager');
    const slip = await shop.call('counter.printReversal', { reversalId, paper: 'a5' }, { as });
    expect(Buffer.from(slip.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(
      await refusalOf(shop.call('counter.printReversal', { reversalId: redemptionId }, { as })),
    ).toMatchObject({ code: 'not-found' });
    expect(till.look('SELECT shift_id FROM redemption WHERE id = ?', reversalId)).toEqual([
      { shift_id: null },
    ]);
  });

  it('of a closed month is booked in the open one', async () => {
    const { redemptionId } = await till.redeem(till.fresh().id, [{ itemId: till.rice, quantity: 1 }]);
    shop.setNow('2026-06-03T02:00:00.000Z');
    await shop.call('reports.closeMonth', { month: '2026-05' }, { as: 'manager' });
    const may = async () => [
      till.look("SELECT count(*) AS n FROM stock_posting WHERE business_day LIKE '2026-05-%'"),
      till.look("SELECT count(*) AS n FROM voucher_posting WHERE business_day LIKE '2026-05-%'"),
      (await shop.call('reports.distribution', { month: '2026-05' }, { as: 'manager' })).total,
    ];
    const before = await may();
    const { reversalId } = await shop.call(
      'counter.reverse',
      { redemptionId, reason: '家属退回' },
      { as: 'manager' },
    );
    expect(till.look('SELECT business_day, counted_day FROM redemption WHERE id = ?', reversalId)).toEqual([
      { business_day: '2026-06-03', counted_day: '2026-05-05' },
    ]);
    expect(await may()).toEqual(before);
    expect(
      till.look('SELECT DISTINCT business_day FROM voucher_posting WHERE redemption_id = ?', reversalId),
    ).toEqual([{ business_day: '2026-06-03' }]);
    const june = await shop.call('reports.distribution', { month: '2026-06' }, { as: 'manager' });
    expect(june.total.month).toMatchObject({ redeemed: -1, redeemedFen: -10_000, goodsFen: -4_500 });
  });
});
