// A till on a shop of many years' size while the office works: one window looks at the monthly distribution report and prints it, again
// and again, another brings in a roster. How long scan and redemption wait meanwhile, beside the quiet minute before and the floor (an
// empty call that does one synced UPDATE) of the same run. Measures and answers; scripts/bench.mjs prints.
import { constants, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBenchDb, type BenchDb } from './bench-db.ts';
import { rounded, type Figures } from './figures.ts';
import { benchBooks, type BenchBooks } from './kept-books.ts';
import { booksFile, type BooksSize } from './make-books.ts';
import { isHostile, writeXlsx } from './people-import-sheet.ts';
import { planRounds } from './sales.ts';
import { tillOf } from './till.ts';

export interface LoadOptions {
  readonly cacheFolder: string;
  readonly vouchers: number;
  /** Rows of the roster that comes in; the run lasts as long as its preview and its confirmation. */
  readonly rows: number;
  readonly quietSeconds: number;
  readonly log: (line: string) => void;
}
interface Part {
  readonly seconds: number;
  readonly rounds: number;
  /** Milliseconds. */
  readonly figures: Figures;
}
export interface LoadResult {
  readonly books: BooksSize;
  readonly rows: number;
  readonly quiet: Part;
  readonly loaded: Part;
  /** Finished while the till sold. */
  readonly finished: {
    readonly figures: number;
    readonly pdf: number;
    readonly sheet: number;
    readonly imports: number;
  };
  /** Loaded by the quiet floor of the same run. */
  readonly ratios: {
    readonly scanP50: number;
    readonly scanP99: number;
    readonly redemptionP50: number;
    readonly redemptionP99: number;
  };
  /** The longest wait of any call that was asked while this ran, and how often it was longer than `longMs`. */
  readonly waits: readonly { readonly beside: string; readonly longest: number; readonly long: number }[];
}

/** Longer than a volunteer takes for instant, ms. */
export const longMs = 250;
/** Pause of a reader of reports between two looks, ms. */
const reading = 250;
/** At most so many customers come while the roster does. */
const mostRounds = 30_000;

export const benchLoad = async (options: LoadOptions): Promise<LoadResult> => {
  const { cacheFolder, vouchers, rows, log } = options;
  log('Books');
  const books = await benchBooks(cacheFolder, vouchers, log);
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(cacheFolder, 'run-'));
  try {
    const sheet = join(folder, 'roster.xlsx');
    writeXlsx(sheet, rows);
    const file = join(folder, 'shop.db');
    copyFileSync(booksFile(books.folder), file, constants.COPYFILE_FICLONE);
    log('Report and import beside a till');
    return await measure(file, books, new Uint8Array(readFileSync(sheet)), options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const measure = async (
  file: string,
  books: BenchBooks,
  bytes: Uint8Array,
  { rows, quietSeconds, log }: LoadOptions,
): Promise<LoadResult> => {
  const db = await openBenchDb(file, books.key, { office: 'manager', desk: 'bureau', till: 'volunteer' });
  try {
    const running = new Set<string>();
    const waits = new Map<string, number[]>();
    const till = tillOf(
      db,
      planRounds(file, books.key, Math.min(mostRounds, Math.floor(books.size.vouchers / 2))),
      {
        beside: () => [...running],
        onWait: (ms, beside) => {
          for (const name of beside) waits.set(name, [...(waits.get(name) ?? []), ms]);
        },
      },
    );
    /** Named while it runs, so that a long wait can be laid at its door. */
    const named = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      running.add(name);
      try {
        return await work();
      } finally {
        running.delete(name);
      }
    };
    const quiet = await till.during(() => sleep(quietSeconds * 1000));
    log(`  quiet ${quiet.seconds} s`);
    const loaded = await till.during(async () => {
      const over = { yes: false };
      const reports = reportAgain(db, named, over);
      const imported = bringIn(db, named, bytes, rows).finally(() => (over.yes = true));
      const [finished] = await Promise.all([reports, imported]);
      return { ...finished, imports: 1 };
    });
    log(`  loaded ${loaded.seconds} s`);
    const { floor } = quiet.figures;
    const { scan, redemption } = loaded.figures;
    const { answer: finished, ...part } = loaded;
    return {
      books: books.size,
      rows,
      quiet: { seconds: quiet.seconds, rounds: quiet.rounds, figures: quiet.figures },
      loaded: part,
      finished,
      ratios: {
        scanP50: rounded(scan.p50 / floor.p50),
        scanP99: rounded(scan.p99 / floor.p99),
        redemptionP50: rounded(redemption.p50 / floor.p50),
        redemptionP99: rounded(redemption.p99 / floor.p99),
      },
      waits: [...waits].map(([beside, all]) => ({
        beside,
        longest: rounded(Math.max(...all)),
        long: all.filter((ms) => ms > longMs).length,
      })),
    };
  } finally {
    db.close();
  }
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
type Named = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The month everything was issued in and the month everything is sold in, in turns, with both papers. */
const reportAgain = async (
  db: BenchDb,
  named: Named,
  over: { readonly yes: boolean },
): Promise<Omit<LoadResult['finished'], 'imports'>> => {
  const finished = { figures: 0, pdf: 0, sheet: 0 };
  const { first, last } = await db.call('desk', 'reports.span', {});
  const months = [first, last].map((day) => day?.slice(0, 7) ?? '');
  for (let at = 0; !over.yes; at += 1) {
    const month = months[at % months.length] ?? '';
    const report = await named('report figures', () => db.call('desk', 'reports.distribution', { month }));
    if (!report.ties) throw new Error(`the report of ${month} does not tie`);
    finished.figures += 1;
    for (const [format, name] of [
      ['pdf', 'report as PDF'],
      ['xlsx', 'report as sheet'],
    ] as const) {
      await named(name, () => db.call('desk', 'reports.print', { report: 'distribution', month, format }));
      finished[format === 'pdf' ? 'pdf' : 'sheet'] += 1;
    }
    await sleep(reading);
  }
  return finished;
};

const bringIn = async (db: BenchDb, named: Named, bytes: Uint8Array, rows: number): Promise<void> => {
  const sheet = { name: 'roster', bytes };
  const { previewId, counts } = await named('preview of a roster', () =>
    db.call('office', 'people.previewImport', { sheet }),
  );
  const { imported } = await named('import of a roster', () =>
    db.call('office', 'people.confirmImport', { previewId }),
  );
  const hostile = Array.from({ length: rows }, (_, at) => at).filter(isHostile).length;
  if (counts.refused !== hostile || imported !== rows - hostile)
    throw new Error(`imported ${imported}, refused ${counts.refused} of ${rows}`);
};
