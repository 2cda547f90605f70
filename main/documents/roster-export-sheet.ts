// 名册导出 as a workbook, written row by row: a whole roster has hundreds of thousands of them. The mark stands above and below.
import type { RosterExportModel } from '../../db/contract/documents.ts';
import type { OnPage } from './flow.ts';
import { tableCell, totalRow } from './list-sheets.ts';
import { longWorkbook } from './long-workbook.ts';
import { internalLine, internalParts, maskWords } from './people-words.ts';
import { cell, titleRow, wordsRow } from './workbook.ts';
import type { SheetRow } from './workbook.ts';

export function rosterExportWorkbook(model: RosterExportModel, onRows: OnPage): Promise<Uint8Array> {
  const widths = model.columns.map((column) => (column.type === 'text' ? 18 : 13));
  const head = {
    name: '名册',
    widths,
    landscape: model.columns.length > 7,
    stickyRows: 0,
    rows: [
      titleRow(model.title, widths.length),
      ...(model.practice ? [wordsRow('练习,不作数', widths)] : []),
      wordsRow(internalLine(model), widths),
      wordsRow(maskWords(model.masked), widths),
      ...model.notes.map((note) => wordsRow(note, widths)),
      model.columns.map((column) => cell.heading(column.heading)),
    ],
  };
  return longWorkbook({ head, rows: rosterRows(model), count: model.rows.length }, onRows);
}

function* rosterRows(model: RosterExportModel): Generator<SheetRow> {
  for (const values of model.rows)
    yield model.columns.map((column, index) => tableCell(column, values[index] ?? null));
  if (model.totals !== null) yield totalRow(model.columns, model.totals);
  yield markRow(model);
}

/** One part a column: a long line in one narrow cell would make a row as high as the screen. */
function markRow(model: RosterExportModel): SheetRow {
  const parts = internalParts(model);
  const { length } = model.columns;
  const shown =
    parts.length <= length ? parts : [...parts.slice(0, length - 1), parts.slice(length - 1).join(' · ')];
  return shown.map((part) => cell.text(part));
}
