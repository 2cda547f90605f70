// 采购入库单, 调拨单, 报损单, 义卖单: one paper, its title and its facts by what happened. Goods enter and leave the
// store room only on a signed paper (domain.md §8 "goods issued without paperwork").
import type { StockNoteKind, StockNoteLine, StockNoteModel } from '../../db/contract/documents.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { Block, OnPage, Section } from './flow.ts';
import { gridRow, officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow, Column } from './table.ts';
import { dayWords, measureNumber, meansWords, reprintWords, yuanOrUnpriced } from './words.ts';

const margin = mm(15);

export const noteTitles: Readonly<Record<StockNoteKind, string>> = {
  purchase: '采购入库单',
  transfer: '调拨单',
  loss: '报损单',
  sale: '义卖单',
};

const dayLabels: Readonly<Record<StockNoteKind, string>> = {
  purchase: '入库日期',
  transfer: '调拨日期',
  loss: '报损日期',
  sale: '义卖日期',
};

type Fact = readonly [label: string, value: string | null];

/** Two facts to a row. A fact the paper needs and nobody knows is an empty place to write in. */
function facts(model: StockNoteModel): readonly Fact[] {
  switch (model.note) {
    case 'purchase':
      return [
        ['供货单位', model.supplier],
        ['发票号码', model.invoiceNo],
        ['资金来源', model.funding],
        ['入库地点', model.toPlace],
      ];
    case 'transfer':
      return [
        ['调出地点', model.fromPlace],
        ['调入地点', model.toPlace],
        ['调拨原因', model.reason],
      ];
    case 'loss':
      return [
        ['所在地点', model.fromPlace],
        ['处理方式', model.method],
        ['报损原因', model.reason],
      ];
    case 'sale':
      return [
        ['所在地点', model.fromPlace],
        ['义卖方式', model.method],
        ['义卖原因', model.reason],
        ['购买人', model.buyer],
        ['义卖所得', proceedsWords(model)],
        ['所得用途', model.purpose],
      ];
  }
}

function proceedsWords({ proceedsFen, proceedsBy }: StockNoteModel): string | null {
  if (proceedsFen === null) return null;
  const means = proceedsBy === null ? '' : ` ${meansWords[proceedsBy]}`;
  return `¥${formatYuan(proceedsFen)}${means}\n${amountInWords(proceedsFen)}`;
}

/** Who stood by: 验收人 when goods came in, 见证人 when they are destroyed or sold; a transfer is signed where it leaves and where it arrives. */
function signers(model: StockNoteModel): readonly Fact[] {
  const { handledBy, reviewedBy, witnessedBy, approvedBy } = model;
  switch (model.note) {
    case 'purchase':
      return [
        ['经办人', handledBy],
        ['验收人', witnessedBy],
        ['复核人', reviewedBy],
        ['批准人', approvedBy],
      ];
    case 'transfer':
      return [
        ['经办人', handledBy],
        ['调出地点签字', null],
        ['调入地点签字', null],
        ['复核人', reviewedBy],
      ];
    case 'loss':
    case 'sale':
      return [
        ['经办人', handledBy],
        ['复核人', reviewedBy],
        ['见证人', witnessedBy],
        ['批准人', approvedBy],
      ];
  }
}

function stateWords({ state, note }: StockNoteModel): string | null {
  switch (state.is) {
    case 'valid':
      return null;
    case 'proposed':
      return `待批准:${note === 'purchase' ? '物资尚未入账' : '物资尚未出库'}`;
    case 'withdrawn':
      return `已撤回 ${dayWords(state.on)} 原因:${state.reason}`;
    case 'reversed':
      return `已冲销 ${dayWords(state.on)} 原因:${state.reason}`;
  }
}

