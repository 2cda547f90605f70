// Goods and redemption at the counter; each refusal by its code with its facts (domain.md scenarios 2, 9 to 11).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem } from '../helpers/seed.ts';
import { openTill, type Till } from '../helpers/till.ts';

let fresh: Till['fresh'];
let scan: Till['scan'];
let redeem: Till['redeem'];
let onHand: Till['onHand'];
let look: Till['look'];
let rice: Till['rice'];
let shop: Till['shop'];
beforeAll(async () => {
  ({ fresh, scan, redeem, onHand, look, rice, shop } = await openTill());
});
afterAll(() => shop.close());

describe('goods', () => {
  it('finds them by barcode, item code, name and initials, with price and what may be taken', async () => {
    const { id: voucherId } = fresh();
    const line = {
      itemId: rice,
      code: 'MI10',
      priceFen: 4_500,
      unitScale: 1,
      perScan: 1,
      firstExpiryDay: null,
    };
    for (const code of ['6901234567892', 'MI10', 'mi10']) {
      expect(
        await shop.call('counter.goods', { voucherIds: [voucherId], code }, { as: 'volunteer' }),
      ).toMatchObject(line);
    }
    for (const search of ['大米', 'dm', 'dami']) {
      expect(
        await shop.call('counter.findGoods', { voucherIds: [voucherId], search }, { as: 'volunteer' }),
      ).toMatchObject([line]);
    }
  });

  it('refuses unknown codes', async () => {
    const { id: voucherId } = fresh();
    expect(
      await refusalOf(
        shop.call('counter.goods', { voucherIds: [voucherId], code: '4006381333931' }, { as: 'volunteer' }),
      ),
    ).toMatchObject({
      code: 'item-unknown',
      params: { code: '4006381333931' },
    });
    expect(
      await refusalOf(
        shop.call('counter.goods', { voucherIds: [99_999], code: 'MI10' }, { as: 'volunteer' }),
      ),
    ).toMatchObject({ code: 'code-unknown' });
  });

  it('says why nothing may leave: none, only expired, only for others', async () => {
    const { id: voucherId } = fresh();
    const none = await seedItem(shop, { code: 'NONE', name: '面条', listPriceFen: 700 });
    const late = await seedItem(shop, { code: 'LATE', name: '牛奶', listPriceFen: 600, keepsDate: true });
    await seedGift(shop, { itemId: late, quantity: 9, expiryDay: '2026-05-03', day: '2026-05-01' });
    const theirs = await seedItem(shop, { code: 'THEIRS', name: '棉被', listPriceFen: 5_000 });
    await seedGift(shop, { itemId: theirs, quantity: 50, designatedCategory: 'disaster-hit' });
    const refused = (code: string) =>
      refusalOf(shop.call('counter.goods', { voucherIds: [voucherId], code }, { as: 'volunteer' }));
    expect(await refused('NONE')).toMatchObject({
      code: 'stock-short',
      params: { item: '面条', available: 0 },
    });
    expect(await refused('LATE')).toMatchObject({
      code: 'stock-expired',
      params: { item: '牛奶', expiryDay: '2026-05-03' },
    });
    expect(await refused('THEIRS')).toMatchObject({ code: 'stock-designated', params: { item: '棉被' } });
    const { reasons } = await refusalOf(
      redeem(
        voucherId,
        [none, late, theirs].map((itemId) => ({ itemId, quantity: 1 })),
      ),
    );
    expect(reasons?.map(({ code }) => code)).toEqual(['stock-short', 'stock-expired', 'stock-designated']);
  });

  it('gives designated goods to whom they are designated', async () => {
    const quilts = await seedItem(shop, { code: 'QUILT', name: '蚊帐', listPriceFen: 5_000 });
    await seedGift(shop, { itemId: quilts, quantity: 2, designatedCategory: 'urban-minimum-living' });
    expect(await redeem(fresh().id, [{ itemId: quilts, quantity: 2 }])).toMatchObject({ usedFen: 10_000 });
  });
});

