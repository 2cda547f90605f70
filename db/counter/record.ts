// Writes a redemption: each voucher by one conditional update, so that of two tills exactly one wins; the act with its lines, goods
// out of their lots, value out of the vouchers, cash into the trading book. Checks nothing else; whoever calls it has.
import { postCash } from '../cash/post.ts';
import { compiled } from '../compiled.ts';
import type { Context } from '../context.ts';
import type { VoucherState } from '../domain/voucher-state.ts';
import { Refusal } from '../failures.ts';
import type { Entry } from '../schema.ts';
import { postStock } from '../stock/post.ts';
import type { Basket, Part } from './basket.ts';
import { inGrace, type Holder } from './holder.ts';
import { redeemedBy } from './till-voucher.ts';

interface Taking {
  readonly id: number;
  readonly balance: number;
  readonly points: number;
  readonly rest: number;
  readonly restPoints: number;
  readonly state: VoucherState;
}
const takeOnce = compiled((tx, { id, balance, points, rest, restPoints, state }: Taking) =>
  tx
    .updateTable('voucher')
    .set({ state, balance_fen: rest, balance_points: restPoints })
    .where('id', '=', id)
    .where('balance_fen', '=', balance)
    .where('balance_points', '=', points)
    .where('state', 'in', ['issued', 'active', 'partly-used'])
    .compile(),
);

const restOf = ({ voucher, usedFen, lapsedFen, usedPoints, lapsedPoints }: Part) => ({
  fen: voucher.balance_fen - usedFen - lapsedFen,
  points: voucher.balance_points - usedPoints - lapsedPoints,
});
/** With this act nothing is left on it; a voucher in parts stays open while there is a rest. */
const closes = (part: Part): boolean => restOf(part).fen === 0 && restOf(part).points === 0;

/** Single use (rulings.md 4): what is not taken lapses with it. Refusal: `voucher-redeemed` by whoever came first. */
export const takeVouchers = async ({ tx }: Context, parts: readonly Part[]): Promise<void> => {
  for (const part of parts) {
    const { voucher } = part;
    const { numAffectedRows } = await takeOnce(tx, {
      id: voucher.id,
      balance: voucher.balance_fen,
      points: voucher.balance_points,
      rest: restOf(part).fen,
      restPoints: restOf(part).points,
      state: closes(part) ? 'used' : 'partly-used',
    });
    if (numAffectedRows !== 1n)
      throw new Refusal('voucher-redeemed', {
        serial: voucher.serial,
        ...(await redeemedBy(tx, voucher.id)),
      });
  }
};

