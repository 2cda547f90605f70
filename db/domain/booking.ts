// On which day an entry is booked, and what becomes of a wrong receipt (ruling 22, domain.md §4.4). Knows months that
// are closed, not who closed them; whether stock allows the entry is stock-history.ts.
import { isDay, monthOf, type Day, type Month } from './business-day.ts';

/** 'month-closed': today itself lies in a closed month, so the PC's clock stands wrong and nothing may be booked. */
export type BookingRefusal = 'day-in-future' | 'month-closed';

export type Booking =
  | {
      readonly ok: true;
      /** The day the entry counts on. */
      readonly day: Day;
      /** The day it belongs to when that one's month was closed (marked 补录); null for an entry in time. */
      readonly lateFor: Day | null;
    }
  | { readonly ok: false; readonly reason: BookingRefusal };

/**
 * The wanted day while its month is open, ended or not; today, marked late, once it is closed. Refuses a day to come.
 * Refuses (throws) what is no day.
 */
export function bookingDay(wantedDay: Day, today: Day, closedMonths: ReadonlySet<Month>): Booking {
  if (!isDay(wantedDay) || !isDay(today)) throw new RangeError('not a calendar day');
  if (wantedDay > today) return { ok: false, reason: 'day-in-future' };
  if (!closedMonths.has(monthOf(wantedDay))) return { ok: true, day: wantedDay, lateFor: null };
  if (closedMonths.has(monthOf(today))) return { ok: false, reason: 'month-closed' };
  return { ok: true, day: today, lateFor: wantedDay };
}

export type Ending =
  | {
      readonly ok: true;
      /** 作废: the number stays and the amount counts nowhere. 红冲: a negative entry, the old month stays as printed. */
      readonly ending: 'void' | 'red';
      /** The day it is booked on: the gift's own when void, today when red. */
      readonly day: Day;
    }
  | { readonly ok: false; readonly reason: BookingRefusal };

/** How a receipt of `giftDay` ends today: void while its month is open, a red entry of today after close (scenario 14). */
export function endingOf(giftDay: Day, today: Day, closedMonths: ReadonlySet<Month>): Ending {
  const booking = bookingDay(giftDay, today, closedMonths);
  if (!booking.ok) return booking;
  return { ok: true, ending: booking.lateFor === null ? 'void' : 'red', day: booking.day };
}
