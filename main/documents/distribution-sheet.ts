// 发放月报 as a workbook: the paper's columns with 本月 and 本年累计 side by side, figures as numbers.
import type {
  DistributionFigures,
  DistributionReportModel,
  DistributionRow,
} from '../../db/contract/documents.ts';
import { checkLines, figureColumns, moneyWord, noteLines } from './distribution-figures.ts';
import type { FigureColumn } from './distribution-figures.ts';
import { distributionTitle } from './distribution-report.ts';
import { reportHead, signatureLine } from './report-parts.ts';
import { bold, cell, spread, titleRow, wordsRow } from './workbook.ts';
import type { SheetRow, WorkbookSheet } from './workbook.ts';

const perPeriod = figureColumns.length;

export function distributionSheets(model: DistributionReportModel): readonly WorkbookSheet[] {
  return [
    sheet(model, '按对象类别', '对象类别', model.rows),
    ...(model.communities.length === 0
      ? []
      : [sheet(model, '按街道(社区)', '街道(社区)', model.communities)]),
  ];
}

function sheet(
  model: DistributionReportModel,
  name: string,
  heading: string,
  rows: readonly DistributionRow[],
): WorkbookSheet {
  const widths = [6, 18, ...periods(() => figureColumns.map((column) => (column.money ? 13 : 9)))];
  const head = reportHead(model, distributionTitle, `单位:户、人、张、${moneyWord(model)}`);
  const practice = model.practice ? [wordsRow('练习,不作数', widths)] : [];
  return {
    name,
    widths,
    landscape: true,
    stickyRows: 0,
    rows: [
      titleRow(distributionTitle, widths.length),
      ...practice,
      ...head.under.map(([left, right]) => wordsRow(`${left}    ${right}`, widths)),
      groupRow(),
      [
        cell.heading('序号'),
        cell.heading(heading),
        ...periods(() => figureColumns.map((column) => cell.heading(headingOf(model, column)))),
      ],
      ...rows.map((row, index) => figureRow(model, cell.number(index + 1), row)),
      figureRow(model, cell.blank(), { ...model.total, name: '合计' }).map((c) =>
        c === null ? null : bold(c),
      ),
      ...[...checkLines(model), ...noteLines(model), signatureLine(model), head.foot].map((line) =>
        wordsRow(line, widths),
      ),
    ],
  };
}

const periods = <T>(each: (period: 'month' | 'year') => readonly T[]): readonly T[] => [
  ...each('month'),
  ...each('year'),
];

function groupRow(): SheetRow {
  return [
    cell.heading(''),
    cell.heading(''),
    ...spread(cell.heading('本月', perPeriod), perPeriod),
    ...spread(cell.heading('本年累计', perPeriod), perPeriod),
  ];
}

const headingOf = (model: DistributionReportModel, column: FigureColumn): string =>
  column.money ? `${column.heading}(${moneyWord(model)})` : column.heading;

function figureRow(
  model: DistributionReportModel,
  number: NonNullable<SheetRow[number]>,
  row: DistributionRow,
): SheetRow {
  return [
    number,
    cell.text(row.name),
    ...periods((period) => figureColumns.map((c) => figureCell(model, c, row[period]))),
  ];
}

function figureCell(model: DistributionReportModel, column: FigureColumn, figures: DistributionFigures) {
  const value = column.of(figures);
  if (!column.money) return cell.number(value);
  return model.money === 'wan' ? cell.wan(value) : cell.fen(value);
}