interface NewRedemption {
  readonly number: string;
  readonly household_id: number;
  readonly category: string;
  readonly community: string;
  readonly members: number;
  readonly in_grace: 0 | 1;
  readonly face_fen: number;
  readonly used_fen: number;
  readonly lapsed_fen: number;
  readonly goods_fen: number;
  readonly topup_fen: number;
  readonly free_fen: number;
  readonly used_points: number;
  readonly lapsed_points: number;
  readonly entry: Entry;
  readonly channel: 'counter' | 'delivery';
  readonly institution_pickup_id: number | null;
  readonly approved_by: number | null;
  readonly shift_id: number | null;
  readonly business_day: string;
  readonly counted_day: string;
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

interface NewPart {
  readonly voucher_id: number;
  readonly before_fen: number;
  readonly used_fen: number;
  readonly lapsed_fen: number;
  readonly before_points: number;
  readonly used_points: number;
  readonly lapsed_points: number;
}
const insertParts = compiled((tx, { id, parts }: { id: number; parts: readonly NewPart[] }) =>
  tx
    .insertInto('redemption_voucher')
    .values(parts.map((part) => ({ redemption_id: id, ...part })))
    .compile(),
);

interface NewLine {
  readonly line: number;
  readonly item_id: number;
  readonly quantity: number;
  readonly price_fen: number | null;
  readonly amount_fen: number | null;
  readonly points: number | null;
}
const insertLines = compiled((tx, { id, lines }: { id: number; lines: readonly NewLine[] }) =>
  tx
    .insertInto('redemption_line')
    .values(lines.map((line) => ({ redemption_id: id, ...line, back_of: null })))
    .compile(),
);

interface NewPosting {
  readonly voucher_id: number;
  readonly category: string;
  readonly kind: 'redeemed' | 'lapsed';
  readonly pieces: -1 | 0;
  readonly amount_fen: number;
  readonly amount_points: number;
}
const insertPostings = compiled(
  (tx, { of, postings }: { of: PostingFacts; postings: readonly NewPosting[] }) =>
    tx
      .insertInto('voucher_posting')
      .values(postings.map((posting) => ({ ...of, ...posting, reverses: null })))
      .compile(),
);
interface PostingFacts {
  readonly community: string;
  readonly business_day: string;
  readonly at: string;
  readonly redemption_id: number;
  readonly staff_id: number;
}

export interface RedemptionFacts {
  readonly number: string;
  readonly entry: Entry;
  readonly channel: 'counter' | 'delivery';
  /** Part of an institution's act; null: the household came, or its proxy. */
  readonly institutionPickupId: number | null;
  /** Who said yes to a voucher looked up by name. */
  readonly approvedBy: number | null;
  readonly shiftId: number | null;
}

/** Writes the act: redemption and lines, goods out of their lots, value out of the vouchers, cash into the book. */
export const record = async (
  context: Context,
  holder: Holder,
  basket: Basket,
  facts: RedemptionFacts,
): Promise<number> => {
  const { tx, now, day, actor } = context;
  const id = await recordAct(context, holder, basket, facts);
  await insertLines(tx, {
    id,
    lines: basket.lines.map(({ item, quantity, amountFen, points }, at) => ({
      line: at + 1,
      item_id: item.id,
      quantity,
      price_fen: item.listPriceFen,
      amount_fen: amountFen,
      points,
    })),
  });
  const booked = { document: 'redemption' as const, documentId: id, day, lateFor: null, now };
  await postStock(tx, { ...booked, kind: 'issued', staffId: actor.staffId }, basket.moves);
  if (basket.parts.length > 0) await recordParts(context, holder, basket.parts, id);
  if (basket.topUpFen > 0)
    await postCash(tx, { ...booked, source: 'trading', amountFen: basket.topUpFen, staffId: actor.staffId });
  return id;
};

const sum = (parts: readonly Part[], figure: (part: Part) => number): number =>
  parts.reduce((total, part) => total + figure(part), 0);

const recordAct = async (
  { tx, now, day, actor, session }: Context,
  holder: Holder,
  { parts, goodsFen, topUpFen, freeFen }: Basket,
  { number, entry, channel, institutionPickupId, approvedBy, shiftId }: RedemptionFacts,
): Promise<number> => {
  const { rows } = await insertRedemption(tx, {
    number,
    household_id: holder.household_id,
    category: parts[0]?.voucher.category ?? holder.household_category,
    community: holder.community,
    members: holder.members,
    in_grace: inGrace(holder, day) ? 1 : 0,
    face_fen: sum(parts, ({ usedFen, lapsedFen }) => usedFen + lapsedFen),
    used_fen: sum(parts, ({ usedFen }) => usedFen),
    lapsed_fen: sum(parts, ({ lapsedFen }) => lapsedFen),
    goods_fen: goodsFen,
    topup_fen: topUpFen,
    free_fen: freeFen,
    used_points: sum(parts, ({ usedPoints }) => usedPoints),
    lapsed_points: sum(parts, ({ lapsedPoints }) => lapsedPoints),
    entry,
    channel,
    institution_pickup_id: institutionPickupId,
    approved_by: approvedBy,
    shift_id: shiftId,
    business_day: day,
    counted_day: day,
    at: now,
    terminal: session.terminal,
    staff_id: actor.staffId,
  });
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('no redemption id');
  return id;
};

const recordParts = async (
  { tx, now, day, actor }: Context,
  { community }: Holder,
  parts: readonly Part[],
  id: number,
): Promise<void> => {
  await insertParts(tx, {
    id,
    parts: parts.map(({ voucher, usedFen, lapsedFen, usedPoints, lapsedPoints }) => ({
      voucher_id: voucher.id,
      before_fen: voucher.balance_fen,
      used_fen: usedFen,
      lapsed_fen: lapsedFen,
      before_points: voucher.balance_points,
      used_points: usedPoints,
      lapsed_points: lapsedPoints,
    })),
  });
  await insertPostings(tx, {
    of: { community, business_day: day, at: now, redemption_id: id, staff_id: actor.staffId },
    postings: parts.flatMap(postingsOf),
  });
};

const postingsOf = (part: Part): readonly NewPosting[] => {
  const { voucher, usedFen, lapsedFen, usedPoints, lapsedPoints } = part;
  const of = { voucher_id: voucher.id, category: voucher.category };
  const used: NewPosting = {
    ...of,
    kind: 'redeemed',
    pieces: closes(part) ? -1 : 0,
    amount_fen: 0 - usedFen,
    amount_points: 0 - usedPoints,
  };
  return lapsedFen + lapsedPoints === 0
    ? [used]
    : [
        used,
        { ...of, kind: 'lapsed', pieces: 0, amount_fen: 0 - lapsedFen, amount_points: 0 - lapsedPoints },
      ];
};
