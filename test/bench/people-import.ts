// The import of a county's roster (300,000 rows of 18 columns, one in twenty hostile) while a till goes on selling: seconds, memory of
// both processes above idle, and how long sales and scans take meanwhile; beside the least it can cost, reading the same sheet.
import { constants, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { DocumentsReply } from '../../main/documents/messages.ts';
import { openBenchDb, type BenchDb } from './bench-db.ts';
import type { Spread } from './figures.ts';
import { benchBooks, type BenchBooks } from './kept-books.ts';
import { booksFile } from './make-books.ts';
import { startChild } from './people-import-child.ts';
import { isHostile, writeCsv, writeXlsx } from './people-import-sheet.ts';
import { planRounds } from './sales.ts';
import { secondsSince, tillOf, type Meanwhile } from './till.ts';

export interface PeopleImportOptions {
  readonly cacheFolder: string;
  readonly rows: number;
  readonly format: 'xlsx' | 'csv';
  /** Between two customers. */
  readonly pauseMs: number;
  readonly log: (line: string) => void;
}
interface Part {
  readonly seconds: number;
  /** Milliseconds, while it ran. */
  readonly redemption: Spread;
  readonly scan: Spread;
}
export interface PeopleImportResult {
  readonly rows: number;
  readonly refusedRows: number;
  readonly sheetBytes: number;
  /** Reading the same sheet in the documents process and throwing every row away. */
  readonly floorSeconds: number;
  readonly quiet: Pick<Part, 'redemption' | 'scan'>;
  readonly preview: Part;
  readonly confirm: Part;
  /** The same file again: nothing is new. */
  readonly again: Part;
  /** MiB above idle, at most. */
  readonly memory: { readonly db: number; readonly documents: number; readonly both: number };
}

/** Vouchers in the shop beside which the roster comes in. */
const vouchers = 20_000;

export const benchPeopleImport = async (options: PeopleImportOptions): Promise<PeopleImportResult> => {
  const { cacheFolder, rows, format, log } = options;
  log('Books');
  const books = await benchBooks(cacheFolder, vouchers, log);
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(cacheFolder, 'run-'));
  try {
    log('Sheet');
    const sheet = join(folder, `roster.${format}`);
    (format === 'xlsx' ? writeXlsx : writeCsv)(sheet, rows);
    const bytes = new Uint8Array(readFileSync(sheet));
    log('Floor');
    const floorSeconds = await readOnly(bytes);
    log('Import');
    const file = join(folder, 'shop.db');
    copyFileSync(booksFile(books.folder), file, constants.COPYFILE_FICLONE);
    return {
      ...(await measure(file, books, bytes, options)),
      rows,
      sheetBytes: bytes.byteLength,
      floorSeconds,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const readOnly = (bytes: Uint8Array): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = startChild('documents');
    const started = performance.now();
    child.on('message', (message) => {
      const reply = message as DocumentsReply;
      if ('chunk' in reply) child.send({ more: reply.id });
      if (!('ok' in reply)) return;
      child.kill();
      if (reply.ok) resolve(secondsSince(started));
      else reject(new Error(JSON.stringify(reply.error)));
    });
    child.send({ id: 1, readSheet: { name: 'roster', bytes } });
  });

type Measured = Omit<PeopleImportResult, 'rows' | 'sheetBytes' | 'floorSeconds'>;

const measure = async (
  file: string,
  books: BenchBooks,
  bytes: Uint8Array,
  { rows, pauseMs, log }: PeopleImportOptions,
): Promise<Measured> => {
  const db = await openBenchDb(file, books.key, { office: 'manager', till: 'volunteer' });
  try {
    const till = tillOf(db, planRounds(file, books.key, vouchers / 2), { pauseMs });
    const sheet = { name: 'roster', bytes };
    const small = { name: 'x.csv', bytes: new TextEncoder().encode('a,b\n1,2') };
    await db.call('office', 'people.previewImport', { sheet: small }).catch(() => undefined);
    const quiet = await till.during(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
    const memory = watchMemory(db.pids);
    const preview = await till.during(() => db.call('office', 'people.previewImport', { sheet }));
    log(`  preview ${preview.seconds} s`);
    const { previewId, counts } = preview.answer;
    const confirm = await till.during(() => db.call('office', 'people.confirmImport', { previewId }));
    const most = memory.stop();
    log(`  confirm ${confirm.seconds} s`);
    const hostile = Array.from({ length: rows }, (_, at) => at).filter(isHostile).length;
    if (counts.refused !== hostile || confirm.answer.imported !== rows - hostile)
      throw new Error(`imported ${confirm.answer.imported}, refused ${counts.refused} of ${rows}`);
    const again = await till.during(() => db.call('office', 'people.previewImport', { sheet }));
    if (again.answer.counts.unchanged !== rows - hostile || again.answer.good > 0)
      throw new Error(`the same file again: ${JSON.stringify(again.answer.counts)}`);
    const { redemption, scan } = quiet.figures;
    return {
      refusedRows: hostile,
      quiet: { redemption, scan },
      preview: partOf(preview),
      confirm: partOf(confirm),
      again: partOf(again),
      memory: most,
    };
  } finally {
    db.close();
  }
};

const partOf = ({ seconds, figures: { redemption, scan } }: Meanwhile<unknown>): Part => ({
  seconds,
  redemption,
  scan,
});

const mebibyte = 2 ** 20;
/** Of a process, as the system counts it (Linux). */
const residentBytes = (pid: number): number =>
  Number(/^\d+ (\d+)/.exec(readFileSync(`/proc/${pid}/statm`, 'utf8'))?.[1] ?? 0) * 4096;

const watchMemory = (pids: BenchDb['pids']) => {
  const idle = { db: residentBytes(pids.db), documents: residentBytes(pids.documents) };
  const most = { db: 0, documents: 0, both: 0 };
  const look = (): void => {
    const db = residentBytes(pids.db) - idle.db;
    const documents = residentBytes(pids.documents) - idle.documents;
    most.db = Math.max(most.db, db);
    most.documents = Math.max(most.documents, documents);
    most.both = Math.max(most.both, db + documents);
  };
  const timer = setInterval(look, 50);
  return {
    stop: () => {
      clearInterval(timer);
      const mebibytes = (bytes: number): number => Math.round(bytes / mebibyte);
      return { db: mebibytes(most.db), documents: mebibytes(most.documents), both: mebibytes(most.both) };
    },
  };
};
