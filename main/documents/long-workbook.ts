// A sheet too long to be held as cells: its head is made like every other workbook, its rows are written into it as
// they come. Text goes through the same neutralising as everywhere, because cells are made by workbook.ts alone.
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import type { OnPage } from './flow.ts';
import { bold, cell, workbook } from './workbook.ts';
import type { SheetRow, WorkbookSheet } from './workbook.ts';

export interface LongSheet {
  /** What stands above; merged cells and heights only here. */
  readonly head: WorkbookSheet;
  /** One line each, made of `cell` and `bold`. */
  readonly rows: Iterable<SheetRow>;
  readonly count: number;
}

/** Rows between two turns for others. */
const rowsATurn = 500;
const sheetFile = 'xl/worksheets/sheet1.xml';

type Cell = NonNullable<SheetRow[number]>;

/** One cell of every look a long row may use; the library gives each look its number. */
const plain: readonly Cell[] = [cell.text('x'), cell.number(1), cell.fen(1), cell.fen(null)];
const palette: readonly Cell[] = [...plain, ...plain.map(bold)];

const lookOf = (c: Cell): string =>
  [c.type === Number ? 'number' : 'text', c.align ?? '', c.fontWeight ?? '', c.format ?? ''].join('|');

/** Reports rows done; refuses 'cancelled' through `onRows`. */
export async function longWorkbook(sheet: LongSheet, onRows: OnPage): Promise<Uint8Array> {
  const files = unzipSync(await workbook([{ ...sheet.head, rows: [...sheet.head.rows, palette] }]));
  const { before, after, looks } = openSheet(strFromU8(files[sheetFile] ?? new Uint8Array()));
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  const add = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    return file;
  };
  for (const [name, bytes] of Object.entries(files)) if (name !== sheetFile) add(name).push(bytes, true);
  const out = add(sheetFile);
  out.push(strToU8(before));
  let number = sheet.head.rows.length;
  let text = '';
  let done = 0;
  for (const row of sheet.rows) {
    number += 1;
    done += 1;
    text += rowXml(row, number, looks);
    if (done % rowsATurn !== 0) continue;
    out.push(strToU8(text));
    text = '';
    await onRows(done, sheet.count);
  }
  out.push(strToU8(text + after), true);
  zip.end();
  return joined(chunks);
}

interface OpenSheet {
  readonly before: string;
  readonly after: string;
  /** The library's number of each look. */
  readonly looks: ReadonlyMap<string, string>;
}

/** Takes the palette out again: the last row, whose cells say which number each look has. */
function openSheet(xml: string): OpenSheet {
  const end = xml.indexOf('</sheetData>');
  const start = xml.lastIndexOf('<row ', end);
  const numbers = [...xml.slice(start, end).matchAll(/<c [^>]*\bs="(\d+)"/g)].map((match) => match[1] ?? '');
  if (numbers.length !== palette.length) throw new Error('the sheet has no palette');
  const looks = new Map(palette.map((c, index) => [lookOf(c), numbers[index] ?? '']));
  return { before: xml.slice(0, start), after: xml.slice(end), looks };
}

function rowXml(row: SheetRow, number: number, looks: OpenSheet['looks']): string {
  let xml = `<row r="${number}">`;
  for (const [index, c] of row.entries()) {
    if (c === null) continue;
    const look = looks.get(lookOf(c));
    if (look === undefined) throw new Error('a look the palette has not');
    const at = `<c r="${columnLetters(index)}${number}" s="${look}"`;
    if (c.value === '' || c.value === undefined) xml += `${at}/>`;
    else if (typeof c.value === 'number') xml += `${at}><v>${c.value}</v></c>`;
    else xml += `${at} t="inlineStr"><is><t xml:space="preserve">${escaped(String(c.value))}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** 0 = A, 25 = Z, 26 = AA. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
