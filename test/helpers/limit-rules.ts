// Rules, goods taken and families for the tests of the limits; everybody is fictional.
import type { LimitRule } from '../../db/domain/limit-rule.ts';
import type { CoverAt, Family, Taken } from '../../db/domain/limits.ts';

export const rule = (changes: Partial<LimitRule> = {}): LimitRule => ({
  measure: 'fen',
  itemId: null,
  sort: null,
  subject: 'household',
  amounts: [[1, 15_000]],
  period: 'quarter',
  every: 1,
  carryOver: false,
  fromDay: '2026-01-01',
  toDay: null,
  ...changes,
});
let acts = 0;
export const took = (day: string, changes: Partial<Taken> = {}): Taken => ({
  act: `r${(acts += 1)}`,
  day,
  itemId: 1,
  sort: '食品',
  quantity: 1,
  unitScale: 1,
  fen: 0,
  points: 0,
  ...changes,
});
export const cover = (personId: number, changes: Partial<CoverAt> = {}): CoverAt => ({
  personId,
  householdId: 1,
  category: 'urban-minimum-living',
  fromDay: '2025-01-01',
  toDay: null,
  ...changes,
});
export const family = (...covers: CoverAt[]): Family => ({ householdId: 1, covers });
export const of = (size: number): Family => family(...Array.from({ length: size }, (_, at) => cover(at + 1)));
