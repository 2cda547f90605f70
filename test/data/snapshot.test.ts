// Reports read the books as they stood at one moment, and whoever sells meanwhile has his turn between two of their statements.
import { setImmediate as breath } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { nextIdNumber, seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';

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

/** A roster of a category nobody has yet, ready to be confirmed. */
const previewed = async (rows: number): Promise<string> => {
  const people = Array.from({ length: rows }, (_, at) =>
    [`R${at}`, '韦芳', '户主', nextIdNumber(), '农村低保'].join(','),
  );
  const text = ['户编号,姓名,与户主关系,身份证号码,救助类别', ...people].join('\r\n');
  const sheet = { name: '花名册.csv', bytes: new TextEncoder().encode(text) };
  const { previewId, refused } = await shop.call('people.previewImport', { sheet }, { as: 'manager' });
  expect(refused).toEqual([]);
  return previewId;
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

  it('waits for no roster that comes in, and sees nothing of it', async () => {
    const previewId = await previewed(2_000);
    const entered = shop.call('people.confirmImport', { previewId }, { as: 'manager' });
    const categories = (await report()).rows.map(({ name }) => name);
    await entered;
    expect(categories).not.toContain('农村低保');
    expect((await report()).rows.map(({ name }) => name)).toContain('农村低保');
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
