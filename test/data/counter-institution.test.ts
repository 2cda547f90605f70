// Scenario 18: an institution collects for its residents on one roster, all or nothing, and what that counts (ruling 10).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { pageTexts } from '../documents/reading.ts';
import { openReadOnly } from '../../db/open.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher } from '../helpers/seed.ts';

const residents = 23;
let shop: OpenShop;
let rice: number;
let home: number;
let ids: ReadonlyMap<string, number>;
let vouchers: readonly ListedVoucher[];
const manager = { as: 'manager' } as const;
const volunteer = { as: 'volunteer' } as const;

const look = (sql: string, ...values: unknown[]): unknown[] => {
  const file = openReadOnly(shop.file, shop.key);
  try {
    return file.prepare(sql).all(...values);
  } finally {
    file.close();
  }
};
const setResidents = (householdIds: readonly number[], institutionId = home) =>
  shop.call(
    'proxies.setResidents',
    { institutionId, householdIds: [...householdIds], reason: '入住' },
    manager,
  );
const collect = (changes: Partial<Input<'counter.collectForInstitution'>> = {}, commandId?: string) =>
  shop.call(
    'counter.collectForInstitution',
    {
      institutionId: home,
      lines: [{ itemId: rice, quantity: 2 }],
      vouchers: vouchers.map(({ id }) => ({ voucherId: id })),
      collectedBy: '黄院长',
      documentTail: '061X',
      ...changes,
    },
    { ...volunteer, ...(commandId ? { commandId } : {}) },
  );
const householdOf = (voucherId: number): number =>
  (look('SELECT household_id AS id FROM voucher WHERE id = ?', voucherId)[0] as { id: number }).id;
const report = (month = '2026-05') => shop.call('reports.distribution', { month }, manager);
const onHand = async (): Promise<number> => (await shop.call('goods.read', { itemId: rice }, manager)).onHand;

beforeEach(async () => {
  shop = await openShop();
  ids = await seedHouseholds(
    shop,
    Array.from({ length: residents + 2 }, (_, at) => ({
      number: String(at + 1),
      category: at < residents ? '特困人员（集中供养）' : '城市低保',
      members: at < residents ? 1 : 3,
    })),
  );
  rice = await seedItem(shop, { code: 'MI10', name: '大米', listPriceFen: 4_500 });
  await seedGift(shop, { itemId: rice, quantity: 30, expiryDay: '2026-09-01' });
  await seedGift(shop, { itemId: rice, quantity: 100, expiryDay: '2026-08-01' });
  home = (
    await shop.call('proxies.addInstitution', { name: '城中区敬老院', address: '学院路 1 号' }, manager)
  ).institutionId;
  await setResidents(Array.from({ length: residents }, (_, at) => ids.get(String(at + 1)) ?? 0));
  ({ vouchers } = await seedBatch(shop, { categories: ['destitute-institution'] }));
});
afterEach(() => shop.close());

describe('an act for 23 residents', () => {
  it('is one 机构户次, no 户次, 23 人次 and 23 vouchers; the report ties and says so on paper', async () => {
    const done = await collect({}, 'once');
    expect(done).toMatchObject({
      number: 'JG2026-000001',
      residents,
      vouchers: residents,
      usedFen: residents * 9_000,
      lapsedFen: residents * 1_000,
    });
    // Asked again with the same id it is the same act.
    expect(await collect({}, 'once')).toEqual(done);
    expect(
      look('SELECT count(*) AS n FROM redemption WHERE institution_pickup_id = ?', done.pickupId),
    ).toEqual([{ n: residents }]);
    const { total, ties, institutionTimes } = await report();
    expect(total.month).toMatchObject({
      households: residents,
      people: residents,
      householdTimes: 0,
      personTimes: residents,
      redeemed: residents,
    });
    expect(institutionTimes).toEqual({ month: 1, year: 1 });
    expect(ties).toBe(true);
    const paper = await shop.call(
      'reports.print',
      { report: 'distribution', month: '2026-05', format: 'pdf' },
      manager,
    );
    expect(pageTexts(paper.bytes).join('')).toContain('机构户次(另计):本月1次,本年累计1次');
    // First expiry first, as at the till.
    expect(await onHand()).toBe(130 - 2 * residents);
    expect(
      look(
        "SELECT expiry_day, sum(quantity) AS n FROM stock_posting JOIN lot ON lot.id = lot_id WHERE stock_posting.kind = 'issued' GROUP BY 1",
      ),
    ).toEqual([{ expiry_day: '2026-08-01', n: -2 * residents }]);
    expect((await shop.call('shop.today', {}, volunteer)).redemptions).toBe(0);
  });

  it('prints one list of all of them with one signature, names masked', async () => {
    const { pickupId } = await collect();
    const paper = await shop.call('counter.printInstitution', { pickupId }, volunteer);
    const text = pageTexts(paper.bytes).join('');
    expect(text).toContain('机构代领清单');
    expect(text).toContain('JG2026-000001');
    expect(text).toContain('本次计机构户次1,人次23,领物券23张');
    expect(text).toContain('黄院长');
    for (const { serial } of vouchers) expect(text).toContain(serial);
    const names = look(
      'SELECT name FROM person WHERE household_id IN (SELECT household_id FROM redemption)',
    ) as {
      name: string;
    }[];
    for (const { name } of names) expect(text).not.toContain(name);
    const again = await shop.call('counter.printInstitution', { pickupId }, volunteer);
    expect(pageTexts(again.bytes).join('')).toContain('补打');
    expect(await refusalOf(shop.call('counter.printInstitution', { pickupId: 99 }, volunteer))).toMatchObject(
      {
        code: 'not-found',
      },
    );
  });

  it('gives one resident another basket, and counts one with two vouchers once in 人次', async () => {
    const second = await seedBatch(shop, { name: '第二批', categories: ['destitute-institution'] });
    const [first, other] = [vouchers[0], second.vouchers[0]];
    const done = await collect({
      vouchers: [
        { voucherId: first?.id ?? 0 },
        { voucherId: other?.id ?? 0, lines: [{ itemId: rice, quantity: 1 }] },
      ],
    });
    expect(done).toMatchObject({ residents: 1, vouchers: 2, usedFen: 13_500 });
    const { total, ties } = await report();
    expect(total.month).toMatchObject({ people: 1, personTimes: 1, householdTimes: 0, redeemed: 2 });
    expect(ties).toBe(true);
  });
});

