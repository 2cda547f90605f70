// .csv and tab-separated text as Chinese offices save it: UTF-8, UTF-16 with its mark, or GB18030.
import type { SheetTable } from '../../../db/contract/documents.ts';
import { DocumentRefusal } from '../refusal.ts';
import { SheetRows, textCell } from './cells.ts';

export function readCsv(bytes: Uint8Array): readonly SheetTable[] {
  return [parse(decode(bytes))];
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

/** Strict in every encoding: a letter that cannot be read stops the reading instead of becoming a question mark. */
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return tryDecode(bytes, 'utf-16le') ?? refuseEncoding();
  if (startsWith(bytes, [0xfe, 0xff])) return tryDecode(bytes, 'utf-16be') ?? refuseEncoding();
  if (bytes.includes(0)) throw new DocumentRefusal('sheet-not-a-sheet');
  return tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030') ?? refuseEncoding();
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refuseEncoding(): never {
  throw new DocumentRefusal('sheet-encoding');
}

/** The mark that cuts the first written line into most pieces. */
function delimiterOf(text: string): string {
  const line =
    text
      .slice(0, 20_000)
      .split(/\r\n|\r|\n/)
      .find((candidate) => /[,\t;]/.test(candidate)) ?? '';
  const count = (mark: string): number => line.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Quoted fields may hold delimiters, line ends and doubled quotes. */
function parse(text: string): SheetTable {
  const delimiter = delimiterOf(text);
  const fieldEnd = new RegExp(`[${delimiter}\r\n]`, 'g');
  const rows = new SheetRows();
  let row = 0;
  let column = 0;
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at, fieldEnd);
    rows.put(column, textCell(field.value));
    at = field.end;
    if (text[at] === delimiter) {
      column += 1;
      at += 1;
      continue;
    }
    if (at < text.length && text[at] !== '\r' && text[at] !== '\n')
      throw new DocumentRefusal('sheet-damaged');
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rows.endRow(row);
    row += 1;
    column = 0;
  }
  rows.endRow(row);
  return rows.table('');
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function plain(text: string, from: number, fieldEnd: RegExp): Field {
  fieldEnd.lastIndex = from;
  const end = fieldEnd.exec(text)?.index ?? text.length;
  return { value: text.slice(from, end), end };
}

function quoted(text: string, from: number): Field {
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) throw new DocumentRefusal('sheet-damaged');
  return { value: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 };
}
