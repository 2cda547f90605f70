// 收发存表 on paper: quantity above amount for every item; unpriced goods in a table of quantities alone.
import type { BalanceReportModel, BalanceRow } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import {
  balanceColumns,
  balanceNotes,
  fenCheck,
  quantityCheck,
  quantityText,
  totalFen,
} from './balance-figures.ts';
import { drawFlow, gap } from './flow.ts';
import type { OnPage, Section } from './flow.ts';
import { officeFrame, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { notesSection, reportHead, signatureSection } from './report-parts.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow, Column } from './table.ts';
import { yuanOrUnpriced } from './words.ts';

const margin = mm(10);

export const balanceTitle = '慈善超市物资收发存月报表';

export async function drawBalanceReport(
  paper: Paper,
  model: BalanceReportModel,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const priced = model.rows.filter((row) => row.priced);
  const unpriced = model.rows.filter((row) => !row.priced);
  const title = (text: string) => textBlock(paper, text, width, { size: 11, weight: 'bold' }, 2);
  const sections: Section[] = [
    table(
      paper,
      { columns: fillWidth(columnsWith(['项目']), width), size: 9.5, headSize: 9 },
      [...priced.map(pricedRow), totalRow(priced)],
      title('一、计价物资'),
    ),
    ...(unpriced.length === 0
      ? []
      : [
          gap(8),
          table(
            paper,
            { columns: fillWidth(columnsWith([]), width), size: 9.5, headSize: 9 },
            unpriced.map(unpricedRow),
            title('二、未计价物资(数量登记,不计金额)'),
          ),
        ]),
    ...notesSection(paper, balanceNotes(model), width),
    ...signatureSection(paper, model, width),
  ];
  const head = reportHead(model, balanceTitle, '单位:按所列计量单位、元');
  await drawFlow(paper, sections, officeFrame(paper, head, margin), onPage);
}

function columnsWith(extra: readonly string[]): readonly Column[] {
  return [
    { heading: '序号', width: 28, align: 'center' },
    { heading: '品名', width: 104 },
    { heading: '规格', width: 62 },
    { heading: '单位', width: 32, align: 'center' },
    ...extra.map((heading): Column => ({ heading, width: 34, align: 'center' })),
    ...balanceColumns.map((c): Column => ({ heading: c.heading, group: c.group, width: 54, align: 'right' })),
    { heading: '核对', width: 42, align: 'center' },
  ];
}

const names = (row: BalanceRow, index: number): readonly string[] => [
  String(index + 1),
  row.name,
  row.spec,
  row.unit,
];

function pricedRow(row: BalanceRow, index: number): BodyRow {
  const figures = balanceColumns.map((c) => [
    quantityText(row, row[c.figure]),
    yuanOrUnpriced(row[c.figure].fen),
  ]);
  return { cells: [...names(row, index), ['数量', '金额'], ...figures, [quantityCheck(row), fenCheck(row)]] };
}

function unpricedRow(row: BalanceRow, index: number): BodyRow {
  const figures = balanceColumns.map((c) => quantityText(row, row[c.figure]));
  return { cells: [...names(row, index), ...figures, quantityCheck(row)] };
}

function totalRow(rows: readonly BalanceRow[]): BodyRow {
  const sums = balanceColumns.map((c) => formatYuan(totalFen(rows, c.figure)));
  return { bold: true, cells: ['', '合计', '', '', '金额', ...sums, ''] };
}
