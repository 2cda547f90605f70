// What the monthly distribution report shows in lines of their own: 补发, 超限, 免券领取, 补现金, 送货上门, 单人经办, points, which are in no
// total of money, and 志愿者积分兑换, which is no relief at all. Reads only; computed from postings and acts, so that a past month stays what it was.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { inPartsOfBatch, summed } from '../in-parts.ts';
import { dayOfReversal, type Period } from './period.ts';

type Report = Output<'reports.distribution'>;
type Apart = Report['apart']['month'];

export const apartFigures = async (tx: Tx, period: Period): Promise<Apart> => ({
  replaced: await replacedIn(tx, period),
  overrides: (await overriddenBy(tx, period)).reduce((sum, { times }) => sum + times, 0),
  ...(await actsIn(tx, period)),
  freeFen: await freeFenIn(tx, period),
  single: await singleHandedIn(tx, period),
  points: await pointsIn(tx, period),
  exchanges: await exchangesIn(tx, period),
});

/** 其中补发(张): one lost or damaged paper, one new one (rulings.md 5). In neither issued nor open of the rows. */
const replacedIn = async (tx: Tx, { first, last }: Period): Promise<number> => {
  const { rows } = await sql<{ pieces: number }>`
    SELECT count(*) AS pieces FROM voucher AS v CROSS JOIN voucher_posting AS p ON p.voucher_id = v.id AND p.kind = 'reissued'
    WHERE v.replaces > 0 AND p.business_day BETWEEN ${first} AND ${last}`.execute(tx);
  return rows[0]?.pieces ?? 0;
};

/** 超限 by who said yes, most first; of acts that were wholly taken back nothing is left. */
export const overriddenBy = async (tx: Tx, { first, last }: Period): Promise<Report['overriddenBy']> => {
  const { rows } = await sql<Report['overriddenBy'][number]>`
    SELECT staff.name AS name, count(*) AS times FROM limit_override AS over
    JOIN redemption AS r ON r.id = over.redemption_id JOIN staff ON staff.id = over.approved_by
    WHERE r.business_day BETWEEN ${first} AND ${last}
      AND NOT EXISTS (SELECT 1 FROM redemption AS back WHERE back.reverses = r.id AND back.whole = 1)
    GROUP BY staff.id ORDER BY times DESC, staff.id`.execute(tx);
  return rows;
};

type Acts = Pick<Apart, 'freeTimes' | 'topUpTimes' | 'topUpFen' | 'deliveries'>;

/** Acts count -1 in the period of taking back (rulings.md 11); cash as the trading book has it, on the day it moved. */
const actsIn = async (tx: Tx, { first, last }: Period): Promise<Acts> => {
  const { rows } = await sql<Acts>`
    SELECT coalesce(sum(CASE WHEN free THEN act END), 0) AS freeTimes, coalesce(sum(CASE WHEN topup > 0 THEN 1 WHEN topup < 0 THEN -1 END), 0) AS topUpTimes,
      coalesce(sum(topup), 0) AS topUpFen, coalesce(sum(CASE WHEN channel = 'delivery' THEN act END), 0) AS deliveries
    FROM (
      SELECT CASE WHEN reverses IS NULL THEN 1 ELSE 0 - whole END AS act, topup_fen AS topup, channel,
        face_fen = 0 AND used_points = 0 AND lapsed_points = 0
          AND NOT EXISTS (SELECT 1 FROM redemption_voucher AS part WHERE part.redemption_id = coalesce(r.reverses, r.id)) AS free
      FROM redemption AS r WHERE business_day BETWEEN ${first} AND ${last}
    )`.execute(tx);
  return rows[0] ?? { freeTimes: 0, topUpTimes: 0, topUpFen: 0, deliveries: 0 };
};

/** 免券领取 at list price; in 实领物资金额 of the rows as well, and taken back in the same period as there. */
const freeFenIn = async (tx: Tx, { first, last }: Period): Promise<number> => {
  const { rows } = await sql<{ fen: number }>`
    SELECT coalesce(sum(fen), 0) AS fen FROM (
      SELECT r.free_fen AS fen FROM redemption AS r
      WHERE r.reverses IS NULL AND r.free_fen <> 0 AND r.business_day BETWEEN ${first} AND ${last}
      UNION ALL
      SELECT back.free_fen AS fen FROM redemption AS back JOIN redemption AS r ON r.id = back.reverses
      WHERE back.reverses IS NOT NULL AND back.free_fen <> 0 AND ${dayOfReversal} BETWEEN ${first} AND ${last}
    )`.execute(tx);
  return rows[0]?.fen ?? 0;
};

/** 单人经办: batches that who prepared them issued as well, where the shop allows that. */
const singleHandedIn = async (tx: Tx, { first, last }: Period): Promise<Apart['single']> => {
  const { rows: batches } = await sql<{ id: number }>`
    SELECT id FROM batch WHERE approved_by = staff_id AND date(issued_at, '+8 hours') BETWEEN ${first} AND ${last}`.execute(
    tx,
  );
  let sums = { pieces: 0, fen: 0 };
  for (const { id } of batches) {
    const parts = await inPartsOfBatch(
      tx,
      id,
      (from, to) => sql<typeof sums>`
      SELECT count(*) AS pieces, coalesce(sum(face_fen), 0) AS fen FROM voucher
      WHERE id BETWEEN ${from} AND ${to} AND +batch_id = ${id} AND generation = 1`,
    );
    sums = summed(parts, sums);
  }
  return { batches: batches.length, ...sums };
};

/** 积分券: pieces stand among 发券, points nowhere else. Lapsed with the use, expired and void ones are lost alike. */
const pointsIn = async (tx: Tx, { first, last }: Period): Promise<Apart['points']> => {
  const { rows } = await sql<Apart['points']>`
    SELECT coalesce(sum(CASE WHEN kind = 'issued' THEN pieces END), 0) AS pieces,
      coalesce(sum(CASE WHEN kind = 'issued' THEN amount_points END), 0) AS issued,
      coalesce(sum(CASE WHEN kind = 'redeemed' THEN 0 - amount_points END), 0) AS used,
      coalesce(sum(CASE WHEN kind IN ('lapsed', 'expired', 'void') THEN 0 - amount_points END), 0) AS lapsed
    FROM voucher_posting WHERE amount_points <> 0 AND business_day BETWEEN ${first} AND ${last}`.execute(tx);
  return rows[0] ?? { pieces: 0, issued: 0, used: 0, lapsed: 0 };
};

/**
 * 志愿者积分兑换: thanks to helpers, in no row, neither 户次 nor 实领物资金额. On the day it moved, as in the volunteers' own book
 * (`points.month`), so that a closed month stays what it was.
 */
const exchangesIn = async (tx: Tx, { first, last }: Period): Promise<Apart['exchanges']> => {
  const { rows } = await sql<Apart['exchanges']>`
    SELECT coalesce(sum(CASE WHEN reverses IS NULL THEN 1 ELSE -1 END), 0) AS times, coalesce(sum(points), 0) AS points,
      coalesce(sum(goods_fen), 0) AS fen
    FROM point_exchange WHERE business_day BETWEEN ${first} AND ${last}`.execute(tx);
  return rows[0] ?? { times: 0, points: 0, fen: 0 };
};
