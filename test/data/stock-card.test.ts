// 物资明细账: opening, every movement with what stands after it, closing, however the card is cut; and the way through the index.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Input, Output } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = 'manager' as const;
let shop: OpenShop;
let rice: number;
let clothes: number;
let store: number;
const papers: Record<string, string> = {};

type Card = Output<'stock.card'>;
const card = (input: Input<'stock.card'>): Promise<Card> =>
  shop.call('stock.card', input, { as: 'volunteer' });
const balances = ({ rows }: Card) => rows.map(({ quantity, balance }) => [quantity, balance]);

/** A fortnight: gift, gift, transfer, issue, reversal, a late gift dated back, scrap. */
beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(shop, [{ number: '1' }]);
  const { vouchers } = await seedBatch(shop);
  rice = await seedItem(shop, { code: 'MI', name: '大米', spec: '10kg', listPriceFen: 100 });
  clothes = await seedItem(shop, { code: 'YI', name: '旧衣', listPriceFen: null, unit: '件' });
  store = (await shop.call('stock.addPlace', { name: '敬老院仓库', kind: 'depot' }, { as })).placeId;
  await seedGift(shop, { itemId: rice, quantity: 10, valueFen: 1_000 });
  await seedGift(shop, { itemId: clothes, quantity: 9, valueFen: null });
  shop.setNow('2026-05-06T02:00:00.000Z');
  await seedGift(shop, { itemId: rice, quantity: 6, valueFen: null, day: '2026-05-06' });
  const moved = await shop.call(
    'stock.transfer',
    { fromPlaceId: 1, toPlaceId: store, lines: [{ lotId: 1, quantity: 4 }] },
    { as },
  );
  papers['transfer'] = moved.number;
  shop.setNow('2026-05-08T02:00:00.000Z');
  const redeemed = await shop.call(
    'counter.redeem',
    { voucherIds: [vouchers[0]?.id ?? 0], entry: 'scanned', lines: [{ itemId: rice, quantity: 3 }] },
    { as },
  );
  papers['redemption'] = redeemed.number;
  await shop.call('counter.reverse', { redemptionId: redeemed.redemptionId, reason: '拿错' }, { as });
  // Typed late, booked on its own day (ruling 22): it stands among the movements of that day.
  await seedGift(shop, { itemId: rice, quantity: 2, valueFen: 300, day: '2026-05-05' });
  shop.setNow('2026-05-15T02:00:00.000Z');
  const { lossId } = await shop.call(
    'losses.propose',
    {
      kind: 'scrap',
      reason: 'spoiled',
      method: '销毁',
      witness: '李监督',
      proceeds: null,
      lines: [{ lotId: 1, placeId: 1, quantity: 1 }],
    },
    { as },
  );
  await shop.call('losses.approve', { lossId }, { as: 'bureau' });
});
afterAll(() => shop.close());

it('runs from the first movement to the last, in order of day and entry', async () => {
  const found = await card({ itemId: rice });
  expect(found).toMatchObject({
    title: '大米 10kg',
    unit: '袋',
    total: 8,
    opening: 0,
    openingFen: 0,
    closing: 17,
    // 10 bags for ¥10.00 and 2 for ¥3.00, one of the ten scrapped; the six without a value are in no amount.
    closingFen: 1_200,
  });
  expect(found.rows.map(({ day, kind, quantity, balance }) => [day, kind, quantity, balance])).toEqual([
    ['2026-05-04', 'donated', 10, 10],
    ['2026-05-05', 'donated', 2, 12],
    ['2026-05-06', 'donated', 6, 18],
    ['2026-05-06', 'moved', -4, 14],
    ['2026-05-06', 'moved', 4, 18],
    ['2026-05-08', 'issued', -3, 15],
    ['2026-05-08', 'issued', 3, 18],
    ['2026-05-15', 'scrapped', -1, 17],
  ]);
  expect(found.rows[3]).toMatchObject({ number: papers['transfer'], document: 'transfer', place: '门店' });
  expect(found.rows[5]).toMatchObject({ number: papers['redemption'], reversed: true, reverses: false });
  expect(found.rows[6]).toMatchObject({ reversed: false, reverses: true, operator: '韦店长' });
  expect(found.rows.at(-1)).toMatchObject({ balance: found.closing, balanceFen: found.closingFen });
});

