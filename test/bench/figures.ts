// From single times to the figures that are printed. Pure.
import type { Sample } from './in-page.ts';

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly mean: number;
}
export interface Figures {
  readonly floor: Spread;
  readonly scan: Spread;
  readonly redemption: Spread;
}

/** Nearest rank: a time that was really measured. */
const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;

export const spreadOf = (times: readonly number[]): Spread => {
  const sorted = times.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
  const [p50, p95, p99, max] = [50, 95, 99, 100].map((percent) => rounded(percentile(sorted, percent)));
  return { p50: p50 ?? NaN, p95: p95 ?? NaN, p99: p99 ?? NaN, max: max ?? NaN, mean: rounded(mean) };
};

/** Milliseconds and ratios to three decimals. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export const figuresOf = (samples: readonly Sample[]): Figures => ({
  floor: spreadOf(samples.map(({ floor }) => floor)),
  scan: spreadOf(samples.map(({ scan }) => scan)),
  redemption: spreadOf(samples.map(({ redemption }) => redemption)),
});
