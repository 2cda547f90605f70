// The money books: aid by source and trading apart (收支两条线), running balance, funding, what may not be booked.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { purchaseLine, seedFunding, seedPurchase } from '../helpers/money.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

type Funding = Input<'cash.fund'>;
const as = 'manager' as const;
let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const fund = (changes: Partial<Funding> = {}) => seedFunding(shop, changes);
const book = (source: Funding['source'], month = '2026-05', page: { offset?: number; limit?: number } = {}) =>
  shop.call('cash.book', { source, month, ...page }, { as });
const gift = (itemId: number, fen: number, day = '2026-05-04') =>
  seedGift(shop, { itemId, quantity: 1, day, more: { cash: { fen, way: 'cash' } } });
const buy = (itemId: number, costFen: number, source: 'donated' | 'lottery' = 'donated') =>
  seedPurchase(shop, [purchaseLine(itemId, { costFen })], { source });

describe('cash.book', () => {
  it('runs the balance of one source, oldest first, with number and paper of every line', async () => {
    const itemId = await seedItem(shop, { code: 'R1', name: '大米', listPriceFen: 4_500 });
    await fund({
      kind: 'opening',
      source: 'donated',
      day: '2026-04-30',
      amountFen: 5_000,
      reference: '上年结余',
    });
    const donationId = await gift(itemId, 30_000);
    const { purchaseId, number } = await buy(itemId, 12_000);
    const { rows, total } = await book('donated');
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      {
        document: 'donation',
        documentId: donationId,
        number: 'JZ2026-000001',
        amountFen: 30_000,
        balanceFen: 35_000,
      },
      { document: 'purchase', documentId: purchaseId, number, amountFen: -12_000, balanceFen: 23_000 },
    ]);
    // No line names a donor.
    expect(JSON.stringify(rows)).not.toContain('米业');
    const april = await book('donated', '2026-04');
    expect(april.rows).toMatchObject([
      { document: 'funding', fundingKind: 'opening', about: '上年结余', balanceFen: 5_000 },
    ]);
    expect((await book('donated', '2026-05', { offset: 1, limit: 1 })).rows).toMatchObject([
      { document: 'purchase', balanceFen: 23_000 },
    ]);
    expect((await book('lottery')).rows).toEqual([]);
  });

  it('says of every source what it had, got, spent and has; none is added to another', async () => {
    const itemId = await seedItem(shop, { code: 'R1', name: '大米', listPriceFen: 4_500 });
    await fund({ source: 'lottery', day: '2026-04-30', amountFen: 80_000 });
    await fund({ kind: 'opening', source: 'trading', amountFen: 700 });
    await gift(itemId, 30_000);
    await buy(itemId, 12_000);
    await buy(itemId, 50_000, 'lottery');
    const expected = [
      { source: 'donated', openingFen: 0, inFen: 30_000, outFen: 12_000, closingFen: 18_000 },
      { source: 'lottery', openingFen: 80_000, inFen: 0, outFen: 50_000, closingFen: 30_000 },
      { source: 'budget', openingFen: 0, inFen: 0, outFen: 0, closingFen: 0 },
      { source: 'trading', openingFen: 0, inFen: 700, outFen: 0, closingFen: 700 },
    ];
    expect((await book('trading')).sources).toEqual(expected);
    expect((await book('donated', '2026-06')).sources).toEqual(
      expected.map(({ source, closingFen }) => ({
        source,
        openingFen: closingFen,
        inFen: 0,
        outFen: 0,
        closingFen,
      })),
    );
  });

  it('scenario 10, its money part: what is traded never moves a donation total, and the other way round', async () => {
    const itemId = await seedItem(shop, { code: 'R1', name: '大米', listPriceFen: 4_500 });
    await gift(itemId, 30_000);
    const gifts = await shop.call('donations.list', { month: '2026-05' }, { as });
    const donated = (await book('donated')).sources[0];
    const lotId = Number(rowsOf(shop, 'SELECT id FROM lot')[0]?.['id']);
    const { lossId } = await shop.call(
      'losses.propose',
      {
        kind: 'sale',
        reason: 'unusable',
        proceeds: { fen: 800, way: 'transfer', purpose: '助学' },
        lines: [{ lotId, placeId: 1, quantity: 1 }],
      },
      { as },
    );
    await shop.call('losses.approve', { lossId }, { as: 'bureau' });
    expect(await shop.call('donations.list', { month: '2026-05' }, { as })).toEqual(gifts);
    expect((await book('donated')).sources[0]).toEqual(donated);
    expect((await book('trading')).sources.at(-1)).toMatchObject({ inFen: 800, closingFen: 800 });
    // Each posting stands in the book of its source.
    expect(rowsOf(shop, 'SELECT DISTINCT book, source FROM cash_posting ORDER BY book')).toEqual([
      { book: 'aid', source: 'donated' },
      { book: 'trading', source: 'trading' },
    ]);
  });

  it('is not for volunteers; the bureau looks and does not book', async () => {
    const look = { source: 'lottery', month: '2026-05' } as const;
    expect((await refusalOf(shop.call('cash.book', look, { as: 'volunteer' }))).code).toBe('not-permitted');
    await shop.call('cash.book', look, { as: 'bureau' });
    const funding = {
      day: '2026-05-01',
      kind: 'grant',
      source: 'lottery',
      amountFen: 1,
      reference: '文',
    } as const;
    expect((await refusalOf(shop.call('cash.fund', funding, { as: 'bureau' }))).code).toBe('not-permitted');
  });
});

