// Limits under whatever rule, whatever is taken and taken back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/business-day.ts';
import { mayCarryOver } from '../../db/domain/limit-rule.ts';
import { breachOf, firstDayAsked, reckon } from '../../db/domain/limits.ts';
import { of, rule, took } from '../helpers/limit-rules.ts';

describe('whatever is taken and taken back', () => {
  const days = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-06-01', n));
  const line = fc.record({
    day: days,
    itemId: fc.integer({ min: 1, max: 3 }),
    quantity: fc.integer({ min: 1, max: 5_000 }),
    unitScale: fc.constantFrom(1, 500, 1_000),
    fen: fc.integer({ min: 0, max: 20_000 }),
    points: fc.integer({ min: 0, max: 40 }),
    back: fc.boolean(),
  });
  const rules = fc.record({
    measure: fc.constantFrom('fen', 'pieces', 'times', 'points'),
    itemId: fc.constantFrom(null, 1),
    subject: fc.constantFrom('household', 'person', 'proxy'),
    period: fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'days', 'years'),
    carryOver: fc.boolean(),
    amount: fc.integer({ min: 0, max: 30_000 }),
  } as const);
  it('used is never negative, what comes back gives exactly back, left and limit agree', () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(line, { maxLength: 30 }),
        days,
        fc.integer({ min: 1, max: 6 }),
        (made, lines, day, size) => {
          const { amount, carryOver, ...shape } = made;
          const r = rule({
            ...shape,
            amounts: [[1, amount]],
            carryOver: carryOver && mayCarryOver(made.period),
            fromDay: '2025-06-01',
          });
          const all = lines.map(({ back, ...one }, at) => ({
            back,
            line: { ...one, act: `r${at}`, sort: '食品' },
          }));
          const left = all.map((one) => one.line);
          const reversed = all
            .filter(({ back }) => back)
            .map((one) => ({
              ...one.line,
              quantity: -one.line.quantity,
              fen: 0 - one.line.fen,
              points: 0 - one.line.points,
            }));
          const kept = all.filter(({ back }) => !back).map((one) => one.line);
          const after = reckon(r, of(size), [...left, ...reversed], day);
          expect(after.used).toBeGreaterThanOrEqual(0);
          expect({ ...after, againDay: '' }).toEqual({ ...reckon(r, of(size), kept, day), againDay: '' });
          expect(after.left).toBe(Math.max(0, after.limit - after.used));
          expect(after.againDay > day).toBe(true);
          // Exactly what is left still passes, one more does not.
          if (r.measure !== 'fen') return;
          const wanting = (fen: number) => breachOf(r, of(size), kept, [{ ...took(day), fen }], day);
          expect(wanting(after.left)).toBeNull();
          expect(wanting(after.left + 1)?.left).toBe(after.left);
        },
      ),
      { numRuns: 400 },
    );
  });
  it('asks for no day too few', () => {
    fc.assert(
      fc.property(rules, days, ({ amount, carryOver, ...shape }, day) => {
        const r = rule({
          ...shape,
          amounts: [[1, amount]],
          carryOver: carryOver && mayCarryOver(shape.period),
        });
        const before = addDays(firstDayAsked(r, day), -1);
        expect(reckon(r, of(1), [took(before, { fen: 1, points: 1 })], day)).toEqual(
          reckon(r, of(1), [], day),
        );
      }),
    );
  });
});
