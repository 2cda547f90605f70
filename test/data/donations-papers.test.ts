// Papers and lists of gifts: what stands on the receipt, the list of a month and the one that is posted, the register, exports.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBooks } from '../../db/open.ts';
import { pageTexts } from '../documents/reading.ts';
import { openGifts, type Gifts } from '../helpers/gifts.ts';
import { refusalOf } from '../helpers/refusal.ts';

const as = 'manager' as const;
let gifts: Gifts;
beforeEach(async () => {
  gifts = await openGifts();
});
afterEach(() => gifts.shop.close());

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string => pageTexts(bytes).join('');

describe('the receipt', () => {
  it('names both inspectors, refused goods, grade and disinfection, the official receipt, lateness', async () => {
    await gifts.give(100, { day: '2026-04-01' });
    await gifts.closeMonth('2026-04');
    const { donationId } = await gifts.record({
      day: '2026-04-28',
      lines: [
        gifts.bags({
          itemId: gifts.clothes,
          valueFen: null,
          basis: 'unpriced',
          grade: 'good',
          disinfectedDay: '2026-04-20',
        }),
      ],
      refused: [{ description: '拆封洗衣粉', quantity: '约20袋', reason: '已拆封' }],
    });
    const official = { donationId, code: '45020126', number: '0001234567' };
    await gifts.shop.call('donations.recordOfficial', official, { as });
    for (const paper of ['a4', 'slip'] as const) {
      const text = textOf(await gifts.shop.call('donations.printReceipt', { donationId, paper }, { as }));
      for (const words of ['韦验收', '覃验收', '拆封洗衣粉', '约20袋', '已拆封', '七成新', '2026-04-20'])
        expect(text).toContain(words);
      expect(text).toContain('0001234567');
      expect(text).toContain('2026年4月28日');
    }
    const a4 = textOf(await gifts.shop.call('donations.printReceipt', { donationId }, { as }));
    expect(a4).toContain('补录,入账日期2026-05-04');
  });

  it('void says so, in every copy', async () => {
    const { donationId } = await gifts.record();
    await gifts.end(donationId, '品名写错');
    const { bytes } = await gifts.shop.call('donations.printReceipt', { donationId }, { as });
    for (const copy of pageTexts(bytes)) expect(copy).toMatch(/作废.*品名写错/u);
  });

  it('written anew names the one it takes the place of', async () => {
    const { donationId } = await gifts.record();
    const anew = await gifts.record({ replaces: { donationId, reason: '数量写错' } });
    const { bytes } = await gifts.shop.call(
      'donations.printReceipt',
      { donationId: anew.donationId },
      { as },
    );
    for (const copy of pageTexts(bytes)) expect(copy).toContain('重开,代替凭证JZ2026-000001');
  });

  it('of a gift without a name names nobody and shows no code', async () => {
    const donor = { name: '韦秀兰', kind: 'person', phone: '13800001234' } as const;
    const { donationId } = await gifts.give(100, { donor, anonymous: true });
    const text = textOf(await gifts.shop.call('donations.printReceipt', { donationId }, { as }));
    expect(text).toContain('匿名');
    expect(text).not.toMatch(/韦秀兰|13800001234/u);
  });
});

describe('the red entry', () => {
  it('is a paper of its own, all negative; refused for any other gift', async () => {
    const { donationId } = await gifts.record({ day: '2026-04-10', cash: { fen: 700, way: 'cash' } });
    const print = (id: number) => gifts.shop.call('donations.printRedEntry', { donationId: id }, { as });
    expect((await refusalOf(print(donationId))).code).toBe('not-found');
    await gifts.closeMonth('2026-04');
    await gifts.end(donationId, '重复登记');
    const text = textOf(await print(donationId));
    for (const words of ['JZ2026-000001', '2026年5月4日', '重复登记', '-450.00', '人民币负肆佰伍拾柒元整'])
      expect(text).toContain(words);
    expect(textOf(await print(donationId))).toContain('补打第1次');
    const voided = await gifts.record();
    await gifts.end(voided.donationId);
    expect((await refusalOf(print(voided.donationId))).code).toBe('not-found');
  });
});

describe('the list of a month', () => {
  const print = (isPosted: boolean, month = '2026-05') =>
    gifts.shop.call('donations.printList', { month, public: isPosted, format: 'pdf' }, { as });

  it('has money and goods in rows of their own, no void gift, and red entries negative', async () => {
    await gifts.give(100, { day: '2026-04-10', donor: { name: '第一中学', kind: 'school' } });
    await gifts.closeMonth('2026-04');
    await gifts.record({ cash: { fen: 31_800, way: 'transfer' }, purpose: '助学' });
    const voided = await gifts.give(77_700);
    await gifts.end(voided.donationId);
    await gifts.end(1);
    const text = textOf(await print(false));
    expect(text).toContain('318.00');
    expect(text).toContain('大米10袋450.00助学JZ2026-000002');
    expect(text).not.toContain('777.00');
    expect(text).toMatch(/第一中学-1\.00.*JZ2026-000001红冲/su);
    expect(text).toMatch(/合计.*317\.00/su);
  });

  it('that is posted keeps names and numbers out that must not hang there, and says for how long', async () => {
    const donor = { name: '韦秀兰', kind: 'person' } as const;
    await gifts.give(100, { donor, anonymous: true, purpose: '给13812341234和450202194803150025买药' });
    const text = textOf(await print(true));
    expect(text).toContain('匿名');
    expect(text).not.toMatch(/韦秀兰|13812341234|\d{18}/u);
    expect(text).toContain('公示期:2026年5月4日至2026年5月10日');
    expect(text).toContain('监督电话:0772-0000000');
    expect(textOf(await print(false))).not.toContain('公示期');
  });

  it('of an empty month prints, with nothing in it', async () => {
    expect(textOf(await print(false, '2026-01'))).toContain('0.00');
  });

  it('counts its reprints, each of the two for itself', async () => {
    expect(textOf(await print(false))).not.toContain('补打');
    expect(textOf(await print(true))).not.toContain('补打');
    expect(textOf(await print(false))).toContain('补打第1次');
  });
});

