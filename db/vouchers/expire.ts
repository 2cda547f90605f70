// Ends vouchers whose last day has passed; part of the change of day.
import type { Tx } from '../context.ts';
import { addDays } from '../domain/business-day.ts';

/** Posts the end of every open voucher with `valid_to` before `day`, dated the day after its last. Answers how many. */
export const expireVouchers = async (tx: Tx, now: string, day: string): Promise<number> => {
  const ended = await tx
    .selectFrom('voucher')
    .innerJoin('household', 'household.id', 'voucher.household_id')
    .select([
      'voucher.id',
      'voucher.category',
      'household.community',
      'voucher.balance_fen',
      'voucher.valid_to',
    ])
    .where('voucher.state', 'in', ['issued', 'active', 'partly-used'])
    .where('voucher.valid_to', '<', day)
    .orderBy('voucher.id')
    .execute();
  for (const voucher of ended) {
    await tx
      .insertInto('voucher_posting')
      .values({
        voucher_id: voucher.id,
        kind: 'expired',
        category: voucher.category,
        community: voucher.community,
        pieces: -1,
        amount_fen: -voucher.balance_fen,
        business_day: addDays(voucher.valid_to, 1),
        at: now,
        redemption_id: null,
        reverses: null,
        staff_id: null,
      })
      .execute();
    await tx
      .updateTable('voucher')
      .set({ state: 'expired', balance_fen: 0 })
      .where('id', '=', voucher.id)
      .execute();
  }
  return ended.length;
};
