// What a basket comes to: every line's lots (first expiry first), its worth, who pays for it, and everything that speaks against it at
// once.
import type { Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import { LARGEST_TYPED_FEN, multiplyPrice, sumFen } from '../domain/money.ts';
import { pointsFor } from '../domain/points.ts';
import { settle, type Payment } from '../domain/settle.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { stockedItems, type StockedItem } from '../stock/lots.ts';
import type { LotMove } from '../stock/post.ts';
import { dailyPart } from '../stock/short-dated.ts';
import { takeFrom, type Wanted } from '../stock/take.ts';
import { settingsOf } from './holder.ts';
import { packageLines } from './package.ts';
import type { PutDown } from './put-down.ts';
import type { TillVoucher } from './till-voucher.ts';

export interface Line {
  readonly item: StockedItem;
  readonly quantity: number;
  /** At list price; null: not priced, counts 0 against a voucher. */
  readonly amountFen: number | null;
  /** Of a points voucher; null: money, package or free. */
  readonly points: number | null;
}
/** What one voucher gives: money in fen, or points; the other figures are 0. */
export interface Part {
  readonly voucher: TillVoucher;
  readonly usedFen: number;
  readonly lapsedFen: number;
  readonly usedPoints: number;
  readonly lapsedPoints: number;
}
export interface Basket {
  readonly lines: readonly Line[];
  readonly moves: readonly LotMove[];
  readonly parts: readonly Part[];
  /** At list price. */
  readonly goodsFen: number;
  readonly topUpFen: number;
  readonly freeFen: number;
}

export type WantedLine = Wanted & { readonly itemId: number };

/**
 * Refusals: `basket-empty`; every failing line at once (`item-unknown`, `stock-…`, `item-without-points`, `item-not-free`) and what
 * nothing pays for (`basket-over-face`, `basket-over-points`, `topup-not-due`); and what `judge` says of the goods.
 */
export const fill = async (
  context: Context,
  down: PutDown,
  wanted: readonly WantedLine[],
  topUpFen: number,
  judge: (lines: readonly Line[], free: boolean) => Promise<readonly Reason[]>,
): Promise<Basket> => {
  const reasons: Reason[] = [];
  const packed = await packageLines(context.tx, down.vouchers);
  const chosen = await takeLines(context, down, wanted, packed, reasons);
  if (chosen.lines.length === 0 && reasons.length === 0) throw new Refusal('basket-empty');
  const paid = pay(down, chosen.payable, topUpFen, reasons);
  reasons.push(...(await judge(chosen.lines, down.vouchers.length === 0)));
  refuseAll(reasons);
  return {
    lines: chosen.lines,
    moves: chosen.moves,
    parts: paid,
    goodsFen: sumFen(chosen.lines.map(({ amountFen }) => amountFen ?? 0)),
    topUpFen,
    freeFen: down.vouchers.length > 0 ? 0 : sumFen(chosen.payable.map(({ amountFen }) => amountFen ?? 0)),
  };
};

interface Chosen {
  readonly lines: readonly Line[];
  /** Without what packages bring. */
  readonly payable: readonly Line[];
  readonly moves: readonly LotMove[];
}

/** Goods of packages and goods chosen leave together, so that neither takes what the other was promised. */
const takeLines = async (
  { tx, day }: Context,
  { holder, vouchers, taker }: PutDown,
  wanted: readonly WantedLine[],
  packed: readonly WantedLine[],
  reasons: Reason[],
): Promise<Chosen> => {
  const all = byItem([...packed, ...wanted]);
  const items = await stockedItems(tx, [...all.keys()]);
  const household = { householdId: holder.household_id, members: holder.members };
  const receiver = { taker, part: await dailyPart(tx, household, day, items.values()) };
  const moves: LotMove[] = [];
  for (const [itemId, ofItem] of all) {
    const item = items.get(itemId);
    if (!item) {
      reasons.push({ code: 'item-unknown', params: { itemId } });
      continue;
    }
    const open = vouchers.length > 0 ? item : freeOf(item);
    const taken: readonly LotMove[] | Reason =
      open.lots.length === 0 && open !== item
        ? { code: 'item-not-free', params: { item: item.name } }
        : takeFrom(open, ofItem, receiver, day);
    if ('code' in taken) reasons.push(taken);
    else moves.push(...taken);
  }
  const inPoints = vouchers.some(({ kind }) => kind === 'points');
  const lineOf = (points: boolean) => (entry: readonly [number, readonly Wanted[]]) =>
    priced(items.get(entry[0]), entry[1], points, reasons);
  const payable = [...byItem(wanted)].flatMap(lineOf(inPoints));
  return { moves, payable, lines: [...[...byItem(packed)].flatMap(lineOf(false)), ...payable] };
};

const byItem = (lines: readonly WantedLine[]): ReadonlyMap<number, readonly Wanted[]> => {
  const linesOf = new Map<number, Wanted[]>();
  for (const line of lines) linesOf.set(line.itemId, [...(linesOf.get(line.itemId) ?? []), line]);
  return linesOf;
};

/** Without a voucher only short-dated goods may leave (domain.md §3, 临期). */
export const freeOf = (item: StockedItem): StockedItem => ({
  ...item,
  lots: item.lots.filter(({ shortDated }) => shortDated),
});

const priced = (
  item: StockedItem | undefined,
  wanted: readonly Wanted[],
  inPoints: boolean,
  reasons: Reason[],
): readonly Line[] => {
  if (!item) return [];
  const quantity = wanted.reduce((sum, line) => sum + line.quantity, 0);
  if (isAbsurd(item, quantity)) {
    reasons.push({ code: 'input-invalid', field: 'lines.quantity' });
    return [];
  }
  const { listPriceFen, pointsPrice, unitScale } = item;
  if (inPoints && pointsPrice === null)
    reasons.push({ code: 'item-without-points', params: { item: item.name } });
  return [
    {
      item,
      quantity,
      amountFen: listPriceFen === null ? null : multiplyPrice(listPriceFen, quantity, unitScale),
      points: inPoints && pointsPrice !== null ? pointsFor(pointsPrice, quantity, unitScale) : null,
    },
  ];
};

/** Worth more than any amount somebody may type: a slip of the finger, which no figure here would hold exactly. */
const isAbsurd = ({ listPriceFen, pointsPrice, unitScale }: StockedItem, quantity: number): boolean =>
  (Math.max(listPriceFen ?? 0, pointsPrice ?? 0) / unitScale) * quantity > LARGEST_TYPED_FEN;

/** A package is taken whole, at its face; the rest of the basket is settled among the other vouchers. */
const pay = (
  { holder, vouchers }: PutDown,
  payable: readonly Line[],
  topUpFen: number,
  reasons: Reason[],
): readonly Part[] => {
  const packages = vouchers.filter(({ kind }) => kind === 'package');
  const purses = vouchers.filter(({ kind }) => kind !== 'package');
  const inPoints = purses.some(({ kind }) => kind === 'points');
  const worth = sumFen(payable.map(({ amountFen, points }) => (inPoints ? points : amountFen) ?? 0));
  const balanceOf = (voucher: TillVoucher) => (inPoints ? voucher.balance_points : voucher.balance_fen);
  const { payments, over } = settle(
    purses.map((voucher) => ({
      id: voucher.id,
      balance: balanceOf(voucher),
      inParts: voucher.in_parts === 1,
      validTo: voucher.valid_to,
    })),
    vouchers.length === 0 ? 0 : worth,
  );
  const balance = purses.reduce((sum, voucher) => sum + balanceOf(voucher), 0);
  if (inPoints && over > 0)
    reasons.push({ code: 'basket-over-points', params: { over, used: worth, balance } });
  else if (over > 0 && !(purses.length > 0 && settingsOf(holder).topUpAllowed && topUpFen === over))
    reasons.push({
      code: 'basket-over-face',
      params: { overFen: over, usedFen: worth, balanceFen: balance },
    });
  else if (topUpFen > 0 && topUpFen !== over) reasons.push({ code: 'topup-not-due', params: { topUpFen } });
  const byId = new Map(vouchers.map((voucher) => [voucher.id, voucher]));
  const needed = payable.length > 0 || packages.length === 0 ? payments : [];
  return [
    ...packages.map((voucher) => partOf(voucher, { used: voucher.balance_fen, lapsed: 0 }, false)),
    ...needed.flatMap((payment) => {
      const voucher = byId.get(payment.id);
      return voucher ? [partOf(voucher, payment, inPoints)] : [];
    }),
  ];
};

const partOf = (
  voucher: TillVoucher,
  { used, lapsed }: Pick<Payment, 'used' | 'lapsed'>,
  inPoints: boolean,
): Part => ({
  voucher,
  usedFen: inPoints ? 0 : used,
  lapsedFen: inPoints ? 0 : lapsed,
  usedPoints: inPoints ? used : 0,
  lapsedPoints: inPoints ? lapsed : 0,
});
