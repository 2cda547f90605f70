// What a gift of goods must satisfy before it comes in: designation, place, inspection, value, remaining life, pieces, days.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGifts, type GiftForm, type Gifts } from '../helpers/gifts.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedHouseholds } from '../helpers/seed.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';

let gifts: Gifts;
beforeEach(async () => {
  gifts = await openGifts();
});
afterEach(() => gifts.shop.close());
const reasonOf = async (changes: Partial<GiftForm>) => (await refusalOf(gifts.record(changes))).reasons;

describe('designation and class', () => {
  it('stand on the gift and on every lot', async () => {
    await seedHouseholds(gifts.shop, [{ number: '1' }]);
    const { batchId } = await seedBatch(gifts.shop);
    const designation = { category: 'disaster-hit', place: ' 河西街道 ', batchId };
    const { donationId } = await gifts.record({ designation, stockClass: 'disaster' });
    expect(await gifts.read(donationId)).toMatchObject({
      designation: { category: 'disaster-hit', place: '河西街道', batchId },
      stockClass: 'disaster',
    });
    expect(
      rowsOf(
        gifts.shop,
        'SELECT stock_class, designated_category, designated_place, designated_batch_id FROM lot',
      ),
    ).toEqual([
      {
        stock_class: 'disaster',
        designated_category: 'disaster-hit',
        designated_place: '河西街道',
        designated_batch_id: batchId,
      },
    ]);
  });

  it('of nothing restrict nothing', async () => {
    const { donationId } = await gifts.record({ designation: { place: '  ' } });
    expect((await gifts.read(donationId)).designation).toEqual({
      category: null,
      place: null,
      batchId: null,
    });
  });

  it('are refused where nobody knows the category or the batch, both at once', async () => {
    const before = rowCounts(gifts.shop);
    expect(await reasonOf({ designation: { category: 'cats', batchId: 7 } })).toEqual([
      { code: 'designation-unknown', field: 'designation', params: { what: 'cats' } },
      { code: 'designation-unknown', field: 'designation', params: { what: '7' } },
    ]);
    expect(rowCounts(gifts.shop)).toEqual(before);
  });
});

describe('the place', () => {
  it('is where the goods stand', async () => {
    await gifts.record({ placeId: 2 });
    expect(rowsOf(gifts.shop, 'SELECT place_id, on_hand FROM lot_stock')).toEqual([
      { place_id: 2, on_hand: 10 },
    ]);
    expect(rowsOf(gifts.shop, 'SELECT place_id FROM stock_posting')).toEqual([{ place_id: 2 }]);
  });

  it('is refused when it is closed or unknown; money needs none', async () => {
    const store = { placeId: 2, name: '库房', active: false };
    await gifts.shop.call('stock.changePlace', store, { as: 'manager' });
    expect(await reasonOf({ placeId: 2 })).toEqual([
      { code: 'place-closed', field: 'placeId', params: { place: '库房' } },
    ]);
    expect(await gifts.refusals({ placeId: 99 })).toEqual(['place-closed']);
    await gifts.give(100, { placeId: 2 });
  });
});

describe('inspection', () => {
  it.each<[string, [string, string]]>([
    ['nobody', ['', '']],
    ['one', ['韦验收', '']],
    ['the same', ['韦验收', '韦 验收']],
  ])('by %s is refused where goods come in', async (_who, inspectors) => {
    expect(await gifts.refusals({ inspectors })).toEqual(['inspectors-two']);
  });

  it('by two is stored; money needs none', async () => {
    const { donationId } = await gifts.record();
    expect((await gifts.read(donationId)).inspectors).toEqual(['韦验收', '覃验收']);
    await gifts.give(100, { inspectors: ['', ''] });
  });

  it('lists what was refused, and nothing of it comes in', async () => {
    const refused = [
      { description: '拆封洗衣粉', quantity: '约20袋', reason: '已拆封' },
      { description: '自制糕点', quantity: '', reason: '无标签' },
    ];
    const { donationId } = await gifts.record({ refused });
    expect((await gifts.read(donationId)).refused).toEqual(refused);
    expect(rowCounts(gifts.shop)).toMatchObject({ lot: 1, stock_posting: 1, donation_refused: 2 });
  });
});

