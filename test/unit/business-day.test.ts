// Beijing days: zone, month arithmetic, loose spellings, ages.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  businessDay,
  daysBetween,
  isDay,
  isMinorOn,
  isMonth,
  monthOf,
  monthRange,
  needsGuardianOn,
  parseDay,
} from '../../db/domain/business-day.ts';

const day = fc.integer({ min: -60_000, max: 70_000 }).map((n) => addDays('2000-01-01', n));

test('the day turns at 16:00 UTC, quarters with it (scenario 8)', () => {
  expect(businessDay('2026-03-31T15:59:59.999Z')).toBe('2026-03-31');
  expect(businessDay('2026-03-31T16:00:00.000Z')).toBe('2026-04-01');
  expect(businessDay('2026-12-31T16:01:00Z')).toBe('2027-01-01');
});

test('an instant without Z, or no instant, is refused', () => {
  for (const text of [
    '2026-03-31T15:59:59',
    '2026-03-31',
    '',
    'x',
    '2026-13-01T00:00:00Z',
    '2026-03-31T15:59:59+08:00',
  ])
    expect(() => businessDay(text), text).toThrow(RangeError);
});

test('agrees with the zone database of the platform', () => {
  const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (d) => {
        expect(businessDay(d.toISOString())).toBe(shanghai.format(d));
      },
    ),
  );
});

test('isDay knows the calendar', () => {
  for (const ok of ['2024-02-29', '2000-02-29', '2026-12-31', '1800-01-01', '2199-12-31'])
    expect(isDay(ok), ok).toBe(true);
  for (const no of [
    '1900-02-29',
    '2026-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-1-1',
    '0999-01-01',
    '1799-12-31',
    '2200-01-01',
    '9999-12-31',
    ' 2026-01-01',
  ])
    expect(isDay(no), no).toBe(false);
});

test('parseDay reads the spellings of sheets and refuses what does not exist', () => {
  for (const text of [
    '2026-05-04',
    '2026-5-4',
    '2026/05/04',
    '2026/5/4',
    '2026.5.4',
    '2026年5月4日',
    '2026年05月04日',
    '20260504',
    ' ２０２６－０５－０４ ',
  ])
    expect(parseDay(text), text).toBe('2026-05-04');
  for (const text of [
    '',
    '2026-02-29',
    '20260230',
    '2026/13/1',
    '2026-5/4',
    '5月4日',
    '4/5/2026',
    '260504',
    '2026-5',
    '46146',
    '2026年5月4'.slice(0, 6),
  ])
    expect(parseDay(text), text).toBeNull();
});

test('addDays and daysBetween undo each other', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: -20_000, max: 20_000 }),
      (d, n) => daysBetween(d, addDays(d, n)) === n,
    ),
  );
  expect(addDays('2026-09-01', -60)).toBe('2026-07-03');
  expect(daysBetween('2025-03-01', '2026-09-01')).toBe(549);
});

test('addMonths keeps the day number, cut to the month (ruling 12)', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-03-01', 3)).toBe('2026-06-01');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addMonths('2026-03-31', -13)).toBe('2025-02-28');
  fc.assert(
    fc.property(day, fc.integer({ min: -600, max: 600 }), (d, n) => {
      const moved = addMonths(d, n);
      expect(addDays(moved, 0)).toBe(moved);
      const last = Number(monthRange(monthOf(moved)).last.slice(8));
      expect(Number(moved.slice(8))).toBe(Math.min(Number(d.slice(8)), last));
    }),
  );
});

test('month of a day and its range', () => {
  expect(monthOf('2026-02-11')).toBe('2026-02');
  expect(monthRange('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
  expect(isMonth('2026-12')).toBe(true);
  expect(isMonth('2026-13')).toBe(false);
  expect(() => monthRange('2026-13')).toThrow(RangeError);
});

test('age counts completed years; a leap-day child has its birthday on 28 February', () => {
  expect(ageOn('1964-02-29', '2026-02-27')).toBe(61);
  expect(ageOn('1964-02-29', '2026-02-28')).toBe(62);
  expect(ageOn('2010-05-04', '2026-05-03')).toBe(15);
  expect(ageOn('2010-05-04', '2026-05-04')).toBe(16);
  expect(ageOn('2026-05-05', '2026-05-04')).toBe(-1);
});

test('the 18th birthday still counts as under (ruling 28)', () => {
  expect(isMinorOn('2008-05-04', '2026-05-04')).toBe(true);
  expect(isMinorOn('2008-05-04', '2026-05-05')).toBe(false);
});

test('under 14 a guardian consents, on the 14th birthday too (PIPL art. 31)', () => {
  expect(needsGuardianOn('2012-05-04', '2026-05-03')).toBe(true);
  expect(needsGuardianOn('2012-05-04', '2026-05-04')).toBe(true);
  expect(needsGuardianOn('2012-05-04', '2026-05-05')).toBe(false);
  expect(needsGuardianOn('2012-02-29', '2026-02-28')).toBe(true);
  expect(needsGuardianOn('2012-02-29', '2026-03-01')).toBe(false);
});
