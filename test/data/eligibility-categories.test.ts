// The table of recipient categories: nothing of it is renamed in the past, a new one works everywhere at once, ranks decide 就高.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { qrOf, seedBatch, seedHouseholds, seedItem, seedGift } from '../helpers/seed.ts';

const as = { as: 'manager' } as const;
const rules = { rank: 2, institutional: false, minorProtected: false, reviewMonths: 12, graceMonths: 0 };
let shop: OpenShop;
let ids: ReadonlyMap<string, number>;
beforeAll(async () => {
  shop = await openShop();
  ids = await seedHouseholds(shop, [
    { number: '1' },
    { number: '2', members: 2, others: ['重度残疾人'] },
    { number: '3', category: '优抚对象' },
  ]);
});
afterAll(() => shop.close());

const idOf = (number: string): number => ids.get(number) ?? 0;
const categories = (day?: string) =>
  shop.call('eligibility.categories', day === undefined ? {} : { day }, { as: 'volunteer' });
const named = async (code: string, day?: string) =>
  (await categories(day)).find((category) => category.code === code)?.name;
const peopleOf = async (number: string) =>
  (await shop.call('eligibility.covers', { householdId: idOf(number) }, as)).map(({ personId }) => ({
    id: personId,
  }));
const standingOf = async (number: string) =>
  (await shop.call('people.list', { limit: 500 }, as)).rows.find((row) => row.number === number);

describe('the table', () => {
  it('is shipped filled, in the order of ruling 7, and anybody signed in may read it', async () => {
    const list = await categories();
    expect(list).toHaveLength(16);
    expect(list[0]).toMatchObject({
      code: 'destitute-institution',
      name: '特困集中供养',
      rank: 1,
      reviewMonths: 12,
      names: [{ fromDay: '', name: '特困集中供养' }],
    });
    expect(list.find(({ code }) => code === 'low-income-fringe')?.reviewMonths).toBe(6);
  });

  it('a volunteer may not change it', async () => {
    const { code } = await refusalOf(
      shop.call('eligibility.addCategory', { name: '困难职工家庭', ...rules }, { as: 'volunteer' }),
    );
    expect(code).toBe('not-permitted');
    expect(await categories()).toHaveLength(16);
  });

  it('a new name holds from its day on: the month before prints the earlier one', async () => {
    const rename = { code: 'preferential-treatment', name: '优待抚恤对象', fromDay: '2026-06-01' };
    await shop.call('eligibility.renameCategory', rename, as);
    expect(await named('preferential-treatment', '2026-05-31')).toBe('优抚对象');
    expect(await named('preferential-treatment', '2026-06-01')).toBe('优待抚恤对象');
    expect(await named('preferential-treatment')).toBe('优抚对象');
    const again = { ...rename, name: '又一个名称' };
    expect(await refusalOf(shop.call('eligibility.renameCategory', again, as))).toMatchObject({
      code: 'category-name-day-taken',
      params: { day: '2026-06-01', name: '优待抚恤对象' },
    });
  });

  it('never from a past day, never to a name another one bears then', async () => {
    const code = 'urban-minimum-living';
    const past = { code, name: '城镇低保', fromDay: '2026-05-03' };
    expect(await refusalOf(shop.call('eligibility.renameCategory', past, as))).toMatchObject({
      code: 'category-day-past',
      params: { day: '2026-05-03', todayDay: '2026-05-04' },
    });
    for (const name of ['农村低保', ' 农村 低保', '优待抚恤对象', '优抚对象'])
      expect(
        (await refusalOf(shop.call('eligibility.renameCategory', { code, name, fromDay: '2026-05-04' }, as)))
          .code,
      ).toBe('category-name-taken');
    // From June on nobody is called 优抚对象 any more.
    await shop.call('eligibility.renameCategory', { code, name: '优抚对象', fromDay: '2026-07-01' }, as);
    await shop.call('eligibility.renameCategory', { code, name: '城市低保', fromDay: '2026-08-01' }, as);
    expect(await named(code)).toBe('城市低保');
    expect(
      (
        await refusalOf(
          shop.call('eligibility.renameCategory', { ...past, code: 'nobody', fromDay: '2026-09-01' }, as),
        )
      ).code,
    ).toBe('not-found');
  });

  it('is ended and taken back into use; no cover begins after its last day', async () => {
    const code = 'disaster-hit';
    const end = (toDay: string) => shop.call('eligibility.endCategory', { code, toDay }, as);
    expect((await refusalOf(end('2026-05-03'))).code).toBe('category-day-past');
    expect((await refusalOf(shop.call('eligibility.reopenCategory', { code }, as))).code).toBe(
      'category-not-ended',
    );
    await end('2026-05-10');
    expect(await refusalOf(end('2026-05-20'))).toMatchObject({
      code: 'category-ended',
      params: { endDay: '2026-05-10' },
    });
    const [person] = await peopleOf('1');
    const begin = (day: string) =>
      shop.call(
        'eligibility.begin',
        { householdId: idOf('1'), personIds: [person?.id ?? 0], category: code, day, document: '灾字1号' },
        as,
      );
    expect(await refusalOf(begin('2026-05-11'))).toMatchObject({
      code: 'category-not-open',
      params: { category: '受灾人员', endDay: '2026-05-10' },
    });
    await begin('2026-05-10');
    await shop.call('eligibility.reopenCategory', { code }, as);
    expect((await categories()).find((each) => each.code === code)?.toDay).toBeNull();
  });
});

