// How a receipt ends (domain.md §4.4): void in its open month, a red entry after close; goods and money go back or the act says why not.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGifts, type Gifts } from '../helpers/gifts.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';

let gifts: Gifts;
beforeEach(async () => {
  gifts = await openGifts();
});
afterEach(() => gifts.shop.close());

const ledgers = (): readonly unknown[] => [
  ...rowsOf(
    gifts.shop,
    'SELECT kind, quantity, value_fen, business_day, document_id, reverses FROM stock_posting ORDER BY id',
  ),
  ...rowsOf(
    gifts.shop,
    'SELECT amount_fen, business_day, document_id, reverses FROM cash_posting ORDER BY id',
  ),
];

describe('a receipt of an open month', () => {
  it('is void on the day of the gift; goods and money go back by postings that name the first', async () => {
    const { donationId } = await gifts.record({ day: '2026-04-30', cash: { fen: 700, way: 'cash' } });
    expect(await gifts.end(donationId, '数量写错')).toEqual({ kind: 'void', day: '2026-04-30' });
    expect(await gifts.read(donationId)).toMatchObject({
      state: 'void',
      // Booked on the gift's day, done today.
      ended: { kind: 'void', day: '2026-05-04', reason: '数量写错', by: '韦店长' },
    });
    expect(gifts.onHand(donationId)).toEqual([0]);
    const shared = { business_day: '2026-04-30', document_id: donationId };
    expect(ledgers()).toEqual([
      { kind: 'donated', quantity: 10, value_fen: 45_000, ...shared, reverses: null },
      { kind: 'donated', quantity: -10, value_fen: -45_000, ...shared, reverses: 1 },
      { amount_fen: 700, ...shared, reverses: null },
      { amount_fen: -700, ...shared, reverses: 1 },
    ]);
  });

  it('keeps its number, and is in no total', async () => {
    const { donationId, receiptNumber } = await gifts.record({ cash: { fen: 700, way: 'cash' } });
    await gifts.give(300);
    await gifts.end(donationId);
    for (const month of ['', '2026-05']) {
      const { rows, ...totals } = await gifts.list(month);
      expect(rows.map((row) => [row.receiptNumber, row.state, row.cashFen])).toEqual([
        ['JZ2026-000002', 'valid', 300],
        [receiptNumber, 'void', 700],
      ]);
      expect(totals).toEqual({ total: 2, cashFen: 300, goodsFen: 0, unpricedLines: 0 });
    }
    expect((await gifts.give(1)).receiptNumber).toBe('JZ2026-000003');
  });
});

describe('a receipt of a closed month', () => {
  beforeEach(async () => {
    await gifts.record({ day: '2026-04-10', cash: { fen: 700, way: 'cash' } });
    await gifts.closeMonth('2026-04');
  });

  it('is taken back today by a red entry; its own month stays as it was', async () => {
    const april = await gifts.list('2026-04');
    expect(await gifts.end(1)).toEqual({ kind: 'red', day: '2026-05-04' });
    const { rows, ...totals } = await gifts.list('2026-04');
    expect(totals).toEqual({ total: 1, cashFen: 700, goodsFen: 45_000, unpricedLines: 0 });
    expect(rows).toEqual(april.rows.map((row) => ({ ...row, state: 'red' })));
    expect(ledgers()).toMatchObject([
      { quantity: 10, business_day: '2026-04-10' },
      { quantity: -10, business_day: '2026-05-04' },
      { amount_fen: 700, business_day: '2026-04-10' },
      { amount_fen: -700, business_day: '2026-05-04' },
    ]);
  });

  it('stands negative in the month of the red entry', async () => {
    await gifts.give(1_000);
    await gifts.record({ lines: [gifts.bags({ itemId: gifts.clothes, valueFen: null, basis: 'unpriced' })] });
    await gifts.end(1);
    const { rows, ...totals } = await gifts.list('2026-05');
    expect(rows.map((row) => [row.id, row.redEntry, row.day, row.cashFen, row.goodsFen])).toEqual([
      [3, false, '2026-05-04', null, null],
      [2, false, '2026-05-04', 1_000, null],
      [1, true, '2026-05-04', -700, -45_000],
    ]);
    expect(totals).toEqual({ total: 3, cashFen: 300, goodsFen: -45_000, unpricedLines: 1 });
    // Over all months gift and red entry are nothing together, and the gift is named once.
    expect(await gifts.list()).toMatchObject({ total: 3, cashFen: 1_000, goodsFen: 0, unpricedLines: 1 });
  });
});

