// Purchases: goods in at cost, money out of one source, kept apart from gifts; every refusal.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { purchaseForm, purchaseLine, seedFunding, type PurchaseLine } from '../helpers/money.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedItem } from '../helpers/seed.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';

type Form = Input<'purchases.record'>;
const as = 'manager' as const;
let shop: OpenShop;
let rice: number;
let milk: number;
beforeEach(async () => {
  shop = await openShop();
  rice = await seedItem(shop, { code: 'R1', name: '东北大米', listPriceFen: 4_500 });
  milk = await seedItem(shop, {
    code: 'M1',
    name: '牛奶',
    category: '乳品',
    listPriceFen: 300,
    keepsDate: true,
  });
  await grant(500_000, 'lottery');
});
afterEach(() => shop.close());

const grant = (amountFen: number, source: 'lottery' | 'budget', day = '2026-05-01') =>
  seedFunding(shop, { amountFen, source, day });
const line = (changes: Partial<PurchaseLine> = {}) => purchaseLine(rice, changes);
const form = ({ lines, ...changes }: Partial<Form> = {}): Form => purchaseForm(lines ?? [line()], changes);
const record = (changes: Partial<Form> = {}) => shop.call('purchases.record', form(changes), { as });
const codes = async (changes: Partial<Form>): Promise<readonly (readonly [string, string | undefined])[]> =>
  (await refusalOf(record(changes))).reasons?.map(({ code, field }) => [code, field] as const) ?? [];
const balances = async (month = '2026-05') =>
  Object.fromEntries(
    (await shop.call('cash.book', { source: 'lottery', month }, { as })).sources.map(
      ({ source, closingFen }) => [source, closingFen],
    ),
  );

describe('purchases.record', () => {
  it('brings goods in at cost at its place and takes the money out of its source, in one act', async () => {
    const { purchaseId, number } = await record({ stockClass: 'disaster' });
    expect(number).toBe('CG2026-000001');
    const read = await shop.call('purchases.read', { purchaseId }, { as });
    expect(read).toMatchObject({
      day: '2026-05-04',
      lateForDay: null,
      supplier: '柳州市某某粮油批发部',
      source: 'lottery',
      totalFen: 430_000,
      place: '库房',
      inspectors: ['韦验收', '覃验收'],
      recordedBy: '韦店长',
      reversed: null,
      prints: 0,
      goods: [
        { itemName: '东北大米', quantity: 100, valueFen: 430_000, onHand: 100, stockClass: 'disaster' },
      ],
    });
    expect(rowsOf(shop, 'SELECT place_id, on_hand, on_hand_fen FROM lot_stock')).toEqual([
      { place_id: 2, on_hand: 100, on_hand_fen: 430_000 },
    ]);
    expect(rowsOf(shop, 'SELECT kind, quantity, value_fen, business_day FROM stock_posting')).toEqual([
      { kind: 'purchased', quantity: 100, value_fen: 430_000, business_day: '2026-05-04' },
    ]);
    expect(await balances()).toEqual({ donated: 0, lottery: 70_000, budget: 0, trading: 0 });
  });

  it('is no gift: the totals of donations do not move', async () => {
    const before = await shop.call('donations.list', { month: '2026-05' }, { as });
    await record();
    expect(await shop.call('donations.list', { month: '2026-05' }, { as })).toEqual(before);
  });

  it('refuses money the source does not have, names the source and what there is, and leaves nothing', async () => {
    const before = rowCounts(shop);
    expect(await refusalOf(record({ lines: [line({ costFen: 500_001 })] }))).toMatchObject({
      code: 'money-short',
      params: { source: 'lottery', availableFen: 500_000, wantedFen: 500_001 },
    });
    expect(await refusalOf(record({ source: 'budget' }))).toMatchObject({
      code: 'money-short',
      params: { source: 'budget', availableFen: 0 },
    });
    expect(rowCounts(shop)).toEqual(before);
    // The refused ones took no number.
    expect((await record()).number).toBe('CG2026-000001');
  });

  it('refuses a back-dated purchase that would leave an earlier or later day without money', async () => {
    await grant(100_000, 'budget', '2026-05-03');
    const small = [line({ costFen: 60_000 })];
    expect(await refusalOf(record({ source: 'budget', day: '2026-05-02', lines: small }))).toMatchObject({
      code: 'money-short',
      params: { availableFen: 0, onDay: '2026-05-02' },
    });
    await record({ source: 'budget', day: '2026-05-04', lines: small });
    expect(await refusalOf(record({ source: 'budget', day: '2026-05-03', lines: small }))).toMatchObject({
      code: 'money-short',
      params: { availableFen: 40_000, onDay: '2026-05-04' },
    });
  });

  it('wants lines, and two different people who looked at the goods', async () => {
    expect(await codes({ lines: [], inspectors: ['', ''] })).toEqual([
      ['inspectors-two', 'inspectors.0'],
      ['lines-empty', undefined],
    ]);
    expect(await codes({ inspectors: ['韦验收', ''] })).toEqual([['inspectors-two', 'inspectors.1']]);
    expect(await codes({ inspectors: ['韦验收', ' 韦验收'] })).toEqual([['inspectors-two', 'inspectors.1']]);
  });

  it('refuses a day to come, an unknown item and a closed place, all at once', async () => {
    const { placeId } = await shop.call('stock.addPlace', { name: '敬老院', kind: 'depot' }, { as });
    await shop.call('stock.changePlace', { placeId, name: '敬老院', active: false }, { as });
    expect(await codes({ day: '2026-05-05', placeId, lines: [line({ itemId: 99 })] })).toEqual([
      ['donation-day-in-future', 'day'],
      ['place-closed', 'placeId'],
      ['item-unknown', 'lines.0.itemId'],
    ]);
    expect(await codes({ placeId: 99 })).toEqual([['not-found', 'placeId']]);
  });

  it('refuses dates that make no sense', async () => {
    const dated = (productionDay: string | null, expiryDay: string | null) =>
      codes({ lines: [line({ itemId: milk, productionDay, expiryDay })] });
    expect(await dated(null, null)).toEqual([['expiry-missing', 'lines.0.expiryDay']]);
    expect(await dated('2026-05-05', '2026-09-01')).toEqual([['row-day-in-future', 'lines.0.productionDay']]);
    expect(await dated('2026-05-01', '2026-04-30')).toEqual([
      ['expiry-before-production', 'lines.0.expiryDay'],
    ]);
    expect(await dated('2026-01-01', '2026-05-03')).toEqual([['shelf-life-over', 'lines.0.expiryDay']]);
  });

  it('asks the shelf life its category asks; a reason lets it in and marks it short-dated', async () => {
    await shop.call(
      'goods.changeRule',
      {
        category: '乳品',
        alarmDays: null,
        minPercent: 60,
        minDays: null,
        shortLifeDays: null,
        shortMinDays: null,
      },
      { as },
    );
    const short = { itemId: milk, productionDay: '2026-01-01', expiryDay: '2026-05-31' };
    const refused = await refusalOf(record({ lines: [line(short)] }));
    expect(refused.reasons).toMatchObject([
      {
        code: 'shelf-life-short',
        field: 'lines.0.acceptanceReason',
        row: 1,
        params: { item: '牛奶', daysLeft: 27, percent: 18, needPercent: 60 },
      },
    ]);
    await record({ lines: [line({ ...short, acceptanceReason: '当周发完' }), line({ costFen: 1_000 })] });
    expect(rowsOf(shop, 'SELECT short_dated FROM lot ORDER BY id')).toEqual([
      { short_dated: 1 },
      { short_dated: 0 },
    ]);
  });

  it('is the manager’s: a volunteer and the bureau may not', async () => {
    expect((await refusalOf(shop.call('purchases.record', form(), { as: 'bureau' }))).code).toBe(
      'not-permitted',
    );
    expect((await refusalOf(shop.call('purchases.list', {}, { as: 'volunteer' }))).code).toBe(
      'not-permitted',
    );
  });
});

