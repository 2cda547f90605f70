// The store room: places, lots in the order in which they leave, what needs attention, holds, what a scan means.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = 'manager' as const;
let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const lots = (input: Input<'stock.lots'> = {}) => shop.call('stock.lots', input, { as: 'volunteer' });
const idsOf = async (input: Input<'stock.lots'>): Promise<readonly number[]> =>
  (await lots(input)).rows.map(({ lotId }) => lotId);

describe('places', () => {
  const places = async () =>
    (await shop.call('stock.places', {}, { as: 'volunteer' })).map(({ name, kind, active, lots: n }) => [
      name,
      kind,
      active,
      n,
    ]);
  const add = (name: string) => shop.call('stock.addPlace', { name, kind: 'depot' }, { as });
  const change = (input: Input<'stock.changePlace'>) => shop.call('stock.changePlace', input, { as });

  it('are added, renamed and closed', async () => {
    const before = (await places()).length;
    const { placeId } = await add('敬老院仓库');
    await change({ placeId, name: '城东敬老院仓库', active: true });
    expect((await places()).slice(before)).toEqual([['城东敬老院仓库', 'depot', true, 0]]);
    await change({ placeId, name: '城东敬老院仓库', active: false });
    expect((await places()).at(-1)).toEqual(['城东敬老院仓库', 'depot', false, 0]);
  });

  it('refuse a name twice, closing with goods inside, closing the shop floor, and what is not there', async () => {
    const { placeId } = await add('冷库');
    expect(await refusalOf(add('冷库'))).toMatchObject({
      code: 'place-name-taken',
      params: { name: '冷库' },
    });
    const item = await seedItem(shop, { code: 'A', name: '大米', listPriceFen: 100 });
    await seedGift(shop, { itemId: item, quantity: 5, placeId });
    const floor = (await shop.call('stock.places', {}, { as }))[0]?.name ?? '';
    expect(await refusalOf(change({ placeId, name: floor, active: true }))).toMatchObject({
      code: 'place-name-taken',
    });
    expect(await refusalOf(change({ placeId, name: '冷库', active: false }))).toMatchObject({
      code: 'place-not-empty',
      params: { lots: 1 },
    });
    expect((await refusalOf(change({ placeId: 1, name: floor, active: false }))).code).toBe('place-is-shop');
    expect((await refusalOf(change({ placeId: 99, name: '无', active: true }))).code).toBe('not-found');
    expect(
      (await refusalOf(shop.call('stock.addPlace', { name: '乙', kind: 'store' }, { as: 'volunteer' }))).code,
    ).toBe('not-permitted');
  });
});

