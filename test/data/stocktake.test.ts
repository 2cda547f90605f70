// Stocktakes: opened on what stands at a place, counted once or twice, blind or not, posted by somebody who did not count.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countResult, type CountEntry, type CountRound } from '../../db/domain/count.ts';
import type { Role } from '../../db/contract/permissions.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';
import { stocktakes } from '../helpers/stocktake.ts';

type Counting = ReturnType<typeof stocktakes>;
let shop: OpenShop;
let open: Counting['open'];
let read: Counting['read'];
let linesOf: Counting['linesOf'];
let enter: Counting['enter'];
let finish: Counting['finish'];
let rice: number;
let milk: number;
let coat: number;
beforeEach(async () => {
  shop = await openShop();
  ({ open, read, linesOf, enter, finish } = stocktakes(shop));
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
describe('stocktake.open', () => {
  it('lists what stands at the place, held and past its date too, with a number; empty lots and other places are not on it', async () => {
    await seedGift(shop, { itemId: milk, quantity: 5, valueFen: null, expiryDay: '2026-05-20' });
    const { placeId } = await shop.call(
      'stock.addPlace',
      { name: '敬老院', kind: 'depot' },
      { as: 'manager' },
    );
    await seedGift(shop, { itemId: coat, quantity: 7, valueFen: null, placeId });
    shop.setNow('2026-05-25T02:00:00.000Z');
    const answer = await shop.call(
      'stocktake.open',
      { placeId: 1, categories: null, blind: false, twice: false, note: '月末' },
      { as: 'manager' },
    );
    expect(answer.number).toBe('PD2026-000001');
    const { rows, total, stocktake, uncounted } = await read(answer.stocktakeId);
    expect([total, uncounted]).toEqual([4, 4]);
    expect(stocktake).toMatchObject({ state: 'open', lines: 4, settled: 0, note: '月末', day: '2026-05-25' });
    expect(
      rows.map(({ itemCode, expiryDay, expected, status }) => [itemCode, expiryDay, expected, status]),
    ).toEqual([
      ['R1', null, 100, 'uncounted'],
      ['M1', '2026-05-20', 5, 'uncounted'],
      ['M1', '2026-06-01', 12, 'uncounted'],
      ['M1', '2026-08-01', 24, 'uncounted'],
    ]);
    const depot = await open({ placeId });
    expect((await linesOf(depot)).map(({ itemCode, expected }) => [itemCode, expected])).toEqual([['C1', 7]]);
  });

  it('takes categories of goods alone; two that share none run beside each other', async () => {
    const grain = await open({ categories: ['粮油'] });
    expect((await linesOf(grain)).map(({ itemCode }) => itemCode)).toEqual(['R1']);
    expect(await codeOf(open({ categories: ['食品', '粮油'] }))).toBe('stocktake-running');
    const food = await open({ categories: ['食品'] });
    expect((await linesOf(food)).map(({ itemCode }) => itemCode)).toEqual(['M1', 'M1']);
  });

  it('refuses an unknown place, a closed one, one without goods and one being counted until that count is posted or cancelled', async () => {
    expect(await codeOf(open({ placeId: 99 }))).toBe('not-found');
    const { placeId } = await shop.call('stock.addPlace', { name: '仓库', kind: 'store' }, { as: 'manager' });
    expect(await refusalOf(open({ placeId }))).toMatchObject({
      code: 'stocktake-nothing',
      params: { place: '仓库' },
    });
    expect(await codeOf(open({ categories: ['衣被'] }))).toBe('stocktake-nothing');
    await shop.call('stock.changePlace', { placeId, name: '仓库', active: false }, { as: 'manager' });
    expect(await refusalOf(open({ placeId }))).toMatchObject({
      code: 'place-closed',
      params: { place: '仓库' },
    });
    const first = await open();
    expect(await refusalOf(open())).toMatchObject({
      code: 'stocktake-running',
      params: { number: 'PD2026-000001' },
    });
    await finish(first, true);
    expect(await codeOf(open())).toBe('stocktake-running');
    await shop.call('stocktake.cancel', { stocktakeId: first, reason: '重来' }, { as: 'manager' });
    await open();
    expect(rowsOf(shop, 'SELECT number FROM stocktake ORDER BY id')).toEqual([
      { number: 'PD2026-000001' },
      { number: 'PD2026-000002' },
    ]);
  });

  it('is for whoever moves goods', async () => {
    for (const as of ['volunteer', 'bureau'] as const)
      expect(
        await codeOf(
          shop.call('stocktake.open', { placeId: 1, categories: null, blind: false, twice: false }, { as }),
        ),
      ).toBe('not-permitted');
  });
});

describe('counting', () => {
  it('finds a line by label, barcode, code and spelling', async () => {
    const id = await open();
    const rows = await linesOf(id);
    const tag = rows[1]?.tag ?? '';
    expect(tag).toMatch(/^PC\d{7}.$/);
    const found = async (search: string) =>
      (await read(id, 'volunteer', { search })).rows.map(({ lineId }) => lineId);
    expect(await found(tag)).toEqual([rows[1]?.lineId]);
    const ofRice = rows.filter(({ itemCode }) => itemCode === 'R1').map(({ lineId }) => lineId);
    for (const search of ['6901234567892', 'R1', 'dami', '大米']) expect(await found(search)).toEqual(ofRice);
    expect(await found('PC0000001')).toEqual([]);
  });

  it('a figure is a new row each time; the last of a round stands', async () => {
    const id = await open();
    const [line] = await linesOf(id);
    await enter(line?.lineId ?? 0, 10);
    await enter(line?.lineId ?? 0, 9, 'volunteer', 1, '有一箱湿了');
    expect(rowsOf(shop, 'SELECT round, counted FROM stocktake_entry ORDER BY id')).toEqual([
      { round: 1, counted: 10 },
      { round: 1, counted: 9 },
    ]);
    const after = await read(id);
    expect(after.rows[0]).toMatchObject({ first: 9, counted: 9, status: 'settled', reason: '有一箱湿了' });
    expect(after).toMatchObject({ uncounted: 2, stocktake: { settled: 1, countedBy: '王芳' } });
    expect((await read(id, 'volunteer')).own).toBe(true);
    expect(after.own).toBe(false);
  });

  it('refuses an unknown line, more than one of a tagged piece, and anything once it is no longer open', async () => {
    const id = await open();
    const [line] = await linesOf(id);
    const lineId = line?.lineId ?? 0;
    expect(await codeOf(enter(9_999, 1))).toBe('not-found');
    await finish(id, true);
    expect(await refusalOf(enter(lineId, 1))).toMatchObject({
      code: 'stocktake-not-open',
      params: { number: 'PD2026-000001' },
    });
    for (const counted of [-1, 1.5, 2e9]) expect(await codeOf(enter(lineId, counted))).toBe('input-invalid');
  });

  it('a tagged second-hand piece is one thing', async () => {
    await seedGift(shop, {
      itemId: coat,
      quantity: 1,
      valueFen: null,
      line: { pieces: true, grade: 'good', disinfectedDay: '2026-05-03' },
    });
    const id = await open({ categories: ['衣被'] });
    const [piece] = await linesOf(id);
    expect(piece?.tag).toMatch(/^DJ/);
    expect(await codeOf(enter(piece?.lineId ?? 0, 2))).toBe('input-invalid');
    await enter(piece?.lineId ?? 0, 0);
  });

  it('two counts are two people: the second by another, a third settles what does not fit', async () => {
    const id = await open({ twice: true, categories: ['粮油'] });
    const [line] = await linesOf(id);
    const lineId = line?.lineId ?? 0;
    expect((await read(id, 'volunteer')).round).toBe(1);
    expect(await codeOf(enter(lineId, 100, 'volunteer', 2))).toBe('count-round-early');
    await enter(lineId, 100);
    expect((await read(id, 'volunteer')).round).toBe(1);
    expect((await read(id, 'bureau')).round).toBe(2);
    expect(await refusalOf(enter(lineId, 100, 'volunteer', 2))).toMatchObject({
      code: 'count-second-person',
      params: { by: '王芳' },
    });
    await enter(lineId, 98, 'bureau', 2);
    expect(await codeOf(enter(lineId, 97, 'bureau', 1))).toBe('count-second-person');
    expect(await read(id)).toMatchObject({
      round: 3,
      misfits: 1,
      uncounted: 0,
      rows: [{ status: 'misfit', counted: null }],
    });
    expect((await read(id, 'manager', { show: 'misfit' })).total).toBe(1);
    expect(await refusalOf(finish(id, true))).toMatchObject({
      code: 'stocktake-misfits',
      params: { count: 1 },
    });
    await enter(lineId, 99, 'volunteer', 3);
    expect((await linesOf(id))[0]).toMatchObject({
      status: 'settled',
      counted: 99,
      difference: -1,
      third: 99,
    });
    await finish(id);
  });

  it('a single count has one round, two that agree have no third', async () => {
    const single = await open({ categories: ['粮油'] });
    const [line] = await linesOf(single);
    await enter(line?.lineId ?? 0, 100);
    expect(await codeOf(enter(line?.lineId ?? 0, 100, 'bureau', 2))).toBe('count-round-early');
    const double = await open({ twice: true, categories: ['食品'] });
    const [other] = await linesOf(double);
    await enter(other?.lineId ?? 0, 12);
    await enter(other?.lineId ?? 0, 12, 'bureau', 2);
    expect(await codeOf(enter(other?.lineId ?? 0, 11, 'manager', 3))).toBe('count-round-early');
  });

  it('the list says of every line what the rule says, whatever was entered', async () => {
    const id = await open({ twice: true, categories: ['粮油'] });
    const [line] = await linesOf(id);
    const step = fc.record({
      round: fc.integer({ min: 1, max: 3 }),
      counted: fc.integer({ min: 0, max: 2 }),
      as: fc.constantFrom<Role>('volunteer', 'manager', 'bureau'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 4 }), async (steps) => {
        for (const { round, counted, as } of steps)
          await enter(line?.lineId ?? 0, counted, as, round).catch(() => undefined);
        const rows = rowsOf(
          shop,
          'SELECT round, counted, expected, staff_id FROM stocktake_entry ORDER BY id',
        ) as unknown as readonly { round: CountRound; counted: number; expected: number; staff_id: number }[];
        const latest = new Map<number, CountEntry>(
          rows.map(({ staff_id, ...entry }) => [entry.round, { ...entry, staffId: staff_id }]),
        );
        const rule = countResult([...latest.values()], true);
        const [shown] = await linesOf(id);
        expect(shown?.status).toBe(rule.kind === 'second-missing' ? 'one-of-two' : rule.kind);
        expect(shown?.counted).toBe(rule.kind === 'settled' ? rule.entry.counted : null);
        expect(shown?.difference).toBe(rule.kind === 'settled' ? rule.difference : null);
      }),
      { numRuns: 25 },
    );
  });
});
