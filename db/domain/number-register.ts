// The register of one series of numbers in one year (domain.md §7.2 no. 6): every number used, void, lost by a restore
// (ruling 26) or, which must never be, missing. Looks at numbers only; what stands on the papers is not its matter.
import { requireInteger } from './rounding.ts';

/** 'red': used, and taken back later by a red entry, which has no number of its own (ruling 25). */
export type NumberState = 'used' | 'void' | 'red';
export interface NumberedPaper {
  readonly number: number;
  readonly state: NumberState;
}
/** From and to, both included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

export interface NumberSeries {
  /** First number of the span looked at; 1 for a whole year. */
  readonly first: number;
  /** Last number given; below `first` when none was. */
  readonly last: number;
  /** In any order. */
  readonly papers: readonly NumberedPaper[];
  /** Numbers given away before a restore and never given again. */
  readonly lost: readonly NumberRange[];
}

export interface NumberRegister {
  readonly from: number | null;
  readonly to: number | null;
  /** Numbers on papers that stand, those with a red entry included. */
  readonly used: number;
  readonly void: number;
  /** Of the used ones. */
  readonly red: number;
  readonly lost: number;
  /** Given, but nowhere: must be empty. */
  readonly missing: readonly number[];
  /** The same as ranges, for printing. */
  readonly missingRanges: readonly NumberRange[];
  /** Numbers that stand on more than one paper: must be empty. */
  readonly doubled: readonly number[];
  /** Numbers on papers outside the span given: must be empty. */
  readonly outside: readonly number[];
}

/** A year of receipts is thousands; a counter beyond this is damaged. */
export const LARGEST_NUMBER = 9_999_999;

const EMPTY = 0;
const PAPER = 1;
const LOST = 2;

/**
 * Builds the register in one walk over numbers and papers. A paper wins over a range said to be lost. used + void + lost +
 * missing = all numbers given. Refuses (throws) a span that is none and numbers that are no whole numbers.
 */
export function numberRegister({ first, last, papers, lost }: NumberSeries): NumberRegister {
  requireInteger(first, 'first number');
  requireInteger(last, 'last number');
  if (first < 1 || last > LARGEST_NUMBER) throw new RangeError('no such span of numbers');
  const given = Math.max(0, last - first + 1);
  const seen = new Uint8Array(given);
  const counts = { used: 0, void: 0, red: 0 };
  const doubled: number[] = [];
  const outside: number[] = [];
  for (const { number, state } of papers) {
    requireInteger(number, 'number');
    if (number < first || number > last) outside.push(number);
    else if (seen[number - first] === PAPER) doubled.push(number);
    else {
      seen[number - first] = PAPER;
      counts[state] += 1;
    }
  }
  const lostCount = markLost(seen, first, lost);
  const missingRanges = rangesOf(seen, first);
  return {
    from: given === 0 ? null : first,
    to: given === 0 ? null : last,
    used: counts.used + counts.red,
    void: counts.void,
    red: counts.red,
    lost: lostCount,
    missing: missingRanges.flatMap(numbersOf),
    missingRanges,
    doubled,
    outside,
  };
}

/** Marks what was lost and has no paper; how many that are, each once even where two restores lost the same numbers. */
function markLost(seen: Uint8Array, first: number, lost: readonly NumberRange[]): number {
  let count = 0;
  for (const range of lost) {
    const end = Math.min(range.to - first, seen.length - 1);
    for (let at = Math.max(range.from - first, 0); at <= end; at += 1) {
      if (seen[at] !== EMPTY) continue;
      seen[at] = LOST;
      count += 1;
    }
  }
  return count;
}

/** The stretches nothing stands on. */
function rangesOf(seen: Uint8Array, first: number): readonly NumberRange[] {
  const ranges: NumberRange[] = [];
  let from = -1;
  for (let at = 0; at <= seen.length; at += 1) {
    const isMissing = at < seen.length && seen[at] === EMPTY;
    if (isMissing && from < 0) from = at;
    if (isMissing || from < 0) continue;
    ranges.push({ from: from + first, to: at - 1 + first });
    from = -1;
  }
  return ranges;
}

const numbersOf = ({ from, to }: NumberRange): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
