// 捐赠接收凭证: the internal receipt for a gift, three copies (domain.md §4.2). It is not the tax receipt and says so.
import type { DonationReceiptLine, DonationReceiptModel, ReceiptCopy } from '../../db/contract/documents.ts';
import { amountInWords } from '../../db/domain/amount-in-words.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { drawFlow, gap } from './flow.ts';
import type { Block, OnPage, Section } from './flow.ts';
import { gridRow, officeFrame, printedLine, signatureRow, textBlock } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { fillWidth, table } from './table.ts';
import type { BodyRow } from './table.ts';
import {
  basisWords,
  copyPurpose,
  dayWords,
  donorTypeWords,
  meansWords,
  measureNumber,
  reprintWords,
  yuanOrUnpriced,
} from './words.ts';

/** Wording fixed by domain.md §4.2. */
export const receiptDisclaimer =
  '本凭证为内部捐赠接收凭证,非财政部门统一监(印)制的公益事业捐赠票据,不作为税前扣除凭证。';

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
    linesTable(paper, model, width),
    ...totals(paper, model, width),
    gap(6),
    closing(paper, model, width),
  ];
  await drawFlow(paper, sections, frame, onPage);
}

/** A receipt that no longer counts says so before anything else on it. */
function stateSection(paper: Paper, model: DonationReceiptModel, width: number): readonly Section[] {
  const { state } = model;
  if (state.is === 'valid') return [];
  const word = state.is === 'void' ? '作废' : '已红冲';
  const text = `【${word}】 ${dayWords(state.on)}  原因:${state.reason}`;
  return [gridRow(paper, width, [{ text, share: 1, weight: 'bold', align: 'center' }], 26, 13), gap(6)];
}

function donorGrid(
  paper: Paper,
  model: DonationReceiptModel,
  copy: ReceiptCopy,
  width: number,
): readonly Section[] {
  const identity = copy === 'donor' ? model.donorIdentityMasked : model.donorIdentity;
  const anonymous = model.donorName === null;
  const purpose = model.designation === null ? '非定向' : `定向:${model.designation}`;
  const label = (text: string, share = 14) => ({ text, share, label: true });
  const value = (text: string | null, share: number) => ({ text: text ?? '—', share });
  return [
    gridRow(paper, width, [
      label('捐赠人'),
      { ...value(model.donorName ?? '匿名', 46), weight: 'bold' as const },
      label('捐赠人类型', 16),
      value(anonymous ? '匿名' : donorTypeWords[model.donorType], 24),
    ]),
    gridRow(paper, width, [
      label('信用代码/\n证件号码'),
      value(identity, 46),
      label('联系方式', 16),
      value(model.donorContact, 24),
    ]),
    gridRow(paper, width, [
      label('捐赠方式'),
      value(model.means.map((means) => meansWords[means]).join('、'), 46),
      label('活动', 16),
      value(model.campaign, 24),
    ]),
    gridRow(paper, width, [label('捐赠用途'), value(purpose, 86)]),
  ];
}

function linesTable(paper: Paper, model: DonationReceiptModel, width: number): Section {
  const columns = fillWidth(
    [
      { heading: '序号', width: 22, align: 'center' },
      { heading: '品名', width: 84 },
      { heading: '规格', width: 52 },
      { heading: '单位', width: 28, align: 'center' },
      { heading: '数量', width: 42, align: 'right' },
      { heading: '单价(元)', width: 50, align: 'right' },
      { heading: '金额(元)', width: 60, align: 'right' },
      { heading: '计价依据', width: 62 },
      { heading: '生产日期', width: 56, align: 'center' },
      { heading: '保质期至', width: 56, align: 'center' },
      { heading: '新旧程度', width: 36, align: 'center' },
    ],
    width,
  );
  const cash = model.cashFen === null ? [] : [cashRow(model, model.cashFen)];
  const rows = [...cash, ...model.lines.map(lineCells)].map((cells, index): BodyRow => ({
    cells: [String(index + 1), ...cells],
  }));
  return table(paper, { columns, size: 9, leastRowHeight: 20 }, rows);
}

function cashRow(model: DonationReceiptModel, fen: number): readonly string[] {
  const how = model.means.filter((means) => means !== 'goods').map((means) => meansWords[means]);
  return [`捐款(${how.join('、') || '现金'})`, '—', '元', '—', '—', formatYuan(fen), '实收', '—', '—', '—'];
}

function lineCells(line: DonationReceiptLine): readonly string[] {
  const note = line.basisNote === null || line.basisNote === '' ? '' : `:${line.basisNote}`;
  const basis = line.amountFen === null ? '数量登记,不计金额' : `${basisWords[line.basis]}${note}`;
  return [
    line.name,
    line.spec ?? '—',
    line.measure.unit,
    measureNumber(line.measure),
    line.unitPriceFen === null ? '—' : formatYuan(line.unitPriceFen),
    yuanOrUnpriced(line.amountFen),
    basis,
    line.producedOn ?? '—',
    line.expiresOn ?? '—',
    line.condition ?? '—',
  ];
}

function totals(paper: Paper, model: DonationReceiptModel, width: number): readonly Block[] {
  const unpriced = model.lines.filter((line) => line.amountFen === null).length;
  const { totalFen } = model;
  const figure = totalFen === null ? '—' : `¥${formatYuan(totalFen)}`;
  const words = totalFen === null ? '—' : amountInWords(totalFen);
  const rows = [
    gridRow(
      paper,
      width,
      [
        { text: '金额合计(大写)', share: 22, label: true },
        { text: words, share: 48, weight: 'bold' },
        { text: '(小写)', share: 10, label: true },
        { text: figure, share: 20, weight: 'bold', align: 'right' },
      ],
      24,
    ),
  ];
  if (unpriced > 0) {
    const text = `未计价物品 ${unpriced} 项,数量登记,不计金额,不在上列合计之内。`;
    rows.push(gridRow(paper, width, [{ text, share: 1 }]));
  }
  return rows;
}

/** Kept in one piece: nobody signs a sheet with nothing else on it. */
function closing(paper: Paper, model: DonationReceiptModel, width: number): Block {
  const official = (text: string | null): string => text ?? '';
  const blocks = [
    gridRow(paper, width, [
      { text: '正式票据', share: 14, label: true },
      { text: '票据代码', share: 12, label: true },
      { text: official(model.officialCode), share: 31 },
      { text: '票据号码', share: 12, label: true },
      { text: official(model.officialNumber), share: 31 },
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
  ];
  return {
    height: blocks.reduce((sum, block) => sum + block.height, 0),
    draw: (x, y) => {
      let top = y;
      for (const block of blocks) {
        block.draw(x, top);
        top += block.height;
      }
    },
  };
}
