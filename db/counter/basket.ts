// What a basket comes to: every line's lots (first expiry first), its amount, and everything that speaks against it at once.
import type { Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import { LARGEST_TYPED_FEN, multiplyPrice, sumFen } from '../domain/money.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { stockedItems, type StockedItem } from '../stock/lots.ts';
import type { LotMove } from '../stock/post.ts';
import { dailyPart } from '../stock/short-dated.ts';
import { takeFrom, type Wanted } from '../stock/take.ts';
import { takerOf, type TillVoucher } from './till-voucher.ts';

export interface Line {
  readonly item: StockedItem;
  readonly quantity: number;
  /** At list price; null: not priced, counts 0 against the voucher. */
  readonly amountFen: number | null;
}
export interface Basket {
  readonly lines: readonly Line[];
  readonly moves: readonly LotMove[];
  readonly usedFen: number;
}

export type WantedLine = Wanted & { readonly itemId: number };

/** Refusals: `basket-empty`; every failing line at once (`item-unknown`, `stock-…`) and `basket-over-face`. */
export const fill = async (
  { tx, day }: Context,
  voucher: TillVoucher,
  wanted: readonly WantedLine[],
): Promise<Basket> => {
  const linesOf = new Map<number, Wanted[]>();
  for (const line of wanted) linesOf.set(line.itemId, [...(linesOf.get(line.itemId) ?? []), line]);
  if (linesOf.size === 0) throw new Refusal('basket-empty');
  const items = await stockedItems(tx, [...linesOf.keys()]);
  const household = { householdId: voucher.household_id, members: voucher.members };
  const receiver = { taker: takerOf(voucher), part: await dailyPart(tx, household, day, items.values()) };
  const reasons: Reason[] = [];
  const lines: Line[] = [];
  const moves: LotMove[] = [];
  for (const [itemId, ofItem] of linesOf) {
    const item = items.get(itemId);
    const quantity = ofItem.reduce((sum, line) => sum + line.quantity, 0);
    if (!item) {
      reasons.push({ code: 'item-unknown', params: { itemId } });
      continue;
    }
    const taken = takeFrom(item, ofItem, receiver, day);
    if ('code' in taken) reasons.push(taken);
    else moves.push(...taken);
    if (isAbsurd(item, quantity)) {
      if (!('code' in taken)) reasons.push({ code: 'input-invalid', field: 'lines.quantity' });
      continue;
    }
    lines.push({
      item,
      quantity,
      amountFen:
        item.listPriceFen === null ? null : multiplyPrice(item.listPriceFen, quantity, item.unitScale),
    });
  }
  const usedFen = sumFen(lines.map(({ amountFen }) => amountFen ?? 0));
  const overFen = usedFen - voucher.balance_fen;
  if (overFen > 0)
    reasons.push({ code: 'basket-over-face', params: { overFen, usedFen, balanceFen: voucher.balance_fen } });
  refuseAll(reasons);
  return { lines, moves, usedFen };
};

/** Worth more than any amount somebody may type: a slip of the finger, which no figure here would hold exactly. */
const isAbsurd = ({ listPriceFen, unitScale }: StockedItem, quantity: number): boolean =>
  listPriceFen !== null && (listPriceFen / unitScale) * quantity > LARGEST_TYPED_FEN;
