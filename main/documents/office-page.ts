// What every A4 office paper shares: title, the lines under it, the foot with page n/N and print time, fill-in grids.
import type { DocumentModel } from '../../db/contract/documents.ts';
import type { Block, PageFrame } from './flow.ts';
import { mm } from './paper.ts';
import type { Paper, TextStyle } from './paper.ts';
import { beijing, reprintWords } from './words.ts';

export const bodySize = 10.5;
const footHeight = mm(8);

export interface OfficeHead {
  readonly title: string;
  /** Small line over the title, right: which copy, 补打. */
  readonly corner?: string;
  /** Small line over the title, left: whose internal print it is. */
  readonly mark?: string;
  /** Lines under the title: left and right text. */
  readonly under: readonly (readonly [left: string, right: string])[];
  /** Foot, left of the page number. */
  readonly foot: string;
}

/** Page head and foot with the room between them, `margin` points from the paper's edges. */
export function officeFrame(paper: Paper, head: OfficeHead, margin: number): PageFrame {
  const width = paper.width - 2 * margin;
  const underHeights = head.under.map(([left, right]) => underHeight(paper, left, right, width));
  const titleTop = margin + 13;
  // A long title is made smaller first, then it takes two lines.
  const titleStyle = paper.fit(head.title, width, 1, { size: 16, weight: 'bold', align: 'center' }, 12);
  const underTop = titleTop + Math.max(28, paper.textHeight(head.title, width, titleStyle) + 6);
  const top = underTop + underHeights.reduce((sum, height) => sum + height, 0) + 3;
  const bottom = paper.height - margin - footHeight;
  const small: TextStyle = { size: 9 };
  return {
    left: margin,
    top,
    bottom,
    drawHead: () => {
      if (head.mark !== undefined) {
        paper.text(head.mark, margin, margin, width, { size: 8.5, color: '#6B6B6B' });
      }
      if (head.corner !== undefined) {
        paper.text(head.corner, margin, margin, width, { size: 9.5, weight: 'bold', align: 'right' });
      }
      paper.text(head.title, margin, titleTop, width, titleStyle);
      let y = underTop;
      for (const [index, [left, right]] of head.under.entries()) {
        drawUnder(paper, left, right, margin, y, width);
        y += underHeights[index] ?? 0;
      }
    },
    drawFoot: (page, pages) => {
      const y = bottom + footHeight - 13;
      paper.rule(margin, y - 3, margin + width, y - 3, 0.4, '#888888');
      paper.text(head.foot, margin, y, width - 80, small);
      paper.text(`第 ${page} 页 / 共 ${pages} 页`, margin, y, width, { ...small, align: 'right' });
    },
  };
}

const underStyle: TextStyle = { size: bodySize };

function underHeight(paper: Paper, left: string, right: string, width: number): number {
  const rightWidth = paper.textWidth(right, underStyle);
  return paper.textHeight(left, width - rightWidth - 10, underStyle) + 2;
}

function drawUnder(paper: Paper, left: string, right: string, x: number, y: number, width: number): void {
  const rightWidth = paper.textWidth(right, underStyle);
  paper.text(left, x, y, width - rightWidth - 10, underStyle);
  paper.text(right, x, y, width, { ...underStyle, align: 'right' });
}

/** 打印时间, operator and shop, as on every paper's foot. */
export function printedLine(model: DocumentModel): string {
  const reprint = 'reprint' in model ? reprintWords(model.reprint) : '';
  const parts = [`打印时间 ${beijing(model.printedAt)}`, `打印人 ${model.operator}`, reprint];
  return parts.filter((part) => part !== '').join('  ');
}

export interface GridCell {
  readonly text: string;
  /** Share of the row's width. */
  readonly share: number;
  readonly label?: boolean;
  readonly weight?: 'regular' | 'bold';
  readonly align?: 'left' | 'center' | 'right';
}

/** One ruled row of labels and contents. */
export function gridRow(
  paper: Paper,
  width: number,
  cells: readonly GridCell[],
  least = 20,
  size = bodySize,
): Block {
  const shares = cells.reduce((sum, cell) => sum + cell.share, 0);
  const sized = cells.map((cell) => {
    const style: TextStyle = {
      size,
      weight: cell.weight ?? 'regular',
      align: cell.align ?? (cell.label === true ? 'center' : 'left'),
    };
    return { cell, style, width: (width * cell.share) / shares };
  });
  const heights = sized.map((s) => paper.textHeight(s.cell.text, s.width - 8, s.style) + 6);
  const height = Math.max(least, ...heights);
  return {
    height,
    draw: (x, y) => {
      let left = x;
      for (const [index, s] of sized.entries()) {
        if (s.cell.label === true && !paper.practice) paper.fill(left, y, s.width, height, '#F3F3F3');
        paper.box(left, y, s.width, height);
        const used = (heights[index] ?? 0) - 6;
        paper.text(s.cell.text, left + 4, y + (height - used) / 2, s.width - 8, s.style);
        left += s.width;
      }
    },
  };
}

export function textBlock(paper: Paper, text: string, width: number, style: TextStyle, before = 3): Block {
  return {
    height: paper.textHeight(text, width, style) + before,
    draw: (x, y) => {
      paper.text(text, x, y + before, width, style);
    },
  };
}

/** Places to sign side by side: a label, and a line or the name already known. */
export function signatureRow(
  paper: Paper,
  width: number,
  places: readonly (readonly [label: string, name: string | null])[],
  height = 30,
): Block {
  const each = width / places.length;
  return {
    height,
    draw: (x, y) => {
      for (const [index, [label, name]] of places.entries()) {
        const left = x + index * each;
        const foot = y + height - 6;
        const labelWidth = paper.textWidth(`${label}:`, { size: bodySize });
        paper.text(`${label}:`, left, foot - bodySize - 3, labelWidth + 1, { size: bodySize });
        if (name !== null) {
          const room = each - labelWidth - 8;
          const style = paper.fit(name, room, 1, { size: bodySize }, 6);
          paper.text(name, left + labelWidth + 3, foot - bodySize - 3, room, style);
        }
        paper.rule(left + labelWidth + 2, foot + 1, left + each - 8, foot + 1);
      }
    },
  };
}
