// Scenario 18: an institution collects for its residents on one roster, all or nothing, and what that counts (ruling 10).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageTexts } from '../documents/reading.ts';
import { manager, openHome, residents, volunteer, type Home } from '../helpers/institution.ts';
import { approval } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch, seedGift, seedItem } from '../helpers/seed.ts';

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.shop.close());

describe('more than a limit allows', () => {
  const asked = { overrides: { reason: '冬令加发' } };
  const bureau = { login: approval.login, password: approval.password };
  it('stops the list; a second person answers for all of it with a reason, and it stands in the list of the month', async () => {
    await home.shop.call(
      'limits.make',
      {
        name: '每月一袋',
        measure: 'pieces',
        itemId: home.rice,
        sort: null,
        subject: 'household',
        amounts: [[1, 1]],
        period: 'month',
        every: 1,
        carryOver: false,
        categories: [],
        fromDay: '2026-05-04',
        toDay: null,
      },
      manager,
    );
    const nothing = async () => {
      expect(await home.onHand()).toBe(130);
      expect(home.look('SELECT count(*) AS n FROM redemption')).toEqual([{ n: 0 }]);
    };
    const refused = await refusalOf(home.collect());
    expect(refused.reasons).toHaveLength(residents);
    expect(refused.reasons?.[0]).toMatchObject({ code: 'limit-pieces', row: 1 });
    expect(await refusalOf(home.collect(asked))).toMatchObject({ code: 'limit-pieces' });
    expect(await refusalOf(home.collect({ approval: bureau }))).toMatchObject({ code: 'limit-pieces' });
    expect(
      await refusalOf(home.collect({ ...asked, approval: { ...bureau, password: 'falsch-2026' } })),
    ).toMatchObject({ code: 'approval-wrong' });
    expect(
      await refusalOf(home.collect({ ...asked, approval: { ...bureau, login: 'wangfang' } })),
    ).toMatchObject({ code: 'approval-same-person' });
    await nothing();
    const done = await home.collect({ ...asked, approval: bureau });
    expect(done.overLimits).toEqual({ rules: ['每月一袋'], approvedBy: '区民政局' });
    const listed = await home.shop.call('limits.overrides', { month: '2026-05' }, manager);
    expect(JSON.stringify(listed)).toContain('冬令加发');
    expect(home.look('SELECT count(*) AS n, sum(over) AS over FROM limit_override')).toEqual([
      { n: residents, over: residents },
    ]);
  });

  it('is not asked where no limit stands', async () => {
    expect(await home.collect({ ...asked, approval: bureau })).toMatchObject({ overLimits: null });
  });

  it('is not answered for by a relative of one of them', async () => {
    const [first] = home.vouchers;
    await home.shop.call(
      'fairness.fileRelative',
      { staffId: 3, householdId: home.householdOf(first?.id ?? 0), relation: '叔父', fromDay: '2026-05-01' },
      manager,
    );
    expect(await refusalOf(home.collect({ ...asked, approval: bureau }))).toMatchObject({
      code: 'approval-not-permitted',
    });
  });
});

describe('an act for 23 residents', () => {
  it('is one 机构户次, no 户次, 23 人次 and 23 vouchers; the report ties and says so on paper', async () => {
    const done = await home.collect({}, { commandId: 'once' });
    expect(done).toMatchObject({
      number: 'JG2026-000001',
      residents,
      vouchers: residents,
      usedFen: residents * 9_000,
      lapsedFen: residents * 1_000,
    });
    // Asked again with the same id it is the same act.
    expect(await home.collect({}, { commandId: 'once' })).toEqual(done);
    expect(
      home.look('SELECT count(*) AS n FROM redemption WHERE institution_pickup_id = ?', done.pickupId),
    ).toEqual([{ n: residents }]);
    const { total, ties, institutionTimes } = await home.report();
    expect(total.month).toMatchObject({
      households: residents,
      people: residents,
      householdTimes: 0,
      personTimes: residents,
      redeemed: residents,
    });
    expect(institutionTimes).toEqual({ month: 1, year: 1 });
    expect(ties).toBe(true);
    const paper = await home.shop.call(
      'reports.print',
      { report: 'distribution', month: '2026-05', format: 'pdf' },
      manager,
    );
    expect(pageTexts(paper.bytes).join('')).toContain('机构户次(另计):本月1次,本年累计1次');
    // First expiry first, as at the till.
    expect(await home.onHand()).toBe(130 - 2 * residents);
    expect(
      home.look(
        "SELECT expiry_day, sum(quantity) AS n FROM stock_posting JOIN lot ON lot.id = lot_id WHERE stock_posting.kind = 'issued' GROUP BY 1",
      ),
    ).toEqual([{ expiry_day: '2026-08-01', n: -2 * residents }]);
    expect((await home.shop.call('shop.today', {}, volunteer)).redemptions).toBe(0);
  });

  it('prints one list of all of them with one signature, names masked', async () => {
    const { pickupId } = await home.collect();
    const paper = await home.shop.call('counter.printInstitution', { pickupId }, volunteer);
    const text = pageTexts(paper.bytes).join('');
    expect(text).toContain('机构代领清单');
    expect(text).toContain('JG2026-000001');
    expect(text).toContain('本次计机构户次1,人次23,领物券23张');
    expect(text).toContain('黄院长');
    for (const { serial } of home.vouchers) expect(text).toContain(serial);
    const names = home.look(
      'SELECT name FROM person WHERE household_id IN (SELECT household_id FROM redemption)',
    ) as {
      name: string;
    }[];
    for (const { name } of names) expect(text).not.toContain(name);
    const again = await home.shop.call('counter.printInstitution', { pickupId }, volunteer);
    expect(pageTexts(again.bytes).join('')).toContain('补打');
    expect(
      await refusalOf(home.shop.call('counter.printInstitution', { pickupId: 99 }, volunteer)),
    ).toMatchObject({
      code: 'not-found',
    });
  });

  it('gives one resident another basket, and counts one with two vouchers once in 人次', async () => {
    const second = await seedBatch(home.shop, { name: '第二批', categories: ['destitute-institution'] });
    const [first, other] = [home.vouchers[0], second.vouchers[0]];
    const done = await home.collect({
      vouchers: [
        { voucherId: first?.id ?? 0 },
        { voucherId: other?.id ?? 0, lines: [{ itemId: home.rice, quantity: 1 }] },
      ],
    });
    expect(done).toMatchObject({ residents: 1, vouchers: 2, usedFen: 13_500 });
    const { total, ties } = await home.report();
    expect(total.month).toMatchObject({ people: 1, personTimes: 1, householdTimes: 0, redeemed: 2 });
    expect(ties).toBe(true);
  });
});

