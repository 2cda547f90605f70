// The limits against the trade's own rules: scenarios 5 and 8, rulings 9, 11, 12, 13.
import { describe, expect, it } from 'vitest';
import { amountsInOrder, everyAllowed, mayCarryOver, type LimitRule } from '../../db/domain/limit-rule.ts';
import { amountOf, breachOf, firstDayAsked, periodOn, reckon, sizeIn } from '../../db/domain/limits.ts';
import { cover, family, of, rule, took } from '../helpers/limit-rules.ts';

describe('periods in Beijing days', () => {
  it.each([
    ['day', 1, '2026-03-31', '2026-03-31', '2026-03-31'],
    ['week', 1, '2026-03-29', '2026-03-23', '2026-03-29'],
    ['week', 1, '2026-03-30', '2026-03-30', '2026-04-05'],
    ['month', 1, '2028-02-29', '2028-02-01', '2028-02-29'],
    ['month', 2, '2026-04-01', '2026-03-01', '2026-04-30'],
    ['month', 6, '2026-07-01', '2026-07-01', '2026-12-31'],
    ['quarter', 1, '2026-03-31', '2026-01-01', '2026-03-31'],
    ['quarter', 1, '2026-04-01', '2026-04-01', '2026-06-30'],
    ['year', 1, '2026-12-31', '2026-01-01', '2026-12-31'],
  ] as const)('%s × %i on %s runs from %s to %s', (period, every, day, first, last) => {
    expect(periodOn({ period, every }, day)).toEqual({ first, last });
  });
  it('rolling: taken on D, again on D + n; the day number cut to the month', () => {
    const again = (changes: Partial<LimitRule>, day: string, on: string) =>
      reckon(rule({ measure: 'times', amounts: [[1, 1]], ...changes }), of(1), [took(day)], on);
    const ten = { period: 'days', every: 10 } as const;
    expect(again(ten, '2026-05-04', '2026-05-13')).toEqual({
      limit: 1,
      used: 1,
      left: 0,
      againDay: '2026-05-14',
    });
    expect(again(ten, '2026-05-04', '2026-05-14')).toMatchObject({ used: 0, left: 1 });
    const threeYears = { period: 'years', every: 3 } as const;
    expect(again(threeYears, '2024-02-29', '2027-02-27')).toMatchObject({ left: 0, againDay: '2027-02-28' });
    expect(again(threeYears, '2024-02-29', '2027-02-28')).toMatchObject({ left: 1 });
    expect(firstDayAsked(rule(threeYears), '2027-02-28') <= '2024-02-29').toBe(true);
  });
  it('a rolling rule names the day on which as much as wanted is free again', () => {
    const r = rule({ measure: 'pieces', itemId: 1, amounts: [[1, 3]], period: 'days', every: 30 });
    const taken = [took('2026-05-01', { quantity: 2 }), took('2026-05-10', { quantity: 1 })];
    const said = (quantity: number) =>
      breachOf(r, of(1), taken, [took('2026-05-20', { quantity })], '2026-05-20');
    expect(said(1)).toMatchObject({ left: 0, over: 1, againDay: '2026-05-31' });
    expect(said(3)).toMatchObject({ over: 3, againDay: '2026-06-09' });
    expect(said(4)).toMatchObject({ over: 4, againDay: '2026-05-31' });
  });
  it('only steps a calendar knows, carry-over only within a year, sizes rising from one', () => {
    expect([
      everyAllowed('month', 2),
      everyAllowed('month', 5),
      everyAllowed('week', 2),
      everyAllowed('days', 14),
    ]).toEqual([true, false, false, true]);
    expect([mayCarryOver('quarter'), mayCarryOver('year'), mayCarryOver('days')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([
      amountsInOrder([
        [1, 2],
        [3, 4],
      ]),
      amountsInOrder([[2, 2]]),
      amountsInOrder([
        [1, 2],
        [1, 3],
      ]),
    ]).toEqual([true, false, false]);
  });
});

describe('scenario 8: ¥150 a quarter and ¥600 a year', () => {
  const year = rule({ amounts: [[1, 60_000]], period: 'year' });
  const q1 = took('2026-02-10', { fen: 12_000 });
  const tried = [took('2026-04-02', { fen: 16_000 })];
  it('¥120 in Q1, ¥160 on 2026-04-02: refused by ¥10 without carry-over', () => {
    expect(breachOf(rule(), of(3), [q1], tried, '2026-04-02')).toEqual({
      limit: 15_000,
      used: 0,
      left: 15_000,
      againDay: '2026-07-01',
      wanted: 16_000,
      over: 1_000,
    });
    expect(breachOf(year, of(3), [q1], tried, '2026-04-02')).toBeNull();
  });
  it('with carry-over it passes and ¥20 remains for Q2; nothing crosses the year', () => {
    const carrying = rule({ carryOver: true });
    expect(breachOf(carrying, of(3), [q1], tried, '2026-04-02')).toBeNull();
    expect(reckon(carrying, of(3), [q1, ...tried], '2026-06-30')).toMatchObject({
      limit: 18_000,
      left: 2_000,
    });
    expect(reckon(carrying, of(3), [q1, ...tried], '2027-01-01')).toMatchObject({
      limit: 15_000,
      left: 15_000,
    });
  });
  it('31 March and 1 April are different quarters', () => {
    const late = took('2026-03-31', { fen: 15_000 });
    expect(reckon(rule(), of(1), [late], '2026-03-31').left).toBe(0);
    expect(reckon(rule(), of(1), [late], '2026-04-01').left).toBe(15_000);
  });
  it('more taken than allowed is no debt in the next quarter, and what was not there then is not carried', () => {
    const carrying = rule({ carryOver: true });
    expect(reckon(carrying, of(1), [took('2026-02-01', { fen: 20_000 })], '2026-04-01').limit).toBe(15_000);
    const newcomers = family(cover(1, { fromDay: '2026-07-15' }));
    expect(reckon(carrying, newcomers, [], '2026-08-01').limit).toBe(15_000);
    expect(reckon(rule({ carryOver: true, fromDay: '2026-05-01' }), of(1), [], '2026-08-01').limit).toBe(
      30_000,
    );
  });
});

describe('whose: covered members on the first day of the period (ruling 9)', () => {
  const two = rule({ measure: 'pieces', itemId: 1, subject: 'person', amounts: [[1, 2]], period: 'month' });
  it('scenario 5: a death on 2026-03-02 leaves March at 6, April is 4', () => {
    const three = family(cover(1), cover(2), cover(3, { toDay: '2026-03-02' }));
    expect(reckon(two, three, [], '2026-03-31').limit).toBe(6);
    expect(reckon(two, three, [], '2026-04-01').limit).toBe(4);
  });
  it('who joins counts from the next period, a person under two categories once', () => {
    const grown = family(cover(1), cover(2, { fromDay: '2026-03-02' }), cover(1, { category: 'other' }));
    expect(reckon(two, grown, [], '2026-03-31').limit).toBe(2);
    expect(reckon(two, grown, [], '2026-04-01').limit).toBe(4);
  });
  it('a household taken up within the period counts with its first day', () => {
    expect(
      sizeIn(
        family(cover(1, { fromDay: '2026-03-10' }), cover(2, { fromDay: '2026-03-20' })),
        '2026-03-01',
        '2026-03-25',
        true,
      ),
    ).toBe(1);
  });
  it('a family that parts does not collect twice in one month', () => {
    const parted = family(
      cover(1, { householdId: 7, toDay: '2026-03-15' }),
      cover(1, { fromDay: '2026-03-15' }),
    );
    expect(reckon(two, parted, [], '2026-03-20').limit).toBe(0);
    expect(reckon(two, parted, [], '2026-04-01').limit).toBe(2);
  });
  it('in its months of grace a household keeps the size it left with', () => {
    const gone = family(
      cover(1, { toDay: '2026-03-01' }),
      cover(2, { toDay: '2026-03-01' }),
      cover(3, { toDay: '2025-06-01' }),
    );
    expect(reckon(two, gone, [], '2026-04-10').limit).toBe(4);
  });
  it('by household size, whatever the number of persons for a rule of one amount', () => {
    const bySize = rule({
      amounts: [
        [1, 100],
        [3, 200],
        [5, 300],
      ],
    });
    expect([1, 2, 3, 4, 5, 9].map((size) => reckon(bySize, of(size), [], '2026-05-04').limit)).toEqual([
      100, 100, 200, 200, 300, 300,
    ]);
  });
});

describe('what is counted', () => {
  it('goods of one sort in units, of one item in its smallest; reversals give exactly back', () => {
    const loose = { itemId: 2, quantity: 1_500, unitScale: 1_000 };
    const lines = [took('2026-05-04', loose), took('2026-05-04', { itemId: 3, sort: '衣被', quantity: 2 })];
    const pieces = (changes: Partial<LimitRule>) => amountOf(rule({ measure: 'pieces', ...changes }), lines);
    expect([pieces({}), pieces({ sort: '食品' }), pieces({ itemId: 2 })]).toEqual([4, 2, 1_500]);
  });
  it('an act counts once, also in parts and as one of an institution; wholly taken back it does not count', () => {
    const times = rule({ measure: 'times', sort: '食品', amounts: [[1, 5]], period: 'month' });
    const lines = [took('2026-05-04', { act: 'r1' }), took('2026-05-04', { act: 'r1', itemId: 2 })];
    expect(amountOf(times, lines)).toBe(1);
    expect(amountOf(times, [...lines, took('2026-05-04', { act: 'r1', quantity: -1 })])).toBe(1);
    expect(amountOf(times, [...lines, ...lines.map((line) => ({ ...line, quantity: -1 }))])).toBe(0);
    const inInstitution = [took('2026-05-04', { act: 'p9' })];
    const once = { ...times, amounts: [[1, 1]] } as const;
    expect(
      breachOf(once, of(1), inInstitution, [took('2026-05-04', { act: 'p9' })], '2026-05-04'),
    ).toBeNull();
    expect(breachOf(once, of(1), inInstitution, [took('2026-05-04')], '2026-05-04')).toMatchObject({
      over: 1,
    });
  });
  it('a basket without such goods has nothing to do with the rule, even where it is overdrawn', () => {
    const rice = rule({ measure: 'pieces', itemId: 1, amounts: [[1, 1]] });
    expect(
      breachOf(
        rice,
        of(1),
        [took('2026-05-01', { quantity: 3 })],
        [took('2026-05-04', { itemId: 2 })],
        '2026-05-04',
      ),
    ).toBeNull();
  });
  it('after its last day a rule holds nobody back', () => {
    expect(reckon(rule({ toDay: '2026-05-31' }), of(1), [], '2026-05-04').againDay).toBe('2026-06-01');
  });
});
