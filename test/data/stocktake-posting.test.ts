// What a stocktake does to the books: finished, posted by another person, given up; its papers.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../db/contract/common.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { pageTexts } from '../documents/reading.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';
import { stocktakes } from '../helpers/stocktake.ts';

let shop: OpenShop;
let count: ReturnType<typeof stocktakes>;
let rice: number;
beforeEach(async () => {
  shop = await openShop();
  count = stocktakes(shop);
  rice = await seedItem(shop, { code: 'R1', name: '大米', listPriceFen: 4_500, category: '粮油' });
  await seedGift(shop, { itemId: rice, quantity: 100, valueFen: 470_000 });
});
afterEach(() => shop.close());

const codeOf = async (act: Promise<unknown>): Promise<string> => (await refusalOf(act)).code;
const voucher = async (): Promise<number> => {
  await seedHouseholds(shop, [{ number: '1' }]);
  const { vouchers } = await seedBatch(shop, { faceFen: 1_000_000, validTo: '2026-12-31' });
  return vouchers[0]?.id ?? 0;
};
const redeem = async (quantity: number) =>
  shop.call(
    'counter.redeem',
    { voucherIds: [await voucher()], entry: 'scanned', lines: [{ itemId: rice, quantity }] },
    { as: 'manager' },
  );
const postings = () =>
  rowsOf(
    shop,
    `SELECT kind, quantity, value_fen, business_day, late_for_day, document_id FROM stock_posting
     WHERE document = 'stocktake' ORDER BY id`,
  );
const onHand = () => rowsOf(shop, 'SELECT sum(on_hand) AS pieces, sum(on_hand_fen) AS fen FROM lot_stock')[0];
const ties = async (): Promise<boolean> =>
  (await shop.call('reports.balance', { month: '2026-05' }, { as: 'manager' })).ties;
/** A count of the rice, finished. */
const counted = async (figure: number, changes = {}): Promise<number> => {
  const id = await count.open(changes);
  await count.countAll(id, [figure]);
  await count.finish(id);
  return id;
};

describe('finish, reopen, cancel', () => {
  it('refuses lines without a figure, unless they are to stay as they are', async () => {
    const oil = await seedItem(shop, { code: 'Y1', name: '油', listPriceFen: 100 });
    await seedGift(shop, { itemId: oil, quantity: 5 });
    const id = await count.open();
    const [line] = await count.linesOf(id);
    await count.enter(line?.lineId ?? 0, 99);
    expect(await refusalOf(count.finish(id))).toMatchObject({
      code: 'stocktake-uncounted',
      params: { count: 1 },
    });
    await count.finish(id, true);
    expect((await count.read(id)).stocktake).toMatchObject({ state: 'counted', settled: 1, lines: 2 });
    expect(await codeOf(count.finish(id, true))).toBe('stocktake-not-open');
    expect(await count.post(id)).toEqual({ found: 0, missing: 1 });
    expect(await codeOf(count.finish(99))).toBe('not-found');
  });

  it('of two counts one is not enough', async () => {
    const id = await count.open({ twice: true });
    await count.countAll(id, [100]);
    expect(await refusalOf(count.finish(id))).toMatchObject({ code: 'stocktake-uncounted' });
    await count.finish(id, true);
    expect(await count.post(id)).toEqual({ found: 0, missing: 0 });
  });

  it('names misfits and missing figures at once', async () => {
    const oil = await seedItem(shop, { code: 'Y1', name: '油', listPriceFen: 100 });
    await seedGift(shop, { itemId: oil, quantity: 5 });
    const id = await count.open({ twice: true });
    const [line] = await count.linesOf(id);
    await count.enter(line?.lineId ?? 0, 99);
    await count.enter(line?.lineId ?? 0, 98, 'bureau', 2);
    expect((await refusalOf(count.finish(id))).reasons).toMatchObject([
      { code: 'stocktake-misfits', params: { count: 1 } },
      { code: 'stocktake-uncounted', params: { count: 1 } },
    ]);
  });

  it('is opened again by the manager with its figures, and given up without a trace in the stock', async () => {
    const id = await count.open();
    expect(await refusalOf(count.reopen(id))).toMatchObject({
      code: 'stocktake-not-counted',
      params: { number: 'PD2026-000001' },
    });
    await count.countAll(id, [98]);
    await count.finish(id);
    expect(await codeOf(count.reopen(id, 'bureau'))).toBe('not-permitted');
    await count.reopen(id);
    expect((await count.read(id)).rows[0]).toMatchObject({ counted: 98 });
    await count.finish(id);
    expect(await codeOf(count.cancel(id, 'volunteer'))).toBe('not-permitted');
    await count.cancel(id);
    expect((await count.read(id)).stocktake.state).toBe('cancelled');
    for (const act of [count.cancel(id), count.cancel(id)]) expect(await codeOf(act)).toBe('stocktake-over');
    expect(await codeOf(count.reopen(id))).toBe('stocktake-not-counted');
    expect(await codeOf(count.reopen(99))).toBe('not-found');
    expect(await codeOf(count.cancel(99))).toBe('not-found');
    expect([postings(), onHand()]).toEqual([[], { pieces: 100, fen: 470_000 }]);
    const again = await counted(100);
    await count.post(again);
    expect(await codeOf(count.cancel(again))).toBe('stocktake-over');
  });

  it('the waiting ones come first', async () => {
    const states = async () =>
      (await shop.call('stocktake.list', {}, { as: 'volunteer' })).rows.map(({ number, state }) => [
        number,
        state,
      ]);
    await count.post(await counted(100));
    await count.cancel(await count.open());
    const { placeId } = await shop.call('stock.addPlace', { name: '仓库', kind: 'store' }, { as: 'manager' });
    await seedGift(shop, { itemId: rice, quantity: 1, placeId });
    await count.open();
    await counted(1, { placeId });
    await count.cancel(3);
    expect(await states()).toEqual([
      ['PD2026-000004', 'counted'],
      ['PD2026-000003', 'cancelled'],
      ['PD2026-000002', 'cancelled'],
      ['PD2026-000001', 'posted'],
    ]);
    expect(
      (await shop.call('stocktake.list', { offset: 1, limit: 1 }, { as: 'volunteer' })).rows,
    ).toMatchObject([{ number: 'PD2026-000003', place: '门店', lines: 1, settled: 0, openedBy: '韦店长' }]);
  });
});

