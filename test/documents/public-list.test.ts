// 公示, the last gate before the wall: no number of a person in full, on paper or in the workbook, whoever let it through.
import { describe, expect, it } from 'vitest';
import type { DocumentModel, PublicListRow } from '../../db/contract/documents.ts';
import { showsPersonalNumber } from '../../main/documents/personal-numbers.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { publicList } from './people-list-samples.ts';
import { heightsOf, pageTexts, rowWith, sheetRows } from './reading.ts';

const service = createDocumentsService();
const texts = async (model: DocumentModel): Promise<readonly string[]> =>
  pageTexts((await service.render({ model, format: 'pdf' })).bytes);
const text = async (model: DocumentModel): Promise<string> => (await texts(model)).join('');
const sheets = async (model: DocumentModel): Promise<ReturnType<typeof sheetRows>> =>
  sheetRows((await service.render({ model, format: 'xlsx' })).bytes);

/** On paper and in the workbook alike. */
async function refused(model: DocumentModel, code: string, params: object): Promise<void> {
  for (const format of ['pdf', 'xlsx'] as const) {
    await expect(service.render({ model, format }), format).rejects.toMatchObject({ code, params });
  }
}

describe('公示', () => {
  it('scenario 24: no number in full, 公示期 and 监督电话, who may not be named as a count only', async () => {
    const page = await text(publicList());
    for (const words of [
      '公示单位:城中街道办事处监督电话:0772-0000001',
      '公示期:2026年5月4日至2026年5月10日(共7天,首日计入)',
      '1韦*兰45*************025321,280.50城市低保城中街道联系138****1234',
      '2买**·**逊45*************02532—城市低保',
      '合计3户962,561.00',
      '孤儿:另有1户1人依法不公开姓名,只公布数量',
      '未满十八周岁:另有2户3人依法不公开姓名',
      '公示期内如有异议',
      '城中街道办事处(盖章)',
    ]) {
      expect(page, words).toContain(words);
    }
    expect(page).not.toMatch(/\d{11}/u);
    const rows = (await sheets(publicList())).get('公示');
    expect(rowWith(rows, '韦*兰').slice(2, 6)).toEqual(['45*************025', 3, 2, 1280.5]);
    expect(rows?.flat().join('')).toContain('监督电话:0772-0000001');
  });

  const hidden = [
    '450202194803150025',
    '45020319520708005x',
    '450203 19520708 005X',
    '４５０２０２１９４８０３１５００２５',
    '450203520708005',
    '13800001234',
    '138 0000 1234',
    '+86-138-0000-1234',
    '450203 520708 005',
    '138\u200B0000\u200B1234',
    '卡号6217000012345678901',
    '07720000001',
  ];
  it.each(hidden)(
    'is not made with %s in the remarks, and does not repeat it in the refusal',
    async (number) => {
      const [first, ...others] = publicList().rows;
      if (first === undefined) throw new Error('sample has no rows');
      const rows = [...others, { ...first, note: `请联系${number}` }];
      await refused({ ...publicList(), rows }, 'number-unmasked', { row: 3, column: '备注' });
    },
  );

  it('is not made with a number in any column, in the title, the publisher, the words or the operator', async () => {
    const base = publicList();
    const number = '13800001234';
    const inRow = (change: Partial<PublicListRow>) => ({
      ...base,
      rows: base.rows.map((row) => ({ ...row, ...change })),
    });
    await refused(inRow({ headName: number }), 'number-unmasked', { row: 1, column: '户主姓名' });
    await refused(inRow({ category: number }), 'number-unmasked', { row: 1, column: '类别' });
    await refused(inRow({ area: number }), 'number-unmasked', { row: 1, column: '住址(街道、乡镇)' });
    await refused(inRow({ identityMasked: '450202194803150025' }), 'number-unmasked', {
      row: 1,
      column: '证件号',
    });
    await refused({ ...base, title: number }, 'number-unmasked', { column: '标题' });
    await refused({ ...base, publisher: number }, 'number-unmasked', { column: '公示单位' });
    await refused({ ...base, howToObject: number }, 'number-unmasked', { column: '说明' });
    await refused({ ...base, operator: number }, 'number-unmasked', { column: '打印人' });
    const unnamed = [{ category: number, households: 1, people: 1 }];
    await refused({ ...base, unnamed }, 'number-unmasked', { column: '说明' });
  });

  it('is not made with an identity number masked too little', async () => {
    const base = publicList();
    for (const identityMasked of ['450202********0025', 'P450000001', '45************025']) {
      const rows = base.rows.map((row) => ({ ...row, identityMasked }));
      await refused({ ...base, rows }, 'number-unmasked', { row: 1, column: '证件号' });
    }
  });

  it('prints the office’s own telephone whole, whatever its form', async () => {
    expect(await text({ ...publicList(), phone: '13900000000' })).toContain('监督电话:13900000000');
  });

  it('gives a long title the room it needs', async () => {
    const long = { ...publicList(), title: '某某自治区某某市某某区某某街道'.repeat(6) };
    const { bytes } = await service.render({ model: long, format: 'pdf' });
    const [title = 0] = heightsOf(bytes, '某某自治区').slice(-1);
    const [under = 0] = heightsOf(bytes, '公示单位');
    expect(under).toBeGreaterThan(title + 12);
  });

  it('leaves out what is not part of it, and says so when nobody may be named', async () => {
    const base = publicList();
    const rows = base.rows.map((row) => ({ ...row, amountFen: null }));
    const page = await text({ ...base, rows, showCovered: false });
    expect(page).not.toMatch(/保障人口|金额/u);
    expect(await text({ ...base, rows: [] })).toContain('没有可以公开姓名的对象');
  });

  it('of 2,000 households repeats its headings, the period and the telephone on every page', async () => {
    const pages = await texts(publicList(2_000));
    expect(pages.length).toBeGreaterThan(40);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('户主姓名证件号');
      expect(page).toContain('监督电话:0772-0000001');
      expect(page).toContain(`第${index + 1}页/共${pages.length}页`);
    }
    expect(pages.at(-1)).toContain('合计2000户');
    expect(pages.at(-1)).toContain('另有1户1人');
  });

  it.each([
    '2026-05-04 至 2026-05-10',
    '凭证 20260504',
    '共 1234567890 元',
    '¥1,280.50',
    '45*************025',
    '138****1234',
    'H000123 共 3 人',
    '',
  ])('lets %s pass', (words) => {
    expect(showsPersonalNumber(words)).toBe(false);
  });
});
