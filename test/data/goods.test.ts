// The catalogue: added, imported, found; what stands on the shelf and in which lots.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { sampleSheet } from '../helpers/sample.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { csvSheet, rowCounts, rowsOf } from '../helpers/sheet.ts';
import expected from '../fixtures/sample/expected.json';

let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const as = 'manager' as const;
const preview = (sheet: { name: string; bytes: Uint8Array }) =>
  shop.call('goods.previewImport', { sheet }, { as });
const confirm = (previewId: string) => shop.call('goods.confirmImport', { previewId }, { as });
const enter = async (sheet: { name: string; bytes: Uint8Array }) => {
  const answer = await preview(sheet);
  await confirm(answer.previewId);
  return answer;
};
const list = async (search: string) => (await shop.call('goods.list', { search }, { as: 'volunteer' })).rows;

describe('import of the sample', () => {
  it('finds all goods, and stores them only when confirmed', async () => {
    const before = rowCounts(shop);
    const answer = await preview(sampleSheet('goods.xlsx'));
    expect([answer.good, answer.refused, answer.leftOut, answer.headingRow]).toEqual([
      expected.goods,
      [],
      [],
      1,
    ]);
    expect(answer.warned.map(({ row, code }) => [row, code])).toEqual([
      [22, 'warn-no-price'],
      [23, 'warn-no-price'],
    ]);
    expect(rowCounts(shop)).toEqual(before);
    expect(await confirm(answer.previewId)).toEqual({ imported: expected.goods });
    expect(rowCounts(shop)).toMatchObject({ item: 30, item_barcode: 27 });
  });

  it('knows grams behind 公斤, prices in fen, and the unknown price', async () => {
    await enter(sampleSheet('goods.xlsx'));
    const items = new Map((await list('')).map((item) => [item.code, item]));
    expect(items.get('G005')).toMatchObject({
      name: '散装大米',
      unit: '公斤',
      unitScale: 1000,
      listPriceFen: 450,
      keepsDate: true,
      barcodes: [],
    });
    expect(items.get('G009')).toMatchObject({
      unitScale: 1,
      listPriceFen: 1250,
      barcodes: [{ barcode: '6900001002963', packs: 1 }],
    });
    expect(items.get('G022')).toMatchObject({ listPriceFen: null, keepsDate: false });
  });

  it('creates nothing the second time', async () => {
    await enter(sampleSheet('goods.xlsx'));
    const again = await preview(sampleSheet('goods.xlsx'));
    expect([again.good, again.alreadyHere]).toEqual([0, 30]);
    expect((await refusalOf(confirm(again.previewId))).code).toBe('import-nothing-to-do');
    expect(rowCounts(shop)).toMatchObject({ item: 30, item_barcode: 27 });
  });

  it('stores nothing when cancelled', async () => {
    const { previewId } = await preview(sampleSheet('goods.xlsx'));
    const before = rowCounts(shop);
    const { code } = await refusalOf(
      shop.call('goods.confirmImport', { previewId }, { as, onProgress: () => 'cancel' }),
    );
    expect([code, rowCounts(shop)]).toEqual(['cancelled', before]);
  });
});

const headings = ['物资编号', '名称', '类别', '规格', '计量单位', '单价', '有无保质期', '条形码'];
const line = (changes: Partial<Record<number, string>> = {}): readonly string[] =>
  ['X1', '大米', '粮油', '10kg', '袋', '45', '是', '6900001000006'].map((cell, at) => changes[at] ?? cell);

