// Import of a roster, row by row: every reason a row stays out, every warning it comes in with, what its household becomes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { CATEGORIES } from '../../db/domain/categories.ts';
import { rosterReader } from '../../db/people/read-roster.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { fictionalNumber, roster, rosterLine, rowsOf } from '../helpers/sheet.ts';

type Preview = Output<'people.previewImport'>;
let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const as = 'manager' as const;
const preview = (sheet: { name: string; bytes: Uint8Array }): Promise<Preview> =>
  shop.call('people.previewImport', { sheet }, { as });
const confirm = (previewId: string) => shop.call('people.confirmImport', { previewId }, { as });
const enter = async (sheet: { name: string; bytes: Uint8Array }): Promise<Preview> => {
  const answer = await preview(sheet);
  await confirm(answer.previewId);
  return answer;
};

describe('a row stays out', () => {
  it.each([
    ['name-missing', { 姓名: ' \u3000' }],
    ['name-too-long', { 姓名: '韦'.repeat(51) }],
    ['name-control-character', { 姓名: '韦\u0007兰' }],
    ['name-control-character', { 姓名: '韦\u200B兰' }],
    ['name-bidi', { 姓名: '张\u202E三' }],
    ['name-formula', { 姓名: '=1+1' }],
    ['name-formula', { 姓名: '＋86' }],
    ['name-formula', { 姓名: '@兰' }],
    ['name-ill-formed', { 姓名: '韦\uE000' }],
    ['name-ill-formed', { 姓名: '韦\uFFFD' }],
    ['name-full-stop', { 姓名: '韦兰.' }],
    ['id-missing', { 身份证号码: '' }],
    ['id-length', { 身份证号码: '4502021948031500' }],
    ['id-characters', { 身份证号码: '45020219480315002Y' }],
    ['id-as-number', { 身份证号码: '4.50202E+17' }],
    ['id-check-digit', { 身份证号码: '450202194803150024' }],
    ['id-impossible-date', { 身份证号码: '450205196602290011' }],
    ['id-birth-in-future', { 身份证号码: '450201203103035048' }],
    ['id-birth-contradiction', { 出生日期: '1948-03-16' }],
    ['row-household-missing', { 户编号: ' ' }],
    ['row-category-missing', { 救助类别: '' }],
    ['row-category-unknown', { 救助类别: '低保' }],
    ['row-date-unreadable', { 享受起始: '去年' }],
    ['row-date-unreadable', { 下次复核: '2026-02-30' }],
    ['row-date-unreadable', { 出生日期: '48年' }],
    ['row-date-two-digit-year', { 享受起始: '26.5.4' }],
    ['row-date-unreadable', { 享受起始: '民国三十五年五月' }],
    ['row-text-too-long', { 家庭住址: '路'.repeat(201) }],
  ])('%s: %j', async (code, changes) => {
    const answer = await preview(roster(rosterLine(changes)));
    expect([answer.good, answer.refused.map((reason) => [reason.row, reason.code])]).toEqual([
      0,
      [[1, code]],
    ]);
    expect((await refusalOf(confirm(answer.previewId))).code).toBe('import-nothing-to-do');
  });

  it('with all its reasons at once', async () => {
    const { refused } = await preview(
      roster(rosterLine({ 姓名: '', 身份证号码: '1', 救助类别: '贫困户', 享受起始: 'x' })),
    );
    expect(refused.map(({ code }) => code)).toEqual([
      'name-missing',
      'id-length',
      'row-category-unknown',
      'row-date-unreadable',
    ]);
  });

  it('without its household: good members enter, a household of refused rows does not', async () => {
    const rows = [
      rosterLine(),
      rosterLine({ 姓名: '', 身份证号码: fictionalNumber(1) }),
      rosterLine({ 户编号: '9', 身份证号码: '' }),
      rosterLine({ 户编号: '9', 身份证号码: fictionalNumber(2), 救助类别: '?' }),
    ];
    const answer = await enter(roster(...rows));
    expect([answer.good, answer.households, answer.refused.map(({ row }) => row)]).toEqual([1, 1, [2, 3, 4]]);
    expect(rowsOf(shop, 'SELECT number, members FROM household')).toEqual([{ number: '7', members: 1 }]);
  });

  it('as the second of two that are the same person, whatever the spelling', async () => {
    const rows = [
      rosterLine({ 身份证号码: '45020319520708005X' }),
      rosterLine({ 户编号: '8', 身份证号码: '45020319520708005x' }),
      rosterLine({ 户编号: '9', 身份证号码: '450203520708005' }),
    ];
    const { refused, good } = await preview(roster(...rows));
    expect([good, refused.map(({ row, code, params }) => [row, code, params])]).toEqual([
      1,
      [
        [2, 'id-duplicate-in-sheet', { otherRow: 1 }],
        [3, 'id-duplicate-in-sheet', { otherRow: 1 }],
      ],
    ]);
  });

  it('but a refused first row does not keep out the good one below it', async () => {
    const { refused, good } = await preview(roster(rosterLine({ 救助类别: '?' }), rosterLine()));
    expect([good, refused.map(({ row }) => row)]).toEqual([1, [1]]);
  });

  it.each([
    '45020319520708005X',
    '45020319520708005x',
    '４５０２０３１９５２０７０８００５Ｘ',
    '450203 19520708\u00A0005X',
    '450203520708005',
  ])('when the person stands in another household of the books: %j (scenario 6)', async (spelling) => {
    await enter(roster(rosterLine({ 户编号: 'A1', 身份证号码: '45020319520708005X' })));
    const { refused, good, alreadyHere } = await preview(
      roster(rosterLine({ 户编号: 'B2', 身份证号码: spelling })),
    );
    expect([good, alreadyHere, refused.map(({ code, params }) => [code, params])]).toEqual([
      0,
      0,
      [['id-already-here', { household: 'A1' }]],
    ]);
  });

  it('when the same number is here under another name', async () => {
    await enter(roster(rosterLine()));
    const { refused } = await preview(roster(rosterLine({ 姓名: '韦秀英' })));
    expect(refused.map(({ code, params }) => [code, params])).toEqual([
      ['id-already-here', { household: '7' }],
    ]);
  });

  it('when its household number belongs to another community, in the sheet or in the books', async () => {
    const stranger = (at: number) =>
      rosterLine({ 社区: '静兰社区', 街道: '静兰街道', 身份证号码: fictionalNumber(at) });
    const first = await enter(roster(rosterLine(), stranger(1)));
    const second = await preview(roster(stranger(2)));
    expect(
      [first, second].map(({ refused }) => refused.map(({ row, code, params }) => [row, code, params])),
    ).toEqual([
      [[2, 'row-household-mixed', { household: '7' }]],
      [[1, 'row-household-mixed', { household: '7' }]],
    ]);
  });
});

