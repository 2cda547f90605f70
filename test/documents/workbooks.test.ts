// Workbooks, read back by our own reader and by another program's: the same figures, and nothing that computes.
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { DocumentModel, RefusedRowsModel, TableModel } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { neutralise } from '../../main/documents/workbook.ts';
import { balance, distribution, frame, list, signOff } from './samples.ts';
import { readTables } from '../helpers/read-tables.ts';

const service = createDocumentsService();

interface Readings {
  readonly ours: readonly { readonly sheet: string; readonly rows: readonly (readonly string[])[] }[];
  readonly theirs: readonly { readonly sheet: string; readonly rows: readonly (readonly unknown[])[] }[];
  readonly formulas: number;
}

async function readBack(model: DocumentModel): Promise<Readings> {
  const { bytes, mime, pages } = await service.render({ model, format: 'xlsx' });
  expect(mime).toContain('spreadsheetml');
  const reading = await readTables(service, { name: 'x.xlsx', bytes });
  expect(reading.tables).toHaveLength(pages);
  const book = read(bytes, { type: 'array' });
  const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet) as { f?: string }[]);
  return {
    ours: reading.tables.map((t) => ({
      sheet: t.sheet,
      rows: t.rows.map((row) => row.map((cell) => cell.text)),
    })),
    theirs: book.SheetNames.map((sheet) => ({
      sheet,
      rows: utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1, blankrows: true }),
    })),
    formulas: cells.filter((cell) => cell.f !== undefined).length,
  };
}

describe('reports as workbooks', () => {
  it('发放月报: sheets by category and by community, figures as numbers', async () => {
    const model = distribution();
    const { ours, theirs, formulas } = await readBack(model);
    expect(ours.map((table) => table.sheet)).toEqual(['按对象类别', '按街道(社区)']);
    const row = theirs[0]?.rows.find((cells) => cells[1] === '城市低保');
    const { month, year } = model.rows[0] ?? { month: null, year: null };
    expect(row?.slice(2, 15)).toEqual([
      month?.households,
      month?.people,
      month?.householdTimes,
      month?.personTimes,
      month?.opening,
      month?.issued,
      2_000,
      month?.redeemed,
      1_500,
      1_395.5,
      month?.void,
      month?.expired,
      month?.outstanding,
    ]);
    expect(row?.[15]).toBe(year?.households);
    const total = ours[0]?.rows.find((cells) => cells[1] === '合计');
    expect(total?.[2]).toBe(String(model.total.month.households));
    expect(ours[0]?.rows.flat().join('')).toContain('✓ 相符');
    expect(ours[0]?.rows.flat().join('')).toContain(
      '志愿者积分兑换(不是救助发放,不计入以上各数):本月 2 次、12 分、物资 30.00 元',
    );
    expect(formulas).toBe(0);
  });

  it('收发存表: quantity and amount side by side, unpriced goods apart', async () => {
    const { ours, theirs } = await readBack(balance(4));
    expect(ours.map((table) => table.sheet)).toEqual(['计价物资', '未计价物资']);
    const rice = theirs[0]?.rows.find((cells) => cells[1] === '东北大米');
    expect(rice?.slice(4, 8)).toEqual([100, 4_500, 40, 1_800]);
    const headings = theirs[0]?.rows.find((cells) => cells.includes('本期发出 义卖')) ?? [];
    const sold = headings.indexOf('本期发出 义卖');
    expect(rice?.slice(sold, sold + 2)).toEqual([3, 135]);
    const clothes = ours[1]?.rows.find((cells) => cells[1] === '旧衣物');
    expect(clothes?.slice(4, 7)).toEqual(['300', '120', '60']);
    expect(ours[1]?.rows.flat().join('')).not.toContain('4500');
  });

  it('sign-off list and lists keep text as text and unknown amounts as a word', async () => {
    const signed = await readBack(signOff(3));
    expect(signed.ours[0]?.rows.find((row) => row[0] === '2')?.slice(1, 3)).toEqual([
      '李䶮',
      '45*************025',
    ]);
    const listed = await readBack(list);
    expect(listed.theirs[0]?.rows.at(-1)).toEqual([undefined, '合计', undefined, 1_800]);
    expect(listed.ours[0]?.rows.find((row) => row[0] === 'G002')?.[3]).toBe('未计价');
  });
});

