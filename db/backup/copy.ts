// Makes one backup file: written by the database itself (never a file copy), synced, re-opened with the key, checked, hashed.
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BooksCopy } from '../context.ts';
import { Fault, faultOf } from '../failures.ts';
import { openReadOnly, type Books } from '../open.ts';

const sha256 = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

const lastAudit = 'select coalesce(max(seq), 0) from audit';

/** Fault: `backup-failed`, `disk-full`; a copy that fails its check is removed and never counts. */
export const copyBooks = async (
  books: Books,
  key: Uint8Array,
  folder: string,
  now: string,
): Promise<BooksCopy> => {
  const fileName = `shop-${now.replaceAll(/[-:]/g, '').replace(/\..*$/, 'Z')}.backup`;
  const finished = join(folder, fileName);
  const unfinished = `${finished}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(unfinished, { force: true });
    books.file.prepare('vacuum into ?').run(unfinished);
    sync(unfinished);
    const copy = openReadOnly(unfinished, key);
    try {
      const answer = String(copy.pragma('integrity_check(1)', { simple: true }));
      const complete = copy.prepare(lastAudit).pluck().get() === books.file.prepare(lastAudit).pluck().get();
      if (answer !== 'ok' || !complete) throw new Fault('backup-failed');
    } finally {
      copy.close();
    }
    const hash = await sha256(unfinished);
    renameSync(unfinished, finished);
    sync(folder);
    return { fileName, bytes: statSync(finished).size, sha256: hash };
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    throw error instanceof Fault
      ? error
      : new Fault(faultOf(error) === 'disk-full' ? 'disk-full' : 'backup-failed', undefined, error);
  }
};

const sync = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
