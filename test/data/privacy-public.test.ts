// Lists on the wall (domain.md scenario 24, rulings.md 28): reviewed, masked, children only counted.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { elder, known, openExposed, textOf } from '../helpers/exposed.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedHouseholds, seedItem } from '../helpers/seed.ts';
import { rowsOf, storedTexts } from '../helpers/sheet.ts';

const as = 'manager' as const;
let shop: OpenShop;
let batchId: number;
beforeAll(async () => void ({ shop, batchId } = await openExposed()));
afterAll(() => shop.close());

const preview = (wish: Partial<Input<'privacy.previewPublicList'>> = {}) =>
  shop.call('privacy.previewPublicList', { scope: { of: 'batch', batchId }, ...wish }, { as });
const post = async (
  wish: Partial<Input<'privacy.previewPublicList'>> = {},
  format: 'pdf' | 'xlsx' = 'pdf',
) => {
  const { reviewed } = await preview(wish);
  return shop.call(
    'privacy.publicList',
    { scope: { of: 'batch', batchId }, ...wish, reviewed, format },
    { as },
  );
};
const settings = async (publicNames: 'masked' | 'full') => {
  const { name, districtName, reportPhone, settings: now } = await shop.call('shop.read', {}, { as });
  await shop.call(
    'shop.change',
    { name, districtName, reportPhone, settings: { ...now, publicNames } },
    { as },
  );
};

describe('privacy.previewPublicList', () => {
  it('names whom it may, masked; everybody else is a count of their category', async () => {
    const { rows, unnamed, ...list } = await preview();
    expect(
      rows.map(({ headName, people, covered, amountFen, category, area }) => [
        headName,
        people,
        covered,
        amountFen,
        category,
        area,
      ]),
    ).toEqual([
      ['韦*兰', 2, 2, 10_000, '城市低保', '城中街道'],
      ['欧**国', 1, 1, 10_000, '城市低保', '城中街道'],
    ]);
    expect(unnamed).toEqual([
      { category: '孤儿', households: 2, people: 2 },
      { category: '事实无人抚养儿童', households: 1, people: 2 },
      { category: '城市低保', households: 1, people: 1 },
    ]);
    expect(list).toMatchObject({
      title: '2026年五一慰问领物券发放对象公示',
      publisher: '城中区慈善超市',
      from: '2026-05-04',
      to: '2026-05-10',
      phone: '0772-0000000',
    });
  });

  it('of those eligible, by category and community; somebody of age tomorrow is named from tomorrow on', async () => {
    const scope = { of: 'eligible', category: 'urban-minimum-living', community: '' } as const;
    const today = await preview({ scope });
    expect([today.title, today.rows.length, today.unnamed]).toEqual([
      '城市低保对象公示',
      2,
      [{ category: '城市低保', households: 1, people: 1 }],
    ]);
    const tomorrow = await preview({ scope, from: '2026-05-05' });
    expect([tomorrow.rows.map(({ headName }) => headName), tomorrow.unnamed, tomorrow.to]).toEqual([
      ['韦*兰', '莫*山', '欧**国'],
      [],
      '2026-05-11',
    ]);
    expect(tomorrow.rows[0]?.amountFen).toBeNull();
    const village = await preview({
      scope: { of: 'eligible', category: 'rural-minimum-living', community: '桂中社区' },
    });
    expect(village.rows[0]?.headName).toBe('买**·**逊');
    expect(village.title).toBe('桂中社区农村低保对象公示');
  });

  it.each([
    ['a batch nobody knows', { scope: { of: 'batch', batchId: 99 } }, 'not-found'],
    [
      'a category without anybody',
      { scope: { of: 'eligible', category: 'disaster-hit', community: '' } },
      'public-list-nobody',
    ],
    ['a first day that has passed', { from: '2026-05-03' }, 'public-list-past'],
  ] as const)('%s is refused', async (_, wish, code) => {
    expect((await refusalOf(preview(wish))).code).toBe(code);
  });

  it('counts the household of whoever withdrew the consent to be published, until it is given again', async () => {
    const { rows: found } = await shop.call('people.list', { search: '欧阳建国' }, { as });
    const householdId = found[0]?.id ?? 0;
    const { people } = await shop.call('privacy.consents', { householdId }, { as });
    const personIds = people.map(({ personId }) => personId);
    const given = { personIds, kind: 'publication', way: 'signed', day: '2026-05-04' } as const;
    const consent = async () => (await shop.call('privacy.recordConsent', given, { as })).consentIds[0] ?? 0;
    const both = async () => {
      const of = { of: 'eligible', category: 'urban-minimum-living', community: '' } as const;
      return (await Promise.all([preview(), preview({ scope: of })])).map(({ rows, unnamed }) => [
        rows.map(({ headName }) => headName),
        unnamed.find(({ category }) => category === '城市低保')?.households,
      ]);
    };
    const named = [['韦*兰', '欧**国'], 1];
    const consentId = await consent();
    expect(await both()).toEqual([named, named]);
    await shop.call('privacy.withdrawConsent', { consentId }, { as });
    expect(await both()).toEqual([
      [['韦*兰'], 2],
      [['韦*兰'], 2],
    ]);
    await consent();
    expect(await both()).toEqual([named, named]);
  });

  it('writes whole names where the law requires the list, and still names no child', async () => {
    await settings('full');
    const { rows, unnamed } = await preview();
    await settings('masked');
    expect(rows.map(({ headName }) => headName)).toEqual(['韦秀兰', '欧阳建国']);
    expect(rows[0]?.identityMasked).toBe('45*************' + elder.slice(-3));
    expect(unnamed).toHaveLength(3);
  });
});