describe('is refused', () => {
  it('for a gift that is not there, and the second time, with the day of the first', async () => {
    const { donationId } = await gifts.give(100);
    expect((await refusalOf(gifts.end(99))).code).toBe('not-found');
    await gifts.end(donationId);
    expect(await refusalOf(gifts.end(donationId))).toMatchObject({
      code: 'donation-ended',
      params: { number: 'JZ2026-000001', kind: 'void', endDay: '2026-05-04' },
    });
  });

  it('when goods are gone, naming every lot with what is missing; nothing changes', async () => {
    const two = [gifts.bags(), gifts.bags({ quantity: 20, valueFen: 90_000 })];
    const { donationId } = await gifts.record({ lines: two, cash: { fen: 700, way: 'cash' } });
    await gifts.handOut(gifts.rice, 2);
    const before = rowCounts(gifts.shop);
    const refusal = await refusalOf(gifts.end(donationId));
    expect(refusal.reasons).toMatchObject([
      { code: 'reversal-negative', params: { item: '大米', unit: '袋', missing: 2 } },
    ]);
    // The attempt alone is in the log.
    expect(rowCounts(gifts.shop)).toEqual({ ...before, audit: (before['audit'] ?? 0) + 1 });
    expect(rowsOf(gifts.shop, `SELECT object, result FROM audit WHERE act = 'donations.end'`)).toEqual([
      { object: `donation:${donationId}`, result: 'refused:reversal-negative' },
    ]);
  });

  it('when goods stand elsewhere', async () => {
    const { donationId } = await gifts.record();
    await gifts.shop.call(
      'stock.transfer',
      { fromPlaceId: 1, toPlaceId: 2, lines: [{ lotId: 1, quantity: 4 }] },
      { as: 'manager' },
    );
    expect((await refusalOf(gifts.end(donationId))).reasons).toMatchObject([
      { code: 'reversal-negative', params: { missing: 4 } },
    ]);
  });

  it('when the money is spent', async () => {
    const { donationId } = await gifts.give(10_000);
    await gifts.spend(9_000);
    expect(await refusalOf(gifts.end(donationId))).toMatchObject({
      code: 'money-short',
      params: { source: 'donated', availableFen: 1_000, wantedFen: 10_000 },
    });
    expect((await gifts.read(donationId)).state).toBe('valid');
  });

  it('for who may not record gifts', async () => {
    const { donationId } = await gifts.give(100);
    for (const as of ['volunteer', 'bureau'] as const)
      expect(
        (await refusalOf(gifts.shop.call('donations.end', { donationId, reason: '试' }, { as }))).code,
      ).toBe('not-permitted');
  });

  it('without a reason', async () => {
    const { donationId } = await gifts.give(100);
    expect((await refusalOf(gifts.end(donationId, ' '))).code).toBe('input-invalid');
  });
});

it('ends once when sent twice', async () => {
  const { donationId } = await gifts.record();
  const commandId = randomUUID();
  const send = () =>
    gifts.shop.call('donations.end', { donationId, reason: '重复' }, { as: 'manager', commandId });
  expect(await send()).toEqual(await send());
  expect(rowCounts(gifts.shop)).toMatchObject({ donation_end: 1, stock_posting: 2 });
});
