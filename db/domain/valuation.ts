// What a line of goods is worth in the books (domain.md §4.3, scenario 15): the amount on the evidence, unless it is far
// from fair value; then the fair value with its reference noted; else no amount at all, which is not ¥0.00.
import { multiplyPrice, sumFen, type Fen } from './money.ts';
import { requireInteger } from './rounding.ts';

/** Evidence above twice or below half the list value is far from fair value, unless the shop sets another factor. */
export const FAR_FACTOR = 2;

export interface ValueFacts {
  /** What invoice, customs paper or agreement says for the whole line; null: there is none. */
  readonly evidenceFen: Fen | null;
  /** Price list, for one unit; null: the item has none and nothing can be compared. */
  readonly listPriceFen: Fen | null;
  /** Smallest units of the line. */
  readonly quantity: number;
  /** Smallest units in one unit. */
  readonly unitScale: number;
}

export interface ValueJudgement {
  /** Value of the line at the list price; null without one. */
  readonly listValueFen: Fen | null;
  /** True when the evidence may not stand by itself. Never true where one side is unknown. */
  readonly far: boolean;
}

/**
 * Compares the evidence with the list value: far is more than `factor` times or less than a `factor`th; exactly that much
 * is still near. Exact, before any rounding. Refuses (throws) a factor, quantity or scale below 1 and amounts below 0.
 */
export function judgeValue(facts: ValueFacts, factor: number = FAR_FACTOR): ValueJudgement {
  const { evidenceFen, listPriceFen, quantity, unitScale } = facts;
  requireInteger(factor, 'factor');
  requireInteger(quantity, 'quantity');
  if (factor < 1 || quantity < 1) throw new RangeError('factor or quantity below 1');
  if ((evidenceFen ?? 0) < 0 || (listPriceFen ?? 0) < 0) throw new RangeError('negative amount');
  if (listPriceFen === null) return { listValueFen: null, far: false };
  const listValueFen = multiplyPrice(listPriceFen, quantity, unitScale);
  if (evidenceFen === null) return { listValueFen, far: false };
  const list = BigInt(listPriceFen) * BigInt(quantity);
  const evidence = BigInt(evidenceFen) * BigInt(unitScale);
  const far = evidence > list * BigInt(factor) || evidence * BigInt(factor) < list;
  return { listValueFen, far };
}

export const VALUE_BASES = ['evidence', 'fair-value', 'unpriced'] as const;
export type ValueBasis = (typeof VALUE_BASES)[number];

/** A line as it is to be booked. */
export interface ValuedLine extends ValueFacts {
  readonly basis: ValueBasis;
  /** Worth of the whole line; null: quantity only. */
  readonly valueFen: Fen | null;
  /** Where a fair value comes from and why evidence was set aside; the name of the evidence. May be empty. */
  readonly note: string;
}

export type ValueRefusal =
  | 'value-without-basis'
  | 'amount-not-positive'
  | 'value-not-evidence'
  | 'value-far-from-fair'
  | 'value-reference-missing';

/**
 * Why a line may not be booked at this value; null: it may. Unpriced goods have no amount, all others one above ¥0.00 (unknown
 * is 'unpriced'). On the basis of evidence the amount is the evidence's own and near fair value; where only the amount is
 * given, it is the evidence. A fair value has its reference noted.
 */
export function valueRefusal(line: ValuedLine, factor: number = FAR_FACTOR): ValueRefusal | null {
  const { basis, valueFen } = line;
  if (basis === 'unpriced') return valueFen === null ? null : 'value-without-basis';
  if (valueFen === null || valueFen <= 0) return 'amount-not-positive';
  if (basis === 'fair-value') return line.note.trim() === '' ? 'value-reference-missing' : null;
  const evidenceFen = line.evidenceFen ?? valueFen;
  if (evidenceFen !== valueFen) return 'value-not-evidence';
  return judgeValue({ ...line, evidenceFen }, factor).far ? 'value-far-from-fair' : null;
}

export interface ValuedTotal {
  /** Null when not one line has an amount: prints “—”, never ¥0.00 (scenario 13). */
  readonly fen: Fen | null;
  /** Lines the total leaves out; the paper says so. */
  readonly leftOut: number;
}

/** Adds what has an amount and counts what has none (物资折价 of scenario 15). */
export function totalValue(values: readonly (Fen | null)[]): ValuedTotal {
  const known = values.filter((value) => value !== null);
  return { fen: known.length === 0 ? null : sumFen(known), leftOut: values.length - known.length };
}
