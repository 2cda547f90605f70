// 物资明细账 as a workbook: figures as numbers, 收入 and 发出 in columns of their own.
import type { Fen, StockCardModel, StockCardRow } from '../../db/contract/documents.ts';
import { cardHead, cardNotes, cardTitle } from './stock-card.ts';
import { cardTotal, sumOrUnknown } from './stock-card-figures.ts';
import { bold, cell, spread, titleRow, wordsRow } from './workbook.ts';
import type { SheetRow, WorkbookSheet } from './workbook.ts';

const widths = [12, 16, 34, 12, 14, 12, 14, 12, 14];

export function stockCardSheets(model: StockCardModel): readonly WorkbookSheet[] {
  const { scale } = model;
  const head = cardHead(model);
  const blank = cell.blank();
  const rowOf = (row: StockCardRow): SheetRow => {
    const moved = [
      cell.quantity(Math.abs(row.quantity), scale),
      cell.fen(row.fen === null ? null : Math.abs(row.fen)),
    ];
    const inAndOut = row.quantity >= 0 ? [...moved, blank, blank] : [blank, blank, ...moved];
    const left = [cell.quantity(row.balance, scale), cell.fen(row.balanceFen)];
    return [cell.text(row.on), cell.text(row.docNo), cell.text(row.summary), ...inAndOut, ...left];
  };
  const sums = cardTotal(model);
  const opening = [cell.quantity(model.opening.quantity, scale), cell.fen(model.opening.fen)];
  const total = [
    cell.quantity(sums.inQuantity, scale),
    sumCell(sums.inQuantity, sums.inFen),
    cell.quantity(sums.outQuantity, scale),
    sumCell(sums.outQuantity, sums.outFen),
    cell.quantity(sums.balance, scale),
    cell.fen(sums.balanceFen),
  ];
  return [
    {
      name: '明细账',
      widths,
      landscape: true,
      stickyRows: 0,
      rows: [
        titleRow(cardTitle, widths.length),
        ...(model.practice ? [wordsRow('练习,不作数', widths)] : []),
        ...head.under.map(([left, right]) => wordsRow(`${left}    ${right}`, widths)),
        [
          ...['日期', '凭证号', '摘要'].map((heading) => cell.heading(heading)),
          ...['收入', '发出', '结存'].flatMap((group) => spread(cell.heading(group, 2), 2)),
        ],
        [
          ...['', '', ''].map((heading) => cell.heading(heading)),
          ...[1, 2, 3].flatMap(() => [cell.heading('数量'), cell.heading('金额(元)')]),
        ],
        [
          cell.text(model.from),
          blank,
          bold(cell.text('期初结存')),
          blank,
          blank,
          blank,
          blank,
          ...opening.map(bold),
        ],
        ...model.rows.map(rowOf),
        [blank, blank, bold(cell.text('本期合计')), ...total.map(bold)],
        ...[...cardNotes(model), head.foot].map((line) => wordsRow(line, widths)),
      ],
    },
  ];
}

function sumCell(quantity: number, fen: Fen | null) {
  const sum = sumOrUnknown(quantity, fen);
  return sum === null ? cell.text('—') : cell.fen(sum);
}
