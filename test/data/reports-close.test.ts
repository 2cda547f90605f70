// Closing a month: in order, once, only when it is over; from then on nothing is booked in it (ruling 22).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = 'manager' as const;
let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const close = (month: string) => shop.call('reports.closeMonth', { month }, { as });
const closed = () => shop.call('reports.closedMonths', {}, { as: 'volunteer' });

describe('reports.closeMonth', () => {
  it('closes an ended month and says by whom and when, latest first', async () => {
    await close('2026-03');
    await shop.call('reports.closeMonth', { month: '2026-04' }, { as: 'bureau' });
    expect(await closed()).toEqual([
      { month: '2026-04', by: '区民政局', at: '2026-05-04T02:12:00.000Z' },
      { month: '2026-03', by: '韦店长', at: '2026-05-04T02:12:00.000Z' },
    ]);
    expect(rowsOf(shop, "SELECT object FROM audit WHERE act = 'reports.closeMonth' ORDER BY seq")).toEqual([
      { object: 'month:2026-03' },
      { object: 'month:2026-04' },
    ]);
  });

  it('refuses the month that still runs and those to come, to the Beijing minute', async () => {
    expect(await refusalOf(close('2026-05'))).toMatchObject({
      code: 'month-not-over',
      params: { month: '2026-05' },
    });
    expect((await refusalOf(close('2026-06'))).code).toBe('month-not-over');
    shop.setNow('2026-05-31T15:59:00.000Z');
    expect((await refusalOf(close('2026-05'))).code).toBe('month-not-over');
    shop.setNow('2026-05-31T16:00:00.000Z');
    await close('2026-05');
  });

  it('refuses a month twice', async () => {
    await close('2026-04');
    expect(await refusalOf(close('2026-04'))).toMatchObject({
      code: 'month-closed',
      params: { month: '2026-04' },
    });
    expect(await closed()).toHaveLength(1);
  });

  it('closes in order from the first month with any movement, and names the one still open', async () => {
    const itemId = await seedItem(shop, { code: 'R1', name: '大米', listPriceFen: 4_500 });
    await seedGift(shop, { itemId, quantity: 1, day: '2026-02-10' });
    expect(await refusalOf(close('2026-04'))).toMatchObject({
      code: 'month-before-open',
      params: { month: '2026-03' },
    });
    expect(await refusalOf(close('2026-03'))).toMatchObject({
      code: 'month-before-open',
      params: { month: '2026-02' },
    });
    await close('2026-02');
    // A month without movement is closed all the same.
    await close('2026-03');
    await close('2026-04');
  });

  it('looks at money as well as goods for the first month', async () => {
    await shop.call(
      'cash.fund',
      {
        day: '2026-03-10',
        kind: 'opening',
        source: 'budget',
        amountFen: 1_000,
        reference: '结余',
      },
      { as },
    );
    expect(await refusalOf(close('2026-04'))).toMatchObject({ params: { month: '2026-03' } });
  });

  it('is refused to a volunteer', async () => {
    expect(
      (await refusalOf(shop.call('reports.closeMonth', { month: '2026-04' }, { as: 'volunteer' }))).code,
    ).toBe('not-permitted');
  });
});

describe('a closed month', () => {
  it('stands still: goods and money that belong to it come in today and say for which day', async () => {
    const itemId = await seedItem(shop, { code: 'R1', name: '大米', listPriceFen: 4_500 });
    await close('2026-04');
    const april = await shop.call('reports.balance', { month: '2026-04' }, { as });
    await seedGift(shop, {
      itemId,
      quantity: 5,
      day: '2026-04-28',
      more: { cash: { fen: 5_000, way: 'cash' } },
    });
    expect(
      rowsOf(
        shop,
        'SELECT business_day, late_for_day FROM stock_posting UNION ALL SELECT business_day, late_for_day FROM cash_posting',
      ),
    ).toEqual([
      { business_day: '2026-05-04', late_for_day: '2026-04-28' },
      { business_day: '2026-05-04', late_for_day: '2026-04-28' },
    ]);
    expect((await shop.call('reports.balance', { month: '2026-04' }, { as })).rows).toEqual(april.rows);
  });

  it('nothing is booked in it by setting the clock back', async () => {
    shop.setNow('2026-06-02T02:00:00.000Z');
    await close('2026-05');
    shop.setNow('2026-05-20T02:00:00.000Z');
    const funding = { kind: 'grant', source: 'budget', amountFen: 1, reference: '文' } as const;
    expect((await refusalOf(shop.call('cash.fund', { day: '2026-05-20', ...funding }, { as }))).code).toBe(
      'clock-went-back',
    );
  });
});
