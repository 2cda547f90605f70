// The scan: what opens a basket, and why a code or a voucher does not (domain.md scenarios 3, 4; rulings.md 3, 8).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { qrOf, seedBatch, seedHouseholds } from '../helpers/seed.ts';
import { openTill, type Till } from '../helpers/till.ts';

let fresh: Till['fresh'];
let scan: Till['scan'];
let redeem: Till['redeem'];
let look: Till['look'];
let rice: Till['rice'];
let shop: Till['shop'];
beforeAll(async () => {
  ({ fresh, scan, redeem, look, rice, shop } = await openTill());
});
afterAll(() => shop.close());

describe('scan', () => {
  it('opens the basket from the QR as a scanner sends it, with masked holder and what is left', async () => {
    const voucher = fresh();
    const opened = await scan(`${qrOf(shop, voucher.id).toLowerCase()}\r\n`);
    expect(opened).toMatchObject({
      entry: 'scanned',
      vouchers: [
        {
          voucherId: voucher.id,
          serial: voucher.serial,
          kind: 'value',
          inParts: false,
          balanceFen: 10_000,
          faceFen: 10_000,
          validTo: '2026-06-30',
          batch: '2026年五一慰问',
          package: [],
        },
      ],
      stopped: [],
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
    ).toMatchObject({ vouchers: [{ voucherId: voucher.id }] });
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
      vouchers: [{ validTo: '2026-05-04' }],
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
    const logged = look(`SELECT result, object, detail FROM audit WHERE act = 'counter.scan'`) as {
      result: string;
      object: string;
      detail: string;
    }[];
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
      'eligibility.end',
      { householdId: ids.get('1') ?? 0, day: '2026-03-01', reason: '应退' },
      { as: 'manager' },
    );
    const code = qrOf(gone, batch.vouchers[0]?.id ?? 0);
    gone.setNow('2026-02-28T15:59:00.000Z');
    expect(await gone.call('counter.scan', { code, entry: 'scanned' }, { as: 'volunteer' })).toMatchObject({
      vouchers: [{ serial: 'LQ2026-000001' }],
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
      { voucherIds: [batch.vouchers[0]?.id ?? 0], entry: 'scanned', lines: [{ itemId: 1, quantity: 1 }] },
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
