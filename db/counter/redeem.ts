// Redemption (核销): one voucher, one basket, one transaction. Everything the screen showed is checked again here; the voucher
// is taken by one conditional update, so that of two tills exactly one wins.
import { compiled } from '../compiled.ts';
import type { Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { LARGEST_TYPED_FEN, multiplyPrice, sumFen } from '../domain/money.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { stockedItems, type StockedItem } from '../stock/lots.ts';
import { postStock, type LotMove } from '../stock/post.ts';
import { dailyPart } from '../stock/short-dated.ts';
import { takeFrom, type Wanted } from '../stock/take.ts';
import {
  inGrace,
  redeemedBy,
  refuseUnusable,
  takerOf,
  voucherById,
  type TillVoucher,
} from './till-voucher.ts';

interface Line {
  readonly item: StockedItem;
  readonly quantity: number;
  /** At list price; null: not priced, counts 0 against the voucher. */
  readonly amountFen: number | null;
}
interface Basket {
  readonly lines: readonly Line[];
  readonly moves: readonly LotMove[];
  readonly usedFen: number;
}

export const redeem = async (
  context: Context,
  input: ParsedInput<'counter.redeem'>,
): Promise<Output<'counter.redeem'>> => {
  const { tx, day } = context;
  const voucher = await voucherById(tx, input.voucherId);
  if (!voucher) throw new Refusal('code-unknown');
  context.note(`voucher:${voucher.id}`);
  await refuseUnusable(context, voucher);
  const basket = await fill(context, voucher, input.lines);
  const rest = {
    beforeFen: voucher.balance_fen,
    usedFen: basket.usedFen,
    lapsedFen: voucher.balance_fen - basket.usedFen,
    afterFen: 0,
  };
  await takeVoucher(context, voucher);
  const number = await nextNumber(tx, 'redemption', day);
  const redemptionId = await record(context, voucher, basket, input.entry, number);
  context.note(`voucher:${voucher.id}`, {
    redemption: redemptionId,
    usedFen: rest.usedFen,
    lapsedFen: rest.lapsedFen,
    lines: basket.lines.length,
  });
  return {
    redemptionId,
    number,
    ...rest,
    validTo: voucher.valid_to,
    lines: basket.lines.map(({ item, quantity, amountFen }) => ({
      itemName: item.name,
      unit: item.unit,
      unitScale: item.unitScale,
      quantity,
      amountFen,
    })),
  };
};

/** Refusals: `basket-empty`; every failing line at once (`item-unknown`, `stock-…`) and `basket-over-face`. */
const fill = async (
  { tx, day }: Context,
  voucher: TillVoucher,
  wanted: readonly (Wanted & { readonly itemId: number })[],
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

const takeOnce = compiled((tx, { id, balance }: { id: number; balance: number }) =>
  tx
    .updateTable('voucher')
    .set({ state: 'used', balance_fen: 0 })
    .where('id', '=', id)
    .where('balance_fen', '=', balance)
    .where('state', 'in', ['issued', 'active', 'partly-used'])
    .compile(),
);

/** Single use (rulings.md 4): what is not taken lapses with it. Refusal: `voucher-redeemed` by whoever came first. */
const takeVoucher = async ({ tx }: Context, voucher: TillVoucher): Promise<void> => {
  const { numAffectedRows } = await takeOnce(tx, { id: voucher.id, balance: voucher.balance_fen });
  if (numAffectedRows !== 1n)
    throw new Refusal('voucher-redeemed', { serial: voucher.serial, ...(await redeemedBy(tx, voucher.id)) });
};

interface NewRedemption {
  readonly number: string;
  readonly voucher_id: number;
  readonly household_id: number;
  readonly category: string;
  readonly community: string;
  readonly members: number;
  readonly in_grace: 0 | 1;
  readonly face_fen: number;
  readonly used_fen: number;
  readonly lapsed_fen: number;
  readonly goods_fen: number;
  readonly entry: 'scanned' | 'typed';
  readonly business_day: string;
  readonly at: string;
  readonly terminal: string;
  readonly staff_id: number;
}
const insertRedemption = compiled((tx, row: NewRedemption) =>
  tx
    .insertInto('redemption')
    .values({ ...row, reverses: null })
    .returning('id')
    .compile(),
);

interface NewLine {
  readonly line: number;
  readonly item_id: number;
  readonly quantity: number;
  readonly price_fen: number | null;
  readonly amount_fen: number | null;
}
const insertLines = compiled((tx, { id, lines }: { id: number; lines: readonly NewLine[] }) =>
  tx
    .insertInto('redemption_line')
    .values(lines.map((line) => ({ redemption_id: id, ...line })))
    .compile(),
);

interface NewPosting {
  readonly kind: 'redeemed' | 'lapsed';
  readonly pieces: -1 | 0;
  readonly amount_fen: number;
}
const insertPostings = compiled(
  (tx, { of, postings }: { of: PostingFacts; postings: readonly NewPosting[] }) =>
    tx
      .insertInto('voucher_posting')
      .values(postings.map((posting) => ({ ...of, ...posting, reverses: null })))
      .compile(),
);
interface PostingFacts {
  readonly voucher_id: number;
  readonly category: string;
  readonly community: string;
  readonly business_day: string;
  readonly at: string;
  readonly redemption_id: number;
  readonly staff_id: number;
}

/** Writes the act: redemption and lines, goods out of their lots, value out of the voucher. */
const record = async (
  context: Context,
  voucher: TillVoucher,
  basket: Basket,
  entry: 'scanned' | 'typed',
  number: string,
): Promise<number> => {
  const { tx, now, day, actor, session } = context;
  const { lines, moves, usedFen } = basket;
  const lapsedFen = voucher.balance_fen - usedFen;
  const shared = {
    category: voucher.category,
    community: voucher.community,
    business_day: day,
    at: now,
    staff_id: actor.staffId,
  };
  const { rows } = await insertRedemption(tx, {
    ...shared,
    number,
    voucher_id: voucher.id,
    household_id: voucher.household_id,
    members: voucher.members,
    in_grace: inGrace(voucher, day) ? 1 : 0,
    face_fen: voucher.balance_fen,
    used_fen: usedFen,
    lapsed_fen: lapsedFen,
    goods_fen: usedFen,
    entry,
    terminal: session.terminal,
  });
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('no redemption id');
  await insertLines(tx, {
    id,
    lines: lines.map(({ item, quantity, amountFen }, at) => ({
      line: at + 1,
      item_id: item.id,
      quantity,
      price_fen: item.listPriceFen,
      amount_fen: amountFen,
    })),
  });
  await postStock(
    tx,
    {
      kind: 'issued',
      document: 'redemption',
      documentId: id,
      day,
      lateFor: null,
      now,
      staffId: actor.staffId,
    },
    moves,
  );
  const used: NewPosting = { kind: 'redeemed', pieces: -1, amount_fen: 0 - usedFen };
  const lapsed: NewPosting[] = lapsedFen > 0 ? [{ kind: 'lapsed', pieces: 0, amount_fen: -lapsedFen }] : [];
  await insertPostings(tx, {
    of: { ...shared, voucher_id: voucher.id, redemption_id: id },
    postings: [used, ...lapsed],
  });
  return id;
};
