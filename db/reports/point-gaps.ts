// Looks for volunteers' points that do not add up: balances against the hours and exchanges they come from, exchanges against their lines
// and against the goods that left. A shop has some dozens of volunteers: cheap enough for the screen.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { mostNamed, type Found, type Gap } from './gap.ts';

/** Named by the number of the volunteer, or of the slip. */
export const pointGaps = async (tx: Tx): Promise<readonly Gap[]> => [
  ...(await named(tx, 'volunteer-balance', byBalance)),
  ...(await named(tx, 'volunteer-hours', byHours)),
  ...(await named(tx, 'exchange-points', byLines)),
  ...(await named(tx, 'exchange-postings', byPostings)),
  ...(await named(tx, 'exchange-goods', byGoods)),
];

const named = async (
  tx: Tx,
  what: Gap['what'],
  query: ReturnType<typeof sql<Found>>,
): Promise<readonly Gap[]> => {
  const { rows } = await query.execute(tx);
  return rows.map((row) => ({ what, ...row }));
};

/** What is left is what was earned less what was exchanged. */
const byBalance = sql<Found>`
  SELECT v.number AS "where", coalesce(p.points, 0) AS expected, v.balance AS found
  FROM volunteer AS v LEFT JOIN (
    SELECT volunteer_id, sum(points) AS points FROM point_posting GROUP BY volunteer_id
  ) AS p ON p.volunteer_id = v.id
  WHERE v.balance <> coalesce(p.points, 0) LIMIT ${mostNamed}`;

/** Minutes at their rate are whole points and what waits for the next hours; compared in sixtieths of a point. */
const byHours = sql<Found>`
  SELECT v.number AS "where", coalesce(p.served, 0) AS expected, coalesce(p.points, 0) * 60 + v.rest AS found
  FROM volunteer AS v LEFT JOIN (
    SELECT volunteer_id, sum(minutes * rate) AS served, sum(points) AS points FROM point_posting WHERE kind = 'earned' GROUP BY volunteer_id
  ) AS p ON p.volunteer_id = v.id
  WHERE coalesce(p.points, 0) * 60 + v.rest <> coalesce(p.served, 0) LIMIT ${mostNamed}`;

const byLines = sql<Found>`
  SELECT e.number AS "where", coalesce(l.points, 0) AS expected, e.points AS found
  FROM point_exchange AS e LEFT JOIN (
    SELECT exchange_id, sum(points) AS points FROM point_exchange_line GROUP BY exchange_id
  ) AS l ON l.exchange_id = e.id
  WHERE e.points <> coalesce(l.points, 0) LIMIT ${mostNamed}`;

/** The volunteer paid what the slip says. A posting without a slip is named by its volunteer. */
const byPostings = sql<Found>`
  SELECT e.number AS "where", e.points AS expected, coalesce(p.points, 0) AS found
  FROM point_exchange AS e LEFT JOIN (
    SELECT exchange_id, volunteer_id, 0 - sum(points) AS points FROM point_posting WHERE kind = 'exchanged' GROUP BY exchange_id, volunteer_id
  ) AS p ON p.exchange_id = e.id AND p.volunteer_id = e.volunteer_id
  WHERE e.points <> coalesce(p.points, 0)
  UNION ALL
  SELECT v.number, 0, 0 - p.points FROM point_posting AS p JOIN volunteer AS v ON v.id = p.volunteer_id
  WHERE p.kind = 'exchanged' AND NOT EXISTS (
    SELECT 1 FROM point_exchange AS e WHERE e.id = p.exchange_id AND e.volunteer_id = p.volunteer_id
  ) LIMIT ${mostNamed}`;

/** The goods of the slip left the shelf, or came back to it: pieces of every item. */
const byGoods = sql<Found>`
  SELECT e.number AS "where", l.quantity AS expected, coalesce(s.quantity, 0) AS found
  FROM (
    SELECT exchange_id, item_id, sum(quantity) AS quantity FROM point_exchange_line GROUP BY exchange_id, item_id
  ) AS l JOIN point_exchange AS e ON e.id = l.exchange_id
  LEFT JOIN (
    SELECT document_id, item_id, 0 - sum(quantity) AS quantity FROM stock_posting WHERE document = 'exchange' GROUP BY document_id, item_id
  ) AS s ON s.document_id = l.exchange_id AND s.item_id = l.item_id
  WHERE l.quantity <> coalesce(s.quantity, 0) LIMIT ${mostNamed}`;
