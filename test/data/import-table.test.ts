// Finding the table in sheets as offices write them: titles above, signatures below, their own words for the columns.
import { describe, expect, it } from 'vitest';
import type { SheetTable } from '../../db/contract/documents.ts';
import { Refusal } from '../../db/failures.ts';
import { readText } from '../../db/imports/cells.ts';
import { faultsOfRow } from '../../db/imports/row-fault.ts';
import { findTable } from '../../db/imports/table.ts';
import { giftColumns } from '../../db/donations/gift-columns.ts';
import { rosterColumns } from '../../db/people/roster-columns.ts';

const table = (sheet: string, rows: readonly (readonly string[])[]): SheetTable => ({
  sheet,
  rows: rows.map((row) => row.map((text) => ({ text, numeric: false }))),
});
const headings = ['序号', '户编号', '姓名', '身份证号码', '救助类别', '备注'];
const person = (no: string, name: string): readonly string[] => [
  no,
  no,
  name,
  '450202194803150025',
  '城市低保',
  '病情',
];
const found = (...tables: readonly SheetTable[]) => findTable(tables, rosterColumns);
const refusal = (...tables: readonly SheetTable[]): Refusal => {
  try {
    found(...tables);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
};

describe('the heading row', () => {
  it.each([0, 1, 5, 29])('is found with %i rows above it', (above) => {
    const titles = Array.from({ length: above }, (_, at) => [at % 2 === 0 ? '花名册' : '']);
    const answer = found(table('表', [...titles, headings, person('1', '甲乙')]));
    expect([answer.headingRow, answer.rows.map(({ row, sheetRow }) => [row, sheetRow])]).toEqual([
      above + 1,
      [[1, above + 2]],
    ]);
  });

  it('is found when it is two rows high, with groups above their columns', () => {
    const groups = ['序号', '户编号', '家庭成员信息', '', '救助类别', '备注'];
    const columns = ['', '', '姓名', '身份证号码', '', ''];
    const answer = found(table('表', [['花名册'], groups, columns, person('1', '甲乙'), ['审核人:']]));
    expect([
      answer.headingRow,
      answer.leftOut,
      answer.rows.map(({ row, sheetRow }) => [row, sheetRow]),
    ]).toEqual([3, ['备注'], [[1, 4]]]);
    expect(answer.rows[0]?.cells).toMatchObject({ name: { text: '甲乙' }, category: { text: '城市低保' } });
  });

  it('is not looked for further down than anybody writes it', () => {
    const titles = Array.from({ length: 30 }, () => ['花名册']);
    expect(refusal(table('表', [...titles, headings, person('1', '甲乙')])).code).toBe(
      'sheet-headings-missing',
    );
  });

  it.each([
    ['身份证号'],
    ['证件号码'],
    ['公民身份号码'],
    ['身份证 号码'],
    ['身份证号码(必填)'],
    ['*身份证号码'],
    ['身份证\n号码'],
    ['身份证号码:'],
  ])('knows %j', (heading) => {
    const row = headings.map((text) => (text === '身份证号码' ? heading : text));
    expect(found(table('表', [row, person('1', '甲乙')])).rows[0]?.cells.idNumber?.text).toBe(
      '450202194803150025',
    );
  });

  it('folds full-width and half-width brackets alike', () => {
    const street = (heading: string) =>
      found(
        table('表', [
          [...headings, heading],
          [...person('1', '甲乙'), '城中街道'],
        ]),
      ).rows[0]?.cells.street?.text;
    expect([street('街道(乡镇)'), street('街道\uFF08乡镇\uFF09'), street('乡镇')]).toEqual([
      '城中街道',
      '城中街道',
      '城中街道',
    ]);
  });

  it('does not take a heading whose unit would change the amount', () => {
    const gifts = findTable(
      [
        table('表', [
          ['日期', '捐赠人', '方式', '金额(万元)'],
          ['2026-01-01', '甲', '现金', '3'],
        ]),
      ],
      giftColumns,
    );
    expect([gifts.rows[0]?.cells.amount, gifts.leftOut]).toEqual([undefined, ['金额(万元)']]);
  });

  it('names the columns that are missing', () => {
    const row = headings.map((text) => (text === '身份证号码' || text === '户编号' ? '其他' : text));
    const { code, params } = refusal(table('说明', [['填表说明']]), table('表', [row, person('1', '甲乙')]));
    expect([code, params]).toEqual(['sheet-headings-missing', { missing: '户编号、身份证号码' }]);
  });

  it('refuses a table without a single data row', () => {
    expect(refusal(table('表', [headings, ['', '', ''], ['审核人:', '', '制表人:']])).code).toBe(
      'sheet-empty',
    );
  });
});

describe('sheets', () => {
  it('takes the one with the table, wherever it stands', () => {
    expect(found(table('说明', [['填表说明']]), table('名册', [headings, person('1', '甲乙')])).sheet).toBe(
      '名册',
    );
  });

  it('takes the longest of two and says that the other one was left out', () => {
    const answer = found(
      table('一', [headings, person('1', '甲')]),
      table('二', [headings, person('1', '乙'), person('2', '丙')]),
    );
    expect([answer.sheet, answer.leftOut]).toEqual(['二', ['备注', '工作表“一”']]);
  });
});

describe('rows', () => {
  const rows = (...under: readonly (readonly string[])[]) =>
    found(table('表', [headings, ...under])).rows.map(({ row }) => row);

  it('passes over empty lines without shifting the count', () => {
    expect(rows(person('1', '甲'), [], ['', ' ', ''], person('2', '乙'))).toEqual([1, 4]);
  });

  it('passes over lines with nothing but a printed number', () => {
    expect(rows(person('1', '甲'), ['2'], ['3', '', ''])).toEqual([1]);
  });

  it.each([
    [['审核人:', '', '制表人:', '', '联系电话:0772-0000000']],
    [['审核人:韦某', '', '', '填表人:覃某']],
    [['合计', '', '2人']],
    [['', '单位负责人:', '', '填报日期:2026年4月30日']],
    [['注:本表一式三份']],
    [['共2户']],
  ])('passes over the signature row %j', (signature) => {
    expect(rows(person('1', '甲'), signature, person('2', '乙'), signature)).toEqual([1, 3]);
  });

  it('passes over the heading repeated on the next printed page', () => {
    expect(rows(person('1', '甲'), headings, person('2', '乙'))).toEqual([1, 3]);
  });

  it('keeps a bad data row, so that it is refused in words', () => {
    expect(rows(person('1', '合计'), ['3', '3', '丙', '', '', ''], ['', '', '只有姓名', '', '', ''])).toEqual(
      [1, 2, 3],
    );
  });
});

it('drops the columns the program may not keep, and names them', () => {
  const answer = found(
    table('表', [
      ['银行账号', ...headings, '病情'],
      ['6200001234567890', ...person('1', '甲'), '重病'],
    ]),
  );
  expect(answer.leftOut).toEqual(['银行账号', '备注', '病情']);
  expect(JSON.stringify(answer.rows)).not.toMatch(/6200001234567890|病/);
});

it('keeps no text that the database would change', () => {
  const read = (text: string): readonly string[] => {
    const faults = faultsOfRow(1);
    readText({ text, numeric: false }, 'address', 10, faults);
    return faults.faults.map(({ code }) => code);
  };
  expect([read('路'), read('路\0'), read('路\uD800'), read('路'.repeat(11))]).toEqual([
    [],
    ['text-ill-formed'],
    ['text-ill-formed'],
    ['row-text-too-long'],
  ]);
});
