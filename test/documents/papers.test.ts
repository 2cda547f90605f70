// Every paper, read back by poppler: the words, figures and places an inspector or a recipient looks for.
import { describe, expect, it } from 'vitest';
import type { DocumentModel, RenderedDocument } from '../../db/contract/documents.ts';
import { receiptDisclaimer } from '../../main/documents/gift-words.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { cashBook, numberRegister } from './book-samples.ts';
import { letters, mixedLetter, postedList, quiltLetter, redEntry } from './gift-samples.ts';
import { fontsOf, pageImages, pageTexts } from './reading.ts';
import {
  balance,
  distribution,
  list,
  receipt,
  recovery,
  signOff,
  slip,
  voucherSheet,
  zeroReport,
} from './samples.ts';

const service = createDocumentsService();
const pdf = (model: DocumentModel): Promise<RenderedDocument> => service.render({ model, format: 'pdf' });
const texts = async (model: DocumentModel): Promise<readonly string[]> => pageTexts((await pdf(model)).bytes);

describe('捐赠接收凭证', () => {
  it('comes in three copies, each with the fixed sentence, the amount in words and in figures', async () => {
    const document = await pdf(receipt);
    const pages = pageTexts(document.bytes);
    expect(document).toMatchObject({ kind: 'donation-receipt', pages: 3, mime: 'application/pdf' });
    expect(pages).toHaveLength(3);
    for (const page of pages) {
      expect(page).toContain(receiptDisclaimer);
      expect(page).toContain('人民币贰仟捌佰伍拾陆元贰角伍分');
      expect(page).toContain('¥2,856.25');
      expect(page).toContain('2026-000123');
      expect(page).toContain('票据代码');
      expect(page).toContain('票据号码');
      for (const place of ['经办人', '复核人', '验收人(一)', '验收人(二)', '捐赠人签字', '接收单位(盖章)']) {
        expect(page).toContain(place);
      }
    }
    expect(pages.map((page) => ['存根', '捐赠人(交', '记账'].find((word) => page.includes(word)))).toEqual([
      '存根',
      '捐赠人(交',
      '记账',
    ]);
  });

  it('masks the donor’s number on the donor’s copy alone', async () => {
    const [stub, donor, books] = await texts(receipt);
    expect(stub).toContain('91450200MA5XXXXX0X');
    expect(donor).not.toContain('91450200MA5XXXXX0X');
    expect(donor).toContain('91450200********0X');
    expect(books).toContain('91450200MA5XXXXX0X');
  });

  it('shows unpriced goods as quantity only and totals nothing when nothing has a price', async () => {
    const [priced] = await texts(receipt);
    expect(priced).toContain('未计价1项未计入合计(数量登记,不计金额)');
    const lines = receipt.lines.slice(2);
    const [page] = await texts({ ...receipt, means: ['goods'], cashFen: null, lines, totalFen: null });
    expect(page).toContain('金额合计(大写)—');
    expect(page).not.toContain('人民币');
    expect(page).not.toContain('0.00');
  });

  it('says when it is void, red, printed again or anonymous', async () => {
    const [first] = await texts(receipt);
    expect(first).not.toMatch(/作废|红冲|补打/u);
    const state = { is: 'void', reason: '金额填写错误', on: '2026-05-03' } as const;
    const [voided] = await texts({ ...receipt, state, reprint: 2, donorName: null });
    expect(voided).toContain('作废】2026年5月3日原因:金额填写错误');
    expect(voided).toContain('补打第2次');
    expect(voided).toContain('匿名');
    const [red] = await texts({ ...receipt, state: { ...state, is: 'reversed' } });
    expect(red).toContain('已红冲');
  });

  it('runs over to more pages with its headings when a gift is long', async () => {
    const one = receipt.lines[0];
    if (one === undefined) throw new Error('sample has no line');
    const document = await pdf({
      ...receipt,
      copies: ['stub'],
      lines: Array.from({ length: 80 }, () => one),
    });
    const pages = pageTexts(document.bytes);
    expect(document.pages).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第${index + 1}页/共${pages.length}页`);
    }
    expect(pages[1]).toContain('计价依据');
    expect(pages.filter((page) => page.includes(receiptDisclaimer))).toHaveLength(1);
  });
});

describe('领取签收表', () => {
  it('repeats its headings, numbers its pages, adds up, and never shows a typed code', async () => {
    const model = signOff(30);
    const document = await pdf(model);
    const pages = pageTexts(document.bytes);
    expect(pages).toHaveLength(document.pages);
    expect(document.pages).toBe(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('领取人签字');
      expect(page).toContain('代领人/关系/证件');
      expect(page).toContain(`第${index + 1}页/共3页`);
      expect(page).toContain('补打第1次');
    }
    expect(pages.at(-1)).toContain('30户');
    expect(pages.at(-1)).toContain('3,000.00');
  });
});

describe('核销小票', () => {
  it('shows before, used, lapsed, after, the end of validity and whom to call', async () => {
    const [page] = await texts(slip);
    for (const words of [
      '核销前券内¥100.00',
      '本次领取¥93.00',
      '未领部分失效¥7.00',
      '券内剩余¥0.00',
      '2026年5月31日',
      '投诉/举报电话0772-0000000',
      '未计价',
      '代领人李*(女儿)',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('补打');
  });

  it('says when it is printed again or taken back, and leaves out what did not happen', async () => {
    const [page] = await texts({
      ...slip,
      reprint: 1,
      vouchers: slip.vouchers.map((voucher) => ({
        ...voucher,
        balance: { is: 'fen', before: 9_300, used: 9_300, lapsed: 0, after: 0 } as const,
      })),
      proxy: null,
      reversedAt: '2026-05-04T03:00:00.000Z',
    });
    expect(page).toContain('补打第1次');
    expect(page).toContain('已撤销2026-05-0411:00');
    expect(page).not.toContain('失效');
    expect(page).not.toContain('代领人');
  });
});

describe('月报', () => {
  it('发放月报 prints both periods, both blocks, the check and the signatures', async () => {
    const pages = await texts(distribution());
    const all = pages.join('');
    for (const words of [
      '一、按对象类别',
      '二、按街道(社区)',
      '本年累计',
      '单位负责人',
      '统计负责人',
      '填表人',
      '报出日期',
      '账册校验码7F3K-9Q2M',
      '数据截至2026-05-3123:59',
      '报告期:2026年5月',
      '156,296.00',
    ]) {
      expect(all).toContain(words);
    }
    expect(all).toContain('期初未核销56+发券560=核销420+作废28+过期56+未核销112✓相符');
    expect(all).not.toContain('不符');
    expect(all).not.toContain('四舍五入');
  });

  it('what was redeemed in grace stands in a line of its own, and only where there was any', async () => {
    const none = { redeemed: 0, redeemedFen: 0, householdTimes: 0 };
    const some = { redeemed: 2, redeemedFen: 20_000, householdTimes: 2 };
    const line = async (month: typeof none, year: typeof none): Promise<string> =>
      (await texts({ ...distribution(), money: 'yuan', grace: { month, year } }))
        .join('')
        .replaceAll(/\s/g, '');
    expect(await line(some, { ...some, redeemed: 5 })).toContain(
      '其中渐退期核销:本月2张、200.00元、2户次;本年累计5张、200.00元、2户次。',
    );
    expect(await line(none, some)).toContain('其中渐退期核销:本月0张、0.00元、0户次');
    expect(await line(none, none)).not.toContain('渐退');
  });

  it('补发, 超限, 免券, 补现金, 送货 and points stand in lines of their own, and only where there were any', async () => {
    const all = (await texts({ ...distribution(), money: 'yuan' })).join('').replaceAll(/\s/g, '');
    for (const line of [
      '其中补发(原券挂失,不另计发券):本月3张;本年累计5张。',
      '免券领取(临期物资,计入户次和实领金额):本月4户次、32.50元;本年累计4户次、32.50元。',
      '补现金(记入经营账,不计入核销):本月5次、18.70元;本年累计9次、40.00元。',
      '本月超限批准人:韦店长1次、区民政局1次。',
      '本月10张、发放1000分、使用730分、失效40分',
      '志愿者积分兑换(不是救助发放,不计入以上各数):本月2次、12分、物资30.00元;本年累计3次、20分、物资50.00元。',
    ])
      expect(all).toContain(line);
    expect(all).not.toContain('单人经办');
  });

  it('发放月报 says so when a row or a sum does not tie', async () => {
    const model = distribution();
    const total = { ...model.total, month: { ...model.total.month, outstanding: 113 } };
    const all = (await texts({ ...model, total })).join('');
    expect(all).toContain('×不符,差-1张');
    expect(all).toContain('各类别之和与合计×不符');
  });

  it('prints an empty month as a zero report', async () => {
    const [page] = await texts(zeroReport);
    expect(page).toContain('零报告');
    expect(page).toContain('期初未核销0+发券0=核销0+作废0+过期0+未核销0✓相符');
  });

  it('shows 万元 and mentions rounding only when it shows', async () => {
    const all = (await texts({ ...distribution(), money: 'wan' })).join('');
    expect(all).toContain('发券金额(万元)');
    expect(all).toContain('22.40');
    expect(all).toContain('因四舍五入,分项之和与合计可能不等');
  });

  it('收发存表 checks every row and keeps unpriced goods to a table without money', async () => {
    const all = (await texts(balance(4))).join('');
    expect(all).toContain('二、未计价物资(数量登记,不计金额)');
    expect(all).toContain('全部5行相符✓');
    expect(all).toContain('报废义卖盘亏');
    const model = balance(4);
    const [first, ...others] = model.rows;
    if (first === undefined) throw new Error('sample has no row');
    const wrong = { ...first, closing: { quantity: first.closing.quantity + 3, fen: first.closing.fen } };
    const off = (await texts({ ...model, rows: [wrong, ...others] })).join('');
    expect(off).toContain('差-3');
    expect(off).toContain('1行不符,请勿上报');
  });
});

describe('every paper', () => {
  const papers: readonly DocumentModel[] = [
    receipt,
    { ...receipt, paper: 'slip' },
    redEntry,
    letters([quiltLetter, mixedLetter]),
    postedList,
    numberRegister,
    cashBook,
    voucherSheet(3),
    signOff(2),
    slip,
    distribution(2),
    balance(2),
    recovery,
    list,
  ];

  it('is printed twice to the same bytes', async () => {
    for (const model of papers) {
      const [first, second] = [await pdf(model), await pdf(model)];
      expect(Buffer.compare(first.bytes, second.bytes), model.kind).toBe(0);
    }
  });

  it('embeds all its fonts', async () => {
    for (const model of papers) {
      const fonts = fontsOf((await pdf(model)).bytes);
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
      // pdftotext tears the slanted words apart: count the characters.
      for (const page of pageTexts(practice.bytes)) expect(page, model.kind).toMatch(/练[^]*习|习[^]*练/u);
      for (const page of await texts(model)) expect(page, model.kind).not.toMatch(/[练习]/u);
    }
  });

  it('has as many pages as it says and draws something on each', async () => {
    for (const model of papers) {
      const document = await pdf(model);
      const images = pageImages(document.bytes, 30);
      expect(images, model.kind).toHaveLength(document.pages);
      for (const image of images) expect(image.byteLength).toBeGreaterThan(500);
    }
  });

  it('offers a file name without personal data', async () => {
    for (const model of papers) {
      expect((await pdf(model)).fileName).not.toMatch(/韦|李|王|柳州/u);
    }
  });

  it('reports progress and stops when asked', async () => {
    const seen: number[] = [];
    const model = voucherSheet(40);
    await service.render({ model, format: 'pdf' }, { onProgress: ({ done }) => seen.push(done) });
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    let pages = 0;
    const stopped = service.render(
      { model, format: 'pdf' },
      { onProgress: () => (pages += 1), isCancelled: () => pages >= 2 },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(pages).toBe(2);
  });

  it('is not made in a format it does not have', async () => {
    await expect(service.render({ model: slip, format: 'xlsx' })).rejects.toThrow('redemption-slip');
  });
});