describe('an entry of a closed month', () => {
  it('is booked today, marked with the day it belongs to, in stock and money; the closed month stands still', async () => {
    await shop.call('reports.closeMonth', { month: '2026-04' }, { as });
    const april = await balances('2026-04');
    const { purchaseId } = await record({ day: '2026-04-28' });
    expect(await shop.call('purchases.read', { purchaseId }, { as })).toMatchObject({
      day: '2026-05-04',
      lateForDay: '2026-04-28',
    });
    expect(rowsOf(shop, 'SELECT business_day, late_for_day FROM stock_posting')).toEqual([
      { business_day: '2026-05-04', late_for_day: '2026-04-28' },
    ]);
    const { rows } = await shop.call('cash.book', { source: 'lottery', month: '2026-05' }, { as });
    expect(rows.at(-1)).toMatchObject({ day: '2026-05-04', lateForDay: '2026-04-28', amountFen: -430_000 });
    expect(await balances('2026-04')).toEqual(april);
  });

  it('one of an ended but open month is booked in its own month', async () => {
    await grant(500_000, 'budget', '2026-04-01');
    const { purchaseId } = await record({ day: '2026-04-28', source: 'budget' });
    expect(await shop.call('purchases.read', { purchaseId }, { as })).toMatchObject({
      day: '2026-04-28',
      lateForDay: null,
    });
    expect(await balances('2026-04')).toMatchObject({ budget: 70_000 });
  });
});

