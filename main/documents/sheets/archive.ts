// Opens a .xlsx as the ZIP it is, after its directory was checked: bombs are refused before a byte is unpacked
// (reliability.md §8).
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { DocumentRefusal } from '../refusal.ts';

const megabyte = 2 ** 20;
/**
 * 300,000 rows of 18 columns, as a spreadsheet program saves them, unpack to 220 MB. Only the texts shared by the cells are held
 * while a sheet is read; the rows pass through, so their size costs time alone.
 */
export const archiveLimits = {
  entries: 2_000,
  entryBytes: 384 * megabyte,
  sharedStringsBytes: 128 * megabyte,
  allBytes: 512 * megabyte,
  ratio: 200,
} as const;
/** Small entries may be packed as tightly as they like. */
const ratioFrom = megabyte;

const bomb = (): DocumentRefusal => new DocumentRefusal('sheet-bomb');
const damaged = (): DocumentRefusal => new DocumentRefusal('sheet-damaged');

export interface Archive {
  readonly has: (name: string) => boolean;
  readonly names: readonly string[];
  /** Unpacked, as the directory says; the unpacking holds it to that. */
  readonly sizeOf: (name: string) => number;
  /** Unpacked bytes of one entry, checked against its sum at the end. */
  readonly open: (name: string) => AsyncIterable<Uint8Array>;
}

export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = await readDirectory(zip);
  checkSizes(entries);
  checkOverlap(entries, bytes.byteLength);
  for (const entry of entries) await checkLocalHeader(zip, entry);
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  if (byName.size !== entries.length) throw damaged();
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(name),
    sizeOf: (name) => byName.get(name)?.uncompressedSize ?? 0,
    open: (name) => {
      const entry = byName.get(name);
      if (entry === undefined) throw damaged();
      return unpack(zip, entry);
    },
  };
}

function fromBuffer(buffer: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(damaged());
    });
  });
}

function readDirectory(zip: yauzl.ZipFile): Promise<readonly yauzl.Entry[]> {
  if (zip.entryCount > archiveLimits.entries) throw bomb();
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(damaged()));
    zip.readEntry();
  });
}

function checkSizes(entries: readonly yauzl.Entry[]): void {
  let sum = 0;
  for (const entry of entries) {
    if (entry.isEncrypted()) throw new DocumentRefusal('sheet-encrypted');
    sum += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    const most = /sharedstrings\.xml$/i.test(entry.fileName)
      ? archiveLimits.sharedStringsBytes
      : archiveLimits.entryBytes;
    if (entry.uncompressedSize > most || sum > archiveLimits.allBytes) throw bomb();
    if (entry.uncompressedSize > ratioFrom && ratio > archiveLimits.ratio) throw bomb();
  }
}

/** Entries that share packed bytes unpack to far more than the file could hold. */
function checkOverlap(entries: readonly yauzl.Entry[], length: number): void {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1]?.relativeOffsetOfLocalHeader ?? length;
    const localHeaderBytes = 30;
    if (entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize > next) throw bomb();
  }
}

/** Sizes in front of the data must say what the directory says, unless they are left to follow the data (bit 3). */
function checkLocalHeader(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, (error, header) => {
      if (error !== null) {
        reject(damaged());
        return;
      }
      const follows = (header.generalPurposeBitFlag & 0x08) !== 0 && header.uncompressedSize === 0;
      const zip64 = header.uncompressedSize === 0xffffffff;
      const equal =
        header.uncompressedSize === entry.uncompressedSize && header.compressedSize === entry.compressedSize;
      if (follows || zip64 || equal) resolve();
      else reject(bomb());
    });
  });
}

/** yauzl compares sizes, not the check sum: one flipped bit could otherwise change a name or a number unseen. */
async function* unpack(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    for await (const chunk of await openStream(zip, entry)) {
      const bytes = chunk as Uint8Array;
      sum = crc32(bytes, sum);
      yield bytes;
    }
  } catch (error) {
    throw error instanceof DocumentRefusal ? error : damaged();
  }
  if (sum !== entry.crc32) throw damaged();
}

function openStream(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(damaged());
    });
  });
}
