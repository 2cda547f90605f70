// Ruled tables: columns of fixed width, grouped headings, rows that grow with their text. Draws nothing but tables.
import type { Block, TableSection } from './flow.ts';
import type { Paper, TextStyle } from './paper.ts';

export interface Column {
  readonly heading: string;
  /** Neighbouring columns of one group share a heading above their own. */
  readonly group?: string;
  /** Points. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** One text over the whole row, or one for each of the row's parts (本月 above 本年累计). */
export type CellText = string | readonly string[];

export interface BodyRow {
  readonly cells: readonly CellText[];
  readonly bold?: boolean;
}

export interface TableSetting {
  readonly columns: readonly Column[];
  readonly size: number;
  readonly headSize?: number;
  /** Room to write by hand. */
  readonly leastRowHeight?: number;
}

const padX = 2.5;
const padY = 2.2;

/** Widens columns in proportion so that they fill `width`. */
export function fillWidth(columns: readonly Column[], width: number): readonly Column[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  return columns.map((column) => ({ ...column, width: (column.width * width) / sum }));
}

export function table(
  paper: Paper,
  setting: TableSetting,
  rows: readonly BodyRow[],
  title: Block | null = null,
): TableSection {
  return { title, head: headBlock(paper, setting), rows: rows.map((row) => rowBlock(paper, setting, row)) };
}

function headBlock(paper: Paper, setting: TableSetting): Block {
  const { columns } = setting;
  const style: TextStyle = { size: setting.headSize ?? setting.size, weight: 'bold', align: 'center' };
  const grouped = columns.some((column) => column.group !== undefined);
  const lineHeight = style.size * 1.36;
  const own =
    Math.max(...columns.map((c) => paper.textHeight(c.heading, c.width - 2 * padX, style))) + 2 * padY;
  const above = grouped ? lineHeight + 2 * padY : 0;
  const height = own + above;
  return {
    height,
    draw: (x, y) => {
      let left = x;
      if (!paper.practice) paper.fill(x, y, totalWidth(columns), height, '#F0F0F0');
      for (const [index, column] of columns.entries()) {
        const top = column.group === undefined ? y : y + above;
        drawCell(paper, column.heading, left, top, column.width, y + height - top, style);
        if (column.group !== undefined && columns[index - 1]?.group !== column.group) {
          drawCell(paper, column.group, left, y, groupWidth(columns, index), above, style);
        }
        left += column.width;
      }
    },
  };
}

function rowBlock(paper: Paper, setting: TableSetting, row: BodyRow): Block {
  const weight = row.bold === true ? 'bold' : 'regular';
  const parts = Math.max(1, ...row.cells.map((cell) => (typeof cell === 'string' ? 1 : cell.length)));
  const styles = setting.columns.map((column): TextStyle => ({
    size: setting.size,
    weight,
    align: column.align ?? 'left',
  }));
  const heights = setting.columns.map((column, index) => {
    const cell = row.cells[index] ?? '';
    const style = styles[index] ?? { size: setting.size };
    const texts = typeof cell === 'string' ? [cell] : cell;
    const width = column.width - 2 * padX;
    const tallest = Math.max(
      ...texts.map((text) => paper.textHeight(text, width, cellStyle(paper, text, width, style))),
    );
    return (tallest + 2 * padY) * (typeof cell === 'string' ? 1 : parts);
  });
  const height = Math.max(setting.leastRowHeight ?? 0, ...heights);
  return {
    height,
    draw: (x, y) => {
      let left = x;
      for (const [index, column] of setting.columns.entries()) {
        const cell = row.cells[index] ?? '';
        const style = styles[index] ?? { size: setting.size };
        const texts = typeof cell === 'string' ? [cell] : cell;
        const each = height / texts.length;
        for (const [part, text] of texts.entries()) {
          drawCell(paper, text, left, y + part * each, column.width, each, style);
        }
        left += column.width;
      }
    },
  };
}

/** A figure, date or code is made smaller rather than broken: 2026-05- / 04 is read as two things. */
function cellStyle(paper: Paper, text: string, width: number, style: TextStyle): TextStyle {
  return /^[\x21-\x7e]+$/.test(text) ? paper.fit(text, width, 1, style, 5) : style;
}

function drawCell(
  paper: Paper,
  text: string,
  x: number,
  y: number,
  w: number,
  h: number,
  style: TextStyle,
): void {
  paper.box(x, y, w, h);
  if (text === '') return;
  const fitted = cellStyle(paper, text, w - 2 * padX, style);
  const used = paper.textHeight(text, w - 2 * padX, fitted);
  paper.text(text, x + padX, y + (h - used) / 2, w - 2 * padX, fitted);
}

function totalWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}

function groupWidth(columns: readonly Column[], from: number): number {
  const group = columns[from]?.group;
  let sum = 0;
  for (let index = from; columns[index]?.group === group && index < columns.length; index += 1) {
    sum += columns[index]?.width ?? 0;
  }
  return sum;
}
