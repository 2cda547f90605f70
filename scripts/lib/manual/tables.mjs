// Writes the manual's tables of what the program says, in the words the program has (renderer/i18n/zh-CN), between the marks
// <!-- words:… --> and <!-- /words --> of docs/manual.md. Everything outside the marks is written by people and left alone.
import fs from 'node:fs';
import prettier from 'prettier';
import { limitRefusals } from '../../../db/contract/limit-errors.ts';
import { scanRefusals } from '../../../db/contract/errors.ts';
import { errors } from '../../../renderer/i18n/zh-CN/errors.ts';
import { digitOf, sections } from '../../../renderer/app/sections.ts';
import { batchErrors } from '../../../renderer/i18n/zh-CN/batch-errors.ts';
import { eligibilityErrors } from '../../../renderer/i18n/zh-CN/eligibility-errors.ts';
import { fairnessErrors } from '../../../renderer/i18n/zh-CN/fairness-errors.ts';
import { faults } from '../../../renderer/i18n/zh-CN/faults.ts';
import { frame } from '../../../renderer/i18n/zh-CN/frame.ts';
import { giftErrors } from '../../../renderer/i18n/zh-CN/gift-errors.ts';
import { limitsErrors } from '../../../renderer/i18n/zh-CN/limits-errors.ts';
import { peopleErrors } from '../../../renderer/i18n/zh-CN/people-errors.ts';
import { pointsErrors } from '../../../renderer/i18n/zh-CN/points-errors.ts';
import { privacyErrors } from '../../../renderer/i18n/zh-CN/privacy-errors.ts';
import { proxiesErrors } from '../../../renderer/i18n/zh-CN/proxies-errors.ts';
import { shiftErrors } from '../../../renderer/i18n/zh-CN/shift-errors.ts';
import { stockErrors } from '../../../renderer/i18n/zh-CN/stock-errors.ts';
import { tillErrors } from '../../../renderer/i18n/zh-CN/till-errors.ts';
import { voucherLifeErrors } from '../../../renderer/i18n/zh-CN/voucher-life-errors.ts';

/** @typedef {{ readonly title: string, readonly detail: string, readonly next: string }} Words */

/** Elsewhere its two figures are a version and a character. */
const reviewChanged = {
  ...eligibilityErrors['review-changed'],
  detail: eligibilityErrors['review-changed'].detail.replaceAll(/\{\{(?:expected|found)\}\}/g, '{{count}}'),
};

/** Elsewhere this figure is a number of households. */
const limitsSaid = Object.fromEntries(
  Object.entries(limitsErrors).map(([code, words]) => [
    code,
    { ...words, detail: words.detail.replaceAll('{{limit}}', '{{count}}') },
  ]),
);
/** Elsewhere these figures are a version and a character. */
const listChanged = {
  ...batchErrors['batch-changed-since-preview'],
  detail: batchErrors['batch-changed-since-preview'].detail.replaceAll(
    /\{\{(?:expected|found)\}\}/g,
    '{{count}}',
  ),
};

const scans = new Set(/** @type {readonly string[]} */ (scanRefusals));
/** Those of the limits that are seen at the counter. */
const overLimits = new Set(/** @type {readonly string[]} */ (limitRefusals));
const tables = {
  scan: () => Object.entries(tillErrors).filter(([code]) => scans.has(code)),
  basket: () => [
    /** @type {const} */ (['item-unknown', errors['item-unknown']]),
    ...Object.entries(tillErrors).filter(([code]) => !scans.has(code)),
    ...Object.entries(limitsSaid).filter(([code]) => overLimits.has(code)),
    /** @type {const} */ (['reverse-shift-ended', shiftErrors['reverse-shift-ended']]),
  ],
  vouchers: () => [
    ...Object.entries({
      ...batchErrors,
      'batch-changed-since-preview': listChanged,
      ...voucherLifeErrors,
    }).filter(([code]) => !scans.has(code)),
    ...Object.entries(limitsSaid).filter(([code]) => !overLimits.has(code)),
    ...Object.entries(shiftErrors).filter(([code]) => code !== 'reverse-shift-ended'),
    ...Object.entries(pointsErrors),
  ],
  stock: () => Object.entries(stockErrors),
  gifts: () => Object.entries(giftErrors),
  people: () => Object.entries({ ...peopleErrors, ...eligibilityErrors, 'review-changed': reviewChanged }),
  fairness: () => Object.entries({ ...proxiesErrors, ...fairnessErrors, ...privacyErrors }),
  faults: () => Object.entries(faults),
};

