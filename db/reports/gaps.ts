// Looks for what does not tie before a report goes to the bureau: the same facts counted along two ways must agree. A voucher
// hidden in the database, an edited movement or a lost number shows here and stops the print (domain.md scenarios 1, 16). All vouchers
// against their ledger: sum-gaps.ts.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import type { Output } from '../contract/index.ts';
import type { Gap } from './gap.ts';
import { sumGaps } from './sum-gaps.ts';

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

/** Gaps of rows and sums: for every look at the screen. */
export const distributionGaps = async (tx: Tx, report: Distribution): Promise<readonly Gap[]> => [
  ...rowGaps(report),
  ...blockGaps(report, report.rows, 'rows-against-total'),
  ...blockGaps(report, report.communities, 'communities-against-total'),
  ...(await sumGaps(tx)),
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
