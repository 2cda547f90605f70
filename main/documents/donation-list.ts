// 捐赠接收明细 and the list that is posted from it (domain.md §7.2 layout 3). Quantities are never summed; the totals say what they
// leave out. On the posted list stands no number of a person, also none that somebody typed into a purpose.
import type { DonationListModel, DonationListRow } from '../../db/contract/documents.ts';
import { sumFen } from '../../db/domain/money.ts';
import { printedLine } from './office-page.ts';
import { withoutPersonalNumbers } from './personal-numbers.ts';
import type { Register, RegisterCell, RegisterRow } from './register.ts';
import type { Column } from './table.ts';
import { beijing, dayWords, reprintWords } from './words.ts';

export const donationListTitle = (model: DonationListModel): string =>
  model.posted === null ? '捐赠接收明细表' : '捐赠接收公示表';

const columns: readonly Column[] = [
  { heading: '序号', width: 28, align: 'center' },
  { heading: '日期', width: 60, align: 'center' },
  { heading: '捐赠人', width: 130 },
  { heading: '捐款(元)', width: 68, align: 'right' },
  { heading: '物品', width: 120 },
  { heading: '数量', width: 50, align: 'right' },
  { heading: '单位', width: 34, align: 'center' },
  { heading: '折价(元)', width: 68, align: 'right' },
  { heading: '定向用途', width: 130 },
  { heading: '凭证号', width: 84 },
];

export function donationListRegister(model: DonationListModel): Register {
  const title = donationListTitle(model);
  const { posted, shop } = model;
  const notice: OfficeLines =
    posted === null
      ? []
      : [[`公示期:${dayWords(posted.from)}至${dayWords(posted.to)}(含首尾两日)`, `监督电话:${posted.phone}`]];
  return {
    head: {
      title,
      corner: reprintWords(model.reprint),
      under: [
        [`填报单位(盖章):${shop.name}(${shop.districtName})`, '单位:元'],
        [`期间:${dayWords(model.from)}至${dayWords(model.to)}`, `数据截至 ${beijing(model.asOf)}`],
        ...notice,
      ],
      foot: printedLine(model),
    },
    blocks: [
      {
        title: `捐赠接收明细(${model.rows.length} 行)`,
        sheet: title,
        columns,
        rows: [...model.rows.map((row, index) => rowOf(row, index, posted !== null)), totalRow(model.rows)],
        notes: notesOf(model.rows),
      },
    ],
  };
}

type OfficeLines = readonly (readonly [left: string, right: string])[];

function rowOf(row: DonationListRow, index: number, posted: boolean): RegisterRow {
  const shown = posted ? withoutPersonalNumbers : (text: string): string => text;
  const { goods } = row;
  const worth: RegisterCell =
    goods === null ? '' : goods.valueFen === null ? '未计价' : { fen: goods.valueFen };
  const marks = [row.red ? '红冲' : '', row.lateFor === null ? '' : `补录 ${row.lateFor}`];
  return {
    cells: [
      { count: index + 1 },
      row.day,
      row.donorName === null ? '匿名' : shown(row.donorName),
      row.cashFen === null ? '' : { fen: row.cashFen },
      goods === null ? '' : shown(goods.name),
      goods === null ? '' : { quantity: goods.measure.quantity, scale: goods.measure.scale },
      goods === null ? '' : goods.measure.unit,
      worth,
      row.designation === null ? '非定向' : shown(row.designation),
      [row.receiptNo, ...marks].filter((part) => part !== '').join('\n'),
    ],
  };
}

const cashOf = (rows: readonly DonationListRow[]): number => sumFen(rows.map((row) => row.cashFen ?? 0));
const goodsOf = (rows: readonly DonationListRow[]): number =>
  sumFen(rows.map((row) => row.goods?.valueFen ?? 0));

function totalRow(rows: readonly DonationListRow[]): RegisterRow {
  return {
    bold: true,
    cells: ['', '合计', '', { fen: cashOf(rows) }, '', '', '', { fen: goodsOf(rows) }, '', ''],
  };
}

function notesOf(rows: readonly DonationListRow[]): readonly string[] {
  const unpriced = rows.filter((row) => row.goods?.valueFen === null).length;
  const red = rows.filter((row) => row.red).length;
  return [
    ...(unpriced === 0 ? [] : [`未计价 ${unpriced} 项未计入合计(数量登记,不计金额)。`]),
    '捐款与折价分别合计;不同计量单位的数量不相加。',
    ...(red === 0 ? [] : [`红冲 ${red} 行以负数列示,冲销所列凭证号的原凭证,不另编号。`]),
    ...(rows.length === 0 ? ['本期无捐赠,零报告。'] : []),
  ];
}
