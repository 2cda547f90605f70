// 调拨: goods and their share of the cost move together, all lines or none; taken back to the fen or refused with the reason.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = 'manager' as const;
let shop: OpenShop;
let rice: number;
let store: number;
beforeEach(async () => {
  shop = await openShop();
  rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 100 });
  store = (await shop.call('stock.addPlace', { name: '敬老院仓库', kind: 'depot' }, { as })).placeId;
  // 3 bags for ¥1.00: a cost that does not divide.
  await seedGift(shop, { itemId: rice, quantity: 3, valueFen: 100, placeId: store });
});
afterEach(() => shop.close());

const form = (changes: Partial<Input<'stock.transfer'>> = {}): Input<'stock.transfer'> => ({
  fromPlaceId: store,
  toPlaceId: 1,
  note: '补货',
  lines: [{ lotId: 1, quantity: 2 }],
  ...changes,
});
const move = (changes: Partial<Input<'stock.transfer'>> = {}) =>
  shop.call('stock.transfer', form(changes), { as });
const standing = () =>
  rowsOf(shop, 'SELECT lot_id, place_id, on_hand, on_hand_fen FROM lot_stock ORDER BY lot_id, place_id').map(
    (row) => Object.values(row),
  );
const reverse = (transferId: number) =>
  shop.call('stock.reverseTransfer', { transferId, reason: '送错了' }, { as });
const redeem = async (quantity: number) => {
  await seedHouseholds(shop, [{ number: '1' }]);
  const { vouchers } = await seedBatch(shop);
  return shop.call(
    'counter.redeem',
    { voucherIds: [vouchers[0]?.id ?? 0], entry: 'scanned', lines: [{ itemId: rice, quantity }] },
    { as },
  );
};

it('moves goods with their cost, under a number, as two postings a line', async () => {
  const { transferId, number } = await move();
  expect(number).toBe('DB2026-000001');
  expect(standing()).toEqual([
    [1, 1, 2, 67],
    [1, store, 1, 33],
  ]);
  expect(rowsOf(shop, "SELECT quantity, value_fen FROM stock_posting WHERE document = 'transfer'")).toEqual([
    { quantity: -2, value_fen: -67 },
    { quantity: 2, value_fen: 67 },
  ]);
  await move({ lines: [{ lotId: 1, quantity: 1 }] });
  expect(standing()).toEqual([
    [1, 1, 3, 100],
    [1, store, 0, 0],
  ]);
  expect(await shop.call('stock.transferRead', { transferId }, { as: 'volunteer' })).toMatchObject({
    number,
    day: '2026-05-04',
    from: '敬老院仓库',
    to: '门店',
    note: '补货',
    lines: 1,
    operator: '韦店长',
    reversed: null,
    prints: 0,
    goods: [{ itemName: '大米', lotId: 1, quantity: 2, valueFen: 67 }],
  });
  expect((await refusalOf(shop.call('stock.transferRead', { transferId: 9 }, { as }))).code).toBe(
    'not-found',
  );
});

it('goods stand at the counter only once they are on the shop floor', async () => {
  expect(await refusalOf(redeem(1))).toMatchObject({
    code: 'stock-elsewhere',
    params: { item: '大米', places: '敬老院仓库 3 袋' },
  });
  await move();
  const { rows } = await shop.call('vouchers.list', { batchId: 1 }, { as });
  await shop.call(
    'counter.redeem',
    { voucherIds: [rows[0]?.id ?? 0], entry: 'scanned', lines: [{ itemId: rice, quantity: 2 }] },
    { as },
  );
  expect(standing()).toEqual([
    [1, 1, 0, 0],
    [1, store, 1, 33],
  ]);
});

it('refuses whole when one line is short, names every failing line, and leaves everything alone', async () => {
  await seedGift(shop, { itemId: rice, quantity: 5, valueFen: null, placeId: store });
  const lines = [
    { lotId: 2, quantity: 1 },
    { lotId: 1, quantity: 4 },
    { lotId: 2, quantity: 1 },
    { lotId: 99, quantity: 1 },
  ];
  const { reasons } = await refusalOf(move({ lines }));
  expect(reasons?.map(({ code, row }) => [code, row])).toEqual([
    ['stock-short', 2],
    ['line-twice', 3],
    ['not-found', 4],
  ]);
  expect(reasons?.[0]?.params).toMatchObject({ item: '大米', available: 3, wanted: 4 });
  expect(standing().map(([, , onHand]) => onHand)).toEqual([3, 5]);
  expect(await shop.call('stock.transfers', {}, { as })).toEqual({ total: 0, rows: [] });
});

