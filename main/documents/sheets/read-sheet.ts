// Reads any sheet a user may choose into rows of cells. The format is told from the content: names lie.
import type { SheetReading, SheetRequest, SheetTable } from '../../../db/contract/documents.ts';
import { DocumentRefusal } from '../refusal.ts';
import { limits, tooLarge } from './cells.ts';
import { readCsv } from './csv.ts';
import { readXls } from './xls.ts';
import { readXlsx } from './xlsx.ts';

const signatures = {
  zip: [0x50, 0x4b],
  container: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  pdf: [0x25, 0x50, 0x44, 0x46],
} as const;

export async function readSheet(request: SheetRequest): Promise<SheetReading> {
  const { bytes } = request;
  if (bytes.byteLength === 0) throw new DocumentRefusal('sheet-empty');
  if (bytes.byteLength > limits.fileBytes) throw tooLarge();
  const reading = await readByContent(bytes);
  if (reading.tables.every((table) => table.rows.length === 0)) throw new DocumentRefusal('sheet-empty');
  return reading;
}

async function readByContent(bytes: Uint8Array): Promise<SheetReading> {
  const is = (signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (is(signatures.zip)) return { format: 'xlsx', tables: await readXlsx(bytes) };
  if (is(signatures.container)) return { format: 'xls', tables: readXls(bytes) };
  // Web pages saved as .xls are common, and would come out as one column of tags.
  if (is(signatures.pdf) || looksLikeMarkup(bytes)) throw new DocumentRefusal('sheet-not-a-sheet');
  const tables: readonly SheetTable[] = readCsv(bytes);
  return { format: 'csv', tables };
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\u00EF\u00BB\u00BF/, '');
  return /^\s*<(\?xml|!doctype|html|table|meta)/i.test(start);
}
