// 物资明细账: every movement of an item or a lot with what was left after it. A page begins with 承前页 and ends with
// 过次页. Rows are laid out without measuring words twice and drawn page by page: a card may have 100,000 of them.
import type { Fen, StockCardModel, StockCardRow } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';
import type { OnPage } from './flow.ts';
import { officeFrame, printedLine, signatureRow } from './office-page.ts';
import type { OfficeHead } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper, TextStyle } from './paper.ts';
import { brokenRows, cardAfter, cardStart, cardTotal, sumOrUnknown } from './stock-card-figures.ts';
import type { CardSums } from './stock-card-figures.ts';
import { beijing, reprintWords, yuanOrUnpriced } from './words.ts';

const margin = mm(10);
const size = 9;
const padX = 2.5;
const lineHeight = size * 1.36;
/** Above the words of a row. */
const padY = 1.8;
const rowHeight = lineHeight + 2 * padY;
/** Under the last row: the check and the signatures. */
const closingHeight = 62;

export const cardTitle = '物资明细账';

/** Two columns under each of 收入, 发出 and 结存. */
const columns = [
  { heading: '日期', group: '', share: 58, align: 'center' },
  { heading: '凭证号', group: '', share: 84, align: 'left' },
  { heading: '摘要', group: '', share: 190, align: 'left' },
  { heading: '数量', group: '收入', share: 66, align: 'right' },
  { heading: '金额(元)', group: '收入', share: 74, align: 'right' },
  { heading: '数量', group: '发出', share: 66, align: 'right' },
  { heading: '金额(元)', group: '发出', share: 74, align: 'right' },
  { heading: '数量', group: '结存', share: 66, align: 'right' },
  { heading: '金额(元)', group: '结存', share: 74, align: 'right' },
] as const;
const wordsColumn = 2;

export function cardHead(model: StockCardModel): OfficeHead {
  const { lot } = model;
  const spec = model.spec === null || model.spec === '' ? '' : `  规格:${model.spec}`;
  const expiry = lot?.expiresOn == null ? '' : `(保质期至 ${lot.expiresOn})`;
  return {
    title: cardTitle,
    corner: reprintWords(model.reprint),
    under: [
      [`编码:${model.code}  品名:${model.name}${spec}`, `计量单位:${model.unit}`],
      [lot === null ? '范围:全部批次' : `批号/吊牌:${lot.tag}${expiry}`, `地点:${model.place ?? '全部地点'}`],
      [`期间:${model.from} 至 ${model.to}`, `数据截至 ${beijing(model.asOf)}`],
    ],
    foot: `${model.shop.name}  ${printedLine(model)}`,
  };
}

/** Cells of a movement, in the order of the columns. */
const rowCells = (model: StockCardModel, row: StockCardRow): readonly string[] => {
  const quantity = formatQuantity(Math.abs(row.quantity), model.scale);
  const fen = row.fen === null ? '未计价' : formatYuan(Math.abs(row.fen));
  const moved = row.quantity >= 0 ? [quantity, fen, '', ''] : ['', '', quantity, fen];
  const left = [formatQuantity(row.balance, model.scale), yuanOrUnpriced(row.balanceFen)];
  return [row.on, row.docNo, row.summary, ...moved, ...left];
};

const sumWords = (quantity: number, fen: Fen | null): string => {
  const sum = sumOrUnknown(quantity, fen);
  return sum === null ? '—' : formatYuan(sum);
};

const sumCells = (model: StockCardModel, label: string, sums: CardSums): readonly string[] => [
  '',
  '',
  label,
  formatQuantity(sums.inQuantity, model.scale),
  sumWords(sums.inQuantity, sums.inFen),
  formatQuantity(sums.outQuantity, model.scale),
  sumWords(sums.outQuantity, sums.outFen),
  formatQuantity(sums.balance, model.scale),
  yuanOrUnpriced(sums.balanceFen),
];

const openingCells = (model: StockCardModel): readonly string[] => [
  model.from,
  '',
  '期初结存',
  '',
  '',
  '',
  '',
  formatQuantity(model.opening.quantity, model.scale),
  yuanOrUnpriced(model.opening.fen),
];

/** Words under the card; also the workbook's. */
export function cardNotes(model: StockCardModel): readonly string[] {
  const sums = cardTotal(model);
  const of = (quantity: number): string => formatQuantity(quantity, model.scale);
  const broken = brokenRows(model);
  const check = broken === 0 ? '✓ 相符' : `× ${broken} 行结存不符,请勿使用`;
  const way = `期初结存 ${of(model.opening.quantity)} + 收入 ${of(sums.inQuantity)} − 发出 ${of(sums.outQuantity)} = 结存 ${of(sums.balance)} ${model.unit}`;
  const unpriced = sums.unpriced === 0 ? [] : [`有 ${sums.unpriced} 笔未计价,只计数量,不在金额合计内。`];
  return [`${way} ${check}`, ...unpriced];
}

interface CardPage {
  readonly from: number;
  /** Behind the last row. */
  readonly to: number;
}

/** Rows to pages, before anything is drawn, so that every page can say n/N. */
function paginate(heights: Float64Array, room: number): readonly CardPage[] {
  const pages: CardPage[] = [];
  let from = 0;
  // 期初结存 or 承前页 above, 过次页 or 本期合计 below.
  let used = 2 * rowHeight;
  for (const [index, height] of heights.entries()) {
    if (used + height > room) {
      pages.push({ from, to: index });
      from = index;
      used = 2 * rowHeight;
    }
    used += height;
  }
  pages.push({ from, to: heights.length });
  if (used + closingHeight > room) pages.push({ from: heights.length, to: heights.length });
  return pages;
}

