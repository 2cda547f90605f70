// The booked day and the end of a receipt: ruling 22, scenarios 14 and 23.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookingDay, endingOf } from '../../db/domain/booking.ts';
import { addDays, monthOf } from '../../db/domain/business-day.ts';

const OPEN: ReadonlySet<string> = new Set();
const MAY = new Set(['2026-05']);

test('an entry for an ended month that is not closed is booked in its own month', () => {
  expect(bookingDay('2026-05-30', '2026-06-10', OPEN)).toEqual({
    ok: true,
    day: '2026-05-30',
    lateFor: null,
  });
  expect(bookingDay('2026-06-10', '2026-06-10', MAY)).toEqual({ ok: true, day: '2026-06-10', lateFor: null });
});

test('after close it lands in the current month, marked late (scenario 23)', () => {
  expect(bookingDay('2026-05-30', '2026-06-10', MAY)).toEqual({
    ok: true,
    day: '2026-06-10',
    lateFor: '2026-05-30',
  });
});

test('a day to come is refused, and a clock in a closed month', () => {
  expect(bookingDay('2026-06-11', '2026-06-10', OPEN)).toEqual({ ok: false, reason: 'day-in-future' });
  expect(bookingDay('2026-05-30', '2026-05-31', MAY)).toEqual({ ok: false, reason: 'month-closed' });
  expect(endingOf('2026-08-01', '2026-07-28', OPEN)).toEqual({ ok: false, reason: 'day-in-future' });
  expect(endingOf('2026-05-30', '2026-05-31', MAY)).toEqual({ ok: false, reason: 'month-closed' });
});

test('scenario 14: void in the open July, red entry of August once July is closed', () => {
  expect(endingOf('2026-07-14', '2026-07-28', OPEN)).toEqual({ ok: true, ending: 'void', day: '2026-07-14' });
  expect(endingOf('2026-07-14', '2026-08-03', OPEN)).toEqual({ ok: true, ending: 'void', day: '2026-07-14' });
  expect(endingOf('2026-07-14', '2026-08-03', new Set(['2026-07']))).toEqual({
    ok: true,
    ending: 'red',
    day: '2026-08-03',
  });
});

test('nothing is ever booked in a closed month or on a day to come', () => {
  const day = fc.nat(400).map((n) => addDays('2026-01-01', n));
  const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(day, day, months, (wanted, today, closed) => {
      const closedMonths = new Set(closed.map((m) => `2026-${String(m).padStart(2, '0')}`));
      const booking = bookingDay(wanted, today, closedMonths);
      if (!booking.ok) return;
      expect(closedMonths.has(monthOf(booking.day))).toBe(false);
      expect(booking.day <= today).toBe(true);
      expect(booking.lateFor).toBe(booking.day === wanted ? null : wanted);
    }),
  );
});

test('what is no day is a bug', () => {
  expect(() => bookingDay('2026-02-29', '2026-06-10', OPEN)).toThrow(RangeError);
  expect(() => bookingDay('2026-02-28', '', OPEN)).toThrow(RangeError);
});
