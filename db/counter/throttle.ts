// Stops a till at which somebody guesses: five codes that are no voucher of ours within ten minutes close it for a minute
// (reliability.md §5.2 V1). Honest refusals, such as a voucher already used, do not count.
import type { RefusalCode } from '../contract/errors.ts';
import type { Session } from '../context.ts';
import { Refusal } from '../failures.ts';

const most = 5;
const withinMs = 10 * 60_000;
const closedMs = 60_000;
const guesses: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'code-unknown',
  'code-forged',
  'code-check',
  'code-other-shop',
]);

/** Refusal: `till-throttled` until when. After the minute the count begins anew. */
export const refuseThrottled = (session: Session, now: string): void => {
  const last = session.refusedScans.at(-1);
  if (session.refusedScans.length < most || last === undefined) return;
  const until = Date.parse(last) + closedMs;
  if (Date.parse(now) < until)
    throw new Refusal('till-throttled', { untilAt: new Date(until).toISOString() });
  session.refusedScans.length = 0;
};

/** Remembers a refused code when it looks like a guess. */
export const countGuess = (session: Session, now: string, refusal: Refusal): void => {
  if (!guesses.has(refusal.code)) return;
  const recent = session.refusedScans.filter((at) => Date.parse(now) - Date.parse(at) < withinMs);
  session.refusedScans.splice(0, session.refusedScans.length, ...recent, now);
};
