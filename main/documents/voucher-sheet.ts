// 领物券: eight to an A4 page, to be cut apart. The code is read by a scanner, everything else by a person of seventy.
import type { VoucherFace, VoucherSheetModel } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import type { OnPage } from './flow.ts';
import { a4, mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { drawQr, quietSide } from './qr.ts';
import { beijing, groupsOfFour, reprintWords } from './words.ts';

const across = 2;
const down = 4;
const perPage = across * down;
/** Printers leave this edge white. */
const edgeX = mm(6);
const edgeY = mm(7);
const cellWidth = (a4.width - 2 * edgeX) / across;
const cellHeight = (a4.height - 2 * edgeY) / down;
const inset = mm(4);
const qrSide = mm(30);

export async function drawVoucherSheet(
  paper: Paper,
  model: VoucherSheetModel,
  onPage: OnPage,
): Promise<void> {
  const pages = Math.max(1, Math.ceil(model.vouchers.length / perPage));
  for (let page = 0; page < pages; page += 1) {
    paper.addPage();
    drawCutMarks(paper);
    for (const [index, voucher] of model.vouchers.slice(page * perPage, (page + 1) * perPage).entries()) {
      const x = edgeX + (index % across) * cellWidth;
      const y = edgeY + Math.floor(index / across) * cellHeight;
      drawVoucher(paper, model, voucher, x, y);
    }
    drawPageNote(paper, model, page + 1, pages);
    await onPage(page + 1, pages);
  }
}

/** Dashed lines to cut along, and ticks in the margin for a guillotine. */
function drawCutMarks(paper: Paper): void {
  for (let column = 0; column <= across; column += 1) {
    const x = edgeX + column * cellWidth;
    paper.dashed(x, edgeY, x, paper.height - edgeY);
    paper.rule(x, mm(2), x, edgeY - mm(1.5), 0.4);
    paper.rule(x, paper.height - edgeY + mm(1.5), x, paper.height - mm(2), 0.4);
  }
  for (let row = 0; row <= down; row += 1) {
    const y = edgeY + row * cellHeight;
    paper.dashed(edgeX, y, paper.width - edgeX, y);
  }
}

function drawPageNote(paper: Paper, model: VoucherSheetModel, page: number, pages: number): void {
  const text = `${model.batchName}  第 ${page}/${pages} 页  ${beijing(model.printedAt)} ${model.operator} ${reprintWords(model.reprint)}`;
  paper.text(text, edgeX + mm(4), mm(2.2), paper.width - 2 * edgeX - mm(8), { size: 7, align: 'center' });
}

function drawVoucher(
  paper: Paper,
  model: VoucherSheetModel,
  voucher: VoucherFace,
  x: number,
  y: number,
): void {
  const side = quietSide(voucher.payload, qrSide);
  const quiet = (side - qrSide) / 2;
  const qrLeft = x + cellWidth - mm(2) - side;
  const qrTop = y + mm(9.5);
  const left = x + inset;
  const width = qrLeft - left - mm(1);
  drawHeading(paper, model, voucher, left, y + mm(2.6), cellWidth - 2 * inset);
  drawQr(paper, voucher.payload, qrLeft + quiet, qrTop + quiet, qrSide);
  drawFacts(paper, model, voucher, left, y + mm(11), width);
  drawFoot(paper, model, voucher, left, y + cellHeight, cellWidth - 2 * inset);
}

function drawHeading(
  paper: Paper,
  model: VoucherSheetModel,
  voucher: VoucherFace,
  x: number,
  y: number,
  width: number,
): void {
  const again = voucher.generation > 1 ? '(补发)' : '';
  const right = `券号 ${voucher.serial}${again}`;
  const rightStyle = { size: 8.5, align: 'right' as const };
  const room = width - paper.textWidth(right, rightStyle) - 6;
  const name = `${model.shop.name} 领物券`;
  paper.text(name, x, y, room, paper.fit(name, room, 1, { size: 12, weight: 'bold' }, 7));
  paper.text(right, x, y + 3, width, rightStyle);
  paper.rule(x, y + 17.5, x + width, y + 17.5, 0.8);
}

function drawFacts(
  paper: Paper,
  model: VoucherSheetModel,
  voucher: VoucherFace,
  x: number,
  y: number,
  width: number,
): void {
  const amount =
    voucher.faceFen === null ? (voucher.packageName ?? '套餐') : `¥${formatYuan(voucher.faceFen)}`;
  let top = y;
  top += paper.text(amount, x, top, width, paper.fit(amount, width, 1, { size: 28, weight: 'bold' }, 12));
  if (voucher.faceFen !== null && voucher.packageName !== null) {
    top += paper.text(
      voucher.packageName,
      x,
      top,
      width,
      paper.fit(voucher.packageName, width, 1, { size: 11 }, 7),
    );
  }
  const holder = `持券人 ${voucher.holderMasked}`;
  top += paper.text(holder, x, top, width, paper.fit(holder, width, 2, { size: 12 }, 7)) + 1;
  top += paper.text('有效期(含首尾两日)', x, top, width, { size: 9 });
  const days = `${model.validFrom} 至 ${model.validTo}`;
  top += paper.text(days, x, top, width, paper.fit(days, width, 1, { size: 12, weight: 'bold' }, 8)) + 1;
  const place = `地点 ${model.place}`;
  paper.text(place, x, top, width, paper.fit(place, width, 2, { size: 10.5 }, 6.5));
}

function drawFoot(
  paper: Paper,
  model: VoucherSheetModel,
  voucher: VoucherFace,
  x: number,
  bottom: number,
  width: number,
): void {
  const howTo = model.inParts
    ? '凭券到店选物,可分次使用,到期作废。代领请带双方证件。'
    : '凭券到店选物,一次用完,未选部分失效。代领请带双方证件。';
  const code = groupsOfFour(voucher.code);
  paper.text(code, x, bottom - mm(18.6), width, paper.fit(code, width, 1, { size: 15, weight: 'bold' }, 14));
  paper.rule(x, bottom - mm(10.9), x + width, bottom - mm(10.9), 0.5);
  const firm = '不找零、不兑现';
  const firmStyle = { size: 11, weight: 'bold' as const };
  const firmWidth = paper.textWidth(firm, firmStyle);
  paper.text(firm, x, bottom - mm(10.3), firmWidth + 1, firmStyle);
  const phone = `投诉举报 ${model.shop.reportPhone}`;
  paper.text(phone, x + firmWidth + 6, bottom - mm(10.3) + 2, width - firmWidth - 6, {
    size: 9,
    align: 'right',
  });
  paper.text(howTo, x, bottom - mm(5.4), width, paper.fit(howTo, width, 1, { size: 9 }, 7));
}
