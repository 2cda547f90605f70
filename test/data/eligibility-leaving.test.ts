// Leaving: scenario 4 whole, what becomes of open vouchers by the stated rule, and a sweep of hundreds, all or nothing.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { qrOf, seedBatch, seedGift, seedHouseholds, seedItem, vouchersOf } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

const as = { as: 'manager' } as const;
const till = { as: 'volunteer' } as const;

describe('scenario 4: struck off on 2026-03-01', () => {
  let shop: OpenShop;
  let ids: ReadonlyMap<string, number>;
  let rice: number;
  let vouchers: Awaited<ReturnType<typeof seedBatch>>['vouchers'];
  beforeAll(async () => {
    shop = await openShop({ now: '2026-02-20T02:00:00.000Z' });
    // 1 redeems before it leaves, 2 leaves without grace, 3 with three months of it.
    ids = await seedHouseholds(shop, [{ number: '1' }, { number: '2' }, { number: '3', members: 2 }]);
    rice = await seedItem(shop, { code: 'MI', name: '大米', listPriceFen: 10_000 });
    await seedGift(shop, { itemId: rice, quantity: 20, day: '2026-02-20' });
    ({ vouchers } = await seedBatch(shop, { validFrom: '2026-02-20', validTo: '2026-04-30' }));
  });
  afterAll(() => shop.close());

  const voucherOf = (number: string) => vouchers[[...ids.keys()].indexOf(number)]?.id ?? 0;
  const scan = (number: string) =>
    shop.call('counter.scan', { code: qrOf(shop, voucherOf(number)), entry: 'scanned' }, till);
  const redeem = (number: string) =>
    shop.call(
      'counter.redeem',
      { voucherIds: [voucherOf(number)], entry: 'scanned', lines: [{ itemId: rice, quantity: 1 }] },
      till,
    );
  const report = (month: string) => shop.call('reports.distribution', { month }, as);

  it('what was redeemed on 2026-02-25 stays counted', async () => {
    shop.setNow('2026-02-25T02:00:00.000Z');
    await redeem('1');
    const february = (await report('2026-02')).total.month;
    shop.setNow('2026-03-01T01:00:00.000Z');
    for (const number of ['1', '2', '3'])
      await shop.call(
        'eligibility.end',
        {
          householdId: ids.get(number) ?? 0,
          day: '2026-03-01',
          reason: '应退',
          ...(number === '3' && { graceMonths: 3 }),
        },
        as,
      );
    expect((await report('2026-02')).total.month).toEqual(february);
    expect(february).toMatchObject({
      households: 1,
      people: 1,
      householdTimes: 1,
      redeemed: 1,
      goodsFen: 10_000,
    });
  });

  it('scanned on 2026-03-05 it is refused with the exit date and the reason', async () => {
    shop.setNow('2026-03-05T02:00:00.000Z');
    expect(await refusalOf(scan('2'))).toMatchObject({
      code: 'household-not-eligible',
      params: { endDay: '2026-03-01', reason: '应退' },
    });
    expect((await refusalOf(redeem('2'))).code).toBe('household-not-eligible');
  });

  it('with grace to 2026-05-31 it passes until the voucher’s own end, in a line of its own that ties', async () => {
    expect(await scan('3')).toMatchObject({ household: { members: 2 } });
    shop.setNow('2026-04-30T02:00:00.000Z');
    await redeem('3');
    const april = await report('2026-04');
    expect(april).toMatchObject({
      ties: true,
      grace: {
        month: { redeemed: 1, redeemedFen: 10_000, householdTimes: 1 },
        year: { redeemed: 1, redeemedFen: 10_000, householdTimes: 1 },
      },
      total: { month: { redeemed: 1, householdTimes: 1, personTimes: 2 }, year: { redeemed: 2 } },
    });
    expect((await report('2026-03')).grace.month).toEqual({ redeemed: 0, redeemedFen: 0, householdTimes: 0 });
    await shop.call('reports.print', { report: 'distribution', month: '2026-04', format: 'pdf' }, as);
  });

  it('on 2026-05-01 the voucher itself has ended; a redemption taken back leaves the line too', async () => {
    const [taken] = await shop.call('counter.today', {}, till);
    await shop.call('counter.reverse', { redemptionId: taken?.redemptionId ?? 0, reason: '拿错' }, as);
    expect((await report('2026-04')).grace.month).toEqual({ redeemed: 0, redeemedFen: 0, householdTimes: 0 });
    shop.setNow('2026-05-01T02:00:00.000Z');
    expect(await refusalOf(scan('3'))).toMatchObject({
      code: 'voucher-expired',
      params: { validToDay: '2026-04-30' },
    });
  });
});

