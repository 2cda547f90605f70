// What a sale costs the database: few statements, every one of them through an index (design.md §8). Times are measured by the
// benchmark; here only what does not depend on the machine.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { listenToStatements, type Executed } from '../helpers/executed.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { qrOf, seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher } from '../helpers/seed.ts';

/** Tables that grow with the years; the catalogue, the staff, batches and keys stay small. */
const growing = [
  'voucher',
  'voucher_posting',
  'stock_posting',
  'redemption',
  'redemption_line',
  'lot',
  'household',
  'person',
  'audit',
  'command',
  'paper_print',
];
// One of them asks which limits hold, one whose shift it is.
const most = 18;

let shop: OpenShop;
let executed: Executed;
let vouchers: readonly ListedVoucher[];
const items: number[] = [];

beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(
    shop,
    Array.from({ length: 8 }, (_, at) => ({ number: String(at + 1) })),
  );
  ({ vouchers } = await seedBatch(shop));
  for (let at = 0; at < 5; at += 1) {
    const itemId = await seedItem(shop, { code: `G${at}`, name: `物品${at}`, listPriceFen: 1_000 });
    items.push(itemId);
    // Two lots each, so that a line of three takes from both.
    await seedGift(shop, { itemId, quantity: 2 });
    await seedGift(shop, { itemId, quantity: 50 });
  }
  executed = listenToStatements();
});
afterAll(async () => {
  executed.stop();
  await shop.close();
});
const lines = (quantity: number) => items.map((itemId) => ({ itemId, quantity }));
const voucher = (at: number): number => vouchers[at]?.id ?? 0;

it(`a redemption of five lines takes at most ${most} statements from begin to commit`, async () => {
  await shop.call(
    'counter.redeem',
    { voucherIds: [voucher(0)], entry: 'scanned', lines: lines(1) },
    { as: 'volunteer' },
  );
  executed.clear();
  await shop.call(
    'counter.redeem',
    { voucherIds: [voucher(1)], entry: 'scanned', lines: lines(2) },
    { as: 'volunteer' },
  );
  const texts = [...executed.texts];
  const sale = texts.slice(texts.indexOf('begin immediate'), texts.indexOf('commit') + 1);
  expect(sale.length).toBeGreaterThan(8);
  expect(sale.length).toBeLessThanOrEqual(most);
  expect(texts.filter((text) => text === 'commit')).toHaveLength(1);
  // Beside the sale itself only the settings and the day are looked at.
  expect(texts.length - sale.length).toBeLessThanOrEqual(2);
});

it('every query of the counter goes through an index', async () => {
  executed.clear();
  const redeemed = await shop.call(
    'counter.redeem',
    { voucherIds: [voucher(2)], entry: 'scanned', lines: lines(1) },
    { as: 'volunteer' },
  );
  await shop.call('counter.scan', { code: qrOf(shop, voucher(3)), entry: 'scanned' }, { as: 'volunteer' });
  await shop.call(
    'counter.scan',
    { code: vouchers[3]?.typedCode ?? '', entry: 'typed' },
    { as: 'volunteer' },
  );
  await shop
    .call('counter.scan', { code: qrOf(shop, voucher(2)), entry: 'scanned' }, { as: 'volunteer' })
    .catch(() => undefined);
  await shop.call('counter.goods', { voucherIds: [voucher(3)], code: 'G1' }, { as: 'volunteer' });
  await shop.call('counter.findGoods', { voucherIds: [voucher(3)], search: '物品' }, { as: 'volunteer' });
  await shop.call('counter.printSlip', { redemptionId: redeemed.redemptionId }, { as: 'volunteer' });
  await shop.call(
    'counter.reverse',
    { redemptionId: redeemed.redemptionId, reason: '试' },
    { as: 'volunteer' },
  );
  await shop.call('counter.today', {}, { as: 'volunteer' });
  await shop.call('shop.today', {}, { as: 'volunteer' });
  const texts = [...new Set(executed.texts)].filter((text) =>
    /^\s*(select|insert|update|delete|with)\b/i.test(text),
  );
  executed.stop();
  const file = openReadOnly(shop.file, shop.key);
  const scans = texts.flatMap((text) => {
    const holes = (text.match(/\?/g) ?? []).map(() => 1);
    const plan = file.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...holes) as { detail: string }[];
    return plan
      .map(({ detail }) => detail)
      .filter(
        (detail) =>
          /^SCAN /.test(detail) &&
          !detail.includes(' USING ') &&
          growing.some((table) => detail.split(' ')[1] === table),
      )
      .map((detail) => `${detail}: ${text.replace(/\s+/g, ' ').slice(0, 120)}`);
  });
  file.close();
  expect(texts.length).toBeGreaterThan(20);
  expect(scans).toEqual([]);
});
