// Whom a public list may name (ruling 28, scenario 24).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, ageOn } from '../../db/domain/business-day.ts';
import { mayBeNamedInPublic } from '../../db/domain/public-naming.ts';

const POSTED = '2026-05-04';
const named = (birthDay: string | null, minorProtected = false, withdrawn = false) =>
  mayBeNamedInPublic({ birthDay, minorProtected, withdrawn }, POSTED);

test('an adult may be named, from the day after the 18th birthday', () => {
  expect(named('1964-02-29')).toBe(true);
  expect(named('2008-05-03')).toBe(true);
});

test('a child, the 18th birthday, a protected category and an unknown age are only counted', () => {
  expect(named('2017-01-01')).toBe(false);
  expect(named('2008-05-04')).toBe(false);
  expect(named('1990-01-01', true)).toBe(false);
  expect(named(null)).toBe(false);
});

test('who withdrew the consent to be published is only counted', () => {
  expect(named('1964-02-29', false, true)).toBe(false);
});

test('nobody under 18 is ever named', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.boolean(), (daysOld, minorProtected) => {
      const birthDay = addDays(POSTED, -daysOld);
      if (named(birthDay, minorProtected)) expect(ageOn(birthDay, POSTED)).toBeGreaterThanOrEqual(18);
    }),
  );
});
