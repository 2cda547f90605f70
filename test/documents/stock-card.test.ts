// 物资明细账: sums carried from page to page, a check that fails loudly, and a hundred thousand rows without a standstill.
import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { heightsOf, pageTexts } from './reading.ts';
import { scenarioCard, stockCard } from './stock-samples.ts';

const service = createDocumentsService();
const texts = async (model: DocumentModel): Promise<readonly string[]> =>
  pageTexts((await service.render({ model, format: 'pdf' })).bytes);
const text = async (model: DocumentModel): Promise<string> => (await texts(model)).join('');

describe('物资明细账', () => {
  it('domain scenario 16: 120 bags and 200, less 263 and 5, found 2, leave 54 bags and ¥2,538.00', async () => {
    const page = await text(scenarioCard);
    for (const words of [
      '期初结存1205,400.00',
      '2009,400.0032014,800.00',
      '26312,121.00572,679.00',
      '294.00542,538.00',
      '本期合计2029,494.0026812,356.00542,538.00',
      '期初结存120+收入202−发出268=结存54袋✓相符',
    ]) {
      expect(page, words).toContain(words);
    }
  });

  it('one edited movement fails loudly, in pieces or in money', async () => {
    const edit = (change: object) => ({
      ...scenarioCard,
      rows: scenarioCard.rows.map((row, index) => (index === 1 ? { ...row, ...change } : row)),
    });
    for (const change of [{ quantity: -264 }, { fen: -1_212_000 }]) {
      const page = await text(edit(change));
      expect(page).toContain('×1行结存不符,请勿使用');
      expect(page).not.toContain('✓');
    }
  });

  it('carries the sums from page to page', async () => {
    const model = stockCard(60);
    const pages = await texts(model);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第${index + 1}页/共${pages.length}页`);
      expect(page).toContain('日期凭证号摘要数量收入金额(元)数量发出金额(元)数量结存金额(元)');
      const next = pages[index + 1];
      if (next === undefined) continue;
      const carried = /过次页([\d,.]+)/u.exec(page)?.[1];
      expect(carried).toBeDefined();
      expect(next).toContain(`承前页${carried ?? ''}`);
    }
    expect(pages[0]).toContain('期初结存');
    expect(pages[0]).not.toContain('承前页');
    expect(pages.at(-1)).not.toContain('过次页');
    expect(pages.at(-1)).toContain('本期合计');
    const docs = pages.join('').match(/2026-0000\d\d/gu);
    expect(new Set(docs).size).toBe(60);
  });

  it('a lot’s card, unpriced, has no money but says so', async () => {
    const lot = { tag: 'L26-0123', expiresOn: '2027-02-10' };
    const rows = scenarioCard.rows.map((row) => ({ ...row, fen: null, balanceFen: null }));
    const page = await text({
      ...scenarioCard,
      lot,
      rows,
      opening: { quantity: 120, fen: null },
      place: '仓库一',
    });
    expect(page).toContain('批号/吊牌:L26-0123(保质期至2027-02-10)');
    expect(page).toContain('地点:仓库一');
    expect(page).toContain('200未计价320未计价');
    expect(page).toContain('有4笔未计价,只计数量,不在金额合计内');
    expect(page).toContain('本期合计202—268—54未计价');
  });

  it('long words wrap into their row and are not cut; a card without movements prints', async () => {
    const long = '捐赠入库:' + '柳州市某某粮油有限公司与广西某某商贸集团'.repeat(4);
    const rows = scenarioCard.rows.map((row) => ({ ...row, summary: long }));
    expect((await text({ ...scenarioCard, rows })).split(long)).toHaveLength(5);
    const many = stockCard(30);
    const wordy = { ...many, rows: many.rows.map((row) => ({ ...row, summary: long })) };
    expect((await texts(wordy)).length).toBeGreaterThan((await texts(many)).length);
    const empty = await text(stockCard(0));
    expect(empty).toContain('本期合计00.0000.001205,400.00');
  });

  it('leaves room for the check and the signatures wherever the rows end', async () => {
    for (let rows = 12; rows <= 36; rows += 1) {
      const { bytes } = await service.render({ model: stockCard(rows), format: 'pdf' });
      expect(
        pageTexts(bytes)
          .join('')
          .match(/2026-0000\d\d/gu),
        String(rows),
      ).toHaveLength(rows);
      const [keeper] = heightsOf(bytes, '保管');
      const [foot] = heightsOf(bytes, '打印时间');
      expect(keeper, String(rows)).toBeLessThan((foot ?? 0) - 18);
    }
  });
});