describe('stocktake.post', () => {
  it('is for somebody who counted nothing in it, in no round, and may approve', async () => {
    const id = await count.open();
    expect(await codeOf(count.post(id))).toBe('stocktake-not-counted');
    await count.countAll(id, [98], 'manager');
    await count.countAll(id, [98], 'volunteer');
    await count.finish(id);
    expect(await codeOf(count.post(id, 'volunteer'))).toBe('not-permitted');
    expect(await refusalOf(count.post(id, 'manager'))).toMatchObject({
      code: 'two-people-needed',
      params: { by: '韦店长' },
    });
    expect(await count.post(id, 'bureau')).toEqual({ found: 0, missing: 1 });
    expect((await count.read(id)).stocktake).toMatchObject({
      state: 'posted',
      countedBy: '韦店长、王芳',
      postedBy: '区民政局',
    });
    expect(await codeOf(count.post(id, 'bureau'))).toBe('stocktake-not-counted');
    expect(await codeOf(count.post(99, 'bureau'))).toBe('not-found');
    expect(rowsOf(shop, `SELECT result FROM audit WHERE act = 'stocktake.post' ORDER BY seq`)).toContainEqual(
      {
        result: 'refused:two-people-needed',
      },
    );
  });

  it('missing goods leave at lot cost, found ones come in at the unit cost, today', async () => {
    const short = await counted(98);
    shop.setNow('2026-05-06T02:00:00.000Z');
    expect(await count.post(short)).toEqual({ found: 0, missing: 1 });
    const more = await counted(101);
    await count.post(more);
    expect(postings()).toEqual([
      {
        kind: 'missing',
        quantity: -2,
        value_fen: -9_400,
        business_day: '2026-05-06',
        late_for_day: null,
        document_id: short,
      },
      {
        kind: 'found',
        quantity: 3,
        value_fen: 14_100,
        business_day: '2026-05-06',
        late_for_day: null,
        document_id: more,
      },
    ]);
    expect(onHand()).toEqual({ pieces: 101, fen: 474_700 });
    expect(await ties()).toBe(true);
    expect(await count.read(short)).toMatchObject({ shortageFen: 9_400, surplusFen: 0 });
  });

  it('a retry posts once', async () => {
    const id = await counted(98);
    const commandId = 'b7b1d1f2-0000-4000-8000-000000000001';
    const once = await shop.call('stocktake.post', { stocktakeId: id }, { as: 'manager', commandId });
    expect(await shop.call('stocktake.post', { stocktakeId: id }, { as: 'manager', commandId })).toEqual(
      once,
    );
    expect(onHand()).toMatchObject({ pieces: 98 });
  });

  it('everything gone leaves ¥0.00, everything back has the cost it came with', async () => {
    const gone = await counted(0);
    await count.post(gone);
    expect(onHand()).toEqual({ pieces: 0, fen: 0 });
    expect(await count.read(gone)).toMatchObject({ shortageFen: 470_000, surplusFen: 0 });
    expect(await codeOf(count.open())).toBe('stocktake-nothing');
    const oil = await seedItem(shop, { code: 'Y1', name: '油', listPriceFen: 100 });
    await seedGift(shop, { itemId: oil, quantity: 3, valueFen: 1_000 });
    const id = await count.open();
    const voucherId = await voucher();
    await shop.call(
      'counter.redeem',
      { voucherIds: [voucherId], entry: 'scanned', lines: [{ itemId: oil, quantity: 3 }] },
      { as: 'manager' },
    );
    await count.countAll(id, [2]);
    await count.finish(id);
    await count.post(id);
    expect(onHand()).toEqual({ pieces: 2, fen: 667 });
    expect(await ties()).toBe(true);
  });

  it('where fewer are there by now than are missing, nothing is posted and every such line is named', async () => {
    const id = await counted(5);
    await redeem(96);
    expect(await refusalOf(count.post(id))).toMatchObject({
      code: 'stocktake-recount',
      params: { item: '大米', missing: 95, available: 4 },
    });
    expect(await count.read(id)).toMatchObject({ rows: [{ difference: -95, differenceFen: null }] });
    expect(postings()).toEqual([]);
    await count.reopen(id);
    await count.countAll(id, [4]);
    await count.finish(id);
    expect(await count.post(id)).toEqual({ found: 0, missing: 0 });
  });

  it('does not take what a proposed loss speaks for', async () => {
    const id = await counted(5);
    const [line] = await count.linesOf(id);
    await count.proposeScrap(line?.lotId ?? 0, 10);
    expect(await codeOf(count.post(id))).toBe('stocktake-recount');
  });
});

