// The store room's papers, read back by poppler: what is counted, moved, written off and traced stands on them, what
// must not be known does not.
import { describe, expect, it } from 'vitest';
import type { DocumentModel, RenderedDocument } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { fontsOf, pageTexts } from './reading.ts';
import {
  countMisfits,
  countResult,
  countSheet,
  labelSheet,
  scenarioCard,
  stockNote,
  trace,
} from './stock-samples.ts';
import { readTables } from '../helpers/read-tables.ts';

const service = createDocumentsService();
const pdf = (model: DocumentModel): Promise<RenderedDocument> => service.render({ model, format: 'pdf' });
const texts = async (model: DocumentModel): Promise<readonly string[]> => pageTexts((await pdf(model)).bytes);
const text = async (model: DocumentModel): Promise<string> => (await texts(model)).join('');

describe('盘点表', () => {
  it('names the count, what to count and who signs, on every page its headings', async () => {
    const pages = await texts(countSheet(60));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      for (const words of [
        '物资盘点表',
        'PD2026-0007',
        '盘点地点:仓库一',
        '账面时点:2026-05-0409:00',
        '共60项',
      ]) {
        expect(page, words).toContain(words);
      }
      expect(page).toContain(`第${index + 1}页/共${pages.length}页`);
      expect(page).toMatch(/初盘数量复盘数量备注/u);
    }
    const all = pages.join('');
    for (const words of ['1东北大米10kg/袋袋2027-02-10L26-0123', '3男式棉衣混码件C-00042', '60男式棉衣']) {
      expect(all, words).toContain(words);
    }
    for (const place of ['初盘人:', '复盘人:', '监盘人:']) expect(pages.at(-1)).toContain(place);
  });

  it('blind: no book quantity anywhere, on paper or in the workbook', async () => {
    const open = await text(countSheet(3, false));
    expect(open).toContain('账面数量');
    expect(open).toContain('7301');
    expect(open).toContain('7.302');
    const blind = countSheet(3, true);
    const page = await text(blind);
    expect(page).toContain('盲盘');
    const { bytes } = await service.render({ model: blind, format: 'xlsx' });
    const cells = (await readTables(service, { name: 'x.xlsx', bytes })).tables.flatMap((t) => t.rows.flat());
    for (const found of [page, cells.map((cell) => cell.text).join('|')]) {
      expect(found).not.toMatch(/730|7\.30/u);
      expect(found).not.toMatch(/账面数量(?!。)/u);
    }
  });

  it('has one box to write in for a single count and two for a double one', async () => {
    const single = await text(countSheet(2, true, false));
    expect(single).toContain('实盘数量');
    expect(single).not.toContain('复盘');
    expect(single).toContain('盘点人(一):盘点人(二):');
    expect(await text(countSheet(2, true, true))).not.toContain('实盘数量');
  });

  it('to count again: both figures, their distance, and no book quantity', async () => {
    const page = await text(countMisfits);
    for (const words of ['物资复盘清单', '初盘韦兰', '复盘覃明', 'L26-012352542', '12.5未盘—', '重盘数量']) {
      expect(page, words).toContain(words);
    }
  });
});

describe('盘点盈亏表', () => {
  it('shows book, counted and the difference in pieces and in value', async () => {
    const page = await text(countResult);
    for (const row of [
      'L26-01235254+2+94.00上次发放多记',
      'L26-014012.510-2.5-11.25受潮损耗',
      'C-000426057-3未计价',
      'C-00043110' + '0.00',
      'L26-015030未盘——',
      '盘盈合计+94.00',
      '盘亏合计-11.25',
    ]) {
      expect(page, row).toContain(row);
    }
  });

  it('says what the totals leave out, who counted and who posted', async () => {
    const page = await text(countResult);
    expect(page).toContain(
      '盘盈1项;盘亏2项(其中1项未计价,只计数量,不在金额合计内);相符1项;未盘1项,不作盈亏。',
    );
    expect(page).toContain('盘点人:韦兰、覃明');
    expect(page).toContain('过账人:李强');
    expect(page).toContain('已过账2026年5月5日');
    expect(await text({ ...countResult, postedOn: null, postedBy: null })).toContain('尚未过账');
  });

  it('a count without differences totals ¥0.00 both ways', async () => {
    const [same] = countResult.rows.slice(3, 4);
    if (same === undefined) throw new Error('sample has no row');
    const page = await text({ ...countResult, rows: [same] });
    expect(page).toContain('盘盈合计0.00');
    expect(page).toContain('盘亏合计0.00');
    expect(page).toContain('盘盈0项;盘亏0项;相符1项。');
  });
});

