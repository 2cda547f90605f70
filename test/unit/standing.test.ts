// What covers add up to: payee category, covered members, first and last day (rulings 7 and 9, scenario 5).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/business-day.ts';
import { CATEGORY_CODES, compareCategories, type CategoryCode } from '../../db/domain/categories.ts';
import { membersOn, standingOf, type Cover } from '../../db/domain/standing.ts';

const compare = (a: string, b: string): number => compareCategories(a as CategoryCode, b as CategoryCode);
const cover = (
  personId: number,
  fromDay: string | null,
  toDay: string | null = null,
  category = 'urban-minimum-living',
): Cover => ({
  personId,
  category,
  fromDay,
  toDay,
});
const on = (day: string, ...covers: readonly Cover[]) => standingOf(covers, day, compare);

describe('the standing of a household', () => {
  it('nobody was ever covered: there is none', () => {
    expect(on('2026-05-04')).toBeNull();
    expect(on('2026-05-04', cover(1, '2026-05-01', '2026-05-01')), 'ended on the day it began').toBeNull();
  });

  it('the highest category wins and a person with two categories is one', () => {
    expect(
      on(
        '2026-05-04',
        cover(1, null, null, 'low-income-fringe'),
        cover(1, '2026-01-01', null, 'orphan'),
        cover(2, null),
      ),
    ).toEqual({
      category: 'orphan',
      members: 2,
      startDay: null,
      endDay: null,
      endReason: '',
    });
  });

  it('what has ended counts as it last stood; what is to come as it will begin', () => {
    const left = { ...cover(1, '2025-01-01', '2026-03-01'), endReason: '应退' };
    expect(on('2026-03-05', left, cover(2, '2025-01-01', '2026-02-01'))).toEqual({
      category: 'urban-minimum-living',
      members: 1,
      startDay: '2025-01-01',
      endDay: '2026-03-01',
      endReason: '应退',
    });
    expect(on('2026-03-05', cover(1, '2026-04-01'))).toMatchObject({
      members: 1,
      startDay: '2026-04-01',
      endDay: null,
    });
    expect(on('2026-03-05', left, cover(1, '2026-04-01')), 'back after a gap').toMatchObject({
      startDay: '2026-04-01',
      endDay: null,
    });
  });

  it('a move or another category does not break the time covered', () => {
    const moved = [cover(1, '2024-01-01', '2025-06-01'), cover(1, '2025-06-01', null, 'low-income-fringe')];
    expect(on('2026-05-04', ...moved)).toMatchObject({
      startDay: '2024-01-01',
      category: 'low-income-fringe',
    });
    expect(on('2025-05-31', ...moved)).toMatchObject({
      startDay: '2024-01-01',
      category: 'urban-minimum-living',
    });
  });

  it('a death on 2 March: three people through 1 March, two from then on; April counts two (scenario 5)', () => {
    const covers = [cover(1, '2025-01-01', '2026-03-02'), cover(2, '2025-01-01'), cover(3, '2025-01-01')];
    expect(['2026-03-01', '2026-03-02', '2026-04-01'].map((day) => membersOn(covers, day))).toEqual([
      3, 2, 2,
    ]);
  });

  it('says the same as looking at every day (property)', () => {
    const anyDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-01', days));
    const anyCover = fc
      .record({
        personId: fc.integer({ min: 1, max: 3 }),
        a: anyDay,
        b: anyDay,
        open: fc.boolean(),
        always: fc.boolean(),
        category: fc.constantFrom(...CATEGORY_CODES),
      })
      .map(({ personId, a, b, open, always, category }) => ({
        personId,
        category,
        fromDay: always ? null : a < b ? a : b,
        toDay: open ? null : a < b ? b : a,
      }));
    fc.assert(
      fc.property(fc.array(anyCover, { minLength: 1, maxLength: 5 }), anyDay, (covers, day) => {
        const standing = standingOf(covers, day, compare);
        const inEffect = (at: string) =>
          covers.filter(({ fromDay, toDay }) => (fromDay ?? '') <= at && (toDay === null || toDay > at));
        const now = inEffect(day);
        if (now.length === 0) {
          expect(
            standing === null ||
              standing.endDay === null ||
              standing.endDay <= day ||
              (standing.startDay ?? '') > day,
          ).toBe(true);
          return;
        }
        expect(standing?.members).toBe(new Set(now.map(({ personId }) => personId)).size);
        expect(standing?.category).toBe(now.map(({ category }) => category).sort(compare)[0]);
        const start = standing?.startDay ?? null;
        if (start !== null) {
          expect(inEffect(addDays(start, -1))).toEqual([]);
          for (let at = start; at <= day; at = addDays(at, 1)) expect(inEffect(at), at).not.toEqual([]);
        }
      }),
    );
  });
});
