// 盘点盈亏表: book against counted, the difference in pieces and in value, and what the totals leave out.
import type { CountResultModel, CountResultRow, Fen } from '../../db/contract/documents.ts';
import { formatYuan, sumFen } from '../../db/domain/money.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';
import { countColumn, countHead, goodsColumns, headLines } from './count-papers.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { OnPage } from './flow.ts';
import { listSheet, listTable } from './list-columns.ts';
import type { ListColumn, ListTotal } from './list-columns.ts';
import { officeFrame, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { cell } from './workbook.ts';
import type { WorkbookSheet } from './workbook.ts';
import { dayWords } from './words.ts';

const margin = mm(10);
export const countResultTitle = '物资盘点盈亏表';

const difference = ({ book, counted }: CountResultRow): number | null =>
  counted === null ? null : counted - book;

const signed = (text: string, figure: number): string => (figure > 0 ? `+${text}` : text);

/** Nothing counted has no value; nothing different is worth nothing, priced or not. */
function differenceWords(row: CountResultRow): string {
  const quantity = difference(row);
  if (quantity === null) return '—';
  if (quantity === 0) return '0.00';
  return row.differenceFen === null ? '未计价' : signed(formatYuan(row.differenceFen), row.differenceFen);
}

const columns: readonly ListColumn<CountResultRow>[] = [
  ...goodsColumns<CountResultRow>(),
  countColumn('账面数量', (row) => row.book, ''),
  countColumn('实盘数量', (row) => row.counted, '未盘'),
  {
    ...countColumn<CountResultRow>('盈亏数量', difference, '—'),
    text: (row) => {
      const quantity = difference(row);
      return quantity === null ? '—' : signed(formatQuantity(quantity, row.scale), quantity);
    },
  },
  {
    heading: '盈亏金额(元)',
    width: 66,
    align: 'right',
    text: differenceWords,
    sheet: (row) => {
      const quantity = difference(row);
      if (quantity === null) return cell.text('—');
      return cell.fen(quantity === 0 ? 0 : row.differenceFen);
    },
  },
  { heading: '原因', width: 120, text: (row) => row.reason ?? '' },
];

interface Side {
  readonly items: number;
  readonly fen: Fen;
  readonly unpriced: number;
}

function side(rows: readonly CountResultRow[], belongs: (quantity: number) => boolean): Side {
  const mine = rows.filter((row) => belongs(difference(row) ?? 0));
  const priced = mine.flatMap((row) => (row.differenceFen === null ? [] : [row.differenceFen]));
  return { items: mine.length, fen: sumFen(priced), unpriced: mine.length - priced.length };
}

const surplusOf = (rows: readonly CountResultRow[]): Side => side(rows, (quantity) => quantity > 0);
const lossOf = (rows: readonly CountResultRow[]): Side => side(rows, (quantity) => quantity < 0);

function totals(model: CountResultModel): readonly ListTotal[] {
  const total = (label: string, { fen }: Side): ListTotal => ({
    label,
    under: '品名',
    figures: { '盈亏金额(元)': { text: signed(formatYuan(fen), fen), sheet: cell.fen(fen) } },
  });
  return [total('盘盈合计', surplusOf(model.rows)), total('盘亏合计', lossOf(model.rows))];
}

function notes(model: CountResultModel): readonly string[] {
  const { rows } = model;
  const sideWords = (name: string, { items, unpriced }: Side): string =>
    `${name} ${items} 项${unpriced === 0 ? '' : `(其中 ${unpriced} 项未计价,只计数量,不在金额合计内)`}`;
  const uncounted = rows.filter((row) => row.counted === null).length;
  const same = rows.filter((row) => difference(row) === 0).length;
  const counts = [
    sideWords('盘盈', surplusOf(rows)),
    sideWords('盘亏', lossOf(rows)),
    `相符 ${same} 项`,
    ...(uncounted === 0 ? [] : [`未盘 ${uncounted} 项,不作盈亏`]),
  ];
  return [
    `${counts.join(';')}。`,
    '账面数量为录入实盘时的账面应有数(账面时点以后的收发已计入);金额按批次成本计。各计量单位的数量不相加。',
  ];
}

const statusWords = (model: CountResultModel): string =>
  model.postedOn === null ? '尚未过账' : `已过账 ${dayWords(model.postedOn)}`;

export async function drawCountResult(paper: Paper, model: CountResultModel, onPage: OnPage): Promise<void> {
  const width = paper.width - 2 * margin;
  const head = countHead(model, countResultTitle, statusWords(model));
  const closing = joined([
    ...notes(model).map((note) => textBlock(paper, note, width, { size: 9.5 }, 3)),
    gap(8),
    signatureRow(
      paper,
      width,
      [
        ['盘点人', model.countedBy.length === 0 ? null : model.countedBy.join('、')],
        ['盘点人签字', null],
        ['过账人', model.postedBy],
        ['过账人签字', null],
      ],
      36,
    ),
  ]);
  const list = listTable(paper, { width, size: 9.5 }, columns, model.rows, totals(model));
  await drawFlow(paper, [list, closing], officeFrame(paper, head, margin), onPage);
}

export function countResultSheets(model: CountResultModel): readonly WorkbookSheet[] {
  const head = countHead(model, countResultTitle, statusWords(model));
  const people = `盘点人:${model.countedBy.join('、')}    过账人:${model.postedBy ?? ''}`;
  return [
    listSheet({
      name: '盈亏表',
      title: countResultTitle,
      practice: model.practice,
      above: headLines(head),
      below: [...notes(model), people, head.foot],
      columns,
      rows: model.rows,
      totals: totals(model),
    }),
  ];
}