describe('the register', () => {
  const receipts = async (month: number | null = null) =>
    (await gifts.shop.call('donations.register', { year: 2026, month }, { as })).series.find(
      ({ series }) => series === 'receipt',
    );

  it('counts every series of the shop', async () => {
    await gifts.give(10_000);
    const { donationId } = await gifts.record();
    await gifts.end(donationId);
    await gifts.record();
    await gifts.spend(1_000);
    await gifts.shop.call(
      'stock.transfer',
      { fromPlaceId: 1, toPlaceId: 2, lines: [{ lotId: 2, quantity: 1 }] },
      { as },
    );
    await gifts.handOut(gifts.rice, 1);
    const { series, ended } = await gifts.shop.call('donations.register', { year: 2026 }, { as });
    const given = Object.fromEntries(series.map((row) => [row.series, [row.given, row.used, row.void]]));
    expect(given).toMatchObject({
      receipt: [3, 2, 1],
      purchase: [1, 1, 0],
      transfer: [1, 1, 0],
      loss: [0, 0, 0],
      stocktake: [0, 0, 0],
      funding: [0, 0, 0],
      redemption: [1, 1, 0],
    });
    expect(series.every(({ missing, doubled }) => missing.length + doubled.length === 0)).toBe(true);
    expect(ended.map(({ number, kind }) => [number, kind])).toEqual([['JZ2026-000002', 'void']]);
    expect((await gifts.shop.call('donations.register', { year: 2025 }, { as })).series[0]).toMatchObject({
      from: null,
      given: 0,
    });
  });

  it('names a number that is nowhere, in the year and in its month', async () => {
    for (let n = 0; n < 3; n += 1) await gifts.give(100);
    const { file, key } = gifts.shop;
    const books = openBooks({ path: file, key, create: false });
    books.file.exec(
      `DROP TRIGGER donation_no_update; UPDATE donation SET receipt_number = 'JZ2026-000009' WHERE id = 2`,
    );
    books.close();
    expect(await receipts()).toMatchObject({
      given: 3,
      used: 2,
      missing: ['JZ2026-000002'],
      doubled: ['JZ2026-000009'],
    });
    expect(await receipts(5)).toMatchObject({ missing: ['JZ2026-000002'] });
    expect(await receipts(4)).toMatchObject({ given: 0, missing: [] });
  });

  it('prints with what was ended, by whom and what took its place', async () => {
    const { donationId } = await gifts.record();
    await gifts.record({ replaces: { donationId, reason: '数量写错' } });
    const print = { year: 2026, format: 'pdf' } as const;
    const text = textOf(await gifts.shop.call('donations.printRegister', print, { as }));
    for (const words of ['捐赠接收凭证', '核销小票', '数量写错', '韦店长', 'JZ2026-000002'])
      expect(text).toContain(words);
    const sheet = await gifts.shop.call('donations.printRegister', { ...print, format: 'xlsx' }, { as });
    expect(sheet.mime).toContain('spreadsheet');
  });
});

describe('the export', () => {
  it.each(['xlsx', 'csv', 'pdf'] as const)('comes as %s', async (format) => {
    await gifts.record();
    const paper = await gifts.shop.call('donations.export', { format }, { as });
    expect([paper.kind, paper.bytes.length > 100]).toEqual(['table', true]);
  });

  it('holds what is filtered, neutralised, with the totals of the screen', async () => {
    await gifts.give(100, { donor: { name: '=HYPERLINK("x")', kind: 'organisation' } });
    await gifts.record({ day: '2026-04-01' });
    const csv = await gifts.shop.call('donations.export', { month: '2026-05', format: 'csv' }, { as });
    const text = new TextDecoder().decode(csv.bytes);
    expect(text).toContain('JZ2026-000001');
    expect(text).not.toContain('JZ2026-000002');
    expect(text).not.toMatch(/(?:^|,)"?=HYPERLINK/mu);
    expect(text).toContain('1.00');
  });
});

it('papers are for who may print them', async () => {
  await gifts.give(100);
  const refused = async (act: Promise<unknown>) => (await refusalOf(act)).code;
  const who = { as: 'volunteer' } as const;
  const list = { month: '2026-05', public: true, format: 'pdf' } as const;
  expect(await refused(gifts.shop.call('donations.printList', list, who))).toBe('not-permitted');
  expect(await refused(gifts.shop.call('donations.export', { format: 'csv' }, who))).toBe('not-permitted');
  expect(await refused(gifts.shop.call('donations.register', { year: 2026 }, who))).toBe('not-permitted');
});
