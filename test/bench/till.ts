// A till of the benchmark: scans and sells as long as something else runs, and says how long every call took and what ran beside it.
import { performance } from 'node:perf_hooks';
import type { BenchDb } from './bench-db.ts';
import { figuresOf, rounded, type Figures } from './figures.ts';
import type { Sample } from './in-page.ts';
import type { Round } from './sales.ts';

/** What a till met while something ran. */
export interface Meanwhile<T> {
  readonly answer: T;
  readonly seconds: number;
  readonly rounds: number;
  /** Milliseconds. */
  readonly figures: Figures;
}
export interface Till {
  during<T>(work: () => Promise<T>): Promise<Meanwhile<T>>;
}
interface TillOptions {
  /** Told of every call when it is answered, with what ran when it was asked. */
  readonly onWait?: (ms: number, beside: readonly string[]) => void;
  readonly beside?: () => readonly string[];
  /** Between two customers, ms. As it stands, some ten customers a second: no till is as busy. */
  readonly pauseMs?: number;
}

export const secondsSince = (started: number): number => rounded((performance.now() - started) / 1000);

/** Sells through the window `till`; the window `office` looks at something now and then, or it would lock itself. */
export const tillOf = (
  db: BenchDb,
  rounds: readonly Round[],
  { onWait = () => undefined, beside = () => [], pauseMs = 40 }: TillOptions = {},
): Till => {
  let next = 0;
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const ranBeside = beside();
    const started = performance.now();
    await work();
    const ms = performance.now() - started;
    onWait(ms, ranBeside);
    return ms;
  };
  const sell = async (): Promise<Sample> => {
    // A run that lasts longer than its vouchers asks for the same sales again.
    const round = rounds[next % rounds.length];
    next += 1;
    if (!round) throw new Error('no rounds');
    const { voucherId, lines, commandId } = round;
    const floor = await timed(() => db.call('till', 'shop.heartbeat', {}));
    const scan = await timed(() => db.call('till', 'counter.scan', { code: round.scan, entry: 'scanned' }));
    const redemption = await timed(() =>
      db.call(
        'till',
        'counter.redeem',
        { voucherIds: [voucherId], entry: 'scanned', lines: [...lines] },
        commandId,
      ),
    );
    return { floor, scan, redemption };
  };
  return {
    async during(work) {
      const samples: Sample[] = [];
      const running = { yes: true };
      const started = performance.now();
      const working = work().finally(() => (running.yes = false));
      while (running.yes) {
        samples.push(await sell());
        if (samples.length % 500 === 0) await db.call('office', 'people.summary', {});
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      const answer = await working;
      return { answer, seconds: secondsSince(started), rounds: samples.length, figures: figuresOf(samples) };
    },
  };
};
