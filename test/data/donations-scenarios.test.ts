// The hard cases of domain.md (c) that are about gifts: 12 (short-dated), 13 (in words), 15 (mixed valuation),
// 17 (designated goods), with their own numbers; 14 is in donations-numbering.test.ts.
import { afterEach, describe, expect, it } from 'vitest';
import { receiptDisclaimer } from '../../main/documents/gift-words.ts';
import { pageTexts } from '../documents/reading.ts';
import { openGifts, type GiftForm, type Gifts } from '../helpers/gifts.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { seedItem } from '../helpers/seed.ts';
import { rowsOf } from '../helpers/sheet.ts';

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
