// Losses: proposed by one, approved by another; scrap needs method and witness, a sale its proceeds; every refusal.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedGift, seedItem } from '../helpers/seed.ts';
import { rowCounts, rowsOf } from '../helpers/sheet.ts';

type Form = Input<'losses.propose'>;
const as = 'manager' as const;
let shop: OpenShop;
let milk: number;
let lotId: number;
beforeEach(async () => {
  shop = await openShop();
  milk = await seedItem(shop, { code: 'M1', name: '牛奶', listPriceFen: 300, keepsDate: true });
  // 30 boxes for ¥10.00: a cost that does not divide.
  await seedGift(shop, { itemId: milk, quantity: 30, valueFen: 1_000, expiryDay: '2026-05-10' });
  lotId = Number(rowsOf(shop, 'SELECT id FROM lot')[0]?.['id']);
});
afterEach(() => shop.close());
const scrap = (changes: Partial<Form> = {}): Form => ({
  kind: 'scrap',
  reason: 'spoiled',
  method: '交环卫销毁',
  witness: '李监督',
  proceeds: null,
  lines: [{ lotId, placeId: 1, quantity: 7 }],
  ...changes,
});
const sale = (changes: Partial<Form> = {}): Form => ({
  kind: 'sale',
  reason: 'unusable',
  proceeds: { fen: 350, way: 'cash', buyer: '某饲料厂', purpose: '购买助学文具' },
  lines: [{ lotId, placeId: 1, quantity: 7 }],
  ...changes,
});
const propose = (form: Form = scrap()) => shop.call('losses.propose', form, { as });
const approve = (lossId: number, who: 'manager' | 'bureau' = 'bureau') =>
  shop.call('losses.approve', { lossId }, { as: who });
const withdraw = (lossId: number) => shop.call('losses.withdraw', { lossId, reason: '经查可以食用' }, { as });
const read = (lossId: number) => shop.call('losses.read', { lossId }, { as });
const codes = async (form: Form): Promise<readonly (readonly [string, string | undefined])[]> =>
  (await refusalOf(propose(form))).reasons?.map(({ code, field }) => [code, field] as const) ?? [];
const standing = () => rowsOf(shop, 'SELECT on_hand, on_hand_fen, reserved FROM lot_stock');
const postings = () =>
  rowsOf(shop, "SELECT kind, quantity, value_fen FROM stock_posting WHERE document = 'loss'");
const trading = async () => {
  const { sources } = await shop.call('cash.book', { source: 'trading', month: '2026-05' }, { as });
  return sources.find(({ source }) => source === 'trading');
};

describe('losses.propose', () => {
  it('speaks for the goods and moves nothing', async () => {
    const { lossId, number } = await propose();
    expect(number).toBe('BS2026-000001');
    expect(standing()).toEqual([{ on_hand: 30, on_hand_fen: 1_000, reserved: 7 }]);
    expect(postings()).toEqual([]);
    expect(await read(lossId)).toMatchObject({
      state: 'proposed',
      kind: 'scrap',
      reason: 'spoiled',
      method: '交环卫销毁',
      witness: '李监督',
      proposedBy: '韦店长',
      own: true,
      decidedBy: '',
      decidedAt: null,
      reversed: null,
      // 7/30 of ¥10.00, as it would be booked today.
      goods: [{ itemName: '牛奶', place: '门店', quantity: 7, valueFen: 233 }],
    });
    expect((await shop.call('shop.today', {}, { as })).lossesWaiting).toBe(1);
  });

  it('refuses what is not free: more than there is, or what another paper speaks for', async () => {
    expect(await refusalOf(propose(scrap({ lines: [{ lotId, placeId: 1, quantity: 31 }] })))).toMatchObject({
      code: 'stock-short',
      reasons: [{ row: 1, params: { item: '牛奶', available: 30, wanted: 31 } }],
    });
    await propose(scrap({ lines: [{ lotId, placeId: 1, quantity: 25 }] }));
    expect(await refusalOf(propose(scrap({ lines: [{ lotId, placeId: 1, quantity: 6 }] })))).toMatchObject({
      code: 'stock-short',
      params: { available: 5, wanted: 6 },
    });
    expect((await refusalOf(propose(scrap({ lines: [{ lotId, placeId: 2, quantity: 1 }] })))).code).toBe(
      'not-found',
    );
    expect(standing()).toEqual([{ on_hand: 30, on_hand_fen: 1_000, reserved: 25 }]);
  });

  it('names every short line at once and keeps none of the others reserved', async () => {
    await seedGift(shop, { itemId: milk, quantity: 5, expiryDay: '2026-06-01' });
    const other = Number(rowsOf(shop, 'SELECT max(id) AS id FROM lot')[0]?.['id']);
    const lines = [
      { lotId, placeId: 1, quantity: 1 },
      { lotId: other, placeId: 1, quantity: 6 },
      { lotId: 99, placeId: 1, quantity: 1 },
    ];
    const { reasons } = await refusalOf(propose(scrap({ lines })));
    expect(reasons?.map(({ code, row }) => [code, row])).toEqual([
      ['stock-short', 2],
      ['not-found', 3],
    ]);
    expect(rowsOf(shop, 'SELECT sum(reserved) AS reserved FROM lot_stock')).toEqual([{ reserved: 0 }]);
  });

  it('scrap needs method and witness, a sale its proceeds, other reasons a word', async () => {
    expect(await codes(scrap({ method: '', witness: ' ' }))).toEqual([
      ['method-missing', 'method'],
      ['witness-missing', 'witness'],
    ]);
    expect(await codes(sale({ proceeds: null }))).toEqual([['proceeds-missing', 'proceeds']]);
    expect(await codes(scrap({ reason: 'other' }))).toEqual([['reason-missing', 'reasonNote']]);
    await propose(scrap({ reason: 'other', reasonNote: '厂家召回' }));
    // A sale needs neither method nor witness.
    await propose(sale());
  });

  it('refuses empty papers, a lot twice, and money for destroyed goods', async () => {
    expect(await codes(scrap({ lines: [] }))).toEqual([['lines-empty', undefined]]);
    const twice = await refusalOf(
      propose(
        scrap({
          lines: [
            { lotId, placeId: 1, quantity: 1 },
            { lotId, placeId: 1, quantity: 2 },
          ],
        }),
      ),
    );
    expect(twice).toMatchObject({ code: 'line-twice', params: { row: 2 } });
    expect((await refusalOf(propose({ ...sale(), kind: 'scrap', method: '销毁', witness: '李' }))).code).toBe(
      'input-invalid',
    );
    expect(rowCounts(shop)).toMatchObject({ loss: 0, loss_line: 0 });
  });

  it('takes expired goods and goods on hold too', async () => {
    await shop.call('stock.hold', { lotId, reason: '包装鼓胀' }, { as });
    shop.setNow('2026-05-20T02:00:00.000Z');
    await propose(scrap({ reason: 'expired' }));
    expect(standing()).toEqual([{ on_hand: 30, on_hand_fen: 1_000, reserved: 7 }]);
  });
});

