// The hard cases of domain.md (c) that are about gifts: 12 (short-dated), 13 (in words), 14 (void and numbering), 15 (mixed valuation),
// 17 (designated goods), with their own numbers.
import { afterEach, describe, expect, it } from 'vitest';
import { receiptDisclaimer } from '../../main/documents/gift-words.ts';
import { pageTexts } from '../documents/reading.ts';
import { openGifts, type GiftForm, type Gifts } from '../helpers/gifts.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedItem } from '../helpers/seed.ts';
import { csvSheet, rowsOf } from '../helpers/sheet.ts';

let gifts: Gifts;
afterEach(() => gifts.shop.close());
const as = 'manager' as const;
const printed = async (
  donationId: number,
  how: { paper?: 'a4' | 'slip'; hideValues?: boolean } = {},
): Promise<readonly string[]> =>
  pageTexts((await gifts.shop.call('donations.printReceipt', { donationId, ...how }, { as })).bytes);

describe('scenario 12: short-dated gift', () => {
  it('is refused at 12 days of 549 (2.2%) under a 60% rule; with a reason it is taken and marked', async () => {
    gifts = await openGifts({ now: '2026-08-20T02:00:00.000Z' });
    const rule = { alarmDays: null, minDays: null, shortLifeDays: null, shortMinDays: null };
    await gifts.shop.call('goods.changeRule', { category: '乳品', ...rule, minPercent: 60 }, { as });
    const offered = (acceptanceReason = ''): Partial<GiftForm> => ({
      lines: [
        gifts.bags({
          itemId: gifts.milk,
          valueFen: 3_000,
          productionDay: '2025-03-01',
          expiryDay: '2026-09-01',
          acceptanceReason,
        }),
      ],
    });
    const [reason] = (await refusalOf(gifts.record(offered()))).reasons ?? [];
    expect(reason).toMatchObject({
      code: 'shelf-life-short',
      params: { item: '牛奶', daysLeft: 12, needPercent: 60, needDays: null },
    });
    expect(Number(reason?.params?.['percent']).toFixed(1)).toBe('2.2');
    await gifts.record(offered('中秋慰问当天发完'));
    expect(rowsOf(gifts.shop, 'SELECT short_dated FROM lot')).toEqual([{ short_dated: 1 }]);
    const [lot] = (await gifts.shop.call('stock.lots', { show: 'short-dated' }, { as })).rows;
    expect(lot).toMatchObject({ itemName: '牛奶', shortDated: true });
  });
});

