// 送货单 on A5 for who carries the goods to the door: where, to whom, what, and the line on which the receiver signs.
import type { Delivery, DeliveryNoteModel, PackageLine } from '../../db/contract/documents.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { Block, OnPage, Section } from './flow.ts';
import { listTable, numberColumn } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';
import { gridRow, officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { cell } from './workbook.ts';
import { dayWords, measureNumber, reprintWords } from './words.ts';

export const deliveryTitle = '送货单';
const margin = mm(11);

const columns: readonly ListColumn<PackageLine>[] = [
  numberColumn(32),
  { heading: '物资', width: 130, text: (row) => row.name },
  { heading: '规格', width: 80, text: (row) => row.spec ?? '' },
  { heading: '数量', width: 44, align: 'right', text: (row) => measureNumber(row.measure) },
  { heading: '单位', width: 36, align: 'center', text: (row) => row.measure.unit },
  { heading: '核对', width: 36, text: () => '' },
];

export async function drawDeliveryNotes(
  paper: Paper,
  model: DeliveryNoteModel,
  onPage: OnPage,
): Promise<void> {
  for (const [index, delivery] of model.deliveries.entries()) {
    const frame = officeFrame(
      paper,
      {
        title: deliveryTitle,
        corner: reprintWords(model.reprint),
        under: [
          [`单号:${delivery.number}`, `小票号:${delivery.slipNo}`],
          [
            model.shop.name,
            delivery.on === null ? '送货日期:____年__月__日' : `送货日期:${dayWords(delivery.on)}`,
          ],
        ],
        foot: printedLine(model),
      },
      margin,
    );
    await drawFlow(paper, sectionsOf(paper, model, delivery), frame, () => Promise.resolve());
    await onPage(index + 1, model.deliveries.length);
  }
}

function sectionsOf(paper: Paper, model: DeliveryNoteModel, delivery: Delivery): readonly Section[] {
  const width = paper.width - 2 * margin;
  return [
    ...facts(paper, delivery, width),
    gap(6),
    listTable(paper, { width, size: 10.5, leastRowHeight: mm(8) }, columns, delivery.lines, [
      {
        label: '合计',
        under: '物资',
        figures: {
          规格: { text: `${delivery.lines.length} 种`, sheet: cell.text(`${delivery.lines.length} 种`) },
        },
      },
    ]),
    joined([
      ...notes(model, delivery).map((note) => textBlock(paper, note, width, { size: 10.5 }, 3)),
      gap(8),
      signatureRow(
        paper,
        width,
        [
          ['收货人签字', null],
          ['与户主关系', null],
        ],
        34,
      ),
      signatureRow(
        paper,
        width,
        [
          ['送货人签字', null],
          ['送达时间', null],
        ],
        34,
      ),
    ]),
  ];
}

function facts(paper: Paper, delivery: Delivery, width: number): readonly Block[] {
  const row = (...pairs: readonly (readonly [label: string, value: string | null])[]): Block =>
    gridRow(
      paper,
      width,
      pairs.flatMap(([label, value]) => [
        { text: label, share: 18, label: true },
        { text: value ?? '', share: 100 / pairs.length - 18 },
      ]),
      24,
      11.5,
    );
  const address =
    delivery.community === null ? delivery.address : `${delivery.address}(${delivery.community})`;
  return [
    row(['收货人', delivery.receiver], ['电话', delivery.phone]),
    row(['地址', address]),
    row(['送货人', delivery.carrier], ['备货人', delivery.packedBy]),
    ...(delivery.note === null ? [] : [row(['注意', delivery.note])]),
  ];
}

const notes = ({ shop }: DeliveryNoteModel, { lines }: Delivery): readonly string[] => [
  ...(lines.length === 0 ? ['没有物资。'] : []),
  '请收货人当面点清后签字;代收的写明与户主关系。除小票所列补现金外,不收取任何费用。',
  `本单含收货人信息,送达后交回超市存档,不得拍照外传。投诉举报电话 ${shop.reportPhone}。`,
];