it('refuses an empty paper, one place, a closed place, a place that is not there, and volunteers', async () => {
  const codeOf = async (changes: Partial<Input<'stock.transfer'>>) => (await refusalOf(move(changes))).code;
  expect(await codeOf({ lines: [] })).toBe('lines-empty');
  expect(await codeOf({ toPlaceId: store })).toBe('place-same');
  expect(await codeOf({ toPlaceId: 99 })).toBe('not-found');
  const closed = await shop.call('stock.addPlace', { name: '旧仓', kind: 'store' }, { as });
  await shop.call('stock.changePlace', { placeId: closed.placeId, name: '旧仓', active: false }, { as });
  expect(await refusalOf(move({ toPlaceId: closed.placeId }))).toMatchObject({
    code: 'place-closed',
    params: { place: '旧仓' },
  });
  expect((await refusalOf(shop.call('stock.transfer', form(), { as: 'volunteer' }))).code).toBe(
    'not-permitted',
  );
});

it('moves expired and held goods, but not what a paper speaks for', async () => {
  await seedGift(shop, { itemId: rice, quantity: 4, expiryDay: '2026-05-04', placeId: store });
  shop.setNow('2026-05-06T02:00:00.000Z');
  await shop.call('stock.hold', { lotId: 2, reason: '过期' }, { as });
  const proposal = await shop.call(
    'losses.propose',
    {
      kind: 'scrap',
      reason: 'expired',
      method: '销毁',
      witness: '李监督',
      proceeds: null,
      lines: [{ lotId: 2, placeId: store, quantity: 3 }],
    },
    { as },
  );
  expect(proposal.lossId).toBe(1);
  expect(await refusalOf(move({ lines: [{ lotId: 2, quantity: 2 }] }))).toMatchObject({
    code: 'stock-short',
    params: { available: 1 },
  });
  await move({ lines: [{ lotId: 2, quantity: 1 }] });
  expect((await shop.call('stock.lots', { placeId: 1 }, { as })).rows).toMatchObject([
    { lotId: 2, onHand: 1, expired: 1, available: 0 },
  ]);
});

it('is taken back to the fen, once', async () => {
  const { transferId, number } = await move();
  await reverse(transferId);
  expect(standing()).toEqual([
    [1, 1, 0, 0],
    [1, store, 3, 100],
  ]);
  expect(await refusalOf(reverse(transferId))).toMatchObject({
    code: 'already-reversed',
    params: { number },
  });
  expect((await refusalOf(reverse(99))).code).toBe('not-found');
  expect(await shop.call('stock.transfers', { search: '敬老院' }, { as })).toMatchObject({
    total: 1,
    rows: [{ number, reversed: { day: '2026-05-04', reason: '送错了', by: '韦店长' } }],
  });
  expect(await shop.call('stock.transfers', { search: '没有' }, { as })).toMatchObject({ total: 0 });
});

it('keeps the cost of the lot whole when what comes back cost another fen there', async () => {
  await move({ lines: [{ lotId: 1, quantity: 1 }] });
  // The second bag went for ¥0.34; of the two there one is issued for ¥0.34, so the one that comes back costs ¥0.33.
  const { transferId } = await move({ lines: [{ lotId: 1, quantity: 1 }] });
  await redeem(1);
  await reverse(transferId);
  const left = standing().reduce((sum, [, , , fen]) => sum + Number(fen), 0);
  const issued = Number(
    rowsOf(shop, "SELECT 0 - sum(value_fen) AS fen FROM stock_posting WHERE kind = 'issued'")[0]?.['fen'],
  );
  expect(left + issued).toBe(100);
});

it('is not taken back when the goods have left since', async () => {
  const { transferId } = await move();
  await redeem(1);
  expect(await refusalOf(reverse(transferId))).toMatchObject({
    code: 'reversal-negative',
    params: { item: '大米', missing: 1, day: '2026-05-04' },
  });
  expect(standing()).toEqual([
    [1, 1, 1, 33],
    [1, store, 1, 33],
  ]);
});

it('is printed, and every later print is marked', async () => {
  const { transferId } = await move();
  for (let at = 0; at < 2; at += 1) {
    const paper = await shop.call('stock.printTransfer', { transferId }, { as: 'volunteer' });
    expect(paper).toMatchObject({ mime: 'application/pdf' });
  }
  expect(await shop.call('stock.transferRead', { transferId }, { as })).toMatchObject({ prints: 2 });
  expect((await refusalOf(shop.call('stock.printTransfer', { transferId: 9 }, { as }))).code).toBe(
    'not-found',
  );
});
