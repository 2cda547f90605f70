// Papers of lines one under the other: as long as they need on an 80 mm roll, from page to page on A5. Read without glasses: 12 pt.
import type { DrawnSignature, SlipPaper } from '../../db/contract/documents.ts';
import { drawStrokes } from './drawn-signature.ts';
import type { OnPage } from './flow.ts';
import type { FontFiles } from './fonts.ts';
import { mm, Paper } from './paper.ts';
import type { TextStyle } from './paper.ts';
import { drawQr, quietZone } from './qr.ts';
import type { QrModules } from './qr.ts';

interface Sheet {
  readonly width: number;
  readonly margin: number;
  /** null = as long as the slip is. */
  readonly height: number | null;
}

const sheets: Readonly<Record<SlipPaper, Sheet>> = {
  'roll-80': { width: mm(80), margin: mm(4), height: null },
  a5: { width: mm(148), margin: mm(12), height: mm(210) },
};

export const plain: TextStyle = { size: 12 };
export const bold: TextStyle = { size: 12, weight: 'bold' };

/** One line of a slip; `right` stands at the right edge of the same line. A group is never torn apart by the end of a page. */
export type SlipText =
  | { readonly is: 'text'; readonly left: string; readonly right: string; readonly style: TextStyle }
  | { readonly is: 'rule' }
  | { readonly is: 'space'; readonly height: number }
  | { readonly is: 'qr'; readonly code: QrModules; readonly side: number }
  | { readonly is: 'signature'; readonly label: string; readonly drawn: DrawnSignature | null }
  | { readonly is: 'group'; readonly lines: readonly SlipText[] };

export const text = (left: string, style: TextStyle = plain, right = ''): SlipText => ({
  is: 'text',
  left,
  right,
  style,
});
export const centred = (words: string, size: number): SlipText =>
  text(words, { size, weight: 'bold', align: 'center' });
export const rule: SlipText = { is: 'rule' };
export const space = (height: number): SlipText => ({ is: 'space', height });
export const signature = (label: string, drawn: DrawnSignature | null): SlipText => ({
  is: 'signature',
  label,
  drawn,
});
export const group = (lines: readonly SlipText[]): SlipText => ({ is: 'group', lines });

export interface SlipSetting {
  readonly title: string;
  readonly practice: boolean;
  readonly printedAt: string;
  readonly paper?: SlipPaper;
}

/** Printers of receipts and readers of PDF both stop at a longest page; a longer slip goes on on the next. */
const longest = mm(2_000);
const signatureHeight = mm(16);
const footHeight = mm(5);

/** Opens a paper with each slip on pages of its own; those of a roll are all as long as the longest needs. */
export async function slipPaper(
  files: FontFiles,
  setting: SlipSetting,
  slips: readonly (readonly SlipText[])[],
  onPage: OnPage,
): Promise<Paper> {
  const sheet = sheets[setting.paper ?? 'roll-80'];
  const ruler = new Paper(files, { ...setting, width: sheet.width, height: mm(200) });
  const room = (sheet.height ?? longest) - 2 * sheet.margin - (sheet.height === null ? 0 : footHeight);
  const pagesOfSlips = slips.map((lines) => cut(ruler, sheet, lines, room));
  const height = sheet.height ?? Math.max(mm(80), ...heights(ruler, sheet, pagesOfSlips.flat()));
  const paper = new Paper(files, { ...setting, width: sheet.width, height });
  const total = pagesOfSlips.reduce((sum, pages) => sum + pages.length, 0);
  for (const pages of pagesOfSlips) {
    for (const [index, lines] of pages.entries()) {
      paper.addPage();
      drawAll(paper, sheet, lines, sheet.margin);
      if (sheet.height !== null) drawPageNumber(paper, sheet, index + 1, pages.length);
      await onPage(paper.pages, total);
    }
  }
  return paper;
}

