// What was done in a shift, or in a day of the whole shop, as figures. Reads only.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';

/** All acts of one day, or those of one of its shifts. */
export interface Span {
  readonly day: string;
  readonly shiftId: number | null;
}
const within = ({ day, shiftId }: Span) =>
  shiftId === null
    ? sql<boolean>`act.business_day = ${day}`
    : sql<boolean>`act.business_day = ${day} AND act.shift_id = ${shiftId}`;

export interface Sums {
  readonly householdTimes: number;
  readonly institutionTimes: number;
  readonly freeTimes: number;
  readonly deliveries: number;
  readonly usedFen: number;
  readonly topUps: number;
  readonly topUpFen: number;
  readonly returns: number;
  readonly returnedFen: number;
}

/** An institution's act counts once whatever it took, and no more once all of it came back (rulings.md 10). */
export const sumsOf = async (tx: Tx, span: Span): Promise<Sums> => {
  const { rows } = await sql<Sums>`
    SELECT
      coalesce(sum(CASE WHEN act.institution_pickup_id IS NOT NULL THEN 0 WHEN act.reverses IS NULL THEN 1 ELSE 0 - act.whole END), 0)
        AS householdTimes,
      count(DISTINCT CASE WHEN act.reverses IS NULL THEN act.institution_pickup_id END)
        - count(DISTINCT CASE WHEN act.reverses IS NOT NULL THEN act.institution_pickup_id END) AS institutionTimes,
      coalesce(sum(CASE WHEN NOT EXISTS (SELECT 1 FROM redemption_voucher AS part
          WHERE part.redemption_id = coalesce(act.reverses, act.id))
        THEN CASE WHEN act.reverses IS NULL THEN 1 ELSE 0 - act.whole END ELSE 0 END), 0) AS freeTimes,
      coalesce(sum(CASE WHEN act.channel <> 'delivery' THEN 0 WHEN act.reverses IS NULL THEN 1 ELSE 0 - act.whole END), 0) AS deliveries,
      coalesce(sum(act.used_fen), 0) AS usedFen,
      coalesce(sum(act.topup_fen > 0), 0) AS topUps,
      coalesce(sum(max(act.topup_fen, 0)), 0) AS topUpFen,
      coalesce(sum(act.topup_fen < 0), 0) AS returns,
      coalesce(sum(max(0 - act.topup_fen, 0)), 0) AS returnedFen
    FROM redemption AS act WHERE ${within(span)}`.execute(tx);
  const [sums] = rows;
  if (!sums) throw new Error('no sums');
  return sums;
};

interface KindSums {
  readonly kind: 'value' | 'package' | 'points';
  readonly pieces: number;
  readonly usedFen: number;
  readonly lapsedFen: number;
  readonly usedPoints: number;
  readonly lapsedPoints: number;
}
export interface VoucherSums {
  readonly is: 'fen' | 'points' | 'package';
  readonly pieces: number;
  readonly face: number | null;
  readonly used: number;
  readonly lapsed: number | null;
}

/** Pieces: vouchers that were taken from; one that gave its goods back wholly is none. */
export const vouchersOf = async (tx: Tx, span: Span): Promise<VoucherSums[]> => {
  const { rows } = await sql<KindSums>`
    SELECT batch.kind,
      sum(CASE WHEN act.reverses IS NULL THEN 1 ELSE 0 - act.whole END) AS pieces,
      sum(part.used_fen) AS usedFen, sum(part.lapsed_fen) AS lapsedFen,
      sum(part.used_points) AS usedPoints, sum(part.lapsed_points) AS lapsedPoints
    FROM redemption AS act JOIN redemption_voucher AS part ON part.redemption_id = act.id
      JOIN voucher ON voucher.id = part.voucher_id JOIN batch ON batch.id = voucher.batch_id
    WHERE ${within(span)} GROUP BY batch.kind ORDER BY batch.kind DESC`.execute(tx);
  return rows.map(({ kind, pieces, ...sum }): VoucherSums => {
    if (kind === 'package') return { is: 'package', pieces, face: null, used: sum.usedFen, lapsed: null };
    const [used, lapsed] =
      kind === 'points' ? [sum.usedPoints, sum.lapsedPoints] : [sum.usedFen, sum.lapsedFen];
    return { is: kind === 'points' ? 'points' : 'fen', pieces, face: used + lapsed, used, lapsed };
  });
};

export interface ReversalRow {
  readonly at: string;
  readonly number: string;
  readonly ofNumber: string;
  readonly by: string;
  readonly reason: string;
  readonly lines: number;
  readonly usedFen: number;
}
export const reversalsOf = async (tx: Tx, span: Span): Promise<ReversalRow[]> => {
  const { rows } = await sql<ReversalRow>`
    SELECT act.at, act.number, taken.number AS ofNumber, staff.name AS "by", act.reason, 0 - act.used_fen AS usedFen,
      (SELECT count(*) FROM redemption_line AS line WHERE line.redemption_id = act.id) AS lines
    FROM redemption AS act JOIN redemption AS taken ON taken.id = act.reverses JOIN staff ON staff.id = act.staff_id
    WHERE ${within(span)} ORDER BY act.id`.execute(tx);
  return rows;
};

export interface RefusedRow {
  readonly code: string;
  readonly times: number;
}
/** From the log; `terminal` null: of every till. Only acts of the counter. */
export const refusalsOf = async (
  tx: Tx,
  { terminal, day, from, to }: { terminal: string | null; day: string; from: string; to: string | null },
): Promise<RefusedRow[]> => {
  const { rows } = await sql<RefusedRow>`
    SELECT substr(result, length('refused:') + 1) AS code, count(*) AS times FROM audit
    WHERE seq >= ${await firstOf(tx, from)} AND business_day = ${day} AND at >= ${from} AND (${to} IS NULL OR at <= ${to})
      AND (${terminal} IS NULL OR terminal = ${terminal}) AND result LIKE 'refused:%' AND act LIKE 'counter.%'
    GROUP BY result ORDER BY times DESC, code`.execute(tx);
  return rows;
};

/** The log grows by instants: the row from which on to read is found by halving, a hundred thousand rows are not looked at. */
const firstOf = async (tx: Tx, from: string): Promise<number> => {
  let [low, high] = [1, await lastSeq(tx)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await tx.selectFrom('audit').select('at').where('seq', '=', middle).executeTakeFirst();
    if (row !== undefined && row.at < from) low = middle + 1;
    else high = middle;
  }
  return low;
};
const lastSeq = async (tx: Tx): Promise<number> =>
  (
    await tx
      .selectFrom('audit')
      .select(({ fn }) => fn.max<number | null>('seq').as('seq'))
      .executeTakeFirst()
  )?.seq ?? 0;

/** Null while what was in the drawer at first is not known. */
export const expectedCash = (
  floatFen: number | null,
  { topUpFen, returnedFen }: Pick<Sums, 'topUpFen' | 'returnedFen'>,
): number | null => (floatFen === null ? null : floatFen + topUpFen - returnedFen);
