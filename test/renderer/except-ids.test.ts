// Who did not sign is named by numbers: each must mean one voucher and no other.
import { expect, test } from 'vitest';
import { exceptIds } from '../../renderer/vouchers/except-ids.ts';

const first = ['LQ2026-000001', 'LQ2026-000012', 'LQ2026-000112-2'].map((serial, at) => ({
  ...{ id: at + 1, serial, headName: '韦*', community: '' },
}));
const all = { waiting: 3, first };

test('numbers by their last figures, however they are parted and typed', () => {
  expect(exceptIds('', all)).toEqual([]);
  expect(exceptIds('0001，0012', all)).toEqual([1, 2]);
  expect(exceptIds(' lq2026-000012、\n１１２－２;0012 ', all)).toEqual([2, 3]);
});

test('one that means none, or several, is none', () => {
  expect(exceptIds('999', all)).toBeNull();
  expect(exceptIds('2', all)).toBeNull();
  expect(exceptIds('0001 999', all)).toBeNull();
});

test('where not all that wait are known here only a whole number is taken', () => {
  const some = { waiting: 9_000, first };
  expect(exceptIds('0001', some)).toBeNull();
  expect(exceptIds('LQ2026-000001', some)).toEqual([1]);
});
