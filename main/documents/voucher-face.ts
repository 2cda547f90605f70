// One 领物券 in its place on a sheet: the code at the right is read by a scanner, everything else by a person of seventy.
import type { VoucherFace, VoucherSheetModel } from '../../db/contract/documents.ts';
import type { Weight } from './fonts.ts';
import { mm } from './paper.ts';
import type { Paper, TextStyle } from './paper.ts';
import { drawQr, qrCode, quietZone } from './qr.ts';
import {
  contentsWords,
  firmWords,
  howToWords,
  voucherMarks,
  voucherTitle,
  worthWords,
} from './voucher-words.ts';
import { groupsOfFour } from './words.ts';

/** Where a voucher stands; `scale` 1 is the size of eight to a page. */
export interface VoucherPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Millimetres at scale 1, from the voucher's top or, for the foot, above its bottom. */
const at = { inset: 4, heading: 2.4, line: 8.6, code: 18.4, footLine: 10.9, firm: 10.3, howTo: 5.4 } as const;
const qrSide = 30;
const qrTop = 8.9;

export function drawVoucher(
  paper: Paper,
  model: VoucherSheetModel,
  voucher: VoucherFace,
  place: VoucherPlace,
): void {
  const { scale } = place;
  const length = (millimetres: number): number => mm(millimetres) * scale;
  const code = qrCode(voucher.payload);
  const side = length(qrSide);
  const quiet = quietZone(code, side);
  const left = place.x + length(at.inset);
  const width = place.width - 2 * length(at.inset);
  const qrLeft = place.x + place.width - length(2) - side - 2 * quiet;
  const beside = qrLeft - left - length(1);
  const bottom = place.y + place.height;
  // In a low place the code of letters stands beside the picture, not under it.
  const under = place.y + length(qrTop) + side + 2 * quiet <= bottom - length(at.code);
  drawHeading(paper, model, voucher, { x: left, y: place.y, width, scale });
  drawQr(paper, code, qrLeft + quiet, place.y + length(qrTop) + quiet, side);
  drawFacts(paper, facts(model, voucher, scale, !under), {
    x: left,
    y: place.y + length(at.line + 0.9),
    width: beside,
    bottom: bottom - length(at.code),
  });
  const letters = groupsOfFour(voucher.code);
  const letterStyle = paper.fit(
    letters,
    under ? width : beside,
    1,
    { size: 15 * scale, weight: 'bold' },
    under ? 14 * scale : 10,
  );
  paper.text(letters, left, bottom - length(at.code), under ? width : beside, letterStyle);
  drawFoot(paper, model, voucher, { x: left, y: bottom, width, scale });
}

interface Band {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly scale: number;
}

function drawHeading(paper: Paper, model: VoucherSheetModel, voucher: VoucherFace, band: Band): void {
  const { x, width, scale } = band;
  const y = band.y + mm(at.heading) * scale;
  const right = `券号 ${voucher.serial}`;
  const rightStyle = { size: 8.5 * scale, align: 'right' as const };
  const room = width - paper.textWidth(right, rightStyle) - 6;
  const name = `${model.shop.name} ${voucherTitle(voucher)}`;
  paper.text(name, x, y, room, paper.fit(name, room, 1, { size: 12 * scale, weight: 'bold' }, 7));
  paper.text(right, x, y + 3 * scale, width, rightStyle);
  const line = band.y + mm(at.line) * scale;
  paper.rule(x, line, x + width, line, 0.8);
}

/** A line of the facts: at most `most` lines of text, not smaller than `least`. */
interface Fact {
  readonly text: string;
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly weight?: Weight;
}

function facts(model: VoucherSheetModel, voucher: VoucherFace, scale: number, low: boolean): readonly Fact[] {
  const marks = voucherMarks(model, voucher);
  const contents = contentsWords(voucher);
  const days = `${model.validFrom} 至 ${model.validTo}`;
  const valid: readonly Fact[] = low
    ? [{ text: `有效期 ${days}`, size: 10.5, least: 8, most: 1, weight: 'bold' }]
    : [
        { text: '有效期(含首尾两日)', size: 9, least: 8, most: 1 },
        { text: days, size: 12, least: 8, most: 1, weight: 'bold' },
      ];
  const list: readonly Fact[] = [
    ...(marks === '' ? [] : [{ text: marks, size: 10, least: 7, most: 1, weight: 'bold' as const }]),
    { text: worthWords(voucher), size: low ? 24 : 28, least: 14, most: 1, weight: 'bold' },
    ...(contents === '' ? [] : [{ text: contents, size: 10.5, least: 6.5, most: 3 }]),
    { text: `持券人 ${voucher.holderMasked}`, size: 12, least: 5.5, most: 2 },
    ...valid,
    { text: `地点 ${model.place}`, size: low ? 9.5 : 10.5, least: 6, most: 2 },
  ];
  return list.map((fact) => ({ ...fact, size: fact.size * scale, least: fact.least * scale }));
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly bottom: number;
}

/** Everything a little smaller until it ends above `bottom`: a long name must not run into the code. */
function drawFacts(paper: Paper, list: readonly Fact[], { x, y, width, bottom }: Room): void {
  const styled = (scale: number) =>
    list.map((fact) => {
      const style: TextStyle = { size: fact.size * scale, weight: fact.weight ?? 'regular' };
      return { text: fact.text, style: paper.fit(fact.text, width, fact.most, style, fact.least * scale) };
    });
  const height = (lines: ReturnType<typeof styled>): number =>
    lines.reduce((sum, { text, style }) => sum + paper.textHeight(text, width, style), 0);
  let scale = 1;
  let lines = styled(scale);
  while (scale > 0.4 && y + height(lines) > bottom) {
    scale -= 0.05;
    lines = styled(scale);
  }
  let top = y;
  for (const { text, style } of lines) top += paper.text(text, x, top, width, style);
}

function drawFoot(paper: Paper, model: VoucherSheetModel, voucher: VoucherFace, band: Band): void {
  const { x, width, scale } = band;
  const above = (millimetres: number): number => band.y - mm(millimetres) * scale;
  paper.rule(x, above(at.footLine), x + width, above(at.footLine), 0.5);
  const firmStyle = { size: 11 * scale, weight: 'bold' as const };
  const firmWidth = paper.textWidth(firmWords, firmStyle);
  paper.text(firmWords, x, above(at.firm), firmWidth + 1, firmStyle);
  const phone = `投诉举报 ${model.shop.reportPhone}`;
  paper.text(phone, x + firmWidth + 6, above(at.firm) + 2 * scale, width - firmWidth - 6, {
    size: 9 * scale,
    align: 'right',
  });
  const howTo = howToWords(model, voucher);
  paper.text(howTo, x, above(at.howTo), width, paper.fit(howTo, width, 1, { size: 9 * scale }, 7));
}