describe('value', () => {
  const invoiced = (changes: object = {}) => ({ lines: [gifts.bags({ quantity: 10, ...changes })] });

  it('of evidence far from the list price is refused, both ways, and at exactly the factor it stands', async () => {
    for (const valueFen of [90_001, 22_499])
      expect(await reasonOf(invoiced({ valueFen }))).toEqual([
        {
          code: 'value-far-from-fair',
          field: 'lines.0.basis',
          row: 1,
          params: { item: '大米', evidenceFen: valueFen, valueFen, listFen: 45_000 },
        },
      ]);
    for (const valueFen of [90_000, 22_500]) await gifts.record(invoiced({ valueFen }));
  });

  it('follows the factor of the shop', async () => {
    const { settings, ...facts } = await gifts.shop.call('shop.read', {}, { as: 'manager' });
    const { name, districtName, reportPhone } = facts;
    const change = { name, districtName, reportPhone, settings: { ...settings, farFromFairFactor: 5 } };
    await gifts.shop.call('shop.change', change, { as: 'manager' });
    await gifts.record(invoiced({ valueFen: 225_000 }));
    expect(await gifts.refusals(invoiced({ valueFen: 225_001 }))).toEqual(['value-far-from-fair']);
  });

  it('is compared with nothing where the item has no price', async () => {
    await gifts.record({ lines: [gifts.bags({ itemId: gifts.clothes, valueFen: 9_999_999 })] });
  });

  it('at fair value needs its reference, and keeps what the evidence said', async () => {
    const fair = { basis: 'fair-value', evidenceFen: 500_000, valueFen: 45_000 } as const;
    expect(await gifts.refusals(invoiced({ ...fair, basisNote: ' ' }))).toEqual(['value-reference-missing']);
    const { donationId } = await gifts.record(invoiced({ ...fair, basisNote: '平台价' }));
    expect((await gifts.read(donationId)).lines[0]).toMatchObject({
      evidenceFen: 500_000,
      valueFen: 45_000,
      basis: 'fair-value',
      basisNote: '平台价',
    });
    expect(rowsOf(gifts.shop, 'SELECT value_fen FROM lot')).toEqual([{ value_fen: 45_000 }]);
  });

  it('of evidence is the amount of the evidence', async () => {
    expect(await gifts.refusals(invoiced({ evidenceFen: 46_000 }))).toEqual(['value-not-evidence']);
    await gifts.record(invoiced({ evidenceFen: 45_000 }));
    expect(rowsOf(gifts.shop, 'SELECT evidence_fen FROM donation_line')).toEqual([{ evidence_fen: 45_000 }]);
  });

  it('of evidence the manager insists on needs the reason, and the log says so', async () => {
    const far = { valueFen: 500_000, keepEvidence: true };
    expect(await gifts.refusals(invoiced({ ...far, basisNote: '' }))).toEqual(['value-reference-missing']);
    await gifts.record({ lines: [gifts.bags(), gifts.bags({ ...far, basisNote: '有机认证,发票属实' })] });
    await gifts.record({ lines: [gifts.bags({ keepEvidence: true })] });
    expect(
      rowsOf(
        gifts.shop,
        `SELECT json_extract(detail, '$.keptEvidence') AS kept FROM audit WHERE act = 'donations.record' ORDER BY seq`,
      ),
    ).toEqual([{ kept: '2' }, { kept: null }]);
  });
});

