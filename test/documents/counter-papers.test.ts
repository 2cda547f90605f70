// The papers of the counter that stay in the office: dispute pack, shift and day sheet, lists of open vouchers. Then what holds for
// every paper of the counter.
import { describe, expect, it } from 'vitest';
import type { DocumentModel, RenderedDocument } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { daySheet, disputePack, shiftSheet } from './counter-office-samples.ts';
import { deliveryNotes, drawn, fullSlip, householdCards, openVouchers, reversal } from './counter-samples.ts';
import { fontsOf, greyPage, pageTexts, rowWith, sheetRows } from './reading.ts';
import { voucherSheet } from './samples.ts';

const service = createDocumentsService();
const pdf = (model: DocumentModel): Promise<RenderedDocument> => service.render({ model, format: 'pdf' });
const texts = async (model: DocumentModel): Promise<readonly string[]> => pageTexts((await pdf(model)).bytes);
const text = async (model: DocumentModel): Promise<string> => (await texts(model)).join('');

describe('争议材料', () => {
  it('holds the voucher, its holder and every event in order, with goods and lots', async () => {
    const page = await text(disputePack);
    for (const words of [
      '券号2026-01-00042',
      '批次2026年元旦春节慰问面值¥100.00现有余额¥7.00',
      '状态部分使用有效期2026-05-01至2026-05-31使用方式分次使用',
      '资金来源福彩公益金',
      '补发第1次,原券号2026-01-00017',
      '持券人韦*兰证件号45*************025户号H000123',
      '12026-04-2809:00发放李强+100.00100.00补发:原券遗失,批准覃明812',
      '22026-05-0109:30交付王芳2号柜台领取签收花名册第2次打印901',
      '32026-05-0310:12拒绝王芳2号柜台食用油本月已领满,2026-06-01起可再领950',
      '42026-05-0410:12核销王芳2号柜台2026-000037-93.007.00',
      '东北大米10kg/袋1袋45.00(批号L2604-07保质期至2027-02-101袋)',
      '批号L2603-01保质期至2026-09-011.5公斤;批号L2604-021公斤',
      '52026-06-0100:00过期系统-7.000.00',
      '账册校验码7F3K-9Q2M校验链完整✓',
      '核销1次,撤销0次,拒绝1次',
      '第1页/共1页',
    ]) {
      expect(page, words).toContain(words);
    }
  });

  it('says whose print it is, and whether it is masked', async () => {
    const owner = '内部资料不得外传·导出人王芳·2026-05-0410:12·编号NB2026-000017';
    const page = await text(disputePack);
    expect(page.split(owner).length - 1).toBeGreaterThanOrEqual(4);
    expect(page).toContain('已作掩码处理');
    const full = await text({ ...disputePack, full: true });
    expect(full).toContain('本件含完整个人信息');
  });

  it('shows what was drawn at the till, under the number of its slip; nothing where nothing was', async () => {
    const signatures = ['2026-000037', '2026-000038', '2026-000039', '2026-000040'].map((number) => ({
      number,
      drawn,
    }));
    const pen = async (model: DocumentModel): Promise<number> => {
      const { pixels } = greyPage((await pdf(model)).bytes, 50);
      return pixels.filter((grey) => grey < 128).length;
    };
    const page = await text({ ...disputePack, full: true, signatures });
    for (const { number } of signatures) expect(page).toContain(`${number}签名`);
    expect(await text(disputePack)).not.toContain('手写签名');
    const unsigned = signatures.map(({ number }) => ({ number, drawn: { ...drawn, strokes: [] } }));
    expect(await pen({ ...disputePack, signatures })).toBeGreaterThan(
      (await pen({ ...disputePack, signatures: unsigned })) + 100,
    );
  });

  it('does not hide a chain that does not hold', async () => {
    const page = await text({ ...disputePack, chainHolds: false });
    expect(page).toContain('校验链不完整×');
    expect(page).not.toContain('校验链完整✓');
  });

  it('numbers its pages and repeats its headings when much happened', async () => {
    const [event] = disputePack.events;
    if (event === undefined) throw new Error('sample has no event');
    const pages = await texts({ ...disputePack, events: Array.from({ length: 90 }, () => event) });
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('2026-01-00042');
      expect(page).toContain(`第${index + 1}页/共${pages.length}页`);
    }
    for (const page of pages.slice(0, -1)) expect(page).toContain('事项经办人柜台');
  });

  it('of a package and of points says so without money', async () => {
    const { voucher } = disputePack;
    const contents = [{ name: '面粉', spec: null, measure: { quantity: 1, scale: 1, unit: '袋' } }];
    const pack = { ...voucher, worth: { packageName: '春节套餐', contents }, balance: null };
    const page = await text({ ...disputePack, voucher: pack, events: [] });
    expect(page).toContain('套餐春节套餐:面粉×1袋');
    expect(page).not.toContain('¥');
    const [event] = disputePack.events;
    if (event === undefined) throw new Error('sample has no event');
    const taken = { ...event, change: { points: -30 }, after: { points: 10 } };
    const points = { ...voucher, worth: { points: 40 }, balance: { points: 10 } };
    expect(await text({ ...disputePack, voucher: points, events: [taken] })).toContain('-30积分10积分');
  });
});

