// Second-hand goods: graded, held until disinfected, tagged one by one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tagCode } from '../../db/domain/goods-tag.ts';
import { openGifts, type Gifts } from '../helpers/gifts.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedItem } from '../helpers/seed.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';

let gifts: Gifts;
beforeEach(async () => {
  gifts = await openGifts();
});
afterEach(() => gifts.shop.close());

const coats = (changes: object = {}) => ({
  lines: [
    gifts.bags({
      itemId: gifts.clothes,
      quantity: 3,
      valueFen: null,
      basis: 'unpriced',
      basisNote: '',
      grade: 'good',
      disinfectedDay: '2026-05-03',
      pieces: true,
      ...changes,
    }),
  ],
});

describe('tagged pieces', () => {
  it('are a lot each, with a tag that says piece', async () => {
    const { donationId } = await gifts.record(coats());
    expect((await gifts.read(donationId)).lines).toMatchObject([
      {
        pieces: true,
        grade: 'good',
        disinfectedDay: '2026-05-03',
        quantity: 3,
        lots: [1, 2, 3].map((lotId) => ({ lotId, tag: tagCode('piece', lotId), onHand: 1 })),
      },
    ]);
    expect(
      rowsOf(gifts.shop, 'SELECT received, value_fen, grade, disinfected_day, held_reason FROM lot'),
    ).toEqual(
      [1, 2, 3].map(() => ({
        received: 1,
        value_fen: null,
        grade: 'good',
        disinfected_day: '2026-05-03',
        held_reason: null,
      })),
    );
  });

  it('share the value to the fen', async () => {
    await gifts.record(coats({ valueFen: 1_000, basis: 'fair-value', basisNote: '市场价' }));
    expect(
      rowsOf(gifts.shop, 'SELECT value_fen FROM lot ORDER BY id').map((lot) => lot['value_fen']),
    ).toEqual([334, 333, 333]);
    expect(rowsOf(gifts.shop, 'SELECT sum(value_fen) AS fen FROM stock_posting')).toEqual([{ fen: 1_000 }]);
  });

  it('are 500 in a line and no more, whole, and worth a fen each at least', async () => {
    const before = rowCounts(gifts.shop);
    expect((await refusalOf(gifts.record(coats({ quantity: 501 })))).reasons).toEqual([
      { code: 'pieces-too-many', field: 'lines.0.quantity', row: 1, params: { most: 500 } },
    ]);
    const flour = await seedItem(gifts.shop, { code: 'F', name: '面粉', listPriceFen: null, unit: '公斤' });
    expect(await gifts.refusals(coats({ itemId: flour, quantity: 1_500 }))).toEqual([
      'row-quantity-fraction',
    ]);
    const poor = { quantity: 10, valueFen: 9, basis: 'fair-value', basisNote: '市场价' };
    expect(await gifts.refusals(coats(poor))).toEqual(['amount-not-positive']);
    expect(rowCounts(gifts.shop)).toMatchObject({ lot: before['lot'] });
    await gifts.record(coats({ quantity: 500 }));
    await gifts.record(coats({ itemId: flour, quantity: 2_000 }));
    expect(rowCounts(gifts.shop)).toMatchObject({ lot: 502 });
  });

  it('go back one by one when the receipt ends', async () => {
    const { donationId } = await gifts.record(coats());
    await gifts.end(donationId);
    expect(gifts.onHand(donationId)).toEqual([0, 0, 0]);
  });
});

describe('disinfection', () => {
  it('not on record: the goods are taken and held, and the hold is on record', async () => {
    await gifts.record(coats({ disinfectedDay: null, pieces: false }));
    expect(rowsOf(gifts.shop, 'SELECT received, held_reason FROM lot')).toEqual([
      { received: 3, held_reason: '未登记消毒' },
    ]);
    expect(rowsOf(gifts.shop, 'SELECT lot_id, held, reason, staff_id FROM lot_hold')).toEqual([
      { lot_id: 1, held: 1, reason: '未登记消毒', staff_id: 1 },
    ]);
    const stands = await gifts.shop.call('goods.read', { itemId: gifts.clothes }, { as: 'manager' });
    expect([stands.onHand, stands.available]).toEqual([3, 0]);
  });

  it('is asked of second-hand goods only', async () => {
    await gifts.record(coats({ grade: null, disinfectedDay: null }));
    expect(rowsOf(gifts.shop, 'SELECT DISTINCT held_reason FROM lot')).toEqual([{ held_reason: null }]);
    expect(rowCounts(gifts.shop)).toMatchObject({ lot_hold: 0 });
  });

  it('tomorrow is refused', async () => {
    expect(await gifts.refusals(coats({ disinfectedDay: '2026-05-05' }))).toEqual(['row-day-in-future']);
  });
});
