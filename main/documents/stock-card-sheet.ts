// 物资明细账 as a workbook: figures as numbers, 收入 and 发出 in columns of their own. Written row by row; what is said
// of the whole card stands above the rows, where a reader of 100,000 of them finds it.
import type { Fen, StockCardModel, StockCardRow } from '../../db/contract/documents.ts';
import type { OnPage } from './flow.ts';
import { longWorkbook } from './long-workbook.ts';
import { cardHead, cardNotes, cardTitle } from './stock-card.ts';
import { cardTotal, sumOrUnknown } from './stock-card-figures.ts';
import { bold, cell, spread, titleRow, wordsRow } from './workbook.ts';
import type { SheetRow, WorkbookSheet } from './workbook.ts';

const widths = [12, 16, 34, 12, 14, 12, 14, 12, 14];
const blank = cell.blank();

export function stockCardWorkbook(model: StockCardModel, onRows: OnPage): Promise<Uint8Array> {
  return longWorkbook(
    { head: cardSheetHead(model), rows: cardRows(model), count: model.rows.length + 2 },
    onRows,
  );
}

function cardSheetHead(model: StockCardModel): WorkbookSheet {
  const head = cardHead(model);
  const lines = [...head.under.map(([left, right]) => `${left}    ${right}`), ...cardNotes(model), head.foot];
  return {
    name: '明细账',
    widths,
    landscape: true,
    stickyRows: 0,
    rows: [
      titleRow(cardTitle, widths.length),
      ...(model.practice ? [wordsRow('练习,不作数', widths)] : []),
      ...lines.map((line) => wordsRow(line, widths)),
      [
        ...['日期', '凭证号', '摘要'].map((heading) => cell.heading(heading)),
        ...['收入', '发出', '结存'].flatMap((group) => spread(cell.heading(group, 2), 2)),
      ],
      [
        ...['', '', ''].map((heading) => cell.heading(heading)),
        ...[1, 2, 3].flatMap(() => [cell.heading('数量'), cell.heading('金额(元)')]),
      ],
    ],
  };
}

function* cardRows(model: StockCardModel): Generator<SheetRow> {
  const { scale, opening } = model;
  const sums = cardTotal(model);
  const first = [cell.quantity(opening.quantity, scale), cell.fen(opening.fen)];
  yield [cell.text(model.from), blank, cell.text('期初结存'), blank, blank, blank, blank, ...first].map(bold);
  for (const row of model.rows) yield movement(row, scale);
  const last = [
    cell.quantity(sums.inQuantity, scale),
    sumCell(sums.inQuantity, sums.inFen),
    cell.quantity(sums.outQuantity, scale),
    sumCell(sums.outQuantity, sums.outFen),
    cell.quantity(sums.balance, scale),
    cell.fen(sums.balanceFen),
  ];
  yield [blank, blank, cell.text('本期合计'), ...last].map(bold);
}

function movement(row: StockCardRow, scale: number): SheetRow {
  const moved = [
    cell.quantity(Math.abs(row.quantity), scale),
    cell.fen(row.fen === null ? null : Math.abs(row.fen)),
  ];
  const inAndOut = row.quantity >= 0 ? [...moved, blank, blank] : [blank, blank, ...moved];
  const left = [cell.quantity(row.balance, scale), cell.fen(row.balanceFen)];
  return [cell.text(row.on), cell.text(row.docNo), cell.text(row.summary), ...inAndOut, ...left];
}

function sumCell(quantity: number, fen: Fen | null) {
  const sum = sumOrUnknown(quantity, fen);
  return sum === null ? cell.text('—') : cell.fen(sum);
}
