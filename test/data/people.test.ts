// Households found, read, uncovered and struck off; who may see what.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { csvSheet, rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
const headings = [
  '户编号',
  '姓名',
  '与户主关系',
  '身份证号码',
  '救助类别',
  '街道',
  '社区',
  '家庭住址',
  '联系电话',
  '享受起始',
  '下次复核',
];
const home = [
  '城中街道',
  '桂中社区',
  '城中街道桂中社区27号6栋274',
  '13800001234',
  '2025-01-01',
  '2026-04-30',
];
const far = ['静兰街道', '静兰社区', '静兰街道静兰社区1号', '13900005678', '2026-07-01', '2027-12-31'];

beforeAll(async () => {
  shop = await openShop();
  const sheet = csvSheet([
    headings,
    ['A1', '韦重庆', '户主', '450202194803150025', '城市低保', ...home],
    ['A1', '买买提•吐尔逊', '子', '45020319520708005X', '特困分散供养', ...home],
    ['B2', '单芳', '户主', '450205196402290017', '孤儿', ...far],
  ]);
  const { previewId } = await shop.call('people.previewImport', { sheet }, { as: 'manager' });
  await shop.call('people.confirmImport', { previewId }, { as: 'manager' });
});
afterAll(() => shop.close());

const numbersFound = async (search: string): Promise<readonly string[]> =>
  (await shop.call('people.list', { search }, { as: 'bureau' })).rows.map(({ number }) => number);
const idOf = async (search: string): Promise<number> => {
  const [row] = (await shop.call('people.list', { search }, { as: 'manager' })).rows;
  if (!row) throw new Error('household not found');
  return row.id;
};

describe('people.list', () => {
  it.each([
    ['name of the head', '韦重庆', ['A1']],
    ['part of a name', '重庆', ['A1']],
    ['name of a member', '吐尔逊', ['A1']],
    ['name with another interpunct', '买买提・吐尔逊', ['A1']],
    ['spelling', 'weichongqing', ['A1']],
    ['spelling from its beginning', 'weich', ['A1']],
    ['other reading of a polyphone', 'weizhongqing', ['A1']],
    ['initials', 'wcq', ['A1']],
    ['surname read as a surname', 'shanfang', ['B2']],
    ['household number', 'B2', ['B2']],
    ['household number in small letters', 'b2', ['B2']],
    ['last four of the head', '0025', ['A1']],
    ['last four of a member, ending in X', '005x', ['A1']],
    ['community', '静兰', ['B2']],
    ['nothing', '', ['A1', 'B2']],
    ['letters inside a spelling', 'qing', []],
    ['digits inside a number', '4803', []],
    ['signs of the pattern language', '%', []],
    ['an underline', '_', []],
  ])('finds by %s', async (_, search, numbers) => {
    expect(await numbersFound(search)).toEqual(numbers);
  });

  it('filters by category and community, and counts all that match', async () => {
    const list = (input: object) => shop.call('people.list', input, { as: 'manager' });
    expect((await list({ category: 'orphan' })).rows.map(({ number }) => number)).toEqual(['B2']);
    expect((await list({ community: '桂中社区' })).rows.map(({ number }) => number)).toEqual(['A1']);
    const page = await list({ limit: 1, offset: 1 });
    expect([page.total, page.rows.map(({ number }) => number)]).toEqual([2, ['B2']]);
  });

  it('shows masked names, the state of the day and overdue reviews', async () => {
    const { rows } = await shop.call('people.list', {}, { as: 'manager' });
    expect(
      rows.map(({ headName, category, members, idTail, state, reviewOverdue }) => [
        headName,
        category,
        members,
        idTail,
        state,
        reviewOverdue,
      ]),
    ).toEqual([
      ['韦*庆', '特困分散供养', 2, '0025', 'eligible', true],
      ['单*', '孤儿', 1, '0017', 'not-yet', false],
    ]);
  });

  it('is not for volunteers', async () => {
    expect((await refusalOf(shop.call('people.list', {}, { as: 'volunteer' }))).code).toBe('not-permitted');
  });
});