describe('store-room notes', () => {
  it.each([
    [
      'purchase',
      '采购入库单',
      [
        '供货单位柳州市某某商贸有限公司',
        '发票号码24452000000012345678',
        '资金来源福彩公益金',
        '金额合计(大写):人民币玖仟肆佰伍拾陆元贰角伍分',
      ],
    ],
    ['transfer', '调拨单', ['调出地点仓库一', '调入地点城中区敬老院仓库', '调入地点签字']],
    ['loss', '报损单', ['报损原因受潮霉变', '处理方式移交环卫集中销毁', '见证人', '批准人']],
    [
      'sale',
      '义卖单',
      [
        '义卖所得¥325.04现金人民币叁佰贰拾伍元零肆分',
        '所得用途用于困难儿童春季助学',
        '购买人南亚社区居民(多人)',
      ],
    ],
  ] as const)('%s is a %s with its own facts', async (note, title, facts) => {
    const page = await text(stockNote(note));
    for (const words of [title, ...facts, 'DH2026-000012', '散装面粉公斤12.52026-09-01L26-014056.25']) {
      expect(page, words).toContain(words);
    }
    expect(page).toContain('男式棉衣件3C-00042未计价');
    expect(page).toContain('合计9,456.25');
    expect(page).toContain('另有1项未计价,数量登记,不计金额,不在合计内');
    expect(page).not.toMatch(/补打|冲销|待批准/u);
    if (note !== 'sale') expect(page).not.toContain('325.04');
    if (note !== 'purchase') expect(page).not.toContain('福彩公益金');
  });

  it('who stood by is 验收人 when goods come in, 见证人 when they are lost or sold', async () => {
    const signed = async (note: 'purchase' | 'loss'): Promise<string> =>
      text({ ...stockNote(note), witnessedBy: '韦兰、覃明' });
    expect(await signed('purchase')).toContain('验收人:韦兰、覃明');
    expect(await signed('loss')).toContain('见证人:韦兰、覃明');
  });

  it('nothing priced totals a dash, not ¥0.00', async () => {
    const note = stockNote('loss');
    const page = await text({ ...note, lines: note.lines.map((line) => ({ ...line, amountFen: null })) });
    expect(page).toContain('合计—');
    expect(page).not.toContain('0.00');
  });

  it('says when it waits, was withdrawn, reversed or printed again', async () => {
    const note = stockNote('loss');
    const because = { reason: '录错数量', on: '2026-05-06' } as const;
    expect(await text({ ...note, state: { is: 'proposed' } })).toContain('待批准:物资尚未出库');
    expect(await text({ ...note, state: { is: 'withdrawn', ...because } })).toContain(
      '已撤回2026年5月6日原因:录错数量',
    );
    const again = await text({ ...note, state: { is: 'reversed', ...because }, reprint: 2 });
    expect(again).toContain('已冲销2026年5月6日原因:录错数量');
    expect(again).toContain('补打第2次');
  });

  it('names the place of each line when they stand in several', async () => {
    const note = stockNote('sale');
    expect(await text(note)).not.toContain('仓库二');
    const lines = note.lines.map((line) => ({ ...line, place: '仓库二' }));
    expect(await text({ ...note, lines })).toContain('L26-0123仓库二9,400.00');
  });
});

describe('去向单', () => {
  it('which 37 households got this rice, and where it came from', async () => {
    const page = await text(trace);
    for (const words of [
      '批号/吊牌:L26-0123',
      '2026-04-26捐赠2026-000123匿名40',
      '合计37户38',
      '2026-05-20BS2026-000003报损:受潮霉变1',
      '来源40=发放38+其他1+现存1袋✓相符',
    ]) {
      expect(page, words).toContain(words);
    }
    for (const row of trace.rows) expect(page).toContain(row.slipNo);
  });

  it('says when the lot does not add up', async () => {
    expect(await text({ ...trace, onHand: 3 })).toContain('×不符,差-2');
  });

  it('leaves an unknown supplier empty but calls an unnamed donor 匿名', async () => {
    const origins = trace.origins.map((origin) => ({ ...origin, by: 'purchase' as const }));
    expect(await text({ ...trace, origins })).not.toContain('匿名');
  });
});

describe('every paper of the store room', () => {
  const papers: readonly DocumentModel[] = [
    labelSheet('a4-3x8'),
    countSheet(),
    countMisfits,
    countResult,
    scenarioCard,
    stockNote('sale'),
    trace,
  ];

  it('is the same twice, embeds its fonts, is marked in a practice shop', async () => {
    for (const model of papers) {
      const [first, second] = [await pdf(model), await pdf(model)];
      expect(Buffer.compare(first.bytes, second.bytes), model.kind).toBe(0);
      expect(
        fontsOf(first.bytes).every((font) => font.embedded),
        model.kind,
      ).toBe(true);
      const practice = await pdf({ ...model, practice: true });
      expect(practice.fileName).toMatch(/^练习-/u);
      for (const page of pageTexts(practice.bytes)) expect(page, model.kind).toMatch(/练[^]*习|习[^]*练/u);
    }
  });

  it('names no person in its file name', async () => {
    for (const model of papers) expect((await pdf(model)).fileName).not.toMatch(/韦|李|王|覃|公司/u);
  });

  it('is refused, naming the character, when no font has it', async () => {
    const missing = '\u{323AF}';
    const broken: readonly DocumentModel[] = [
      { ...countSheet(), place: missing },
      { ...countMisfits, firstBy: missing },
      { ...countResult, countedBy: [missing] },
      { ...scenarioCard, name: missing },
      { ...stockNote('loss'), witnessedBy: missing },
      { ...trace, rows: trace.rows.map((row) => ({ ...row, householdMasked: missing })) },
    ];
    for (const model of broken) {
      await expect(pdf(model), model.kind).rejects.toMatchObject({
        code: 'glyph-missing',
        params: { codePoint: 'U+323AF' },
      });
    }
  });
});