describe('open vouchers', () => {
  let shop: OpenShop;
  let ids: ReadonlyMap<string, number>;
  let vouchers: Awaited<ReturnType<typeof seedBatch>>;
  beforeAll(async () => {
    shop = await openShop();
    ids = await seedHouseholds(shop, [{ number: '1' }, { number: '2' }, { number: '3' }]);
    vouchers = await seedBatch(shop);
  });
  afterAll(() => shop.close());
  const end = (number: string, more: object) =>
    shop.call(
      'eligibility.end',
      { householdId: ids.get(number) ?? 0, day: '2026-05-04', reason: '去世', ...more },
      as,
    );
  const states = async () => (await vouchersOf(shop, vouchers.batchId)).map(({ state }) => state);

  it('are shown before, kept by default and stopped at the till', async () => {
    expect(await shop.call('eligibility.endFigures', { householdIds: [...ids.values()] }, as)).toEqual({
      households: 3,
      people: 3,
      openVouchers: 3,
      openFen: 30_000,
    });
    expect(await end('1', {})).toEqual({ voided: 0, graceToDay: null });
    expect(await states()).toEqual(['issued', 'issued', 'issued']);
    const code = qrOf(shop, vouchers.vouchers[0]?.id ?? 0);
    expect((await refusalOf(shop.call('counter.scan', { code, entry: 'scanned' }, till))).code).toBe(
      'household-not-eligible',
    );
  });

  it('or void at once with the reason; the till says so and the report ties', async () => {
    expect(await refusalOf(end('2', { openVouchers: 'void', graceMonths: 2 }))).toMatchObject({
      code: 'grace-with-void',
      params: { months: 2 },
    });
    expect((await refusalOf(end('2', { openVouchers: 'void', day: '2026-05-05' }))).code).toBe(
      'void-before-end',
    );
    expect(await end('2', { openVouchers: 'void' })).toEqual({ voided: 1, graceToDay: null });
    expect(await states()).toEqual(['issued', 'void', 'issued']);
    const code = qrOf(shop, vouchers.vouchers[1]?.id ?? 0);
    expect(await refusalOf(shop.call('counter.scan', { code, entry: 'scanned' }, till))).toMatchObject({
      code: 'voucher-void',
      params: { reason: '去世', voidDay: '2026-05-04' },
    });
    expect(await shop.call('reports.distribution', { month: '2026-05' }, as)).toMatchObject({
      ties: true,
      total: { month: { issued: 3, void: 1, outstanding: 2 } },
    });
  });

  it('a volunteer ends nobody and sees no figures of it', async () => {
    const householdIds = [ids.get('3') ?? 0];
    const wish = { householdIds, day: '2026-05-04', reason: '应退' };
    for (const act of [
      shop.call('eligibility.endMany', wish, till),
      shop.call('eligibility.endFigures', { householdIds }, till),
      shop.call('eligibility.byNumbers', { numbers: ['3'] }, till),
    ])
      expect((await refusalOf(act)).code).toBe('not-permitted');
  });
});

