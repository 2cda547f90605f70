// .xlsx, read row by row: shared and inline strings, dates by their format, formulas by the value they were saved with.
import type { SheetChunk } from '../../../db/contract/documents.ts';
import { DocumentRefusal } from '../refusal.ts';
import { openArchive } from './archive.ts';
import type { Archive } from './archive.ts';
import { emptyCell, numberCell, SheetRows, textCell, type Cell } from './cells.ts';
import { dateCell, isBuiltInDateFormat, isDateFormat } from './dates.ts';
import { SharedStrings } from './shared-strings.ts';
import { readXml, xmlSteps, type XmlHandlers } from './xml.ts';

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  readonly date1904: boolean;
}

interface Context {
  readonly strings: SharedStrings;
  /** Whether the cell format with this index shows a date. */
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

/** Every sheet with rows, in the order of the workbook. */
export async function* readXlsx(bytes: Uint8Array): AsyncGenerator<SheetChunk> {
  const archive = await openArchive(bytes);
  if (!archive.has('xl/workbook.xml')) throw new DocumentRefusal('sheet-not-a-sheet');
  const workbook = await readWorkbook(archive);
  const targets = await readRelations(archive);
  const context: Context = {
    strings: await readSharedStrings(archive),
    dateStyles: await readDateStyles(archive),
    date1904: workbook.date1904,
  };
  for (const { name, relation } of workbook.sheets) {
    const target = targets.get(relation);
    // Charts and macro sheets are parts of other kinds and hold no rows.
    if (target?.includes('worksheets/') === true) yield* readTable(archive, target, name, context);
  }
}

async function readWorkbook(archive: Archive): Promise<Workbook> {
  const sheets: { name: string; relation: string }[] = [];
  let date1904 = false;
  await readXml(archive.open('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet')
        sheets.push({
          name: attributes['name'] ?? '',
          relation: attributes['r:id'] ?? relationOf(attributes),
        });
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  return { sheets, date1904 };
}

/** Some programs name the relationship attribute with another prefix. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

async function readRelations(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  const part = 'xl/_rels/workbook.xml.rels';
  if (!archive.has(part)) throw new DocumentRefusal('sheet-damaged');
  await readXml(archive.open(part), {
    open: (name, attributes) => {
      const target = attributes['Target'] ?? '';
      if (name !== 'Relationship') return;
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

/** Text between t elements; phonetic hints (rPh) are not part of the text. */
async function readSharedStrings(archive: Archive): Promise<SharedStrings> {
  const strings = new SharedStrings();
  const part = archive.names.find((name) => name.toLowerCase() === 'xl/sharedstrings.xml');
  if (part === undefined) return strings;
  let text = '';
  let phonetic = false;
  let inText = false;
  await readXml(archive.open(part), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}

/** `_x000D_` in a stored text stands for the character of that code. */
function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

async function readDateStyles(archive: Archive): Promise<readonly boolean[]> {
  if (!archive.has('xl/styles.xml')) return [];
  const custom = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  await readXml(archive.open('xl/styles.xml'), {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') custom.set(id, attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const format = custom.get(id);
      styles.push(format === undefined ? isBuiltInDateFormat(id) : isDateFormat(format));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

async function* readTable(
  archive: Archive,
  part: string,
  name: string,
  context: Context,
): AsyncGenerator<SheetChunk> {
  const rows = new SheetRows(name);
  const total = archive.sizeOf(part);
  let done = 0;
  for await (const bytes of xmlSteps(archive.open(part), rowReader(rows, context))) {
    done += bytes;
    const chunk = rows.full ? rows.take({ done, total }) : null;
    if (chunk) yield chunk;
  }
  const rest = rows.take({ done: total, total });
  if (rest) yield rest;
}

function rowReader(rows: SheetRows, context: Context): XmlHandlers {
  let row = -1;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let reading = false;
  return {
    open: (tag, attributes) => {
      if (tag === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
        column = -1;
      } else if (tag === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        value = '';
      }
      // v holds the value, t the text of an inline string; f, the formula, is passed over.
      reading = tag === 'v' || (tag === 't' && type === 'inlineStr');
    },
    text: (piece) => {
      if (reading) value += piece;
    },
    close: (tag) => {
      reading = false;
      if (tag === 'c') {
        const { text, numeric } = cellOf(type, value, style, context);
        rows.put(column, text, numeric);
      }
      if (tag === 'row') rows.endRow(row);
    },
  };
}

/** 'BC12' is column 54, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
  }
  if (column === 0) throw new DocumentRefusal('sheet-damaged');
  return column - 1;
}

function cellOf(type: string, value: string, style: number, context: Context): Cell {
  switch (value === '' ? '' : type) {
    case '':
      return emptyCell;
    case 's':
      return textCell(context.strings.at(Number(value)));
    case 'b':
      return textCell(value === '1' ? 'TRUE' : 'FALSE');
    case 'n': {
      const number = Number(value);
      if (!Number.isFinite(number)) throw new DocumentRefusal('sheet-damaged');
      return context.dateStyles[style] === true ? dateCell(number, context.date1904) : numberCell(number);
    }
    // Inline text, a formula's text, an error word, an ISO date.
    default:
      return textCell(unescapeText(value));
  }
}
