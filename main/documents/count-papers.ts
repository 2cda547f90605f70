// 盘点: the sheet to count by and the list of what to count again. A blind sheet is drawn without ever looking at the
// book quantity: whoever counts must not know what is expected.
import type {
  CountedGoods,
  CountMisfitRow,
  CountMisfitsModel,
  CountResultModel,
  CountSheetModel,
  CountSheetRow,
} from '../../db/contract/documents.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { OnPage } from './flow.ts';
import { listSheet, listTable, numberColumn } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';
import { officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import type { OfficeHead } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { cell } from './workbook.ts';
import type { WorkbookSheet } from './workbook.ts';
import { beijing, reprintWords } from './words.ts';

const margin = mm(10);
/** Room for a hand that writes standing up. */
const writingHeight = mm(9);

export const countTitles = { 'count-sheet': '物资盘点表', 'count-misfits': '物资复盘清单' } as const;

/** The columns that name what is counted, shared by all papers of a count. */
export function goodsColumns<Row extends CountedGoods>(): readonly ListColumn<Row>[] {
  return [
    numberColumn(),
    { heading: '品名', width: 112, text: (row) => row.name },
    { heading: '规格', width: 60, text: (row) => row.spec ?? '' },
    { heading: '单位', width: 30, align: 'center', text: (row) => row.unit },
    { heading: '保质期至', width: 60, align: 'center', text: (row) => row.expiresOn ?? '' },
    { heading: '批号/吊牌', width: 72, text: (row) => row.tag ?? '' },
  ];
}

/** A counted or booked figure; unknown is a word, never 0. */
export function countColumn<Row extends CountedGoods>(
  heading: string,
  figure: (row: Row) => number | null,
  unknown: string,
  width = 50,
): ListColumn<Row> {
  return {
    heading,
    width,
    align: 'right',
    text: (row) => {
      const quantity = figure(row);
      return quantity === null ? unknown : formatQuantity(quantity, row.scale);
    },
    sheet: (row) => {
      const quantity = figure(row);
      return quantity === null ? cell.text(unknown) : cell.quantity(quantity, row.scale);
    },
  };
}

export function countHead(
  model: CountSheetModel | CountMisfitsModel | CountResultModel,
  title: string,
  corner: string,
): OfficeHead {
  return {
    title,
    corner: [corner, reprintWords(model.reprint)].filter((part) => part !== '').join('   '),
    under: [
      [`盘点单号:${model.countNo}`, `盘点单位:${model.shop.name}`],
      [`盘点地点:${model.place}`, `账面时点:${beijing(model.snapshotAt)}`],
      [`盘点范围:${model.scope}`, `共 ${model.rows.length} 项`],
    ],
    foot: printedLine(model),
  };
}

export const headLines = (head: OfficeHead): readonly string[] => [
  ...(head.corner === undefined || head.corner === '' ? [] : [head.corner]),
  ...head.under.map(([left, right]) => `${left}    ${right}`),
];

const emptyColumn = <Row>(heading: string, width: number): ListColumn<Row> => ({
  heading,
  width,
  text: () => '',
});

function sheetColumns(model: CountSheetModel): readonly ListColumn<CountSheetRow>[] {
  return [
    ...goodsColumns<CountSheetRow>(),
    ...(model.blind ? [] : [countColumn<CountSheetRow>('账面数量', (row) => row.book, '')]),
    emptyColumn(model.double ? '初盘数量' : '实盘数量', 62),
    ...(model.double ? [emptyColumn<CountSheetRow>('复盘数量', 62)] : []),
    emptyColumn('备注', 56),
  ];
}

function misfitColumns(model: CountMisfitsModel): readonly ListColumn<CountMisfitRow>[] {
  return [
    ...goodsColumns<CountMisfitRow>(),
    countColumn(`初盘\n${model.firstBy}`, (row) => row.first, '未盘'),
    countColumn(`复盘\n${model.secondBy}`, (row) => row.second, '未盘'),
    countColumn('相差', apart, '—', 44),
    emptyColumn('重盘数量', 62),
    emptyColumn('备注', 44),
  ];
}

const apart = ({ first, second }: CountMisfitRow): number | null =>
  first === null || second === null ? null : Math.abs(first - second);

const howToCount =
  '按实物逐项清点,数量按所列单位填写;没有的写 0,不要空着;表上没有的物资写在备注或另纸。改动处划线重写并签字。';
const sheetCorner = (model: CountSheetModel): string =>
  [model.blind ? '盲盘' : '', model.double ? '双人盘点' : ''].filter((part) => part !== '').join(' ');
const sheetNote = (model: CountSheetModel): string =>
  model.blind ? `本表为盲盘表,不列账面数量。${howToCount}` : howToCount;
const misfitNote = '以下各项两次盘点不一致,请第三人或两人一起重新清点,填写重盘数量。';

const writing = (width: number) => ({ width, size: 9.5, leastRowHeight: writingHeight });

export async function drawCountSheet(paper: Paper, model: CountSheetModel, onPage: OnPage): Promise<void> {
  const width = paper.width - 2 * margin;
  const counters = model.double ? ['初盘人', '复盘人'] : ['盘点人(一)', '盘点人(二)'];
  const sections = [
    listTable(paper, writing(width), sheetColumns(model), model.rows),
    closing(paper, sheetNote(model), [...counters, '监盘人', '日期'], width),
  ];
  const head = countHead(model, countTitles[model.kind], sheetCorner(model));
  await drawFlow(paper, sections, officeFrame(paper, head, margin), onPage);
}

export async function drawCountMisfits(
  paper: Paper,
  model: CountMisfitsModel,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const sections = [
    listTable(paper, writing(width), misfitColumns(model), model.rows),
    closing(paper, misfitNote, ['重盘人(一)', '重盘人(二)', '监盘人', '日期'], width),
  ];
  await drawFlow(
    paper,
    sections,
    officeFrame(paper, countHead(model, countTitles[model.kind], ''), margin),
    onPage,
  );
}

const closing = (paper: Paper, note: string, places: readonly string[], width: number) =>
  joined([
    textBlock(paper, note, width, { size: 9.5 }, 5),
    gap(6),
    signatureRow(
      paper,
      width,
      places.map((label) => [label, null] as const),
      34,
    ),
  ]);

export function countSheets(model: CountSheetModel | CountMisfitsModel): readonly WorkbookSheet[] {
  const title = countTitles[model.kind];
  const corner = model.kind === 'count-sheet' ? sheetCorner(model) : '';
  const head = countHead(model, title, corner);
  const shared = { title, practice: model.practice, above: headLines(head) };
  if (model.kind === 'count-sheet') {
    const below = [sheetNote(model), head.foot];
    return [listSheet({ ...shared, name: '盘点表', columns: sheetColumns(model), rows: model.rows, below })];
  }
  const below = [misfitNote, head.foot];
  return [listSheet({ ...shared, name: '复盘清单', columns: misfitColumns(model), rows: model.rows, below })];
}
