// 公示: what is posted (domain.md §6, ruling 28). The last gate before the wall: whatever the caller let through, a paper that still
// shows the number of a person is not made. Who may not be named stands here as a count only.
import type { PublicListModel, PublicListRow } from '../../db/contract/documents.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { OnPage } from './flow.ts';
import { listSheet, listTable, numberColumn } from './list-columns.ts';
import type { ListColumn, ListTotal } from './list-columns.ts';
import { officeFrame, printedLine, textBlock } from './office-page.ts';
import type { OfficeHead } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { showsPersonalNumber } from './personal-numbers.ts';
import { DocumentRefusal } from './refusal.ts';
import { cell } from './workbook.ts';
import type { WorkbookSheet } from './workbook.ts';
import { dayWords, reprintWords } from './words.ts';

const margin = mm(12);
const usualObjection = '公示期内如有异议,请拨打监督电话或以书面形式向公示单位反映。反映情况的人受保护。';
const maskedIdentity = /^\d{2}\*{13}\d{2}[\dX]$/u;

const countColumn = (heading: string, figure: (row: PublicListRow) => number): ListColumn<PublicListRow> => ({
  heading,
  width: 40,
  align: 'right',
  text: (row) => String(figure(row)),
  sheet: (row) => cell.number(figure(row)),
});

const amountColumn: ListColumn<PublicListRow> = {
  heading: '金额(元)',
  width: 56,
  align: 'right',
  text: ({ amountFen }) => (amountFen === null ? '—' : formatYuan(amountFen)),
  sheet: ({ amountFen }) => (amountFen === null ? cell.text('—') : cell.fen(amountFen)),
};

const withAmounts = (model: PublicListModel): boolean => model.rows.some((row) => row.amountFen !== null);

function columns(model: PublicListModel): readonly ListColumn<PublicListRow>[] {
  return [
    numberColumn(),
    { heading: '户主姓名', width: 72, text: (row) => row.headName },
    { heading: '证件号', width: 98, align: 'center', text: (row) => row.identityMasked },
    countColumn('家庭\n人口', (row) => row.people),
    ...(model.showCovered ? [countColumn('保障\n人口', (row) => row.covered)] : []),
    ...(withAmounts(model) ? [amountColumn] : []),
    { heading: '类别', width: 76, text: (row) => row.category },
    { heading: '住址\n(街道、乡镇)', width: 76, text: (row) => row.area },
    { heading: '备注', width: 88, text: (row) => row.note },
  ];
}

const sum = (rows: readonly PublicListRow[], figure: (row: PublicListRow) => number): number =>
  rows.reduce((total, row) => total + figure(row), 0);

function total(model: PublicListModel): ListTotal {
  const { rows } = model;
  const count = (figure: (row: PublicListRow) => number) => {
    const value = sum(rows, figure);
    return { text: String(value), sheet: cell.number(value) };
  };
  const fen = sumFen(rows.map((row) => row.amountFen ?? 0));
  const households = `${rows.length} 户`;
  return {
    label: '合计',
    under: '户主姓名',
    figures: {
      证件号: { text: households, sheet: cell.text(households) },
      '家庭\n人口': count((row) => row.people),
      '保障\n人口': count((row) => row.covered),
      [amountColumn.heading]: { text: formatYuan(fen), sheet: cell.fen(fen) },
    },
  };
}

/** Of the unnamed only how many, a line a category. */
function unnamedLines({ unnamed }: PublicListModel): readonly string[] {
  return unnamed.map(
    ({ category, households, people }) =>
      `${category}:另有 ${households} 户 ${people} 人依法不公开姓名,只公布数量。`,
  );
}

const daysOf = ({ from, to }: PublicListModel): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

function head(model: PublicListModel): OfficeHead {
  const period = `公示期:${dayWords(model.from)}至${dayWords(model.to)}`;
  return {
    title: model.title,
    corner: reprintWords(model.reprint),
    under: [
      [`公示单位:${model.publisher}`, `监督电话:${model.phone}`],
      [`${period}(共 ${daysOf(model)} 天,首日计入)`, `本表公示 ${model.rows.length} 户`],
    ],
    foot: printedLine(model),
  };
}

const notes = (model: PublicListModel): readonly string[] => [
  ...unnamedLines(model),
  ...(model.rows.length === 0 ? ['本期没有可以公开姓名的对象。'] : []),
  model.howToObject ?? usualObjection,
];

/** Refuses 'number-unmasked', saying where and never what. The office's own 监督电话 is the only number meant to be read whole. */
function refuseNumbers(model: PublicListModel): void {
  for (const [index, row] of model.rows.entries()) {
    for (const column of columns(model)) {
      const text = column.text(row, index);
      const isWhole = text === row.identityMasked && text !== '' && !maskedIdentity.test(text);
      if (isWhole || showsPersonalNumber(text)) {
        throw new DocumentRefusal('number-unmasked', {
          row: index + 1,
          column: column.heading.replaceAll('\n', ''),
        });
      }
    }
  }
  const around = {
    标题: [model.title],
    公示单位: [model.publisher],
    说明: notes(model),
    打印人: [model.operator],
  };
  for (const [column, texts] of Object.entries(around)) {
    if (texts.some(showsPersonalNumber)) throw new DocumentRefusal('number-unmasked', { column });
  }
}

export async function drawPublicList(paper: Paper, model: PublicListModel, onPage: OnPage): Promise<void> {
  refuseNumbers(model);
  const width = paper.width - 2 * margin;
  const sections = [
    listTable(paper, { width, size: 10 }, columns(model), model.rows, [total(model)]),
    gap(4),
    joined([
      ...notes(model).map((note) => textBlock(paper, note, width, { size: 10.5 }, 3)),
      gap(26),
      textBlock(paper, `${model.publisher}(盖章)`, width, { size: 10.5, align: 'right' }),
      textBlock(paper, dayWords(model.from), width, { size: 10.5, align: 'right' }),
    ]),
  ];
  await drawFlow(paper, sections, officeFrame(paper, head(model), margin), onPage);
}

export function publicListSheets(model: PublicListModel): readonly WorkbookSheet[] {
  refuseNumbers(model);
  const { title, under, foot } = head(model);
  return [
    listSheet({
      name: '公示',
      title,
      practice: model.practice,
      above: under.map(([left, right]) => `${left}    ${right}`),
      columns: columns(model),
      rows: model.rows,
      totals: [total(model)],
      below: [...notes(model), foot],
    }),
  ];
}
