// 领物券 on an 80 mm roll, each cut off under the last line. The code is larger than on a sheet: thermal dots spread and fade.
import type { VoucherFace, VoucherSheetModel } from '../../db/contract/documents.ts';
import type { OnPage } from './flow.ts';
import type { FontFiles } from './fonts.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { qrCode } from './qr.ts';
import { centred, plain, rule, slipPaper, space, text } from './slip.ts';
import type { SlipText } from './slip.ts';
import {
  contentsWords,
  firmWords,
  howToWords,
  voucherMarks,
  voucherTitle,
  worthWords,
} from './voucher-words.ts';
import { beijing, groupsOfFour } from './words.ts';

const qrSide = mm(45);

export function voucherRollPaper(files: FontFiles, model: VoucherSheetModel, onPage: OnPage): Promise<Paper> {
  const { practice, printedAt } = model;
  const vouchers = model.vouchers.map((voucher) => voucherLines(model, voucher));
  return slipPaper(files, { title: '领物券', practice, printedAt }, vouchers, onPage);
}

function voucherLines(model: VoucherSheetModel, voucher: VoucherFace): readonly SlipText[] {
  const marks = voucherMarks(model, voucher);
  const contents = contentsWords(voucher);
  const worth = worthWords(voucher);
  return [
    centred(model.shop.name, 14),
    centred(voucherTitle(voucher), 14),
    ...(marks === '' ? [] : [centred(marks, 12)]),
    rule,
    // A figure is short and as large as possible; the name of a package takes the lines it needs.
    centred(worth, worth.length > 10 ? 18 : 28),
    ...(contents === '' ? [] : [text(contents)]),
    text(`持券人 ${voucher.holderMasked}`, { size: 14 }),
    text('有效期(含首尾两日)'),
    text(`${model.validFrom} 至 ${model.validTo}`, { size: 13, weight: 'bold' }),
    text(`地点 ${model.place}`),
    space(4),
    { is: 'qr', code: qrCode(voucher.payload), side: qrSide },
    centred(groupsOfFour(voucher.code), 16),
    rule,
    text(firmWords, { size: 14, weight: 'bold' }),
    text(howToWords(model, voucher)),
    text(`投诉举报 ${model.shop.reportPhone}`, plain),
    rule,
    text(`券号 ${voucher.serial}`),
    text(`${model.batchName}  ${beijing(model.printedAt)} ${model.operator}`, { size: 9 }),
  ];
}
