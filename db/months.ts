// Closed months and the day on which an entry is booked (ruling 22). Every area that takes a day asks here.
import type { Context, Tx } from './context.ts';
import { bookingDay } from './domain/booking.ts';
import { Refusal } from './failures.ts';

export interface BookedOn {
  readonly day: string;
  /** The day it belongs to when that one's month was closed (补录). */
  readonly lateFor: string | null;
}

export const closedMonths = async (tx: Tx): Promise<ReadonlySet<string>> => {
  const rows = await tx.selectFrom('month_close').select('month').execute();
  return new Set(rows.map(({ month }) => month));
};

/** Where an entry for `wanted` is booked. Refusals: `donation-day-in-future`, `month-closed` when today's month itself is. */
export const bookedOn = async ({ tx, day }: Context, wanted: string): Promise<BookedOn> => {
  const booking = bookingDay(wanted, day, await closedMonths(tx));
  if (booking.ok) return { day: booking.day, lateFor: booking.lateFor };
  if (booking.reason === 'day-in-future')
    throw new Refusal('donation-day-in-future', { day: wanted, todayDay: day });
  throw new Refusal('month-closed', { month: day.slice(0, 7) });
};
