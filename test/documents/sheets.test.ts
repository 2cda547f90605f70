// Reading sheets: the three rosters say the same; dates, numbers and formulas come out as people see them.
import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { SheetCell, SheetTable } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { workbookParts, zip } from './hand-made-zip.ts';
import { readTables, type WholeSheet } from '../helpers/read-tables.ts';

const service = createDocumentsService();
const sample = (name: string): Promise<WholeSheet> =>
  readTables(service, {
    name,
    bytes: new Uint8Array(readFileSync(new URL(`../fixtures/sample/${name}`, import.meta.url))),
  });
const readText = (text: string | Uint8Array): Promise<WholeSheet> =>
  readTables(service, { name: 'x.csv', bytes: new Uint8Array(Buffer.from(text)) });
const readRows = async (
  sheetData: string,
  ...extra: Parameters<typeof workbookParts>[1] & {}
): Promise<SheetTable['rows']> =>
  (await readTables(service, { name: 'x.xlsx', bytes: zip(workbookParts(sheetData, extra)) })).tables[0]
    ?.rows ?? [];
const texts = (rows: readonly (readonly SheetCell[])[]): readonly (readonly string[])[] =>
  rows.map((row) => row.map((cell) => cell.text));

/** Rows under the heading row, without what stands below the table. */
function dataRows(reading: WholeSheet): readonly (readonly string[])[] {
  const table = reading.tables.find((t) => t.rows.some((row) => row[0]?.text === '序号'));
  const rows = texts(table?.rows ?? []);
  const from = rows.findIndex((row) => row[0] === '序号') + 1;
  return rows.slice(from).filter((row) => /^\d+$/u.test(row[0] ?? ''));
}

describe('the sample rosters', () => {
  it('read to the same 881 rows in every format but for the number the sheet mangled', async () => {
    const [xlsx, xls, csv] = await Promise.all(
      ['roster.xlsx', 'roster.xls', 'roster-gb18030.csv'].map(sample),
    );
    expect([xlsx?.format, xls?.format, csv?.format]).toEqual(['xlsx', 'xls', 'csv']);
    if (xlsx === undefined || xls === undefined || csv === undefined) throw new Error('unread');
    const mangled = 872;
    const kept = (rows: readonly (readonly string[])[]) => rows.filter((_, index) => index !== mangled);
    expect(dataRows(xlsx)).toHaveLength(881);
    expect(dataRows(xls)).toEqual(dataRows(xlsx));
    expect(kept(dataRows(csv))).toEqual(kept(dataRows(xlsx)));
  });

  it('keep every sheet of the workbook and the place of every row', async () => {
    const { tables } = await sample('roster.xlsx');
    expect(tables.map((table) => table.sheet)).toEqual(['说明', '花名册']);
    expect(tables[1]?.rows[2]?.[2]?.text).toBe('姓名');
  });

  it.each(['roster.xlsx', 'roster.xls'])(
    'show in %s that an identity number was kept as a number',
    async (name) => {
      const { tables } = await sample(name);
      const row = tables[1]?.rows[3 + 872];
      expect(row?.[4]?.numeric).toBe(true);
      expect(row?.[4]?.text).toMatch(/^\d{18}$/u);
      expect(tables[1]?.rows[3]?.[4]).toMatchObject({ numeric: false });
    },
  );
});