describe('scenario 13: receipts in words', () => {
  const amounts: readonly (readonly [number, string])[] = [
    [5, '人民币伍分'],
    [1_000, '人民币壹拾元整'],
    [9_350, '人民币玖拾叁元伍角'],
    [32_504, '人民币叁佰贰拾伍元零肆分'],
    [140_950, '人民币壹仟肆佰零玖元伍角'],
    [168_032, '人民币壹仟陆佰捌拾元叁角贰分'],
    [600_714, '人民币陆仟零柒元壹角肆分'],
    [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [10_700_053, '人民币壹拾万柒仟元伍角叁分'],
    [12_720_000, '人民币壹拾贰万柒仟贰佰元整'],
    [2_000_000_340, '人民币贰仟万零叁元肆角'],
    // The largest amount of one gift is a fen below 1 亿; the words of 1 亿 itself are a rule's test (amount-in-words.test.ts).
    [9_999_999_999, '人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ];

  it.each(['a4', 'slip'] as const)('%s prints every amount exactly, values hidden or not', async (paper) => {
    gifts = await openGifts();
    for (const [fen, words] of amounts) {
      const { donationId } = await gifts.give(fen);
      for (const hideValues of [false, true])
        for (const copy of await printed(donationId, { paper, hideValues })) {
          expect(copy).toContain(words);
          expect(copy).toContain(receiptDisclaimer);
        }
    }
  });

  it.each(['a4', 'slip'] as const)(
    '%s of goods says their worth in words, or nothing when hidden',
    async (paper) => {
      gifts = await openGifts();
      const { donationId } = await gifts.record({
        lines: [gifts.bags({ quantity: 2_000, valueFen: 12_720_000 })],
      });
      const open = await printed(donationId, { paper });
      const hidden = await printed(donationId, { paper, hideValues: true });
      expect([open.length, hidden.length]).toEqual(paper === 'a4' ? [3, 3] : [1, 1]);
      for (const copy of open) expect(copy).toContain('人民币壹拾贰万柒仟贰佰元整');
      for (const copy of hidden) {
        expect(copy).toContain('大米');
        expect(copy).not.toMatch(/人民币|127,200\.00|63\.60/u);
        expect(copy).toContain(receiptDisclaimer);
      }
    },
  );

  it.each(['a4', 'slip'] as const)(
    '%s with unpriced goods only prints — and no zero in words',
    async (paper) => {
      gifts = await openGifts();
      const { donationId } = await gifts.record({
        lines: [gifts.bags({ itemId: gifts.clothes, valueFen: null, basis: 'unpriced', basisNote: '' })],
      });
      for (const hideValues of [false, true])
        for (const copy of await printed(donationId, { paper, hideValues })) {
          expect(copy).not.toMatch(/零元|人民币|0\.00/u);
          expect(copy).toContain(receiptDisclaimer);
          if (!hideValues) expect(copy).toContain('—');
        }
    },
  );
});

describe('scenario 14: void and numbering', () => {
  /** #000001 to #000100 in June, #000101 to #000150 in July, ¥100.00 each. */
  const fifty = async (): Promise<void> => {
    gifts = await openGifts({ now: '2026-06-30T02:00:00.000Z' });
    const headings = ['捐赠日期', '捐赠单位', '捐赠方式', '捐赠金额(元)'];
    const enter = async (day: string, count: number, amount: string): Promise<void> => {
      const rows = Array.from({ length: count }, () => [day, '韦先生', '现金', amount]);
      const sheet = csvSheet([headings, ...rows]);
      const { previewId } = await gifts.shop.call('donations.previewImport', { sheet }, { as });
      await gifts.shop.call('donations.confirmImport', { previewId }, { as });
    };
    await enter('2026-06-30', 100, '1');
    gifts.shop.setNow('2026-07-15T02:00:00.000Z');
    await enter('2026-07-15', 50, '100');
  };
  const idOf = async (number: string): Promise<number> =>
    (await gifts.shop.call('donations.list', { search: number }, { as })).rows[0]?.id ?? 0;
  const receiptsOf = async (month: number | null) => {
    const { series, ended } = await gifts.shop.call('donations.register', { year: 2026, month }, { as });
    return { ...series.find(({ series: name }) => name === 'receipt'), ended };
  };
  const julyList = async () => {
    const list = { month: '2026-07', public: false, format: 'pdf' } as const;
    return pageTexts((await gifts.shop.call('donations.printList', list, { as })).bytes);
  };
  /** What a reprint may differ in: its mark, the time of printing. */
  const figuresOf = (pages: readonly string[]): string =>
    pages
      .join('\n')
      .replace(/补打第\d+次/gu, '')
      .replace(/\d{4}(?:-\d{2}-\d{2}|年\d+月\d+日)\s?\d{2}:\d{2}(?::\d{2})?/gu, '');

  it('void on 28 July and reissued as #000151: 51 numbers, 1 void with reason and operator, 0 missing, the total without it', async () => {
    await fifty();
    gifts.shop.setNow('2026-07-28T02:00:00.000Z');
    const wrong = await idOf('JZ2026-000123');
    const right = await gifts.give(12_300, {
      day: '2026-07-15',
      donor: { name: '韦先生', kind: 'person' },
      replaces: { donationId: wrong, reason: '金额写错' },
    });
    expect(right.receiptNumber).toBe('JZ2026-000151');
    expect(await receiptsOf(7)).toEqual({
      series: 'receipt',
      from: 'JZ2026-000101',
      to: 'JZ2026-000151',
      given: 51,
      used: 50,
      void: 1,
      red: 0,
      lost: 0,
      missing: [],
      doubled: [],
      ended: [
        {
          donationId: wrong,
          number: 'JZ2026-000123',
          kind: 'void',
          day: '2026-07-15',
          reason: '金额写错',
          operator: '韦店长',
          replacedBy: 'JZ2026-000151',
        },
      ],
    });
    expect(await receiptsOf(6)).toMatchObject({ from: 'JZ2026-000001', to: 'JZ2026-000100', given: 100 });
    expect(await receiptsOf(null)).toMatchObject({ given: 151, used: 150, void: 1, missing: [] });
    expect(await gifts.list('2026-07')).toMatchObject({ total: 51, cashFen: 49 * 10_000 + 12_300 });
    const list = (await julyList()).join('');
    expect(list).not.toContain('JZ2026-000123');
    expect(list).toContain('JZ2026-000151');
    expect((await printed(wrong)).join('')).toMatch(/作废.*金额写错/u);
  });

  it('found on 3 August, July closed: a red entry dated August; July reprints unchanged as 补打第1次', async () => {
    await fifty();
    gifts.shop.setNow('2026-08-02T02:00:00.000Z');
    await gifts.closeMonth('2026-06');
    await gifts.closeMonth('2026-07');
    const before = await julyList();
    expect(before.join('')).not.toContain('补打');
    gifts.shop.setNow('2026-08-03T02:00:00.000Z');
    const wrong = await idOf('JZ2026-000123');
    const first = await printed(wrong);
    expect(await gifts.end(wrong, '金额写错')).toEqual({ kind: 'red', day: '2026-08-03' });
    const again = await julyList();
    expect(again.every((page) => page.includes('补打第1次'))).toBe(true);
    expect(figuresOf(again)).toBe(figuresOf(before));
    expect(await gifts.list('2026-07')).toMatchObject({ total: 50, cashFen: 500_000 });
    expect(await gifts.list('2026-08')).toMatchObject({ total: 1, cashFen: -10_000 });
    expect(await receiptsOf(7)).toMatchObject({ given: 50, used: 50, void: 0, red: 1, missing: [] });
    expect(await receiptsOf(8)).toMatchObject({ from: null, to: null, given: 0 });
    // The receipt's own reprint: marked, and its state says what became of it.
    expect(first.join('')).not.toContain('补打');
    const reprint = (await printed(wrong)).join('');
    expect(reprint).toContain('补打第1次');
    expect(reprint).toMatch(/已红冲.*2026年8月3日.*金额写错/u);
    const red = await gifts.shop.call('donations.printRedEntry', { donationId: wrong }, { as });
    expect(pageTexts(red.bytes).join('')).toMatch(/JZ2026-000123.*人民币负壹佰元整/su);
  });
});

describe('scenario 15: mixed valuation', () => {
  it('counts 12,800.00 plus 45.00 × bags after a recorded reason, clothes in pieces only', async () => {
    gifts = await openGifts();
    const scented = await seedItem(gifts.shop, { code: 'R2', name: '香米', listPriceFen: 4_500 });
    const dry = await seedItem(gifts.shop, { code: 'R3', name: '东北大米', listPriceFen: 12_800 });
    const bags = 20;
    const invoiced = {
      itemId: scented,
      quantity: bags,
      evidenceFen: bags * 50_000,
      valueFen: bags * 50_000,
    };
    const lines = (third: object) => [
      gifts.bags({ itemId: dry, quantity: 100, valueFen: 1_280_000 }),
      gifts.bags({ itemId: gifts.clothes, quantity: 300, valueFen: null, basis: 'unpriced', basisNote: '' }),
      gifts.bags({ ...invoiced, ...third }),
    ];
    const [reason] = (await refusalOf(gifts.record({ lines: lines({}) }))).reasons ?? [];
    expect(reason).toMatchObject({
      code: 'value-far-from-fair',
      row: 3,
      params: { evidenceFen: 1_000_000, listFen: 90_000 },
    });
    const fair = { basis: 'fair-value', valueFen: bags * 4_500 };
    expect(await gifts.refusals({ lines: lines({ ...fair, basisNote: '' }) })).toEqual([
      'value-reference-missing',
    ]);
    const { donationId } = await gifts.record({ lines: lines({ ...fair, basisNote: '发票远高于标价45元' }) });
    const worth = 1_280_000 + bags * 4_500;
    expect(await gifts.read(donationId)).toMatchObject({
      goodsFen: worth,
      unpricedLines: 1,
      lines: [
        { valueFen: 1_280_000, basis: 'evidence' },
        { quantity: 300, valueFen: null, unit: '件' },
        { valueFen: 90_000, evidenceFen: 1_000_000, basisNote: '发票远高于标价45元' },
      ],
    });
    expect(await gifts.list('2026-05')).toMatchObject({ goodsFen: worth, unpricedLines: 1 });
    for (const copy of await printed(donationId)) {
      expect(copy).toContain('人民币壹万叁仟柒佰元整');
      expect(copy).toMatch(/未计价1项/u);
    }
    const list = { month: '2026-05', public: false, format: 'pdf' } as const;
    const paper = pageTexts((await gifts.shop.call('donations.printList', list, { as })).bytes).join('');
    expect(paper).toContain('13,700.00');
    expect(paper).toMatch(/旧衣物300件未计价/u);
    expect(paper).toMatch(/未计价.*(?:不计|未计入|不含)/u);
  });
});

describe('scenario 17: designated goods', () => {
  it('go to whom they are designated only; another use needs a stored consent', async () => {
    gifts = await openGifts();
    const quilts = await seedItem(gifts.shop, { code: 'Q', name: '棉被', listPriceFen: 5_000, unit: '床' });
    const { donationId } = await gifts.record({
      lines: [gifts.bags({ itemId: quilts, quantity: 50, valueFen: 250_000 })],
      purpose: '河西社区受灾家庭过冬',
      designation: { category: 'disaster-hit', place: '河西社区' },
    });
    const townX = { category: '受灾人员', community: '河西社区' } as const;
    const other = { category: '城市低保', community: '桂中社区' } as const;
    expect((await refusalOf(gifts.handOut(quilts, 1, { ...townX, community: '桂中社区' }))).code).toBe(
      'stock-designated',
    );
    expect((await refusalOf(gifts.handOut(quilts, 1, other))).code).toBe('stock-designated');
    await gifts.handOut(quilts, 1, townX);
    expect(gifts.onHand(donationId)).toEqual([49]);

    const designation = { category: null, place: '桂中社区', batchId: null };
    const use = { donationId, purpose: '桂中社区困难家庭过冬', designation };
    const without = await gifts.shop.send({ act: 'donations.changeUse', input: use, commandId: 'c1' }, as);
    expect(without).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
    const consent = { by: '某某粮油公司 张经理', day: '2026-05-04', document: '同意变更用途函 2026-05-04' };
    await gifts.shop.call('donations.changeUse', { ...use, consent }, { as });
    expect((await gifts.read(donationId)).uses).toEqual([
      {
        purpose: '桂中社区困难家庭过冬',
        designation,
        consentBy: consent.by,
        consentDay: '2026-05-04',
        consentDocument: consent.document,
        by: '韦店长',
      },
    ]);
    await gifts.handOut(quilts, 1, other);
    expect(gifts.onHand(donationId)).toEqual([48]);
    expect((await refusalOf(gifts.handOut(quilts, 1, townX))).code).toBe('stock-designated');
  });
});
