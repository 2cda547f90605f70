// The days a report is about, and in which of them what was taken back counts. Shared by the figures of the distribution report.
import { sql } from 'kysely';

export interface Period {
  readonly first: string;
  readonly last: string;
}

/**
 * Money taken back goes to the period of the original (rulings.md 11), and to that of the taking back once the original's month was closed:
 * a closed month reprints as it was. Of the tables `back` and `r`, the act it takes back.
 */
export const dayOfReversal = sql`CASE WHEN EXISTS (SELECT 1 FROM month_close
    WHERE month_close.month = substr(r.business_day, 1, 7) AND month_close.at <= back.at)
  THEN back.business_day ELSE r.business_day END`;
