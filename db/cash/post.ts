// The only way money is booked: into one of the two books, never below zero at any moment.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { Refusal } from '../failures.ts';
import type { MoneySource } from '../schema.ts';

export type CashDocument = 'donation' | 'purchase' | 'funding' | 'loss' | 'redemption';

export interface CashMovement {
  readonly source: MoneySource;
  /** Fen, + in, - out. */
  readonly amountFen: number;
  readonly document: CashDocument;
  readonly documentId: number;
  readonly day: string;
  readonly lateFor: string | null;
  readonly now: string;
  readonly staffId: number;
}

/** Refusal: `money-short` when the source would stand below zero on the day or on any later one. */
export const postCash = async (
  tx: Tx,
  movement: CashMovement,
  reverses: number | null = null,
): Promise<void> => {
  if (movement.amountFen < 0) await refuseShort(tx, movement);
  await tx
    .insertInto('cash_posting')
    .values({
      book: movement.source === 'trading' ? 'trading' : 'aid',
      source: movement.source,
      amount_fen: movement.amountFen,
      business_day: movement.day,
      late_for_day: movement.lateFor,
      at: movement.now,
      document: movement.document,
      document_id: movement.documentId,
      reverses,
      staff_id: movement.staffId,
    })
    .execute();
};

/** Takes back what a paper booked; answers nothing when it booked no money. Refusal: `money-short`. */
export const reverseCash = async (
  tx: Tx,
  document: CashDocument,
  documentId: number,
  booked: Pick<CashMovement, 'day' | 'lateFor' | 'now' | 'staffId'>,
): Promise<void> => {
  const postings = await tx
    .selectFrom('cash_posting as posting')
    .select(['id', 'source', 'amount_fen'])
    .where('document', '=', document)
    .where('document_id', '=', documentId)
    .where('reverses', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('cash_posting as back')
            .select('back.id')
            .whereRef('back.reverses', '=', 'posting.id'),
        ),
      ),
    )
    .execute();
  for (const { id, source, amount_fen } of postings)
    await postCash(tx, { ...booked, document, documentId, source, amountFen: 0 - amount_fen }, id);
};

const refuseShort = async (tx: Tx, { source, amountFen, day }: CashMovement): Promise<void> => {
  const { rows } = await sql<{ onDay: string; fen: number }>`
    SELECT onDay, fen FROM (
      SELECT business_day AS onDay, sum(sum(amount_fen)) OVER (ORDER BY business_day) AS fen
      FROM cash_posting WHERE source = ${source} GROUP BY business_day
    ) WHERE onDay >= ${day}
    UNION ALL SELECT ${day}, coalesce(sum(amount_fen), 0) FROM cash_posting WHERE source = ${source} AND business_day <= ${day}
    ORDER BY fen, onDay LIMIT 1`.execute(tx);
  const lowest = rows[0];
  if (lowest && lowest.fen + amountFen < 0)
    throw new Refusal('money-short', {
      source,
      availableFen: Math.max(0, lowest.fen),
      wantedFen: 0 - amountFen,
      onDay: lowest.onDay,
    });
};
