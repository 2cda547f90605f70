// Reports read the books as they stood at one moment, and whoever sells meanwhile has his turn between two of their statements.
import { setImmediate as breath } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';

let shop: OpenShop;
let itemId: number;
let voucherIds: readonly number[];

beforeEach(async () => {
  shop = await openShop();
  itemId = await seedItem(shop, { code: 'A1', name: '大米', listPriceFen: 1_000 });
  await seedGift(shop, { itemId, quantity: 100 });
  await seedHouseholds(shop, [{ number: 'H1' }, { number: 'H2' }]);
  voucherIds = (await seedBatch(shop)).vouchers.map(({ id }) => id);
});
afterEach(() => shop.close());

const report = () => shop.call('reports.distribution', { month: '2026-05' }, { as: 'bureau' });
const sell = async (voucherId: number | undefined): Promise<void> => {
  if (voucherId === undefined) throw new Error('no voucher');
  await shop.call(
    'counter.redeem',
    { voucherIds: [voucherId], entry: 'scanned', lines: [{ itemId, quantity: 1 }] },
    { as: 'volunteer' },
  );
};
/** Until the report is under way. */
const begun = async (): Promise<void> => {
  for (let times = 0; times < 12; times += 1) await breath();
};

describe('a report', () => {
  it('lets a sale have its turn, and does not see it', async () => {
    let finished = false;
    const reported = report().finally(() => (finished = true));
    await begun();
    await sell(voucherIds[0]);
    expect(finished).toBe(false);
    expect(await reported).toMatchObject({ ties: true, total: { month: { issued: 2, redeemed: 0 } } });
    expect(await report()).toMatchObject({ ties: true, total: { month: { issued: 2, redeemed: 1 } } });
  });

  it('on paper is of one moment too, and leaves its audit row', async () => {
    const printed = shop.call(
      'reports.print',
      { report: 'distribution', month: '2026-05', format: 'pdf' },
      { as: 'bureau' },
    );
    await begun();
    await sell(voucherIds[0]);
    await printed;
    const { rows } = await shop.call('audit.list', { limit: 5 }, { as: 'manager' });
    expect(rows.map(({ act }) => act)).toEqual(expect.arrayContaining(['reports.print', 'counter.redeem']));
  });

  it('waits for no roster that comes in', async () => {
    let entered = false;
    const households = Array.from({ length: 6_000 }, (_, at) => ({ number: `R${at}` }));
    const entering = seedHouseholds(shop, households).finally(() => (entered = true));
    await begun();
    await report();
    expect(entered).toBe(false);
    await entering;
  });

  it('under way when the books close is told so, and the books close at once', async () => {
    const reported = report();
    const told = expect(reported).rejects.toMatchObject({ error: { kind: 'fault', code: 'books-stopped' } });
    await begun();
    await shop.close();
    await told;
    shop = await openShop();
  });
});
