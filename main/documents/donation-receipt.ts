// 捐赠接收凭证 on A4: the internal receipt for a gift, three copies (domain.md §4.2). It is not the tax receipt and says so.
import type { DonationReceiptModel, ReceiptCopy } from '../../db/contract/documents.ts';
import { drawFlow, gap, joined } from './flow.ts';
import type { Block, OnPage, Section } from './flow.ts';
import { receiptTable, totalRows } from './gift-table.ts';
import { donorWords, purposeWords, quantityWords, receiptDisclaimer, stateWords } from './gift-words.ts';
import { gridRow, officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { fillWidth, table } from './table.ts';
import { copyPurpose, dayWords, meansWords, reprintWords } from './words.ts';

const margin = mm(17);
const allCopies: readonly ReceiptCopy[] = ['stub', 'donor', 'books'];

export async function drawDonationReceipt(
  paper: Paper,
  model: DonationReceiptModel,
  onPage: OnPage,
): Promise<void> {
  for (const copy of model.copies ?? allCopies) await drawCopy(paper, model, copy, onPage);
}

async function drawCopy(
  paper: Paper,
  model: DonationReceiptModel,
  copy: ReceiptCopy,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const corner = [reprintWords(model.reprint), copyPurpose[copy]].filter((part) => part !== '').join('   ');
  const frame = officeFrame(
    paper,
    {
      title: `${model.shop.name} 捐赠接收凭证`,
      corner,
      under: [[`凭证编号:${model.receiptNo}`, `捐赠日期:${dayWords(model.donatedOn)}`]],
      foot: `${printedLine(model)}  投诉举报电话 ${model.shop.reportPhone}`,
    },
    margin,
  );
  const sections: Section[] = [
    ...stateSection(paper, model, width),
    ...donorGrid(paper, model, copy, width),
    gap(6),
    receiptTable(paper, model, width),
    ...(model.hideValues ? [] : totalRows(paper, model.lines, model.totalFen, width)),
    ...refusedSection(paper, model, width),
    gap(6),
    closing(paper, model, width),
  ];
  await drawFlow(paper, sections, frame, onPage);
}

/** A receipt that no longer counts says so before anything else on it. */
function stateSection(paper: Paper, model: DonationReceiptModel, width: number): readonly Section[] {
  const text = stateWords(model);
  if (text === null) return [];
  return [gridRow(paper, width, [{ text, share: 1, weight: 'bold', align: 'center' }], 26, 13), gap(6)];
}

function donorGrid(
  paper: Paper,
  model: DonationReceiptModel,
  copy: ReceiptCopy,
  width: number,
): readonly Section[] {
  const donor = donorWords(model, copy);
  const label = (text: string, share = 14) => ({ text, share, label: true });
  const value = (text: string | null, share: number) => ({ text: text ?? '—', share });
  return [
    gridRow(paper, width, [
      label('捐赠人'),
      { ...value(donor.name, 46), weight: 'bold' as const },
      label('捐赠人类型', 16),
      value(donor.type, 24),
    ]),
    gridRow(paper, width, [
      label('信用代码/\n证件号码'),
      value(donor.identity, 46),
      label('联系方式', 16),
      value(donor.contact, 24),
    ]),
    gridRow(paper, width, [
      label('捐赠方式'),
      value(model.means.map((means) => meansWords[means]).join('、'), 46),
      label('活动', 16),
      value(model.campaign, 24),
    ]),
    gridRow(paper, width, [label('捐赠用途'), value(purposeWords(model.designation), 86)]),
  ];
}

/** What was offered and not taken stands apart: it is in no quantity and in no total above. */
function refusedSection(paper: Paper, model: DonationReceiptModel, width: number): readonly Section[] {
  if (model.refused.length === 0) return [];
  const columns = fillWidth(
    [
      { heading: '序号', width: 28, align: 'center' },
      { heading: '拒收物品', width: 190 },
      { heading: '数量', width: 80 },
      { heading: '拒收原因', width: 230 },
    ],
    width,
  );
  const rows = model.refused.map((goods, index) => ({
    cells: [String(index + 1), goods.description, quantityWords(goods.quantity), goods.reason],
  }));
  const title = '拒收物品(验收未接收,不计入本凭证)';
  return [
    gap(4),
    table(
      paper,
      { columns, size: 9, leastRowHeight: 18 },
      rows,
      textBlock(paper, title, width, { size: 10, weight: 'bold' }, 2),
    ),
  ];
}

/** Kept in one piece: nobody signs a sheet with nothing else on it. */
function closing(paper: Paper, model: DonationReceiptModel, width: number): Block {
  return joined([
    gridRow(paper, width, [
      { text: '正式票据', share: 14, label: true },
      { text: '票据代码', share: 12, label: true },
      { text: model.officialCode ?? '', share: 31 },
      { text: '票据号码', share: 12, label: true },
      { text: model.officialNumber ?? '', share: 31 },
    ]),
    gridRow(paper, width, [
      { text: '备注', share: 14, label: true },
      { text: model.note ?? '', share: 86 },
    ]),
    textBlock(paper, receiptDisclaimer, width, { size: 10, weight: 'bold' }, 7),
    gap(6),
    signatureRow(paper, width, [
      ['经办人', model.handledBy],
      ['复核人', model.reviewedBy],
    ]),
    signatureRow(paper, width, [
      ['验收人(一)', model.acceptedBy[0] ?? null],
      ['验收人(二)', model.acceptedBy[1] ?? null],
    ]),
    gap(8),
    signatureRow(
      paper,
      width,
      [
        ['捐赠人签字', null],
        ['接收单位(盖章)', null],
      ],
      40,
    ),
    gap(34),
  ]);
}
