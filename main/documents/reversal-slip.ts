// 撤销小票: what was taken back, what went back on which voucher, which cash was returned, by whom and why. The recipient keeps it with
// the slip it undoes.
import type { RestoredVoucher, ReversalSlipModel, SlipPaper } from '../../db/contract/documents.ts';
import type { OnPage } from './flow.ts';
import type { FontFiles } from './fonts.ts';
import type { Paper } from './paper.ts';
import { beside, freeLine, goodsLines, slipMarks } from './slip-lines.ts';
import { bold, centred, group, plain, rule, signature, slipPaper, space, text } from './slip.ts';
import type { SlipText } from './slip.ts';
import { beijing, dayWords, formatAmount } from './words.ts';

export const reversalTitle = '撤销小票';

export function reversalSlipPaper(
  files: FontFiles,
  model: ReversalSlipModel,
  onPage: OnPage,
): Promise<Paper> {
  const { practice, printedAt, paper } = model;
  return slipPaper(files, { title: reversalTitle, practice, printedAt, paper }, [slipLines(model)], onPage);
}

function slipLines(model: ReversalSlipModel): readonly SlipText[] {
  const approved = model.approvedBy === null ? [] : [text(`批准 ${model.approvedBy}`)];
  return [
    centred(model.shop.name, 14),
    centred(reversalTitle, 16),
    ...slipMarks(model),
    space(4),
    ...beside(model.paper, `小票号 ${model.slipNo}`, `时间 ${beijing(model.reversedAt)}`),
    text(model.counter, plain, `经办 ${model.reversedBy}`),
    ...approved,
    text(`持券人 ${model.holderMasked}`),
    rule,
    group([
      text(model.whole ? '整单撤销' : '撤销部分物资', { size: 14, weight: 'bold' }),
      ...beside(model.paper, `原小票 ${model.ofSlipNo}`, `原时间 ${beijing(model.ofRedeemedAt)}`),
      text(`原因 ${model.reason}`),
    ]),
    ...returned(model),
    ...model.vouchers.flatMap((voucher) => [rule, restored(model.paper, voucher)]),
    ...cashBack(model),
    rule,
    text(`投诉/举报电话 ${model.shop.reportPhone}`, bold),
    group([
      signature('领取人签字', model.signature),
      rule,
      text(`打印 ${beijing(model.printedAt)} ${model.operator}`, { size: 9 }),
    ]),
  ];
}

function returned({ paper, lines, free }: ReversalSlipModel): readonly SlipText[] {
  if (lines.length === 0 && free.length === 0) return [];
  return [rule, text('退回物资', bold), ...lines.map(goodsLines(paper)), ...free.map(freeLine(paper))];
}

function restored(paper: SlipPaper, voucher: RestoredVoucher): SlipText {
  const { serial, back, after, validTo, expired } = voucher;
  const value =
    back === null
      ? [text('套餐已恢复,可再领取', bold)]
      : [text('退回券内', { size: 16, weight: 'bold' }, formatAmount(back))];
  return group([
    ...beside(paper, `券号 ${serial}`, `有效期至 ${dayWords(validTo)}`),
    // Ruling 6: what goes back on a voucher that has ended is booked there, and can be taken no more.
    ...(expired && back === null ? [] : value),
    ...(after === null ? [] : [text('券内现有', { size: 14, weight: 'bold' }, formatAmount(after))]),
    ...(expired ? [text('此券已过有效期,不能再领取', bold)] : []),
  ]);
}

function cashBack({ cashBackFen }: ReversalSlipModel): readonly SlipText[] {
  if (cashBackFen === 0) return [];
  return [
    rule,
    text('退还现金', { size: 16, weight: 'bold' }, formatAmount({ fen: cashBackFen })),
    text('原补现金购物款,从经营收入退还。', { size: 10 }),
  ];
}
