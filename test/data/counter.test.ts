// The counter: scan, goods, redeem, slip, reverse; each refusal by its code with its facts (domain.md scenarios 2 to 4, 9 to 11).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import {
  qrOf,
  seedBatch,
  seedGift,
  seedHouseholds,
  seedItem,
  vouchersOf,
  type ListedVoucher,
} from '../helpers/seed.ts';

const households = 40;
let shop: OpenShop;
let vouchers: readonly ListedVoucher[];
let next = 0;
let rice: number;
/** A voucher no test has used yet. */
const fresh = (): ListedVoucher => {
  const voucher = vouchers[next];
  if (!voucher) throw new Error('more vouchers needed');
  next += 1;
  return voucher;
};
const scan = (code: string, as: 'volunteer' | 'manager' = 'volunteer') =>
  shop.call('counter.scan', { code, entry: 'scanned' }, { as });
const redeem = (
  voucherId: number,
  lines: { itemId: number; quantity: number }[],
  as: 'volunteer' | 'manager' = 'volunteer',
  commandId?: string,
) =>
  shop.call(
    'counter.redeem',
    { voucherId, entry: 'scanned', lines },
    { as, ...(commandId ? { commandId } : {}) },
  );
const look = <T>(sql: string, ...values: unknown[]): T[] => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return file.prepare(sql).all(...values) as T[];
  } finally {
    file.close();
  }
};
const onHand = async (itemId: number): Promise<number> =>
  (await shop.call('goods.lots', { itemId }, { as: 'manager' })).item.onHand;

beforeAll(async () => {
  shop = await openShop();
  await seedHouseholds(
    shop,
    Array.from({ length: households }, (_, at) => ({ number: String(at + 1), members: 1 + (at % 3) })),
  );
  ({ vouchers } = await seedBatch(shop));
  rice = await seedItem(shop, {
    code: 'MI10',
    name: '大米',
    listPriceFen: 4_500,
    barcodes: ['6901234567892'],
  });
  await seedGift(shop, { itemId: rice, quantity: 1_000, valueFen: 4_000_000 });
});
afterAll(() => shop.close());

