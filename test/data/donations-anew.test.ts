// A wrong receipt written anew in one act: with goods that stay where they are when only the head was wrong, else taken back first.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGifts, type GiftForm, type Gifts } from '../helpers/gifts.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';

let gifts: Gifts;
beforeEach(async () => {
  gifts = await openGifts();
});
afterEach(() => gifts.shop.close());
const anew = (donationId: number, changes: Partial<GiftForm> = {}) =>
  gifts.record({ replaces: { donationId, reason: '捐赠人写错' }, ...changes });
const stockPostings = () =>
  rowsOf(gifts.shop, 'SELECT quantity, document_id, business_day FROM stock_posting ORDER BY id');

describe('when only the head differs', () => {
  const rightHead: Partial<GiftForm> = {
    donor: { name: '第一中学', kind: 'school' },
    purpose: '给孤儿',
    designation: { category: 'orphan' },
    inspectors: ['黄验收', '覃验收'],
  };

  it('the lots follow the new receipt, with its designation, and no goods move, even if some are gone', async () => {
    const { donationId } = await gifts.record();
    await gifts.handOut(gifts.rice, 2);
    const before = stockPostings();
    const right = await anew(donationId, rightHead);
    expect(stockPostings()).toEqual(before);
    expect((await gifts.read(donationId)).lines[0]?.lots).toEqual([]);
    expect(await gifts.read(right.donationId)).toMatchObject({
      state: 'valid',
      donorName: '第一中学',
      inspectors: ['黄验收', '覃验收'],
      replaces: { donationId, number: 'JZ2026-000001' },
      lines: [{ quantity: 10, valueFen: 45_000, lots: [{ lotId: 1, onHand: 8 }] }],
    });
    expect(await gifts.read(donationId)).toMatchObject({
      state: 'void',
      ended: { reason: '捐赠人写错' },
      replacedBy: { donationId: right.donationId, number: 'JZ2026-000002' },
    });
    expect(rowsOf(gifts.shop, 'SELECT designated_category AS c FROM lot')).toEqual([{ c: 'orphan' }]);
  });

  it('the shop goes on knowing who gave anonymously, though the form does not say it again', async () => {
    const donor = { name: '韦好心', kind: 'person' } as const;
    const { donationId } = await gifts.record({ donor, anonymous: true });
    const nobody = { donor: { name: '', kind: 'anonymous' } as const, anonymous: true };
    const right = await anew(donationId, nobody);
    const donorOf = (id: number) =>
      rowsOf(
        gifts.shop,
        `SELECT name, anonymous FROM donation JOIN donor ON donor.id = donor_id WHERE donation.id = ${id}`,
      );
    expect(donorOf(right.donationId)).toEqual([{ name: '韦好心', anonymous: 1 }]);
    expect(await gifts.read(right.donationId)).toMatchObject({
      donorName: '匿名',
      donorId: null,
      placeId: 1,
    });
    // A named gift that turns out to be anonymous loses its donor, as said.
    const named = await gifts.record({ donor, anonymous: false });
    const unsaid = await anew(named.donationId, nobody);
    expect(donorOf(unsaid.donationId)).toEqual([{ name: '匿名', anonymous: 1 }]);
  });

  it('the totals stay as they were', async () => {
    const { donationId } = await gifts.record({ cash: { fen: 700, way: 'cash' } });
    const { rows: _, total: __, ...before } = await gifts.list('2026-05');
    await anew(donationId, { ...rightHead, cash: { fen: 700, way: 'transfer' } });
    expect(await gifts.list('2026-05')).toMatchObject({ total: 2, ...before });
  });

  it('money already spent is taken back and booked anew on the same day', async () => {
    const { donationId } = await gifts.give(10_000);
    await gifts.spend(9_000);
    const right = await anew(donationId, { lines: [], cash: { fen: 10_000, way: 'transfer' } });
    expect(
      rowsOf(
        gifts.shop,
        `SELECT amount_fen, business_day, document_id FROM cash_posting WHERE document = 'donation' ORDER BY id`,
      ),
    ).toEqual([
      { amount_fen: 10_000, business_day: '2026-05-04', document_id: donationId },
      { amount_fen: 10_000, business_day: '2026-05-04', document_id: right.donationId },
      { amount_fen: -10_000, business_day: '2026-05-04', document_id: donationId },
    ]);
  });

  it('the goods end with the receipt that holds them, however often it was written anew', async () => {
    const first = await gifts.record();
    const second = await anew(first.donationId, rightHead);
    const third = await anew(second.donationId);
    await gifts.end(third.donationId);
    expect(gifts.onHand(third.donationId)).toEqual([0]);
    expect(stockPostings()).toEqual([
      { quantity: 10, document_id: first.donationId, business_day: '2026-05-04' },
      { quantity: -10, document_id: third.donationId, business_day: '2026-05-04' },
    ]);
  });

  it('a rule or place that changed meanwhile does not refuse what stands there', async () => {
    const lines = [
      gifts.bags({ itemId: gifts.milk, quantity: 10, valueFen: 3_000, expiryDay: '2026-06-01' }),
    ];
    const { donationId } = await gifts.record({ lines });
    const none = { alarmDays: null, minPercent: null, shortLifeDays: null, shortMinDays: null };
    await gifts.shop.call('goods.changeRule', { category: '乳品', ...none, minDays: 180 }, { as: 'manager' });
    expect(await gifts.refusals({ lines })).toEqual(['shelf-life-short']);
    await anew(donationId, { lines, donor: { name: '第一中学', kind: 'school' } });
    expect(rowsOf(gifts.shop, 'SELECT short_dated FROM lot')).toEqual([{ short_dated: 0 }]);
  });

  it('after close, the old one ends red today and the new one is late; the closed month keeps goods and figures', async () => {
    const { donationId } = await gifts.record({ day: '2026-04-10', cash: { fen: 700, way: 'cash' } });
    await gifts.closeMonth('2026-04');
    const { donationId: right } = await anew(donationId, {
      day: '2026-04-10',
      cash: { fen: 700, way: 'cash' },
      donor: { name: '第一中学', kind: 'school' },
    });
    expect(await gifts.read(donationId)).toMatchObject({
      state: 'red',
      ended: { kind: 'red', day: '2026-05-04' },
    });
    expect(await gifts.read(right)).toMatchObject({ day: '2026-05-04', lateForDay: '2026-04-10' });
    expect(stockPostings()).toHaveLength(1);
    expect(await gifts.list('2026-04')).toMatchObject({ total: 1, cashFen: 700, goodsFen: 45_000 });
    expect(await gifts.list('2026-05')).toMatchObject({ total: 2, cashFen: 0, goodsFen: 0 });
  });
});