describe('all or nothing', () => {
  it('names every voucher and line that fails, by place and serial, and takes nothing', async () => {
    const [ended, gone, strange] = [vouchers[2], vouchers[4], await seedBatch(shop)];
    await shop.call(
      'eligibility.end',
      { householdId: householdOf(ended?.id ?? 0), day: '2026-05-01', reason: '死亡' },
      manager,
    );
    await shop.call('vouchers.void', { voucherId: gone?.id ?? 0, reason: '错发' }, manager);
    const refused = await refusalOf(
      collect({
        vouchers: [
          { voucherId: vouchers[0]?.id ?? 0, lines: [{ itemId: rice, quantity: 3 }] },
          { voucherId: ended?.id ?? 0 },
          { voucherId: gone?.id ?? 0 },
          { voucherId: strange.vouchers[0]?.id ?? 0 },
          { voucherId: vouchers[7]?.id ?? 0, lines: [] },
          { voucherId: vouchers[8]?.id ?? 0, lines: [{ itemId: rice, quantity: 9_999 }] },
          { voucherId: vouchers[9]?.id ?? 0 },
        ],
      }),
    );
    expect(refused.reasons?.map(({ code, row, field }) => [row, code, field])).toEqual([
      [1, 'basket-over-face', vouchers[0]?.serial],
      [2, 'household-not-eligible', ended?.serial],
      [3, 'voucher-void', gone?.serial],
      [4, 'resident-not-here', strange.vouchers[0]?.serial],
      [5, 'basket-empty', vouchers[7]?.serial],
      [6, 'stock-short', vouchers[8]?.serial],
      [6, 'basket-over-face', vouchers[8]?.serial],
    ]);
    expect(look('SELECT count(*) AS n FROM redemption')).toEqual([{ n: 0 }]);
    expect(look('SELECT count(*) AS n FROM institution_pickup')).toEqual([{ n: 0 }]);
    expect(await onHand()).toBe(130);
    // No number is lost by it.
    expect(await collect({ vouchers: [{ voucherId: vouchers[9]?.id ?? 0 }] })).toMatchObject({
      number: 'JG2026-000001',
    });
  });

  it('a list that runs out of goods on the way stays whole', async () => {
    await seedGift(shop, {
      itemId: await seedItem(shop, { code: 'YOU', name: '油', listPriceFen: 100 }),
      quantity: 1,
    });
    const oil = (look("SELECT id FROM item WHERE code = 'YOU'")[0] as { id: number }).id;
    const refused = await refusalOf(collect({ lines: [{ itemId: oil, quantity: 1 }] }));
    expect(refused.reasons).toHaveLength(residents - 1);
    expect(refused.reasons?.[0]).toMatchObject({ code: 'stock-short', row: 2 });
    expect(look("SELECT count(*) AS n FROM voucher WHERE state = 'used'")).toEqual([{ n: 0 }]);
  });

  it('refuses a voucher twice, a name nobody may bear, a closed institution, one nobody knows', async () => {
    const [one] = vouchers;
    const twice = [{ voucherId: one?.id ?? 0 }, { voucherId: one?.id ?? 0 }];
    expect(await refusalOf(collect({ vouchers: twice }))).toMatchObject({ code: 'line-twice' });
    expect(await refusalOf(collect({ collectedBy: ' ' }))).toMatchObject({ code: 'name-missing' });
    expect(await refusalOf(collect({ institutionId: 77 }))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(collect({ vouchers: [{ voucherId: 9_999 }] }))).toMatchObject({
      code: 'code-unknown',
    });
    await setResidents([]);
    await shop.call('proxies.setInstitutionActive', { institutionId: home, active: false }, manager);
    expect(await refusalOf(collect())).toMatchObject({ code: 'institution-closed' });
    expect(
      await refusalOf(shop.call('counter.institution', { institutionId: home }, volunteer)),
    ).toMatchObject({
      code: 'institution-closed',
    });
  });
});