describe('a category a manager added', () => {
  let code: string;
  it('is refused under a used name or code, or from a past day on', async () => {
    const add = (more: object) =>
      shop.call('eligibility.addCategory', { name: '困难职工家庭', ...rules, ...more }, as);
    expect((await refusalOf(add({ name: '孤儿' }))).code).toBe('category-name-taken');
    expect((await refusalOf(add({ code: 'orphan' }))).code).toBe('category-code-taken');
    expect((await refusalOf(add({ fromDay: '2026-05-01' }))).code).toBe('category-day-past');
    ({ code } = await add({ fromDay: '2026-05-04' }));
    expect((await categories()).at(-1)).toMatchObject({
      code,
      name: '困难职工家庭',
      fromDay: '2026-05-04',
      rank: 2,
    });
    const early = { householdId: idOf('1'), personIds: [(await peopleOf('1'))[0]?.id ?? 0], document: '旧' };
    expect(
      (await refusalOf(shop.call('eligibility.begin', { ...early, category: code, day: '2026-05-03' }, as)))
        .code,
    ).toBe('category-not-open');
  });

  it('wins by its rank (就高): one voucher a household, under it; without 就高 one a category', async () => {
    const [, disabled] = await peopleOf('2');
    await shop.call(
      'eligibility.begin',
      {
        householdId: idOf('2'),
        personIds: [disabled?.id ?? 0],
        category: code,
        day: '2026-05-04',
        document: '民字2号',
      },
      as,
    );
    expect(await standingOf('2')).toMatchObject({
      category: '困难职工家庭',
      members: 2,
    });
    const categories_ = ['urban-minimum-living', code, 'severely-disabled'];
    const highest = await seedBatch(shop, { name: '甲', categories: categories_ });
    const ofTwo = highest.vouchers.filter(({ category }) => category === '困难职工家庭');
    expect(ofTwo).toHaveLength(1);
    expect(highest.vouchers).toHaveLength(2);
    const each = await seedBatch(shop, { name: '乙', categories: categories_, highestOnly: false });
    expect(each.vouchers.map(({ category }) => category).sort()).toEqual(
      ['城市低保', '城市低保', '困难职工家庭', '重度残疾人'].sort(),
    );
    const code_ = qrOf(shop, ofTwo[0]?.id ?? 0);
    expect(
      await shop.call('counter.scan', { code: code_, entry: 'scanned' }, { as: 'volunteer' }),
    ).toMatchObject({
      household: { category: '困难职工家庭', members: 2 },
    });
  });

  it('sorts its households anew when its rank falls, and only then', async () => {
    const change = (rank: number) => shop.call('eligibility.changeCategory', { code, ...rules, rank }, as);
    expect(await change(2)).toEqual({ resorted: 0 });
    expect((await change(50)).resorted).toBeGreaterThan(0);
    expect((await standingOf('2'))?.category).toBe('城市低保');
    expect(
      (await refusalOf(shop.call('eligibility.changeCategory', { code: 'nobody', ...rules }, as))).code,
    ).toBe('not-found');
  });

  it('stands where the order says; a list that leaves one out is refused', async () => {
    const codes = (await categories()).map((category) => category.code);
    expect(
      (await refusalOf(shop.call('eligibility.orderCategories', { codes: codes.slice(1) }, as))).code,
    ).toBe('category-order-incomplete');
    expect(
      (
        await refusalOf(
          shop.call('eligibility.orderCategories', { codes: [...codes.slice(1), codes[1] ?? ''] }, as),
        )
      ).code,
    ).toBe('category-order-incomplete');
    await shop.call(
      'eligibility.orderCategories',
      { codes: [code, ...codes.filter((each) => each !== code)] },
      as,
    );
    expect((await categories())[0]?.code).toBe(code);
  });

  it('designates goods and stands in the use of the table', async () => {
    const quilt = await seedItem(shop, { code: 'BEI', name: '棉被', listPriceFen: 5_000, unit: '床' });
    await seedGift(shop, { itemId: quilt, quantity: 3, designatedCategory: code });
    const { rows } = await shop.call('stock.lots', {}, as);
    expect(rows[0]?.designation).toBe('困难职工家庭');
    const use = await shop.call('eligibility.categoryUse', {}, as);
    expect(use.find((row) => row.code === 'urban-minimum-living')).toMatchObject({
      households: 2,
      people: 3,
    });
    expect((await refusalOf(shop.call('eligibility.categoryUse', {}, { as: 'volunteer' }))).code).toBe(
      'not-permitted',
    );
  });
});

it('the monthly report of May prints the name of May, that of June the new one', async () => {
  await seedBatch(shop, { name: '丙', categories: ['preferential-treatment'] });
  shop.setNow('2026-06-02T02:00:00.000Z');
  const nameIn = async (month: string) =>
    (await shop.call('reports.distribution', { month }, as)).rows.find(
      ({ key }) => key === 'preferential-treatment',
    )?.name;
  expect(await nameIn('2026-05')).toBe('优抚对象');
  expect(await nameIn('2026-06')).toBe('优待抚恤对象');
  // What began only in May is no row of April.
  const april = await shop.call('reports.distribution', { month: '2026-04' }, as);
  expect(april.rows.map(({ name }) => name)).not.toContain('困难职工家庭');
});
