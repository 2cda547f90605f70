// A roster that comes again: what it says differently is named, and who was missing finds the place that waited.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { fictionalNumber, roster, rosterLine, rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const preview = (sheet: { name: string; bytes: Uint8Array }) =>
  shop.call('people.previewImport', { sheet }, { as: 'manager' });
const enter = async (sheet: { name: string; bytes: Uint8Array }) => {
  const answer = await preview(sheet);
  await shop.call('people.confirmImport', { previewId: answer.previewId }, { as: 'manager' });
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
