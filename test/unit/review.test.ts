// Reviews, their queues, and the grace after an exit.
import { expect, test } from 'vitest';
import { addDays } from '../../db/domain/business-day.ts';
import {
  graceEnd,
  HALF_YEARLY_MONTHS,
  nextReviewDay,
  REVIEW_QUEUES,
  reviewQueue,
  reviewQueueDays,
  YEARLY_MONTHS,
} from '../../db/domain/review.ts';
import { eligibilityOn, reviewOverdue } from '../../db/domain/eligibility.ts';

const TODAY = '2026-05-04';

test('yearly and half-yearly reviews keep the day number, cut to the month (ruling 12)', () => {
  expect(nextReviewDay('2026-05-04', YEARLY_MONTHS)).toBe('2027-05-04');
  expect(nextReviewDay('2026-05-04', HALF_YEARLY_MONTHS)).toBe('2026-11-04');
  expect(nextReviewDay('2026-08-31', HALF_YEARLY_MONTHS)).toBe('2027-02-28');
  expect(nextReviewDay('2024-02-29', YEARLY_MONTHS)).toBe('2025-02-28');
});

test('no span, and one nobody means, is refused', () => {
  for (const months of [0, -6, 0.5, Number.NaN, 61])
    expect(() => nextReviewDay(TODAY, months), String(months)).toThrow(RangeError);
  for (const months of [-1, 1.5, 61]) expect(() => graceEnd(TODAY, months)).toThrow(RangeError);
  expect(() => nextReviewDay('2026-02-30', 6)).toThrow(RangeError);
});

test('queues: the day itself is in time, the edges belong to the nearer queue', () => {
  const queues: Record<string, string> = {
    '2025-12-31': 'overdue',
    '2026-05-03': 'overdue',
    '2026-05-04': 'due-today',
    '2026-05-05': 'due-7',
    '2026-05-11': 'due-7',
    '2026-05-12': 'due-30',
    '2026-06-03': 'due-30',
    '2026-06-04': 'later',
  };
  for (const [day, queue] of Object.entries(queues)) expect(reviewQueue(day, TODAY), day).toBe(queue);
  expect(reviewQueue(null, TODAY)).toBe('unset');
});

test('the days of the queues hold exactly their reviews, each day in one', () => {
  for (const now of [TODAY, '2024-02-29', '2026-12-31'])
    for (let n = -40; n <= 40; n += 1) {
      const review = addDays(now, n);
      const inside = REVIEW_QUEUES.filter((queue) => {
        if (queue === 'unset') return false;
        const { first, last } = reviewQueueDays(queue, now);
        return (first === null || first <= review) && (last === null || review <= last);
      });
      expect(inside, review).toEqual([reviewQueue(review, now)]);
      expect(reviewQueue(review, now) === 'overdue').toBe(reviewOverdue(review, now));
    }
});

test('grace of 3 months after an exit on 1 March ends on 31 May (scenario 4)', () => {
  expect(graceEnd('2026-03-01', 3)).toBe('2026-05-31');
  expect(graceEnd('2026-11-30', 3)).toBe('2027-02-27');
  const at = (day: string) =>
    eligibilityOn({ startDay: null, endDay: '2026-03-01', graceToDay: graceEnd('2026-03-01', 3) }, day);
  expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map(at)).toEqual([
    'eligible',
    'grace',
    'grace',
    'ended',
  ]);
});

test('no months, no grace', () => {
  const graceToDay = graceEnd('2026-03-01', 0);
  expect(graceToDay).toBe('2026-02-28');
  for (const [day, state] of [
    ['2026-02-28', 'eligible'],
    ['2026-03-01', 'ended'],
  ] as const)
    expect(eligibilityOn({ startDay: null, endDay: '2026-03-01', graceToDay }, day)).toBe(state);
});
