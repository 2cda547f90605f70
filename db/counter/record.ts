// Writes a redemption: the voucher by one conditional update, so that of two tills exactly one wins; the act with its lines, goods
// out of their lots, value out of the voucher. Checks nothing else; whoever calls it has.
import { compiled } from '../compiled.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../failures.ts';
import { postStock } from '../stock/post.ts';
import type { Basket } from './basket.ts';
import { inGrace, redeemedBy, type TillVoucher } from './till-voucher.ts';

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
export const takeVoucher = async ({ tx }: Context, voucher: TillVoucher): Promise<void> => {
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
  readonly institution_pickup_id: number | null;
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

export interface RedemptionFacts {
  readonly number: string;
  readonly entry: 'scanned' | 'typed';
  /** Part of an institution's act; null: the household came, or its proxy. */
  readonly institutionPickupId: number | null;
}

/** Writes the act: redemption and lines, goods out of their lots, value out of the voucher. */
export const record = async (
  context: Context,
  voucher: TillVoucher,
  basket: Basket,
  { number, entry, institutionPickupId }: RedemptionFacts,
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
    institution_pickup_id: institutionPickupId,
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