describe('privacy.publicList', () => {
  it('prints exactly what was reviewed and nothing that changed since', async () => {
    const { reviewed } = await preview({ publisher: '城中街道办事处' });
    const wish = { scope: { of: 'batch', batchId }, publisher: '城中街道办事处' } as const;
    const text = textOf(await shop.call('privacy.publicList', { ...wish, reviewed }, { as }));
    expect(text).toContain('公示单位:城中街道办事处');
    for (const changed of [{ publisher: '' }, { from: '2026-05-05' }]) {
      const late = await refusalOf(
        shop.call('privacy.publicList', { ...wish, ...changed, reviewed }, { as }),
      );
      expect(late.code).toBe('public-list-changed');
    }
    const spec = { scope: { of: 'eligible', category: 'urban-minimum-living', community: '' } } as const;
    const before = (await preview(spec)).reviewed;
    await settings('full');
    const late = await refusalOf(shop.call('privacy.publicList', { ...spec, reviewed: before }, { as }));
    await settings('masked');
    expect(late.code).toBe('public-list-changed');
  });

  it('an orphan of the issue stays unnamed on its list, whatever category follows; by community it is a list of its own', async () => {
    const { rows } = await shop.call('people.list', { search: '3' }, { as });
    await shop.call(
      'eligibility.change',
      {
        householdId: rows[0]?.id ?? 0,
        from: 'orphan',
        to: 'urban-minimum-living',
        day: '2026-05-04',
        document: '柳城民〔2026〕5号',
      },
      { as },
    );
    expect((await preview()).unnamed[0]).toEqual({ category: '孤儿', households: 2, people: 2 });
    const there = await preview({ scope: { of: 'batch', batchId, community: '桂中社区' } });
    expect([there.title, there.rows.length]).toEqual(['2026年五一慰问桂中社区领物券发放对象公示', 2]);
    const scope = { of: 'batch', batchId, community: '静兰社区' } as const;
    expect((await refusalOf(preview({ scope }))).code).toBe('public-list-nobody');
  });

  it('is not longer than a wall', async () => {
    const many = await openShop();
    await seedHouseholds(
      many,
      Array.from({ length: 3_001 }, (_, at) => ({
        number: `W${at}`,
        community: at === 0 ? '静兰社区' : '桂中社区',
      })),
    );
    const ask = (community: string) =>
      many.call('privacy.previewPublicList', { scope: { of: 'eligible', community } }, { as });
    const refused = await refusalOf(ask(''));
    expect([refused.code, refused.params]).toEqual(['public-list-too-many', { most: 3_000 }]);
    expect((await ask('桂中社区')).rows).toHaveLength(3_000);
    await many.close();
  });

  it('does not print a number somebody wrote into what is not masked', async () => {
    const publisher = '联系人 13800001234';
    const { reviewed } = await preview({ publisher });
    const wish = { scope: { of: 'batch', batchId }, publisher, reviewed } as const;
    expect((await refusalOf(shop.call('privacy.publicList', wish, { as }))).code).toBe('number-unmasked');
  });

  it('has a number of its own; the log says who reviewed which list, of how many', async () => {
    const { reviewed } = await preview();
    const commandId = randomUUID();
    const print = () =>
      shop.call('privacy.publicList', { scope: { of: 'batch', batchId }, reviewed }, { as, commandId });
    await print();
    await print();
    const logged = rowsOf(
      shop,
      `SELECT actor, object, result, detail FROM audit WHERE act = 'privacy.publicList' ORDER BY seq DESC LIMIT 2`,
    );
    const details = logged.map(({ detail }) => JSON.parse(String(detail)) as Record<string, unknown>);
    expect(logged[1]).toMatchObject({ actor: 'dianzhang', object: `batch:${batchId}`, result: 'done' });
    expect(details[1]).toMatchObject({
      households: 2,
      unnamedHouseholds: 4,
      unnamedPeople: 5,
      names: 'masked',
      reviewed,
    });
    // Sent again it is the same print under the same number.
    expect([logged[0]?.['result'], details[0]?.['number']]).toEqual(['again', details[1]?.['number']]);
    expect(String(details[0]?.['number'])).toMatch(/^DC2026-0000\d\d$/);
  });

  it('is not for volunteers', async () => {
    const wish = { scope: { of: 'batch', batchId } } as const;
    expect((await refusalOf(shop.call('privacy.previewPublicList', wish, { as: 'volunteer' }))).code).toBe(
      'not-permitted',
    );
    const print = shop.call('privacy.publicList', { ...wish, reviewed: 'x' }, { as: 'volunteer' });
    expect((await refusalOf(print)).code).toBe('not-permitted');
  });
});

