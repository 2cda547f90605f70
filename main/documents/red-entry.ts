// 红字冲销单: the paper behind a negative entry in an open month (domain.md §4.4). It names the receipt it takes back, has no receipt
// number of its own, and every amount on it is negative (ruling 25).
import type { RedEntryModel } from '../../db/contract/documents.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { Block, OnPage } from './flow.ts';
import { redTable, totalRows } from './gift-table.ts';
import { donorFacts, purposeWords, receiptDisclaimer } from './gift-words.ts';
import { gridRow, officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { dayWords, meansWords, monthWords, reprintWords } from './words.ts';

const margin = mm(17);

export async function drawRedEntry(paper: Paper, model: RedEntryModel, onPage: OnPage): Promise<void> {
  requireNegative(model);
  const width = paper.width - 2 * margin;
  const frame = officeFrame(
    paper,
    {
      title: `${model.shop.name} 捐赠红字冲销单`,
      corner: reprintWords(model.reprint),
      under: [
        [
          `冲销原凭证:${model.originalNo}(${dayWords(model.originalOn)})`,
          `入账日期:${dayWords(model.bookedOn)}`,
        ],
      ],
      foot: `${printedLine(model)}  投诉举报电话 ${model.shop.reportPhone}`,
    },
    margin,
  );
  await drawFlow(
    paper,
    [
      ...facts(paper, model, width),
      gap(6),
      redTable(paper, model, width),
      ...totalRows(paper, model.lines, model.totalFen, width),
      closing(paper, model, width),
    ],
    frame,
    onPage,
  );
}

/** A red entry that adds instead of taking back must not reach the printer. */
function requireNegative({ cashFen, totalFen, lines }: RedEntryModel): void {
  const figures = [cashFen, totalFen, ...lines.flatMap((line) => [line.amountFen, line.measure.quantity])];
  if (figures.some((figure) => figure !== null && figure > 0)) throw new Error('red-entry is not negative');
}

function facts(paper: Paper, model: RedEntryModel, width: number): readonly Block[] {
  const donor = donorFacts(model);
  const label = (text: string, share = 14) => ({ text, share, label: true });
  return [
    gridRow(
      paper,
      width,
      [{ text: `【红字】 原因:${model.reason}`, share: 1, weight: 'bold', align: 'center' }],
      26,
      13,
    ),
    gap(6),
    gridRow(paper, width, [
      label('捐赠人'),
      { text: donor.name, share: 46, weight: 'bold' },
      label('捐赠人类型', 16),
      { text: donor.type, share: 24 },
    ]),
    gridRow(paper, width, [
      label('捐赠方式'),
      { text: model.means.map((means) => meansWords[means]).join('、'), share: 46 },
      label('重开凭证', 16),
      { text: model.replacedBy ?? '—', share: 24 },
    ]),
    gridRow(paper, width, [label('捐赠用途'), { text: purposeWords(model.designation), share: 86 }]),
  ];
}

function closing(paper: Paper, model: RedEntryModel, width: number): Block {
  const month = monthWords(model.bookedOn.slice(0, 7));
  const effect = `本单不另编凭证号,以负数计入${month};原凭证各联保留,已结账月份的报表不变。`;
  return joined([
    textBlock(paper, effect, width, { size: 10 }, 7),
    textBlock(paper, receiptDisclaimer, width, { size: 10, weight: 'bold' }, 4),
    gap(6),
    signatureRow(paper, width, [
      ['制单人', model.enteredBy],
      ['批准人', model.approvedBy],
    ]),
    gap(8),
    signatureRow(
      paper,
      width,
      [
        ['单位负责人', null],
        ['单位(盖章)', null],
      ],
      40,
    ),
    gap(34),
  ]);
}
