// Opens the books: key, settings in their order, checks, migration. The only place where a database file is opened.
import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { immediateSqlite } from './dialect.ts';
import { Fault, faultOf } from './failures.ts';
import { currentVersion, migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

export interface Books {
  readonly file: Sqlite.Database;
  readonly db: Kysely<Schema>;
  readonly path: string;
  close(): void;
}

export interface OpenOptions {
  readonly path: string;
  /** 32 bytes; every page of the file is encrypted and authenticated with it. */
  readonly key: Uint8Array;
  /** Only a first run may create; a missing file is otherwise a fault, never a silent new one. */
  readonly create: boolean;
}

/** Settings of every connection, in this order (reliability.md §1.2); each answer is read back. */
const settings: readonly (readonly [string, string | number])[] = [
  ['journal_mode', 'wal'],
  ['synchronous', 3],
  ['foreign_keys', 1],
  ['recursive_triggers', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['secure_delete', 1],
  ['busy_timeout', 5000],
  // Checkpoints run when idle, never inside a sale (db/checkpoint.ts); a log grown large by an import shrinks again then.
  ['wal_autocheckpoint', 0],
  ['journal_size_limit', 67_108_864],
  // 32 MB of decrypted pages: a sale touches some forty, all over the file. Sorting stays in memory, since files for it
  // would lie on the disk unencrypted.
  ['cache_size', -32_768],
  ['temp_store', 2],
];
const names: Readonly<Record<number, string>> = { 3: 'EXTRA' };

/** Thrown messages carry a setting's name and value only. */
const assertSettings = (file: Sqlite.Database): void => {
  for (const [name, wanted] of settings) {
    // journal_mode and synchronous are per connection and forgotten on reopening: trust only what is read back.
    const found: unknown = file.pragma(name, { simple: true });
    if (name === 'mmap_size' ? Number(found ?? 0) !== 0 : found !== wanted) {
      throw new Error(`setting ${name} is ${String(found)}, wanted ${String(wanted)}`);
    }
  }
};

const applySettings = (file: Sqlite.Database): void => {
  for (const [name, value] of settings) {
    file.pragma(`${name} = ${name === 'synchronous' ? (names[3] ?? value) : String(value)}`);
  }
};

const oldestSafe = [3, 51, 3] as const;
/** SQLite before 3.51.3 can lose writes in WAL mode (reliability.md §1.2). */
const assertVersion = (file: Sqlite.Database): void => {
  const text = String(file.prepare('select sqlite_version()').pluck().get());
  const found = text.split('.').map(Number);
  const difference = oldestSafe.map((part, at) => (found[at] ?? 0) - part).find((delta) => delta !== 0) ?? 0;
  if (difference < 0) throw new Error(`SQLite ${text} is older than ${oldestSafe.join('.')}`);
};

const migrate = (file: Sqlite.Database, beforeFirstStep: () => void): void => {
  const found = Number(file.pragma('user_version', { simple: true }));
  if (found > currentVersion) throw new Fault('books-from-newer-program', { found, known: currentVersion });
  const pending = migrations.filter((step) => step.version > found);
  if (pending.length === 0) return;
  if (found > 0) beforeFirstStep();
  // All steps in one transaction: half an upgrade is usable by neither version.
  file
    .transaction(() => {
      for (const step of pending) {
        file.exec(step.sql);
        file.pragma(`user_version = ${step.version}`);
      }
      const broken = file.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
    })
    .immediate();
};

/** A real write that changes nothing: finds a read-only or failing disk before the first customer does. */
export const probeWrite = (file: Sqlite.Database): void => {
  const version = Number(file.pragma('user_version', { simple: true }));
  file.transaction(() => file.pragma(`user_version = ${version}`)).immediate();
};

/**
 * Opens the encrypted books at `path`.
 * Faults: `books-key-missing` (wrong key or not our file), `books-damaged`, `books-from-newer-program` (left untouched),
 * `disk-read-only`, `disk-full`, `file-unreadable` (missing and `create` is false).
 */
export const openBooks = ({ path, key, create }: OpenOptions): Books => {
  refuseNothing(path, create);
  // Closing a writer moves the log into the file: with the log of other books that would be the end of these.
  if (sizeOf(`${path}-wal`) > 0) saidInWords(path, key, { readonly: true }, checkPages).close();
  const file = saidInWords(path, key, {}, (file) => {
    applySettings(file);
    assertVersion(file);
    // Before anything is written: damaged books stay as they were found.
    if (sizeOf(path) <= largestCheckedWhole) checkPages(file);
    migrate(file, () => file.prepare('vacuum into ?').run(`${path}.before-${currentVersion}`));
    probeWrite(file);
    assertSettings(file);
  });
  const db = new Kysely<Schema>({ dialect: immediateSqlite(file) });
  return { file, db, path, close: () => file.close() };
};

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? -1;

/**
 * Where there is no file, or one of no bytes, SQLite would begin a new one and throw the log away, and with it what is left of
 * the books.
 */
const refuseNothing = (path: string, create: boolean): void => {
  const size = sizeOf(path);
  if (size > 0 || (create && sizeOf(`${path}-wal`) <= 0)) return;
  throw new Fault(size < 0 ? 'file-unreadable' : 'books-damaged', { bytes: Math.max(size, 0) });
};

/** Opens, unlocks and does the work; what goes wrong is closed again and thrown as a fault where it is one. */
const saidInWords = (
  path: string,
  key: Uint8Array,
  options: Sqlite.Options,
  work: (file: Sqlite.Database) => void,
): Sqlite.Database => {
  let file: Sqlite.Database | undefined;
  try {
    file = openKeyed(path, key, options);
    unlock(file);
    // A newer program's file must stay as it is: look at the version before any setting could touch it.
    const found = Number(file.pragma('user_version', { simple: true }));
    if (found > currentVersion) throw new Fault('books-from-newer-program', { found, known: currentVersion });
    work(file);
    return file;
  } catch (error) {
    file?.close();
    const fault = faultOf(error);
    throw fault && !(error instanceof Fault) ? new Fault(fault, undefined, error) : error;
  }
};

/** The runtime's own build of the database addon, where the shipped one is too new for it (scripts/README.md). */
const openKeyed = (path: string, key: Uint8Array, options: Sqlite.Options): Sqlite.Database => {
  const nativeBinding = process.env['CHARITY_SQLITE_BINDING'];
  const file = new Sqlite(path, nativeBinding ? { ...options, nativeBinding } : options);
  file.pragma(`cipher='chacha20'`);
  // "raw:" and 64 hex digits are the key itself, not a pass phrase that would be stretched on every opening.
  file.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`);
  return file;
};

/** For checking a copy; never for the live books. */
export const openReadOnly = (path: string, key: Uint8Array): Sqlite.Database =>
  openKeyed(path, key, { readonly: true });

/**
 * A second look at the live books, as they stand at this moment until it is closed: later acts are not seen. A log that is being read
 * cannot begin anew (see db/checkpoint.ts), so it is to be short.
 */
export const openSnapshot = (path: string, key: Uint8Array): Sqlite.Database => {
  const file = openKeyed(path, key, { readonly: true });
  try {
    applySettings(file);
    assertSettings(file);
    file.exec('begin');
    unlock(file);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
};

/** The first read decides: a wrong key and a foreign file look alike, and neither may be overwritten. */
const unlock = (file: Sqlite.Database): void => {
  try {
    file.prepare('select count(*) from sqlite_schema').get();
  } catch (error) {
    if (faultOf(error) === 'books-damaged') throw new Fault('books-key-missing', undefined, error);
    throw error;
  }
};

/**
 * Books up to this size (years of a shop) are read whole at every start, in about a second. Larger ones would keep the sign-in
 * waiting; their pages are checked when they are read, and all of them by every backup.
 */
const largestCheckedWhole = 96 * 1024 * 1024;

/** Every page carries its own seal, so reading all of them finds any damage before the first sale. */
const checkPages = (file: Sqlite.Database): void => {
  const answer = String(file.pragma('quick_check(1)', { simple: true }));
  if (answer !== 'ok') throw new Fault('books-damaged', { found: answer.slice(0, 80) });
};
