// One run of the benchmark: a big shop and a small one side by side in two real programs, a few rounds here, a few there, so that
// whatever else the PC does meets both. Measures and answers; scripts/bench.mjs prints.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, totalmem, type as systemType, release } from 'node:os';
import { join } from 'node:path';
import type { Prepared } from '../../scripts/lib/prepare.mjs';
import { startApp, type BenchApp } from './app.ts';
import { figuresOf, rounded, spreadOf, type Figures, type Spread } from './figures.ts';
import type { Sample } from './in-page.ts';
import { benchBooks, type BenchBooks } from './kept-books.ts';
import { booksFile, type BooksSize } from './make-books.ts';
import { planRounds, type Round } from './sales.ts';
import type { PaperSample } from './voucher-paper.ts';

export interface BenchOptions {
  readonly prepared: Pick<Prepared, 'runtime' | 'args' | 'env'>;
  readonly cacheFolder: string;
  readonly vouchers: number;
  readonly smallVouchers: number;
  readonly rounds: number;
  readonly warmUp: number;
  readonly log: (line: string) => void;
}

interface ShopResult {
  readonly books: BooksSize;
  readonly openMs: number;
  /** Milliseconds. */
  readonly figures: Figures;
  readonly samples: readonly Sample[];
}
export interface BenchResult {
  readonly at: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryGiB: number;
    readonly system: string;
  };
  readonly runtime: BenchApp['runtime'] & { readonly source: Prepared['runtime']['source'] };
  readonly rounds: number;
  readonly warmUp: number;
  readonly ratios: {
    readonly redemptionP50: number;
    readonly redemptionP95: number;
    readonly redemptionP99: number;
    readonly scanP99: number;
  };
  /** Big shop by small shop. */
  readonly growth: {
    readonly from: number;
    readonly to: number;
    readonly redemptionP50: number;
    readonly scanP50: number;
    readonly floorP50: number;
  };
  readonly large: ShopResult;
  readonly small: ShopResult;
  /** A batch made into a PDF in the big shop while its till scans; milliseconds. */
  readonly paper: Omit<PaperSample, 'scans'> & { readonly scans: Spread };
}

/** Rounds in one shop before the other has its turn: short beside the quiet time after which the books tidy up. */
const blockOf = 20;

export const bench = async (options: BenchOptions): Promise<BenchResult> => {
  const { cacheFolder, log } = options;
  log('Books');
  const largeBooks = await benchBooks(cacheFolder, options.vouchers, log);
  const smallBooks = await benchBooks(cacheFolder, options.smallVouchers, log);
  // Beside the kept books and not in the folder for temporary files, which on many systems is memory and knows no fsync.
  mkdirSync(cacheFolder, { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder, 'run-'));
  try {
    return await measured(options, largeBooks, smallBooks, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

const measured = async (
  { prepared, rounds, warmUp, log }: BenchOptions,
  largeBooks: BenchBooks,
  smallBooks: BenchBooks,
  scratch: string,
): Promise<BenchResult> => {
  log('Programs');
  const start = (books: BenchBooks, name: string): Promise<BenchApp> =>
    startApp(prepared, books, join(scratch, name));
  const large = await start(largeBooks, 'large');
  try {
    const small = await start(smallBooks, 'small');
    try {
      const samples = await alternate(
        [shopOf(large, largeBooks), shopOf(small, smallBooks)],
        rounds,
        warmUp,
        log,
      );
      const [ofLarge = [], ofSmall = []] = samples;
      log('Voucher paper');
      const codes = shopOf(large, largeBooks).rounds.map(({ scan }) => scan);
      const paper = await large.paper(codes);
      return resultOf(
        prepared,
        rounds,
        warmUp,
        shopResult(large, largeBooks, ofLarge),
        shopResult(small, smallBooks, ofSmall),
        large,
        paper,
      );
    } finally {
      await small.close();
    }
  } finally {
    await large.close();
  }

  function shopOf(app: BenchApp, books: BenchBooks) {
    return { app, rounds: planRounds(booksFile(books.folder), books.key, warmUp + rounds) };
  }
};

/** Measures every shop in turns; the rounds of the warm-up are thrown away. */
const alternate = async (
  shops: readonly { readonly app: BenchApp; readonly rounds: readonly Round[] }[],
  rounds: number,
  warmUp: number,
  log: (line: string) => void,
): Promise<readonly (readonly Sample[])[]> => {
  const samples: Sample[][] = shops.map(() => []);
  for (let from = 0; from < warmUp + rounds; from += blockOf) {
    for (const [at, shop] of shops.entries())
      samples[at]?.push(...(await shop.app.measure(shop.rounds.slice(from, from + blockOf), from)));
    if ((from / blockOf) % 5 === 4) log(`  ${from + blockOf} of ${warmUp + rounds} rounds`);
  }
  return samples.map((all) => all.slice(warmUp));
};

const shopResult = (app: BenchApp, { size }: BenchBooks, samples: readonly Sample[]): ShopResult => ({
  books: size,
  openMs: app.openMs,
  figures: figuresOf(samples),
  samples: samples.map(roundedSample),
});
const roundedSample = ({ floor, scan, redemption }: Sample): Sample => ({
  floor: rounded(floor),
  scan: rounded(scan),
  redemption: rounded(redemption),
});

const resultOf = (
  prepared: BenchOptions['prepared'],
  rounds: number,
  warmUp: number,
  large: ShopResult,
  small: ShopResult,
  app: BenchApp,
  paper: PaperSample,
): BenchResult => {
  const { floor, scan, redemption } = large.figures;
  const [processor] = cpus();
  return {
    at: new Date().toISOString(),
    machine: {
      processor: processor?.model ?? 'unknown',
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      system: `${systemType()} ${release()}`,
    },
    runtime: { ...app.runtime, source: prepared.runtime.source },
    rounds,
    warmUp,
    ratios: {
      redemptionP50: rounded(redemption.p50 / floor.p50),
      redemptionP95: rounded(redemption.p95 / floor.p95),
      redemptionP99: rounded(redemption.p99 / floor.p99),
      scanP99: rounded(scan.p99 / floor.p99),
    },
    growth: {
      from: small.books.vouchers,
      to: large.books.vouchers,
      redemptionP50: rounded(redemption.p50 / small.figures.redemption.p50),
      scanP50: rounded(scan.p50 / small.figures.scan.p50),
      floorP50: rounded(floor.p50 / small.figures.floor.p50),
    },
    large,
    small,
    paper: { ...paper, took: rounded(paper.took), scans: spreadOf(paper.scans) },
  };
};