it('who leaves before it began never begins', async () => {
  const shop = await openShop();
  const ids = await seedHouseholds(shop, [{ number: '1', start: '2026-07-01' }, { number: '2' }]);
  const householdId = ids.get('1') ?? 0;
  await shop.call('eligibility.end', { householdId, day: '2026-05-10', reason: '撤回申请' }, as);
  shop.setNow('2026-07-02T02:00:00.000Z');
  const { rows } = await shop.call('people.list', {}, as);
  expect(rows.map(({ number, state }) => [number, state])).toEqual([
    ['1', 'ended'],
    ['2', 'eligible'],
  ]);
  const { vouchers } = await seedBatch(shop, { validTo: '2026-12-31' });
  expect(vouchers).toHaveLength(1);
  await shop.close();
});

describe('a sweep', () => {
  let shop: OpenShop;
  afterEach(() => shop.close());
  const numbers = Array.from({ length: 330 }, (_, at) => String(at + 1));

  it('of 330 households with one reason, vouchers void, with progress; a second one is refused and names all', async () => {
    shop = await openShop();
    const ids = await seedHouseholds(
      shop,
      numbers.map((number) => ({ number })),
    );
    await seedBatch(shop);
    const found = await shop.call('eligibility.byNumbers', { numbers: [...numbers, '999', '1'] }, as);
    expect([found.rows.length, found.unknown]).toEqual([330, ['999']]);
    const householdIds = found.rows.map(({ id }) => id).slice(0, 320);
    const steps: number[] = [];
    const wish = { householdIds, day: '2026-05-04', reason: '年度清理', openVouchers: 'void' as const };
    expect(
      await shop.call('eligibility.endMany', wish, { ...as, onProgress: (done) => void steps.push(done) }),
    ).toEqual({ ended: 320, people: 320, voided: 320 });
    expect(steps).toEqual([100, 200, 300, 320]);
    expect(
      rowsOf(shop, `SELECT count(*) AS n FROM cover WHERE to_day = '2026-05-04' AND end_reason = '年度清理'`),
    ).toEqual([{ n: 320 }]);
    expect(rowsOf(shop, `SELECT count(*) AS n FROM household_event WHERE kind = 'ended'`)).toEqual([
      { n: 320 },
    ]);
    const again = await refusalOf(
      shop.call(
        'eligibility.endMany',
        { ...wish, householdIds: [ids.get('1') ?? 0, ids.get('2') ?? 0, ids.get('330') ?? 0] },
        as,
      ),
    );
    expect(again.reasons?.map(({ code, params }) => [code, params?.['number']])).toEqual([
      ['eligibility-ended', '1'],
      ['eligibility-ended', '2'],
    ]);
    expect(
      (await refusalOf(shop.call('eligibility.endMany', { ...wish, householdIds: [99_999] }, as))).code,
    ).toBe('not-found');
    expect(rowsOf(shop, `SELECT count(*) AS n FROM household WHERE end_day IS NULL`)).toEqual([{ n: 10 }]);
  });

  it('given up in the middle leaves everything as it was', async () => {
    shop = await openShop();
    await seedHouseholds(
      shop,
      numbers.map((number) => ({ number })),
    );
    const { rows } = await shop.call('eligibility.byNumbers', { numbers }, as);
    const wish = { householdIds: rows.map(({ id }) => id), day: '2026-05-04', reason: '年度清理' };
    const cancelled = shop.call('eligibility.endMany', wish, {
      ...as,
      onProgress: (done) => (done >= 200 ? 'cancel' : undefined),
    });
    expect((await refusalOf(cancelled)).code).toBe('cancelled');
    expect(rowsOf(shop, `SELECT count(*) AS n FROM household WHERE end_day IS NOT NULL`)).toEqual([{ n: 0 }]);
    expect(rowsOf(shop, `SELECT count(*) AS n FROM cover WHERE to_day IS NOT NULL`)).toEqual([{ n: 0 }]);
  });
});
