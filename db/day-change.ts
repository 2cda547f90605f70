// The change of day: the first act of a new Beijing day ends the vouchers whose last day has passed and brings in the covers that
// begin or end, and the clock may not go back. Runs in a transaction of its own before the act.
import type { Kysely } from 'kysely';
import { appendAudit } from './audit/chain.ts';
import type { Secrets } from './context.ts';
import { Refusal } from './failures.ts';
import { refreshDue } from './people/standing.ts';
import type { Schema } from './schema.ts';
import { expireVouchers } from './vouchers/expire.ts';

/** How far the clock may step back (a time service does that) before the books refuse to go on (reliability.md §1.5). */
const toleratedBackMs = 10 * 60_000;

/** Refusal: `clock-went-back` with the newest instant the books know. */
export const rollDay = async (
  db: Kysely<Schema>,
  secrets: Secrets,
  now: string,
  day: string,
  /** Newest instant of an act, which the stored one lags behind; empty when there was none. */
  newestAt: string,
): Promise<void> => {
  const shop = await db.selectFrom('shop').select(['rolled_day', 'clock_high_at']).executeTakeFirst();
  if (!shop) return;
  const highest = newestAt > shop.clock_high_at ? newestAt : shop.clock_high_at;
  if (Date.parse(now) < Date.parse(highest) - toleratedBackMs)
    throw new Refusal('clock-went-back', { newestAt: highest, nowAt: now });
  if (day <= shop.rolled_day) return;
  await db.transaction().execute(async (tx) => {
    const ended = await expireVouchers(tx, now, day);
    const refreshed = await refreshDue(tx, shop.rolled_day, day);
    await tx.updateTable('shop').set({ rolled_day: day, clock_high_at: now }).execute();
    await appendAudit(tx, secrets.auditHash, {
      at: now,
      businessDay: day,
      staffId: null,
      actor: '',
      role: '',
      terminal: '',
      act: 'day-change',
      object: `day:${day}`,
      detail: JSON.stringify({ expired: ended, households: refreshed }),
      result: 'done',
      commandId: null,
    });
  });
};