const textOf = async (paper: Promise<unknown>): Promise<string> =>
  pageTexts(((await paper) as Paper).bytes).join('');

describe('papers', () => {
  it('prints the sheet, what to count again and the result; a second print says so', async () => {
    const id = await count.open({ twice: true });
    expect((await textOf(count.print(id, 'sheet', 'volunteer'))).replaceAll(/\s+/g, ' ')).toContain('100');
    await count.countAll(id, [98]);
    await count.countAll(id, [99], 'bureau', 2);
    expect(await textOf(count.print(id, 'misfits', 'volunteer'))).toMatch(
      /王芳[\s\S]*区民政局|区民政局[\s\S]*王芳/,
    );
    const line = (await count.linesOf(id))[0]?.lineId ?? 0;
    await count.enter(line, 98, 'volunteer', 3, '墙角两袋湿了');
    await count.finish(id);
    expect(await textOf(count.print(id, 'result'))).toContain('尚未过账');
    await count.post(id);
    const result = await textOf(count.print(id, 'result'));
    for (const words of ['PD2026-000001', '-94.00', '墙角两袋湿了', '韦店长', '补打第1次'])
      expect(result).toContain(words);
    expect(
      Buffer.from((await count.print(id, 'result', 'manager', 'xlsx')).bytes.subarray(0, 2)).toString(),
    ).toBe('PK');
  });

  it('a blind sheet knows no figure, and the result waits for the end', async () => {
    const id = await count.open({ blind: true });
    expect(await textOf(count.print(id, 'sheet', 'volunteer'))).not.toContain('100');
    expect(await refusalOf(count.print(id, 'result'))).toMatchObject({
      code: 'stocktake-still-blind',
      params: { number: 'PD2026-000001' },
    });
    await count.countAll(id, [98]);
    await count.finish(id);
    expect(await codeOf(count.print(id, 'result', 'volunteer'))).toBe('stocktake-still-blind');
    await count.print(id, 'result');
    expect(await codeOf(count.print(99, 'sheet'))).toBe('not-found');
    expect(rowCounts(shop)).toMatchObject({ paper_print: 2 });
  });
});