function drawPageNumber(paper: Paper, sheet: Sheet, page: number, pages: number): void {
  const foot = paper.height - sheet.margin - footHeight + 4;
  const style = { size: 9, align: 'right' } as const;
  paper.text(`第 ${page} 页 / 共 ${pages} 页`, sheet.margin, foot, widthIn(sheet), style);
}

function cut(
  ruler: Paper,
  sheet: Sheet,
  lines: readonly SlipText[],
  room: number,
): readonly (readonly SlipText[])[] {
  const pages: SlipText[][] = [[]];
  let used = 0;
  for (const line of lines) {
    const height = heightOf(ruler, sheet, line);
    if (used + height > room && used > 0) {
      // A line that parts nothing any more.
      if (pages.at(-1)?.at(-1)?.is === 'rule') pages.at(-1)?.pop();
      pages.push([]);
      used = 0;
    }
    if (used === 0 && line.is === 'rule') continue;
    pages.at(-1)?.push(line);
    used += height;
  }
  return pages;
}

const widthIn = (sheet: Sheet): number => sheet.width - 2 * sheet.margin;

const heights = (paper: Paper, sheet: Sheet, pages: readonly (readonly SlipText[])[]): readonly number[] =>
  pages.map((lines) => heightOf(paper, sheet, group(lines)) + 2 * sheet.margin);

function leftWidth(paper: Paper, sheet: Sheet, right: string, style: TextStyle): number {
  return right === '' ? widthIn(sheet) : widthIn(sheet) - paper.textWidth(right, style) - 6;
}

function heightOf(paper: Paper, sheet: Sheet, line: SlipText): number {
  switch (line.is) {
    case 'rule':
      return 9;
    case 'space':
      return line.height;
    case 'qr':
      return line.side + 2 * quietZone(line.code, line.side);
    case 'signature':
      return signatureHeight;
    case 'group':
      return line.lines.reduce((sum, one) => sum + heightOf(paper, sheet, one), 0);
    case 'text':
      return paper.textHeight(line.left, leftWidth(paper, sheet, line.right, line.style), line.style);
  }
}

function drawAll(paper: Paper, sheet: Sheet, lines: readonly SlipText[], top: number): void {
  let y = top;
  for (const line of lines) {
    drawLine(paper, sheet, line, y);
    y += heightOf(paper, sheet, line);
  }
}

function drawLine(paper: Paper, sheet: Sheet, line: SlipText, y: number): void {
  const { margin } = sheet;
  const width = widthIn(sheet);
  switch (line.is) {
    case 'space':
      return;
    case 'rule':
      paper.rule(margin, y + 4.5, margin + width, y + 4.5);
      return;
    case 'group':
      drawAll(paper, sheet, line.lines, y);
      return;
    case 'qr':
      drawQr(paper, line.code, (sheet.width - line.side) / 2, y + quietZone(line.code, line.side), line.side);
      return;
    case 'signature':
      drawSignature(paper, sheet, line.label, line.drawn, y);
      return;
    case 'text':
      paper.text(line.left, margin, y, leftWidth(paper, sheet, line.right, line.style), line.style);
      if (line.right !== '') paper.text(line.right, margin, y, width, { ...line.style, align: 'right' });
  }
}

/** What was drawn stands on the line where a pen would have signed, as large as it fits. */
function drawSignature(
  paper: Paper,
  sheet: Sheet,
  label: string,
  drawn: DrawnSignature | null,
  y: number,
): void {
  const foot = y + signatureHeight - mm(2);
  const labelWidth = paper.textWidth(`${label}:`, plain);
  const left = sheet.margin + labelWidth + 4;
  const right = sheet.margin + widthIn(sheet);
  paper.text(`${label}:`, sheet.margin, foot - plain.size * 1.3, labelWidth + 1, plain);
  paper.rule(left, foot, right, foot);
  if (drawn !== null)
    drawStrokes(paper, drawn, { left, foot, width: right - left, height: signatureHeight - mm(3) });
}
