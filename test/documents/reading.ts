// Reads our papers back with programs that are not ours: poppler for text and pixels, ZXing for codes, SheetJS for workbooks.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ReadResult } from 'zxing-wasm/reader';

function inFolder<T>(bytes: Uint8Array, work: (folder: string, pdf: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const pdf = join(folder, 'paper.pdf');
    writeFileSync(pdf, bytes);
    return work(folder, pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text of each page, without white space: where a line breaks is no fact. */
export function pageTexts(bytes: Uint8Array): readonly string[] {
  const text = inFolder(bytes, (_, pdf) =>
    execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }),
  );
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s/gu, ''));
}

/** How far from the top of the last page the words that begin so stand, in points. */
export function heightsOf(bytes: Uint8Array, start: string): readonly number[] {
  const html = inFolder(bytes, (_, pdf) =>
    execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 }),
  );
  const page = html.slice(html.lastIndexOf('<page'));
  return [...page.matchAll(/yMin="([\d.]+)"[^>]*>([^<]*)</g)].flatMap(([, top, word]) =>
    word?.startsWith(start) === true ? [Number(top)] : [],
  );
}

/** Each page as PNG. */
export function pageImages(bytes: Uint8Array, dpi: number): readonly Uint8Array[] {
  return inFolder(bytes, (folder, pdf) => {
    execFileSync('pdftoppm', ['-r', String(dpi), '-png', pdf, join(folder, 'page')]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return names.sort().map((name) => new Uint8Array(readFileSync(join(folder, name))));
  });
}

/** Names of the fonts in the file and whether each is embedded. */
export function fontsOf(bytes: Uint8Array): readonly { readonly name: string; readonly embedded: boolean }[] {
  const out = inFolder(bytes, (_, pdf) => execFileSync('pdffonts', [pdf], { encoding: 'utf8' }));
  const lines = out.trim().split('\n').slice(2);
  return lines.map((line) => ({
    name: line.split(/\s/)[0] ?? '',
    embedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s/.exec(line)?.[1] === 'yes',
  }));
}

let prepared = false;

export interface FoundCode {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Texts of all QR codes on a page, in no order. */
export async function codesOn(png: Uint8Array): Promise<readonly string[]> {
  return (await findCodes(png)).map((code) => code.text);
}

/** All QR codes on a page and where they stand, in pixels. */
export async function findCodes(png: Uint8Array): Promise<readonly FoundCode[]> {
  prepare();
  const found = await readBarcodes(png, { formats: ['QRCode'], maxNumberOfSymbols: 32, tryHarder: true });
  return found.filter((code) => code.isValid).map(placed);
}

/** Texts of all QR codes in a picture that was worked upon. */
export async function codesIn({ width, height, pixels }: GreyPage): Promise<readonly string[]> {
  prepare();
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [at, grey] of pixels.entries()) data.fill(grey, at * 4, at * 4 + 3);
  const picture = { data, width, height, colorSpace: 'srgb' } as ImageData;
  const found = await readBarcodes(picture, {
    formats: ['QRCode'],
    maxNumberOfSymbols: 32,
    tryHarder: true,
  });
  return found.filter((code) => code.isValid).map((code) => code.text);
}

export interface FoundBars extends FoundCode {
  readonly symbology: string;
}

/** All barcodes of goods on a page, top to bottom and left to right. */
export async function barsOn(png: Uint8Array): Promise<readonly FoundBars[]> {
  prepare();
  const formats = ['EAN13', 'EAN8', 'Code128'] as const;
  const found = await readBarcodes(png, { formats: [...formats], maxNumberOfSymbols: 64, tryHarder: true });
  return found
    .filter((code) => code.isValid)
    .map((code) => ({ ...placed(code), symbology: code.format }))
    .sort((a, b) => (Math.abs(a.bottom - b.bottom) < 20 ? a.left - b.left : a.bottom - b.bottom));
}

function prepare(): void {
  if (prepared) return;
  // The library would fetch this file from the network.
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
  prepared = true;
}

const placed = ({ text, position }: ReadResult): FoundCode => ({
  text,
  left: position.topLeft.x,
  top: position.topLeft.y,
  right: position.bottomRight.x,
  bottom: position.bottomRight.y,
});

export interface GreyPage {
  readonly width: number;
  readonly height: number;
  /** 0 black to 255 white, row by row. */
  readonly pixels: Uint8Array;
}

/** The first page as grey pixels. */
export function greyPage(bytes: Uint8Array, dpi: number): GreyPage {
  const file = inFolder(bytes, (folder, pdf) => {
    execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-singlefile', pdf, join(folder, 'page')]);
    return readFileSync(join(folder, 'page.pgm'));
  });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 60).toString('latin1'));
  if (head === null) throw new Error('not a grey picture');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    pixels: new Uint8Array(file.subarray(head[0].length)),
  };
}

/** Rows of each sheet of a workbook; a formula anywhere is a fault of ours. */
export function sheetRows(bytes: Uint8Array): ReadonlyMap<string, readonly (readonly unknown[])[]> {
  const book = read(bytes, { type: 'array' });
  const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet) as { f?: string }[]);
  if (cells.some((cell) => cell.f !== undefined)) throw new Error('the workbook computes');
  return new Map(
    book.SheetNames.map((name) => [
      name,
      utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, blankrows: true }),
    ]),
  );
}

/** The first row that holds the word in a cell of its own. */
export const rowWith = (
  rows: readonly (readonly unknown[])[] | undefined,
  word: string,
): readonly unknown[] => rows?.find((cells) => cells.includes(word)) ?? [];