describe('all or nothing', () => {
  it('names every voucher and line that fails, by place and serial, and takes nothing', async () => {
    const [ended, gone, strange] = [home.vouchers[2], home.vouchers[4], await seedBatch(home.shop)];
    await home.shop.call(
      'eligibility.end',
      { householdId: home.householdOf(ended?.id ?? 0), day: '2026-05-01', reason: '死亡' },
      manager,
    );
    await home.shop.call('vouchers.void', { voucherId: gone?.id ?? 0, reason: '错发' }, manager);
    const refused = await refusalOf(
      home.collect({
        vouchers: [
          { voucherId: home.vouchers[0]?.id ?? 0, lines: [{ itemId: home.rice, quantity: 3 }] },
          { voucherId: ended?.id ?? 0 },
          { voucherId: gone?.id ?? 0 },
          { voucherId: strange.vouchers[0]?.id ?? 0 },
          { voucherId: home.vouchers[7]?.id ?? 0, lines: [] },
          { voucherId: home.vouchers[8]?.id ?? 0, lines: [{ itemId: home.rice, quantity: 9_999 }] },
          { voucherId: home.vouchers[9]?.id ?? 0 },
        ],
      }),
    );
    expect(refused.reasons?.map(({ code, row, field }) => [row, code, field])).toEqual([
      [1, 'basket-over-face', home.vouchers[0]?.serial],
      [2, 'household-not-eligible', ended?.serial],
      [3, 'voucher-void', gone?.serial],
      [4, 'resident-not-here', strange.vouchers[0]?.serial],
      [5, 'basket-empty', home.vouchers[7]?.serial],
      [6, 'stock-short', home.vouchers[8]?.serial],
      [6, 'basket-over-face', home.vouchers[8]?.serial],
    ]);
    expect(home.look('SELECT count(*) AS n FROM redemption')).toEqual([{ n: 0 }]);
    expect(home.look('SELECT count(*) AS n FROM institution_pickup')).toEqual([{ n: 0 }]);
    expect(await home.onHand()).toBe(130);
    // No number is lost by it.
    expect(await home.collect({ vouchers: [{ voucherId: home.vouchers[9]?.id ?? 0 }] })).toMatchObject({
      number: 'JG2026-000001',
    });
  });

  it('a list that runs out of goods on the way stays whole', async () => {
    await seedGift(home.shop, {
      itemId: await seedItem(home.shop, { code: 'YOU', name: '油', listPriceFen: 100 }),
      quantity: 1,
    });
    const oil = (home.look("SELECT id FROM item WHERE code = 'YOU'")[0] as { id: number }).id;
    const refused = await refusalOf(home.collect({ lines: [{ itemId: oil, quantity: 1 }] }));
    expect(refused.reasons).toHaveLength(residents - 1);
    expect(refused.reasons?.[0]).toMatchObject({ code: 'stock-short', row: 2 });
    expect(home.look("SELECT count(*) AS n FROM voucher WHERE state = 'used'")).toEqual([{ n: 0 }]);
  });

  it('refuses a voucher twice, a name nobody may bear, a closed institution, one nobody knows', async () => {
    const [one] = home.vouchers;
    const twice = [{ voucherId: one?.id ?? 0 }, { voucherId: one?.id ?? 0 }];
    expect(await refusalOf(home.collect({ vouchers: twice }))).toMatchObject({ code: 'line-twice' });
    expect(await refusalOf(home.collect({ collectedBy: ' ' }))).toMatchObject({ code: 'name-missing' });
    expect(await refusalOf(home.collect({ institutionId: 77 }))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(home.collect({ vouchers: [{ voucherId: 9_999 }] }))).toMatchObject({
      code: 'code-unknown',
    });
    await home.setResidents([]);
    await home.shop.call(
      'proxies.setInstitutionActive',
      { institutionId: home.home, active: false },
      manager,
    );
    expect(await refusalOf(home.collect())).toMatchObject({ code: 'institution-closed' });
    expect(
      await refusalOf(home.shop.call('counter.institution', { institutionId: home.home }, volunteer)),
    ).toMatchObject({
      code: 'institution-closed',
    });
  });
});

describe('what the till sees before', () => {
  it('residents with open vouchers and balances, and who is stopped and why', async () => {
    await home.shop.call(
      'eligibility.end',
      { householdId: home.ids.get('2') ?? 0, day: '2026-05-01', reason: '迁出' },
      manager,
    );
    const { residents: shown, name } = await home.shop.call(
      'counter.institution',
      { institutionId: home.home },
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
    const { institutions } = await home.shop.call('counter.institutions', {}, volunteer);
    expect(institutions).toEqual([
      { institutionId: home.home, name: '城中区敬老院', residents, openVouchers: residents },
    ]);
  });
});
