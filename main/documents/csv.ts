// A list of the screens as CSV for other programs: UTF-8 with its mark, CRLF, headings first, then one line a row and nothing
// else, so that it can be read again. Titles and totals stay on the paper and in the workbook; only the mark of an internal print
// stands before the headings, because a file travels further than the paper.
import type { RosterExportModel, TableCell, TableColumn, TableModel } from '../../db/contract/documents.ts';
import { internalLine } from './people-words.ts';
import { neutralise } from './workbook.ts';

/** Without it a spreadsheet program here reads the file as GBK. */
const byteOrderMark = '\uFEFF';

export function csvBytes(model: TableModel | RosterExportModel): Uint8Array {
  const lines = [
    ...('mark' in model ? [[internalLine(model)]] : []),
    ...(model.practice ? [['练习,不作数']] : []),
    model.columns.map((column) => neutralise(column.heading)),
    ...model.rows.map((cells) => model.columns.map((column, index) => csvCell(column, cells[index] ?? null))),
  ];
  const text = lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  return new TextEncoder().encode(byteOrderMark + text);
}

/** Numbers bare, amounts in yuan without thousands separators, an unknown amount as a word. */
function csvCell(column: TableColumn, cell: TableCell): string {
  if (typeof cell === 'string') return neutralise(cell);
  if (column.type === 'fen') return cell === null ? '未计价' : (cell / 100).toFixed(2);
  return cell === null ? '' : String(cell);
}

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
