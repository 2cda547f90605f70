// All vouchers together against their ledger, their numbers and the redemptions, and every single one against the fold of its postings. Read
// in parts: a shop of many years has a million of them.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { mostNamed, type Gap } from './gap.ts';
import { inParts, summed } from '../in-parts.ts';

const open = sql`state IN ('issued', 'active', 'partly-used')`;

const noVouchers = { issued: 0, open: 0, openFen: 0, points: 0 };
/** Vouchers as they stand, and how many numbers of every year there are. */
const vouchersNow = async (tx: Tx) => {
  const rows = await inParts(
    tx,
    'voucher',
    (from, to) => sql<typeof noVouchers & { series: string; numbers: number }>`
    SELECT substr(serial, 1, instr(serial, '-')) AS series, coalesce(sum(generation = 1), 0) AS numbers,
      coalesce(sum(generation = 1 AND state <> 'draft'), 0) AS issued, coalesce(sum(${open}), 0) AS open,
      coalesce(sum(CASE WHEN ${open} THEN balance_fen END), 0) AS openFen, coalesce(sum(balance_points), 0) AS points
    FROM voucher WHERE id BETWEEN ${from} AND ${to} GROUP BY 1`,
  );
  const numbersOf = new Map<string, number>();
  for (const { series, numbers } of rows) numbersOf.set(series, (numbersOf.get(series) ?? 0) + numbers);
  return { ...summed(rows, noVouchers), numbersOf };
};

const noPostings = { issued: 0, pieces: 0, fen: 0, collectedFen: 0, points: 0 };
const postings = async (tx: Tx): Promise<typeof noPostings> =>
  summed(
    await inParts(
      tx,
      'voucher_posting',
      (from, to) => sql<typeof noPostings>`
      SELECT coalesce(sum(CASE WHEN kind = 'issued' THEN pieces END), 0) AS issued, coalesce(sum(pieces), 0) AS pieces,
        coalesce(sum(amount_fen), 0) AS fen, coalesce(sum(amount_points), 0) AS points,
        coalesce(sum(CASE WHEN kind IN ('redeemed', 'lapsed') THEN 0 - amount_fen END), 0) AS collectedFen
      FROM voucher_posting WHERE id BETWEEN ${from} AND ${to}`,
    ),
    noPostings,
  );

const noRedemptions = { faceFen: 0, topUpFen: 0 };
const redemptions = async (tx: Tx): Promise<typeof noRedemptions> =>
  summed(
    await inParts(
      tx,
      'redemption',
      (from, to) => sql<typeof noRedemptions>`
      SELECT coalesce(sum(face_fen), 0) AS faceFen, coalesce(sum(topup_fen), 0) AS topUpFen
      FROM redemption WHERE id BETWEEN ${from} AND ${to}`,
    ),
    noRedemptions,
  );

interface Others {
  readonly acts: number;
  readonly actsRedeemed: number;
  readonly cashFen: number;
}
const others = async (tx: Tx): Promise<Others> => {
  const { rows } = await sql<Others>`
    SELECT (SELECT count(*) FROM institution_pickup) AS acts,
      (SELECT count(DISTINCT institution_pickup_id) FROM redemption WHERE institution_pickup_id IS NOT NULL) AS actsRedeemed,
      (SELECT coalesce(sum(amount_fen), 0) FROM cash_posting WHERE document = 'redemption') AS cashFen`.execute(
    tx,
  );
  return rows[0] ?? { acts: 0, actsRedeemed: 0, cashFen: 0 };
};

/** All vouchers together against their ledger, the ledger against the redemptions, and no number lost. */
export const sumGaps = async (tx: Tx): Promise<readonly Gap[]> => {
  const { numbersOf, ...now } = await vouchersNow(tx);
  const ledger = await postings(tx);
  const taken = await redemptions(tx);
  const { acts, actsRedeemed, cashFen } = await others(tx);
  return [
    ...gap('vouchers-issued', '', ledger.issued, now.issued),
    ...gap('vouchers-open', '', ledger.pieces, now.open),
    ...gap('vouchers-balance', '', ledger.fen, now.openFen),
    ...gap('redemptions', '', ledger.collectedFen, taken.faceFen),
    ...gap('institution-acts', '', acts, actsRedeemed),
    ...gap('points', '', ledger.points, now.points),
    ...gap('topups', '', cashFen, taken.topUpFen),
    ...(await numberGaps(tx, numbersOf)),
  ];
};

const gap = (what: Gap['what'], where: string, expected: number, found: number): readonly Gap[] =>
  expected === found ? [] : [{ what, where, expected, found }];

/** Numbers are given without gaps, so a voucher taken out with all its postings still leaves its number missing. */
const numberGaps = async (tx: Tx, numbersOf: ReadonlyMap<string, number>): Promise<readonly Gap[]> => {
  const { rows } = await sql<{ where: string; expected: number }>`
    SELECT 'LQ' || year AS "where", last AS expected FROM number_series WHERE series = 'voucher'`.execute(tx);
  return rows.flatMap(({ where, expected }) =>
    gap('voucher-numbers', where, expected, numbersOf.get(`${where}-`) ?? 0),
  );
};

/**
 * Every single voucher's state and balance against the fold of its postings, which also finds two faults that cancel out in
 * the sums. Seconds among a million vouchers: for the print, not for the screen.
 */
export const voucherGaps = async (tx: Tx): Promise<readonly Gap[]> => {
  const rows = await inParts(
    tx,
    'voucher',
    (from, to) => sql<{ where: string; expected: number; found: number }>`
    SELECT v.serial AS "where", p.fen + p.points AS expected, v.balance_fen + v.balance_points AS found
    FROM (
      SELECT voucher_id, sum(pieces) AS pieces, sum(amount_fen) AS fen, sum(amount_points) AS points FROM voucher_posting
      WHERE voucher_id BETWEEN ${from} AND ${to} GROUP BY voucher_id
    ) AS p
    JOIN voucher AS v ON v.id = p.voucher_id
    WHERE p.fen <> v.balance_fen OR p.points <> v.balance_points OR p.pieces <> CASE WHEN ${open} THEN 1 ELSE 0 END
    LIMIT ${mostNamed}`,
  );
  return rows.slice(0, mostNamed).map((found) => ({ what: 'voucher-state', ...found }));
};
