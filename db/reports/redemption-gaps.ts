// Looks for redemptions that do not add up by themselves: what the vouchers gave, what the goods cost and what the ledgers say of the same
// act. Reads every act of the books: for the print, not for the screen.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';
import { mostNamed, type Found, type Gap } from './gap.ts';
import { inParts } from '../in-parts.ts';

/** Named by the number of the slip. */
export const redemptionGaps = async (tx: Tx): Promise<readonly Gap[]> => [
  ...(await named(tx, 'redemption-vouchers', byVouchers)),
  ...(await named(tx, 'redemption-goods', byLines)),
  ...(await named(tx, 'redemption-paid', byPayment)),
  ...(await byPostings(tx)),
];

const named = async (
  tx: Tx,
  what: Gap['what'],
  query: (from: number, to: number) => RawBuilder<Found>,
): Promise<readonly Gap[]> =>
  (await inParts(tx, 'redemption', query)).slice(0, mostNamed).map((row) => ({ what, ...row }));

/** What each voucher gave comes to what the act says it took; money and points are added only to be compared. */
const byVouchers = (from: number, to: number) => sql<Found>`
  SELECT r.number AS "where", r.used_fen + r.lapsed_fen + r.used_points + r.lapsed_points AS expected,
    coalesce(p.used_fen + p.lapsed_fen + p.used_points + p.lapsed_points, 0) AS found
  FROM redemption AS r LEFT JOIN (
    SELECT redemption_id, sum(used_fen) AS used_fen, sum(lapsed_fen) AS lapsed_fen, sum(used_points) AS used_points,
      sum(lapsed_points) AS lapsed_points FROM redemption_voucher WHERE redemption_id BETWEEN ${from} AND ${to} GROUP BY redemption_id
  ) AS p ON p.redemption_id = r.id
  WHERE r.id BETWEEN ${from} AND ${to} AND (r.used_fen <> coalesce(p.used_fen, 0) OR r.lapsed_fen <> coalesce(p.lapsed_fen, 0)
    OR r.used_points <> coalesce(p.used_points, 0) OR r.lapsed_points <> coalesce(p.lapsed_points, 0))
  LIMIT ${mostNamed}`;

/** 实领物资金额 is the sum of the lines. */
const byLines = (from: number, to: number) => sql<Found>`
  SELECT r.number AS "where", coalesce(l.fen, 0) AS expected, r.goods_fen AS found
  FROM redemption AS r LEFT JOIN (
    SELECT redemption_id, sum(amount_fen) AS fen FROM redemption_line WHERE redemption_id BETWEEN ${from} AND ${to} GROUP BY redemption_id
  ) AS l ON l.redemption_id = r.id
  WHERE r.id BETWEEN ${from} AND ${to} AND r.goods_fen <> coalesce(l.fen, 0) LIMIT ${mostNamed}`;

/** Goods are paid for by vouchers, cash or nothing at all; a package is worth its face whatever its goods cost, points are no money. */
const byPayment = (from: number, to: number) => sql<Found>`
  SELECT r.number AS "where", r.goods_fen AS expected, r.used_fen + r.topup_fen + r.free_fen AS found
  FROM redemption AS r
  WHERE r.id BETWEEN ${from} AND ${to} AND r.used_fen + r.topup_fen + r.free_fen <> r.goods_fen AND NOT EXISTS (
    SELECT 1 FROM redemption_voucher AS part JOIN voucher AS v ON v.id = part.voucher_id JOIN batch ON batch.id = v.batch_id
    WHERE part.redemption_id = coalesce(r.reverses, r.id) AND batch.kind <> 'value'
  ) LIMIT ${mostNamed}`;

interface Posted {
  readonly id: number;
  readonly fen: number;
  readonly points: number;
}
/**
 * The voucher ledger says of the same act what it took. The postings of an act lie somewhere in the ledger, no index names them; they are
 * gathered in one pass and struck off act by act.
 */
const byPostings = async (tx: Tx): Promise<readonly Gap[]> => {
  const posted = new Map<number, Posted>();
  const parts = await inParts(
    tx,
    'voucher_posting',
    (from, to) => sql<Posted>`
    SELECT redemption_id AS id, 0 - sum(amount_fen) AS fen, 0 - sum(amount_points) AS points FROM voucher_posting
    WHERE id BETWEEN ${from} AND ${to} AND redemption_id IS NOT NULL AND kind IN ('redeemed', 'lapsed') GROUP BY redemption_id`,
  );
  for (const { id, fen, points } of parts) {
    const so = posted.get(id);
    posted.set(id, { id, fen: fen + (so?.fen ?? 0), points: points + (so?.points ?? 0) });
  }
  const acts = await inParts(
    tx,
    'redemption',
    (from, to) => sql<Posted & { where: string }>`
    SELECT id, number AS "where", face_fen AS fen, used_points + lapsed_points AS points FROM redemption WHERE id BETWEEN ${from} AND ${to}`,
  );
  return acts
    .flatMap(({ id, where, fen, points }): Gap[] => {
      const found = posted.get(id) ?? { fen: 0, points: 0 };
      const ties = found.fen === fen && found.points === points;
      return ties
        ? []
        : [{ what: 'redemption-postings', where, expected: fen + points, found: found.fen + found.points }];
    })
    .slice(0, mostNamed);
};
