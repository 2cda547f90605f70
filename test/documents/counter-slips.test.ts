// What the recipient takes home from the counter: the slip of a redemption, the slip of a reversal, the card, and what the carrier
// takes along.
import { describe, expect, it } from 'vitest';
import type { DocumentModel, PointsSlipModel, RenderedDocument } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { deliveryNotes, drawn, fullSlip, householdCards, reversal } from './counter-samples.ts';
import { codesOn, greyPage, pageImages, pageTexts } from './reading.ts';
import { slip } from './samples.ts';

const service = createDocumentsService();
const pdf = (model: DocumentModel): Promise<RenderedDocument> => service.render({ model, format: 'pdf' });
const texts = async (model: DocumentModel): Promise<readonly string[]> => pageTexts((await pdf(model)).bytes);
const text = async (model: DocumentModel): Promise<string> => (await texts(model)).join('');

/** How much ink there is on the first page. */
async function ink(model: DocumentModel): Promise<number> {
  const { pixels } = greyPage((await pdf(model)).bytes, 100);
  return pixels.reduce((sum, grey) => sum + (grey < 128 ? 1 : 0), 0);
}

describe('核销小票', () => {
  it.each(['roll-80', 'a5'] as const)(
    'on %s names each voucher with before, used, lapsed and after',
    async (paper) => {
      const page = await text({ ...fullSlip, paper });
      for (const words of [
        '核销前券内¥100.00本次领取¥93.00未领部分失效¥7.00券内剩余¥0.00',
        '核销前券内¥50.00本次领取¥20.00券内剩余¥30.00',
        '套餐端午套餐留待下次领取:散装面粉×2.5公斤',
        '核销前券内40积分本次领取30积分券内剩余10积分',
        '2026-01-00042',
        '2026-02-00007',
        '2026-03-00011',
        '2026-09-00002',
        '有效期至2026年12月31日',
        '本次领取2张合计¥113.00',
        '毛巾2条×15积分30积分',
        '代领人李*(女儿)',
        '代领人签字',
      ]) {
        expect(page, words).toContain(words);
      }
    },
  );

  it.each(['roll-80', 'a5'] as const)(
    'on %s tells of free goods, cash, limits and delivery',
    async (paper) => {
      const page = await text({ ...fullSlip, paper });
      for (const words of [
        '临期免费领取(请尽快食用)临期牛奶250ml2盒免费',
        '补现金¥3.50收到现金¥10.00找回现金¥6.50补现金为购物款,计入经营收入,不是捐款。',
        '食用油还可领0桶,2026年6月1日起可再领',
        '本月金额还可领¥20.00棉被2028年5月4日起可再领',
        '送货上门2026年5月5日地址南亚社区**路**号送货人覃明',
        '投诉/举报电话0772-0000000',
      ]) {
        expect(page, words).toContain(words);
      }
    },
  );

  it('says nothing of what did not happen', async () => {
    const page = await text({ ...slip, proxy: null });
    expect(page).not.toMatch(/免费|补现金|限领|送货|合计|套餐|积分|代领|补打|撤销|第1页/u);
    const topUp = await text({ ...slip, topUp: { fen: 350, paidFen: null } });
    expect(topUp).toContain('补现金¥3.50');
    expect(topUp).not.toMatch(/收到现金|找回/u);
  });

  it('of free goods alone is no voucher slip', async () => {
    const page = await text({ ...fullSlip, vouchers: [], lines: [], topUp: null, proxy: null });
    expect(page).toContain('免费领取小票');
    expect(page).toContain('领取人韦*兰');
    expect(page).not.toMatch(/领物券|券号|持券人/u);
  });

  it('says when a package was taken whole, and what of it lapsed', async () => {
    const [voucher] = slip.vouchers;
    if (voucher === undefined) throw new Error('sample has no voucher');
    const withPackage = (lapsed: typeof slip.free): DocumentModel => ({
      ...slip,
      vouchers: [{ ...voucher, balance: { is: 'package', name: '春节套餐', left: [], lapsed } }],
    });
    expect(await text(withPackage([]))).toContain('套餐春节套餐本套餐已领完');
    const flour = { name: '面粉', spec: null, measure: { quantity: 1, scale: 1, unit: '袋' } };
    const page = await text(withPackage([flour]));
    expect(page).toContain('未领部分失效:面粉×1袋');
    expect(page).not.toContain('已领完');
  });

  it('shows what was drawn on the pad, on the line and never outside it', async () => {
    const [plain, signed] = [await ink(slip), await ink({ ...slip, signature: drawn })];
    expect(signed).toBeGreaterThan(plain + 100);
    // A pen that left the pad upwards would run through the whole slip.
    const out = [
      [200, -9_000],
      [200, 75],
    ] as const;
    const wild = { ...drawn, strokes: [...drawn.strokes, out] };
    const top = greyPage((await pdf({ ...slip, signature: wild })).bytes, 50);
    const clean = greyPage((await pdf(slip)).bytes, 50);
    // The upper half is the same with and without it.
    const half = Math.floor(top.height / 2) * top.width;
    expect(Buffer.compare(top.pixels.subarray(0, half), clean.pixels.subarray(0, half))).toBe(0);
  });

  it('goes from page to page on A5 without tearing an amount from its name', async () => {
    const [line] = slip.lines;
    if (line === undefined) throw new Error('sample has no line');
    const lines = Array.from({ length: 60 }, (_, i) => ({ ...line, name: `物资${i}号` }));
    const pages = await texts({ ...slip, paper: 'a5', lines });
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第${index + 1}页/共${pages.length}页`);
    }
    for (const { name } of lines) {
      expect(pages.filter((page) => page.includes(`${name}10kg/袋1袋×45.0045.00`))).toHaveLength(1);
    }
  });
});

describe('撤销小票', () => {
  it('names what came back, what went back on the voucher, the cash, by whom and why', async () => {
    for (const paper of ['roll-80', 'a5'] as const) {
      const page = await text({ ...reversal, paper });
      for (const words of [
        '2026-000041',
        '经办王芳',
        '批准李强',
        '撤销部分物资',
        '2026-000037',
        '2026-05-0410:12',
        '原因拿错规格,换货',
        '东北大米10kg/袋1袋×45.0045.00',
        '临期牛奶250ml2盒免费',
        '退回券内¥45.00券内现有¥45.00',
        '退还现金¥3.50',
        '投诉/举报电话0772-0000000',
      ]) {
        expect(page, words).toContain(words);
      }
      expect(page).not.toMatch(/整单|已过有效期/u);
    }
  });

  it('says when the whole basket came back, and that an ended voucher gives nothing any more', async () => {
    const [voucher] = reversal.vouchers;
    if (voucher === undefined) throw new Error('sample has no voucher');
    const ended = { ...voucher, expired: true, after: { fen: 0 } };
    const page = await text({
      ...reversal,
      whole: true,
      vouchers: [ended],
      cashBackFen: 0,
      approvedBy: null,
    });
    expect(page).toContain('整单撤销');
    expect(page).toContain('此券已过有效期,不能再领取');
    expect(page).not.toMatch(/现金|批准/u);
    const pack = { ...voucher, back: null, after: null };
    expect(await text({ ...reversal, vouchers: [pack] })).toContain('套餐已恢复,可再领取');
    const lost = await text({ ...reversal, vouchers: [{ ...pack, expired: true }] });
    expect(lost).not.toContain('可再领取');
    expect(lost).toContain('不能再领取');
  });

  it('is marked when it is printed again', async () => {
    expect(await text(reversal)).not.toContain('补打');
    expect(await text({ ...reversal, reprint: 3 })).toContain('补打第3次');
  });
});

describe('领物卡', () => {
  it('shows the masked head, the number and the code, and decodes at 150 dpi', async () => {
    const model = householdCards(11);
    const document = await pdf(model);
    expect(document.pages).toBe(2);
    const [page = '', second = ''] = pageTexts(document.bytes);
    expect(page.split('户主韦*兰').length - 1).toBe(9);
    expect(page).toContain('户主阿*热合曼·*');
    expect(page).toContain('户号H000010KH7K3MQ9TXBV');
    expect(page.split('本卡不能代替领物券').length - 1).toBe(10);
    expect(second).toContain('H000011');
    const [image] = pageImages(document.bytes, 150);
    if (image === undefined) throw new Error('no page');
    const codes = model.cards.slice(0, 10).map((card) => card.payload);
    expect(new Set(await codesOn(image))).toEqual(new Set(codes));
  });

  it('says on each card that it is printed again or for practice', async () => {
    const page = await text({ ...householdCards(2), reprint: 1, practice: true });
    // And once in the margin.
    expect(page.split('补打第1次').length - 1).toBe(3);
    expect(page.split('不作数').length - 1).toBe(2);
  });
});

describe('送货单', () => {
  it('tells the carrier where, to whom and what, a page each', async () => {
    const pages = await texts(deliveryNotes(2));
    expect(pages).toHaveLength(2);
    const [first = '', second = ''] = pages;
    for (const words of [
      '单号:SH-2026-0007小票号:2026-000037',
      '送货日期:2026年5月5日',
      '收货人韦春兰电话13800001234',
      '地址某某路12号3栋402室(南亚社区)',
      '送货人覃明备货人王芳',
      '注意四楼无电梯;耳背,请敲门。',
      '2散装面粉2.5公斤',
      '合计3种',
      '收货人签字',
      '送货人签字',
      '不得拍照外传',
    ]) {
      expect(first, words).toContain(words);
    }
    expect(second).toContain('送货日期:____年__月__日');
    expect(second).not.toContain('注意');
  });

  it('goes on on a second page when there is much to carry', async () => {
    const [delivery] = deliveryNotes(1).deliveries;
    if (delivery === undefined) throw new Error('sample has no delivery');
    const lines = Array.from({ length: 40 }, () => delivery.lines).flat();
    const pages = await texts({ ...deliveryNotes(1), deliveries: [{ ...delivery, lines }] });
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('SH-2026-0007');
    expect(pages.join('')).toContain('合计120种');
  });
});

describe('积分兑换小票', () => {
  const exchange: PointsSlipModel = {
    shop: reversal.shop,
    practice: false,
    printedAt: reversal.printedAt,
    operator: reversal.operator,
    kind: 'points-slip',
    paper: 'roll-80',
    slipNo: 'JF2026-000001',
    at: '2026-05-04T02:12:00.000Z',
    counter: '2号柜台',
    servedBy: '王芳',
    volunteerNumber: 'ZY2026-000001',
    nameMasked: '覃*兰',
    undoes: null,
    lines: fullSlip.lines.filter(({ points }) => points !== null),
    before: 40,
    used: 30,
    after: 10,
    reprint: 0,
    reversedAt: null,
  };

  it.each(['roll-80', 'a5'] as const)(
    'on %s says points before, used and after, and no money',
    async (paper) => {
      const page = await text({ ...exchange, paper });
      for (const words of [
        '兑换前积分40积分本次使用30积分现有积分10积分',
        '覃*兰',
        'ZY2026-000001',
        '毛巾2条×15积分30积分',
      ])
        expect(page, words).toContain(words);
      expect(page).not.toContain('¥');
    },
  );

  it('of a reversal names the slip it undoes', async () => {
    const page = await text({
      ...exchange,
      undoes: { slipNo: 'JF2026-000001', reason: '包装破损' },
      slipNo: 'JF2026-000002',
      before: 10,
      used: -30,
      after: 40,
    });
    for (const words of [
      '积分兑换撤销小票',
      '原小票JF2026-000001',
      '包装破损',
      '退回积分30积分现有积分40积分',
    ])
      expect(page, words).toContain(words);
  });
});
