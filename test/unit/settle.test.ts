// Which voucher pays: nothing lost, as little as possible lapsing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settle, type Purse } from '../../db/domain/settle.ts';

const purse = (id: number, balance: number, inParts = false, validTo = '2026-06-30'): Purse => ({
  id,
  balance,
  inParts,
  validTo,
});

test('what is not taken of a voucher for one use lapses; of one in parts it stays (ruling 4, scenario 10)', () => {
  expect(settle([purse(1, 10_000)], 9350)).toEqual({
    payments: [{ id: 1, used: 9350, lapsed: 650 }],
    over: 0,
  });
  expect(settle([purse(1, 10_000, true)], 9350)).toEqual({
    payments: [{ id: 1, used: 9350, lapsed: 0 }],
    over: 0,
  });
});

test('a basket over everything says by how much', () => {
  expect(settle([purse(1, 10_000)], 10_800)).toEqual({
    payments: [{ id: 1, used: 10_000, lapsed: 0 }],
    over: 800,
  });
});

test('the second voucher stays open when the first will do', () => {
  expect(settle([purse(1, 10_000), purse(2, 10_000, false, '2026-05-31')], 4000).payments).toEqual([
    { id: 2, used: 4000, lapsed: 6000 },
  ]);
});

test('the rest of a whole voucher comes out of one in parts rather than of one that would lapse', () => {
  const purses = [purse(1, 10_000), purse(2, 10_000), purse(3, 5000, true)];
  expect(settle(purses, 11_000)).toEqual({
    payments: [
      { id: 1, used: 10_000, lapsed: 0 },
      { id: 3, used: 1000, lapsed: 0 },
    ],
    over: 0,
  });
});

test('where a rest must lapse, the voucher in parts stays whole and the smaller one goes', () => {
  const purses = [purse(1, 20_000), purse(2, 10_000, false, '2026-12-31'), purse(3, 8000, true)];
  expect(settle(purses, 9800)).toEqual({ payments: [{ id: 2, used: 9800, lapsed: 200 }], over: 0 });
});

test('goods without a price still take a voucher', () => {
  expect(settle([purse(1, 10_000), purse(2, 10_000)], 0)).toEqual({
    payments: [{ id: 1, used: 0, lapsed: 10_000 }],
    over: 0,
  });
  expect(settle([], 0)).toEqual({ payments: [], over: 0 });
});

test('whatever the vouchers: used + over is the basket, nobody pays more than the balance, each voucher once', () => {
  const any = fc.array(
    fc.record({
      balance: fc.integer({ min: 0, max: 500 }),
      inParts: fc.boolean(),
      month: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 2000 }), (all, worth) => {
      const purses = all.map(({ balance, inParts, month }, at) =>
        purse(at + 1, balance, inParts, `2026-0${month}-28`),
      );
      const { payments, over } = settle(purses, worth);
      const used = payments.reduce((sum, payment) => sum + payment.used, 0);
      expect(used + over).toBe(worth);
      expect(new Set(payments.map(({ id }) => id)).size).toBe(payments.length);
      if (over > 0) expect(used).toBe(purses.reduce((sum, { balance }) => sum + balance, 0));
      for (const { id, used: part, lapsed } of payments) {
        const { balance, inParts } = purses[id - 1] as Purse;
        expect(part).toBeLessThanOrEqual(balance);
        expect(lapsed).toBe(inParts ? 0 : balance - part);
      }
    }),
  );
});