describe('import of a goods list', () => {
  it.each([
    ['row-item-missing', { 0: '' }],
    ['row-item-missing', { 1: ' ' }],
    ['row-unit-unknown', { 4: '' }],
    ['row-unit-unknown', { 4: '10公斤' }],
    ['row-amount-unreadable', { 5: '四十五' }],
    ['row-amount-unreadable', { 5: '1.005' }],
    ['row-amount-unreadable', { 5: '-3' }],
    ['amount-not-positive', { 5: '0' }],
    ['row-barcode-bad', { 7: '6900001000007' }],
    ['row-barcode-bad', { 7: '123' }],
    ['row-text-too-long', { 1: '米'.repeat(61) }],
  ])('%s: %j', async (code, changes) => {
    const answer = await preview(csvSheet([headings, line(changes)]));
    expect([answer.good, answer.refused.map((reason) => reason.code)]).toEqual([0, [code]]);
  });

  it('refuses the second row with a code or barcode of the first', async () => {
    const rows = [line(), line({ 1: '面粉', 7: '' }), line({ 0: 'X2', 1: '面条' })];
    const { good, refused } = await preview(csvSheet([headings, ...rows]));
    expect([good, refused.map(({ row, code, params }) => [row, code, params])]).toEqual([
      1,
      [
        [2, 'row-code-duplicate', { otherRow: 1 }],
        [3, 'row-barcode-duplicate', { found: '6900001000006' }],
      ],
    ]);
  });

  it('refuses a code or barcode that stands for something else in the catalogue', async () => {
    await enter(csvSheet([headings, line()]));
    const { refused } = await preview(csvSheet([headings, line({ 1: '面粉' }), line({ 0: 'X2' })]));
    expect(refused.map(({ row, code }) => [row, code])).toEqual([
      [1, 'item-code-taken'],
      [2, 'row-barcode-duplicate'],
    ]);
  });

  it('says when the price differs, and keeps the old one', async () => {
    await enter(csvSheet([headings, line()]));
    const again = await preview(csvSheet([headings, line({ 5: '46.5' })]));
    expect([again.alreadyHere, again.warned]).toEqual([
      1,
      [
        {
          row: 1,
          code: 'warn-differs-from-books',
          field: 'price',
          params: { found: '46.50', expected: '45.00' },
        },
      ],
    ]);
  });

  it('hands out refused rows, and refuses a preview nobody made', async () => {
    const { previewId } = await preview(csvSheet([headings, line({ 5: '四十五' })]));
    expect((await shop.call('goods.refusedRows', { previewId }, { as })).kind).toBe('refused-rows');
    expect((await refusalOf(shop.call('goods.refusedRows', { previewId: 'none' }, { as }))).code).toBe(
      'preview-gone',
    );
    expect((await refusalOf(confirm('none'))).code).toBe('preview-gone');
  });

  it('is not for volunteers', async () => {
    expect(
      (
        await refusalOf(
          shop.call('goods.previewImport', { sheet: csvSheet([headings]) }, { as: 'volunteer' }),
        )
      ).code,
    ).toBe('not-permitted');
  });
});

describe('goods.list', () => {
  it.each([
    ['name', '大米', ['G001', 'G005']],
    ['spelling', 'dongbeidami', ['G001']],
    ['spelling from a later character', 'dami', ['G001', 'G005']],
    ['initials', 'dbdm', ['G001']],
    ['later initials', 'dm', ['G001', 'G005']],
    ['code', 'g010', ['G010']],
    ['barcode', '6900001000006', ['G001']],
    ['full-width barcode', '６９００００１０００００６', ['G001']],
    ['letters inside a syllable', 'ong', []],
    ['pattern signs', '%', []],
  ])('finds by %s', async (_, search, codes) => {
    await enter(sampleSheet('goods.xlsx'));
    expect((await list(search)).map(({ code }) => code)).toEqual(codes);
  });

  it('pages, filters and names the categories', async () => {
    await enter(sampleSheet('goods.xlsx'));
    const page = await shop.call('goods.list', { category: '粮油', limit: 2, offset: 2 }, { as });
    expect([page.total, page.rows.map(({ code }) => code), page.categories.length]).toEqual([
      5,
      ['G003', 'G004'],
      11,
    ]);
  });

  it('keeps apart what stands there, what has expired and what can be given out', async () => {
    const itemId = await seedItem(shop, { code: 'M1', name: '牛奶', listPriceFen: 300, keepsDate: true });
    for (const [quantity, expiryDay] of [
      [5, '2026-05-03'],
      [7, '2026-05-04'],
      [11, '2026-09-01'],
    ] as const)
      await seedGift(shop, { itemId, quantity, expiryDay, day: '2026-05-01' });
    const figures = async () =>
      (await list('牛奶')).map(({ onHand, expired, available }) => [onHand, expired, available]);
    expect(await figures()).toEqual([[23, 5, 18]]);
    // Good through its date, Beijing time.
    shop.setNow('2026-05-04T15:59:00.000Z');
    expect(await figures()).toEqual([[23, 5, 18]]);
    shop.setNow('2026-05-04T16:00:00.000Z');
    expect(await figures()).toEqual([[23, 12, 11]]);
  });
});

