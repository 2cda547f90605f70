// Looks for what does not tie before a report goes to the bureau: the same facts counted along two ways must agree. A voucher
// hidden in the database, an edited movement or a lost number shows here and stops the print (domain.md scenarios 1, 16).
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';

/** One disagreement: `expected` by the first way of counting, `found` by the second. */
export interface Gap {
  readonly what:
    | 'row'
    | 'rows-against-total'
    | 'communities-against-total'
    | 'vouchers-issued'
    | 'vouchers-open'
    | 'vouchers-balance'
    | 'voucher-state'
    | 'voucher-numbers'
    | 'redemptions'
    | 'redemption-vouchers'
    | 'redemption-goods'
    | 'redemption-paid'
    | 'redemption-postings'
    | 'points'
    | 'topups'
    | 'volunteer-balance'
    | 'volunteer-hours'
    | 'exchange-points'
    | 'exchange-postings'
    | 'exchange-goods'
    | 'institution-acts'
    | 'lot-balance'
    | 'lot-value';
  /** Row, serial, item, volunteer or slip it concerns. */
  readonly where: string;
  readonly expected: number;
  readonly found: number;
}

type Distribution = Omit<Output<'reports.distribution'>, 'ties'>;
type Figures = Distribution['total']['month'];
const adding = [
  'householdTimes',
  'personTimes',
  'opening',
  'issued',
  'issuedFen',
  'redeemed',
  'redeemedFen',
  'goodsFen',
  'void',
  'expired',
  'outstanding',
] as const;

/** Gaps of one line named by examples are enough to find the rest. */
export const mostNamed = 5;

/** Gaps of rows and sums; cheap enough for every look at the screen. */
export const distributionGaps = async (tx: Tx, report: Distribution): Promise<readonly Gap[]> => [
  ...rowGaps(report),
  ...blockGaps(report, report.rows, 'rows-against-total'),
  ...blockGaps(report, report.communities, 'communities-against-total'),
  ...(await sumGaps(tx)),
  ...(await numberGaps(tx)),
];

const rowGaps = (report: Distribution): readonly Gap[] =>
  [...report.rows, ...report.communities, report.total].flatMap((row) =>
    [row.month, row.year].flatMap((figures): Gap[] => {
      const expected = figures.opening + figures.issued;
      const found = figures.redeemed + figures.void + figures.expired + figures.outstanding;
      return expected === found ? [] : [{ what: 'row', where: row.name, expected, found }];
    }),
  );

/** 户 and 人 are distinct counts and do not add; every other column must. */
const blockGaps = (
  report: Distribution,
  rows: Distribution['rows'],
  what: 'rows-against-total' | 'communities-against-total',
): readonly Gap[] =>
  (['month', 'year'] as const).flatMap((period) =>
    adding.flatMap((figure): Gap[] => {
      const expected = rows.reduce((sum, row) => sum + row[period][figure as keyof Figures], 0);
      const found = report.total[period][figure];
      return expected === found ? [] : [{ what, where: figure, expected, found }];
    }),
  );

interface Sums {
  readonly issued: number;
  readonly vouchers: number;
  readonly openPieces: number;
  readonly openVouchers: number;
  readonly openFen: number;
  readonly openBalance: number;
  readonly collectedFen: number;
  readonly redemptionFen: number;
  readonly acts: number;
  readonly actsRedeemed: number;
  readonly points: number;
  readonly pointsBalance: number;
  readonly topUpFen: number;
  readonly cashFen: number;
}

/** All vouchers together against their ledger, and the ledger against the redemptions. */
const sumGaps = async (tx: Tx): Promise<readonly Gap[]> => {
  const { rows } = await sql<Sums>`
    WITH kinds AS MATERIALIZED (
      SELECT kind, sum(pieces) AS pieces, sum(fen) AS fen FROM (
        SELECT business_day, kind, sum(pieces) AS pieces, sum(amount_fen) AS fen FROM voucher_posting GROUP BY business_day, kind
      ) GROUP BY kind
    ), open AS MATERIALIZED (
      SELECT count(*) AS vouchers, coalesce(sum(balance_fen), 0) AS balance FROM voucher WHERE state IN ('issued', 'active', 'partly-used')
    )
    SELECT (SELECT coalesce(sum(pieces), 0) FROM kinds WHERE kind = 'issued') AS issued,
      (SELECT count(*) FROM voucher WHERE state <> 'draft' AND generation = 1) AS vouchers,
      (SELECT coalesce(sum(pieces), 0) FROM kinds) AS openPieces, (SELECT vouchers FROM open) AS openVouchers,
      (SELECT coalesce(sum(fen), 0) FROM kinds) AS openFen, (SELECT balance FROM open) AS openBalance,
      (SELECT coalesce(sum(0 - fen), 0) FROM kinds WHERE kind IN ('redeemed', 'lapsed')) AS collectedFen,
      (SELECT coalesce(sum(face_fen), 0) FROM redemption) AS redemptionFen,
      (SELECT count(*) FROM institution_pickup) AS acts,
      (SELECT count(DISTINCT institution_pickup_id) FROM redemption WHERE institution_pickup_id IS NOT NULL) AS actsRedeemed,
      (SELECT coalesce(sum(amount_points), 0) FROM voucher_posting WHERE amount_points <> 0) AS points,
      (SELECT coalesce(sum(balance_points), 0) FROM voucher WHERE balance_points > 0) AS pointsBalance,
      (SELECT coalesce(sum(topup_fen), 0) FROM redemption) AS topUpFen,
      (SELECT coalesce(sum(amount_fen), 0) FROM cash_posting WHERE document = 'redemption') AS cashFen`.execute(
    tx,
  );
  return rows.flatMap((sums) => [
    ...gap('vouchers-issued', '', sums.issued, sums.vouchers),
    ...gap('vouchers-open', '', sums.openPieces, sums.openVouchers),
    ...gap('vouchers-balance', '', sums.openFen, sums.openBalance),
    ...gap('redemptions', '', sums.collectedFen, sums.redemptionFen),
    ...gap('institution-acts', '', sums.acts, sums.actsRedeemed),
    ...gap('points', '', sums.points, sums.pointsBalance),
    ...gap('topups', '', sums.cashFen, sums.topUpFen),
  ]);
};

