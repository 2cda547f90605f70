// Scenario 14 of domain.md (c), with its own numbers: void and numbering, the red entry after close, reprints.
import { afterEach, describe, expect, it } from 'vitest';
import { pageTexts } from '../documents/reading.ts';
import { openGifts, type Gifts } from '../helpers/gifts.ts';
import { csvSheet } from '../helpers/sheet.ts';

let gifts: Gifts;
afterEach(() => gifts.shop.close());
const as = 'manager' as const;
const printed = async (donationId: number): Promise<readonly string[]> =>
  pageTexts((await gifts.shop.call('donations.printReceipt', { donationId }, { as })).bytes);

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
          day: '2026-07-28',
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
