// The number register: scenario 14, restores (ruling 26), and faults it must show.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  LARGEST_NUMBER,
  numberRegister,
  type NumberedPaper,
  type NumberState,
} from '../../db/domain/number-register.ts';

const papers = (from: number, to: number, states: Readonly<Record<number, NumberState>> = {}) =>
  Array.from({ length: to - from + 1 }, (_, i): NumberedPaper => {
    const number = from + i;
    return { number, state: states[number] ?? 'used' };
  });
const clean = { missing: [], missingRanges: [], doubled: [], outside: [] };

test('scenario 14: 51 numbers, 1 void, 0 missing', () => {
  const july = { first: 101, last: 151, papers: papers(101, 151, { 123: 'void' }), lost: [] };
  expect(numberRegister(july)).toEqual({
    from: 101,
    to: 151,
    used: 50,
    void: 1,
    red: 0,
    lost: 0,
    ...clean,
  });
  const later = { ...july, papers: papers(101, 151, { 123: 'red' }) };
  expect(numberRegister(later)).toMatchObject({ used: 51, void: 0, red: 1, missing: [] });
});

test('a number that is nowhere is missing, at either end and between', () => {
  const torn = papers(1, 10).filter((p) => ![1, 4, 5, 10].includes(p.number));
  expect(numberRegister({ first: 1, last: 10, papers: torn, lost: [] })).toMatchObject({
    used: 6,
    missing: [1, 4, 5, 10],
    missingRanges: [
      { from: 1, to: 1 },
      { from: 4, to: 5 },
      { from: 10, to: 10 },
    ],
  });
});

test('numbers lost by a restore are not missing, and a paper wins over a loss', () => {
  const kept = papers(1, 20).filter((p) => p.number <= 12 || p.number >= 18);
  const lost = [
    { from: 12, to: 16 },
    { from: 15, to: 17 },
  ];
  expect(numberRegister({ first: 1, last: 20, papers: kept, lost })).toMatchObject({
    used: 15,
    lost: 5,
    missing: [],
  });
  expect(numberRegister({ first: 14, last: 15, papers: [], lost })).toMatchObject({ lost: 2, missing: [] });
  expect(numberRegister({ first: 1, last: 20, papers: kept, lost: [{ from: 13, to: 15 }] })).toMatchObject({
    lost: 3,
    missing: [16, 17],
  });
});

test('doubled numbers and numbers never given are shown, not counted', () => {
  const extra: readonly NumberedPaper[] = [
    { number: 2, state: 'void' },
    { number: 9, state: 'used' },
  ];
  expect(numberRegister({ first: 1, last: 3, papers: [...papers(1, 3), ...extra], lost: [] })).toMatchObject({
    used: 3,
    void: 0,
    missing: [],
    doubled: [2],
    outside: [9],
  });
});

test('no number given yet', () => {
  expect(numberRegister({ first: 1, last: 0, papers: [], lost: [] })).toEqual({
    from: null,
    to: null,
    used: 0,
    void: 0,
    red: 0,
    lost: 0,
    ...clean,
  });
});

test('used + void + lost + missing are all numbers given', () => {
  const paper = fc.record({
    number: fc.integer({ min: 1, max: 60 }),
    state: fc.constantFrom<NumberState>('used', 'void', 'red'),
  });
  const range = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(10))
    .map(([from, more]) => ({ from, to: from + more }));
  fc.assert(
    fc.property(fc.array(paper), fc.array(range), fc.nat(50), (some, lost, last) => {
      const r = numberRegister({ first: 1, last, papers: some, lost });
      expect(r.used + r.void + r.lost + r.missing.length).toBe(last);
      expect(r.used + r.void + r.doubled.length + r.outside.length).toBe(some.length);
      for (const number of r.missing) expect(some.some((p) => p.number === number)).toBe(false);
    }),
  );
});

test('a large year stays quick, and a damaged counter is refused', () => {
  const year = papers(1, 1_000_000, { 500_000: 'void' });
  expect(numberRegister({ first: 1, last: 1_000_000, papers: year, lost: [] })).toMatchObject({
    used: 999_999,
    missing: [],
  });
  expect(() => numberRegister({ first: 1, last: LARGEST_NUMBER + 1, papers: [], lost: [] })).toThrow(
    RangeError,
  );
  expect(() => numberRegister({ first: 0, last: 5, papers: [], lost: [] })).toThrow(RangeError);
  expect(() =>
    numberRegister({ first: 1, last: 5, papers: [{ number: 1.5, state: 'used' }], lost: [] }),
  ).toThrow(RangeError);
});
