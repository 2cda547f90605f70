// Short-dated goods: one a covered member and day (ruling 13).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../db/domain/first-expired-first-out.ts';
import { capShortDated, nearExpiryAllowance, type NearExpiryLot } from '../../db/domain/near-expiry.ts';

const TODAY = '2026-08-20';
const lot = (id: number, available: number, expiry: string | null, shortDated: boolean): NearExpiryLot => ({
  id,
  available,
  expiry,
  shortDated,
  receivedDay: '2026-08-01',
  sequence: id,
});

test('one piece a member, less what was taken today', () => {
  expect(nearExpiryAllowance({ members: 3, takenToday: 0, unitScale: 1 })).toBe(3);
  expect(nearExpiryAllowance({ members: 3, takenToday: 2, unitScale: 1 })).toBe(1);
  expect(nearExpiryAllowance({ members: 3, takenToday: 3, unitScale: 1 })).toBe(0);
  expect(nearExpiryAllowance({ members: 2, takenToday: 3, unitScale: 1 })).toBe(0);
  expect(nearExpiryAllowance({ members: 2, takenToday: 500, unitScale: 1000 })).toBe(1500);
  expect(nearExpiryAllowance({ members: 0, takenToday: 0, unitScale: 1 })).toBe(0);
});

test('a reversal of yesterday’s goods does not raise today’s allowance', () => {
  expect(nearExpiryAllowance({ members: 3, takenToday: -2, unitScale: 1 })).toBe(3);
});

test('several short-dated lots share one allowance in the order they leave; others are untouched', () => {
  const lots = [
    lot(1, 10, '2026-12-01', false),
    lot(2, 10, '2026-09-01', true),
    lot(3, 2, '2026-08-25', true),
    lot(4, 5, null, false),
  ];
  const capped = capShortDated(lots, 3, TODAY);
  expect(capped.lots.map((l) => [l.id, l.available])).toEqual([
    [1, 10],
    [2, 1],
    [3, 2],
    [4, 5],
  ]);
  expect(capped.keptBack).toBe(9);
  expect(allocate(capped.lots, 5, TODAY)).toEqual({
    ok: true,
    taken: [
      { id: 3, quantity: 2 },
      { id: 2, quantity: 1 },
      { id: 1, quantity: 2 },
    ],
  });
});

test('beyond the allowance the goods are refused though they lie there', () => {
  const capped = capShortDated([lot(2, 10, '2026-09-01', true)], 3, TODAY);
  expect(allocate(capped.lots, 4, TODAY)).toEqual({ ok: false, short: 1, expired: 0 });
  expect(allocate(capped.lots, 3, TODAY).ok).toBe(true);
});

test('one lot at two places shares the allowance too', () => {
  const capped = capShortDated([lot(2, 4, '2026-09-01', true), lot(2, 9, '2026-09-01', true)], 10, TODAY);
  expect(capped.lots.map((l) => l.available)).toEqual([4, 6]);
});

test('an expired short-dated lot eats no allowance and is still told as expired', () => {
  const capped = capShortDated([lot(1, 4, '2026-08-19', true), lot(2, 10, '2026-09-01', true)], 3, TODAY);
  expect(capped.lots.map((l) => l.available)).toEqual([4, 3]);
  expect(allocate(capped.lots, 4, TODAY)).toEqual({ ok: false, short: 1, expired: 4 });
});

test('no allocation takes more short-dated goods than allowed, and capping loses nothing else', () => {
  const day = fc.constantFrom('2026-08-10', '2026-08-20', '2026-08-25', '2026-09-01', null);
  const some = fc.array(fc.tuple(fc.nat(9), day, fc.boolean()), { maxLength: 6 });
  fc.assert(
    fc.property(some, fc.nat(12), fc.integer({ min: 1, max: 30 }), (rows, allowance, wanted) => {
      const lots = rows.map(([available, expiry, short], i) => lot(i + 1, available, expiry, short));
      const capped = capShortDated(lots, allowance, TODAY);
      const sum = (list: readonly NearExpiryLot[]): number => list.reduce((s, l) => s + l.available, 0);
      expect(sum(capped.lots) + capped.keptBack).toBe(sum(lots));
      const allocation = allocate(capped.lots, wanted, TODAY);
      if (!allocation.ok) return;
      const short = new Set(lots.filter((l) => l.shortDated).map((l) => l.id));
      const taken = allocation.taken.filter((t) => short.has(t.id)).reduce((s, t) => s + t.quantity, 0);
      expect(taken).toBeLessThanOrEqual(allowance);
    }),
  );
});

test('nonsense is a bug', () => {
  expect(() => nearExpiryAllowance({ members: -1, takenToday: 0, unitScale: 1 })).toThrow(RangeError);
  expect(() => nearExpiryAllowance({ members: 1, takenToday: 0, unitScale: 0 })).toThrow(RangeError);
  expect(() => capShortDated([], -1, TODAY)).toThrow(RangeError);
});
