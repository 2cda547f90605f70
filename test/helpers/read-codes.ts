// Reads QR codes back from one printed page with programs that are not ours: poppler draws it, ZXing looks at the picture.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findCodes } from '../documents/reading.ts';

/** Texts of all QR codes on one page (from 1) of a PDF, from top left to bottom right. */
export const codesOnPage = async (pdf: string, page: number, dpi = 150): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'codes-'));
  try {
    const picture = join(folder, 'page');
    await promisify(execFile)('pdftoppm', [
      '-r',
      String(dpi),
      '-f',
      String(page),
      '-l',
      String(page),
      '-png',
      '-singlefile',
      pdf,
      picture,
    ]);
    const found = await findCodes(new Uint8Array(await readFile(`${picture}.png`)));
    return found.toSorted((a, b) => a.top - b.top || a.left - b.left).map(({ text }) => text);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
