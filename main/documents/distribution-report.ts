// 发放月报 on paper: each category with 本月 above 本年累计, then the same by street and community.
import type { DistributionReportModel, DistributionRow } from '../../db/contract/documents.ts';
import { checkLines, figureColumns, figureText, moneyWord, noteLines } from './distribution-figures.ts';
import { drawFlow, gap } from './flow.ts';
import type { OnPage, Section } from './flow.ts';
import { officeFrame, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { notesSection, reportHead, signatureSection } from './report-parts.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow, Column } from './table.ts';

const margin = mm(10);

export const distributionTitle = '慈善超市物资发放月报表';

export async function drawDistributionReport(
  paper: Paper,
  model: DistributionReportModel,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const head = reportHead(model, distributionTitle, `单位:户、人、张、${moneyWord(model)}`);
  const sections: Section[] = [
    block(paper, model, '一、按对象类别', '对象类别', model.rows, width),
    ...(model.communities.length === 0
      ? []
      : [gap(8), block(paper, model, '二、按街道(社区)', '街道(社区)', model.communities, width)]),
    ...notesSection(paper, [...checkLines(model), ...noteLines(model)], width),
    ...signatureSection(paper, model, width),
  ];
  await drawFlow(paper, sections, officeFrame(paper, head, margin), onPage);
}

function block(
  paper: Paper,
  model: DistributionReportModel,
  title: string,
  heading: string,
  rows: readonly DistributionRow[],
  width: number,
): Section {
  const columns: Column[] = [
    { heading: '序号', width: 28, align: 'center' },
    { heading, width: 96 },
    { heading: '期间', width: 50, align: 'center' },
    ...figureColumns.map((column): Column => ({
      heading: headingLines(column.money ? `${column.heading}(${moneyWord(model)})` : column.heading),
      width: column.money ? 64 : column.heading.startsWith('期初') ? 56 : 42,
      align: 'right',
    })),
  ];
  const body = rows.map((row, index) => bodyRow(model, String(index + 1), row, false));
  const total = bodyRow(model, '', { ...model.total, name: '合计' }, true);
  return table(
    paper,
    { columns: fillWidth(columns, width), size: 9.5, headSize: 9 },
    [...body, total],
    textBlock(paper, title, width, { size: 11, weight: 'bold' }, 2),
  );
}

/** The unit on a line of its own. */
const headingLines = (heading: string): string => heading.replace('(', '\n(');

function bodyRow(
  model: DistributionReportModel,
  number: string,
  row: DistributionRow,
  bold: boolean,
): BodyRow {
  const figures = figureColumns.map((column) => [
    figureText(model, column, row.month),
    figureText(model, column, row.year),
  ]);
  return { bold, cells: [number, row.name, ['本月', '本年累计'], ...figures] };
}