describe('lots', () => {
  it('stand in the order in which they leave: date, then receipt, then entry, without a date last', async () => {
    const item = await seedItem(shop, { code: 'M', name: '牛奶', listPriceFen: 300 });
    for (const [expiryDay, day] of [
      [null, '2026-05-01'],
      ['2026-12-01', '2026-05-03'],
      ['2026-09-01', '2026-05-04'],
      ['2026-12-01', '2026-05-02'],
      ['2026-12-01', '2026-05-03'],
    ] as const)
      await seedGift(shop, { itemId: item, quantity: 10, expiryDay, day });
    expect(await idsOf({})).toEqual([3, 4, 2, 5, 1]);
    const page = await lots({ offset: 3, limit: 1 });
    expect([page.total, page.rows.map(({ lotId }) => lotId)]).toEqual([5, [5]]);
  });

  it('says of each what stands, where it came from, for whom it is, and what the list is worth', async () => {
    const item = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 4_500, category: '粮油' });
    await seedGift(shop, {
      itemId: item,
      quantity: 40,
      valueFen: 100_000,
      designation: { category: 'disaster-hit', place: '桂中社区' },
      day: '2026-05-02',
    });
    await seedGift(shop, { itemId: item, quantity: 3, valueFen: null, more: { anonymous: true } });
    const list = await lots();
    expect(list).toMatchObject({ total: 2, fen: 100_000, unpricedLots: 1 });
    expect(list.rows).toMatchObject([
      {
        itemCode: 'MI',
        category: '粮油',
        onHand: 40,
        available: 40,
        onHandFen: 100_000,
        receivedDay: '2026-05-02',
        daysLeft: null,
        designation: '受灾人员、桂中社区',
        origin: '柳州市某米业有限公司',
        stockClass: 'donated',
      },
      { onHand: 3, onHandFen: null, designation: '', origin: '匿名' },
    ]);
    expect(await lots({ show: 'designated' })).toMatchObject({ total: 1, fen: 100_000, unpricedLots: 0 });
  });

  it('are found by words, spelling, barcode, label, category, place and goods', async () => {
    const rice = await seedItem(shop, {
      code: 'MI',
      name: '东北大米',
      listPriceFen: 1,
      category: '粮油',
      barcodes: ['6901234567892'],
    });
    const milk = await seedItem(shop, { code: 'NAI', name: '牛奶', listPriceFen: 1, category: '饮品' });
    const { placeId } = await shop.call('stock.addPlace', { name: '冷库', kind: 'store' }, { as });
    await seedGift(shop, { itemId: rice, quantity: 5 });
    await seedGift(shop, { itemId: milk, quantity: 5, placeId });
    const [, second] = (await lots()).rows;
    for (const search of ['大米', 'dami', '6901234567892', 'MI'])
      expect(await idsOf({ search })).toEqual([1]);
    expect(await idsOf({ search: second?.tag ?? '' })).toEqual([2]);
    expect(await idsOf({ search: '没有的' })).toEqual([]);
    expect(await idsOf({ category: '饮品' })).toEqual([2]);
    expect(await idsOf({ placeId })).toEqual([2]);
    expect(await idsOf({ itemId: rice })).toEqual([1]);
  });

  it('need attention: ending by the rule of their category, expired, held, reserved, short-dated', async () => {
    const milk = await seedItem(shop, { code: 'NAI', name: '牛奶', listPriceFen: 1, category: '饮品' });
    const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 1, category: '粮油' });
    const rule = { minPercent: null, minDays: null, shortLifeDays: null, shortMinDays: null };
    await shop.call('goods.changeRule', { category: '饮品', alarmDays: 10, ...rule }, { as });
    await seedGift(shop, { itemId: milk, quantity: 1, expiryDay: '2026-05-14' });
    await seedGift(shop, { itemId: milk, quantity: 1, expiryDay: '2026-05-15' });
    await seedGift(shop, { itemId: rice, quantity: 5, expiryDay: '2026-07-03' });
    await seedGift(shop, { itemId: rice, quantity: 1, expiryDay: '2026-07-04' });
    expect(await idsOf({ show: 'ending' })).toEqual([1, 3]);
    shop.setNow('2026-05-15T02:00:00.000Z');
    expect(await idsOf({ show: 'expired' })).toEqual([1]);
    await shop.call('stock.hold', { lotId: 3, reason: '包装破损' }, { as });
    await shop.call(
      'losses.propose',
      {
        kind: 'scrap',
        reason: 'spoiled',
        method: '销毁',
        witness: '李监督',
        proceeds: null,
        lines: [{ lotId: 3, placeId: 1, quantity: 2 }],
      },
      { as },
    );
    expect((await lots({ show: 'held' })).rows).toMatchObject([
      { lotId: 3, onHand: 5, reserved: 2, held: 3, expired: 0, available: 0, heldReason: '包装破损' },
    ]);
    expect(await idsOf({ show: 'reserved' })).toEqual([3]);
    await shop.call('goods.changeRule', { category: '粮油', alarmDays: null, ...rule, minDays: 90 }, { as });
    await seedGift(shop, {
      itemId: rice,
      quantity: 4,
      expiryDay: '2026-06-01',
      day: '2026-05-15',
      line: { acceptanceReason: '社区急需' },
    });
    expect((await lots({ show: 'short-dated' })).rows).toMatchObject([{ lotId: 5, shortDated: true }]);
  });

  it('go out as a sheet with the same filter', async () => {
    const rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 1 });
    await seedGift(shop, {
      itemId: rice,
      quantity: 5,
      valueFen: 12_345,
      expiryDay: '2026-05-01',
      day: '2026-05-01',
    });
    await seedGift(shop, { itemId: rice, quantity: 7, valueFen: null });
    const csv = async (show: 'all' | 'expired') => {
      const { bytes } = await shop.call('stock.export', { show, format: 'csv' }, { as });
      return new TextDecoder().decode(bytes);
    };
    expect(await csv('all')).toContain('123.45');
    expect((await csv('expired')).split('\n').filter((line) => line.includes('大米'))).toHaveLength(1);
    expect((await refusalOf(shop.call('stock.export', { format: 'csv' }, { as: 'volunteer' }))).code).toBe(
      'not-permitted',
    );
  });

  it('are reached through indexes', () => {
    const plan = (sql: string): string =>
      rowsOf(shop, `EXPLAIN QUERY PLAN ${sql}`)
        .map(({ detail }) => String(detail))
        .join('\n');
    const byLot = 'FROM lot CROSS JOIN lot_stock AS stock WHERE stock.lot_id = lot.id AND stock.on_hand > 0';
    expect(plan(`SELECT lot.id ${byLot} AND lot.expiry_day < '2026-05-04'`)).toContain('INDEX lot_by_expiry');
    expect(plan(`SELECT lot.id ${byLot} AND lot.held_reason IS NOT NULL`)).toContain('INDEX lot_held');
    expect(
      plan(
        `SELECT lot.id FROM lot_stock AS stock CROSS JOIN lot WHERE stock.lot_id = lot.id AND stock.on_hand > 0 AND stock.item_id = 1`,
      ),
    ).toContain('INDEX lot_stock_of_item');
  });
});