describe('losses.approve', () => {
  it('is refused to whoever proposed it, by name, and the attempt is in the log', async () => {
    const { lossId } = await propose();
    expect(await refusalOf(approve(lossId, 'manager'))).toMatchObject({
      code: 'two-people-needed',
      params: { by: '韦店长' },
    });
    expect(standing()).toEqual([{ on_hand: 30, on_hand_fen: 1_000, reserved: 7 }]);
    expect(rowsOf(shop, "SELECT object, result FROM audit WHERE act = 'losses.approve'")).toEqual([
      { object: `loss:${lossId}`, result: 'refused:two-people-needed' },
    ]);
    for (const ask of [
      shop.call('losses.propose', scrap(), { as: 'volunteer' }),
      shop.call('losses.approve', { lossId }, { as: 'volunteer' }),
    ])
      expect((await refusalOf(ask)).code).toBe('not-permitted');
  });

  it('lets the goods leave at lot cost and frees the reservation; the last takes what is left', async () => {
    const { lossId } = await propose();
    await approve(lossId);
    expect(standing()).toEqual([{ on_hand: 23, on_hand_fen: 767, reserved: 0 }]);
    const rest = await propose(scrap({ lines: [{ lotId, placeId: 1, quantity: 23 }] }));
    await approve(rest.lossId);
    expect(standing()).toEqual([{ on_hand: 0, on_hand_fen: 0, reserved: 0 }]);
    expect(postings()).toEqual([
      { kind: 'scrapped', quantity: -7, value_fen: -233 },
      { kind: 'scrapped', quantity: -23, value_fen: -767 },
    ]);
    expect(await read(lossId)).toMatchObject({
      state: 'approved',
      decidedBy: '区民政局',
      decidedAt: '2026-05-04T02:12:00.000Z',
      goods: [{ valueFen: 233 }],
    });
    expect(await trading()).toMatchObject({ inFen: 0, closingFen: 0 });
  });

  it('keeps goods without a value without one', async () => {
    await seedGift(shop, { itemId: milk, quantity: 5, valueFen: null, expiryDay: '2026-06-01' });
    const other = Number(rowsOf(shop, 'SELECT max(id) AS id FROM lot')[0]?.['id']);
    const { lossId } = await propose(scrap({ lines: [{ lotId: other, placeId: 1, quantity: 2 }] }));
    await approve(lossId);
    expect(postings()).toEqual([{ kind: 'scrapped', quantity: -2, value_fen: null }]);
    expect((await read(lossId)).goods[0]?.valueFen).toBeNull();
  });

  it('books what a charity sale brought into the trading book, tied to its purpose; no donation moves', async () => {
    const before = await shop.call('donations.list', { month: '2026-05' }, { as });
    const { lossId, number } = await propose(sale());
    expect(await trading()).toMatchObject({ inFen: 0 });
    await approve(lossId);
    const { rows, sources } = await shop.call('cash.book', { source: 'trading', month: '2026-05' }, { as });
    expect(rows).toMatchObject([
      {
        document: 'loss',
        documentId: lossId,
        number,
        amountFen: 350,
        balanceFen: 350,
        about: '购买助学文具',
      },
    ]);
    expect(sources.filter(({ closingFen }) => closingFen !== 0).map(({ source }) => source)).toEqual([
      'trading',
    ]);
    expect(await shop.call('donations.list', { month: '2026-05' }, { as })).toEqual(before);
    expect(postings()).toEqual([{ kind: 'sold', quantity: -7, value_fen: -233 }]);
    expect(await read(lossId)).toMatchObject({
      proceedsFen: 350,
      proceedsWay: 'cash',
      buyer: '某饲料厂',
      purpose: '购买助学文具',
    });
  });

  it('happens once', async () => {
    const { lossId, number } = await propose();
    await approve(lossId);
    expect(await refusalOf(approve(lossId))).toMatchObject({
      code: 'loss-decided',
      params: { number, by: '区民政局' },
    });
    expect((await refusalOf(approve(99))).code).toBe('not-found');
  });

  it('books on the day of approval: what was proposed in a month closed since counts in this one', async () => {
    shop.setNow('2026-05-31T02:00:00.000Z');
    const { lossId } = await propose();
    shop.setNow('2026-06-02T02:00:00.000Z');
    await shop.call('reports.closeMonth', { month: '2026-05' }, { as });
    await approve(lossId);
    expect(rowsOf(shop, "SELECT business_day FROM stock_posting WHERE document = 'loss'")).toEqual([
      { business_day: '2026-06-02' },
    ]);
  });
});

