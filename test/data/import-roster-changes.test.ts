// A roster that comes again and says other things: what changed field by field, who is missing, what is taken over and what is not,
// several covers of one person, and what the columns of a layout mean.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { fileRelative } from '../helpers/fairness.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedBatch } from '../helpers/seed.ts';
import { csvSheet, fictionalNumber, roster, rosterLine, rowCounts, rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

type Sheet = { name: string; bytes: Uint8Array };
type Choices = Omit<Input<'people.confirmImport'>, 'previewId'>;
const as = 'manager' as const;
const preview = (sheet: Sheet, mapping: Input<'people.previewImport'>['mapping'] = null) =>
  shop.call('people.previewImport', { sheet, mapping }, { as });
const confirm = (previewId: string, choices: Choices = {}) =>
  shop.call('people.confirmImport', { previewId, ...choices }, { as });
const enter = async (sheet: Sheet, choices: Choices = {}) => {
  const answer = await preview(sheet);
  return { answer, done: await confirm(answer.previewId, choices) };
};
const listed = (previewId: string, list: Input<'people.importRows'>['list']) =>
  shop.call('people.importRows', { previewId, list }, { as });

const head = rosterLine({ 联系电话: '13800001234', 享受起始: '2025-01-01' });
const son = rosterLine({
  姓名: '韦小宝',
  与户主关系: '子',
  身份证号码: fictionalNumber(1),
  享受起始: '2025-01-01',
});
const neighbour = rosterLine({ 户编号: '8', 姓名: '覃大山', 身份证号码: fictionalNumber(2) });

describe('what the sheet says differently', () => {
  const changed = rosterLine({
    联系电话: '13900005678',
    下次复核: '2028-12-31',
    自理能力: '半失能',
    救助类别: '低保边缘家庭',
    享受起始: '2025-01-01',
  });

  it('is listed field by field, masked where personal, and written with its history', async () => {
    await enter(roster(head, son, neighbour));
    const { answer, done } = await enter(roster(changed, son, neighbour), { changeDay: '2026-05-01' });
    expect(answer.counts).toMatchObject({ new: 0, changed: 2, unchanged: 2, missing: 0, refused: 0 });
    expect(answer.changedFields).toEqual({ phone: 1, review: 1, category: 1, care: 1 });
    const { rows } = await listed(answer.previewId, 'changed');
    expect(rows.flatMap(({ changes }) => changes)).toEqual([
      { field: 'phone', before: '138****1234', after: '139****5678' },
      { field: 'review', before: '2027-12-31', after: '2028-12-31' },
      { field: 'care', before: '', after: '半失能' },
      { field: 'category', before: '城市低保', after: '低保边缘家庭' },
    ]);
    expect(rows[0]?.name).toBe('韦*兰');
    expect(done).toEqual({ imported: 0, households: 0, changed: 2, ended: 0, voided: 0 });
    expect(
      rowsOf(shop, `SELECT phone, phone_key, next_review_day, category FROM household WHERE number = '7'`),
    ).toEqual([
      {
        phone: '13900005678',
        phone_key: '13900005678',
        next_review_day: '2028-12-31',
        category: 'urban-minimum-living',
      },
    ]);
    expect(
      rowsOf(shop, 'SELECT category, from_day, to_day FROM cover WHERE person_id = 1 ORDER BY id'),
    ).toEqual([
      { category: 'urban-minimum-living', from_day: '2025-01-01', to_day: '2026-05-01' },
      { category: 'low-income-fringe', from_day: '2026-05-01', to_day: null },
    ]);
    expect(
      rowsOf(
        shop,
        `SELECT kind, day FROM household_event WHERE household_id = 1 AND kind <> 'entered' ORDER BY id`,
      ),
    ).toEqual([
      { kind: 'corrected', day: '2026-05-04' },
      { kind: 'corrected', day: '2026-05-04' },
      { kind: 'changed', day: '2026-05-01' },
    ]);
  });

  it('stays as it is where it is not taken over', async () => {
    await enter(roster(head));
    const { done } = await enter(roster(changed), { take: ['phone'] });
    expect(done.changed).toBe(1);
    expect(rowsOf(shop, 'SELECT phone, next_review_day, category FROM household')).toEqual([
      { phone: '13900005678', next_review_day: '2027-12-31', category: 'urban-minimum-living' },
    ]);
    const again = await preview(roster(changed));
    expect((await refusalOf(confirm(again.previewId, { take: [] }))).code).toBe('import-nothing-to-do');
  });

  it('is nothing where a cell is empty, or where another member says it beside the head', async () => {
    await enter(roster(head, son));
    const empty = rosterLine({ 联系电话: '', 下次复核: '' });
    const other = [...son];
    const { counts } = await preview(roster(empty, son));
    expect(counts).toMatchObject({ changed: 0, unchanged: 2 });
    other[11] = '13700000000';
    expect((await preview(roster(head, other))).counts).toMatchObject({ changed: 0, unchanged: 2 });
  });

  it('is judged anew when somebody changed people since the preview', async () => {
    await enter(roster(head));
    const answer = await preview(roster(changed, neighbour));
    await enter(roster(neighbour));
    expect(await confirm(answer.previewId)).toMatchObject({ imported: 0, changed: 2 });
    expect(rowCounts(shop)).toMatchObject({ person: 2 });
  });
});

describe('several rows of one person', () => {
  const disabled = rosterLine({ 救助类别: '重度残疾人', 享受起始: '2025-01-01' });

  it('under several categories are several covers, once in the household', async () => {
    const { answer, done } = await enter(roster(head, disabled));
    expect([answer.counts.refused, done.imported]).toEqual([0, 2]);
    expect(rowsOf(shop, 'SELECT category FROM cover ORDER BY id')).toEqual([
      { category: 'urban-minimum-living' },
      { category: 'severely-disabled' },
    ]);
    expect(rowsOf(shop, 'SELECT members, family, category FROM household')).toEqual([
      { members: 1, family: 1, category: 'urban-minimum-living' },
    ]);
    expect((await preview(roster(head, disabled))).counts).toMatchObject({ changed: 0, unchanged: 2 });
  });

  it('are doubles under the same category, another name or another household', async () => {
    const { refused } = await preview(
      roster(
        head,
        head,
        rosterLine({ 救助类别: '孤儿', 姓名: '韦二' }),
        rosterLine({ 救助类别: '孤儿', 户编号: '9' }),
      ),
    );
    expect(refused.map(({ row, code }) => [row, code])).toEqual([
      [2, 'id-duplicate-in-sheet'],
      [3, 'id-duplicate-in-sheet'],
      [4, 'id-duplicate-in-sheet'],
    ]);
  });

  it('a list of one category says nothing about other covers of its people', async () => {
    await enter(roster(head, disabled));
    expect((await preview(roster(head))).counts).toMatchObject({ changed: 0, missing: 0 });
    expect((await preview(roster(disabled))).counts).toMatchObject({ changed: 0, missing: 0 });
  });
});

describe('who is missing from the list', () => {
  const far = rosterLine({ 户编号: '20', 身份证号码: fictionalNumber(3), 社区: '南亚社区' });
  const orphan = rosterLine({ 户编号: '21', 身份证号码: fictionalNumber(4), 救助类别: '孤儿' });

  it('is looked for only where the sheet speaks, and stays unless somebody says otherwise', async () => {
    await enter(roster(head, son, neighbour, far, orphan));
    const { answer, done } = await enter(
      roster(head, rosterLine({ 户编号: '30', 身份证号码: fictionalNumber(5) })),
    );
    expect(answer.counts.missing).toBe(2);
    expect(answer.scope).toEqual({ categories: ['城市低保'], communities: ['城中街道桂中社区'] });
    expect(
      (await listed(answer.previewId, 'missing')).rows.map(({ household, name }) => [household, name]),
    ).toEqual([
      ['7', '韦*宝'],
      ['8', '覃*山'],
    ]);
    expect(done.ended).toBe(0);
    expect(rowsOf(shop, 'SELECT count(*) AS n FROM cover WHERE to_day IS NOT NULL')).toEqual([{ n: 0 }]);
  });

  it('leaves on one day for one reason when somebody says so', async () => {
    await enter(roster(head, son, neighbour));
    const { done } = await enter(roster(head), { exits: { day: '2026-05-01', reason: '年审未通过' } });
    expect(done).toEqual({ imported: 0, households: 0, changed: 0, ended: 2, voided: 0 });
    expect(rowsOf(shop, 'SELECT number, members, end_day, end_reason FROM household ORDER BY id')).toEqual([
      { number: '7', members: 1, end_day: null, end_reason: '' },
      { number: '8', members: 1, end_day: '2026-05-01', end_reason: '年审未通过' },
    ]);
    expect(rowsOf(shop, `SELECT count(*) AS n FROM household_event WHERE kind = 'ended'`)).toEqual([
      { n: 2 },
    ]);
    expect((await preview(roster(head))).counts.missing).toBe(0);
  });

  it('keeps the open vouchers of who left, or makes them void where somebody says so', async () => {
    await enter(roster(head, son, neighbour));
    await seedBatch(shop);
    const states = () =>
      rowsOf(shop, 'SELECT state, count(*) AS n FROM voucher GROUP BY state ORDER BY state');
    const open = states();
    const exits = { day: '2026-05-04', reason: '年审未通过' };
    // A household with somebody left goes on, whatever is said about those who end.
    expect(
      (await enter(roster(head, neighbour), { exits: { ...exits, openVouchers: 'void' } })).done.voided,
    ).toBe(0);
    expect(states()).toEqual(open);
    const { done } = await enter(roster(head), { exits: { ...exits, openVouchers: 'void' } });
    expect(done).toMatchObject({ ended: 1, voided: 1 });
    expect(
      rowsOf(
        shop,
        `SELECT household.number, voucher.balance_fen, voucher_posting.reason FROM voucher_posting JOIN voucher ON voucher.id = voucher_id
          JOIN household ON household.id = household_id WHERE kind = 'void'`,
      ),
    ).toEqual([{ number: '8', balance_fen: 0, reason: '年审未通过' }]);
    const last = await enter(
      roster(rosterLine({ 户编号: '9', 姓名: '黄三妹', 身份证号码: fictionalNumber(3) })),
      {
        exits,
      },
    );
    expect(last.done).toMatchObject({ ended: 1, voided: 0 });
    expect(rowsOf(shop, `SELECT count(*) AS n FROM voucher WHERE state = 'void'`)).toEqual([{ n: 1 }]);
  });

  it('is refused by the rules of every leaving, and nothing is entered then', async () => {
    await enter(roster(head, neighbour));
    const before = rowCounts(shop);
    const newcomer = rosterLine({ 户编号: '9', 姓名: '黄三妹', 身份证号码: fictionalNumber(3) });
    const { previewId } = await preview(roster(head, newcomer));
    const later = confirm(previewId, {
      exits: { day: '2026-06-01', reason: '年审未通过', openVouchers: 'void' },
    });
    expect(await refusalOf(later)).toMatchObject({
      code: 'void-before-end',
      params: { endDay: '2026-06-01' },
    });
    expect(rowCounts(shop)).toEqual(before);
    const [other] = rowsOf(shop, `SELECT id FROM household WHERE number = '8'`);
    await fileRelative(shop, Number(other?.['id']), { staffId: 1 });
    const own = confirm(previewId, { exits: { day: '2026-05-04', reason: '年审未通过' } });
    expect(await refusalOf(own)).toMatchObject({ code: 'own-relative', params: { number: '8' } });
    expect(rowCounts(shop)).toMatchObject({ household: 2, person: 2 });
  });

  it('is not whoever stands in a refused row', async () => {
    await enter(roster(head, neighbour));
    const bad = rosterLine({ 户编号: '8', 姓名: '', 身份证号码: fictionalNumber(2) });
    const { counts } = await preview(roster(head, bad));
    expect(counts).toMatchObject({ missing: 0, refused: 1 });
  });
});

describe('the same file', () => {
  it('is recognised, changes nothing and says when it came', async () => {
    const first = await enter(roster(head, son));
    expect(first.answer.importedBefore).toBe(null);
    const before = rowCounts(shop);
    const again = await preview(roster(head, son));
    expect([again.importedBefore, again.counts.unchanged]).toEqual(['2026-05-04', 2]);
    expect((await refusalOf(confirm(again.previewId))).code).toBe('import-nothing-to-do');
    expect(rowCounts(shop)).toEqual(before);
  });
});

describe('certificates and codes', () => {
  const headings = ['户编号', '姓名', '身份证号码', '救助类别', '残疾人证号', '行政区划代码'];
  const line = (disability: string, division: string) => [
    ...['7', '韦秀兰', '450202194803150025', '城市低保'],
    ...[disability, division],
  ];

  it('are kept where they are right', async () => {
    await enter(csvSheet([headings, line('45020219480315002544', '450202003001')]));
    expect(rowsOf(shop, 'SELECT disability, division_code FROM person JOIN household')).toEqual([
      { disability: '45020219480315002544', division_code: '450202003001' },
    ]);
  });

  it.each([
    ['45020519640229001744', 'row-disability-other-person'],
    ['45020219480315002595', 'row-disability-unreadable'],
    ['12345', 'row-disability-unreadable'],
  ])('refuse a disability certificate %s', async (number, code) => {
    const { refused } = await preview(csvSheet([headings, line(number, '')]));
    expect(refused.map((reason) => reason.code)).toEqual([code]);
  });

  it('leave out a division code that cannot be read, and say so', async () => {
    const { answer } = await enter(csvSheet([headings, line('', '45020')]));
    expect(answer.warned.map(({ code }) => code)).toEqual(['warn-division-unreadable']);
    expect(rowsOf(shop, 'SELECT division_code FROM household')).toEqual([{ division_code: '' }]);
  });
});

describe('what the columns mean', () => {
  const rows = [
    ['2026年名单', '', '', '', ''],
    ['家', '谁', '号', '待遇', '类别'],
    ['7', '韦秀兰', '450202194803150025', '城市低保', 'A'],
  ];
  const sheet = () => csvSheet(rows);

  it('is asked for where the headings are strange, said once, and remembered for the layout', async () => {
    expect((await refusalOf(preview(sheet()))).code).toBe('sheet-headings-missing');
    const found = await shop.call('people.sheetColumns', { sheet: sheet() }, { as });
    expect([found.headingRow, found.columns.map(({ key }) => key)]).toEqual([
      2,
      [null, null, null, null, 'category'],
    ]);
    const columns = ['household', 'name', 'idNumber', 'category', null] as const;
    const mapping = { fingerprint: found.fingerprint, columns: [...columns] };
    const answer = await preview(sheet(), mapping);
    expect([answer.good, answer.headingRow, answer.leftOut]).toEqual([1, 2, ['类别']]);
    await confirm(answer.previewId);
    const next = await preview(csvSheet([rows[1] ?? [], ['9', '覃大山', fictionalNumber(1), '孤儿', 'B']]));
    expect([next.good, next.byCategory]).toEqual([1, { 孤儿: { households: 1, people: 1 } }]);
  });

  it('is not remembered before anything was imported by it', async () => {
    const { fingerprint } = await shop.call('people.sheetColumns', { sheet: sheet() }, { as });
    await preview(sheet(), { fingerprint, columns: ['household', 'name', 'idNumber', 'category', null] });
    expect((await refusalOf(preview(sheet()))).code).toBe('sheet-headings-missing');
  });
});
