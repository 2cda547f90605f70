// 核销小票 on an 80 mm roll: what the voucher held, what was taken, what lapses or is left.
import type { RedemptionSlipModel, SlipLine } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import type { FontFiles } from './fonts.ts';
import type { Paper } from './paper.ts';
import { bold, centred, plain, rule, slipPaper, space, text } from './slip.ts';
import type { SlipText } from './slip.ts';
import { beijing, dayWords, measureNumber, reprintWords, yuanOrUnpriced } from './words.ts';

export function redemptionSlipPaper(files: FontFiles, model: RedemptionSlipModel): Paper {
  const { practice, printedAt } = model;
  return slipPaper(files, { title: '核销小票', practice, printedAt }, [slipLines(model)]);
}

function slipLines(model: RedemptionSlipModel): readonly SlipText[] {
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
    space(4),
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
    space(8),
    text('领取人签字:'),
    space(20),
    rule,
    text(`打印 ${beijing(model.printedAt)} ${model.operator}`, { size: 9 }),
  ];
}

function goodsLines(line: SlipLine): readonly SlipText[] {
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