describe('when the goods differ', () => {
  it.each<[string, (gifts: Gifts) => Partial<GiftForm>]>([
    ['quantity', ({ bags }) => ({ lines: [bags({ quantity: 12 })] })],
    ['value', ({ bags }) => ({ lines: [bags({ valueFen: 44_000 })] })],
    ['item', ({ bags, clothes }) => ({ lines: [bags({ itemId: clothes })] })],
    ['date', ({ bags }) => ({ lines: [bags({ expiryDay: '2027-01-01' })] })],
    ['grade', ({ bags }) => ({ lines: [bags({ grade: 'new', disinfectedDay: '2026-05-01' })] })],
    ['pieces', ({ bags }) => ({ lines: [bags({ pieces: true })] })],
    ['place', () => ({ placeId: 2 })],
    ['class', () => ({ stockClass: 'disaster' })],
    ['day', () => ({ day: '2026-05-03' })],
    ['number of lines', ({ bags }) => ({ lines: [bags(), bags()] })],
  ])('in %s they are taken back and come in anew', async (_what, changes) => {
    const { donationId } = await gifts.record();
    const right = await anew(donationId, changes(gifts));
    expect(gifts.onHand(donationId)).toEqual([0]);
    expect(gifts.onHand(right.donationId)).not.toContain(0);
    expect((await gifts.read(donationId)).lines[0]?.lots).toHaveLength(1);
  });

  it('and some are gone, the act is refused whole: no number, no receipt, nothing ended', async () => {
    const { donationId } = await gifts.record();
    await gifts.handOut(gifts.rice, 2);
    const before = rowCounts(gifts.shop);
    const refusal = await refusalOf(anew(donationId, { lines: [gifts.bags({ quantity: 12 })] }));
    expect(refusal).toMatchObject({ code: 'reversal-negative', params: { missing: 2 } });
    expect(rowCounts(gifts.shop)).toEqual(before);
    expect((await gifts.read(donationId)).state).toBe('valid');
    expect((await gifts.record()).receiptNumber).toBe('JZ2026-000002');
  });

  it('and less money is given than was spent of it, the act is refused', async () => {
    const { donationId } = await gifts.give(10_000);
    await gifts.spend(9_000);
    const less = anew(donationId, { lines: [], cash: { fen: 8_000, way: 'cash' } });
    expect((await refusalOf(less)).code).toBe('money-short');
    await anew(donationId, { lines: [], cash: { fen: 9_500, way: 'cash' } });
    expect(rowsOf(gifts.shop, 'SELECT sum(amount_fen) AS fen FROM cash_posting')).toEqual([{ fen: 500 }]);
  });
});

it('is refused for a gift that is not there or has ended', async () => {
  const { donationId } = await gifts.record();
  expect((await refusalOf(anew(99))).code).toBe('not-found');
  await anew(donationId);
  expect((await refusalOf(anew(donationId))).code).toBe('donation-ended');
});

it('is in the log with what it replaced', async () => {
  const { donationId } = await gifts.record();
  await anew(donationId, { donor: { name: '第一中学', kind: 'school' } });
  const [, second] = rowsOf(
    gifts.shop,
    `SELECT detail FROM audit WHERE act = 'donations.record' ORDER BY seq`,
  );
  expect(JSON.parse(String(second?.['detail']))).toEqual({
    receipt: 'JZ2026-000002',
    replaces: 'JZ2026-000001',
    ended: 'void',
    goods: 'stay',
  });
});
