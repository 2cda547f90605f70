// Import of a list of gifts: the sample, every reason a row stays out, once and only once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { sampleSheet } from '../helpers/sample.ts';
import { csvSheet, rowCounts, rowsOf } from '../helpers/sheet.ts';
import expected from '../fixtures/sample/expected.json';

const as = 'manager' as const;
let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
  const { previewId } = await shop.call('goods.previewImport', { sheet: sampleSheet('goods.xlsx') }, { as });
  await shop.call('goods.confirmImport', { previewId }, { as });
});
afterEach(() => shop.close());

const preview = (sheet: { name: string; bytes: Uint8Array }) =>
  shop.call('donations.previewImport', { sheet }, { as });
const confirm = (previewId: string) => shop.call('donations.confirmImport', { previewId }, { as });
const enter = async (sheet: { name: string; bytes: Uint8Array }) => {
  const answer = await preview(sheet);
  return { ...answer, ...(await confirm(answer.previewId)) };
};

describe('the sample', () => {
  it('gives what expected.json says, and stores it only when confirmed', async () => {
    const before = rowCounts(shop);
    const answer = await preview(sampleSheet('donations.xlsx'));
    expect([answer.good, answer.refused, answer.cashFen, answer.goodsRows]).toEqual([
      expected.donations.rows,
      [],
      expected.donations.cashFen,
      50,
    ]);
    expect(answer.warned.map(({ row, code }) => [row, code])).toEqual([
      [16, 'warn-no-price'],
      [20, 'warn-no-price'],
      [22, 'warn-purpose-free-text'],
      [44, 'warn-no-price'],
      [47, 'warn-purpose-free-text'],
      [58, 'warn-purpose-free-text'],
    ]);
    expect(rowCounts(shop)).toEqual(before);
    const { imported, cashFen, receiptNumbers } = await confirm(answer.previewId);
    expect([
      imported,
      cashFen,
      receiptNumbers[0],
      receiptNumbers.at(-1),
      new Set(receiptNumbers).size,
    ]).toEqual([68, 424_900, 'JZ2026-000001', 'JZ2026-000068', 68]);
    expect(rowCounts(shop)).toMatchObject({
      donation: 68,
      donation_line: 50,
      lot: 50,
      stock_posting: 50,
      cash_posting: 18,
      import_row: 68,
    });
  });

  it('has receipt numbers in the order of the days, and postings on the days of the gifts', async () => {
    await enter(sampleSheet('donations.xlsx'));
    const days = rowsOf(shop, 'SELECT day FROM donation ORDER BY receipt_number').map(({ day }) => day);
    expect(days).toEqual([...days].sort());
    expect(
      rowsOf(
        shop,
        `SELECT count(*) AS n FROM stock_posting JOIN donation ON donation.id = document_id WHERE business_day <> day`,
      ),
    ).toEqual([{ n: 0 }]);
    expect(rowsOf(shop, `SELECT sum(amount_fen) AS fen, book FROM cash_posting GROUP BY book`)).toEqual([
      { fen: 424_900, book: 'aid' },
    ]);
    expect(
      rowsOf(
        shop,
        `SELECT count(*) AS n FROM lot JOIN lot_stock ON lot_id = lot.id WHERE on_hand <> received OR on_hand_fen IS NOT value_fen`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('restricts goods to the category named, and keeps the unpriced without an amount', async () => {
    await enter(sampleSheet('donations.xlsx'));
    expect(
      rowsOf(shop, 'SELECT designated_category AS c, count(*) AS n FROM lot GROUP BY 1 ORDER BY 2'),
    ).toEqual([
      { c: 'orphan', n: 8 },
      { c: null, n: 42 },
    ]);
    expect(
      rowsOf(
        shop,
        `SELECT basis, basis_note, count(*) AS n, sum(value_fen) AS fen FROM donation_line GROUP BY 1, 2 ORDER BY 3`,
      ),
    ).toEqual([
      { basis: 'unpriced', basis_note: '', n: 3, fen: null },
      { basis: 'fair-value', basis_note: '导入表金额', n: 47, fen: 17_623_500 },
    ]);
    expect(
      rowsOf(shop, `SELECT DISTINCT purpose FROM donation ORDER BY 1`).map(({ purpose }) => purpose),
    ).toEqual(['', '受灾家庭', '孤儿']);
  });

  it('creates nothing the second time', async () => {
    await enter(sampleSheet('donations.xlsx'));
    const before = rowCounts(shop);
    const again = await preview(sampleSheet('donations.xlsx'));
    expect([again.good, again.alreadyHere, again.cashFen]).toEqual([0, 68, 0]);
    expect((await refusalOf(confirm(again.previewId))).code).toBe('import-nothing-to-do');
    expect(rowCounts(shop)).toEqual(before);
  });

  it('stores nothing when cancelled after the last gift, and the numbers start again', async () => {
    const { previewId } = await preview(sampleSheet('donations.xlsx'));
    const before = rowCounts(shop);
    const onProgress = (done: number) => (done > 0 ? 'cancel' : 'on');
    expect(
      (await refusalOf(shop.call('donations.confirmImport', { previewId }, { as, onProgress }))).code,
    ).toBe('cancelled');
    expect(rowCounts(shop)).toEqual(before);
    expect((await confirm(previewId)).receiptNumbers[0]).toBe('JZ2026-000001');
  });
});

const headings = [
  '捐赠日期',
  '捐赠单位',
  '捐赠方式',
  '物品编码',
  '数量',
  '单位',
  '捐赠金额(元)',
  '用途',
  '生产日期',
  '保质期至',
];
const goods = (changes: Partial<Record<number, string>> = {}) =>
  ['2026-04-01', '韦先生', '实物', 'G001', '10', '袋', '450', '', '2026-01-01', '2026-12-31'].map(
    (cell, at) => changes[at] ?? cell,
  );
const cash = (changes: Partial<Record<number, string>> = {}) =>
  ['2026-04-01', '韦先生', '现金', '', '', '', '100', '', '', ''].map((cell, at) => changes[at] ?? cell);

describe('a row stays out', () => {
  it.each([
    ['row-date-unreadable', goods({ 0: '' })],
    ['row-date-unreadable', goods({ 0: '四月' })],
    ['row-day-in-future', goods({ 0: '2026-05-05' })],
    ['row-donor-missing', goods({ 1: '' })],
    ['name-bidi', goods({ 1: '韦\u202E先生' })],
    ['name-control-character', goods({ 1: '某某\u0007公司' })],
    ['row-way-unknown', goods({ 2: '' })],
    ['row-way-unknown', goods({ 2: '支票' })],
    ['row-way-unknown', cash({ 3: 'G001' })],
    ['row-item-missing', goods({ 3: '' })],
    ['row-item-unknown', goods({ 3: 'G999' })],
    ['row-quantity-missing', goods({ 4: '' })],
    ['row-quantity-unreadable', goods({ 4: '1e3' })],
    ['row-quantity-unreadable', goods({ 4: '-5' })],
    ['row-quantity-fraction', goods({ 4: '2.5' })],
    ['quantity-not-positive', goods({ 4: '0' })],
    ['row-unit-mismatch', goods({ 5: '箱' })],
    ['row-unit-mismatch', goods({ 5: '公斤' })],
    ['row-unit-mismatch', goods({ 3: 'G005', 5: '袋' })],
    ['row-unit-unknown', goods({ 3: 'G005', 5: '' })],
    ['row-amount-unreadable', goods({ 6: '约450' })],
    ['row-amount-unreadable', cash({ 6: '' })],
    ['amount-not-positive', cash({ 6: '0' })],
    ['amount-not-positive', goods({ 6: '0' })],
    ['row-expiry-before-production', goods({ 8: '2026-03-01', 9: '2026-02-28' })],
    ['row-day-in-future', goods({ 8: '2026-05-05' })],
    ['row-date-unreadable', goods({ 9: '长期' })],
  ])('%s: %j', async (code, row) => {
    const answer = await preview(csvSheet([headings, row]));
    expect([answer.good, answer.refused.map((reason) => reason.code)]).toEqual([0, [code]]);
  });

  it('and can be had as a sheet', async () => {
    const { previewId } = await preview(csvSheet([headings, goods({ 3: 'G999' })]));
    expect((await shop.call('donations.refusedRows', { previewId }, { as })).kind).toBe('refused-rows');
    expect((await refusalOf(shop.call('donations.refusedRows', { previewId: 'none' }, { as }))).code).toBe(
      'preview-gone',
    );
  });
});

describe('what enters', () => {
  it('is as many gifts as there are equal rows, and the same file enters once', async () => {
    const sheet = csvSheet([headings, cash(), cash(), cash({ 6: '100.00' })]);
    expect((await enter(sheet)).imported).toBe(3);
    expect((await preview(sheet)).alreadyHere).toBe(3);
    const longer = await preview(csvSheet([headings, cash(), cash(), cash(), cash()]));
    expect([longer.good, longer.alreadyHere]).toEqual([1, 3]);
  });

  it('is the same gift however the file spells it', async () => {
    await enter(csvSheet([headings, goods()]));
    expect(
      (await preview(csvSheet([headings, goods({ 0: '2026年4月1日', 4: '10.0', 6: '¥450.00' })])))
        .alreadyHere,
    ).toBe(1);
  });

  it('converts 斤 to the grams of an item kept in 公斤', async () => {
    await enter(csvSheet([headings, goods({ 3: 'G005', 4: '30', 5: '斤' })]));
    expect(rowsOf(shop, 'SELECT quantity FROM donation_line')).toEqual([{ quantity: 15_000 }]);
  });

  it('takes the item’s own unit where pieces come without one', async () => {
    expect((await enter(csvSheet([headings, goods({ 5: '' })]))).imported).toBe(1);
  });

  it('comes in with a date that was good on the day of the gift and is past now, which is named', async () => {
    const answer = await enter(
      csvSheet([headings, goods({ 8: '2025-01-01', 9: '2026-04-01' }), goods({ 8: '2025-01-01', 9: '' })]),
    );
    expect([
      answer.imported,
      answer.warned.map(({ row, code, params }) => [row, code, params]),
      answer.refused,
    ]).toEqual([
      1,
      [[1, 'warn-expired', { expiryDay: '2026-04-01' }]],
      [{ row: 2, code: 'expiry-missing', field: 'expiry', params: { itemName: '东北大米' } }],
    ]);
  });

  it('enters in the order of the days, not of the rows', async () => {
    await enter(csvSheet([headings, cash({ 0: '2026-04-03' }), cash({ 0: '2026-04-01', 6: '7' })]));
    expect(rowsOf(shop, 'SELECT day FROM donation ORDER BY id').map(({ day }) => day)).toEqual([
      '2026-04-01',
      '2026-04-03',
    ]);
  });

  it('guesses the kind of a new donor, keeps that of a known one, and names nobody for 匿名', async () => {
    const names = ['柳州市某某粮油公司', '第一中学', '南亚商会', '韦先生', '匿名', '张华'];
    await shop.call(
      'donations.record',
      {
        day: '2026-04-01',
        donor: { name: '张华', kind: 'company' },
        anonymous: false,
        inspectors: ['韦验收', '覃验收'],
        cash: { fen: 100, way: 'cash' },
        lines: [],
      },
      { as },
    );
    await enter(csvSheet([headings, ...names.map((name) => cash({ 1: name }))]));
    expect(
      rowsOf(shop, 'SELECT name, kind FROM donor ORDER BY name')
        .map(({ name, kind }) => `${String(name)} ${String(kind)}`)
        .sort(),
    ).toEqual(
      [
        '南亚商会 organisation',
        '匿名 anonymous',
        '张华 company',
        '柳州市某某粮油公司 company',
        '第一中学 school',
        '韦先生 person',
      ].sort(),
    );
    expect(rowsOf(shop, 'SELECT sum(anonymous) AS n FROM donation')).toEqual([{ n: 1 }]);
  });
});

it('is not for volunteers, nor for the bureau that only supervises', async () => {
  const sheet = csvSheet([headings, cash()]);
  for (const who of ['volunteer', 'bureau'] as const) {
    expect((await refusalOf(shop.call('donations.previewImport', { sheet }, { as: who }))).code).toBe(
      'not-permitted',
    );
  }
});