describe('goods.add', () => {
  const item: Input<'goods.add'> = {
    code: 'N1',
    name: '茶油',
    category: '粮油',
    spec: '',
    unit: '升',
    listPriceFen: 9900,
    keepsDate: true,
    barcodes: [{ barcode: '6900001000006' }, { barcode: '036000291452', packs: 12 }],
  };

  it('takes it with its scale and both barcodes, the shorter in the form scanners send', async () => {
    const { itemId } = await shop.call('goods.add', item, { as });
    expect(await list('chayou')).toMatchObject([
      {
        id: itemId,
        unitScale: 1000,
        barcodes: [
          { barcode: '0036000291452', packs: 12 },
          { barcode: '6900001000006', packs: 1 },
        ],
        onHand: 0,
      },
    ]);
  });

  it('refuses with every reason at once', async () => {
    await shop.call('goods.add', item, { as });
    const refusal = await refusalOf(
      shop.call(
        'goods.add',
        {
          ...item,
          unit: '2升',
          barcodes: ['6900001000006', '6900001000007', '12345'].map((barcode) => ({ barcode })),
        },
        { as },
      ),
    );
    expect(refusal.reasons?.map(({ code }) => code)).toEqual([
      'item-code-taken',
      'barcode-check',
      'barcode-length',
      'barcode-taken',
      'unit-unknown',
    ]);
    expect(rowCounts(shop)).toMatchObject({ item: 1 });
  });

  it('is not for volunteers', async () => {
    expect((await refusalOf(shop.call('goods.add', item, { as: 'volunteer' }))).code).toBe('not-permitted');
  });
});

describe('goods.read', () => {
  it('shows what is on hand, expired and available side by side', async () => {
    const itemId = await seedItem(shop, { code: 'M1', name: '牛奶', listPriceFen: 300, keepsDate: false });
    for (const [quantity, expiryDay] of [
      [5, null],
      [7, '2026-09-01'],
      [11, '2026-05-01'],
    ] as const)
      await seedGift(shop, { itemId, quantity, expiryDay, day: '2026-05-01' });
    expect(await shop.call('goods.read', { itemId }, { as: 'volunteer' })).toMatchObject({
      code: 'M1',
      onHand: 23,
      reserved: 0,
      held: 0,
      expired: 11,
      available: 12,
    });
  });

  it('refuses an unknown item', async () => {
    expect((await refusalOf(shop.call('goods.read', { itemId: 99 }, { as }))).code).toBe('item-unknown');
  });
});

it('asks the balances of a page with the index of lots that have something left', async () => {
  await seedItem(shop, { code: 'M1', name: '牛奶', listPriceFen: 300 });
  const plan = rowsOf(
    shop,
    `EXPLAIN QUERY PLAN SELECT stock.item_id, sum(stock.on_hand) FROM lot_stock AS stock JOIN lot ON lot.id = stock.lot_id
     WHERE stock.on_hand > 0 AND stock.item_id IN (1, 2) GROUP BY stock.item_id`,
  );
  expect(plan.map(({ detail }) => detail).join()).toMatch(/USING INDEX lot_stock_of_item/);
});
