// Files nobody should be able to hurt us with: each is refused by its own code, fast, and nothing half-read comes out.
import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { DocumentRefusalCode } from '../../db/contract/documents.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { workbookParts, zip } from './hand-made-zip.ts';
import type { ZipPart } from './hand-made-zip.ts';
import { readTables } from '../helpers/read-tables.ts';

const service = createDocumentsService();
const row = '<row><c t="inlineStr"><is><t>王</t></is></c></row>';
const [book, relations, sheet] = workbookParts(row) as [ZipPart, ZipPart, ZipPart];
const roster = readFileSync(new URL('../fixtures/sample/roster.xlsx', import.meta.url));

async function refusal(bytes: Uint8Array): Promise<DocumentRefusalCode | 'read'> {
  try {
    await readTables(service, { name: 'x.xlsx', bytes });
    return 'read';
  } catch (error) {
    return (error as { code: DocumentRefusalCode }).code;
  }
}

const zeros = new Uint8Array(20 * 2 ** 20);

describe('ZIP bombs', () => {
  const bombs: readonly (readonly [string, () => Uint8Array])[] = [
    [
      'one entry packed a thousandfold',
      () => zip([book, relations, sheet, { name: 'xl/media/a.bin', data: zeros }]),
    ],
    [
      'an entry said to be larger than we read',
      () => zip([book, relations, { ...sheet, claims: { size: 129 * 2 ** 20 } }]),
    ],
    [
      'entries that are too large together',
      () =>
        zip([
          book,
          relations,
          sheet,
          ...['a', 'b', 'c', 'd'].map((name) => ({
            name,
            data: 'x',
            claims: { size: 60 * 2 ** 20, packed: 2 ** 20 },
          })),
        ]),
    ],
    [
      'a directory that says less than is there',
      () => zip([book, relations, { ...sheet, data: zeros, claims: { size: 100 } }]),
    ],
    [
      'two names for the same data',
      () => zip([book, relations, sheet, { name: 'b', data: sheet.data, claims: { sameDataAs: 2 } }]),
    ],
    [
      'too many entries',
      () =>
        zip([
          book,
          relations,
          sheet,
          ...Array.from({ length: 2_001 }, (_, i) => ({ name: `n${i}`, data: '' })),
        ]),
    ],
  ];

  it.each(bombs)('refuses %s within a second', async (_, make) => {
    const bytes = make();
    const started = performance.now();
    expect(await refusal(bytes)).toBe('sheet-bomb');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('lets the honest file of the same shape in', async () => {
    expect(await refusal(zip([book, relations, sheet]))).toBe('read');
  });
});

describe('damaged and foreign files', () => {
  const cut = (bytes: Uint8Array, length: number): Uint8Array => bytes.slice(0, length);
  const encrypted = (stream: string): Uint8Array => {
    const container = CFB as {
      utils: { cfb_new: () => object; cfb_add: (cfb: object, name: string, content: Uint8Array) => void };
      write: (cfb: object, options: object) => Uint8Array;
    };
    const cfb = container.utils.cfb_new();
    container.utils.cfb_add(cfb, `/${stream}`, new Uint8Array(600));
    return new Uint8Array(container.write(cfb, { type: 'buffer' }));
  };
  const xml = (sheetData: string): Uint8Array => zip(workbookParts(sheetData));
  const laughing = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>`;

  const files: readonly (readonly [string, DocumentRefusalCode, () => Uint8Array])[] = [
    ['no bytes', 'sheet-empty', () => new Uint8Array(0)],
    ['a workbook without a filled cell', 'sheet-empty', () => xml('<row><c><v></v></c></row>')],
    ['a .csv of empty lines', 'sheet-empty', () => Buffer.from('\r\n,,\r\n')],
    ['a .xlsx cut in half', 'sheet-damaged', () => cut(roster, roster.length / 2)],
    ['broken XML', 'sheet-damaged', () => xml('<row><c>')],
    [
      'a document type with entities',
      'sheet-damaged',
      () => zip([book, relations, { ...sheet, data: laughing }]),
    ],
    [
      'a document type alone',
      'sheet-damaged',
      () => zip([book, relations, { ...sheet, data: `<!DOCTYPE w>${sheet.data.toString()}` }]),
    ],
    [
      'rows out of order',
      'sheet-damaged',
      () => xml('<row r="9"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'),
    ],
    ['a part that is missing', 'sheet-damaged', () => zip([book, relations])],
    ['a quote that never closes', 'sheet-damaged', () => Buffer.from('a,b\n"c,d\ne,f')],
    ['a row beyond the limit', 'sheet-too-large', () => xml('<row r="1048576"><c><v>1</v></c></row>')],
    ['a column beyond the limit', 'sheet-too-large', () => xml('<row r="1"><c r="XFD1"><v>1</v></c></row>')],
    ['an encrypted .xlsx', 'sheet-encrypted', () => encrypted('EncryptedPackage')],
    [
      'an encrypted entry',
      'sheet-encrypted',
      () => zip([book, relations, { ...sheet, claims: { flags: 1 } }]),
    ],
    ['a Word file', 'sheet-not-a-sheet', () => zip([{ name: 'word/document.xml', data: '<w/>' }])],
    ['an old Word file', 'sheet-not-a-sheet', () => encrypted('WordDocument')],
    ['a PDF', 'sheet-not-a-sheet', () => Buffer.from('%PDF-1.7 ...')],
    [
      'a web page named .xls',
      'sheet-not-a-sheet',
      () => Buffer.from('\uFEFF<html><table><tr><td>1</td></tr></table>'),
    ],
    ['a picture', 'sheet-not-a-sheet', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['letters in no known encoding', 'sheet-encoding', () => Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a])],
  ];

  it.each(files)('%s: %s', async (_, code, make) => {
    expect(await refusal(new Uint8Array(make()))).toBe(code);
  });

  it('a .xlsx with one bit flipped anywhere is refused or reads the same', async () => {
    const read = async (bytes: Uint8Array) => (await readTables(service, { name: 'x', bytes })).tables;
    const truth = await read(new Uint8Array(roster));
    let refused = 0;
    for (let at = 7; at < roster.length; at += Math.floor(roster.length / 40)) {
      const bytes = new Uint8Array(roster);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      const code = await refusal(bytes);
      if (code === 'read') expect(await read(bytes)).toEqual(truth);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(20);
  });

  it('an old .xls with bytes flipped is refused or read, never a crash', async () => {
    const xls = readFileSync(new URL('../fixtures/sample/roster.xls', import.meta.url));
    for (let seed = 1; seed <= 6; seed += 1) {
      const bytes = new Uint8Array(xls);
      for (let i = 0; i < 300; i += 1) bytes[(seed * 104_729 + i * 7_919) % bytes.length] = (seed * i) & 0xff;
      expect([
        'read',
        'sheet-damaged',
        'sheet-empty',
        'sheet-encrypted',
        'sheet-not-a-sheet',
        'sheet-too-large',
      ]).toContain(await refusal(bytes));
    }
  });
});
