// 核销小票 on an 80 mm roll: what the voucher held, what was taken, what lapses or is left. Read without glasses: 12 pt.
import type { RedemptionSlipModel, SlipLine } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import type { FontFiles } from './fonts.ts';
import { mm, Paper } from './paper.ts';
import type { TextStyle } from './paper.ts';
import { beijing, dayWords, measureNumber, reprintWords, yuanOrUnpriced } from './words.ts';

const rollWidth = mm(80);
const margin = mm(4);
const width = rollWidth - 2 * margin;
const plain: TextStyle = { size: 12 };
const bold: TextStyle = { size: 12, weight: 'bold' };

/** One line of the slip; `right` stands at the right edge of the same line. */
type Line =
  | { readonly is: 'text'; readonly left: string; readonly right: string; readonly style: TextStyle }
  | { readonly is: 'rule' }
  | { readonly is: 'space'; readonly height: number };

const text = (left: string, style: TextStyle = plain, right = ''): Line => ({
  is: 'text',
  left,
  right,
  style,
});
const centred = (words: string, size: number): Line => text(words, { size, weight: 'bold', align: 'center' });
const rule: Line = { is: 'rule' };

/** Opens a paper as long as the slip needs. */
export function redemptionSlipPaper(files: FontFiles, model: RedemptionSlipModel): Paper {
  const lines = slipLines(model);
  const setting = {
    width: rollWidth,
    title: '核销小票',
    practice: model.practice,
    printedAt: model.printedAt,
  };
  const ruler = new Paper(files, { ...setting, height: mm(200) });
  const height = lines.reduce((sum, line) => sum + heightOf(ruler, line), 0) + 2 * margin;
  const paper = new Paper(files, { ...setting, height: Math.max(height, mm(80)) });
  paper.addPage();
  let y = margin;
  for (const line of lines) {
    drawLine(paper, line, y);
    y += heightOf(paper, line);
  }
  return paper;
}

function slipLines(model: RedemptionSlipModel): readonly Line[] {
  const marks = [
    ...(model.practice ? [centred('练习,不作数', 14)] : []),
    ...(model.reversedAt === null ? [] : [centred(`已撤销 ${beijing(model.reversedAt)}`, 14)]),
    ...(model.reprint === 0 ? [] : [centred(reprintWords(model.reprint), 13)]),
  ];
  const proxy =
    model.proxy === null ? [] : [text(`代领人 ${model.proxy.nameMasked}(${model.proxy.relation})`)];
  const lapsed =
    model.lapsedFen === 0 ? [] : [text('未领部分失效', plain, `¥${formatYuan(model.lapsedFen)}`)];
  return [
    centred(model.shop.name, 14),
    centred('领物券核销小票', 14),
    ...marks,
    { is: 'space', height: 4 },
    text(`小票号 ${model.slipNo}`),
    text(`时间 ${beijing(model.redeemedAt)}`),
    text(model.counter, plain, `经办 ${model.servedBy}`),
    text(`持券人 ${model.holderMasked}`),
    text(`券号 ${model.voucherSerial}`),
    ...proxy,
    rule,
    ...model.lines.flatMap(goodsLines),
    rule,
    text('核销前券内', plain, `¥${formatYuan(model.beforeFen)}`),
    text('本次领取', { size: 16, weight: 'bold' }, `¥${formatYuan(model.usedFen)}`),
    ...lapsed,
    text('券内剩余', { size: 14, weight: 'bold' }, `¥${formatYuan(model.afterFen)}`),
    text(`有效期至 ${dayWords(model.validTo)}`),
    rule,
    text('不找零、不兑现', bold),
    text(`投诉/举报电话 ${model.shop.reportPhone}`, bold),
    { is: 'space', height: 8 },
    text('领取人签字:'),
    { is: 'space', height: 20 },
    rule,
    text(`打印 ${beijing(model.printedAt)} ${model.operator}`, { size: 9 }),
  ];
}

function goodsLines(line: SlipLine): readonly Line[] {
  const name = line.spec === null || line.spec === '' ? line.name : `${line.name} ${line.spec}`;
  const price = line.unitPriceFen === null ? '' : ` × ${formatYuan(line.unitPriceFen)}`;
  return [
    text(name, bold),
    text(
      `  ${measureNumber(line.measure)} ${line.measure.unit}${price}`,
      plain,
      yuanOrUnpriced(line.amountFen),
    ),
  ];
}

function leftWidth(paper: Paper, right: string, style: TextStyle): number {
  return right === '' ? width : width - paper.textWidth(right, style) - 6;
}

function heightOf(paper: Paper, line: Line): number {
  switch (line.is) {
    case 'rule':
      return 9;
    case 'space':
      return line.height;
    case 'text':
      return paper.textHeight(line.left, leftWidth(paper, line.right, line.style), line.style);
  }
}

function drawLine(paper: Paper, line: Line, y: number): void {
  if (line.is === 'rule') paper.rule(margin, y + 4.5, margin + width, y + 4.5);
  if (line.is !== 'text') return;
  paper.text(line.left, margin, y, leftWidth(paper, line.right, line.style), line.style);
  if (line.right !== '') paper.text(line.right, margin, y, width, { ...line.style, align: 'right' });
}
