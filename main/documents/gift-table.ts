// The table of what was given, and the total under it, as the receipt and its red entry print them on A4.
import type {
  DonationReceiptLine,
  DonationReceiptModel,
  Fen,
  RedEntryModel,
} from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import type { Block, Section } from './flow.ts';
import {
  basisText,
  cashWords,
  conditionTexts,
  totalFigure,
  totalWords,
  unpricedNote,
  valueHidden,
} from './gift-words.ts';
import { gridRow } from './office-page.ts';
import type { Paper } from './paper.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow, Column } from './table.ts';
import { measureNumber, yuanOrUnpriced } from './words.ts';

/** One column with what stands in it for money and for goods. */
interface GiftColumn extends Column {
  readonly cash: (fen: Fen) => string;
  readonly goods: (line: DonationReceiptLine) => string;
}

const none = (): string => '—';
const column = (
  heading: string,
  width: number,
  align: 'left' | 'center' | 'right',
  goods: GiftColumn['goods'],
  cash: GiftColumn['cash'] = none,
): GiftColumn => ({ heading, width, align, goods, cash });

const amountColumn = (hidden: boolean): GiftColumn =>
  column(
    '金额(元)',
    60,
    'right',
    (line) => (hidden ? valueHidden : yuanOrUnpriced(line.amountFen)),
    formatYuan,
  );

const nameColumns = (cashName: string): readonly GiftColumn[] => [
  column(
    '品名',
    80,
    'left',
    (line) => line.name,
    () => cashName,
  ),
  column('规格', 48, 'left', (line) => line.spec ?? '—'),
  column(
    '单位',
    28,
    'center',
    (line) => line.measure.unit,
    () => '元',
  ),
  column('数量', 40, 'right', (line) => measureNumber(line.measure)),
];

const priceColumns: readonly GiftColumn[] = [
  column('单价(元)', 48, 'right', (line) =>
    line.unitPriceFen === null ? '—' : formatYuan(line.unitPriceFen),
  ),
  amountColumn(false),
  column('计价依据', 60, 'left', basisText, () => '实收'),
];

const stateColumns: readonly GiftColumn[] = [
  column('生产日期', 54, 'center', (line) => line.producedOn ?? '—'),
  column('保质期至', 54, 'center', (line) => line.expiresOn ?? '—'),
  column('新旧程度', 58, 'center', (line) => conditionTexts(line).join('\n') || '—'),
];

/** Without unit price and basis where values are hidden: a note of evidence may quote what it cost. */
export function receiptTable(paper: Paper, model: DonationReceiptModel, width: number): Section {
  const money = model.hideValues ? [amountColumn(true)] : priceColumns;
  return giftTable(paper, model, [...nameColumns(cashWords(model)), ...money, ...stateColumns], width);
}

export function redTable(paper: Paper, model: RedEntryModel, width: number): Section {
  return giftTable(paper, model, [...nameColumns(cashWords(model)), ...priceColumns], width);
}

function giftTable(
  paper: Paper,
  model: DonationReceiptModel | RedEntryModel,
  columns: readonly GiftColumn[],
  width: number,
): Section {
  const { cashFen } = model;
  const cash = cashFen === null ? [] : [columns.map((c) => c.cash(cashFen))];
  const goods = model.lines.map((line) => columns.map((c) => c.goods(line)));
  const rows = [...cash, ...goods].map((cells, index): BodyRow => ({ cells: [String(index + 1), ...cells] }));
  const numbered = [{ heading: '序号', width: 27, align: 'center' } as const, ...columns];
  return table(paper, { columns: fillWidth(numbered, width), size: 9, leastRowHeight: 20 }, rows);
}

export function totalRows(
  paper: Paper,
  lines: readonly DonationReceiptLine[],
  totalFen: Fen | null,
  width: number,
): readonly Block[] {
  const note = unpricedNote(lines, totalFen);
  return [
    gridRow(
      paper,
      width,
      [
        { text: '金额合计(大写)', share: 22, label: true },
        { text: totalWords(totalFen), share: 48, weight: 'bold' },
        { text: '(小写)', share: 10, label: true },
        { text: totalFigure(totalFen), share: 20, weight: 'bold', align: 'right' },
      ],
      24,
    ),
    ...(note === null ? [] : [gridRow(paper, width, [{ text: note, share: 1 }])]),
  ];
}
