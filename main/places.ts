// Where things lie on the disk: the built program, the books, the sample sheets. Nothing else builds paths.
import { app } from 'electron';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BooksKind } from './desktop/contract.ts';

/** Folder `out/` of the built program. */
export const builtFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** One folder a shop, so that the file and its -wal and -shm can never mix with another's (reliability.md §1.3). */
export const booksPlace = (kind: BooksKind) => {
  const folder = join(app.getPath('userData'), 'books', kind);
  return {
    folder,
    file: join(folder, 'shop.db'),
    keys: join(folder, 'shop.keys.json'),
    backups: join(folder, 'backups'),
    make: () => void mkdirSync(folder, { recursive: true }),
  };
};

export const booksExist = (kind: BooksKind): boolean => existsSync(booksPlace(kind).file);

/** The sample sheets a practice shop is filled from: beside the packaged program, or in the project. */
export const sampleFolder = (): string => {
  const packaged = join(process.resourcesPath, 'sample');
  return existsSync(packaged) ? packaged : join(dirname(builtFolder), 'test', 'fixtures', 'sample');
};

/** The volunteers' manual, beside the packaged program or in the project. */
export const manualFolder = (): string => {
  const packaged = join(process.resourcesPath, 'manual');
  return existsSync(packaged) ? packaged : join(dirname(builtFolder), 'docs');
};