describe('交班单与日结单', () => {
  it('counts acts, vouchers by kind, cash, reversals, refusals and what is held', async () => {
    const page = await text(shiftSheet);
    for (const words of [
      '交班单',
      '班次号BC-2026-0012',
      '柜台2号柜台当班人王芳',
      '起2026-05-0408:30止2026-05-0417:30',
      '户次57机构户次1',
      '免费领取4次送货上门2次',
      '金额券(元)616,100.005,880.50219.50',
      '套餐券(按标价,元)5—600.00—',
      '积分券(积分)3120900',
      '期初备用金200.00补现金收入621.50撤销退还1-3.50应有现金218.00✓实点现金217.50',
      '差额(长款为正)-0.50找零差错',
      '现金应有218.00元,实点217.50元,短款0.50元。',
      '2026-05-0411:202026-0000412026-000037145.00王芳拿错规格,换货',
      '拒绝(6次)',
      '此券已核销4',
      '未完成的挂单(1个)',
      '挂单12026-05-0416:58王芳李*3',
      '交接事项:面粉只剩3袋,已报采购',
      '交班人:王芳接班人:李强',
      '账册校验码7F3K-9Q2M',
    ]) {
      expect(page, words).toContain(words);
    }
    expect(page).not.toMatch(/一天各班|尚未结束|补打/u);
  });

  it('of the day lists its shifts and says which is open', async () => {
    const page = await text({ ...daySheet, to: null, reprint: 1 });
    expect(page).toContain('日结单');
    expect(page).toContain('柜台全部当班人共2班');
    expect(page).toContain('BC-2026-00111号柜台李强2026-05-0408:302026-05-0417:20303,000.000.00');
    expect(page).toContain('BC-2026-00122号柜台王芳2026-05-0408:30进行中272,880.50未清点');
    expect(page).toContain('尚未结束,数字可能变动');
    expect(page).toContain('补打第1次');
  });

  it('says so when cash does not tie or was not counted, and names an empty part empty', async () => {
    const { cash } = shiftSheet;
    const off = await text({ ...shiftSheet, cash: { ...cash, expectedFen: 21_900, differenceFen: -150 } });
    expect(off).toContain('×不符,差1.00');
    const wrong = await text({ ...shiftSheet, cash: { ...cash, differenceFen: 0 } });
    expect(wrong).toContain('×与实点不符');
    const uncounted = await text({
      ...shiftSheet,
      cash: { ...cash, countedFen: null, differenceFen: null, differenceReason: null },
      held: [],
      refusals: [],
      reversals: [],
      vouchers: [],
      note: null,
    });
    expect(uncounted).toContain('现金尚未清点');
    expect(uncounted).toContain('实点现金未清点');
    expect(uncounted).toContain('撤销(0笔):无');
    expect(uncounted).toContain('拒绝(0次):无');
    expect(uncounted).toContain('未完成的挂单(0个):无');
    expect(uncounted).toContain('核销领物券(已减撤销):无');
    expect(uncounted).not.toContain('交接事项');
    const even = await text({ ...shiftSheet, cash: { ...cash, countedFen: 21_800, differenceFen: 0 } });
    expect(even).toContain('账款相符');
  });
});

describe('到期提醒与未领清单', () => {
  it('lists by community, masked, and adds up money, points and packages apart', async () => {
    const page = await text(openVouchers(7));
    for (const words of [
      '领物券到期提醒',
      '有效期至2026年5月31日及以前',
      '南亚社区(7张,700.00元)',
      '12026-01-00001韦*兰138****1234城市低保已发放(待交付)100.002026-05-31',
      '未登记村(社区)(2张,30积分,套餐1份)',
      '12026-03-00011买*提·*特困分散供养有效端午套餐2026-05-20',
      '30积分2026-05-20',
      '总计9张,700.00元,30积分,套餐1份。',
      '通知日期/方式',
      '村(社区)签收',
    ]) {
      expect(page, words).toContain(words);
    }
  });

  it('of all that are open is another list, and an empty one is a zero report', async () => {
    const page = await text({
      ...openVouchers(1),
      of: 'outstanding',
      by: null,
      batchName: null,
      communities: [],
    });
    expect(page).toContain('领物券未领清单');
    expect(page).toContain('批次:全部');
    expect(page).toContain('没有未用完的领物券,零报告。');
    expect(page).not.toMatch(/通知日期|及以前/u);
  });

  it('runs over pages with its headings', async () => {
    const pages = await texts(openVouchers(120));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(0, 3)) expect(page).toContain('券号持券人电话');
  });

  it('is one sheet with the community as a column and money that can be added up', async () => {
    const { bytes, fileName } = await service.render({ model: openVouchers(3), format: 'xlsx' });
    expect(fileName).toBe('领物券到期提醒-2026-05-04.xlsx');
    const rows = sheetRows(bytes).get('领物券到期提醒');
    const headings = rowWith(rows, '村(社区)');
    const at = (heading: string): number => headings.indexOf(heading);
    const [money, points] = [rowWith(rows, '2026-01-00001'), rowWith(rows, '2026-09-00002')];
    expect(money[at('村(社区)')]).toBe('南亚社区');
    expect(money[at('余额(元)')]).toBe(100);
    expect(points[at('余额(元)')]).toBe('30 积分');
    expect(points[at('村(社区)')]).toBe('未登记村(社区)');
    expect(rowWith(rows, '总计 5 张,300.00 元,30 积分,套餐 1 份。')).not.toEqual([]);
  });
});