describe('remaining life', () => {
  const cartons = (changes: object = {}) => ({
    lines: [gifts.bags({ itemId: gifts.milk, quantity: 10, valueFen: 3_000, ...changes })],
  });
  const setRule = (minPercent: number | null, minDays: number | null) =>
    gifts.shop.call(
      'goods.changeRule',
      { category: '乳品', alarmDays: null, minPercent, minDays, shortLifeDays: null, shortMinDays: null },
      { as: 'manager' },
    );

  it('is nobody’s matter without a rule, until the goods are over; then nobody takes them', async () => {
    await gifts.record(cartons({ expiryDay: '2026-05-04' }));
    const over = cartons({ expiryDay: '2026-05-03', acceptanceReason: '当天发完' });
    expect(await reasonOf(over)).toEqual([
      {
        code: 'shelf-life-over',
        field: 'lines.0.expiryDay',
        row: 1,
        params: { item: '牛奶', expiryDay: '2026-05-03' },
      },
    ]);
  });

  it('is judged on the day of the gift', async () => {
    await gifts.record({ day: '2026-04-01', ...cartons({ expiryDay: '2026-04-30' }) });
    await setRule(null, 30);
    await gifts.record({ day: '2026-04-01', ...cartons({ expiryDay: '2026-05-01' }) });
    expect(await gifts.refusals({ day: '2026-04-01', ...cartons({ expiryDay: '2026-04-30' }) })).toEqual([
      'shelf-life-short',
    ]);
  });

  it('follows the rule of the category; with a reason the lot is short-dated, and keeps the reason', async () => {
    await setRule(null, 180);
    const soon = { expiryDay: '2026-06-03' };
    expect((await reasonOf(cartons(soon)))?.[0]).toMatchObject({
      code: 'shelf-life-short',
      field: 'lines.0.acceptanceReason',
      params: { item: '牛奶', daysLeft: 30, needDays: 180, needPercent: null },
    });
    const { donationId } = await gifts.record(cartons({ ...soon, acceptanceReason: '节日发放' }));
    expect((await gifts.read(donationId)).lines[0]?.acceptanceReason).toBe('节日发放');
    // A reason nobody needed is not kept.
    await gifts.record(cartons({ expiryDay: '2027-05-04', acceptanceReason: '节日发放' }));
    expect(rowsOf(gifts.shop, 'SELECT short_dated FROM lot ORDER BY id')).toEqual([
      { short_dated: 1 },
      { short_dated: 0 },
    ]);
    expect(rowsOf(gifts.shop, 'SELECT acceptance_reason AS said FROM donation_line ORDER BY id')).toEqual([
      { said: '节日发放' },
      { said: '' },
    ]);
  });
});

describe('days', () => {
  it.each<[string, (gifts: Gifts) => Partial<GiftForm>]>([
    ['of the gift', () => ({ day: '1999-12-31' })],
    ['of production', ({ bags }) => ({ lines: [bags({ productionDay: '1926-05-04' })] })],
    ['of expiry', ({ bags }) => ({ lines: [bags({ expiryDay: '1926-05-04' })] })],
  ])('%s before 2000 are no days', async (_what, changes) => {
    expect((await refusalOf(gifts.record(changes(gifts)))).code).toBe('input-invalid');
  });

  it('of a closed month are booked today and marked, in stock and cash alike', async () => {
    await gifts.give(100, { day: '2026-04-10' });
    await gifts.closeMonth('2026-04');
    const { donationId } = await gifts.record({ day: '2026-04-28', cash: { fen: 500, way: 'cash' } });
    expect(await gifts.read(donationId)).toMatchObject({ day: '2026-05-04', lateForDay: '2026-04-28' });
    const booked = [{ business_day: '2026-05-04', late_for_day: '2026-04-28' }];
    expect(rowsOf(gifts.shop, 'SELECT business_day, late_for_day FROM stock_posting')).toEqual(booked);
    expect(
      rowsOf(gifts.shop, 'SELECT business_day, late_for_day FROM cash_posting WHERE amount_fen = 500'),
    ).toEqual(booked);
    expect((await gifts.list('2026-04')).total).toBe(1);
    expect((await gifts.list('2026-05')).rows[0]).toMatchObject({
      day: '2026-05-04',
      lateForDay: '2026-04-28',
    });
  });

  it('of an open month are booked as they are', async () => {
    const { donationId } = await gifts.record({ day: '2026-04-28' });
    expect(await gifts.read(donationId)).toMatchObject({ day: '2026-04-28', lateForDay: null });
  });
});
