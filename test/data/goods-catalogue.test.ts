// The catalogue beyond adding: changed, its packing units, rules of categories, labels, and a sheet that goes out and comes in again.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedGift } from '../helpers/seed.ts';
import { csvSheet, rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const as = 'manager' as const;
const clothes: Input<'goods.add'> = {
  code: 'Y1',
  name: '棉衣',
  category: '衣被',
  spec: '成人',
  unit: '件',
  listPriceFen: null,
  keepsDate: false,
  barcodes: [{ barcode: '6900001000006', packs: 50 }],
  packs: [{ unit: '袋', quantity: 50 }],
};
const add = async (changes: Partial<Input<'goods.add'>> = {}): Promise<number> =>
  (await shop.call('goods.add', { ...clothes, ...changes }, { as })).itemId;
const { code: _, unit: __, ...facts } = clothes;
const change = (itemId: number, changes: Partial<Omit<Input<'goods.change'>, 'itemId'>>) =>
  shop.call('goods.change', { ...facts, ...changes, itemId }, { as });
const read = (itemId: number) => shop.call('goods.read', { itemId }, { as: 'volunteer' });

describe('packing units', () => {
  it('are kept in smallest units, and a barcode stands for a pack', async () => {
    const kilos = await add({
      code: 'M1',
      unit: '公斤',
      packs: [{ unit: '袋', quantity: 25 }],
      barcodes: [],
    });
    expect((await read(kilos)).packs).toEqual([{ unit: '袋', quantity: 25_000 }]);
    const item = await read(await add());
    expect([item.packs, item.barcodes]).toEqual([
      [{ unit: '袋', quantity: 50 }],
      [{ barcode: '6900001000006', packs: 50 }],
    ]);
  });

  it.each([
    ['pack-unit-taken', [{ unit: '件', quantity: 2 }]],
    ['pack-unit-measure', [{ unit: '公斤', quantity: 2 }]],
  ])('refuses %s', async (code, packs) => {
    const refusal = await refusalOf(add({ packs }));
    expect(refusal.reasons ?? [refusal]).toMatchObject([{ code, field: 'packs', row: 1 }]);
    expect(rowsOf(shop, 'SELECT * FROM item')).toEqual([]);
  });
});

describe('goods.change', () => {
  it('changes everything but code and unit, finds it by the new name, and notes the price in the log', async () => {
    const itemId = await add();
    await change(itemId, { name: '羽绒服', listPriceFen: 12_000, barcodes: [], packs: [] });
    expect(await read(itemId)).toMatchObject({
      code: 'Y1',
      unit: '件',
      name: '羽绒服',
      listPriceFen: 12_000,
      barcodes: [],
      packs: [],
    });
    const found = async (search: string) =>
      (await shop.call('goods.list', { search }, { as: 'volunteer' })).total;
    expect([await found('yurongfu'), await found('mianyi'), await found('Y1')]).toEqual([1, 0, 1]);
    const [row] = rowsOf(shop, `SELECT detail FROM audit WHERE act = 'goods.change'`);
    expect(JSON.parse(String(row?.['detail']))).toMatchObject({ priceFromFen: null, priceToFen: 12_000 });
  });

  it('keeps its own barcode and refuses that of another, and what is unknown', async () => {
    const itemId = await add();
    await change(itemId, {});
    expect((await read(itemId)).barcodes).toEqual([{ barcode: '6900001000006', packs: 50 }]);
    const other = await add({ code: 'Y2', barcodes: [] });
    expect((await refusalOf(change(other, {}))).code).toBe('barcode-taken');
    expect((await refusalOf(change(99, {}))).code).toBe('item-unknown');
    const refused = shop.call('goods.change', { ...facts, itemId }, { as: 'volunteer' });
    expect((await refusalOf(refused)).code).toBe('not-permitted');
  });
});

describe('rules of categories', () => {
  const rule = {
    category: '衣被',
    alarmDays: 30,
    minPercent: 60,
    minDays: null,
    shortLifeDays: null,
    shortMinDays: null,
  };

  it('lists the categories in use, and keeps what is set', async () => {
    await add();
    const rules = () => shop.call('goods.rules', {}, { as: 'volunteer' });
    expect(await rules()).toEqual([{ ...rule, alarmDays: null, minPercent: null, items: 1 }]);
    await shop.call('goods.changeRule', rule, { as });
    await shop.call('goods.changeRule', { ...rule, category: '粮油', alarmDays: 90 }, { as });
    expect(await rules()).toEqual([
      { ...rule, category: '粮油', alarmDays: 90, items: 0 },
      { ...rule, items: 1 },
    ]);
    await shop.call('goods.changeRule', { ...rule, minPercent: null, minDays: 180 }, { as });
    expect((await rules())[1]).toMatchObject({ minPercent: null, minDays: 180 });
  });

  it('refuses half a rule for short-lived goods', async () => {
    const half = shop.call('goods.changeRule', { ...rule, shortLifeDays: 180 }, { as });
    expect((await refusalOf(half)).code).toBe('rule-short-life');
  });

  it('alarms by category on the home screen', async () => {
    const itemId = await add({ keepsDate: true });
    await seedGift(shop, { itemId, quantity: 1, valueFen: null, expiryDay: '2026-06-20' });
    const ending = async () => (await shop.call('shop.today', {}, { as })).lotsEndingSoon;
    expect(await ending()).toBe(1);
    await shop.call('goods.changeRule', { ...rule, minPercent: null }, { as });
    expect(await ending()).toBe(0);
    await shop.call('goods.changeRule', { ...rule, minPercent: null, alarmDays: 47 }, { as });
    expect(await ending()).toBe(1);
  });
});

describe('labels', () => {
  const print = (changes: Partial<Input<'goods.printLabels'>>) =>
    shop.call('goods.printLabels', { kind: 'shelf', sheet: 'a4-3x8', ...changes }, { as: 'volunteer' });

  it('prints as many pages as the labels need, from the first free one', async () => {
    const itemId = await add({ barcodes: [{ barcode: '6900001000006' }] });
    expect((await print({ items: [{ itemId, copies: 24 }] })).pages).toBe(1);
    expect((await print({ items: [{ itemId, copies: 24 }], startAt: 2 })).pages).toBe(2);
    expect((await print({ kind: 'item', sheet: 'roll-60x40', items: [{ itemId, copies: 3 }] })).pages).toBe(
      3,
    );
  });

  it('labels lots with the tag a scan finds them by', async () => {
    const itemId = await add({ barcodes: [] });
    await seedGift(shop, { itemId, quantity: 2, valueFen: null });
    expect((await print({ kind: 'lot', lots: [{ lotId: 1, copies: 2 }] })).pages).toBe(1);
  });

  it('refuses none, an unknown item and an unknown lot', async () => {
    expect((await refusalOf(print({}))).code).toBe('labels-none');
    expect((await refusalOf(print({ items: [{ itemId: 9, copies: 1 }] }))).code).toBe('item-unknown');
    expect((await refusalOf(print({ kind: 'lot', lots: [{ lotId: 9, copies: 1 }] }))).code).toBe('not-found');
  });
});

describe('goods.export', () => {
  it('goes out as CSV and comes in again, into the same shop as nothing new, into another as the same goods', async () => {
    await add();
    await add({
      code: 'M1',
      name: '散装大米',
      unit: '公斤',
      listPriceFen: 450,
      keepsDate: true,
      barcodes: [],
      packs: [{ unit: '袋', quantity: 25 }],
    });
    const paper = await shop.call('goods.export', { format: 'csv' }, { as });
    const preview = await shop.call(
      'goods.previewImport',
      { sheet: { name: '目录.csv', bytes: paper.bytes } },
      { as },
    );
    expect([preview.good, preview.alreadyHere, preview.refused]).toEqual([0, 2, []]);
    const other = await openShop();
    try {
      const there = await other.call(
        'goods.previewImport',
        { sheet: { name: '目录.csv', bytes: paper.bytes } },
        { as },
      );
      await other.call('goods.confirmImport', { previewId: there.previewId }, { as });
      const goods = async (of: OpenShop) =>
        (await of.call('goods.list', {}, { as })).rows.map(({ id: _id, ...item }) => item);
      expect(await goods(other)).toEqual(await goods(shop));
    } finally {
      await other.close();
    }
  });
});

describe('packing units in a sheet', () => {
  const preview = (packs: string, barcode = '') =>
    shop.call(
      'goods.previewImport',
      {
        sheet: csvSheet([
          ['物品编码', '品名', '单位', '商品条码', '包装单位'],
          ['Y1', '棉衣', '件', barcode, packs],
        ]),
      },
      { as },
    );

  it.each(['袋', '袋=1', '件=5', '公斤=2', '=5'])('refuses %s and names the column', async (packs) => {
    expect((await preview(packs)).refused).toMatchObject([{ row: 1, code: 'row-pack-bad', field: 'packs' }]);
  });

  it('refuses a barcode that stands for nothing', async () => {
    expect((await preview('', '6900001000006×0')).refused).toMatchObject([{ code: 'row-barcode-bad' }]);
  });
});
