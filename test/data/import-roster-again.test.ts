// A roster that comes again: what it says differently is named, who was missing finds the place that waited, and what nobody may change
// by hand no import changes either.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../db/contract/index.ts';
import { fileRelative } from '../helpers/fairness.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { fictionalNumber, roster, rosterLine, rowCounts, rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const preview = (sheet: { name: string; bytes: Uint8Array }) =>
  shop.call('people.previewImport', { sheet }, { as: 'manager' });
const confirm = (previewId: string, choices: Omit<Input<'people.confirmImport'>, 'previewId'> = {}) =>
  shop.call('people.confirmImport', { previewId, ...choices }, { as: 'manager' });
const enter = async (sheet: { name: string; bytes: Uint8Array }) => {
  const answer = await preview(sheet);
  await confirm(answer.previewId);
  return answer;
};

describe('a roster that comes again', () => {
  it('warns when the household was struck off, also for a member who joins it', async () => {
    await enter(roster(rosterLine()));
    const differs = (row: number, field: string, found: string, expected: string) => ({
      row,
      code: 'warn-differs-from-books',
      field,
      params: { found, expected },
    });
    await shop.call(
      'eligibility.end',
      { householdId: 1, day: '2026-05-01', reason: '应退' },
      { as: 'manager' },
    );
    const joins = rosterLine({ 姓名: '韦小宝', 与户主关系: '孙子', 身份证号码: fictionalNumber(1) });
    const ended = (row: number) => differs(row, 'household', '', '已退出 2026-05-01');
    expect((await preview(roster(rosterLine(), joins))).warned).toEqual([ended(1), ended(2)]);
  });

  it('gives a household whose head’s row was refused at first its head when the mended row comes', async () => {
    const child = rosterLine({
      姓名: '韦小宝',
      与户主关系: '子',
      身份证号码: fictionalNumber(1),
      联系电话: '13800001234',
    });
    await enter(roster(rosterLine({ 身份证号码: '450202194803150024' }), child));
    expect(rowsOf(shop, 'SELECT head_name FROM household')).toEqual([{ head_name: '韦小宝' }]);
    const answer = await enter(roster(rosterLine({ 联系电话: '13900005678' }), child));
    expect([answer.good, answer.alreadyHere]).toEqual([1, 1]);
    expect(rowsOf(shop, 'SELECT head_name, id_tail, members, phone FROM household')).toEqual([
      {
        head_name: '韦秀兰',
        id_tail: '0025',
        members: 2,
        phone: '13800001234',
      },
    ]);
    expect(rowsOf(shop, 'SELECT name, is_head FROM person ORDER BY id')).toEqual([
      { name: '韦小宝', is_head: 0 },
      { name: '韦秀兰', is_head: 1 },
    ]);
    // Who is called the head stays it, whoever comes later and says the same.
    await enter(roster(rosterLine({ 姓名: '韦二', 身份证号码: fictionalNumber(2) })));
    expect(rowsOf(shop, 'SELECT head_name, members FROM household')).toEqual([
      { head_name: '韦秀兰', members: 3 },
    ]);
    expect(rowsOf(shop, 'SELECT name FROM person WHERE is_head = 1')).toEqual([{ name: '韦秀兰' }]);
  });
});

describe('what may not be taken over', () => {
  const head = rosterLine({ 联系电话: '13800001234', 享受起始: '2025-01-01' });
  const neighbour = rosterLine({ 户编号: '8', 姓名: '覃大山', 身份证号码: fictionalNumber(2) });
  const newHead = rosterLine({ 联系电话: '13900005678', 享受起始: '2025-01-01' });
  const newMember = rosterLine({ 姓名: '韦小宝', 与户主关系: '子', 身份证号码: fictionalNumber(1) });
  const newCategory = rosterLine({ 救助类别: '低保边缘家庭', 享受起始: '2025-01-01' });
  const close = (month: string) => shop.call('reports.closeMonth', { month }, { as: 'bureau' });

  it.each([
    ['changes', [newHead], { changed: 1 }],
    ['new members', [head, newMember], { imported: 1 }],
  ])('%s of the household of a relative: somebody else imports them', async (_, lines, done) => {
    await enter(roster(head, neighbour));
    const [own] = rowsOf(shop, `SELECT id FROM household WHERE number = '7'`);
    const kinshipId = await fileRelative(shop, Number(own?.['id']), { staffId: 1 });
    const before = rowCounts(shop);
    const { previewId } = await preview(roster(...lines, neighbour));
    expect(await refusalOf(confirm(previewId))).toMatchObject({
      code: 'own-relative',
      params: { number: '7' },
    });
    expect(rowCounts(shop)).toEqual(before);
    await shop.call('fairness.endRelative', { kinshipId, reason: '登记有误' }, { as: 'bureau' });
    expect(await confirm(previewId)).toMatchObject(done);
  });

  it('a category that changes in a closed month, and nothing else is hindered by it', async () => {
    await enter(roster(head, neighbour));
    await close('2026-04');
    const { previewId } = await preview(roster(newCategory, neighbour));
    const refused = await refusalOf(confirm(previewId, { changeDay: '2026-04-15' }));
    expect(refused).toMatchObject({ code: 'month-closed', params: { month: '2026-04' } });
    expect(await confirm(previewId, { changeDay: '2026-05-01' })).toMatchObject({ changed: 1 });
  });

  it('an exit in a closed month', async () => {
    await enter(roster(head, neighbour));
    await close('2026-04');
    const { previewId } = await preview(roster(head));
    const leave = (day: string) => confirm(previewId, { exits: { day, reason: '年审未通过' } });
    expect(await refusalOf(leave('2026-04-15'))).toMatchObject({
      code: 'month-closed',
      params: { month: '2026-04' },
    });
    expect(await leave('2026-05-04')).toMatchObject({ ended: 1 });
  });
});
