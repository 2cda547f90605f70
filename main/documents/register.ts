// Books and lists that go to paper and to a workbook alike: blocks of one table each, described once, drawn twice. Knows no kind of
// document; what the columns are and what ties is said by the file that describes the book.
import type { DocumentFrame, Fen } from '../../db/contract/documents.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { formatQuantity } from '../../db/domain/quantity.ts';
import { drawFlow, gap } from './flow.ts';
import type { OnPage, Section } from './flow.ts';
import { listSheet } from './list-columns.ts';
import { officeFrame, textBlock } from './office-page.ts';
import type { OfficeHead } from './office-page.ts';
import { mm } from './paper.ts';
import type { Paper } from './paper.ts';
import { notesSection, signatureLine, signatureSection } from './report-parts.ts';
import type { Signed } from './report-parts.ts';
import { fillWidth, table } from './table.ts';
import type { Column } from './table.ts';
import { bold, cell } from './workbook.ts';
import type { WorkbookSheet } from './workbook.ts';

/** Words, a count, an amount, or a quantity in smallest units. Words stand for what is unknown; nothing is guessed here. */
export type RegisterCell =
  | string
  | { readonly count: number }
  | { readonly fen: Fen }
  | { readonly quantity: number; readonly scale: number };

export interface RegisterRow {
  readonly cells: readonly RegisterCell[];
  readonly bold?: boolean;
}

export interface RegisterBlock {
  readonly title: string;
  /** Name of its sheet; what a spreadsheet allows, at most 31 characters. */
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly rows: readonly RegisterRow[];
  readonly notes: readonly string[];
}

/** A book has a head and signatures of its own; blocks of different books never share a page or a sheet. */
export interface Register {
  readonly head: OfficeHead;
  readonly blocks: readonly RegisterBlock[];
}

type Model = DocumentFrame & Signed;

const margin = mm(12);

export async function drawRegister(
  paper: Paper,
  model: Model,
  register: Register,
  onPage: OnPage,
): Promise<void> {
  const width = paper.width - 2 * margin;
  const sections = register.blocks.flatMap((block): readonly Section[] => [
    table(
      paper,
      { columns: fillWidth(block.columns, width), size: 9.5 },
      block.rows.map((row) => ({ cells: row.cells.map(cellText), bold: row.bold === true })),
      textBlock(paper, block.title, width, { size: 11, weight: 'bold' }, 2),
    ),
    ...notesSection(paper, block.notes, width),
    gap(8),
  ]);
  await drawFlow(
    paper,
    [...sections, ...signatureSection(paper, model, width)],
    officeFrame(paper, register.head, margin),
    onPage,
  );
}

export function registerSheets(model: Model, { head, blocks }: Register): readonly WorkbookSheet[] {
  return blocks.map((block) =>
    listSheet<RegisterRow>({
      name: block.sheet,
      title: head.title,
      practice: model.practice,
      above: [
        ...(head.mark === undefined ? [] : [head.mark]),
        ...head.under.map(([left, right]) => `${left}    ${right}`),
        block.title,
      ],
      columns: block.columns.map((column, index) => ({
        ...column,
        text: (row) => cellText(row.cells[index] ?? ''),
        sheet: (row) => sheetCell(row, row.cells[index] ?? ''),
      })),
      rows: block.rows,
      below: [...block.notes, signatureLine(model), head.foot],
    }),
  );
}

function cellText(value: RegisterCell): string {
  if (typeof value === 'string') return value;
  if ('fen' in value) return formatYuan(value.fen);
  return 'count' in value ? String(value.count) : formatQuantity(value.quantity, value.scale);
}

function sheetCell(row: RegisterRow, value: RegisterCell) {
  const plain = plainCell(value);
  return row.bold === true ? bold(plain) : plain;
}

function plainCell(value: RegisterCell) {
  if (typeof value === 'string') return cell.text(value);
  if ('fen' in value) return cell.fen(value.fen);
  return 'count' in value ? cell.number(value.count) : cell.quantity(value.quantity, value.scale);
}
