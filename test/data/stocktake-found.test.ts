// Stocktakes: what a blind count hides and from whom; goods nobody expected, and goods that came in while it ran.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';
import { stocktakes } from '../helpers/stocktake.ts';

type Counting = ReturnType<typeof stocktakes>;
let shop: OpenShop;
let open: Counting['open'];
let read: Counting['read'];
let linesOf: Counting['linesOf'];
let enter: Counting['enter'];
let finish: Counting['finish'];
let post: Counting['post'];
let countAll: Counting['countAll'];
let found: Counting['addFound'];
let rice: number;
let milk: number;
let coat: number;
beforeEach(async () => {
  shop = await openShop();
  ({ open, read, linesOf, enter, finish, post, countAll, addFound: found } = stocktakes(shop));
  rice = await seedItem(shop, {
    code: 'R1',
    name: '大米',
    listPriceFen: 4_500,
    category: '粮油',
    barcodes: ['6901234567892'],
  });
  milk = await seedItem(shop, { code: 'M1', name: '牛奶', listPriceFen: 300, keepsDate: true });
  coat = await seedItem(shop, {
    code: 'C1',
    name: '旧大衣',
    listPriceFen: null,
    unit: '件',
    category: '衣被',
  });
  await seedGift(shop, { itemId: rice, quantity: 100, valueFen: 470_000 });
  await seedGift(shop, { itemId: milk, quantity: 24, valueFen: 7_200, expiryDay: '2026-08-01' });
  await seedGift(shop, { itemId: milk, quantity: 12, valueFen: null, expiryDay: '2026-06-01' });
});
afterEach(() => shop.close());

const codeOf = async (act: Promise<unknown>): Promise<string> => (await refusalOf(act)).code;
describe('a blind count', () => {
  it('shows nothing of the books while it is open, to nobody, and nothing to the volunteer before it is posted', async () => {
    const id = await open({ blind: true, categories: ['粮油'] });
    const [line] = await linesOf(id);
    await enter(line?.lineId ?? 0, 98);
    for (const as of ['volunteer', 'manager', 'bureau'] as const) {
      const seen = await read(id, as);
      expect(seen.rows[0]).toMatchObject({
        counted: 98,
        expected: null,
        difference: null,
        differenceFen: null,
      });
      expect(seen).toMatchObject({ surplusFen: 0, shortageFen: 0, unpricedDifferences: 0 });
      expect((await read(id, as, { show: 'different' })).total).toBe(0);
    }
    await finish(id);
    expect((await read(id, 'volunteer')).rows[0]).toMatchObject({ expected: null, difference: null });
    expect((await read(id, 'bureau')).rows[0]).toMatchObject({
      expected: 100,
      difference: -2,
      differenceFen: -9_400,
    });
    await post(id);
    expect((await read(id, 'volunteer')).rows[0]).toMatchObject({ expected: 100, difference: -2 });
  });

  it('keeps the first figure from whoever counts the second time', async () => {
    const id = await open({ blind: true, twice: true, categories: ['粮油'] });
    const [line] = await linesOf(id);
    await enter(line?.lineId ?? 0, 98);
    expect((await read(id, 'bureau')).rows[0]).toMatchObject({ status: 'one-of-two', first: null });
    expect((await read(id, 'volunteer')).rows[0]).toMatchObject({ first: 98 });
    await enter(line?.lineId ?? 0, 97, 'bureau', 2);
    expect((await read(id, 'manager')).rows[0]).toMatchObject({ status: 'misfit', first: 98, second: 97 });
  });

  it('an open one shows what the books have, by the difference at the entry', async () => {
    const id = await open({ categories: ['粮油'] });
    const [line] = await linesOf(id);
    await enter(line?.lineId ?? 0, 102);
    expect(await read(id, 'volunteer', { show: 'different' })).toMatchObject({
      total: 1,
      surplusFen: 9_400,
      shortageFen: 0,
      rows: [{ expected: 100, difference: 2, differenceFen: 9_400 }],
    });
  });
});