it('scenario 24: what hangs on the wall shows no whole number, no door, no child, no illness, no donor who refused', async () => {
  const rice = await seedItem(shop, { code: 'R1', name: '大米', listPriceFen: 4_500 });
  const gift = {
    day: '2026-05-04',
    inspectors: ['韦验收', '覃验收'] as [string, string],
    cash: null,
    purpose: `给 ${known} 家,电话 13700009999`,
    lines: [
      {
        itemId: rice,
        quantity: 10,
        valueFen: 45_000,
        basis: 'evidence',
        basisNote: '发票',
        productionDay: null,
        expiryDay: null,
      } as const,
    ],
  };
  await shop.call(
    'donations.record',
    { ...gift, donor: { name: '黄好心', kind: 'person' }, anonymous: true },
    { as },
  );
  const people = textOf(await post());
  const gifts = textOf(
    await shop.call('donations.printList', { month: '2026-05', public: true, format: 'pdf' }, { as }),
  );
  for (const text of [people, gifts]) {
    // The office's own telephone is the one number meant to be read whole.
    const open = text.replaceAll('0772-0000000', '');
    expect(open).not.toMatch(/\d{17}[\dXx]|\d{11}/u);
    expect(text).toContain('监督电话:0772-0000000');
    expect(text).toMatch(/公示期:2026年5月4日至2026年5月10日/u);
    for (const never of ['覃小花', '覃*花', '尿毒症', '27号', '桂中社区', '13900005678', '黄好心'])
      expect(text).not.toContain(never);
  }
  expect(people).toContain('45*************' + elder.slice(-3));
  expect(people).toContain('共7天,首日计入');
  expect(people).toContain('孤儿:另有2户2人依法不公开姓名,只公布数量');
  expect(people).toContain('城中街道');
  expect(gifts).toContain('匿名');
  expect(gifts).toContain('137****9999');
  expect(textOf(await shop.call('privacy.exportRoster', { format: 'pdf' }, { as }))).toContain('138****1234');
  expect(
    (
      await refusalOf(
        shop.call('privacy.exportFullRoster', { format: 'xlsx', reason: '上报' }, { as: 'volunteer' }),
      )
    ).code,
  ).toBe('not-permitted');
  // The illness is not even in the books.
  expect(storedTexts(shop)).not.toContain('尿毒症');
});