it('a number kept as a number stays out even when its check digit happens to be right', () => {
  const cells = {
    household: { text: '7', numeric: true },
    name: { text: '韦秀兰', numeric: false },
    category: { text: '城市低保', numeric: false },
  };
  const list = CATEGORIES.map((category) => ({ ...category, graceMonths: 0, fromDay: null, toDay: null }));
  const read = (numeric: boolean) =>
    rosterReader('2026-05-04', { list })({
      ...{ row: 1, sheetRow: 2 },
      cells: { ...cells, idNumber: { text: '450202194803150025', numeric } },
    }).faults.map(({ code }) => code);
  expect([read(false), read(true)]).toEqual([[], ['id-as-number']]);
});

describe('a row comes in with a warning', () => {
  it.each([
    ['warn-review-overdue', { 下次复核: '2026-05-03' }],
    ['warn-id-converted', { 身份证号码: '450202480315002' }],
    [
      'warn-id-prefix-unknown',
      { 身份证号码: `99020119700101001${identityCheckCharacter('99020119700101001')}` },
    ],
    ['warn-age-unlikely', { 身份证号码: `45020118800101001${identityCheckCharacter('45020118800101001')}` }],
    ['warn-sex-contradicts-id', { 性别: '男' }],
    ['warn-name-mended', { 姓名: '买买提•吐尔逊' }],
    ['warn-care-unknown', { 自理能力: '尚可' }],
  ])('%s: %j', async (code, changes) => {
    const answer = await enter(roster(rosterLine(changes)));
    expect([
      answer.good,
      answer.refused,
      answer.warned.map((warning) => [warning.row, warning.code]),
    ]).toEqual([1, [], [[1, code]]]);
  });

  it('not on the review date itself', async () => {
    expect((await preview(roster(rosterLine({ 下次复核: '2026-05-04' })))).warned).toEqual([]);
  });
});

