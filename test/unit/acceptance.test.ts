// Remaining life at acceptance: scenario 12 and the rules of domain.md §4.6.
import { expect, test } from 'vitest';
import { judgeAcceptance, NO_ACCEPTANCE_RULE, type AcceptanceRule } from '../../db/domain/acceptance.ts';

const rule = (parts: Partial<AcceptanceRule>): AcceptanceRule => ({ ...NO_ACCEPTANCE_RULE, ...parts });
const PANYU = rule({ minPercent: 60 });
const WUCHANG = rule({ minDays: 180 });
const DEYANG = rule({ minDays: 180, shortLifeDays: 184, shortMinDays: 90 });
const scenario12 = { production: '2025-03-01', expiry: '2026-09-01', day: '2026-08-20' };

test('scenario 12: 12 of 549 days are 2.2%, refused under 60%', () => {
  expect(judgeAcceptance(PANYU, scenario12)).toEqual({
    ok: false,
    reason: 'shelf-life-short',
    daysLeft: 12,
    totalDays: 549,
    percent: 219,
    needDays: null,
    needPercent: 60,
  });
  expect(judgeAcceptance(rule({ minPercent: 2 }), scenario12)).toEqual({ ok: true });
});

test('exactly the share passes, one day less does not', () => {
  const dates = { production: '2025-01-01', expiry: '2025-04-11' };
  expect(judgeAcceptance(PANYU, { ...dates, day: '2025-02-10' })).toEqual({ ok: true });
  expect(judgeAcceptance(PANYU, { ...dates, day: '2025-02-11' })).toMatchObject({ percent: 5900 });
});

test('six months left (武昌, 合肥), also without a production date', () => {
  const dates = { production: null, expiry: '2026-09-01' };
  expect(judgeAcceptance(WUCHANG, { ...dates, day: '2026-03-01' })).toEqual({ ok: true });
  expect(judgeAcceptance(WUCHANG, { ...dates, day: '2026-03-05' })).toEqual({ ok: true });
  expect(judgeAcceptance(WUCHANG, { ...dates, day: '2026-03-06' })).toEqual({
    ok: false,
    reason: 'shelf-life-short',
    daysLeft: 179,
    totalDays: null,
    percent: null,
    needDays: 180,
    needPercent: null,
  });
});

test('three months do where the whole life is six months at most (德阳)', () => {
  const short = { production: '2026-03-01', expiry: '2026-09-01' };
  expect(judgeAcceptance(DEYANG, { ...short, day: '2026-06-01' })).toEqual({ ok: true });
  expect(judgeAcceptance(DEYANG, { ...short, day: '2026-06-04' })).toMatchObject({ ok: false, needDays: 90 });
  const long = { production: '2026-02-01', expiry: '2026-09-01' };
  expect(judgeAcceptance(DEYANG, { ...long, day: '2026-06-01' })).toMatchObject({ ok: false, needDays: 180 });
  const unknown = { production: null, expiry: '2026-09-01' };
  expect(judgeAcceptance(DEYANG, { ...unknown, day: '2026-06-01' })).toMatchObject({ needDays: 180 });
});

test('both parts of a rule are named when both fail', () => {
  expect(judgeAcceptance(rule({ minPercent: 50, minDays: 30 }), scenario12)).toMatchObject({
    needDays: 30,
    needPercent: 50,
  });
});

test('a share that cannot be shown is not met', () => {
  expect(judgeAcceptance(PANYU, { ...scenario12, production: null })).toEqual({
    ok: false,
    reason: 'shelf-life-short',
    daysLeft: 12,
    totalDays: null,
    percent: null,
    needDays: null,
    needPercent: 60,
  });
});

test('expired goods are refused by every rule and by none', () => {
  for (const any of [NO_ACCEPTANCE_RULE, PANYU, WUCHANG, DEYANG])
    expect(judgeAcceptance(any, { ...scenario12, day: '2026-09-02' })).toMatchObject({
      ok: false,
      reason: 'shelf-life-over',
      daysLeft: -1,
    });
  expect(judgeAcceptance(NO_ACCEPTANCE_RULE, { ...scenario12, day: '2026-09-01' })).toEqual({ ok: true });
});

test('no rule and no date pass', () => {
  expect(judgeAcceptance(NO_ACCEPTANCE_RULE, scenario12)).toEqual({ ok: true });
  expect(judgeAcceptance(PANYU, { production: null, expiry: null, day: '2026-08-20' })).toEqual({ ok: true });
});