const gap = (what: Gap['what'], where: string, expected: number, found: number): readonly Gap[] =>
  expected === found ? [] : [{ what, where, expected, found }];

/** Numbers are given without gaps, so a voucher taken out with all its postings still leaves its number missing. */
const numberGaps = async (tx: Tx): Promise<readonly Gap[]> => {
  const { rows } = await sql<{ where: string; expected: number; found: number }>`
    SELECT 'LQ' || year AS "where", last AS expected,
      (SELECT count(*) FROM voucher WHERE serial >= 'LQ' || year || '-' AND serial < 'LQ' || year || '.' AND generation = 1) AS found
    FROM number_series WHERE series = 'voucher'`.execute(tx);
  return rows.flatMap(({ where, expected, found }) => gap('voucher-numbers', where, expected, found));
};

/**
 * Every single voucher's state and balance against the fold of its postings, which also finds two faults that cancel out in
 * the sums. Seconds among a million vouchers: for the print, not for the screen.
 */
export const voucherGaps = async (tx: Tx): Promise<readonly Gap[]> => {
  const { rows } = await sql<{ where: string; expected: number; found: number }>`
    SELECT v.serial AS "where", p.fen + p.points AS expected, v.balance_fen + v.balance_points AS found
    FROM (
      SELECT voucher_id, sum(pieces) AS pieces, sum(amount_fen) AS fen, sum(amount_points) AS points FROM voucher_posting GROUP BY voucher_id
    ) AS p
    JOIN voucher AS v ON v.id = p.voucher_id
    WHERE p.fen <> v.balance_fen OR p.points <> v.balance_points OR p.pieces <> CASE WHEN v.state IN ('issued', 'active', 'partly-used') THEN 1 ELSE 0 END
    LIMIT ${mostNamed}`.execute(tx);
  return rows.map((found) => ({ what: 'voucher-state', ...found }));
};

export interface LotGap extends Gap {
  readonly itemId: number;
  readonly priced: boolean;
}

/** Every lot's pieces and cost at every place must be the fold of its postings there, now. */
export const lotGaps = async (tx: Tx): Promise<readonly LotGap[]> => {
  const { rows } = await sql<{
    itemId: number;
    where: string;
    priced: number;
    pieces: number;
    onHand: number;
    fen: number | null;
    onHandFen: number | null;
  }>`
    SELECT lot.item_id AS itemId, item.name AS "where", lot.value_fen IS NOT NULL AS priced, coalesce(p.pieces, 0) AS pieces,
      coalesce(s.on_hand, 0) AS onHand, p.fen AS fen, s.on_hand_fen AS onHandFen
    FROM lot JOIN item ON item.id = lot.item_id
    LEFT JOIN (
      SELECT lot_id, place_id, sum(quantity) AS pieces, sum(value_fen) AS fen FROM stock_posting GROUP BY lot_id, place_id
    ) AS p ON p.lot_id = lot.id
    LEFT JOIN lot_stock AS s ON s.lot_id = p.lot_id AND s.place_id = p.place_id
    WHERE coalesce(p.pieces, 0) <> coalesce(s.on_hand, 0) OR p.fen IS NOT s.on_hand_fen
    UNION ALL
    SELECT lot.item_id, item.name, lot.value_fen IS NOT NULL, 0, s.on_hand, NULL, s.on_hand_fen
    FROM lot_stock AS s JOIN lot ON lot.id = s.lot_id JOIN item ON item.id = lot.item_id
    WHERE s.on_hand > 0 AND NOT EXISTS (
      SELECT 1 FROM stock_posting AS p WHERE p.lot_id = s.lot_id AND p.place_id = s.place_id
    )`.execute(tx);
  return rows.map(({ itemId, where, priced, pieces, onHand, fen, onHandFen }) => {
    const shared = { itemId, where, priced: priced === 1 };
    return pieces === onHand
      ? { ...shared, what: 'lot-value', expected: fen ?? 0, found: onHandFen ?? 0 }
      : { ...shared, what: 'lot-balance', expected: pieces, found: onHand };
  });
};
