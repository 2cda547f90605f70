// The papers a donor gets, read back by poppler: the receipt in all its forms, the red entry, the letter.
import { describe, expect, it } from 'vitest';
import type { DocumentModel, DonationReceiptModel, DonorLetter } from '../../db/contract/documents.ts';
import { receiptDisclaimer } from '../../main/documents/gift-words.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { fullReceipt, letters, mixedLetter, quiltLetter, redEntry } from './gift-samples.ts';
import { pageTexts } from './reading.ts';
import { receipt } from './samples.ts';

const service = createDocumentsService();
const texts = async (model: DocumentModel): Promise<readonly string[]> =>
  pageTexts((await service.render({ model, format: 'pdf' })).bytes);
const onBothPapers = async (model: DonationReceiptModel): Promise<readonly (readonly string[])[]> =>
  Promise.all((['a4', 'slip'] as const).map((paper) => texts({ ...model, paper })));

describe('捐赠接收凭证, all forms', () => {
  it('names refused goods with the reason, grade and disinfection of second-hand goods, both inspectors and the official receipt', async () => {
    for (const pages of await onBothPapers(fullReceipt)) {
      for (const page of pages) {
        for (const words of [
          '纯牛奶(2026-05-08到期)',
          '剩余保质期不足60%',
          '约20袋',
          '七成新以上',
          '消毒2026-04-20',
          '韦兰',
          '覃明',
          '45020126',
          '0001234567',
          '【已红冲】2026年5月3日原因:数量录入错误',
          '补打第1次',
          receiptDisclaimer,
        ]) {
          expect(page).toContain(words);
        }
      }
    }
    const [plain] = await texts(receipt);
    expect(plain).not.toMatch(/拒收|消毒/u);
  });

  it('comes as one slip with the donor’s masked number, or as many copies as asked', async () => {
    const document = await service.render({ model: { ...receipt, paper: 'slip' }, format: 'pdf' });
    expect(document.pages).toBe(1);
    const [page] = pageTexts(document.bytes);
    for (const words of [
      '2026-000123',
      '人民币贰仟捌佰伍拾陆元贰角伍分',
      '¥2,856.25',
      '未计价1项未计入合计(数量登记,不计金额)',
      '91450200********0X',
      '定向:用于城中街道困难儿童',
      '捐赠人签字',
      '接收单位(盖章)',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('91450200MA5XXXXX0X');
    const copies = ['stub', 'donor'] as const;
    const both = await texts({ ...receipt, paper: 'slip', copies });
    expect(both.map((text) => text.includes('91450200MA5XXXXX0X'))).toEqual([true, false]);
  });

  it('says in words that an unpriced gift has no total, on the slip too', async () => {
    const unpriced = { ...receipt, means: ['goods'], cashFen: null, totalFen: null } as const;
    for (const [page] of await onBothPapers({ ...unpriced, lines: receipt.lines.slice(2) })) {
      expect(page).toContain('未计价1项,数量登记,不计金额');
      expect(page).not.toMatch(/人民币|0\.00|未计入合计/u);
    }
  });

  it('hides what goods are worth, with every note that may quote it, and every total', async () => {
    const noted = receipt.lines.map((line) => ({ ...line, basisNote: '发票 1,800.00 元' }));
    for (const pages of await onBothPapers({ ...receipt, lines: noted, hideValues: true })) {
      for (const page of pages) {
        expect(page).toContain('价值不显示');
        expect(page).toContain('1,000.00');
        expect(page).not.toMatch(/人民币|合计|1,800|45\.00|4\.50|56\.25|2,856|发票|未计价/u);
      }
    }
    for (const pages of await onBothPapers(receipt)) expect(pages.join('')).not.toContain('价值不显示');
  });

  it.each([{ donorName: null }, { donorType: 'anonymous' as const }])(
    'names nobody when a gift is anonymous (%o)',
    async (anonymous) => {
      for (const pages of await onBothPapers({ ...receipt, ...anonymous })) {
        for (const page of pages) {
          expect(page).toContain('匿名');
          expect(page).not.toMatch(/某某粮油|91450200|0772-1234567|企业/u);
        }
      }
    },
  );

  it('goes on on another page when a slip grows longer than a printer takes', async () => {
    const [line] = receipt.lines;
    if (line === undefined) throw new Error('sample has no line');
    const lines = Array.from({ length: 200 }, (_, i) => ({ ...line, name: `物品${i + 1}号` }));
    const pages = await texts({ ...receipt, paper: 'slip', lines });
    expect(pages.length).toBeGreaterThan(1);
    const all = pages.join('');
    for (const { name } of lines) expect(all).toContain(name);
    expect(pages.at(-1)).toContain('捐赠人签字');
  });

  it('says on a slip that it is void or made for practice', async () => {
    const state = { is: 'void', reason: '金额填写错误', on: '2026-05-03' } as const;
    const [page] = await texts({ ...receipt, paper: 'slip', state, practice: true });
    expect(page).toContain('【作废】2026年5月3日原因:金额填写错误');
    expect(page).toContain('练习,不作数');
  });
});

describe('红字冲销单', () => {
  it('names the original, counts in its own month, is negative throughout and has no number of its own', async () => {
    const pages = await texts(redEntry);
    expect(pages).toHaveLength(1);
    for (const words of [
      '冲销原凭证:2026-000123(2026年7月26日)',
      '入账日期:2026年8月3日',
      '以负数计入2026年8月',
      '人民币负贰仟捌佰伍拾陆元贰角伍分',
      '¥-2,856.25',
      '-1,800.00',
      '-12.5',
      '未计价1项未计入合计',
      '2026-000151',
      receiptDisclaimer,
    ]) {
      expect(pages[0]).toContain(words);
    }
    expect(pages[0]).not.toContain('凭证编号');
  });

  it('names nobody when the gift was anonymous, and shows no 大写 for a gift without a price', async () => {
    const lines = redEntry.lines.slice(2);
    for (const anonymous of [{ donorName: null }, { donorType: 'anonymous' as const }]) {
      const [page] = await texts({ ...redEntry, ...anonymous, cashFen: null, lines, totalFen: null });
      expect(page).toContain('匿名');
      expect(page).not.toMatch(/某某粮油|人民币/u);
    }
  });

  it('is not printed when a figure would add instead of taking back', async () => {
    const wrong = { ...redEntry, totalFen: 285_625 };
    await expect(service.render({ model: wrong, format: 'pdf' })).rejects.toThrow('not negative');
  });
});

describe('致捐赠人的信', () => {
  it('tells scenario 17: 50 quilts given, 46 handed out to 46 households, 4 in stock', async () => {
    const [page] = await texts(letters([quiltLetter]));
    for (const words of [
      '尊敬的柳州市某某粮油有限公司(企业)',
      '期间:2026年7月1日至2026年7月31日',
      '棉被2kg床5046464',
      '共捐赠50床;已发放46床;在库4床',
      '共惠及46户(同一户只计一次),最近一次发放在2026年7月20日',
      '¥6,000.00(人民币陆仟元整)',
      '城中区爱心慈善超市(盖章)',
      '2026年8月5日',
      receiptDisclaimer,
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toMatch(/报损|义卖|捐款|未计价/u);
  });

  it('adds like units only, shows losses with their reasons, money, and what the value leaves out', async () => {
    const [page] = await texts(letters([mixedLetter]));
    for (const words of [
      '共捐赠50床、120袋、12.5公斤、300件;',
      '已发放46床、108袋、7公斤、210件;',
      '义卖30件;报损5袋',
      '受潮发霉,经两人验看后销毁',
      '¥19,756.25(人民币壹万玖仟柒佰伍拾陆元贰角伍分)',
      '未计价1项未计入合计',
      '1,325.04',
      '人民币壹仟叁佰贰拾伍元零肆分',
      '共惠及102户',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('says so when nothing reached a household, and when nothing has a price', async () => {
    const line = { ...(mixedLetter.lines.at(-1) ?? quiltLetter.lines[0]), handedOut: 0, households: 0 };
    const waiting = {
      ...quiltLetter,
      lines: [{ ...line, inStock: 270 }],
      households: 0,
      lastHandedOutOn: null,
    } as DonorLetter;
    const [page] = await texts(letters([waiting]));
    expect(page).toContain('尚未发放到户');
    expect(page).toContain('已发放0;');
    expect(page).toContain('未计价1项,数量登记,不计金额');
    expect(page).not.toMatch(/人民币|¥/u);
  });

  it('starts each donor on a new page of its own count and names an anonymous one nowhere', async () => {
    const line = quiltLetter.lines[0];
    if (line === undefined) throw new Error('sample has no line');
    const long = { ...quiltLetter, lines: Array.from({ length: 60 }, () => line) };
    const anonymous = { ...quiltLetter, donorType: 'anonymous' as const };
    const pages = await texts(letters([long, anonymous, mixedLetter]));
    expect(pages.map((page) => /第(\d)页\/共(\d)页/u.exec(page)?.slice(1).join('/'))).toEqual([
      '1/2',
      '2/2',
      '1/1',
      '1/1',
    ]);
    expect(pages[2]).toContain('尊敬的爱心人士(匿名捐赠)');
    expect(pages[2]).not.toContain('某某粮油');
  });

  it('prints the shop’s own words of thanks and counts letters while it prints', async () => {
    const seen: string[] = [];
    const model = { ...letters([quiltLetter, mixedLetter]), thanks: '谢谢您的棉被,冬天不再冷。' };
    const document = await service.render(
      { model, format: 'pdf' },
      { onProgress: ({ done, total }) => seen.push(`${done}/${total}`) },
    );
    expect(seen).toEqual(['1/2', '2/2']);
    expect(pageTexts(document.bytes).every((page) => page.includes('谢谢您的棉被,冬天不再冷。'))).toBe(true);
  });
});

describe('what no font holds', () => {
  const [first] = receipt.lines;
  const [given] = quiltLetter.lines;
  const [loss] = mixedLetter.losses;
  if (first === undefined || given === undefined || loss === undefined)
    throw new Error('samples have no line');
  const emoji = '甲\u{1F600}';
  const papers: readonly (readonly [what: string, model: DocumentModel])[] = [
    ['refused goods', { ...receipt, refused: [{ description: emoji, quantity: '1', reason: '破损' }] }],
    ['a condition', { ...receipt, lines: [{ ...first, condition: emoji }] }],
    ['a donor on a slip', { ...receipt, paper: 'slip', donorName: emoji }],
    [
      'a reason on a slip',
      { ...receipt, paper: 'slip', state: { is: 'void', reason: emoji, on: '2026-05-03' } },
    ],
    ['the reason of a red entry', { ...redEntry, reason: emoji }],
    ['the donor of a letter', letters([{ ...quiltLetter, donorName: emoji }])],
    ['goods in a letter', letters([{ ...quiltLetter, lines: [{ ...given, name: emoji }] }])],
    ['a loss in a letter', letters([{ ...quiltLetter, losses: [{ ...loss, reason: emoji }] }])],
    ['words of thanks', { ...letters([quiltLetter]), thanks: emoji }],
  ];

  it.each(papers)('stops the print and is named: %s', async (_, model) => {
    await expect(service.render({ model, format: 'pdf' })).rejects.toMatchObject({
      code: 'glyph-missing',
      params: { codePoint: 'U+1F600' },
    });
  });
});