const csvOf = async (model: TableModel): Promise<string> => {
  const { bytes, mime, fileName, pages } = await service.render({ model, format: 'csv' });
  expect({ mime, pages }).toEqual({ mime: 'text/csv;charset=utf-8', pages: 1 });
  expect(fileName).toMatch(/\.csv$/u);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};

describe('lists as CSV', () => {
  it('are UTF-8 with its mark, headings first, CRLF, amounts in yuan, an unknown amount as a word', async () => {
    expect(await csvOf(list)).toBe(
      '\uFEFF编码,品名,数量,金额(元)\r\nG001,东北大米,40,1800.00\r\nG002,旧衣物,60,未计价\r\n',
    );
    const { tables } = await readTables(service, {
      name: 'x.csv',
      bytes: (await service.render({ model: list, format: 'csv' })).bytes,
    });
    expect(tables[0]?.rows[1]?.map((cell) => cell.text)).toEqual(['G001', '东北大米', '40', '1800.00']);
  });

  it('quote what would break a line apart and keep negative figures figures', async () => {
    const rows = [['a,b', 'say "hi"\n二行', -5, -12_345_678]];
    expect((await csvOf({ ...list, rows })).split('\r\n')[1]).toBe('"a,b","say ""hi""\n二行",-5,-123456.78');
  });

  it('say that a practice shop made them', async () => {
    expect(await csvOf({ ...list, practice: true })).toMatch(/^\uFEFF"练习,不作数"\r\n编码/u);
  });

  it('are offered for plain lists only', async () => {
    await expect(service.render({ model: signOff(1), format: 'csv' })).rejects.toThrow(
      'sign-off-list is not made as csv',
    );
  });
});

describe('what people typed', () => {
  const hostile = [
    '=1+1',
    '+86',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\r=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
  ];

  it('never becomes a formula', async () => {
    const model: RefusedRowsModel = {
      ...frame,
      kind: 'refused-rows',
      subject: '花名册',
      headings: ['姓名', '身份证号码'],
      rows: hostile.map((name, i) => ({
        sheetRow: i + 5,
        reasons: ['姓名像公式', '缺证件号'],
        cells: [name, '450201198011033973'],
      })),
    };
    const { ours, theirs, formulas } = await readBack(model);
    expect(formulas).toBe(0);
    const names = theirs[0]?.rows.slice(1).map((row) => row[2]);
    expect(names).toHaveLength(hostile.length);
    for (const name of names ?? []) expect(name).toMatch(/^'/u);
    expect(ours[0]?.rows[1]).toEqual(['5', '姓名像公式;缺证件号', "'=1+1", '450201198011033973']);
  });

  it('never becomes a formula in a CSV, as heading or as cell', async () => {
    const columns = [{ heading: '=1+1', type: 'text' as const }];
    const csv = await csvOf({ ...list, columns, rows: hostile.map((text) => [text]), totals: null });
    const book = read(csv.slice(1), { type: 'string', raw: true });
    const cells = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    expect(cells).toHaveLength(hostile.length + 1);
    for (const [text] of cells) expect(text).toMatch(/^'/u);
  });

  it('is otherwise left as it is', () => {
    for (const text of ['李䶮', '买买提·吐尔逊', 'A=1', '100', '', '—', '王𠅤'])
      expect(neutralise(text)).toBe(text);
  });

  it('loses what XML cannot carry, visibly', () => {
    expect(neutralise('a\u0000b\uD800c')).toBe('a\uFFFDb\uFFFDc');
  });
});
