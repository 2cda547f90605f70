// Spot-check samples (抽查, scenarios 19 and 20): how many, and which. The order comes in as a hash of the stored seed, made where
// hashes are made; here the same hashes give the same list on every PC. Results of a check are not its matter.
import { requireInteger } from './rounding.ts';

export interface SampleCandidate {
  /** The household. */
  readonly key: number;
  /** Hash of the stored seed and the key, in lower-case hex, all of one length. */
  readonly orderHash: string;
  /** On file as a relative of staff or cadres (近亲属备案): always visited, beyond the percentage. */
  readonly relative: boolean;
}
export interface Sample {
  /** How many the percentage asks for. */
  readonly size: number;
  /** In the order of the draw. Fewer than `size` only where relatives leave no one else to draw. */
  readonly drawn: readonly number[];
  /** Beyond the percentage, by key. */
  readonly relatives: readonly number[];
}

/** 100%, in hundredths of a percent: 30% is 3000. */
export const WHOLE_PERCENT = 10_000;

/**
 * Households to visit: population × percentage, rounded up (495 at 30% = 149, at 10% = 50), in integers. The percentage is given
 * in hundredths of a percent, 1 to 10000. Refuses (throws) other percentages and a population that is no count.
 */
export function sampleSize(population: number, hundredths: number): number {
  requireInteger(population, 'population');
  requireInteger(hundredths, 'percentage');
  if (population < 0) throw new RangeError('population below zero');
  if (hundredths < 1 || hundredths > WHOLE_PERCENT) throw new RangeError('no such percentage');
  const product = population * hundredths;
  requireInteger(product, 'population');
  const rest = product % WHOLE_PERCENT;
  return (product - rest) / WHOLE_PERCENT + (rest === 0 ? 0 : 1);
}

/**
 * Draws the sample: the first by hash, equal hashes by key, so that the order in which households are read never matters. The
 * percentage is of all, and drawn from those who are not in anyhow. Refuses (throws) a key given twice: it would be drawn twice.
 */
export function drawSample(candidates: readonly SampleCandidate[], hundredths: number): Sample {
  if (new Set(candidates.map(({ key }) => key)).size !== candidates.length)
    throw new RangeError('a household stands twice in the population');
  const size = sampleSize(candidates.length, hundredths);
  const drawn = candidates
    .filter(({ relative }) => !relative)
    .sort(byHash)
    .slice(0, size)
    .map(({ key }) => key);
  const relatives = candidates
    .filter(({ relative }) => relative)
    .map(({ key }) => key)
    .sort((a, b) => a - b);
  return { size, drawn, relatives };
}

// Compared as code units: the order of letters in some language would differ between PCs.
function byHash(a: SampleCandidate, b: SampleCandidate): number {
  if (a.orderHash !== b.orderHash) return a.orderHash < b.orderHash ? -1 : 1;
  return a.key - b.key;
}