export async function drawStockCard(paper: Paper, model: StockCardModel, onPage: OnPage): Promise<void> {
  const sheet = new CardSheet(paper, model);
  const pages = paginate(sheet.heights(), sheet.room);
  let sums = cardStart(model);
  for (const [index, page] of pages.entries()) {
    sheet.startPage(index + 1, pages.length);
    if (index === 0) sheet.row(openingCells(model), true);
    else sheet.row(sumCells(model, '承前页', sums), true);
    for (let at = page.from; at < page.to; at += 1) {
      const row = model.rows[at];
      if (row === undefined) continue;
      sheet.row(rowCells(model, row), false);
      sums = cardAfter(sums, row);
    }
    const last = index === pages.length - 1;
    sheet.row(sumCells(model, last ? '本期合计' : '过次页', sums), true);
    sheet.endPage(last ? cardNotes(model) : []);
    await onPage(index + 1, pages.length);
  }
}

/** Draws rows one under the other; lines of the grid are drawn once a page. */
class CardSheet {
  readonly room: number;
  readonly #paper: Paper;
  readonly #model: StockCardModel;
  readonly #frame: ReturnType<typeof officeFrame>;
  readonly #lefts: readonly number[];
  readonly #widths: readonly number[];
  readonly #width: number;
  #y = 0;
  #page: readonly [number, number] = [1, 1];

  constructor(paper: Paper, model: StockCardModel) {
    this.#paper = paper;
    this.#model = model;
    this.#width = paper.width - 2 * margin;
    this.#frame = officeFrame(paper, cardHead(model), margin);
    const shares = columns.reduce((sum, column) => sum + column.share, 0);
    this.#widths = columns.map((column) => (column.share * this.#width) / shares);
    this.#lefts = this.#widths.map((_, index) =>
      this.#widths.slice(0, index).reduce((sum, width) => sum + width, margin),
    );
    this.room = this.#frame.bottom - this.#frame.top - 2 * rowHeight;
  }

  /** Only the words may need more than one line; figures and numbers are made smaller instead. */
  heights(): Float64Array {
    const width = (this.#widths[wordsColumn] ?? 0) - 2 * padX;
    const known = new Map<string, number>();
    return Float64Array.from(this.#model.rows, ({ summary }) => {
      const seen = known.get(summary);
      if (seen !== undefined) return seen;
      const lines = this.#paper.lines(summary, width, { size }).length;
      const height = rowHeight + (lines - 1) * lineHeight;
      if (known.size < 10_000) known.set(summary, height);
      return height;
    });
  }

  startPage(page: number, pages: number): void {
    this.#paper.addPage();
    this.#page = [page, pages];
    this.#frame.drawHead(page, pages);
    this.#y = this.#frame.top;
    this.#drawHeadings();
  }

  #drawHeadings(): void {
    const style: TextStyle = { size, weight: 'bold', align: 'center' };
    const top = this.#y;
    if (!this.#paper.practice) this.#paper.fill(margin, top, this.#width, 2 * rowHeight, '#F0F0F0');
    for (const [index, column] of columns.entries()) {
      const [x, width] = [this.#lefts[index] ?? 0, this.#widths[index] ?? 0];
      const single = column.group === '';
      this.#paper.text(column.heading, x, top + (single ? rowHeight / 2 : rowHeight) + padY, width, style);
      if (!single && column.heading === '数量') {
        const both = width + (this.#widths[index + 1] ?? 0);
        this.#paper.text(column.group, x, top + padY, both, style);
        this.#paper.rule(x, top + rowHeight, x + both, top + rowHeight);
      }
    }
    this.#paper.rule(margin, top, margin + this.#width, top);
    this.#y = top + 2 * rowHeight;
    this.#paper.rule(margin, this.#y, margin + this.#width, this.#y);
  }

  row(cells: readonly string[], strong: boolean): void {
    const weight = strong ? 'bold' : 'regular';
    let height = rowHeight;
    for (const [index, text] of cells.entries()) {
      if (text === '') continue;
      const column = columns[index];
      const width = (this.#widths[index] ?? 0) - 2 * padX;
      const style: TextStyle = { size, weight, align: column?.align ?? 'left' };
      const fitted = index === wordsColumn ? style : this.#paper.fit(text, width, 1, style, 5);
      const used = this.#paper.text(text, (this.#lefts[index] ?? 0) + padX, this.#y + padY, width, fitted);
      if (index === wordsColumn) height = Math.max(height, used + 2 * padY);
    }
    this.#y += height;
    this.#paper.rule(margin, this.#y, margin + this.#width, this.#y, 0.4);
  }

  endPage(notes: readonly string[]): void {
    const top = this.#frame.top;
    for (const [index, x] of [...this.#lefts, margin + this.#width].entries()) {
      const inGroup = columns[index]?.heading === '金额(元)';
      this.#paper.rule(x, inGroup ? top + rowHeight : top, x, this.#y);
    }
    let y = this.#y + 4;
    for (const note of notes) y += this.#paper.text(note, margin, y, this.#width, { size: 9.5 });
    if (notes.length > 0) {
      const places = [
        ['记账', null],
        ['复核', null],
        ['保管', null],
      ] as const;
      signatureRow(this.#paper, this.#width, places, 30).draw(margin, y);
    }
    this.#frame.drawFoot(...this.#page);
  }
}
