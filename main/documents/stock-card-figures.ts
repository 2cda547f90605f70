// What the stock card adds up: 收入, 发出 and 结存 after every row, and whether the rows lead from opening to closing.
import type { Fen, StockCardModel, StockCardRow } from '../../db/contract/documents.ts';

/** Sums from the opening to a row. */
export interface CardSums {
  readonly inQuantity: number;
  /** null = nothing with a value came in yet. */
  readonly inFen: Fen | null;
  readonly outQuantity: number;
  readonly outFen: Fen | null;
  /** Movements without a value, in no amount. */
  readonly unpriced: number;
  readonly balance: number;
  readonly balanceFen: Fen | null;
}

export const cardStart = ({ opening }: StockCardModel): CardSums => ({
  inQuantity: 0,
  inFen: null,
  outQuantity: 0,
  outFen: null,
  unpriced: 0,
  balance: opening.quantity,
  balanceFen: opening.fen,
});

export function cardAfter(sums: CardSums, row: StockCardRow): CardSums {
  const after = {
    ...sums,
    unpriced: sums.unpriced + (row.fen === null ? 1 : 0),
    balance: row.balance,
    balanceFen: row.balanceFen,
  };
  const more = (sum: Fen | null, sign: 1 | -1): Fen | null =>
    row.fen === null ? sum : (sum ?? 0) + sign * row.fen;
  return row.quantity >= 0
    ? { ...after, inQuantity: sums.inQuantity + row.quantity, inFen: more(sums.inFen, 1) }
    : { ...after, outQuantity: sums.outQuantity - row.quantity, outFen: more(sums.outFen, -1) };
}

/** A sum to print: nothing moved is worth 0, goods without a value are worth nobody knows what. */
export const sumOrUnknown = (quantity: number, fen: Fen | null): Fen | null =>
  quantity === 0 ? (fen ?? 0) : fen;

export const cardTotal = (model: StockCardModel): CardSums => model.rows.reduce(cardAfter, cardStart(model));

/** Rows whose 结存 is not the one before plus what they moved: none, or the card must not be believed. */
export function brokenRows({ opening, rows }: StockCardModel): number {
  return rows.filter((row, index) => {
    const last = rows[index - 1];
    const quantity = last === undefined ? opening.quantity : last.balance;
    const fen = last === undefined ? opening.fen : last.balanceFen;
    // Where any amount is unknown nothing can be said of the money.
    const unknown = fen === null || row.fen === null || row.balanceFen === null;
    return quantity + row.quantity !== row.balance || (!unknown && fen + row.fen !== row.balanceFen);
  }).length;
}