describe('redeem', () => {
  it('scenario 10: no change; face, goods and what lapses stand apart', async () => {
    const odd = await seedItem(shop, { code: 'ODD', name: '油', listPriceFen: 9_350 });
    await seedGift(shop, { itemId: odd, quantity: 3 });
    const voucher = fresh();
    const done = await redeem(voucher.id, [{ itemId: odd, quantity: 1 }]);
    expect(done).toMatchObject({
      beforeFen: 10_000,
      usedFen: 9_350,
      lapsedFen: 650,
      afterFen: 0,
      vouchers: [{ usedFen: 9_350, lapsedFen: 650, validTo: '2026-06-30' }],
    });
    expect(done.lines).toEqual([
      { itemName: '油', unit: '袋', unitScale: 1, quantity: 1, amountFen: 9_350, points: null },
    ]);
    expect(
      look(
        'SELECT kind, pieces, amount_fen FROM voucher_posting WHERE voucher_id = ? ORDER BY id',
        voucher.id,
      ),
    ).toEqual([
      { kind: 'issued', pieces: 1, amount_fen: 10_000 },
      { kind: 'redeemed', pieces: -1, amount_fen: -9_350 },
      { kind: 'lapsed', pieces: 0, amount_fen: -650 },
    ]);
    const refusal = await refusalOf(
      redeem(fresh().id, [
        { itemId: odd, quantity: 1 },
        { itemId: rice, quantity: 1 },
      ]),
    );
    expect(refusal).toMatchObject({
      code: 'basket-over-face',
      params: { overFen: 3_850, usedFen: 13_850, balanceFen: 10_000 },
    });
  });

  it('adds equal lines together, counts goods without a price as 0, and prices a weight exactly', async () => {
    const clothes = await seedItem(shop, { code: 'CLOTH', name: '旧衣', listPriceFen: null, unit: '件' });
    await seedGift(shop, { itemId: clothes, quantity: 9, valueFen: null });
    const grain = await seedItem(shop, { code: 'GRAIN', name: '散米', listPriceFen: 333, unit: '公斤' });
    await seedGift(shop, { itemId: grain, quantity: 10_000 });
    const done = await redeem(fresh().id, [
      { itemId: rice, quantity: 1 },
      { itemId: clothes, quantity: 2 },
      { itemId: rice, quantity: 1 },
      { itemId: grain, quantity: 1_500 },
    ]);
    expect(done.lines.map(({ quantity, amountFen }) => [quantity, amountFen])).toEqual([
      [2, 9_000],
      [2, null],
      [1_500, 500],
    ]);
    expect(done.usedFen).toBe(9_500);
  });

  it('refuses a slip of the finger that costs more than any figure holds', async () => {
    const gold = await seedItem(shop, { code: 'GOLD', name: '金条', listPriceFen: 9_999_999_999 });
    const { id } = fresh();
    const line = { itemId: gold, quantity: 1_000_000_000 };
    expect(await refusalOf(redeem(id, [line]))).toMatchObject({ code: 'stock-short' });
    await seedGift(shop, { ...line, valueFen: 1 });
    expect(await refusalOf(redeem(id, [line]))).toMatchObject({
      code: 'input-invalid',
      reasons: [{ code: 'input-invalid', field: 'lines.quantity' }],
    });
  });

  it('refuses an empty basket, unknown goods and a voucher that does not exist', async () => {
    const { id } = fresh();
    expect(await refusalOf(redeem(id, []))).toMatchObject({ code: 'basket-empty' });
    expect(await refusalOf(redeem(id, [{ itemId: 9_999, quantity: 1 }]))).toMatchObject({
      code: 'item-unknown',
      params: { itemId: 9_999 },
    });
    expect(await refusalOf(redeem(99_999, [{ itemId: rice, quantity: 1 }]))).toMatchObject({
      code: 'code-unknown',
    });
    expect(await refusalOf(redeem(id, [{ itemId: rice, quantity: 0 }]))).toMatchObject({
      code: 'input-invalid',
    });
  });

  it('scenario 9: the basket that runs short is refused whole, names the goods, and leaves stock and voucher alone', async () => {
    const goods = await Promise.all(
      [
        ['P1', '米', 4_500],
        ['P2', '食油', 4_800],
        ['P3', '挂面', 700],
      ].map(([code, name, price]) =>
        seedItem(shop, { code: String(code), name: String(name), listPriceFen: Number(price) }),
      ),
    );
    const [riceBag = 0, oil = 0, noodles = 0] = goods;
    await seedGift(shop, { itemId: riceBag, quantity: 30 });
    await seedGift(shop, { itemId: oil, quantity: 12 });
    await seedGift(shop, { itemId: noodles, quantity: 50 });
    const basket = [riceBag, oil, noodles].map((itemId) => ({ itemId, quantity: 1 }));
    for (let at = 0; at < 12; at += 1)
      expect(await redeem(fresh().id, basket)).toMatchObject({ usedFen: 10_000, lapsedFen: 0 });
    const thirteenth = fresh();
    expect(await refusalOf(redeem(thirteenth.id, basket))).toMatchObject({
      code: 'stock-short',
      params: { item: '食油', available: 0, wanted: 1 },
    });
    expect([await onHand(riceBag), await onHand(oil), await onHand(noodles)]).toEqual([18, 0, 38]);
    expect(await scan(thirteenth.typedCode)).toMatchObject({ vouchers: [{ balanceFen: 10_000 }] });
  });

  it('scenario 2: of two tills at the same moment exactly one wins, and both attempts are in the log', async () => {
    const { id } = fresh();
    const before = await onHand(rice);
    const input = { voucherIds: [id], entry: 'scanned', lines: [{ itemId: rice, quantity: 2 }] };
    const replies = await Promise.all([
      shop.send({ act: 'counter.redeem', input, commandId: 'till-1' }, 'volunteer'),
      shop.send({ act: 'counter.redeem', input, commandId: 'till-2' }, 'manager'),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = replies.find(({ ok }) => !ok);
    expect(lost).toMatchObject({
      error: { code: 'voucher-redeemed', params: { redeemedAt: '2026-05-04T02:12:00.000Z' } },
    });
    expect(await onHand(rice)).toBe(before - 2);
    const logged = look(
      `SELECT result FROM audit WHERE act = 'counter.redeem' AND object = ? ORDER BY seq`,
      `voucher:${id}`,
    );
    expect(logged).toEqual([{ result: 'done' }, { result: 'refused:voucher-redeemed' }]);
  });

  it('scenario 2: two processes on one file cannot both take it', async () => {
    const voucher = fresh();
    const second = await openShop({ file: shop.file, key: shop.key });
    await redeem(voucher.id, [{ itemId: rice, quantity: 1 }]);
    const again = second.call(
      'counter.redeem',
      { voucherIds: [voucher.id], entry: 'scanned', lines: [{ itemId: rice, quantity: 1 }] },
      { as: 'volunteer' },
    );
    expect(await refusalOf(again)).toMatchObject({ code: 'voucher-redeemed' });
    await second.close();
  });

  it('answers a repeated command with the first answer and takes goods once', async () => {
    const { id } = fresh();
    const before = await onHand(rice);
    const first = await redeem(id, [{ itemId: rice, quantity: 1 }], 'volunteer', 'twice');
    expect(await redeem(id, [{ itemId: rice, quantity: 1 }], 'volunteer', 'twice')).toEqual(first);
    expect(await onHand(rice)).toBe(before - 1);
    expect(await refusalOf(redeem(id, [{ itemId: rice, quantity: 2 }], 'volunteer', 'twice'))).toMatchObject({
      code: 'command-id-reused',
    });
  });

  it('scenario 11: first expired first out; good through its date, and not a day longer for anybody', async () => {
    const dairy = await openShop({ now: '2026-08-01T02:00:00.000Z' });
    await seedHouseholds(dairy, [{ number: '1' }, { number: '2' }, { number: '3' }]);
    const batch = await seedBatch(dairy, { validFrom: '2026-08-01', validTo: '2026-12-31' });
    const milk = await seedItem(dairy, { code: 'MILK', name: '牛奶', listPriceFen: 500, keepsDate: true });
    await seedGift(dairy, { itemId: milk, quantity: 10, expiryDay: '2026-12-01', day: '2026-08-01' });
    await seedGift(dairy, { itemId: milk, quantity: 3, expiryDay: '2026-09-01', day: '2026-08-01' });
    const take = (at: number, quantity: number) =>
      dairy.call(
        'counter.redeem',
        { voucherIds: [batch.vouchers[at]?.id ?? 0], entry: 'scanned', lines: [{ itemId: milk, quantity }] },
        { as: 'manager' },
      );
    const lots = async () =>
      (await dairy.call('stock.lots', { itemId: milk }, { as: 'manager' })).rows.map(
        ({ expiryDay, onHand: left }) => [expiryDay, left],
      );
    dairy.setNow('2026-09-01T15:59:59.000Z');
    await take(0, 1);
    expect(await lots()).toEqual(
      expect.arrayContaining([
        ['2026-09-01', 2],
        ['2026-12-01', 10],
      ]),
    );
    dairy.setNow('2026-09-01T16:00:00.000Z');
    await take(1, 1);
    expect(await lots()).toEqual(
      expect.arrayContaining([
        ['2026-09-01', 2],
        ['2026-12-01', 9],
      ]),
    );
    expect(await refusalOf(take(2, 10))).toMatchObject({
      code: 'stock-short',
      params: { available: 9, wanted: 10 },
    });
    await dairy.close();
  });
});
