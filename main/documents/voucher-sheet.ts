// 领物券: eight to an A4 page, to be cut apart. The code is read by a scanner, everything else by a person of seventy.
import type { VoucherFace, VoucherSheetModel } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import type { OnPage } from './flow.ts';
import type { Weight } from './fonts.ts';
import { a4, mm } from './paper.ts';
import type { Paper, TextStyle } from './paper.ts';
import { drawQr, qrCode, quietZone } from './qr.ts';
import { beijing, groupsOfFour, reprintWords } from './words.ts';

const across = 2;
const down = 4;
const perPage = across * down;
/** Printers leave this edge white. */
const edgeX = mm(6);
const edgeY = mm(9);
const cellWidth = (a4.width - 2 * edgeX) / across;
const cellHeight = (a4.height - 2 * edgeY) / down;
const inset = mm(4);
const qrSide = mm(30);
/** Above the voucher's foot. */
const codeTop = mm(18.6);

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
    paper.rule(x, mm(4.5), x, edgeY - mm(1), 0.4);
    paper.rule(x, paper.height - edgeY + mm(1), x, paper.height - mm(4.5), 0.4);
  }
  for (let row = 0; row <= down; row += 1) {
    const y = edgeY + row * cellHeight;
    paper.dashed(edgeX, y, paper.width - edgeX, y);
  }
}

function drawPageNote(paper: Paper, model: VoucherSheetModel, page: number, pages: number): void {
  const text = `${model.batchName}  第 ${page}/${pages} 页  ${beijing(model.printedAt)} ${model.operator} ${reprintWords(model.reprint)}`;
  paper.text(
    text,
    edgeX + mm(4),
    mm(4.8),
    cellWidth - mm(8),
    paper.fit(text, cellWidth - mm(8), 1, { size: 7 }, 4),
  );
}

function drawVoucher(
  paper: Paper,
  model: VoucherSheetModel,
  voucher: VoucherFace,
  x: number,
  y: number,
): void {
  const code = qrCode(voucher.payload);
  const quiet = quietZone(code, qrSide);
  const side = qrSide + 2 * quiet;
  const qrLeft = x + cellWidth - mm(2) - side;
  const qrTop = y + mm(9.1);
  const left = x + inset;
  const width = qrLeft - left - mm(1);
  drawHeading(paper, model, voucher, left, y + mm(2.6), cellWidth - 2 * inset);
  drawQr(paper, code, qrLeft + quiet, qrTop + quiet, qrSide);
  drawFacts(paper, facts(model, voucher), left, y + mm(9.8), width, y + cellHeight - codeTop);
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

/** A line of the facts: at most `most` lines of text, not smaller than `least`. */
interface Fact {
  readonly text: string;
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly weight?: Weight;
}

function facts(model: VoucherSheetModel, voucher: VoucherFace): readonly Fact[] {
  const { faceFen, packageName } = voucher;
  const amount = faceFen === null ? (packageName ?? '套餐') : `¥${formatYuan(faceFen)}`;
  const extra =
    faceFen !== null && packageName !== null ? [{ text: packageName, size: 11, least: 7, most: 1 }] : [];
  return [
    { text: amount, size: 28, least: 14, most: 1, weight: 'bold' },
    ...extra,
    { text: `持券人 ${voucher.holderMasked}`, size: 12, least: 5.5, most: 2 },
    { text: '有效期(含首尾两日)', size: 9, least: 8, most: 1 },
    { text: `${model.validFrom} 至 ${model.validTo}`, size: 12, least: 8, most: 1, weight: 'bold' },
    { text: `地点 ${model.place}`, size: 10.5, least: 6, most: 2 },
  ];
}

/** Everything a little smaller until it ends above `bottom`: a long name must not run into the code. */
function drawFacts(
  paper: Paper,
  list: readonly Fact[],
  x: number,
  y: number,
  width: number,
  bottom: number,
): void {
  const styled = (scale: number) =>
    list.map((fact) => {
      const style: TextStyle = { size: fact.size * scale, weight: fact.weight ?? 'regular' };
      return { text: fact.text, style: paper.fit(fact.text, width, fact.most, style, fact.least) };
    });
  const height = (scale: number): number =>
    styled(scale).reduce((sum, { text, style }) => sum + paper.textHeight(text, width, style), 0);
  let scale = 1;
  while (scale > 0.5 && y + height(scale) > bottom) scale -= 0.05;
  let top = y;
  for (const { text, style } of styled(scale)) top += paper.text(text, x, top, width, style);
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
  paper.text(code, x, bottom - codeTop, width, paper.fit(code, width, 1, { size: 15, weight: 'bold' }, 14));
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
