// Stocktakes: ruling 21, the double count, posting by another person, and the +2 of scenario 16.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  costOfFound,
  countAfter,
  countDifference,
  countEntryRefusal,
  countResult,
  COUNT_STATES,
  mayPostCount,
  type CountEntry,
  type CountRound,
} from '../../db/domain/count.ts';
import { costLeaving } from '../../db/domain/lot-cost.ts';

const entry = (round: CountRound, counted: number, expected: number, staffId: number): CountEntry => ({
  round,
  counted,
  expected,
  staffId,
});

test('open, counted, posted; reopened or cancelled only before posting', () => {
  expect(COUNT_STATES.map((state) => countAfter('finish', state))).toEqual(['counted', null, null, null]);
  expect(COUNT_STATES.map((state) => countAfter('reopen', state))).toEqual([null, 'open', null, null]);
  expect(COUNT_STATES.map((state) => countAfter('post', state))).toEqual([null, 'posted', null, null]);
  expect(COUNT_STATES.map((state) => countAfter('cancel', state))).toEqual([
    'cancelled',
    'cancelled',
    null,
    null,
  ]);
});

test('the difference is against the books at the moment of entry', () => {
  expect(countDifference({ counted: 52, expected: 50 })).toBe(2);
  expect(countDifference({ counted: 0, expected: 3 })).toBe(-3);
  expect(() => countDifference({ counted: -1, expected: 3 })).toThrow(RangeError);
});

test('a single count settles at once', () => {
  expect(countResult([], false)).toEqual({ kind: 'uncounted' });
  const only = entry(1, 52, 50, 1);
  expect(countResult([only], false)).toEqual({ kind: 'settled', entry: only, difference: 2 });
});

test('two counts agree by their differences, whatever was handed out between them', () => {
  const first = entry(1, 52, 50, 1);
  expect(countResult([], true)).toEqual({ kind: 'uncounted' });
  expect(countResult([first], true)).toEqual({ kind: 'second-missing' });
  const afterThreeLeft = entry(2, 49, 47, 2);
  expect(countResult([first, afterThreeLeft], true)).toEqual({
    kind: 'settled',
    entry: afterThreeLeft,
    difference: 2,
  });
  const sameFigure = entry(2, 52, 47, 2);
  expect(countResult([first, sameFigure], true)).toEqual({ kind: 'misfit', first: 2, second: 5 });
});

test('a third entry settles a misfit', () => {
  const third = entry(3, 46, 46, 1);
  expect(countResult([third, entry(2, 45, 47, 2), entry(1, 52, 50, 1)], true)).toEqual({
    kind: 'settled',
    entry: third,
    difference: 0,
  });
  expect(() => countResult([third, third], true)).toThrow(RangeError);
});

test('the second count is another person’s, the third only after a misfit', () => {
  const first = entry(1, 52, 50, 1);
  const agree = entry(2, 52, 50, 2);
  const misfit = entry(2, 51, 50, 2);
  expect(countEntryRefusal([], 1, 1, true)).toBeNull();
  expect(countEntryRefusal([first], 1, 1, true)).toBeNull();
  expect(countEntryRefusal([], 2, 2, true)).toBe('count-round-early');
  expect(countEntryRefusal([first], 2, 2, false)).toBe('count-round-early');
  expect(countEntryRefusal([first], 2, 1, true)).toBe('count-second-person');
  expect(countEntryRefusal([first], 2, 2, true)).toBeNull();
  expect(countEntryRefusal([first, agree], 1, 2, true)).toBe('count-second-person');
  expect(countEntryRefusal([first], 3, 3, true)).toBe('count-round-early');
  expect(countEntryRefusal([first, agree], 3, 3, true)).toBe('count-round-early');
  expect(countEntryRefusal([first, misfit], 3, 1, true)).toBeNull();
  expect(countEntryRefusal([first, misfit, entry(3, 50, 50, 1)], 3, 1, true)).toBeNull();
});

test('nobody posts what they counted', () => {
  expect(mayPostCount([1, 2, 2], 2)).toBe(false);
  expect(mayPostCount([1, 2, 2], 3)).toBe(true);
});

test('scenario 16: +2 at 47.00 are 94.00, and 54 bags of 2,538.00 remain', () => {
  const second = { received: 200, receivedFen: 9400_00 };
  const left = costLeaving(9400_00, 200, 148) ?? 0;
  const found = costOfFound({ ...second, onHand: 52, onHandFen: 9400_00 - left }, 2);
  expect(found).toBe(94_00);
  expect(9400_00 - left + (found ?? 0)).toBe(2538_00);
});

test('with nothing on hand the cost received counts; rounded once', () => {
  expect(costOfFound({ onHand: 0, onHandFen: 0, received: 3, receivedFen: 10_00 }, 2)).toBe(6_67);
  expect(costOfFound({ onHand: 7, onHandFen: 10_00, received: 9, receivedFen: 99_00 }, 3)).toBe(4_29);
});

test('found goods of an unpriced lot have no cost', () => {
  expect(costOfFound({ onHand: 5, onHandFen: null, received: 9, receivedFen: null }, 3)).toBeNull();
  expect(costOfFound({ onHand: 0, onHandFen: null, received: 9, receivedFen: null }, 3)).toBeNull();
});

test('finding as much again doubles the cost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(999_999_999_999), (onHand, onHandFen) => {
      expect(costOfFound({ onHand, onHandFen, received: 1, receivedFen: 1 }, onHand)).toBe(onHandFen);
    }),
  );
});

test('finding nothing is a bug', () => {
  const lot = { onHand: 5, onHandFen: 100, received: 9, receivedFen: 180 };
  expect(() => costOfFound(lot, 0)).toThrow(RangeError);
  expect(() => costOfFound(lot, 1.5)).toThrow(RangeError);
  expect(() => costOfFound({ ...lot, received: 0 }, 1)).toThrow(RangeError);
});
