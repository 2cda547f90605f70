// Reads any sheet a user may choose into rows of cells, handed on in chunks. The format is told from the content: names lie.
import { createHash } from 'node:crypto';
import type { SheetChunk, SheetReading, SheetRequest } from '../../../db/contract/documents.ts';
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

export interface ReadHooks {
  /** Given the rows in order; the reading waits until it is done with them. */
  readonly take: (chunk: SheetChunk) => Promise<void>;
  readonly isCancelled?: () => boolean;
}

export async function readSheet({ bytes }: SheetRequest, hooks: ReadHooks): Promise<SheetReading> {
  if (bytes.byteLength === 0) throw new DocumentRefusal('sheet-empty');
  if (bytes.byteLength > limits.fileBytes) throw tooLarge();
  const format = formatOf(bytes);
  let chunks = 0;
  for await (const chunk of readers[format](bytes)) {
    chunks += 1;
    if (hooks.isCancelled?.() === true) throw new DocumentRefusal('cancelled');
    await hooks.take(chunk);
  }
  if (chunks === 0) throw new DocumentRefusal('sheet-empty');
  return { format, sha256: createHash('sha256').update(bytes).digest('hex') };
}

type Format = SheetReading['format'];
const readers: Readonly<
  Record<Format, (bytes: Uint8Array) => AsyncIterable<SheetChunk> | Iterable<SheetChunk>>
> = { xlsx: readXlsx, xls: readXls, csv: readCsv };

function formatOf(bytes: Uint8Array): Format {
  const is = (signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (is(signatures.zip)) return 'xlsx';
  if (is(signatures.container)) return 'xls';
  // Web pages saved as .xls are common, and would come out as one column of tags.
  if (is(signatures.pdf) || looksLikeMarkup(bytes)) throw new DocumentRefusal('sheet-not-a-sheet');
  return 'csv';
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\u00EF\u00BB\u00BF/, '');
  return /^\s*<(\?xml|!doctype|html|table|meta)/i.test(start);
}
