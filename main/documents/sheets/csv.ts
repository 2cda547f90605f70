// .csv and tab-separated text as Chinese offices save it: UTF-8, UTF-16 with its mark, or GB18030. Read piece by piece: the text
// of a whole county would take more memory than everything else.
import { isUtf8 } from 'node:buffer';
import type { SheetChunk } from '../../../db/contract/documents.ts';
import { DocumentRefusal } from '../refusal.ts';
import { limits, SheetRows, tooLarge } from './cells.ts';

const pieceBytes = 2 ** 18;
/** A row that does not end within so many characters never ends: a quote was left open. */
const longestRow = 8 * limits.cellCharacters;

export function* readCsv(bytes: Uint8Array): Generator<SheetChunk> {
  const rows = new SheetRows('');
  const total = bytes.byteLength;
  let parser: CsvParser | null = null;
  let done = 0;
  for (const text of decoded(bytes)) {
    done = Math.min(done + pieceBytes, total);
    parser ??= new CsvParser(rows, delimiterOf(text));
    parser.read(text, done === total);
    const chunk = rows.full ? rows.take({ done, total }) : null;
    if (chunk) yield chunk;
  }
  const rest = rows.take({ done, total });
  if (rest) yield rest;
}

/** Strict in every encoding: a letter that cannot be read stops the reading instead of becoming a question mark. */
function* decoded(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let from = 0; from < bytes.byteLength; from += pieceBytes) {
    const piece = bytes.subarray(from, from + pieceBytes);
    try {
      yield decoder.decode(piece, { stream: from + pieceBytes < bytes.byteLength });
    } catch {
      throw new DocumentRefusal('sheet-encoding');
    }
  }
}

function encodingOf(bytes: Uint8Array): string {
  const startsWith = (...mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  if (startsWith(0xff, 0xfe)) return 'utf-16le';
  if (startsWith(0xfe, 0xff)) return 'utf-16be';
  if (bytes.includes(0)) throw new DocumentRefusal('sheet-not-a-sheet');
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
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

interface Field {
  readonly value: string;
  readonly end: number;
}

/** Quoted fields may hold delimiters, line ends and doubled quotes. */
class CsvParser {
  readonly #rows: SheetRows;
  readonly #delimiter: string;
  readonly #fieldEnd: RegExp;
  /** The beginning of a row whose end has not been seen. */
  #rest = '';
  #row = 0;

  constructor(rows: SheetRows, delimiter: string) {
    this.#rows = rows;
    this.#delimiter = delimiter;
    this.#fieldEnd = new RegExp(`[${delimiter}\r\n]`, 'g');
  }

  read(piece: string, last: boolean): void {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = this.#readRow(text, at, last);
      if (next === null) break;
      at = next;
      this.#rows.endRow(this.#row);
      this.#row += 1;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestRow) throw tooLarge();
  }

  /** Where the next row begins; null when this one goes on in the next piece. */
  #readRow(text: string, from: number, last: boolean): number | null {
    let column = 0;
    let at = from;
    for (;;) {
      const field = text[at] === '"' ? quoted(text, at) : this.#plain(text, at);
      // Also a quote or a CR at the very end: what follows decides what it means.
      if (!last && (field === null || field.end + 1 >= text.length)) {
        this.#rows.dropRow();
        return null;
      }
      if (field === null) throw new DocumentRefusal('sheet-damaged');
      this.#rows.put(column, field.value, false);
      at = field.end;
      if (at >= text.length) return at;
      if (text[at] === this.#delimiter) {
        column += 1;
        at += 1;
        continue;
      }
      if (text[at] !== '\r' && text[at] !== '\n') throw new DocumentRefusal('sheet-damaged');
      return at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);
    }
  }

  #plain(text: string, from: number): Field {
    this.#fieldEnd.lastIndex = from;
    const end = this.#fieldEnd.exec(text)?.index ?? text.length;
    return { value: text.slice(from, end), end };
  }
}

function quoted(text: string, from: number): Field | null {
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return null;
  return { value: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 };
}