describe('.xlsx', () => {
  it('reads inline strings, booleans, errors, cached formula values and numbers in plain digits', async () => {
    const rows = await readRows(
      '<row r="2"><c r="A2" t="inlineStr"><is><t>王</t></is></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c>' +
        '<c r="E2"><f>1+1</f><v>2</v></c><c r="F2" t="str"><f>A1</f><v>甲</v></c><c r="G2"><v>1.10101199003071E+17</v></c><c r="H2"><v>45.299999999999997</v></c><c r="I2"><v>1E+22</v></c><c r="J2"><v>1E-7</v></c><c r="K2"><f>NOW()</f></c></row>',
    );
    expect(texts(rows)).toEqual([
      [],
      [
        '王',
        '',
        'TRUE',
        '#N/A',
        '2',
        '甲',
        '110101199003071000',
        '45.3',
        '10000000000000000000000',
        '0.0000001',
      ],
    ]);
    expect(rows[1]?.[6]?.numeric).toBe(true);
    expect(rows[1]?.[5]?.numeric).toBe(false);
  });

  it('reads shared strings in rich runs without the phonetic hints, and undoes escapes', async () => {
    const strings =
      '<sst><si><r><t>李</t></r><r><t>䶮</t></r><rPh sb="0" eb="1"><t>yan</t></rPh></si><si><t>甲_x000A_乙 &lt;3</t></si></sst>';
    const rows = await readRows('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', {
      name: 'xl/sharedStrings.xml',
      data: strings,
    });
    expect(texts(rows)).toEqual([['李䶮', '甲\n乙 <3']]);
  });

  it('tells dates from numbers by their format, built in, Chinese or made up', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="201" formatCode="0.00&quot;天&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="200"/><xf numFmtId="201"/><xf numFmtId="22"/></cellXfs></styleSheet>';
    const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>46146</v></c>`).join('');
    const rows = await readRows(`<row>${cells}<c s="5"><v>46146.5</v></c><c s="1"><v>-5</v></c></row>`, {
      name: 'xl/styles.xml',
      data: styles,
    });
    expect(texts(rows)).toEqual([
      ['46146', '2026-05-04', '2026-05-04', '2026-05-04', '46146', '2026-05-04 12:00:00', '-5'],
    ]);
    expect(rows[0]?.map((cell) => cell.numeric)).toEqual([true, false, false, false, true, false, true]);
  });

  it('reads what another program wrote, in .xlsx and .xls', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['姓名', '人口'],
        ['买买提·吐尔逊', 3],
      ]),
      '甲',
    );
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const bytes = new Uint8Array(write(book, { bookType, type: 'buffer' }) as Buffer);
      const { tables, format } = await readTables(service, { name: 'x', bytes });
      expect(format).toBe(bookType === 'xlsx' ? 'xlsx' : 'xls');
      expect(texts(tables[0]?.rows ?? [])).toEqual([
        ['姓名', '人口'],
        ['买买提·吐尔逊', '3'],
      ]);
    }
  });
});

describe('.csv', () => {
  const table = '姓名,备注\r\n李䶮,"a,b"\r\n"王 ""小"" 芳","两\n行"\r\n\r\n末,';
  const rows = [['姓名', '备注'], ['李䶮', 'a,b'], ['王 "小" 芳', '两\n行'], [], ['末']];
  const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16 little endian', utf16(table)],
    ['UTF-16 big endian', utf16(table).swap16()],
  ])('reads %s', async (_, bytes) => {
    expect(texts((await readText(bytes)).tables[0]?.rows ?? [])).toEqual(rows);
  });

  it('reads GB18030, tabs and semicolons', async () => {
    // 姓名, tab, 李䶮
    const gb18030 = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x09, 0xc0, 0xee, 0xfe, 0x9f]);
    expect(texts((await readText(gb18030)).tables[0]?.rows ?? [])).toEqual([['姓名', '李䶮']]);
    expect(texts((await readText('a;b\n1;2')).tables[0]?.rows ?? [])).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('takes the format from the content, whatever the name says', async () => {
    const reading = await readTables(service, {
      name: '花名册.xlsx',
      bytes: new Uint8Array(Buffer.from(table)),
    });
    expect(reading.format).toBe('csv');
  });
});

describe('a sheet of thousands of rows', () => {
  const text = (row: number, column: number): string => `${row}格${column}`.repeat(1 + ((row + column) % 9));
  const rows = Array.from({ length: 3_500 }, (_, row) =>
    row % 400 === 7 ? [] : Array.from({ length: 1 + (row % 12) }, (_cell, column) => text(row, column)),
  );
  const xlsx = () =>
    zip(
      workbookParts(
        rows
          .map((cells, row) =>
            cells.length === 0
              ? ''
              : `<row r="${row + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
          )
          .join(''),
      ),
    );
  const csv = () =>
    new Uint8Array(Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')));

  it.each([
    ['.xlsx', xlsx],
    ['.csv', csv],
  ])('comes in several chunks and whole: %s', async (_, make) => {
    const chunks: number[] = [];
    const bytes = make();
    await service.readSheet(
      { name: 'x', bytes },
      { take: ({ widths, from }) => Promise.resolve(void chunks.push(from, widths.length)) },
    );
    expect(chunks.length).toBeGreaterThan(4);
    const { tables } = await readTables(service, { name: 'x', bytes });
    expect(texts(tables[0]?.rows ?? [])).toEqual(rows);
  });

  it('stops in the middle when it is given up', async () => {
    let taken = 0;
    const reading = service.readSheet(
      { name: 'x', bytes: csv() },
      { take: () => Promise.resolve(void (taken += 1)), isCancelled: () => taken > 0 },
    );
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    expect(taken).toBe(1);
  });
});
