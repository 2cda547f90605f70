// Ends vouchers whose last day has passed; part of the change of day.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { addDays } from '../domain/business-day.ts';

/** Written out, not bound: only then does the planner know that the index of open vouchers will do. */
const isOpen = sql<boolean>`voucher.state IN ('issued', 'active', 'partly-used')`;

/**
 * Posts the end of every open voucher with `valid_to` before `day`, dated the day after its last. Answers how many. Whole
 * batches end on one day, so it goes by day and not by voucher.
 */
export const expireVouchers = async (tx: Tx, now: string, day: string): Promise<number> => {
  const lastDays = await tx
    .selectFrom('voucher')
    .select('valid_to')
    .distinct()
    .where(isOpen)
    .where('valid_to', '<', day)
    .orderBy('valid_to')
    .execute();
  let ended = 0;
  for (const { valid_to: last } of lastDays) {
    await sql`
      INSERT INTO voucher_posting (voucher_id, kind, category, community, pieces, amount_fen, amount_points, business_day, at)
      SELECT voucher.id, 'expired', voucher.category, household.community, -1, 0 - voucher.balance_fen, 0 - voucher.balance_points,
        ${addDays(last, 1)}, ${now}
      FROM voucher JOIN household ON household.id = voucher.household_id
      WHERE voucher.valid_to = ${last} AND ${isOpen}
      ORDER BY voucher.id`.execute(tx);
    const { numUpdatedRows } = await tx
      .updateTable('voucher')
      .set({ state: 'expired', balance_fen: 0, balance_points: 0 })
      .where('valid_to', '=', last)
      .where(isOpen)
      .executeTakeFirstOrThrow();
    ended += Number(numUpdatedRows);
  }
  return ended;
};
