// 捐赠接收凭证 on an 80 mm roll, for the donor who brings a bag to the counter. The same words as on A4 (gift-words.ts).
import type { DonationReceiptLine, DonationReceiptModel, ReceiptCopy } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import type { OnPage } from './flow.ts';
import type { FontFiles } from './fonts.ts';
import {
  basisText,
  cashWords,
  conditionTexts,
  donorWords,
  purposeWords,
  quantityWords,
  receiptDisclaimer,
  stateWords,
  totalFigure,
  totalWords,
  unpricedNote,
  valueHidden,
} from './gift-words.ts';
import type { Paper } from './paper.ts';
import { bold, centred, plain, rule, slipPaper, space, text } from './slip.ts';
import type { SlipText } from './slip.ts';
import {
  beijing,
  copyPurpose,
  dayWords,
  meansWords,
  measureNumber,
  reprintWords,
  yuanOrUnpriced,
} from './words.ts';

/** A place for the pen where the name is not known. */
const toSign = '____________';

export function donationSlipPaper(
  files: FontFiles,
  model: DonationReceiptModel,
  onPage: OnPage,
): Promise<Paper> {
  const { practice, printedAt } = model;
  const slips = (model.copies ?? ['donor']).map((copy) => slipLines(model, copy));
  return slipPaper(files, { title: '捐赠接收凭证', practice, printedAt }, slips, onPage);
}

function slipLines(model: DonationReceiptModel, copy: ReceiptCopy): readonly SlipText[] {
  return [
    centred(model.shop.name, 14),
    centred('捐赠接收凭证', 14),
    ...marks(model),
    text(copyPurpose[copy]),
    space(2),
    text(`凭证编号 ${model.receiptNo}`, bold),
    text(`捐赠日期 ${dayWords(model.donatedOn)}`),
    ...donorLines(model, copy),
    rule,
    ...(model.cashFen === null ? [] : [text(cashWords(model), bold, `¥${formatYuan(model.cashFen)}`)]),
    ...model.lines.flatMap((line) => goodsLines(line, model.hideValues)),
    rule,
    ...totalLines(model),
    ...refusedLines(model),
    ...closing(model),
  ];
}

function marks(model: DonationReceiptModel): readonly SlipText[] {
  const state = stateWords(model);
  return [
    ...(model.practice ? [centred('练习,不作数', 14)] : []),
    ...(state === null ? [] : [centred(state, 13)]),
    ...(model.reprint === 0 ? [] : [centred(reprintWords(model.reprint), 13)]),
  ];
}

function donorLines(model: DonationReceiptModel, copy: ReceiptCopy): readonly SlipText[] {
  const donor = donorWords(model, copy);
  const known = (label: string, value: string | null): readonly SlipText[] =>
    value === null || value === '' ? [] : [text(`${label} ${value}`)];
  return [
    text(`捐赠人 ${donor.name}`, bold),
    ...(donor.type === donor.name ? [] : [text(`类型 ${donor.type}`)]),
    ...known('证件/信用代码', donor.identity),
    ...known('联系方式', donor.contact),
    text(`方式 ${model.means.map((means) => meansWords[means]).join('、')}`),
    text(`用途 ${purposeWords(model.designation)}`),
    ...known('活动', model.campaign),
  ];
}

function goodsLines(line: DonationReceiptLine, hidden: boolean): readonly SlipText[] {
  const name = line.spec === null || line.spec === '' ? line.name : `${line.name} ${line.spec}`;
  const price = hidden || line.unitPriceFen === null ? '' : ` × ${formatYuan(line.unitPriceFen)}`;
  const facts = [
    ...(hidden ? [] : [basisText(line)]),
    ...(line.expiresOn === null ? [] : [`保质期至 ${line.expiresOn}`]),
    ...conditionTexts(line),
  ];
  return [
    text(name, bold),
    text(
      `  ${measureNumber(line.measure)} ${line.measure.unit}${price}`,
      plain,
      hidden ? valueHidden : yuanOrUnpriced(line.amountFen),
    ),
    ...(facts.length === 0 ? [] : [text(`  ${facts.join(' ')}`)]),
  ];
}

function totalLines(model: DonationReceiptModel): readonly SlipText[] {
  if (model.hideValues) return [];
  const note = unpricedNote(model.lines, model.totalFen);
  return [
    text('金额合计', { size: 14, weight: 'bold' }, totalFigure(model.totalFen)),
    text(`大写 ${totalWords(model.totalFen)}`, bold),
    ...(note === null ? [] : [text(note)]),
    rule,
  ];
}

function refusedLines(model: DonationReceiptModel): readonly SlipText[] {
  if (model.refused.length === 0) return [];
  return [
    text('拒收物品(不计入本凭证)', bold),
    ...model.refused.map((goods) =>
      text(`${goods.description} ${quantityWords(goods.quantity)}:${goods.reason}`),
    ),
    rule,
  ];
}

function closing(model: DonationReceiptModel): readonly SlipText[] {
  const official =
    model.officialCode === null && model.officialNumber === null
      ? []
      : [
          text(`正式票据代码 ${model.officialCode ?? '—'}`),
          text(`正式票据号码 ${model.officialNumber ?? '—'}`),
        ];
  return [
    ...official,
    ...(model.note === null || model.note === '' ? [] : [text(`备注 ${model.note}`)]),
    text(receiptDisclaimer, bold),
    space(4),
    text(`经办人 ${model.handledBy ?? toSign}`),
    text(`复核人 ${model.reviewedBy ?? toSign}`),
    text(`验收人(一) ${model.acceptedBy[0] ?? toSign}`),
    text(`验收人(二) ${model.acceptedBy[1] ?? toSign}`),
    space(6),
    text('捐赠人签字:'),
    space(24),
    text('接收单位(盖章):'),
    space(70),
    rule,
    text(`投诉/举报电话 ${model.shop.reportPhone}`, bold),
    text(`打印 ${beijing(model.printedAt)} ${model.operator}`, { size: 9 }),
  ];
}