describe('purchases.list', () => {
  it('finds by month, source, supplier, invoice, number and goods; the total leaves out what was taken back', async () => {
    await grant(100_000, 'budget');
    const first = await record({ lines: [line({ costFen: 100_000 })] });
    await record({
      source: 'budget',
      supplier: '某乳业公司',
      invoiceNumber: 'NY-77',
      lines: [line({ itemId: milk, costFen: 20_000, expiryDay: '2026-12-01' })],
    });
    const third = await record({ lines: [line({ costFen: 3_000 })] });
    await shop.call('purchases.reverse', { purchaseId: third.purchaseId, reason: '退货' }, { as });
    const list = async (filter: Input<'purchases.list'>) => {
      const { total, totalFen, rows } = await shop.call('purchases.list', filter, { as });
      return [total, totalFen, rows.map(({ number }) => Number(number.slice(-6)))];
    };
    expect(await list({})).toEqual([3, 120_000, [3, 2, 1]]);
    expect(await list({ month: '2026-05', source: 'lottery' })).toEqual([2, 100_000, [3, 1]]);
    expect(await list({ month: '2026-04' })).toEqual([0, 0, []]);
    expect(await list({ search: '乳业' })).toEqual([1, 20_000, [2]]);
    expect(await list({ search: 'ny-77' })).toEqual([1, 20_000, [2]]);
    expect(await list({ search: 'niunai' })).toEqual([1, 20_000, [2]]);
    expect(await list({ search: first.number.toLowerCase() })).toEqual([1, 100_000, [1]]);
    expect((await refusalOf(shop.call('purchases.list', { month: '2026-13' }, { as }))).code).toBe(
      'input-invalid',
    );
  });
});

describe('purchases.reverse', () => {
  it('takes the goods out of their lots and gives the money back, today, once, with the reason', async () => {
    const { purchaseId, number } = await record();
    shop.setNow('2026-05-06T02:00:00.000Z');
    await shop.call('purchases.reverse', { purchaseId, reason: '供货单位送错' }, { as });
    const read = await shop.call('purchases.read', { purchaseId }, { as });
    expect(read.reversed).toEqual({
      day: '2026-05-06',
      reason: '供货单位送错',
      by: '韦店长',
      at: '2026-05-06T02:00:00.000Z',
    });
    expect(read.goods[0]?.onHand).toBe(0);
    expect(rowsOf(shop, 'SELECT on_hand, on_hand_fen FROM lot_stock')).toEqual([
      { on_hand: 0, on_hand_fen: 0 },
    ]);
    expect(await balances()).toMatchObject({ lottery: 500_000 });
    const { sources } = await shop.call('cash.book', { source: 'lottery', month: '2026-05' }, { as });
    // Money that comes back is less spending, no income.
    expect(sources.find(({ source }) => source === 'lottery')).toMatchObject({ inFen: 500_000, outFen: 0 });
    expect(
      await refusalOf(shop.call('purchases.reverse', { purchaseId, reason: '再来' }, { as })),
    ).toMatchObject({
      code: 'already-reversed',
      params: { number, endDay: '2026-05-06' },
    });
    expect(
      (await refusalOf(shop.call('purchases.reverse', { purchaseId: 99, reason: '无' }, { as }))).code,
    ).toBe('not-found');
  });

  it('is refused once goods have left, with the lot and what is missing', async () => {
    const { purchaseId } = await record();
    const { goods } = await shop.call('purchases.read', { purchaseId }, { as });
    const lotId = goods[0]?.lotId ?? 0;
    await shop.call(
      'losses.propose',
      {
        kind: 'scrap',
        reason: 'damaged',
        method: '销毁',
        witness: '李监督',
        proceeds: null,
        lines: [{ lotId, placeId: 2, quantity: 3 }],
      },
      { as },
    );
    // Only spoken for, and already not to be taken back.
    expect(
      await refusalOf(shop.call('purchases.reverse', { purchaseId, reason: '退货' }, { as })),
    ).toMatchObject({
      code: 'reversal-negative',
      params: { item: '东北大米', tag: goods[0]?.tag, missing: 3 },
    });
    expect((await shop.call('purchases.read', { purchaseId }, { as })).reversed).toBeNull();
    expect(await balances()).toMatchObject({ lottery: 70_000 });
  });
});

describe('papers of purchases', () => {
  it('prints the note as a PDF and counts the prints; an unknown one is refused', async () => {
    const { purchaseId } = await record();
    for (const prints of [1, 2]) {
      const paper = await shop.call('purchases.print', { purchaseId }, { as });
      expect([paper.kind, paper.mime, paper.pages]).toEqual(['stock-note', 'application/pdf', 1]);
      expect((await shop.call('purchases.read', { purchaseId }, { as })).prints).toBe(prints);
    }
    expect((await refusalOf(shop.call('purchases.print', { purchaseId: 99 }, { as }))).code).toBe(
      'not-found',
    );
  });

  it('exports what the filter shows as CSV', async () => {
    await record();
    const { bytes, mime } = await shop.call(
      'purchases.export',
      { month: '2026-05', format: 'csv' },
      { as: 'bureau' },
    );
    const text = new TextDecoder().decode(bytes);
    expect(mime).toContain('text/csv');
    expect(text).toContain('CG2026-000001');
    expect(text).toContain('福彩公益金');
    expect(text).toContain('4300.00');
  });
});