/** @param {string} file */
export async function writeTables(file) {
  const before = fs.readFileSync(file, 'utf8');
  let after = before;
  const written = Object.entries(tables).map(([name, rows]) => [
    name,
    tableOf(rows().map(([, words]) => words)),
  ]);
  for (const [name, table] of [...written, ['sections', sectionTable()]]) {
    const marks = new RegExp(`(<!-- words:${name} -->)[^]*?(<!-- /words -->)`);
    if (!marks.test(after)) throw new Error(`docs/manual.md has no place for the table "${name}"`);
    after = after.replace(marks, (_, from, to) => `${from}\n\n${table}\n\n${to}`);
  }
  const options = await prettier.resolveConfig(file);
  fs.writeFileSync(file, await prettier.format(after, { ...options, filepath: file }));
}

/** @param {readonly Words[]} rows */
const tableOf = (rows) =>
  [
    '| 屏幕上的大字 | 下面的小字 | 怎么办 |',
    '| --- | --- | --- |',
    ...rows.map(
      ({ title, detail, next }) => `| ${title} | ${withBlanks(detail).replaceAll('\n', '<br>')} | ${next} |`,
    ),
  ].join('\n');

/** The keys of the sections of the large places, with the way to their chapter. */
const sectionTable = () =>
  [
    '| 先按 | 再按 | 到哪一栏 |',
    '| --- | --- | --- |',
    ...Object.entries(sections).flatMap(([place, list]) =>
      list.map(
        ({ name, path: below }, at) =>
          `| \`Alt+${Object.keys(frame.places).indexOf(place)}\` ${frame.places[/** @type {'goods'} */ (place)]} | \`Ctrl+${digitOf(at)}\` | [${frame.sections[name]}](#${below === '' ? place : `${place}-${name}`}) |`,
      ),
    ),
  ].join('\n');

/** What stands in a fact's place, by the name the fact has in the words. */
const blanks = /** @type {Readonly<Record<string, string>>} */ ({
  shop: '店名',
  terminal: '柜台',
  operator: '经手人',
  code: '编号',
  number: '单号',
  serial: '券号',
  reason: '原因',
  item: '物资',
  itemName: '物资',
  wanted: '数量',
  available: '数量',
  found: '版本',
  known: '版本',
  by: '经办人',
  count: '数量',
  day: '日期',
  daysLeft: '天数',
  expected: '字符',
  kind: '作废或红冲',
  label: '标签',
  length: '位数',
  lots: '数量',
  missing: '数量',
  month: '月份',
  most: '数量',
  name: '名称',
  needDays: '天数',
  needPercent: '百分比',
  percent: '百分比',
  place: '地点',
  places: '地点',
  row: '行号',
  source: '资金来源',
  tag: '编号',
  category: '类别',
  household: '家庭编号',
  households: '户数',
  institution: '机构',
  into: '家庭编号',
  limit: '户数',
  months: '月数',
  open: '户数',
  residents: '户数',
  role: '岗位',
  serials: '券号',
  staff: '工作人员',
  years: '年数',
  unit: '单位',
  what: '内容',
  already: '数量',
  balance: '数量',
  community: '社区（村）',
  exchange: '单号',
  expectedPieces: '数量',
  expectedPoints: '数量',
  have: '数量',
  items: '物资',
  left: '数量',
  line: '行号',
  members: '人数',
  minutes: '数量',
  need: '数量',
  newSerial: '券号',
  numbers: '户号',
  over: '数量',
  pieces: '数量',
  points: '数量',
  rule: '规则',
  used: '数量',
  year: '年份',
});

/** @param {string} text */
const withBlanks = (text) => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => `〔${blankOf(name)}〕`);

/** @param {string} name */
function blankOf(name) {
  if (name.endsWith('Fen')) return '金额';
  if (name.endsWith('Day')) return '日期';
  if (name.endsWith('At')) return '时间';
  const blank = blanks[name];
  if (blank === undefined) throw new Error(`the manual has no word for the fact "${name}"`);
  return blank;
}
