// Who is eligible on which day (domain.md scenario 4).
import { describe, expect, it } from 'vitest';
import { eligibilityOn, reviewOverdue } from '../../db/domain/eligibility.ts';

describe('eligibility', () => {
  it('counts from the start day to the day before the end day', () => {
    const period = { startDay: '2025-01-01', endDay: '2026-03-01' };
    expect(
      ['2024-12-31', '2025-01-01', '2026-02-25', '2026-02-28', '2026-03-01', '2026-03-05'].map((day) =>
        eligibilityOn(period, day),
      ),
    ).toEqual(['not-yet', 'eligible', 'eligible', 'eligible', 'ended', 'ended']);
  });

  it('is open at an unknown end and an unknown start', () => {
    expect(eligibilityOn({ startDay: null, endDay: null }, '2026-05-04')).toBe('eligible');
    expect(eligibilityOn({ startDay: '2026-05-05', endDay: null }, '2026-05-04')).toBe('not-yet');
  });

  it('ended before it began is ended', () => {
    expect(eligibilityOn({ startDay: '2026-06-01', endDay: '2026-05-01' }, '2026-05-04')).toBe('ended');
  });
});

it('a review is overdue from the day after its date', () => {
  expect([
    reviewOverdue('2026-05-03', '2026-05-04'),
    reviewOverdue('2026-05-04', '2026-05-04'),
    reviewOverdue(null, '2026-05-04'),
  ]).toEqual([true, false, false]);
});
