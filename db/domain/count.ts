// Stocktakes (盘点) while the shop is open: states, what a figure means at the moment it is entered (ruling 21), when two
// counts agree, who may post, and what found goods cost (scenario 16). What is missing leaves at lot-cost.ts.
import type { Fen } from './money.ts';
import { requireInteger, roundRatio } from './rounding.ts';

export const COUNT_STATES = ['open', 'counted', 'posted', 'cancelled'] as const;
export type CountState = (typeof COUNT_STATES)[number];
export type CountAct = 'finish' | 'reopen' | 'post' | 'cancel';
export interface CountTransition {
  readonly act: CountAct;
  readonly from: readonly CountState[];
  readonly to: CountState;
}

/** Everything that may happen to a count; a posted one stays, its mistakes are corrected by a new count. */
export const COUNT_TRANSITIONS: readonly CountTransition[] = [
  { act: 'finish', from: ['open'], to: 'counted' },
  { act: 'reopen', from: ['counted'], to: 'open' },
  { act: 'post', from: ['counted'], to: 'posted' },
  { act: 'cancel', from: ['open', 'counted'], to: 'cancelled' },
];

/** The state an act leads to, or null when it may not be done in this one. */
export function countAfter(act: CountAct, state: CountState): CountState | null {
  return COUNT_TRANSITIONS.find((t) => t.act === act && t.from.includes(state))?.to ?? null;
}

/** First count, second count by another person, and the third that settles a misfit. */
export type CountRound = 1 | 2 | 3;

/** One figure somebody counted; of each round only the latest one is handed in. */
export interface CountEntry {
  readonly round: CountRound;
  /** Smallest units. */
  readonly counted: number;
  /** What the books said at the moment of entry; movements after it stay on top (ruling 21). */
  readonly expected: number;
  readonly staffId: number;
}

/** Found (positive) or missing (negative), in smallest units. */
export function countDifference({ counted, expected }: Pick<CountEntry, 'counted' | 'expected'>): number {
  requireInteger(counted, 'counted');
  requireInteger(expected, 'expected');
  if (counted < 0) throw new RangeError('counted below 0');
  return counted - expected;
}

export type CountResult =
  | { readonly kind: 'uncounted' }
  | { readonly kind: 'second-missing' }
  | {
      readonly kind: 'misfit';
      /** Differences of the two counts against the books. */
      readonly first: number;
      readonly second: number;
    }
  | {
      readonly kind: 'settled';
      /** The entry that counts. */
      readonly entry: CountEntry;
      readonly difference: number;
    };

/**
 * What the entries of one line come to. Two counts agree when their differences against the books do: goods handed out
 * between them change both figures and neither difference. A third entry settles, whatever it says. Refuses (throws) two
 * entries of one round.
 */
export function countResult(entries: readonly CountEntry[], twice: boolean): CountResult {
  if (new Set(entries.map((e) => e.round)).size !== entries.length)
    throw new RangeError('two entries of one round');
  const [first, second, third] = ([1, 2, 3] as const).map((round) => entries.find((e) => e.round === round));
  if (first === undefined) return { kind: 'uncounted' };
  if (!twice) return settled(first);
  if (second === undefined) return { kind: 'second-missing' };
  if (third !== undefined) return settled(third);
  if (countDifference(first) === countDifference(second)) return settled(second);
  return { kind: 'misfit', first: countDifference(first), second: countDifference(second) };
}

const settled = (entry: CountEntry): CountResult => ({
  kind: 'settled',
  entry,
  difference: countDifference(entry),
});

export type CountEntryRefusal = 'count-round-early' | 'count-second-person';

/**
 * Why this person may not enter a figure for this round; null: may. The second count is another person's than the first. A
 * round may be entered again by the same rule. The third is open to anyone, but only where two counts misfit: a small shop
 * has no third counter.
 */
export function countEntryRefusal(
  entries: readonly CountEntry[],
  round: CountRound,
  staffId: number,
  twice: boolean,
): CountEntryRefusal | null {
  const by = (r: CountRound): number | undefined => entries.find((e) => e.round === r)?.staffId;
  if (round === 1) return by(2) === staffId ? 'count-second-person' : null;
  if (!twice || by(1) === undefined) return 'count-round-early';
  if (round === 2) return by(1) === staffId ? 'count-second-person' : null;
  const firstTwo = entries.filter((e) => e.round !== 3);
  return countResult(firstTwo, true).kind === 'misfit' ? null : 'count-round-early';
}

/** Two-person posting: who counted any line of the count, in any round, does not post it. */
export function mayPostCount(counters: Iterable<number>, staffId: number): boolean {
  for (const counter of counters) if (counter === staffId) return false;
  return true;
}

/** A lot as it stands when a count is posted. */
export interface LotFigures {
  /** Smallest units on hand, all places together. */
  readonly onHand: number;
  /** Lot cost of them; null: unpriced. */
  readonly onHandFen: Fen | null;
  /** Smallest units received and what they were worth then. */
  readonly received: number;
  readonly receivedFen: Fen | null;
}

/**
 * Lot cost of `found` smallest units: the unit cost of what is on hand, or, when nothing is on hand any more, of what was
 * received. Rounded once, half away from zero. Null for an unpriced lot, never 0. Refuses (throws) less than 1 found.
 */
export function costOfFound(lot: LotFigures, found: number): Fen | null {
  for (const figure of [lot.onHand, lot.received, found]) requireInteger(figure, 'quantity');
  if (found < 1 || lot.onHand < 0 || lot.received < 1) throw new RangeError('quantity too small');
  const isLeft = lot.onHand > 0;
  const value = isLeft ? lot.onHandFen : lot.receivedFen;
  if (value === null) return null;
  requireInteger(value, 'value');
  return roundRatio(BigInt(value) * BigInt(found), BigInt(isLeft ? lot.onHand : lot.received));
}