describe('people.household', () => {
  it('masks everybody and everything that leads to the door', async () => {
    const household = await shop.call(
      'people.household',
      { householdId: await idOf('A1') },
      { as: 'manager' },
    );
    expect(
      household.people.map(({ name, idMasked, birthYear, category }) => [
        name,
        idMasked,
        birthYear,
        category,
      ]),
    ).toEqual([
      ['韦*庆', '45*************025', '1948', '城市低保'],
      ['买**·**逊', '45*************05X', '1952', '特困分散供养'],
    ]);
    expect([household.address, household.phone]).toEqual(['城中街道桂中社区', '138****1234']);
  });

  it('refuses an unknown one', async () => {
    expect(
      (await refusalOf(shop.call('people.household', { householdId: 999 }, { as: 'manager' }))).code,
    ).toBe('not-found');
  });
});

describe('people.reveal', () => {
  it('gives everything, with the reason in the audit log and without the person in it', async () => {
    const householdId = await idOf('A1');
    const full = await shop.call(
      'people.reveal',
      { householdId, reason: '上门送券核对地址' },
      { as: 'manager' },
    );
    expect([full.address, full.phone, full.people.map(({ name, idNumber }) => [name, idNumber])]).toEqual([
      '城中街道桂中社区27号6栋274',
      '13800001234',
      [
        ['韦重庆', '450202194803150025'],
        ['买买提·吐尔逊', '45020319520708005X'],
      ],
    ]);
    const [row] = rowsOf(
      shop,
      `SELECT object, detail FROM audit WHERE act = 'people.reveal' ORDER BY seq DESC LIMIT 1`,
    );
    expect(row).toEqual({
      object: `household:${householdId}`,
      detail: JSON.stringify({ reason: '上门送券核对地址' }),
    });
  });

  it('needs a reason, a household and the right', async () => {
    const householdId = await idOf('A1');
    const code = async (input: { householdId: number; reason: string }, as: 'manager' | 'volunteer') =>
      (await refusalOf(shop.call('people.reveal', input, { as }))).code;
    expect(await code({ householdId, reason: '  ' }, 'manager')).toBe('input-invalid');
    expect(await code({ householdId: 999, reason: '核对' }, 'manager')).toBe('not-found');
    expect(await code({ householdId, reason: '核对' }, 'volunteer')).toBe('not-permitted');
  });
});

describe('eligibility.end', () => {
  it('strikes off from the day given on, and the summary follows', async () => {
    const householdId = await idOf('A1');
    const state = async () => (await shop.call('people.household', { householdId }, { as: 'manager' })).state;
    const summary = () => shop.call('people.summary', {}, { as: 'manager' });
    expect(await summary()).toEqual({
      people: 2,
      households: 1,
      byCategory: { 特困分散供养: { households: 1, people: 2 } },
    });
    await shop.call('eligibility.end', { householdId, day: '2026-05-10', reason: '应退' }, { as: 'bureau' });
    shop.setNow('2026-05-09T15:59:00.000Z');
    expect(await state()).toBe('eligible');
    shop.setNow('2026-05-09T16:01:00.000Z');
    expect([await state(), await summary()]).toEqual(['ended', { people: 0, households: 0, byCategory: {} }]);
    // A second end with a later day would let the household back in between.
    const again = { householdId, day: '2026-06-10', reason: '应退' };
    expect((await refusalOf(shop.call('eligibility.end', again, { as: 'manager' }))).code).toBe(
      'eligibility-ended',
    );
    const household = await shop.call('people.household', { householdId }, { as: 'manager' });
    expect([household.endDay, household.endReason]).toEqual(['2026-05-10', '应退']);
    expect(
      rowsOf(
        shop,
        `SELECT kind, day, reason FROM household_event WHERE household_id = ${householdId} ORDER BY id`,
      ),
    ).toEqual([
      { kind: 'entered', day: '2025-01-01', reason: '花名册导入' },
      { kind: 'ended', day: '2026-05-10', reason: '应退' },
    ]);
  });

  it('refuses an unknown household, a day that does not exist and an empty reason', async () => {
    const code = async (input: { householdId: number; day: string; reason: string }) =>
      (await refusalOf(shop.call('eligibility.end', input, { as: 'manager' }))).code;
    expect(await code({ householdId: 999, day: '2026-05-10', reason: '应退' })).toBe('not-found');
    expect(await code({ householdId: 1, day: '2026-02-30', reason: '应退' })).toBe('input-invalid');
    expect(await code({ householdId: 1, day: '2026-05-10', reason: '' })).toBe('input-invalid');
  });
});
