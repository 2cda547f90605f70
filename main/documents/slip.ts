// Papers on an 80 mm roll: lines of text one under the other, as long as they need. Read without glasses: 12 pt.
import type { FontFiles } from './fonts.ts';
import { mm, Paper } from './paper.ts';
import type { TextStyle } from './paper.ts';

const rollWidth = mm(80);
const margin = mm(4);
const width = rollWidth - 2 * margin;
export const plain: TextStyle = { size: 12 };
export const bold: TextStyle = { size: 12, weight: 'bold' };

/** One line of a slip; `right` stands at the right edge of the same line. */
export type SlipText =
  | { readonly is: 'text'; readonly left: string; readonly right: string; readonly style: TextStyle }
  | { readonly is: 'rule' }
  | { readonly is: 'space'; readonly height: number };

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

export interface SlipSetting {
  readonly title: string;
  readonly practice: boolean;
  readonly printedAt: string;
}

/** Printers of receipts and readers of PDF both stop at a longest page; a longer slip goes on on the next. */
const longest = mm(2_000);

/** Opens a paper with each slip on a page of its own, all pages as long as the longest needs. */
export function slipPaper(
  files: FontFiles,
  setting: SlipSetting,
  slips: readonly (readonly SlipText[])[],
): Paper {
  const ruler = new Paper(files, { ...setting, width: rollWidth, height: mm(200) });
  const pages = slips.flatMap((lines) => cut(ruler, lines));
  const heights = pages.map((lines) => heightOfAll(ruler, lines) + 2 * margin);
  const paper = new Paper(files, { ...setting, width: rollWidth, height: Math.max(mm(80), ...heights) });
  for (const lines of pages) {
    paper.addPage();
    let y = margin;
    for (const line of lines) {
      drawLine(paper, line, y);
      y += heightOf(paper, line);
    }
  }
  return paper;
}

function cut(ruler: Paper, lines: readonly SlipText[]): readonly (readonly SlipText[])[] {
  const pages: SlipText[][] = [[]];
  let used = 0;
  for (const line of lines) {
    const height = heightOf(ruler, line);
    if (used + height > longest - 2 * margin) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += height;
  }
  return pages;
}

const heightOfAll = (paper: Paper, lines: readonly SlipText[]): number =>
  lines.reduce((sum, line) => sum + heightOf(paper, line), 0);

function leftWidth(paper: Paper, right: string, style: TextStyle): number {
  return right === '' ? width : width - paper.textWidth(right, style) - 6;
}

function heightOf(paper: Paper, line: SlipText): number {
  switch (line.is) {
    case 'rule':
      return 9;
    case 'space':
      return line.height;
    case 'text':
      return paper.textHeight(line.left, leftWidth(paper, line.right, line.style), line.style);
  }
}

function drawLine(paper: Paper, line: SlipText, y: number): void {
  if (line.is === 'rule') paper.rule(margin, y + 4.5, margin + width, y + 4.5);
  if (line.is !== 'text') return;
  paper.text(line.left, margin, y, leftWidth(paper, line.right, line.style), line.style);
  if (line.right !== '') paper.text(line.right, margin, y, width, { ...line.style, align: 'right' });
}
