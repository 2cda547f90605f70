// What a line of goods is worth in the books (domain.md §4.3, scenario 15): the amount on the evidence, unless it is far
// from fair value; then the fair value with its reference noted; else no amount at all, which is not ¥0.00.
import { LARGEST_TYPED_FEN, multiplyPrice, sumFen, type Fen } from './money.ts';
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

export interface ValueChoice extends ValueFacts {
  readonly basis: ValueBasis;
  /** Fair value of the whole line where it was found otherwise than from the price list; null: take the list value. */
  readonly fairFen: Fen | null;
  /** Where the fair value comes from, and why the evidence was set aside; the evidence's own name. May be empty. */
  readonly note: string;
}

export type ValueRefusal =
  | 'value-evidence-missing'
  | 'value-far-from-fair'
  | 'value-fair-missing'
  | 'value-reference-missing'
  | 'value-zero'
  | 'value-too-large';
export type ChosenValue =
  | {
      readonly ok: true;
      /** Null: quantity only. */
      readonly valueFen: Fen | null;
    }
  | { readonly ok: false; readonly reason: ValueRefusal };

/**
 * The value a line is booked at. Refuses evidence that is missing or far from fair value, a fair value without amount or
 * without its reference noted, ¥0.00 (unknown is 'unpriced') and more than anybody may type.
 */
export function chooseValue(choice: ValueChoice, factor: number = FAR_FACTOR): ChosenValue {
  const { listValueFen, far } = judgeValue(choice, factor);
  const no = (reason: ValueRefusal): ChosenValue => ({ ok: false, reason });
  if (choice.basis === 'unpriced') return { ok: true, valueFen: null };
  const isEvidence = choice.basis === 'evidence';
  const valueFen = isEvidence ? choice.evidenceFen : (choice.fairFen ?? listValueFen);
  if (valueFen === null) return no(isEvidence ? 'value-evidence-missing' : 'value-fair-missing');
  if (valueFen <= 0) return no('value-zero');
  if (valueFen > LARGEST_TYPED_FEN) return no('value-too-large');
  if (isEvidence && far) return no('value-far-from-fair');
  if (!isEvidence && choice.note.trim() === '') return no('value-reference-missing');
  return { ok: true, valueFen };
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