describe('what enters', () => {
  it('is one household with the highest category of its members, each keeping their own (ruling 7)', async () => {
    await enter(
      roster(
        rosterLine({ 与户主关系: '子', 身份证号码: fictionalNumber(1), 救助类别: '低保边缘家庭' }),
        rosterLine({ 姓名: '韦老', 救助类别: '特困分散供养' }),
      ),
    );
    expect(rowsOf(shop, 'SELECT number, head_name, category, members FROM household')).toEqual([
      { number: '7', head_name: '韦老', category: 'destitute-dispersed', members: 2 },
    ]);
    expect(
      rowsOf(
        shop,
        'SELECT is_head, category FROM person JOIN cover ON cover.person_id = person.id ORDER BY person.id',
      ),
    ).toEqual([
      { is_head: 0, category: 'low-income-fringe' },
      { is_head: 1, category: 'destitute-dispersed' },
    ]);
  });

  it('joins the household of the same number that is here already', async () => {
    await enter(roster(rosterLine()));
    const answer = await enter(
      roster(
        rosterLine(),
        rosterLine({ 姓名: '韦小宝', 与户主关系: '孙子', 身份证号码: fictionalNumber(1), 救助类别: '孤儿' }),
      ),
    );
    expect([answer.good, answer.alreadyHere, answer.households, answer.byCategory]).toEqual([
      1,
      1,
      0,
      { 孤儿: { households: 0, people: 1 } },
    ]);
    expect(rowsOf(shop, 'SELECT head_name, category, members FROM household')).toEqual([
      { head_name: '韦秀兰', category: 'orphan', members: 2 },
    ]);
  });

  it('takes the first listed for the head where nobody is called so, and what the head leaves empty from the others', async () => {
    await enter(
      roster(
        rosterLine({ 与户主关系: '', 社区: '' }),
        rosterLine({ 与户主关系: '子', 身份证号码: fictionalNumber(1), 联系电话: '13800001234' }),
      ),
    );
    expect(rowsOf(shop, 'SELECT head_name, community, phone, id_tail FROM household')).toEqual([
      { head_name: '韦秀兰', community: '桂中社区', phone: '13800001234', id_tail: '0025' },
    ]);
  });

  it('reads months where offices write months', async () => {
    await enter(roster(rosterLine({ 享受起始: '2025年5月', 下次复核: '2027-2', 出生日期: '1948.03' })));
    expect(rowsOf(shop, 'SELECT start_day, next_review_day FROM household')).toEqual([
      { start_day: '2025-05-01', next_review_day: '2027-02-28' },
    ]);
  });

  it.each([
    ['2026年5月4日', '2026-05-04'],
    ['2026.5.4', '2026-05-04'],
    ['20260504', '2026-05-04'],
    ['2026/05/04', '2026-05-04'],
    ['２０２６－０５－０４', '2026-05-04'],
    ['2026-05-04 00:00:00', '2026-05-04'],
    ['二〇二六年五月四日', '2026-05-04'],
    ['二零二六年五月', '2026-05-01'],
    ['202605', '2026-05-01'],
  ])('reads a day written %s', async (written, day) => {
    await enter(roster(rosterLine({ 享受起始: written })));
    expect(rowsOf(shop, 'SELECT start_day FROM household')).toEqual([{ start_day: day }]);
  });

  it('has 50-character and rare names as they are', async () => {
    const names = ['李䶮', '王𠅤', '𠅤'.repeat(50)];
    await enter(
      roster(
        ...names.map((name, at) =>
          rosterLine({ 户编号: String(at), 姓名: name, 身份证号码: fictionalNumber(at) }),
        ),
      ),
    );
    expect(rowsOf(shop, 'SELECT name FROM person ORDER BY id').map(({ name }) => name)).toEqual(names);
    expect(
      (await shop.call('people.list', { search: '王𠅤' }, { as })).rows.map(({ headName }) => headName),
    ).toEqual(['王*']);
  });
});
