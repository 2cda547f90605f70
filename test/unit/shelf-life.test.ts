// Shelf life: scenarios 11 and 12.
import { expect, test } from 'vitest';
import {
  alarmDay,
  daysLeft,
  isAlarming,
  isExpired,
  meetsShare,
  remainingShare,
} from '../../db/domain/shelf-life.ts';

test('good through its date, expired the day after (scenario 11)', () => {
  expect(isExpired('2026-09-01', '2026-09-01')).toBe(false);
  expect(isExpired('2026-09-01', '2026-09-02')).toBe(true);
  expect(isExpired(null, '9999-12-31')).toBe(false);
  expect(daysLeft('2026-09-01', '2026-09-01')).toBe(0);
  expect(daysLeft('2026-09-01', '2026-09-03')).toBe(-2);
  expect(daysLeft(null, '2026-09-03')).toBeNull();
});

test('the alarm starts 60 days before', () => {
  expect(alarmDay('2026-09-01')).toBe('2026-07-03');
  expect(alarmDay(null)).toBeNull();
  expect(isAlarming('2026-09-01', '2026-07-02')).toBe(false);
  expect(isAlarming('2026-09-01', '2026-07-03')).toBe(true);
  expect(isAlarming('2026-09-01', '2026-10-01')).toBe(true);
  expect(isAlarming('2026-09-01', '2026-08-20', 7)).toBe(false);
  expect(isAlarming(null, '2026-08-20')).toBe(false);
});

test('remaining life at acceptance (scenario 12)', () => {
  const life = remainingShare('2025-03-01', '2026-09-01', '2026-08-20');
  expect(life).toEqual({ left: 12, total: 549 });
  expect(life && meetsShare(life, 60)).toBe(false);
  expect(life && meetsShare(life, 2)).toBe(true);
  expect(meetsShare({ left: 60, total: 100 }, 60)).toBe(true);
  expect(meetsShare({ left: 59, total: 100 }, 60)).toBe(false);
  expect(remainingShare('2025-03-01', '2026-09-01', '2026-09-02')).toEqual({ left: 0, total: 549 });
  expect(remainingShare('2025-03-01', '2026-09-01', '2025-01-01')).toEqual({ left: 549, total: 549 });
});

test('no share where a date is missing or wrong way round', () => {
  expect(remainingShare(null, '2026-09-01', '2026-08-20')).toBeNull();
  expect(remainingShare('2025-03-01', null, '2026-08-20')).toBeNull();
  expect(remainingShare('2026-09-01', '2026-09-01', '2026-08-20')).toBeNull();
});