it('any page of any cut continues where the page before ended', async () => {
  for (const cut of [
    { itemId: rice },
    { itemId: rice, placeId: 1 },
    { itemId: rice, placeId: store },
    { lotId: 1 },
    { lotId: 1, placeId: 1 },
    { itemId: rice, from: '2026-05-05' },
    { itemId: rice, from: '2026-05-06', to: '2026-05-08' },
    { itemId: rice, to: '2026-05-06' },
    { lotId: 1, from: '2026-05-07', to: '2026-05-14' },
    { itemId: rice, from: '2026-05-14' },
  ]) {
    const whole = await card(cut);
    expect(whole.rows).toHaveLength(whole.total);
    let balance = whole.opening;
    for (const row of whole.rows) expect(row.balance).toBe((balance += row.quantity));
    expect(balance).toBe(whole.closing);
    for (let offset = 0; offset <= whole.total; offset += 1) {
      const page = await card({ ...cut, offset, limit: 3 });
      expect(page.rows).toEqual(whole.rows.slice(offset, offset + 3));
      expect([page.opening, page.closing, page.closingFen]).toEqual([
        whole.opening,
        whole.closing,
        whole.closingFen,
      ]);
    }
  }
});

it('of a period opens with what stood before it', async () => {
  const found = await card({ itemId: rice, from: '2026-05-06', to: '2026-05-08' });
  expect(found).toMatchObject({ opening: 12, openingFen: 1_300, closing: 18, closingFen: 1_300, total: 5 });
  expect(await card({ itemId: rice, from: '2027-01-01' })).toMatchObject({
    opening: 17,
    closing: 17,
    total: 0,
  });
  expect(await card({ itemId: rice, to: '2026-01-01' })).toMatchObject({ opening: 0, closing: 0, total: 0 });
});

it('of one lot or one place holds nothing else', async () => {
  const lot = await card({ lotId: 1 });
  expect(balances(lot)).toEqual([
    [10, 10],
    [-4, 6],
    [4, 10],
    [-3, 7],
    [3, 10],
    [-1, 9],
  ]);
  expect(lot.title).toContain('PC0000001');
  expect(balances(await card({ lotId: 1, placeId: store }))).toEqual([[4, 4]]);
  expect(balances(await card({ itemId: rice, placeId: store }))).toEqual([[4, 4]]);
  expect(await card({ lotId: 2, placeId: store })).toMatchObject({ total: 0, closing: 0 });
});

it('goods without any value have an unknown amount, never 0', async () => {
  expect(await card({ itemId: clothes })).toMatchObject({
    openingFen: null,
    closingFen: null,
    rows: [{ valueFen: null, balanceFen: null, balance: 9 }],
  });
});

it('refuses what is not there and days that are none', async () => {
  for (const input of [{}, { itemId: 99 }, { lotId: 99 }, { itemId: rice, placeId: 99 }])
    expect((await refusalOf(card(input))).code).toBe('not-found');
  expect(await refusalOf(card({ itemId: rice, from: '2026-02-30' }))).toMatchObject({
    code: 'input-invalid',
    reasons: [{ field: 'from' }],
  });
});

it('is printed and saved whole', async () => {
  const print = (format: 'pdf' | 'xlsx') => shop.call('stock.printCard', { itemId: rice, format }, { as });
  expect(await print('pdf')).toMatchObject({ mime: 'application/pdf' });
  expect((await print('xlsx')).bytes.length).toBeGreaterThan(1_000);
  const refused = shop.call('stock.printCard', { itemId: 99, format: 'pdf' }, { as });
  expect((await refusalOf(refused)).code).toBe('not-found');
  const forbidden = shop.call('stock.printCard', { itemId: rice, format: 'pdf' }, { as: 'volunteer' });
  expect((await refusalOf(forbidden)).code).toBe('not-permitted');
});

it('reads nothing but the index, and two places of a lot are merged in order', () => {
  const plan = (sql: string): string =>
    rowsOf(shop, `EXPLAIN QUERY PLAN ${sql}`)
      .map(({ detail }) => String(detail))
      .join('\n');
  const range = (whose: string) =>
    `SELECT id, business_day AS day, quantity, value_fen AS fen FROM stock_posting WHERE ${whose}
     AND business_day >= '' AND business_day <= '9999-12-31'`;
  const ofItem = plan(
    `${range('item_id = 1 AND place_id = 2')} ORDER BY day DESC, id DESC LIMIT 100 OFFSET 900000`,
  );
  expect(ofItem).toContain('COVERING INDEX stock_posting_by_item');
  expect(ofItem).not.toContain('TEMP B-TREE');
  const ofLot = plan(
    `${range('lot_id = 1 AND place_id = 1')} UNION ALL ${range('lot_id = 1 AND place_id = 2')} ORDER BY day, id LIMIT 100`,
  );
  expect(ofLot).toContain('MERGE (UNION ALL)');
  expect(ofLot.match(/COVERING INDEX stock_posting_by_lot/g)).toHaveLength(2);
  expect(ofLot).not.toContain('TEMP B-TREE');
});

it('the number of postings kept beside what stands is the number of postings', () => {
  expect(
    rowsOf(
      shop,
      `SELECT lot_id FROM lot_stock AS stock WHERE postings <>
        (SELECT count(*) FROM stock_posting AS p WHERE p.lot_id = stock.lot_id AND p.place_id = stock.place_id)`,
    ),
  ).toEqual([]);
});
