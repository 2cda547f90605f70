// What a typed gift amounts to so far: sums grow with what can be read and say what they leave out. Pure.
import { multiplyPrice, parseYuan, sumFen } from '../../db/domain/money.ts';
import { readQuantity } from '../goods/quantity-text.ts';
import type { Draft, DraftLine } from './draft.ts';

export interface DraftTotals {
  /** Null: no cash typed, or not readable yet. */
  readonly cashFen: number | null;
  /** Sum of the lines with a readable value; null when there is none. */
  readonly goodsFen: number | null;
  readonly lines: number;
  /** Lines that stay without a value by choice (未计价). */
  readonly unpriced: number;
  /** Lines whose value is still to be typed. */
  readonly open: number;
}

const fenOf = (text: string): number | null => {
  const read = parseYuan(text);
  return read.ok && read.fen > 0 ? read.fen : null;
};

export const draftTotals = (draft: Draft): DraftTotals => {
  const unpriced = draft.lines.filter(({ basis }) => basis === 'unpriced').length;
  const values = draft.lines.map((line) => (line.basis === 'unpriced' ? null : fenOf(line.value)));
  const priced = values.filter((fen) => fen !== null);
  return {
    cashFen: fenOf(draft.cash),
    goodsFen: priced.length === 0 ? null : sumFen(priced),
    lines: draft.lines.length,
    unpriced,
    open: draft.lines.length - unpriced - priced.length,
  };
};

/** What the line would be worth at the reference price; null when price or quantity is not known. A proposal, never filled in unasked. */
export const byListPrice = (line: DraftLine): number | null => {
  const read = readQuantity(line.quantity, line.item);
  if (line.item.listPriceFen === null || !read.ok) return null;
  return multiplyPrice(line.item.listPriceFen, read.quantity, line.item.unitScale);
};
