// Looks for redemptions that do not add up by themselves: what the vouchers gave, what the goods cost and what the ledgers say of the same
// act. Reads every act of the books: for the print, not for the screen.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { mostNamed, type Gap } from './gaps.ts';

/** Named by the number of the slip. */
export const redemptionGaps = async (tx: Tx): Promise<readonly Gap[]> => [
  ...(await named(tx, 'redemption-vouchers', byVouchers)),
  ...(await named(tx, 'redemption-goods', byLines)),
  ...(await named(tx, 'redemption-paid', byPayment)),
  ...(await named(tx, 'redemption-postings', byPostings)),
];

interface Found {
  readonly where: string;
  readonly expected: number;
  readonly found: number;
}
const named = async (
  tx: Tx,
  what: Gap['what'],
  query: ReturnType<typeof sql<Found>>,
): Promise<readonly Gap[]> => {
  const { rows } = await query.execute(tx);
  return rows.map((row) => ({ what, ...row }));
};

/** What each voucher gave comes to what the act says it took; money and points are added only to be compared. */
const byVouchers = sql<Found>`
  SELECT r.number AS "where", r.used_fen + r.lapsed_fen + r.used_points + r.lapsed_points AS expected,
    coalesce(p.used_fen + p.lapsed_fen + p.used_points + p.lapsed_points, 0) AS found
  FROM redemption AS r LEFT JOIN (
    SELECT redemption_id, sum(used_fen) AS used_fen, sum(lapsed_fen) AS lapsed_fen, sum(used_points) AS used_points,
      sum(lapsed_points) AS lapsed_points FROM redemption_voucher GROUP BY redemption_id
  ) AS p ON p.redemption_id = r.id
  WHERE r.used_fen <> coalesce(p.used_fen, 0) OR r.lapsed_fen <> coalesce(p.lapsed_fen, 0)
    OR r.used_points <> coalesce(p.used_points, 0) OR r.lapsed_points <> coalesce(p.lapsed_points, 0)
  LIMIT ${mostNamed}`;

/** 实领物资金额 is the sum of the lines. */
const byLines = sql<Found>`
  SELECT r.number AS "where", coalesce(l.fen, 0) AS expected, r.goods_fen AS found
  FROM redemption AS r LEFT JOIN (
    SELECT redemption_id, sum(amount_fen) AS fen FROM redemption_line GROUP BY redemption_id
  ) AS l ON l.redemption_id = r.id
  WHERE r.goods_fen <> coalesce(l.fen, 0) LIMIT ${mostNamed}`;

/** Goods are paid for by vouchers, cash or nothing at all; a package is worth its face whatever its goods cost, points are no money. */
const byPayment = sql<Found>`
  SELECT r.number AS "where", r.goods_fen AS expected, r.used_fen + r.topup_fen + r.free_fen AS found
  FROM redemption AS r
  WHERE r.used_fen + r.topup_fen + r.free_fen <> r.goods_fen AND NOT EXISTS (
    SELECT 1 FROM redemption_voucher AS part JOIN voucher AS v ON v.id = part.voucher_id JOIN batch ON batch.id = v.batch_id
    WHERE part.redemption_id = coalesce(r.reverses, r.id) AND batch.kind <> 'value'
  ) LIMIT ${mostNamed}`;

/** The voucher ledger says of the same act what it took. */
const byPostings = sql<Found>`
  SELECT r.number AS "where", r.face_fen + r.used_points + r.lapsed_points AS expected, coalesce(p.fen + p.points, 0) AS found
  FROM redemption AS r LEFT JOIN (
    SELECT redemption_id, 0 - sum(amount_fen) AS fen, 0 - sum(amount_points) AS points FROM voucher_posting
    WHERE redemption_id IS NOT NULL AND kind IN ('redeemed', 'lapsed') GROUP BY redemption_id
  ) AS p ON p.redemption_id = r.id
  WHERE r.face_fen <> coalesce(p.fen, 0) OR r.used_points + r.lapsed_points <> coalesce(p.points, 0) LIMIT ${mostNamed}`;
