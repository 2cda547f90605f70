// 收发存表 as a workbook: quantity and amount side by side under every heading; unpriced goods on a sheet of their own.
import type { BalanceReportModel, BalanceRow } from '../../db/contract/documents.ts';
import { balanceColumns, balanceNotes, fenCheck, quantityCheck, totalFen } from './balance-figures.ts';
import { balanceTitle } from './balance-report.ts';
import { reportHead, signatureLine } from './report-parts.ts';
import { bold, cell, spread, titleRow, wordsRow } from './workbook.ts';
import type { SheetRow, WorkbookSheet } from './workbook.ts';

export function balanceSheets(model: BalanceReportModel): readonly WorkbookSheet[] {
  const priced = model.rows.filter((row) => row.priced);
  const unpriced = model.rows.filter((row) => !row.priced);
  return [pricedSheet(model, priced), ...(unpriced.length === 0 ? [] : [unpricedSheet(model, unpriced)])];
}

const nameHeadings = ['序号', '品名', '规格', '单位'];
const nameWidths = [6, 22, 14, 7];

const nameCells = (row: BalanceRow, index: number): SheetRow => [
  cell.number(index + 1),
  cell.text(row.name),
  cell.text(row.spec),
  cell.text(row.unit),
];

function framed(
  model: BalanceReportModel,
  name: string,
  widths: readonly number[],
  body: readonly SheetRow[],
): WorkbookSheet {
  const head = reportHead(model, balanceTitle, '单位:按所列计量单位、元');
  const practice = model.practice ? [wordsRow('练习,不作数', widths)] : [];
  return {
    name,
    widths,
    landscape: true,
    stickyRows: 0,
    rows: [
      titleRow(balanceTitle, widths.length),
      ...practice,
      ...head.under.map(([left, right]) => wordsRow(`${left}    ${right}`, widths)),
      ...body,
      ...[...balanceNotes(model), signatureLine(model), head.foot].map((line) => wordsRow(line, widths)),
    ],
  };
}

function pricedSheet(model: BalanceReportModel, rows: readonly BalanceRow[]): WorkbookSheet {
  const widths = [...nameWidths, ...balanceColumns.flatMap(() => [9, 12]), 12, 12];
  const groups: SheetRow = [
    ...nameHeadings.map(() => cell.heading('')),
    ...balanceColumns.flatMap((c) => spread(cell.heading(`${c.group} ${c.heading}`, 2), 2)),
    ...spread(cell.heading('核对', 2), 2),
  ];
  const headings: SheetRow = [
    ...nameHeadings.map((heading) => cell.heading(heading)),
    ...[...balanceColumns, null].flatMap(() => [cell.heading('数量'), cell.heading('金额(元)')]),
  ];
  const total: SheetRow = [
    cell.blank(),
    cell.text('合计'),
    cell.blank(),
    cell.blank(),
    ...balanceColumns.flatMap((c) => [cell.blank(), cell.fen(totalFen(rows, c.figure))]),
    cell.blank(),
    cell.blank(),
  ];
  return framed(model, '计价物资', widths, [
    groups,
    headings,
    ...rows.map((row, index) => [
      ...nameCells(row, index),
      ...balanceColumns.flatMap((c) => [
        cell.quantity(row[c.figure].quantity, row.unitScale),
        cell.fen(row[c.figure].fen),
      ]),
      cell.text(quantityCheck(row)),
      cell.text(fenCheck(row)),
    ]),
    total.map((c) => (c === null ? null : bold(c))),
  ]);
}

function unpricedSheet(model: BalanceReportModel, rows: readonly BalanceRow[]): WorkbookSheet {
  const widths = [...nameWidths, ...balanceColumns.map(() => 12), 12];
  const headings = [...nameHeadings, ...balanceColumns.map((c) => `${c.group} ${c.heading}`), '核对'];
  return framed(model, '未计价物资', widths, [
    headings.map((heading) => cell.heading(heading)),
    ...rows.map((row, index) => [
      ...nameCells(row, index),
      ...balanceColumns.map((c) => cell.quantity(row[c.figure].quantity, row.unitScale)),
      cell.text(quantityCheck(row)),
    ]),
  ]);
}