describe('hold and release', () => {
  const hold = (lotId = 1) => shop.call('stock.hold', { lotId, reason: '待复检' }, { as });
  const release = (changes: Partial<Input<'stock.release'>> = {}) =>
    shop.call('stock.release', { lotId: 1, reason: '复检合格', ...changes }, { as });

  beforeEach(async () => {
    const item = await seedItem(shop, { code: 'A', name: '大米', listPriceFen: 100 });
    await seedGift(shop, { itemId: item, quantity: 5 });
  });

  it('keep goods back and give them free, with a history', async () => {
    await hold();
    expect((await lots()).rows).toMatchObject([{ held: 5, available: 0, heldReason: '待复检' }]);
    await release();
    expect((await lots()).rows).toMatchObject([{ held: 0, available: 5, heldReason: null }]);
    expect(rowsOf(shop, 'SELECT held, reason FROM lot_hold ORDER BY id')).toEqual([
      { held: 1, reason: '待复检' },
      { held: 0, reason: '复检合格' },
    ]);
  });

  it('refuse what is held already, what is not, and what is not there', async () => {
    expect((await refusalOf(release())).code).toBe('lot-not-held');
    await hold();
    expect(await refusalOf(hold())).toMatchObject({ code: 'lot-held-already', params: { reason: '待复检' } });
    expect((await refusalOf(hold(99))).code).toBe('not-found');
    expect((await refusalOf(release({ lotId: 99 }))).code).toBe('not-found');
    expect(
      (await refusalOf(shop.call('stock.hold', { lotId: 1, reason: '试' }, { as: 'volunteer' }))).code,
    ).toBe('not-permitted');
  });

  it('release second-hand goods only with the day on which they were disinfected', async () => {
    const coat = await seedItem(shop, { code: 'C', name: '旧棉衣', listPriceFen: null, unit: '件' });
    await seedGift(shop, {
      itemId: coat,
      quantity: 1,
      valueFen: null,
      line: { grade: 'good', disinfectedDay: null, pieces: true },
    });
    expect((await lots({ itemId: coat })).rows).toMatchObject([{ held: 1, available: 0 }]);
    expect(await refusalOf(release({ lotId: 2 }))).toMatchObject({
      code: 'input-invalid',
      reasons: [{ field: 'disinfectedDay' }],
    });
    expect((await refusalOf(release({ lotId: 2, disinfectedDay: '2026-05-05' }))).code).toBe(
      'row-day-in-future',
    );
    await release({ lotId: 2, disinfectedDay: '2026-05-04' });
    expect((await lots({ itemId: coat })).rows).toMatchObject([{ held: 0, available: 1 }]);
    expect(rowsOf(shop, 'SELECT disinfected_day FROM lot WHERE id = 2')).toEqual([
      { disinfected_day: '2026-05-04' },
    ]);
  });
});

describe('scan', () => {
  const scan = (code: string) => shop.call('stock.scan', { code }, { as: 'volunteer' });

  it('knows a barcode with its packs, a code of goods, the label of a lot', async () => {
    const { itemId } = await shop.call(
      'goods.add',
      {
        code: 'SHUI',
        name: '饮用水',
        category: '饮品',
        spec: '550ml',
        unit: '瓶',
        listPriceFen: 200,
        keepsDate: false,
        barcodes: [{ barcode: '6901234567892' }, { barcode: '16901234567899', packs: 24 }],
      },
      { as },
    );
    await seedGift(shop, { itemId, quantity: 48 });
    const [lot] = (await lots()).rows;
    expect(await scan('6901234567892')).toMatchObject({ itemId, lotId: null, perScan: 1, spec: '550ml' });
    expect(await scan('16901234567899')).toMatchObject({ itemId, perScan: 24 });
    expect(await scan('SHUI')).toMatchObject({ itemId, lotId: null, perScan: 1 });
    expect(await scan(lot?.tag ?? '')).toMatchObject({ itemId, lotId: lot?.lotId, perScan: 1 });
  });

  it('names what is wrong with a code that means nothing', async () => {
    expect(await refusalOf(scan('6901234567890'))).toMatchObject({
      code: 'barcode-check',
      params: { expected: '2' },
    });
    expect((await refusalOf(scan('6901234567'))).code).toBe('barcode-length');
    expect((await refusalOf(scan('6901234567892'))).code).toBe('item-unknown');
    expect((await refusalOf(scan('PC0000001A'))).code).toBe('tag-check');
    expect((await refusalOf(scan('什么'))).code).toBe('item-unknown');
  });
});
