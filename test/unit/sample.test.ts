// Spot-check samples: rounded up, the same list for the same seed, relatives beyond the percentage (scenarios 19, 20).
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample, sampleSize, type SampleCandidate } from '../../db/domain/sample.ts';

const population = (seed: string, relatives: readonly number[] = []): readonly SampleCandidate[] =>
  Array.from({ length: 495 }, (_, i) => ({
    key: i + 1,
    orderHash: createHash('sha256')
      .update(`${seed}:${String(i + 1)}`)
      .digest('hex'),
    relative: relatives.includes(i + 1),
  }));

test('495 households: 149 at 30%, 50 at 10% (scenario 20)', () => {
  expect(sampleSize(495, 3000)).toBe(149);
  expect(sampleSize(495, 1000)).toBe(50);
  expect(sampleSize(495, 10_000)).toBe(495);
  expect(sampleSize(495, 1)).toBe(1);
  expect(sampleSize(300_000, 3333)).toBe(99_990);
  expect(sampleSize(0, 3000)).toBe(0);
});

test('a percentage or population that is none is refused', () => {
  for (const hundredths of [0, -1, 10_001, 0.5, Number.NaN])
    expect(() => sampleSize(495, hundredths), String(hundredths)).toThrow(RangeError);
  for (const people of [-1, 1.5, Number.MAX_SAFE_INTEGER])
    expect(() => sampleSize(people, 3000), String(people)).toThrow(RangeError);
});

test('never fewer than the percentage, never a whole household more', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 10_000 }), (people, hundredths) => {
      const size = BigInt(sampleSize(people, hundredths));
      const exact = BigInt(people) * BigInt(hundredths);
      expect(size * 10_000n >= exact && (size === 0n || (size - 1n) * 10_000n < exact)).toBe(true);
    }),
  );
});

test('the same seed gives the same list in whatever order the households are read; another seed another', () => {
  const households = population('spring');
  const first = drawSample(households, 3000);
  expect(first.drawn).toHaveLength(149);
  expect(new Set(first.drawn).size).toBe(149);
  expect(drawSample([...households].reverse(), 3000)).toEqual(first);
  expect(drawSample(population('autumn'), 3000).drawn).not.toEqual(first.drawn);
  expect(drawSample(households, 1000).drawn).toEqual(first.drawn.slice(0, 50));
});

test('equal hashes are drawn by key', () => {
  const candidates = [30, 4, 100].map((key) => ({ key, orderHash: 'aa', relative: false }));
  expect(drawSample([{ key: 200, orderHash: '0a', relative: false }, ...candidates], 7500).drawn).toEqual([
    200, 4, 30,
  ]);
});

test('relatives come on top of the percentage (scenario 19)', () => {
  for (const related of [[7], [7, 300, 12]]) {
    const sample = drawSample(population('spring', related), 3000);
    expect(sample.size).toBe(149);
    expect(sample.drawn).toHaveLength(149);
    expect(sample.relatives).toEqual([...related].sort((a, b) => a - b));
    expect(sample.drawn.filter((key) => related.includes(key))).toEqual([]);
  }
  const all = drawSample(population('spring', [7]), 10_000);
  expect(all.drawn).toHaveLength(494);
  expect(all.relatives).toEqual([7]);
  expect(drawSample([], 3000)).toEqual({ size: 0, drawn: [], relatives: [] });
});

test('a household that stands twice is refused', () => {
  const twice = [1, 1].map((key) => ({ key, orderHash: 'aa', relative: false }));
  expect(() => drawSample(twice, 3000)).toThrow(RangeError);
});