describe('losses.withdraw', () => {
  it('frees the goods and keeps the paper with the reason', async () => {
    const { lossId } = await propose();
    await withdraw(lossId);
    expect(standing()).toEqual([{ on_hand: 30, on_hand_fen: 1_000, reserved: 0 }]);
    expect(await read(lossId)).toMatchObject({
      state: 'withdrawn',
      decidedBy: '韦店长',
      decidedReason: '经查可以食用',
    });
    for (const ask of [approve(lossId), withdraw(lossId)])
      expect((await refusalOf(ask)).code).toBe('loss-decided');
    expect((await refusalOf(withdraw(99))).code).toBe('not-found');
  });
});

describe('losses.reverse', () => {
  const reverse = (lossId: number) => shop.call('losses.reverse', { lossId, reason: '登记错批次' }, { as });

  it('puts the goods back into the same lot at the same cost and the proceeds out of the trading book, once', async () => {
    const { lossId, number } = await propose(sale());
    await approve(lossId);
    shop.setNow('2026-05-06T02:00:00.000Z');
    await reverse(lossId);
    expect(standing()).toEqual([{ on_hand: 30, on_hand_fen: 1_000, reserved: 0 }]);
    expect(await trading()).toMatchObject({ inFen: 0, outFen: 0, closingFen: 0 });
    expect(await read(lossId)).toMatchObject({
      state: 'reversed',
      decidedBy: '区民政局',
      reversed: { day: '2026-05-06', reason: '登记错批次', by: '韦店长' },
    });
    expect(await refusalOf(reverse(lossId))).toMatchObject({
      code: 'already-reversed',
      params: { number, endDay: '2026-05-06' },
    });
  });

  it('is for approved ones only', async () => {
    const { lossId, number } = await propose();
    expect(await refusalOf(reverse(lossId))).toMatchObject({ code: 'loss-not-approved', params: { number } });
    await withdraw(lossId);
    expect((await refusalOf(reverse(lossId))).code).toBe('loss-not-approved');
    expect((await refusalOf(reverse(99))).code).toBe('not-found');
  });
});

describe('losses.list', () => {
  it('shows those that wait first, counts them, and finds by number, goods, method and state', async () => {
    const first = await propose();
    await propose(sale());
    const third = await propose(scrap({ method: '深埋' }));
    await approve(third.lossId);
    await approve(first.lossId);
    const list = async (filter: Input<'losses.list'>) => {
      const { total, waiting, rows } = await shop.call('losses.list', filter, { as: 'bureau' });
      return [total, waiting, rows.map(({ lossId, own }) => `${lossId}${own ? ' own' : ''}`)];
    };
    expect(await list({})).toEqual([3, 1, ['2', '3', '1']]);
    expect(await list({ state: 'approved' })).toEqual([2, 1, ['3', '1']]);
    expect(await list({ search: '深埋' })).toEqual([1, 1, ['3']]);
    expect(await list({ search: 'nn' })).toEqual([3, 1, ['2', '3', '1']]);
    expect(await list({ search: first.number })).toEqual([1, 1, ['1']]);
    expect(await list({ search: '没有' })).toEqual([0, 1, []]);
  });
});

describe('losses.print', () => {
  it('prints in every state and counts', async () => {
    const { lossId } = await propose(sale());
    const print = () => shop.call('losses.print', { lossId }, { as });
    expect([(await print()).kind, (await print()).pages]).toEqual(['stock-note', 1]);
    await approve(lossId);
    await print();
    await shop.call('losses.reverse', { lossId, reason: '错' }, { as });
    await print();
    expect((await read(lossId)).prints).toBe(4);
    expect((await refusalOf(shop.call('losses.print', { lossId: 99 }, { as }))).code).toBe('not-found');
  });
});
