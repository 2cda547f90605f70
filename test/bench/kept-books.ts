// Keeps made books outside the project, because making them takes minutes, and makes them again only when the schema or their
// making has changed.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../db/migrations/index.ts';
import { makeBooks, type MadeBooks } from './make-books.ts';

export interface BenchBooks extends MadeBooks {
  /** Holds the books and their key file; to be copied, never opened by the program. */
  readonly folder: string;
}

/** Whatever shapes the file: the schema and the code that fills it. */
const fingerprint = (): string => {
  const hash = createHash('sha256');
  for (const { sql } of migrations) hash.update(sql);
  for (const own of ['make-books.ts', 'roster.ts']) hash.update(readFileSync(join(import.meta.dirname, own)));
  return hash.digest('hex').slice(0, 12);
};

/** Answers the kept books of this size, or makes them. */
export const benchBooks = async (
  cacheFolder: string,
  vouchers: number,
  log: (line: string) => void,
): Promise<BenchBooks> => {
  const folder = join(cacheFolder, `books-${vouchers}-${fingerprint()}`);
  const about = 'about.json';
  if (!existsSync(folder)) {
    mkdirSync(cacheFolder, { recursive: true });
    removeOutdated(cacheFolder, vouchers);
    const work = mkdtempSync(`${folder}.part-`);
    try {
      writeFileSync(join(work, about), JSON.stringify(await makeBooks(work, vouchers, log)));
      renameSync(work, folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return { ...(JSON.parse(readFileSync(join(folder, about), 'utf8')) as MadeBooks), folder };
};

const cutOffAfterMs = 60 * 60_000;
/** Books of an earlier schema, and what a run that was cut off left behind: half a gigabyte each. */
const removeOutdated = (cacheFolder: string, vouchers: number): void => {
  for (const name of readdirSync(cacheFolder)) {
    const place = join(cacheFolder, name);
    const unfinished = name.startsWith('run-') || name.includes('.part-');
    const outdated = unfinished
      ? Date.now() - statSync(place).mtimeMs > cutOffAfterMs
      : name.startsWith(`books-${vouchers}-`);
    if (outdated) rmSync(place, { recursive: true, force: true });
  }
};
