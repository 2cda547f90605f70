// Reports of the month, on screen and on paper.
import { sql } from 'kysely';
import type { Handlers } from '../context.ts';
import { balance } from './balance.ts';
import { closeMonth, monthsClosed } from './close.ts';
import { distribution } from './distribution.ts';
import { printReport } from './print.ts';

export const reportHandlers: Handlers<'reports'> = {
  'reports.distribution': (steps, { month }) => steps.snapshot((context) => distribution(context, month)),
  'reports.balance': (steps, input) => steps.snapshot((context) => balance(context, input)),
  'reports.print': printReport,
  'reports.closeMonth': (context, { month }) => closeMonth(context, month),
  'reports.closedMonths': monthsClosed,
  'reports.span': async ({ tx }) => {
    const { rows } = await sql<{ first: string | null; last: string | null }>`
      SELECT min(day) AS first, max(day) AS last FROM (
        SELECT min(business_day) AS day FROM stock_posting UNION ALL SELECT max(business_day) FROM stock_posting
        UNION ALL SELECT min(business_day) FROM cash_posting UNION ALL SELECT max(business_day) FROM cash_posting
        UNION ALL SELECT min(business_day) FROM voucher_posting UNION ALL SELECT max(business_day) FROM voucher_posting
      )`.execute(tx);
    return rows[0] ?? { first: null, last: null };
  },
};
