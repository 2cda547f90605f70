// What may follow what in a voucher's life, and the four groups of the report.
import { expect, test } from 'vitest';
import {
  isOpen,
  mayChange,
  reportGroup,
  VOUCHER_STATE_NAMES,
  VOUCHER_STATES,
  VOUCHER_TRANSITIONS,
  type VoucherAct,
  type VoucherState,
} from '../../db/domain/voucher-state.ts';

test('the usual life', () => {
  const life: readonly (readonly [VoucherAct, VoucherState, VoucherState])[] = [
    ['issue', 'draft', 'issued'],
    ['hand-over', 'issued', 'active'],
    ['take-back', 'active', 'issued'],
    ['redeem-part', 'active', 'partly-used'],
    ['redeem-part', 'partly-used', 'partly-used'],
    ['redeem-all', 'partly-used', 'used'],
    ['redeem-all', 'active', 'used'],
    ['reverse', 'used', 'active'],
    ['reverse', 'used', 'expired'],
    ['replace', 'active', 'replaced'],
    ['end-with-holder', 'partly-used', 'void'],
  ];
  for (const [act, from, to] of life) expect(mayChange(act, from, to), `${act} ${from}`).toBe(true);
});

test('what may never happen', () => {
  const never: readonly (readonly [VoucherAct, VoucherState, VoucherState])[] = [
    ['redeem-all', 'issued', 'used'],
    ['redeem-all', 'used', 'used'],
    ['redeem-all', 'expired', 'used'],
    ['redeem-all', 'void', 'used'],
    ['redeem-part', 'replaced', 'partly-used'],
    ['void', 'used', 'void'],
    ['void', 'partly-used', 'void'],
    ['reverse', 'void', 'active'],
    ['reverse', 'expired', 'active'],
    ['expire', 'used', 'expired'],
    ['hand-over', 'draft', 'active'],
    ['take-back', 'partly-used', 'issued'],
  ];
  for (const [act, from, to] of never) expect(mayChange(act, from, to), `${act} ${from}`).toBe(false);
});

test('void and replaced are ends, nothing returns to draft', () => {
  for (const t of VOUCHER_TRANSITIONS) {
    expect(t.to).not.toBe('draft');
    expect(t.from).not.toContain('void');
    expect(t.from).not.toContain('replaced');
  }
});

test('every state has a name and a group; issued = redeemed + void + expired + outstanding', () => {
  expect(VOUCHER_STATES).toHaveLength(8);
  for (const state of VOUCHER_STATES) expect(VOUCHER_STATE_NAMES[state]).not.toBe('');
  expect(VOUCHER_STATES.map(reportGroup)).toEqual([
    null,
    'outstanding',
    'outstanding',
    'outstanding',
    'redeemed',
    'expired',
    'void',
    null,
  ]);
  expect(VOUCHER_STATES.filter(isOpen)).toEqual(['issued', 'active', 'partly-used']);
});
