// The money books as sums over postings: one source's movements of a month with the balance after each, and what every source
// had at both ends. Aid by source and trading stand beside each other and are never added (收支两条线). Reads only.
import { sql } from 'kysely';
import type { Output } from '../contract/index.ts';
import { moneySources } from '../contract/measures.ts';
import type { Tx } from '../context.ts';
import { monthRange } from '../domain/business-day.ts';
import type { MoneySource } from '../schema.ts';

type Book = Output<'cash.book'>;
export type Movement = Book['rows'][number];
export type SourceTotals = Book['sources'][number];

interface Row extends Omit<Movement, 'reverses' | 'reversed'> {
  readonly reverses: number;
  readonly reversed: number;
}

/** Movements of a source in a month, oldest first. */
export const movementsOf = async (
  tx: Tx,
  source: MoneySource,
  month: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly Movement[]> => {
  const { first, last } = monthRange(month);
  const { rows } = await sql<Row>`
    WITH running AS (
      SELECT id, sum(amount_fen) OVER (ORDER BY business_day, id) AS balance FROM cash_posting
      WHERE source = ${source} AND business_day <= ${last}
    )
    SELECT posting.id AS postingId, posting.business_day AS day, posting.late_for_day AS lateForDay, posting.at, posting.source,
      coalesce(donation.receipt_number, purchase.number, funding.number, loss.number, redemption.number) AS number,
      posting.document, posting.document_id AS documentId, posting.amount_fen AS amountFen, running.balance AS balanceFen,
      posting.reverses IS NOT NULL AS reverses, back.id IS NOT NULL AS reversed, staff.name AS operator,
      coalesce(purchase.supplier, funding.reference, loss.purpose, '') AS about, funding.kind AS fundingKind
    FROM cash_posting AS posting JOIN running ON running.id = posting.id JOIN staff ON staff.id = posting.staff_id
      LEFT JOIN cash_posting AS back ON back.reverses = posting.id
      LEFT JOIN donation ON posting.document = 'donation' AND donation.id = posting.document_id
      LEFT JOIN purchase ON posting.document = 'purchase' AND purchase.id = posting.document_id
      LEFT JOIN funding ON posting.document = 'funding' AND funding.id = posting.document_id
      LEFT JOIN loss ON posting.document = 'loss' AND loss.id = posting.document_id
      LEFT JOIN redemption ON posting.document = 'redemption' AND redemption.id = posting.document_id
    WHERE posting.source = ${source} AND posting.business_day BETWEEN ${first} AND ${last}
    ORDER BY posting.business_day, posting.id LIMIT ${limit} OFFSET ${offset}`.execute(tx);
  return rows.map((row) => ({ ...row, reverses: row.reverses === 1, reversed: row.reversed === 1 }));
};

/** How many movements the month has. */
export const countOf = async (tx: Tx, source: MoneySource, month: string): Promise<number> => {
  const { first, last } = monthRange(month);
  const { total } = await tx
    .selectFrom('cash_posting')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('source', '=', source)
    .where('business_day', '>=', first)
    .where('business_day', '<=', last)
    .executeTakeFirstOrThrow();
  return total;
};

/**
 * Every source, also one without any movement: what it had, what came in and went out, what it has. A reversal counts in the
 * column of what it takes back, so that money given back by a supplier is less spending and no income.
 */
export const sourcesOf = async (tx: Tx, month: string): Promise<readonly SourceTotals[]> => {
  const { first, last } = monthRange(month);
  const came = sql`coalesce(original.amount_fen, posting.amount_fen) > 0`;
  const { rows } = await sql<{ source: MoneySource; openingFen: number; inFen: number; outFen: number }>`
    SELECT posting.source, sum(CASE WHEN posting.business_day < ${first} THEN posting.amount_fen ELSE 0 END) AS openingFen,
      sum(CASE WHEN posting.business_day >= ${first} AND ${came} THEN posting.amount_fen ELSE 0 END) AS inFen,
      sum(CASE WHEN posting.business_day >= ${first} AND NOT ${came} THEN 0 - posting.amount_fen ELSE 0 END) AS outFen
    FROM cash_posting AS posting LEFT JOIN cash_posting AS original ON original.id = posting.reverses
    WHERE posting.business_day <= ${last} GROUP BY posting.source`.execute(tx);
  return moneySources.map((source) => {
    const found = rows.find((row) => row.source === source);
    const { openingFen = 0, inFen = 0, outFen = 0 } = found ?? {};
    return { source, openingFen, inFen, outFen, closingFen: openingFen + inFen - outFen };
  });
};
