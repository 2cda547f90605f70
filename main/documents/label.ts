// What stands on one label: words that shrink and wrap but are never cut, and under them the bars with their code.
import type { GoodsLabel } from '../../db/contract/documents.ts';
import { barcodeSymbol, drawBarcode, moduleFor } from './barcode.ts';
import type { BarcodePrinting, BarcodeSymbol } from './barcode.ts';
import { mm } from './paper.ts';
import type { Paper, TextStyle } from './paper.ts';
import { DocumentRefusal } from './refusal.ts';
import { gradeWords, yuanOrUnpriced } from './words.ts';

export interface LabelSize {
  /** For the refusal's words. */
  readonly words: string;
  readonly width: number;
  readonly height: number;
  /** Kept free at the label's edges; bars may use the padding at the sides up to `barsEdge`. */
  readonly padX: number;
  readonly padY: number;
  readonly barsEdge: number;
  /** Type size of the name. */
  readonly size: number;
  readonly printing: BarcodePrinting;
}

/** Words that shrink to stay on `most` lines, then wrap further; `right` stands at the right edge beside them. */
interface Words {
  readonly left: string;
  readonly right: string;
  readonly size: number;
  readonly most: number;
  readonly bold: boolean;
  readonly rightSize: number;
}

const least = 5;
const gap = mm(0.8);
const leastBars = mm(6);
const mostBars = mm(16);
const codeSize = 7.5;

export interface LabelFace {
  readonly draw: (x: number, y: number) => void;
}

/** Lays a label out once for all its copies. Refuses 'label-too-small' and 'label-code-characters'. */
export async function layLabel(paper: Paper, label: GoodsLabel, size: LabelSize): Promise<LabelFace> {
  const symbol = await barcodeSymbol(label.code);
  const module = moduleFor(symbol, size.width - 2 * size.barsEdge, size.printing);
  const width = size.width - 2 * size.padX;
  const codeStyle = paper.fit(label.code, width, 1, { size: codeSize, align: 'center' }, least);
  const codeHeight = paper.textHeight(label.code, width, codeStyle);
  const room = size.height - 2 * size.padY - codeHeight - gap;
  const words = shrunk(paper, wordsOf(label, size.size, paper.practice), width, room - leastBars);
  if (module === null || words === null) {
    throw new DocumentRefusal('label-too-small', { code: label.code, label: size.words });
  }
  const bars = Math.min(room - heightOf(paper, words, width), mostBars);
  return {
    draw: (x, y) => {
      let top = y + size.padY;
      for (const line of words) top += drawWords(paper, line, x + size.padX, top, width);
      const foot = y + size.height - size.padY - codeHeight;
      drawBars(paper, symbol, size, module, { x, y: foot - bars, height: bars });
      paper.text(label.code, x + size.padX, foot, width, codeStyle);
    },
  };
}

function drawBars(
  paper: Paper,
  symbol: BarcodeSymbol,
  size: LabelSize,
  module: number,
  at: { readonly x: number; readonly y: number; readonly height: number },
): void {
  const room = size.width - 2 * size.barsEdge;
  const { dot } = size.printing;
  drawBarcode(paper, symbol, { x: at.x + size.barsEdge, y: at.y, room, height: at.height }, module, dot);
}

function wordsOf(label: GoodsLabel, size: number, practice: boolean): readonly Words[] {
  const line = (
    left: string,
    share: number,
    most: number,
    bold = false,
    right = '',
    rightShare = 1,
  ): Words => ({
    left,
    right,
    size: size * share,
    most,
    bold,
    rightSize: size * rightShare,
  });
  // Labels leave the sheet one by one: the mark across the sheet is on none of them whole.
  const mark = practice ? [line('练习,不作数', 0.55, 1)] : [];
  switch (label.is) {
    case 'shelf': {
      const price = label.priceFen === undefined ? '' : priceWords(label.priceFen, label.unit);
      const facts = [label.spec ?? '', price === '' ? `单位 ${label.unit}` : ''];
      const left = facts.filter((fact) => fact !== '').join('  ');
      return [...mark, line(label.name, 1, 2, true), line(left, 0.7, 2, false, price, 1.15)];
    }
    case 'item':
      return [...mark, line(label.name, 1, 3, true)];
    case 'lot': {
      const expiry = label.expiresOn === null ? [] : [line(`保质期至 ${label.expiresOn}`, 0.75, 1)];
      const grade = label.grade === null ? [] : [line(`成色 ${gradeWords[label.grade]}`, 0.75, 1)];
      // A tag that is also the code stands under the bars already.
      const tag = label.tag === label.code ? [] : [line(label.tag, 0.75, 1)];
      return [...mark, line(label.name, 1, 2, true), ...expiry, ...grade, ...tag];
    }
  }
}

const priceWords = (fen: number | null, unit: string): string =>
  fen === null ? yuanOrUnpriced(fen) : `¥${yuanOrUnpriced(fen)}/${unit}`;

interface Sized {
  readonly left: string;
  readonly leftStyle: TextStyle;
  readonly right: string;
  readonly rightStyle: TextStyle;
}

/** All lines a little smaller until they end within `room`; null when they do not at the smallest size. */
function shrunk(paper: Paper, lines: readonly Words[], width: number, room: number): readonly Sized[] | null {
  for (let scale = 1; scale > 0.25; scale -= 0.05) {
    const sized = lines.map((line) => sizedLine(paper, line, width, scale));
    if (heightOf(paper, sized, width) <= room) return sized;
  }
  return null;
}

function sizedLine(paper: Paper, line: Words, width: number, scale: number): Sized {
  const of = (size: number): number => Math.max(least, size * scale);
  const rightStyle = paper.fit(
    line.right,
    width * 0.6,
    1,
    { size: of(line.rightSize), weight: 'bold', align: 'right' },
    least,
  );
  const room = leftRoom(paper, line.right, rightStyle, width);
  const style: TextStyle = { size: of(line.size), weight: line.bold ? 'bold' : 'regular' };
  // A third line is read more easily than two in the smallest type.
  const readable = Math.max(least, style.size * 0.65);
  return {
    left: line.left,
    leftStyle: paper.fit(line.left, room, line.most, style, readable),
    right: line.right,
    rightStyle,
  };
}

const leftRoom = (paper: Paper, right: string, style: TextStyle, width: number): number =>
  right === '' ? width : width - paper.textWidth(right, style) - 4;

const lineHeight = (paper: Paper, line: Sized, width: number): number =>
  Math.max(
    paper.textHeight(line.left, leftRoom(paper, line.right, line.rightStyle, width), line.leftStyle),
    line.right === '' ? 0 : paper.textHeight(line.right, width, line.rightStyle),
  );

const heightOf = (paper: Paper, lines: readonly Sized[], width: number): number =>
  lines.reduce((sum, line) => sum + lineHeight(paper, line, width), 0);

function drawWords(paper: Paper, line: Sized, x: number, y: number, width: number): number {
  const height = lineHeight(paper, line, width);
  const room = leftRoom(paper, line.right, line.rightStyle, width);
  const used = paper.textHeight(line.left, room, line.leftStyle);
  paper.text(line.left, x, y + (height - used) / 2, room, line.leftStyle);
  if (line.right !== '') {
    const own = paper.textHeight(line.right, width, line.rightStyle);
    paper.text(line.right, x, y + (height - own) / 2, width, line.rightStyle);
  }
  return height;
}
