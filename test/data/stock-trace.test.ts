// 去向: from the donor to the households and back; who took something back is no household reached; names are masked.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = 'manager' as const;
let shop: OpenShop;
let vouchers: readonly { readonly id: number }[];
const redemptions: number[] = [];

/** 37 households take rice, one of them twice, a 38th takes some and brings it back; 2 are scrapped; the rest stands at two places. */
beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(
    shop,
    Array.from({ length: 38 }, (_, at) => ({ number: String(at + 1) })),
  );
  const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 100 });
  const store = (await shop.call('stock.addPlace', { name: '冷库', kind: 'store' }, { as })).placeId;
  await seedGift(shop, { itemId: rice, quantity: 100, valueFen: 10_000 });
  await seedGift(shop, { itemId: rice, quantity: 5, day: '2026-05-04', more: { anonymous: true } });
  vouchers = [
    ...(await seedBatch(shop)).vouchers,
    ...(await seedBatch(shop, { name: '端午慰问' })).vouchers.slice(0, 1),
  ];
  for (const { id } of vouchers) {
    const { redemptionId } = await shop.call(
      'counter.redeem',
      { voucherIds: [id], entry: 'scanned', lines: [{ itemId: rice, quantity: 2 }] },
      { as },
    );
    redemptions.push(redemptionId);
  }
  await shop.call('counter.reverse', { redemptionId: redemptions[37] ?? 0, reason: '不要了' }, { as });
  await shop.call(
    'stock.transfer',
    { fromPlaceId: 1, toPlaceId: store, lines: [{ lotId: 1, quantity: 5 }] },
    { as },
  );
  const { lossId } = await shop.call(
    'losses.propose',
    {
      kind: 'scrap',
      reason: 'spoiled',
      method: '销毁',
      witness: '李监督',
      proceeds: null,
      lines: [{ lotId: 1, placeId: 1, quantity: 2 }],
    },
    { as },
  );
  await shop.call('losses.approve', { lossId }, { as: 'bureau' });
});
afterAll(() => shop.close());

const trace = (lotId = 1, page: { offset?: number; limit?: number } = {}) =>
  shop.call('stock.trace', { lotId, ...page }, { as: 'bureau' });

it('says which 37 households got this rice, and where it came from', async () => {
  const found = await trace();
  expect(found).toMatchObject({
    itemName: '大米',
    total: 39,
    households: 37,
    received: 100,
    valueFen: 10_000,
    issued: 76,
    scrapped: 2,
    sold: 0,
    found: 0,
    missing: 0,
    onHand: 22,
    origin: {
      document: 'donation',
      documentId: 1,
      number: 'JZ2026-000001',
      day: '2026-05-04',
      from: '柳州市某米业有限公司',
      designation: '',
    },
  });
  const { received, issued, scrapped, sold, missing, onHand } = found;
  expect(received + found.found).toBe(issued + scrapped + sold + missing + onHand);
  expect(found.rows.filter(({ reversed }) => reversed).map(({ redemptionId }) => redemptionId)).toEqual([
    redemptions[37],
  ]);
  expect(found.rows[0]).toMatchObject({ quantity: 2, category: '城市低保', community: '桂中社区' });
  expect((await trace(1, { offset: 38, limit: 5 })).rows).toEqual(found.rows.slice(38));
});

it('names nobody in full, and no donor who does not want to be named', async () => {
  const answers = JSON.stringify([await trace(1), await trace(2)]);
  const heads = rowsOf(shop, 'SELECT head_name FROM household').map(({ head_name }) => String(head_name));
  expect(heads.filter((name) => answers.includes(name))).toEqual([]);
  expect((await trace(2)).origin.from).toBe('匿名');
});

it('is refused for a lot that is not there and for whoever may not see people', async () => {
  expect((await refusalOf(trace(99))).code).toBe('not-found');
  expect((await refusalOf(shop.call('stock.trace', { lotId: 1 }, { as: 'volunteer' }))).code).toBe(
    'not-permitted',
  );
});

it('is printed', async () => {
  expect(await shop.call('stock.printTrace', { lotId: 1 }, { as })).toMatchObject({
    mime: 'application/pdf',
  });
  expect((await refusalOf(shop.call('stock.printTrace', { lotId: 99 }, { as }))).code).toBe('not-found');
});

it('finds the takings of a lot through indexes', () => {
  const plan = rowsOf(
    shop,
    `EXPLAIN QUERY PLAN SELECT redemption.id FROM stock_posting AS posting
     JOIN redemption ON redemption.id = posting.document_id AND redemption.reverses IS NULL
     WHERE posting.lot_id = 1 AND posting.kind = 'issued'`,
  );
  const words = plan.map(({ detail }) => String(detail)).join('\n');
  expect(words).toContain('stock_posting_by_lot');
  expect(words).not.toMatch(/SCAN/);
});
