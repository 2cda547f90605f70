// 资金日记账: a journal a source and the balances side by side. Trading is a book of its own with its own pages and sheet; no sum
// holds it together with gifts and public money (收支两条线).
import type { CashBookBlock, CashBookModel, CashBookRow, CashSource } from '../../db/contract/documents.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import type { OnPage } from './flow.ts';
import { printedLine } from './office-page.ts';
import type { Paper } from './paper.ts';
import { drawRegister, registerSheets } from './register.ts';
import type { Register, RegisterBlock, RegisterCell, RegisterRow } from './register.ts';
import { checkMark } from './report-parts.ts';
import type { Column } from './table.ts';
import type { WorkbookSheet } from './workbook.ts';
import { beijing, dayWords, reprintWords } from './words.ts';

export const cashBookTitle = '资金日记账';
const tradingTitle = '经营收支日记账';

const sourceWords: Readonly<Record<CashSource, string>> = {
  donated: '捐款',
  lottery: '福彩公益金',
  budget: '财政',
  trading: '经营收入',
};

const amount = (heading: string): Column => ({ heading, width: 80, align: 'right' });

const rowColumns: readonly Column[] = [
  { heading: '日期', width: 64, align: 'center' },
  { heading: '凭证号', width: 84, align: 'center' },
  { heading: '摘要', width: 170 },
  amount('收入(元)'),
  amount('支出(元)'),
  amount('余额(元)'),
];

const totalColumns: readonly Column[] = [
  { heading: '资金来源', width: 110 },
  amount('期初余额(元)'),
  amount('本期收入(元)'),
  amount('本期支出(元)'),
  amount('期末余额(元)'),
  { heading: '核对', width: 60, align: 'center' },
];

/** The book of gifts and public money, then that of trading where there is one. */
export function cashBooks(model: CashBookModel): readonly Register[] {
  const trading = model.blocks.filter((block) => block.source === 'trading');
  const others = model.blocks.filter((block) => block.source !== 'trading');
  return [
    ...(others.length === 0 && trading.length > 0 ? [] : [aidBook(model, others)]),
    ...(trading.length === 0 ? [] : [tradingBook(model, trading)]),
  ];
}

export async function drawCashBook(paper: Paper, model: CashBookModel, onPage: OnPage): Promise<void> {
  for (const book of cashBooks(model)) await drawRegister(paper, model, book, onPage);
}

export function cashBookSheets(model: CashBookModel): readonly WorkbookSheet[] {
  return cashBooks(model).flatMap((book) => registerSheets(model, book));
}

function aidBook(model: CashBookModel, blocks: readonly CashBookBlock[]): Register {
  const apart = '各资金来源分别核算、专款专用。经营收支另册登记,不计入本表(收支两条线)。';
  const nothing = blocks.length === 0 ? ['本期无资金收支。'] : [];
  const totals: RegisterBlock = {
    title: '一、按资金来源汇总',
    sheet: '按资金来源汇总',
    columns: totalColumns,
    rows: [...blocks.map((block) => totalsOf(sourceWords[block.source], [block])), sumRow(blocks)],
    notes: [`期初余额 + 本期收入 - 本期支出 = 期末余额。${apart}`, ...nothing],
  };
  const journals = blocks.map((block, index) =>
    journal(block, `${numerals[index + 1] ?? ''}、${sourceWords[block.source]}`),
  );
  return { head: headOf(model, cashBookTitle), blocks: [totals, ...journals] };
}

const numerals = ['一', '二', '三', '四', '五'];

function tradingBook(model: CashBookModel, blocks: readonly CashBookBlock[]): Register {
  const apart = '经营收支单独成册,不与捐款、福彩公益金、财政资金合计(收支两条线)。';
  return {
    head: headOf(model, tradingTitle),
    blocks: blocks.map((block) => {
      const book = journal(block, sourceWords.trading);
      return { ...book, notes: [...book.notes, apart] };
    }),
  };
}

const headOf = (model: CashBookModel, title: string): Register['head'] => ({
  title,
  corner: reprintWords(model.reprint),
  under: [
    [`填报单位(盖章):${model.shop.name}(${model.shop.districtName})`, '单位:元'],
    [`期间:${dayWords(model.from)}至${dayWords(model.to)}`, `数据截至 ${beijing(model.asOf)}`],
  ],
  foot: printedLine(model),
});

const income = (rows: readonly CashBookRow[]): number => sumFen(rows.map((row) => row.incomeFen ?? 0));
const spending = (rows: readonly CashBookRow[]): number => sumFen(rows.map((row) => row.spendingFen ?? 0));

function journal(block: CashBookBlock, title: string): RegisterBlock {
  const { rows, openingFen, closingFen } = block;
  const blank = '';
  return {
    title,
    sheet: sourceWords[block.source],
    columns: rowColumns,
    rows: [
      { bold: true, cells: [blank, blank, '期初余额', blank, blank, { fen: openingFen }] },
      ...rows.map(rowOf),
      {
        bold: true,
        cells: [blank, blank, '本期合计', { fen: income(rows) }, { fen: spending(rows) }, blank],
      },
      { bold: true, cells: [blank, blank, '期末余额', blank, blank, { fen: closingFen }] },
    ],
    notes: [verdict(block)],
  };
}

function rowOf(row: CashBookRow): RegisterRow {
  const known = (fen: number | null): RegisterCell => (fen === null ? '' : { fen });
  const late = row.lateFor === null ? '' : `(补录 ${row.lateFor})`;
  return {
    cells: [
      row.day,
      row.number,
      `${row.summary}${late}`,
      known(row.incomeFen),
      known(row.spendingFen),
      { fen: row.balanceFen },
    ],
  };
}

/** Each balance follows from the one before, and the last is the closing balance. */
function verdict({ openingFen, rows, closingFen }: CashBookBlock): string {
  let balance = openingFen;
  for (const [index, row] of rows.entries()) {
    balance += (row.incomeFen ?? 0) - (row.spendingFen ?? 0);
    if (balance !== row.balanceFen)
      return `× 第 ${index + 1} 行余额不符,差 ${formatYuan(row.balanceFen - balance)} 元。`;
  }
  return balance === closingFen
    ? `逐行核对余额 ${checkMark} 相符。`
    : `× 期末余额不符,差 ${formatYuan(closingFen - balance)} 元。`;
}

function totalsOf(name: string, blocks: readonly CashBookBlock[]): RegisterRow {
  const opening = sumFen(blocks.map((block) => block.openingFen));
  const closing = sumFen(blocks.map((block) => block.closingFen));
  const got = sumFen(blocks.map((block) => income(block.rows)));
  const spent = sumFen(blocks.map((block) => spending(block.rows)));
  const off = opening + got - spent - closing;
  return {
    cells: [
      name,
      { fen: opening },
      { fen: got },
      { fen: spent },
      { fen: closing },
      off === 0 ? checkMark : `差 ${formatYuan(off)}`,
    ],
  };
}

const sumRow = (blocks: readonly CashBookBlock[]): RegisterRow => ({
  ...totalsOf('合计', blocks),
  bold: true,
});