export async function drawStockNote(paper: Paper, model: StockNoteModel, onPage: OnPage): Promise<void> {
  const width = paper.width - 2 * margin;
  const frame = officeFrame(
    paper,
    {
      title: `${model.shop.name} ${noteTitles[model.note]}`,
      corner: reprintWords(model.reprint),
      under: [[`编号:${model.noteNo}`, `${dayLabels[model.note]}:${dayWords(model.on)}`]],
      foot: printedLine(model),
    },
    margin,
  );
  const sections: Section[] = [
    ...stateSection(paper, model, width),
    ...factRows(paper, facts(model), width),
    gap(6),
    linesTable(paper, model, width),
    closing(paper, model, width),
  ];
  await drawFlow(paper, sections, frame, onPage);
}

function stateSection(paper: Paper, model: StockNoteModel, width: number): readonly Section[] {
  const text = stateWords(model);
  if (text === null) return [];
  return [gridRow(paper, width, [{ text, share: 1, weight: 'bold', align: 'center' }], 26, 13), gap(6)];
}

function factRows(paper: Paper, list: readonly Fact[], width: number): readonly Section[] {
  const cells = ([label, value]: Fact, share: number) => [
    { text: label, share: 14, label: true },
    { text: value ?? '', share },
  ];
  const rows: Section[] = [];
  for (let index = 0; index < list.length; index += 2) {
    const [left, right] = [list[index], list[index + 1]];
    if (left === undefined) continue;
    const texts = right === undefined ? cells(left, 86) : [...cells(left, 36), ...cells(right, 36)];
    rows.push(gridRow(paper, width, texts, 22));
  }
  return rows;
}

function linesTable(paper: Paper, model: StockNoteModel, width: number): Section {
  const placed = model.lines.some((line) => line.place !== null);
  const columns: readonly Column[] = [
    { heading: '序号', width: 31, align: 'center' },
    { heading: '品名', width: 130 },
    { heading: '规格', width: 66 },
    { heading: '单位', width: 32, align: 'center' },
    { heading: '数量', width: 50, align: 'right' },
    { heading: '保质期至', width: 60, align: 'center' },
    { heading: '批号/吊牌', width: 74 },
    ...(placed ? [{ heading: '地点', width: 60 } as const] : []),
    { heading: '金额(元)', width: 64, align: 'right' },
  ];
  const cellsOf = (line: StockNoteLine, index: number): readonly string[] => [
    String(index + 1),
    line.name,
    line.spec ?? '',
    line.measure.unit,
    measureNumber(line.measure),
    line.expiresOn ?? '',
    line.lot ?? '',
    ...(placed ? [line.place ?? ''] : []),
    yuanOrUnpriced(line.amountFen),
  ];
  const rows: BodyRow[] = model.lines.map((line, index) => ({ cells: cellsOf(line, index) }));
  const last = columns.map((_, index) =>
    index === 1 ? '合计' : index === columns.length - 1 ? totalWords(model) : '',
  );
  const setting = { columns: fillWidth(columns, width), size: 9.5, leastRowHeight: 18 };
  return table(paper, setting, [...rows, { cells: last, bold: true }]);
}

/** Nothing priced is not ¥0.00. */
function totalFen(model: StockNoteModel): number | null {
  const priced = model.lines.flatMap((line) => (line.amountFen === null ? [] : [line.amountFen]));
  return priced.length === 0 ? null : sumFen(priced);
}

const totalWords = (model: StockNoteModel): string => {
  const fen = totalFen(model);
  return fen === null ? '—' : formatYuan(fen);
};

function closing(paper: Paper, model: StockNoteModel, width: number): Block {
  const unpriced = model.lines.filter((line) => line.amountFen === null).length;
  const fen = totalFen(model);
  const inWords = model.note === 'purchase' && fen !== null ? [`金额合计(大写):${amountInWords(fen)}`] : [];
  const leftOut = unpriced === 0 ? [] : [`另有 ${unpriced} 项未计价,数量登记,不计金额,不在合计内。`];
  return joined([
    ...[...inWords, ...leftOut].map((line) => textBlock(paper, line, width, { size: 10.5 }, 4)),
    gap(10),
    signatureRow(paper, width, signers(model), 36),
    gap(6),
  ]);
}