describe('cash.fund', () => {
  it('books grants of public money and openings of every source, each with its number', async () => {
    expect((await fund()).number).toBe('ZJ2026-000001');
    await fund({ source: 'budget' });
    for (const source of ['donated', 'lottery', 'budget', 'trading'] as const)
      await fund({ kind: 'opening', source });
    expect((await book('donated')).sources.map(({ inFen }) => inFen)).toEqual([
      100_000, 200_000, 200_000, 100_000,
    ]);
  });

  it('refuses donated cash that came in without a receipt, and what is earned', async () => {
    expect((await refusalOf(fund({ source: 'donated' }))).code).toBe('funding-is-gift');
    expect((await refusalOf(fund({ source: 'trading' }))).code).toBe('funding-is-trade');
    expect((await refusalOf(fund({ day: '2026-05-05' }))).code).toBe('donation-day-in-future');
    expect(rowsOf(shop, 'SELECT count(*) AS n FROM cash_posting')).toEqual([{ n: 0 }]);
  });

  it('books money of a closed month today, marked with its day', async () => {
    await shop.call('reports.closeMonth', { month: '2026-04' }, { as });
    await fund({ day: '2026-04-20' });
    expect((await book('lottery')).rows).toMatchObject([{ day: '2026-05-04', lateForDay: '2026-04-20' }]);
    expect((await book('lottery', '2026-04')).total).toBe(0);
  });
});

describe('cash.reverse', () => {
  it('takes a funding entry back today, once, with both lines standing', async () => {
    const { fundingId, number } = await fund();
    shop.setNow('2026-05-06T02:00:00.000Z');
    await shop.call('cash.reverse', { fundingId, reason: '记错来源' }, { as });
    const { rows, sources } = await book('lottery');
    expect(rows).toMatchObject([
      { day: '2026-05-01', amountFen: 100_000, reverses: false, reversed: true, balanceFen: 100_000 },
      { day: '2026-05-06', amountFen: -100_000, reverses: true, reversed: false, number, balanceFen: 0 },
    ]);
    // Taken back is no spending.
    expect(sources[1]).toMatchObject({ inFen: 0, outFen: 0 });
    expect(await refusalOf(shop.call('cash.reverse', { fundingId, reason: '再来' }, { as }))).toMatchObject({
      code: 'already-reversed',
      params: { number, endDay: '2026-05-06' },
    });
    expect((await refusalOf(shop.call('cash.reverse', { fundingId: 99, reason: '无' }, { as }))).code).toBe(
      'not-found',
    );
  });

  it('is refused when the money is spent, and leaves the entry as it was', async () => {
    const itemId = await seedItem(shop, { code: 'R1', name: '大米', listPriceFen: 4_500 });
    const { fundingId } = await fund();
    await buy(itemId, 60_000, 'lottery');
    expect(await refusalOf(shop.call('cash.reverse', { fundingId, reason: '错' }, { as }))).toMatchObject({
      code: 'money-short',
      params: { source: 'lottery', availableFen: 40_000, wantedFen: 100_000 },
    });
    expect((await book('lottery')).rows[0]).toMatchObject({ reversed: false });
  });
});

describe('cash.print', () => {
  it('prints the month as PDF and as a sheet, trading on pages of its own', async () => {
    await fund();
    const one = await shop.call('cash.print', { month: '2026-05', format: 'pdf' }, { as });
    expect([one.kind, one.mime]).toEqual(['cash-book', 'application/pdf']);
    await fund({ kind: 'opening', source: 'trading' });
    const both = await shop.call('cash.print', { month: '2026-05', format: 'pdf' }, { as: 'bureau' });
    expect(both.pages).toBe(one.pages + 1);
    const sheet = await shop.call('cash.print', { month: '2026-05', format: 'xlsx' }, { as });
    expect(sheet.mime).toContain('spreadsheetml');
  });

  it('prints a month without money too', async () => {
    expect((await shop.call('cash.print', { month: '2026-01', format: 'pdf' }, { as })).pages).toBe(1);
  });
});
