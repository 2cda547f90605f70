// Back-dated movements: no later moment may turn negative (ruling 22).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laterBalance, mostLeaving, type LotPosting } from '../../db/domain/stock-history.ts';

// In 10 on the 3rd, out 8 on the 10th, in 5 on the 12th: 10, 2, 7.
const HISTORY: readonly LotPosting[] = [
  { id: 1, day: '2026-05-03', quantity: 10 },
  { id: 7, day: '2026-05-10', quantity: -8 },
  { id: 9, day: '2026-05-12', quantity: 5 },
];

test('what the later movements still need may not leave before them', () => {
  expect(laterBalance(HISTORY, '2026-05-05', -2)).toEqual({ lowest: 0, negativeOn: null });
  expect(laterBalance(HISTORY, '2026-05-05', -3)).toEqual({ lowest: -1, negativeOn: '2026-05-10' });
  expect(laterBalance(HISTORY, '2026-05-05', -11)).toEqual({ lowest: -9, negativeOn: '2026-05-05' });
  expect(laterBalance(HISTORY, '2026-05-12', -7)).toEqual({ lowest: 0, negativeOn: null });
  expect(laterBalance(HISTORY, '2026-05-20', -8)).toEqual({ lowest: -1, negativeOn: '2026-05-20' });
});

test('before the goods came, nothing can leave', () => {
  expect(laterBalance(HISTORY, '2026-05-02', -1)).toEqual({ lowest: -1, negativeOn: '2026-05-02' });
  expect(mostLeaving(HISTORY, '2026-05-02')).toBe(0);
  expect(mostLeaving([{ id: 1, day: '2026-05-01', quantity: -3 }], '2026-05-02')).toBe(0);
  expect(laterBalance([], '2026-05-02', -1)).toEqual({ lowest: -1, negativeOn: '2026-05-02' });
  expect(laterBalance([], '2026-05-02', 4)).toEqual({ lowest: 4, negativeOn: null });
});

test('a new row comes last in its day', () => {
  expect(laterBalance(HISTORY, '2026-05-10', -2)).toEqual({ lowest: 0, negativeOn: null });
  expect(laterBalance(HISTORY, '2026-05-10', -3)).toEqual({ lowest: -1, negativeOn: '2026-05-10' });
  expect(laterBalance(HISTORY, '2026-05-03', -3)).toEqual({ lowest: -1, negativeOn: '2026-05-10' });
});

test('taking back the receipt is refused on the day the goods had already left', () => {
  expect(laterBalance(HISTORY, '2026-05-03', -10)).toEqual({ lowest: -8, negativeOn: '2026-05-10' });
});

test('the most that may leave may leave, and one more may not', () => {
  const posting = fc.record({ n: fc.nat(20), quantity: fc.integer({ min: -20, max: 30 }) });
  fc.assert(
    fc.property(fc.array(posting, { maxLength: 12 }), fc.nat(22), (rows, at) => {
      const dayOf = (n: number): string => `2026-05-${String(n + 1).padStart(2, '0')}`;
      const history = [...rows]
        .sort((a, b) => a.n - b.n)
        .map(({ n, quantity }, i) => ({ id: i + 1, day: dayOf(n), quantity }));
      const day = dayOf(at);
      const most = mostLeaving(history, day);
      if (laterBalance(history, day, 0).negativeOn === null)
        expect(laterBalance(history, day, -most)).toEqual({ lowest: 0, negativeOn: null });
      expect(laterBalance(history, day, -most - 1).negativeOn).not.toBeNull();
      // The plain definition: put the row where it belongs and look at every moment from it on.
      const place = history.filter((h) => h.day <= day).length;
      const all = [...history.map((h) => h.quantity)];
      all.splice(place, 0, -most);
      const moments = all.map((_, i) => all.slice(0, i + 1).reduce((sum, q) => sum + q, 0)).slice(place);
      expect(laterBalance(history, day, -most).lowest).toBe(Math.min(...moments));
    }),
  );
});

test('rows in another order and half pieces are a bug', () => {
  expect(() => laterBalance([...HISTORY].reverse(), '2026-05-05', -1)).toThrow(RangeError);
  const swapped = [
    { id: 2, day: '2026-05-03', quantity: 1 },
    { id: 1, day: '2026-05-03', quantity: 1 },
  ];
  expect(() => laterBalance(swapped, '2026-05-05', -1)).toThrow(RangeError);
  expect(() => laterBalance(HISTORY, '2026-05-05', 0.5)).toThrow(RangeError);
});
