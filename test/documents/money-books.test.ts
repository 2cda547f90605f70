// Lists and books of gifts and money, on paper and as workbooks: what ties, what is left out, what never stands together.
import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../db/contract/documents.ts';
import { withoutPersonalNumbers } from '../../main/documents/personal-numbers.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { cashBook, numberRegister } from './book-samples.ts';
import { donationList, postedList } from './gift-samples.ts';
import { pageTexts, rowWith, sheetRows } from './reading.ts';

const service = createDocumentsService();
const texts = async (model: DocumentModel): Promise<readonly string[]> =>
  pageTexts((await service.render({ model, format: 'pdf' })).bytes);

/** Sheets as another program reads them, as many as the paper says. */
async function sheets(model: DocumentModel): Promise<ReturnType<typeof sheetRows>> {
  const { bytes, pages } = await service.render({ model, format: 'xlsx' });
  const found = sheetRows(bytes);
  expect(found.size).toBe(pages);
  return found;
}

describe('捐赠接收明细', () => {
  it('lists money and goods, red entries as negative rows, and totals that say what they leave out', async () => {
    const [page] = await texts(donationList);
    for (const words of [
      '捐赠接收明细表',
      '匿名东北大米100袋12,800.00非定向2026-000118',
      '旧衣物300件未计价',
      '2026-000126补录2026-06-29',
      '-500.00非定向2026-000077红冲',
      '散装面粉-2.5公斤-11.25',
      '合计500.0012,788.75',
      '未计价1项未计入合计',
      '红冲2行以负数列示',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toMatch(/公示|监督电话/u);
    const rows = (await sheets(donationList)).get('捐赠接收明细表');
    expect(rowWith(rows, '东北大米').slice(1)).toEqual([
      '2026-07-09',
      '匿名',
      undefined,
      '东北大米',
      100,
      '袋',
      12_800,
      '非定向',
      '2026-000118',
    ]);
    expect(rowWith(rows, '散装面粉').slice(5, 8)).toEqual([-2.5, '公斤', -11.25]);
    expect(rowWith(rows, '合计').slice(3, 8)).toEqual([500, undefined, undefined, undefined, 12_788.75]);
  });

  it('carries 公示期 and 监督电话 when it is posted, and no number of a person', async () => {
    const [page = ''] = await texts(postedList);
    expect(page).toContain('捐赠接收公示表');
    expect(page).toContain('公示期:2026年8月5日至2026年8月11日(含首尾两日)');
    expect(page).toContain('监督电话:0772-0000001');
    const sheet = [...((await sheets(postedList)).get('捐赠接收公示表') ?? [])].flat().join(' ');
    for (const text of [page, sheet]) {
      expect(text).toContain('138****1234');
      expect(text).toContain('45*************05X');
      expect(text).not.toMatch(/13800001234|1234567|45020319520708005/u);
    }
    expect((await texts(donationList))[0]).toContain('13800001234');
  });

  it('is a zero report when nothing was given', async () => {
    expect((await texts({ ...donationList, rows: [] }))[0]).toContain('本期无捐赠,零报告');
  });

  it.each([
    ['请联系 138 0000 1234', '请联系 138****1234'],
    ['+86-13800001234', '138****1234'],
    ['１３８００００１２３４', '138****1234'],
    ['证件450203520708005', '证件'],
    ['(0772)1234567', ''],
    ['给2026年城中区100户', '给2026年城中区100户'],
    ['凭证 2026-000123,第3批', '凭证 2026-000123,第3批'],
    ['（全角括号）不动', '（全角括号）不动'],
  ])('posts %s as %s', (typed, shown) => {
    expect(withoutPersonalNumbers(typed)).toBe(shown);
  });
});

describe('票据、凭证使用登记', () => {
  it('shows scenario 14: 51 numbers, 1 void with reason and operator, 0 missing', async () => {
    const [page] = await texts(numberRegister);
    for (const words of [
      '2026-0001012026-00015151500100✓',
      '2026-0000012026-001250125012471030✓',
      '缺号0,号码连续✓',
      '2026-000123作废2026-07-28数量填写错误2026-000151王芳',
      '2026-000811至2026-000813恢复遗失',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('×');
    const books = await sheets(numberRegister);
    expect(rowWith(books.get('号码使用情况'), '捐赠接收凭证')).toEqual([
      '捐赠接收凭证',
      '2026',
      '2026-000101',
      '2026-000151',
      51,
      50,
      0,
      1,
      0,
      0,
      '✓',
    ]);
    expect(rowWith(books.get('作废红冲遗失清单'), '2026-000123').slice(6)).toEqual(['2026-000151', '王芳']);
  });

  it('names missing and doubled numbers, and says when sums or list do not tie', async () => {
    const [first, ...others] = numberRegister.series;
    if (first === undefined) throw new Error('sample has no series');
    const page = async (change: Partial<typeof first>, ended = numberRegister.ended): Promise<string> => {
      const series = [{ ...first, ...change }, ...others];
      return (await texts({ ...numberRegister, series, ended })).join('');
    };
    const gap = await page({ used: 48, missing: 2, missingNumbers: ['2026-000117', '2026-000118'] });
    expect(gap).toContain('×缺号捐赠接收凭证2026年:2026-000117、2026-000118');
    expect(gap).toContain('缺2');
    expect(gap).not.toContain('号码连续');
    const twice = await page({ doubled: ['2026-000104'] });
    expect(twice).toContain('×重号捐赠接收凭证2026年:2026-000104');
    const off = await page({ used: 49 });
    expect(off).toContain('号码数与各项之和相差1张');
    expect(await page({}, numberRegister.ended.slice(1))).toContain('×作废登记1张,清单0张,不符');
  });

  it('has an empty place for a series that gave no number yet', async () => {
    const unused = { from: null, to: null, numbers: 0, used: 0, void: 0 } as const;
    const series = numberRegister.series.slice(0, 1).map((s) => ({ ...s, ...unused }));
    const [page] = await texts({ ...numberRegister, series, ended: [] });
    expect(page).toContain('——000000✓');
    expect(page).not.toContain('清单');
  });
});

describe('资金日记账', () => {
  it('keeps a journal a source, opening to closing, and adds up the sources without trading', async () => {
    const [page, trading, ...more] = await texts(cashBook);
    expect(more).toEqual([]);
    for (const words of [
      '捐款2,000.00500.001,200.001,300.00✓',
      '福彩公益金10,000.000.009,400.00600.00✓',
      '合计12,000.00500.0010,600.001,900.00✓',
      '采购东北大米(补录2026-06-30)9,400.00600.00',
      '红冲2026-000077-500.001,300.00',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toMatch(/补差|208\.00|2,108\.00/u);
    expect(trading).toContain('经营收支日记账');
    expect(trading).toContain('补差现金8.0058.00');
    expect(trading).toContain('本期合计158.000.00');
    expect(trading).not.toMatch(/1,300\.00|福彩公益金\d|采购/u);
  });

  it('has a sheet a source and one for trading, figures as numbers', async () => {
    const books = await sheets(cashBook);
    expect([...books.keys()]).toEqual(['按资金来源汇总', '捐款', '福彩公益金', '财政', '经营收入']);
    expect(rowWith(books.get('按资金来源汇总'), '合计')).toEqual(['合计', 12_000, 500, 10_600, 1_900, '✓']);
    expect(rowWith(books.get('捐款'), 'CG2026-0007').slice(3)).toEqual([undefined, 1_200, 1_800]);
    expect(rowWith(books.get('经营收入'), '期末余额')[5]).toBe(208);
    expect([...(books.get('按资金来源汇总') ?? [])].flat().join('')).not.toContain('208');
  });

  it('says which row does not follow and when the closing balance is another', async () => {
    const [donated, ...others] = cashBook.blocks;
    if (donated === undefined) throw new Error('sample has no block');
    const rows = donated.rows.map((row, i) => (i === 1 ? { ...row, balanceFen: row.balanceFen + 1 } : row));
    const wrong = { ...cashBook, blocks: [{ ...donated, rows }, ...others] };
    expect((await texts(wrong))[0]).toContain('×第2行余额不符,差0.01元');
    const end = { ...cashBook, blocks: [{ ...donated, closingFen: 129_900 }, ...others] };
    const [page] = await texts(end);
    expect(page).toContain('×期末余额不符,差-1.00元');
    expect(page).toContain('差1.00');
  });

  it('prints trading alone without a book of gifts, and no book as one without movement', async () => {
    const only = { ...cashBook, blocks: cashBook.blocks.filter((block) => block.source === 'trading') };
    const pages = await texts(only);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('经营收支日记账');
    const [empty] = await texts({ ...cashBook, blocks: [] });
    expect(empty).toContain('本期无资金收支');
  });

  it('runs over pages with its headings', async () => {
    const [, lottery] = cashBook.blocks;
    const row = lottery?.rows[0];
    if (lottery === undefined || row === undefined) throw new Error('sample has no row');
    const rows = Array.from({ length: 200 }, () => row);
    const pages = await texts({ ...cashBook, blocks: [{ ...lottery, rows }] });
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain('余额(元)');
  });
});

describe('books and lists', () => {
  it('carry 练习 on every sheet of a practice shop and only there', async () => {
    for (const model of [donationList, numberRegister, cashBook]) {
      for (const [name, rows] of await sheets({ ...model, practice: true }))
        expect(rows.flat().join(''), name).toContain('练习,不作数');
      for (const [name, rows] of await sheets(model))
        expect(rows.flat().join(''), name).not.toContain('练习');
    }
  });

  it('never compute what somebody typed', async () => {
    const rows = donationList.rows.map((row) => ({ ...row, donorName: '=1+1', designation: '@SUM(A1)' }));
    const listed = (await sheets({ ...donationList, rows })).get('捐赠接收明细表');
    expect(rowWith(listed, "'=1+1")[8]).toBe("'@SUM(A1)");
  });

  it('stop at a character no font holds and name it', async () => {
    const emoji = '甲\u{1F600}';
    const [gift] = donationList.rows;
    const [ended] = numberRegister.ended;
    const [block] = cashBook.blocks;
    const row = block?.rows[0];
    if (gift === undefined || ended === undefined || block === undefined || row === undefined)
      throw new Error('samples have no row');
    const models: readonly DocumentModel[] = [
      { ...donationList, rows: [{ ...gift, designation: emoji }] },
      { ...postedList, rows: [{ ...gift, donorName: emoji }] },
      { ...numberRegister, ended: [{ ...ended, reason: emoji }] },
      { ...cashBook, blocks: [{ ...block, rows: [{ ...row, summary: emoji }] }] },
    ];
    for (const model of models) {
      await expect(service.render({ model, format: 'pdf' }), model.kind).rejects.toMatchObject({
        code: 'glyph-missing',
        params: { codePoint: 'U+1F600' },
      });
    }
  });

  it('are not made as CSV', async () => {
    await expect(service.render({ model: cashBook, format: 'csv' })).rejects.toThrow('cash-book');
  });
});