describe('scan', () => {
  it('opens the basket from the QR as a scanner sends it, with masked holder and what is left', async () => {
    const voucher = fresh();
    const opened = await scan(`${qrOf(shop, voucher.id).toLowerCase()}\r\n`);
    expect(opened).toMatchObject({
      voucherId: voucher.id,
      serial: voucher.serial,
      balanceFen: 10_000,
      faceFen: 10_000,
      validTo: '2026-06-30',
      batch: '2026年五一慰问',
      household: {
        category: '城市低保',
        members: 1,
        community: '桂中社区',
        lastCollectedDay: null,
        reviewOverdue: false,
      },
    });
    expect(opened.household.headName).toContain('*');
    expect(opened.household.idTail).toHaveLength(4);
  });

  it('opens it from the typed code, with small letters and a dash', async () => {
    const voucher = fresh();
    const typed = voucher.typedCode.toLowerCase().replaceAll(' ', '-');
    expect(
      await shop.call('counter.scan', { code: typed, entry: 'typed' }, { as: 'volunteer' }),
    ).toMatchObject({ voucherId: voucher.id });
  });

  it('says of a voucher: not yet valid, expired, void, used, each with its facts', async () => {
    const later = await seedBatch(shop, { name: '端午', validFrom: '2026-06-01', validTo: '2026-06-30' });
    const [first, second] = later.vouchers;
    expect(await refusalOf(scan(qrOf(shop, first?.id ?? 0)))).toMatchObject({
      code: 'voucher-not-yet-valid',
      params: { serial: first?.serial, validFromDay: '2026-06-01' },
    });
    await shop.call('vouchers.void', { voucherId: second?.id ?? 0, reason: '重复发放' }, { as: 'manager' });
    expect(await refusalOf(scan(qrOf(shop, second?.id ?? 0)))).toMatchObject({
      code: 'voucher-void',
      params: { voidDay: '2026-05-04', reason: '重复发放' },
    });
    const used = fresh();
    const { number } = await redeem(used.id, [{ itemId: rice, quantity: 1 }]);
    expect(await refusalOf(scan(qrOf(shop, used.id)))).toMatchObject({
      code: 'voucher-redeemed',
      params: { number, redeemedAt: '2026-05-04T02:12:00.000Z', terminal: '1号柜台', operator: '王芳' },
    });
    const brief = await seedBatch(shop, { name: '当日', validFrom: '2026-05-01', validTo: '2026-05-04' });
    const own = await openShop({ file: shop.file, key: shop.key, now: '2026-05-04T15:59:59.000Z' });
    const code = qrOf(shop, brief.vouchers[0]?.id ?? 0);
    expect(await own.call('counter.scan', { code, entry: 'scanned' }, { as: 'volunteer' })).toMatchObject({
      validTo: '2026-05-04',
    });
    await own.close();
  });

  it('says of a code: forged, other shop, unknown, mistyped; nothing of it reaches the log', async () => {
    const voucher = fresh();
    const code = qrOf(shop, voucher.id);
    const at = (place: number): string =>
      code.slice(0, place) + (code.charAt(place) === 'B' ? 'C' : 'B') + code.slice(place + 1);
    // One changed sign wherever it is: in the shop's number, the token, the signature.
    for (const place of [3, 20, 70, 129]) {
      expect(await refusalOf(scan(at(place), 'manager'))).toMatchObject({ code: 'code-forged' });
    }
    const other = await openShop({ now: '2026-05-04T02:12:01.000Z' });
    await seedHouseholds(other, [{ number: '1' }]);
    const foreign = await seedBatch(other);
    const foreignCode = qrOf(other, foreign.vouchers[0]?.id ?? 0);
    await other.close();
    expect(await refusalOf(scan(foreignCode))).toMatchObject({ code: 'code-other-shop' });
    expect(await refusalOf(scan('6901234567892'))).toMatchObject({ code: 'code-unknown' });
    const mistyped = voucher.typedCode.startsWith('A')
      ? `B${voucher.typedCode.slice(1)}`
      : `A${voucher.typedCode.slice(1)}`;
    expect(await refusalOf(scan(mistyped))).toMatchObject({ code: 'code-check' });
    const logged = look<{ result: string; object: string; detail: string }>(
      `SELECT result, object, detail FROM audit WHERE act = 'counter.scan'`,
    );
    expect(logged.map(({ result }) => result)).toEqual(
      expect.arrayContaining([
        'refused:code-forged',
        'refused:code-other-shop',
        'refused:code-unknown',
        'refused:code-check',
        'refused:voucher-redeemed',
      ]),
    );
    expect(logged.filter(({ result }) => result === 'refused:voucher-redeemed')[0]?.object).toMatch(
      /^voucher:\d+$/,
    );
    expect(JSON.stringify(logged)).not.toContain(code.slice(10, 30));
  });

  it('closes the till for a minute after five guesses in ten, and then counts anew', async () => {
    const till = await openShop();
    const guess = () =>
      till.call('counter.scan', { code: 'QQQQQQQQQQQQ', entry: 'typed' }, { as: 'volunteer' });
    const start = Date.parse('2026-05-04T02:12:00.000Z');
    const seconds = (s: number): void => till.setNow(new Date(start + s * 1_000).toISOString());
    for (let at = 0; at < 5; at += 1) {
      seconds(at);
      expect((await refusalOf(guess())).code).toMatch(/^code-/);
    }
    expect(await refusalOf(guess())).toMatchObject({
      code: 'till-throttled',
      params: { untilAt: '2026-05-04T02:13:04.000Z' },
    });
    seconds(63);
    expect(await refusalOf(guess())).toMatchObject({ code: 'till-throttled' });
    seconds(64);
    expect((await refusalOf(guess())).code).toMatch(/^code-/);
    expect((await refusalOf(guess())).code).toMatch(/^code-/);
    await till.close();
  });

  it('does not take honest refusals for guesses', async () => {
    const used = fresh();
    await redeem(used.id, [{ itemId: rice, quantity: 1 }], 'manager');
    for (let at = 0; at < 7; at += 1)
      expect((await refusalOf(scan(used.typedCode, 'manager'))).code).toBe('voucher-redeemed');
  });

  it('scenario 4: a household struck off stops on its first day without eligibility, with date and reason', async () => {
    const gone = await openShop({ now: '2026-02-20T02:00:00.000Z' });
    const ids = await seedHouseholds(gone, [{ number: '1' }, { number: '2' }]);
    const batch = await seedBatch(gone, { validFrom: '2026-02-20', validTo: '2026-04-30' });
    await gone.call(
      'people.endEligibility',
      { householdId: ids.get('1') ?? 0, day: '2026-03-01', reason: '应退' },
      { as: 'manager' },
    );
    const code = qrOf(gone, batch.vouchers[0]?.id ?? 0);
    gone.setNow('2026-02-28T15:59:00.000Z');
    expect(await gone.call('counter.scan', { code, entry: 'scanned' }, { as: 'volunteer' })).toMatchObject({
      serial: 'LQ2026-000001',
    });
    gone.setNow('2026-03-05T02:00:00.000Z');
    expect(
      await refusalOf(gone.call('counter.scan', { code, entry: 'scanned' }, { as: 'volunteer' })),
    ).toMatchObject({
      code: 'household-not-eligible',
      params: { endDay: '2026-03-01', reason: '应退' },
    });
    const redeemAnyway = gone.call(
      'counter.redeem',
      { voucherId: batch.vouchers[0]?.id ?? 0, entry: 'scanned', lines: [{ itemId: 1, quantity: 1 }] },
      { as: 'manager' },
    );
    expect(await refusalOf(redeemAnyway)).toMatchObject({ code: 'household-not-eligible' });
    gone.setNow('2026-05-01T02:00:00.000Z');
    expect(
      await refusalOf(gone.call('counter.scan', { code, entry: 'scanned' }, { as: 'volunteer' })),
    ).toMatchObject({
      code: 'voucher-expired',
      params: { validToDay: '2026-04-30' },
    });
    await gone.close();
  });
});

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
      expect(await shop.call('counter.goods', { voucherId, code }, { as: 'volunteer' })).toMatchObject(line);
    }
    for (const search of ['大米', 'dm', 'dami']) {
      expect(await shop.call('counter.findGoods', { voucherId, search }, { as: 'volunteer' })).toMatchObject([
        line,
      ]);
    }
  });

  it('refuses unknown codes', async () => {
    const { id: voucherId } = fresh();
    expect(
      await refusalOf(shop.call('counter.goods', { voucherId, code: '4006381333931' }, { as: 'volunteer' })),
    ).toMatchObject({
      code: 'item-unknown',
      params: { code: '4006381333931' },
    });
    expect(
      await refusalOf(shop.call('counter.goods', { voucherId: 99_999, code: 'MI10' }, { as: 'volunteer' })),
    ).toMatchObject({ code: 'not-found' });
  });

  it('says why nothing may leave: none, only expired, only for others', async () => {
    const { id: voucherId } = fresh();
    const none = await seedItem(shop, { code: 'NONE', name: '面条', listPriceFen: 700 });
    const late = await seedItem(shop, { code: 'LATE', name: '牛奶', listPriceFen: 600, keepsDate: true });
    await seedGift(shop, { itemId: late, quantity: 9, expiryDay: '2026-05-03' });
    const theirs = await seedItem(shop, { code: 'THEIRS', name: '棉被', listPriceFen: 5_000 });
    await seedGift(shop, { itemId: theirs, quantity: 50, designatedCategory: 'disaster-hit' });
    const refused = (code: string) =>
      refusalOf(shop.call('counter.goods', { voucherId, code }, { as: 'volunteer' }));
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
      validTo: '2026-06-30',
    });
    expect(done.lines).toEqual([{ itemName: '油', unit: '袋', unitScale: 1, quantity: 1, amountFen: 9_350 }]);
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
    await seedGift(shop, { itemId: riceBag, quantity: 4 });
    await seedGift(shop, { itemId: oil, quantity: 2 });
    await seedGift(shop, { itemId: noodles, quantity: 5 });
    const basket = [riceBag, oil, noodles].map((itemId) => ({ itemId, quantity: 1 }));
    for (let at = 0; at < 2; at += 1)
      expect(await redeem(fresh().id, basket)).toMatchObject({ usedFen: 10_000, lapsedFen: 0 });
    const third = fresh();
    expect(await refusalOf(redeem(third.id, basket))).toMatchObject({
      code: 'stock-short',
      params: { item: '食油', available: 0, wanted: 1 },
    });
    expect([await onHand(riceBag), await onHand(oil), await onHand(noodles)]).toEqual([2, 0, 3]);
    expect(await scan(third.typedCode)).toMatchObject({ balanceFen: 10_000 });
  });

  it('scenario 2: of two tills at the same moment exactly one wins, and both attempts are in the log', async () => {
    const { id } = fresh();
    const before = await onHand(rice);
    const input = { voucherId: id, entry: 'scanned', lines: [{ itemId: rice, quantity: 2 }] };
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
    const logged = look<{ result: string }>(
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
      { voucherId: voucher.id, entry: 'scanned', lines: [{ itemId: rice, quantity: 1 }] },
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
        { voucherId: batch.vouchers[at]?.id ?? 0, entry: 'scanned', lines: [{ itemId: milk, quantity }] },
        { as: 'manager' },
      );
    const lots = async () =>
      (await dairy.call('goods.lots', { itemId: milk }, { as: 'manager' })).lots.map(
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

describe('slip and list of the day', () => {
  it('prints the slip, marks the second print, and lists the act', async () => {
    const voucher = fresh();
    const { redemptionId, number } = await redeem(voucher.id, [{ itemId: rice, quantity: 2 }]);
    for (let print = 0; print < 2; print += 1) {
      const slip = await shop.call('counter.printSlip', { redemptionId }, { as: 'volunteer' });
      expect(Buffer.from(slip.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    }
    expect(
      look(
        'SELECT count(*) AS prints FROM paper_print WHERE kind = ? AND document_id = ?',
        'redemption-slip',
        redemptionId,
      ),
    ).toEqual([{ prints: 2 }]);
    expect(
      await refusalOf(shop.call('counter.printSlip', { redemptionId: 99_999 }, { as: 'volunteer' })),
    ).toMatchObject({ code: 'not-found' });
    const [listed] = await shop.call('counter.today', { search: number }, { as: 'volunteer' });
    expect(listed).toMatchObject({
      redemptionId,
      number,
      usedFen: 9_000,
      lapsedFen: 1_000,
      operator: '王芳',
      reversed: false,
      category: '城市低保',
    });
  });
});

describe('reverse', () => {
  it('brings the same lots and the voucher back, once, and the voucher can be used again', async () => {
    const voucher = fresh();
    const before = await onHand(rice);
    const { redemptionId, number } = await redeem(voucher.id, [{ itemId: rice, quantity: 2 }]);
    await shop.call('counter.reverse', { redemptionId, reason: '拿错了' }, { as: 'volunteer' });
    expect(await onHand(rice)).toBe(before);
    expect(await scan(voucher.typedCode)).toMatchObject({
      balanceFen: 10_000,
      household: { lastCollectedDay: null },
    });
    const again = shop.call('counter.reverse', { redemptionId, reason: '再撤' }, { as: 'manager' });
    expect(await refusalOf(again)).toMatchObject({
      code: 'redemption-reversed',
      params: { number, reversedAt: '2026-05-04T02:12:00.000Z', operator: '王芳' },
    });
    const [listed] = await shop.call('counter.today', { search: number }, { as: 'volunteer' });
    expect(listed).toMatchObject({ number, reversed: true });
    expect(await redeem(voucher.id, [{ itemId: rice, quantity: 1 }])).toMatchObject({ beforeFen: 10_000 });
    const slip = await shop.call('counter.printSlip', { redemptionId }, { as: 'volunteer' });
    expect(slip.pages).toBe(1);
  });

  it('lets a volunteer take back own acts of the day only, a manager any', async () => {
    const own = await openShop();
    await seedHouseholds(own, [{ number: '1' }, { number: '2' }]);
    const batch = await seedBatch(own);
    const item = await seedItem(own, { code: 'A', name: '皂', listPriceFen: 500 });
    await seedGift(own, { itemId: item, quantity: 9 });
    const take = (at: number, as: 'volunteer' | 'manager') =>
      own.call(
        'counter.redeem',
        { voucherId: batch.vouchers[at]?.id ?? 0, entry: 'scanned', lines: [{ itemId: item, quantity: 1 }] },
        { as },
      );
    const theirs = await take(0, 'manager');
    const mine = await take(1, 'volunteer');
    const reverse = (redemptionId: number, as: 'volunteer' | 'manager' | 'bureau') =>
      own.call('counter.reverse', { redemptionId, reason: '撤销' }, { as });
    expect(await refusalOf(reverse(theirs.redemptionId, 'volunteer'))).toMatchObject({
      code: 'reverse-not-own',
      params: { number: theirs.number },
    });
    expect(await refusalOf(reverse(mine.redemptionId, 'bureau'))).toMatchObject({ code: 'reverse-not-own' });
    expect(await refusalOf(reverse(99, 'manager'))).toMatchObject({ code: 'not-found' });
    own.setNow('2026-05-05T02:00:00.000Z');
    expect(await refusalOf(reverse(mine.redemptionId, 'volunteer'))).toMatchObject({
      code: 'reverse-not-today',
      params: { redeemedDay: '2026-05-04' },
    });
    await reverse(mine.redemptionId, 'manager');
    await own.close();
  });

  it('ruling 6: past its end the voucher is expired, and the goods go back even into an expired lot', async () => {
    const own = await openShop();
    await seedHouseholds(own, [{ number: '1' }]);
    const batch = await seedBatch(own, { validTo: '2026-05-10' });
    const voucherId = batch.vouchers[0]?.id ?? 0;
    const item = await seedItem(own, { code: 'A', name: '奶', listPriceFen: 500, keepsDate: true });
    await seedGift(own, { itemId: item, quantity: 9, valueFen: 1_000, expiryDay: '2026-05-08' });
    const { redemptionId } = await own.call(
      'counter.redeem',
      { voucherId, entry: 'scanned', lines: [{ itemId: item, quantity: 4 }] },
      { as: 'volunteer' },
    );
    own.setNow('2026-05-11T02:00:00.000Z');
    await own.call('counter.reverse', { redemptionId, reason: '误操作' }, { as: 'manager' });
    expect(await vouchersOf(own, batch.batchId)).toMatchObject([{ state: 'expired', balanceFen: 0 }]);
    const { item: stock, lots } = await own.call('goods.lots', { itemId: item }, { as: 'manager' });
    expect(stock).toMatchObject({ onHand: 9, expired: 9, available: 0 });
    expect(lots).toHaveLength(1);
    expect((await own.call('reports.balance', { month: '2026-05' }, { as: 'manager' })).rows).toMatchObject([
      { closing: { quantity: 9, fen: 1_000 }, ties: true },
    ]);
    expect(await own.call('reports.distribution', { month: '2026-05' }, { as: 'manager' })).toMatchObject({
      ties: true,
      total: { month: { issued: 1, redeemed: 0, expired: 1, outstanding: 0, householdTimes: 0 } },
    });
    await own.close();
  });
});
