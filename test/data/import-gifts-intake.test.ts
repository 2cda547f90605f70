// Import of a list of gifts: the columns about goods coming in, the rule of remaining life, closed months.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { sampleSheet } from '../helpers/sample.ts';
import { csvSheet, rowsOf } from '../helpers/sheet.ts';

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
const enter = async (sheet: { name: string; bytes: Uint8Array }) => confirm((await preview(sheet)).previewId);

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

const more = [...headings, '验收人', '存放地点', '成色', '消毒日期'];
const row = (inspectors = '', place = '', grade = '', disinfected = '', changes = {}) => [
  ...goods(changes),
  ...[inspectors, place, grade, disinfected],
];

it('are kept: two inspectors, the place, grade and disinfection', async () => {
  await enter(csvSheet([more, row('韦验收、覃验收', '库房', '八成新', '2026-03-31')]));
  expect(rowsOf(shop, 'SELECT inspector_1, inspector_2 FROM donation')).toEqual([
    { inspector_1: '韦验收', inspector_2: '覃验收' },
  ]);
  expect(
    rowsOf(
      shop,
      'SELECT place_id, grade, disinfected_day AS d, held_reason AS h FROM lot JOIN lot_stock ON lot_id = id',
    ),
  ).toEqual([{ place_id: 2, grade: 'good', d: '2026-03-31', h: null }]);
});

it('left empty say nothing: shop floor, no inspectors, not second-hand', async () => {
  await enter(csvSheet([more, row(), row('韦验收 覃验收', '', '全新')]));
  expect(rowsOf(shop, 'SELECT inspector_1 AS one FROM donation ORDER BY id')).toEqual([
    { one: '' },
    { one: '韦验收' },
  ]);
  expect(rowsOf(shop, 'SELECT DISTINCT place_id, grade FROM lot JOIN lot_stock ON lot_id = id')).toEqual([
    { place_id: 1, grade: null },
  ]);
});

it('second-hand goods without a day of disinfection are held', async () => {
  await enter(csvSheet([more, row('', '', '五成新')]));
  expect(rowsOf(shop, 'SELECT grade, held_reason FROM lot')).toEqual([
    { grade: 'fair', held_reason: '未登记消毒' },
  ]);
});

it.each([
  ['inspectors-two', row('韦验收')],
  ['inspectors-two', row('韦验收、韦验收')],
  ['inspectors-two', row('韦验收、覃验收、黄验收')],
  ['place-closed', row('', '地下室')],
  ['row-grade-unknown', row('', '', '还行')],
  ['row-day-in-future', row('', '', '八成新', '2026-05-05')],
  ['row-date-unreadable', row('', '', '', '', { 0: '1999-12-31' })],
  ['row-date-unreadable', row('', '', '', '', { 8: '1926-01-01' })],
  ['row-date-unreadable', row('', '', '', '', { 9: '1926-12-31' })],
  ['expiry-missing', row('', '', '', '', { 9: '' })],
  ['shelf-life-over', row('', '', '', '', { 9: '2026-03-31' })],
])('%s keeps the row out: %j', async (code, cells) => {
  const answer = await preview(csvSheet([more, cells]));
  expect([answer.good, answer.refused.map((reason) => reason.code)]).toEqual([0, [code]]);
  const { kind } = await shop.call('donations.refusedRows', { previewId: answer.previewId }, { as });
  expect(kind).toBe('refused-rows');
});

it('too little life left by the rule of the category keeps the row out, with what was found; no override', async () => {
  const category = String(rowsOf(shop, `SELECT category FROM item WHERE code = 'G001'`)[0]?.['category']);
  const none = { alarmDays: null, minPercent: null, shortLifeDays: null, shortMinDays: null };
  await shop.call('goods.changeRule', { category, ...none, minDays: 180 }, { as });
  const sheet = csvSheet([headings, goods({ 9: '2026-09-27' }), goods({ 9: '2026-09-28' })]);
  const answer = await preview(sheet);
  expect([
    answer.good,
    answer.refused.map(({ row: at, code, params }) => [at, code, params?.['daysLeft']]),
  ]).toEqual([1, [[1, 'shelf-life-short', 179]]]);
  expect((await confirm(answer.previewId)).imported).toBe(1);
});

it('of a closed month are booked today, marked', async () => {
  await enter(csvSheet([headings, cash()]));
  await shop.call('reports.closeMonth', { month: '2026-04' }, { as });
  await enter(csvSheet([headings, goods()]));
  expect(rowsOf(shop, 'SELECT day, late_for_day AS late FROM donation ORDER BY id')).toEqual([
    { day: '2026-04-01', late: null },
    { day: '2026-05-04', late: '2026-04-01' },
  ]);
});
