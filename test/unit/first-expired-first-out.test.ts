// Order of leaving (ruling 20), all or nothing, expired lots never.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, byExpiry, type AvailableLot } from '../../db/domain/first-expired-first-out.ts';

const lot = (
  id: number,
  expiry: string | null,
  receivedDay = '2026-01-01',
  available = 10,
  sequence = id,
): AvailableLot => ({
  id,
  expiry,
  receivedDay,
  sequence,
  available,
});

test('first expiry first, earlier receipt next, undated last', () => {
  const lots = [
    lot(1, null),
    lot(2, '2026-12-01'),
    lot(3, '2026-09-01', '2026-03-01'),
    lot(4, '2026-09-01', '2026-02-01'),
    lot(5, '2026-09-01', '2026-02-01', 10, 1),
  ];
  expect(allocate(lots, 45, '2026-09-01')).toEqual({
    ok: true,
    taken: [
      { id: 5, quantity: 10 },
      { id: 4, quantity: 10 },
      { id: 3, quantity: 10 },
      { id: 2, quantity: 10 },
      { id: 1, quantity: 5 },
    ],
  });
});

test('milk of scenario 11: the first lot on its last day, the second on the next', () => {
  const lots = [lot(1, '2026-09-01'), lot(2, '2026-12-01')];
  expect(allocate(lots, 1, '2026-09-01')).toEqual({ ok: true, taken: [{ id: 1, quantity: 1 }] });
  expect(allocate(lots, 1, '2026-09-02')).toEqual({ ok: true, taken: [{ id: 2, quantity: 1 }] });
});

test('too little is refused whole and says what lies there expired', () => {
  const lots = [
    lot(1, '2026-09-01', '2026-01-01', 7),
    lot(2, '2026-12-01', '2026-01-01', 3),
    lot(3, null, '2026-01-01', 0),
  ];
  expect(allocate(lots, 5, '2026-09-02')).toEqual({ ok: false, short: 2, expired: 7 });
  expect(allocate([], 1, '2026-09-02')).toEqual({ ok: false, short: 1, expired: 0 });
});

test('a quantity below one or no whole number is a bug', () => {
  for (const bad of [0, -1, 0.5, Number.NaN])
    expect(() => allocate([lot(1, null)], bad, '2026-01-01')).toThrow(RangeError);
});

const dates = fc.constantFrom(null, '2026-01-01', '2026-06-01', '2026-06-02', '2026-12-31');
const lots = fc
  .array(
    fc.record({
      expiry: dates,
      receivedDay: fc.constantFrom('2025-01-01', '2025-02-01'),
      available: fc.nat(20),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((l, i) => ({ ...l, id: i, sequence: i })));

test('whatever the lots: exact, never expired, never more than a lot holds, order kept, input order irrelevant', () => {
  fc.assert(
    fc.property(lots, fc.integer({ min: 1, max: 100 }), (all, quantity) => {
      const result = allocate(all, quantity, '2026-06-01');
      expect(allocate([...all].reverse(), quantity, '2026-06-01')).toEqual(result);
      const usable = all.filter((l) => l.expiry === null || l.expiry >= '2026-06-01').sort(byExpiry);
      const stock = usable.reduce((sum, l) => sum + l.available, 0);
      expect(result.ok).toBe(stock >= quantity);
      if (!result.ok) {
        expect(result.short).toBe(quantity - stock);
        return;
      }
      expect(result.taken.reduce((sum, t) => sum + t.quantity, 0)).toBe(quantity);
      const inOrder = usable.filter((l) => l.available > 0);
      result.taken.forEach((t, i) => {
        expect(t.id).toBe(inOrder[i]?.id);
        if (i < result.taken.length - 1) expect(t.quantity).toBe(inOrder[i]?.available);
        expect(t.quantity).toBeLessThanOrEqual(inOrder[i]?.available ?? 0);
      });
    }),
  );
});