describe('found goods', () => {
  it('become a lot of their own without a value when posted, of the class their kind usually has', async () => {
    const id = await open();
    await countAll(id);
    const { lineId } = await found(id, coat, 3);
    await found(id, milk, 6, '2026-09-09');
    await finish(id);
    expect(await read(id)).toMatchObject({ unpricedDifferences: 2, surplusFen: 0 });
    expect(await post(id)).toEqual({ found: 2, missing: 0 });
    expect(
      rowsOf(
        shop,
        `SELECT lot.item_id, stocktake_line_id, expiry_day, received, value_fen, stock_class, on_hand, on_hand_fen, place_id
         FROM lot JOIN lot_stock ON lot_id = lot.id WHERE stocktake_line_id IS NOT NULL ORDER BY lot.id`,
      ),
    ).toMatchObject([
      {
        item_id: coat,
        stocktake_line_id: lineId,
        received: 3,
        value_fen: null,
        stock_class: 'donated',
        on_hand: 3,
        on_hand_fen: null,
      },
      { item_id: milk, expiry_day: '2026-09-09', received: 6, on_hand: 6, place_id: 1 },
    ]);
    expect(await shop.call('reports.balance', { month: '2026-05' }, { as: 'manager' })).toMatchObject({
      ties: true,
    });
  });

  it('of goods that came as disaster relief are disaster relief again (ruling 24)', async () => {
    await seedGift(shop, { itemId: coat, quantity: 1, valueFen: null, more: { stockClass: 'disaster' } });
    const { placeId } = await shop.call('stock.addPlace', { name: '仓库', kind: 'store' }, { as: 'manager' });
    await seedGift(shop, { itemId: rice, quantity: 1, placeId });
    const id = await open({ placeId });
    await found(id, coat, 2);
    await finish(id, true);
    await post(id);
    expect(rowsOf(shop, 'SELECT stock_class, received FROM lot WHERE stocktake_line_id IS NOT NULL')).toEqual(
      [{ stock_class: 'disaster', received: 2 }],
    );
  });

  it('counted again as none, they leave nothing behind', async () => {
    const id = await open({ categories: ['粮油'] });
    const { lineId } = await found(id, coat, 3);
    await enter(lineId, 0);
    await finish(id, true);
    expect(await post(id)).toEqual({ found: 0, missing: 0 });
    expect(rowCounts(shop)).toMatchObject({ lot: 3 });
  });

  it('refuses none at all, unknown goods, a missing date, a second line for what is on the list, and a finished count', async () => {
    const id = await open();
    expect(await codeOf(found(99, coat, 1))).toBe('not-found');
    expect(await codeOf(found(id, coat, 0))).toBe('quantity-not-positive');
    expect(await codeOf(found(id, 99, 1))).toBe('item-unknown');
    expect(await refusalOf(found(id, milk, 1))).toMatchObject({
      code: 'expiry-missing',
      params: { itemName: '牛奶' },
    });
    const tag = (await linesOf(id)).find(({ itemCode }) => itemCode === 'R1')?.tag;
    expect(await refusalOf(found(id, rice, 1))).toMatchObject({
      code: 'stocktake-line-here',
      params: { item: '大米', tag },
    });
    await found(id, coat, 1);
    expect(await codeOf(found(id, coat, 1))).toBe('stocktake-line-here');
    await finish(id, true);
    expect(await codeOf(found(id, milk, 1, '2026-09-09'))).toBe('stocktake-not-open');
  });

  it('what came in after the opening is that lot, not a new one', async () => {
    const id = await open();
    await seedGift(shop, { itemId: coat, quantity: 7, valueFen: null });
    const { lineId } = await found(id, coat, 6);
    const line = (await linesOf(id)).find((row) => row.lineId === lineId);
    expect(line).toMatchObject({ expected: 7, counted: 6, difference: -1 });
    expect(line?.lotId).not.toBeNull();
    await seedGift(shop, { itemId: rice, quantity: 5, valueFen: null });
    const [ofRice] = (await linesOf(id)).filter(({ itemCode }) => itemCode === 'R1');
    await enter(ofRice?.lineId ?? 0, 105);
    expect(
      (await linesOf(id))
        .filter(({ itemCode }) => itemCode === 'R1')
        .map(({ expected, status }) => [expected, status]),
    ).toEqual([
      [100, 'settled'],
      [5, 'uncounted'],
    ]);
  });
});
