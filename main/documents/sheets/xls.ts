// .xls of Excel 97 to 2003 and WPS, through the one library that still reads it.
import { CFB, read, set_cptable, utils } from '@e965/xlsx';
import type { CellObject, WorkBook } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { SheetChunk } from '../../../db/contract/documents.ts';
import { DocumentRefusal } from '../refusal.ts';
import { emptyCell, numberCell, SheetRows, textCell, tooLarge, type Cell } from './cells.ts';
import { dateCell, isDateFormat } from './dates.ts';

/** The library holds the whole book in memory. */
const mostBytes = 48 * 2 ** 20;

// Excel 95 books are written in the PC's own encoding, here mostly GBK.
set_cptable(codePages);

export function* readXls(bytes: Uint8Array): Generator<SheetChunk> {
  if (bytes.byteLength > mostBytes) throw tooLarge();
  checkContainer(bytes);
  const book = open(bytes);
  for (const name of book.SheetNames) yield* readTable(book, name);
}

/** Office keeps many things in this container, encrypted .xlsx among them. */
function checkContainer(bytes: Uint8Array): void {
  let names: readonly string[];
  try {
    names = (CFB as { read: (bytes: Uint8Array, options: object) => { FullPaths: readonly string[] } })
      .read(bytes, { type: 'array' })
      .FullPaths.map((path) => path.slice(path.lastIndexOf('/') + 1).toLowerCase());
  } catch {
    throw new DocumentRefusal('sheet-damaged');
  }
  if (names.includes('encryptedpackage')) throw new DocumentRefusal('sheet-encrypted');
  if (!names.includes('workbook') && !names.includes('book')) throw new DocumentRefusal('sheet-not-a-sheet');
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      codepage: 936,
    });
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new DocumentRefusal(locked ? 'sheet-encrypted' : 'sheet-damaged');
  }
}

function* readTable(book: WorkBook, name: string): Generator<SheetChunk> {
  const sheet = book.Sheets[name];
  const rows = new SheetRows(name);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const data = (sheet?.['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  for (const [index, cells] of data.entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      if (cell === undefined) continue;
      const { text, numeric } = cellOf(cell, date1904);
      rows.put(column, text, numeric);
    }
    rows.endRow(index);
    const chunk = rows.full ? rows.take({ done: index + 1, total: data.length }) : null;
    if (chunk) yield chunk;
  }
  const rest = rows.take({ done: data.length, total: data.length });
  if (rest) yield rest;
}

function cellOf(cell: CellObject, date1904: boolean): Cell {
  const { v: value } = cell;
  if (value === undefined) return emptyCell;
  if (cell.t === 'e') return textCell(utils.format_cell(cell));
  if (typeof value === 'boolean') return textCell(value ? 'TRUE' : 'FALSE');
  if (typeof value !== 'number') return textCell(String(value));
  return typeof cell.z === 'string' && isDateFormat(cell.z) ? dateCell(value, date1904) : numberCell(value);
}