describe('every paper of the counter', () => {
  const papers: readonly DocumentModel[] = [
    { ...fullSlip, signature: drawn },
    { ...fullSlip, paper: 'a5' },
    reversal,
    { ...reversal, paper: 'a5' },
    disputePack,
    shiftSheet,
    daySheet,
    openVouchers(3),
    householdCards(3),
    deliveryNotes(2),
    { ...voucherSheet(3), layout: 'a4-10' },
    { ...voucherSheet(2), layout: 'single' },
    { ...voucherSheet(2), layout: 'roll-80' },
  ];

  it('is printed twice to the same bytes with its fonts inside', async () => {
    for (const model of papers) {
      const [first, second] = [await pdf(model), await pdf(model)];
      expect(Buffer.compare(first.bytes, second.bytes), model.kind).toBe(0);
      const fonts = fontsOf(first.bytes);
      expect(fonts.length, model.kind).toBeGreaterThan(0);
      expect(
        fonts.every((font) => font.embedded),
        model.kind,
      ).toBe(true);
    }
  });

  it('carries 练习 on every page of a practice shop, and only there', async () => {
    for (const model of papers) {
      const practice = await pdf({ ...model, practice: true });
      expect(practice.fileName).toMatch(/^练习-/u);
      for (const page of pageTexts(practice.bytes)) expect(page, model.kind).toMatch(/练[^]*习|习[^]*练/u);
      for (const page of await texts(model)) expect(page, model.kind).not.toMatch(/[练习]/u);
    }
  });

  it('offers a file name of numbers and days', async () => {
    const names: string[] = [];
    for (const model of papers) names.push((await pdf(model)).fileName);
    for (const name of names) expect(name).not.toMatch(/韦|李|王|覃|南亚|慰问/u);
    expect(new Set(names)).toEqual(
      new Set([
        '核销小票-2026-000037.pdf',
        '撤销小票-2026-000041.pdf',
        '领物券争议材料-2026-01-00042.pdf',
        '交班单-BC-2026-0012.pdf',
        '日结单-2026-05-04.pdf',
        '领物券到期提醒-2026-05-04.pdf',
        '领物卡-2026-05-04.pdf',
        '送货单-2026-05-04.pdf',
        '领物券-2026-05-04.pdf',
      ]),
    );
    expect((await pdf(deliveryNotes(1))).fileName).toBe('送货单-SH-2026-0007.pdf');
  });

  it('stops at a character no font holds and names it', async () => {
    const bad = '王\u{323AF}';
    const [voucher] = openVouchers(1).communities[0]?.vouchers ?? [];
    const [card] = householdCards(1).cards;
    const [delivery] = deliveryNotes(1).deliveries;
    if (voucher === undefined || card === undefined || delivery === undefined)
      throw new Error('empty sample');
    const community = { community: null, vouchers: [{ ...voucher, holderMasked: bad }] };
    const withBad: readonly DocumentModel[] = [
      { ...fullSlip, holderMasked: bad },
      { ...fullSlip, paper: 'a5', limits: [{ name: bad, left: null, againDay: null }] },
      { ...reversal, reason: bad },
      { ...disputePack, holder: { ...disputePack.holder, name: bad } },
      { ...shiftSheet, note: bad },
      { ...openVouchers(1), communities: [community] },
      { ...householdCards(1), cards: [{ ...card, headMasked: bad }] },
      { ...deliveryNotes(1), deliveries: [{ ...delivery, address: bad }] },
    ];
    for (const model of withBad) {
      await expect(pdf(model), model.kind).rejects.toMatchObject({
        code: 'glyph-missing',
        params: { character: '\u{323AF}', codePoint: 'U+323AF' },
      });
    }
  });

  it('is not made as a workbook, but for the lists of open vouchers', async () => {
    for (const model of papers) {
      if (model.kind === 'open-vouchers') continue;
      await expect(service.render({ model, format: 'xlsx' }), model.kind).rejects.toThrow(model.kind);
    }
  });
});
