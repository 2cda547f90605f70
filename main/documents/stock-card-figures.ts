// What the stock card adds up: 收入, 发出 and 结存 after every row, and whether the rows lead from opening to closing.
import type { Fen, StockCardModel, StockCardRow } from '../../db/contract/documents.ts';

/** Sums from the opening to a row. */
export interface CardSums {
  readonly inQuantity: number;
  readonly inFen: Fen;
  readonly outQuantity: number;
  readonly outFen: Fen;
  /** Movements without a value, in no amount. */
  readonly unpriced: number;
  readonly balance: number;
  readonly balanceFen: Fen | null;
}

export const cardStart = ({ opening }: StockCardModel): CardSums => ({
  inQuantity: 0,
  inFen: 0,
  outQuantity: 0,
  outFen: 0,
  unpriced: 0,
  balance: opening.quantity,
  balanceFen: opening.fen,
});

export function cardAfter(sums: CardSums, row: StockCardRow): CardSums {
  const comes = row.quantity >= 0;
  const fen = row.fen ?? 0;
  return {
    inQuantity: sums.inQuantity + (comes ? row.quantity : 0),
    inFen: sums.inFen + (comes ? fen : 0),
    outQuantity: sums.outQuantity - (comes ? 0 : row.quantity),
    outFen: sums.outFen - (comes ? 0 : fen),
    unpriced: sums.unpriced + (row.fen === null ? 1 : 0),
    balance: row.balance,
    balanceFen: row.balanceFen,
  };
}

export const cardTotal = (model: StockCardModel): CardSums => model.rows.reduce(cardAfter, cardStart(model));

/** Rows whose 结存 is not the one before plus what they moved: 0, or the card must not be believed. */
export function brokenRows(model: StockCardModel): number {
  let before = model.opening.quantity;
  let broken = 0;
  for (const row of model.rows) {
    if (before + row.quantity !== row.balance) broken += 1;
    before = row.balance;
  }
  return broken;
}