describe('what the till sees before', () => {
  it('residents with open vouchers and balances, and who is stopped and why', async () => {
    await shop.call(
      'eligibility.end',
      { householdId: ids.get('2') ?? 0, day: '2026-05-01', reason: '迁出' },
      manager,
    );
    const { residents: shown, name } = await shop.call(
      'counter.institution',
      { institutionId: home },
      volunteer,
    );
    expect(name).toBe('城中区敬老院');
    expect(shown).toHaveLength(residents);
    expect(shown[0]).toMatchObject({
      number: '1',
      members: 1,
      vouchers: [{ balanceFen: 10_000, stop: null }],
    });
    expect(shown[0]?.headName).toContain('*');
    const stopped = shown.filter(({ vouchers: own }) => own.some(({ stop }) => stop !== null));
    expect(stopped).toMatchObject([
      { number: '2', vouchers: [{ stop: { code: 'household-not-eligible', params: { reason: '迁出' } } }] },
    ]);
    const { institutions } = await shop.call('counter.institutions', {}, volunteer);
    expect(institutions).toEqual([
      { institutionId: home, name: '城中区敬老院', residents, openVouchers: residents },
    ]);
  });
});

describe('taking the act back', () => {
  it('returns every voucher and all goods, and counts −1 机构户次 in the month of taking back', async () => {
    const { pickupId, number } = await collect();
    const [part] = look('SELECT id FROM redemption LIMIT 1') as { id: number }[];
    expect(
      await refusalOf(shop.call('counter.reverse', { redemptionId: part?.id ?? 0, reason: '错' }, volunteer)),
    ).toMatchObject({ code: 'institution-redemption', params: { number } });
    shop.setNow('2026-06-02T02:12:00.000Z');
    const back = (as: 'volunteer' | 'manager') =>
      shop.call('counter.reverseInstitution', { pickupId, reason: '院方退回' }, { as });
    expect(await refusalOf(back('volunteer'))).toMatchObject({
      code: 'reverse-not-today',
      params: { number },
    });
    await back('manager');
    expect(await onHand()).toBe(130);
    expect(look("SELECT count(*) AS n FROM voucher WHERE state = 'active' AND balance_fen = 10000")).toEqual([
      { n: residents },
    ]);
    expect((await report('2026-05')).institutionTimes).toEqual({ month: 1, year: 1 });
    const june = await report('2026-06');
    expect(june.institutionTimes).toEqual({ month: -1, year: 0 });
    expect(june.total.month).toMatchObject({ householdTimes: 0, personTimes: -residents });
    expect(june.total.year).toMatchObject({ householdTimes: 0, personTimes: 0 });
    expect(june.ties).toBe(true);
    expect(await refusalOf(back('manager'))).toMatchObject({
      code: 'redemption-reversed',
      params: { number },
    });
    expect(
      await refusalOf(shop.call('counter.reverseInstitution', { pickupId: 99, reason: '错' }, manager)),
    ).toMatchObject({ code: 'not-found' });
    const paper = await shop.call('counter.printInstitution', { pickupId }, volunteer);
    expect(pageTexts(paper.bytes).join('')).toContain('已撤销');
  });

  it('a volunteer takes back an own act of the same day, not another person’s', async () => {
    const { pickupId } = await collect();
    const [today] = (await shop.call('counter.institutions', {}, volunteer)).today;
    expect(today).toMatchObject({
      pickupId,
      residents,
      vouchers: residents,
      reversed: false,
      operator: '王芳',
    });
    await shop.call('counter.reverseInstitution', { pickupId, reason: '院方退回' }, volunteer);
    expect((await shop.call('counter.institutions', {}, volunteer)).today).toMatchObject([
      { reversed: true },
    ]);
    const theirs = await shop.call(
      'counter.collectForInstitution',
      {
        institutionId: home,
        lines: [{ itemId: rice, quantity: 1 }],
        vouchers: vouchers.map(({ id }) => ({ voucherId: id })),
        collectedBy: '黄院长',
        documentTail: '061X',
      },
      manager,
    );
    expect(
      await refusalOf(
        shop.call('counter.reverseInstitution', { pickupId: theirs.pickupId, reason: '错' }, volunteer),
      ),
    ).toMatchObject({ code: 'reverse-not-own' });
  });
});
