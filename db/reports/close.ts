// Closing a month: from then on nothing is booked in it (ruling 22, 29). Months close in order, so that no open month lies between.
import type { Context } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { addMonths, monthOf } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { closedMonths } from '../months.ts';
import { sql } from 'kysely';

/** Refusals: `month-not-over`, `month-closed`, `month-before-open` (naming the earlier month that is still open). */
export const closeMonth = async (context: Context, month: string): Promise<Record<string, never>> => {
  const { tx, day, now, actor } = context;
  if (month >= monthOf(day)) throw new Refusal('month-not-over', { month });
  const closed = await closedMonths(tx);
  if (closed.has(month)) throw new Refusal('month-closed', { month });
  const first = await firstMonth(context);
  const before = monthOf(addMonths(`${month}-01`, -1));
  if (first !== null && before >= first && !closed.has(before))
    throw new Refusal('month-before-open', { month: before });
  await tx.insertInto('month_close').values({ month, staff_id: actor.staffId, at: now }).execute();
  context.note(`month:${month}`);
  return {};
};

/** The first month with any movement of goods, money or vouchers; null in empty books. */
const firstMonth = async ({ tx }: Context): Promise<string | null> => {
  const { rows } = await sql<{ day: string | null }>`
    SELECT min(day) AS day FROM (
      SELECT min(business_day) AS day FROM stock_posting
      UNION ALL SELECT min(business_day) FROM cash_posting
      UNION ALL SELECT min(business_day) FROM voucher_posting
    )`.execute(tx);
  return rows[0]?.day?.slice(0, 7) ?? null;
};

/** Latest first. */
export const monthsClosed = ({ tx }: Context): Promise<Output<'reports.closedMonths'>> =>
  tx
    .selectFrom('month_close')
    .innerJoin('staff', 'staff.id', 'month_close.staff_id')
    .select(['month_close.month', 'staff.name as by', 'month_close.at'])
    .orderBy('month_close.month', 'desc')
    .execute();
