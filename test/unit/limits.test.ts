// The limits against the trade's own rules: every named place of domain.md §3, scenarios 5 and 8, rulings 9, 11, 12, 13.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../db/domain/business-day.ts';
import { amountsInOrder, everyAllowed, mayCarryOver, type LimitRule } from '../../db/domain/limit-rule.ts';
import {
  amountOf,
  breachOf,
  firstDayAsked,
  periodOn,
  reckon,
  sizeIn,
  type CoverAt,
  type Family,
  type Taken,
} from '../../db/domain/limits.ts';

const rule = (changes: Partial<LimitRule> = {}): LimitRule => ({
  measure: 'fen',
  itemId: null,
  sort: null,
  subject: 'household',
  amounts: [[1, 15_000]],
  period: 'quarter',
  every: 1,
  carryOver: false,
  fromDay: '2026-01-01',
  toDay: null,
  ...changes,
});
let acts = 0;
const took = (day: string, changes: Partial<Taken> = {}): Taken => ({
  act: `r${(acts += 1)}`,
  day,
  itemId: 1,
  sort: '食品',
  quantity: 1,
  unitScale: 1,
  fen: 0,
  points: 0,
  ...changes,
});
const cover = (personId: number, changes: Partial<CoverAt> = {}): CoverAt => ({
  personId,
  householdId: 1,
  category: 'urban-minimum-living',
  fromDay: '2025-01-01',
  toDay: null,
  ...changes,
});
const family = (...covers: CoverAt[]): Family => ({ householdId: 1, covers });
const of = (size: number): Family => family(...Array.from({ length: size }, (_, at) => cover(at + 1)));

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

/** domain.md §3, row by row: the rule, what still passes on the day, what does not, and from when again. */
describe('the named places', () => {
  const day = '2026-05-04';
  const fen = (amount: number) => ({ fen: amount });
  const pieces = (quantity: number) => ({ quantity });
  const points = (amount: number) => ({ points: amount });
  const once = {};
  type Row = readonly [
    place: string,
    limit: Partial<LimitRule>,
    size: number,
    before: readonly Taken[],
    passes: Partial<Taken>,
    refused: Partial<Taken>,
    againDay: string,
  ];
  const place = (
    name: string,
    limit: Partial<LimitRule>,
    rest: readonly [number, readonly Taken[], Partial<Taken>, Partial<Taken>, string],
  ): Row => [name, limit, ...rest];
  const holiday = { fromDay: '2026-05-01', toDay: '2026-05-31' };
  const rows: readonly Row[] = [
    place(
      'S4: ¥100 元旦、春节',
      { amounts: [[1, 10_000]], period: 'year', fromDay: '2026-01-01', toDay: '2026-05-31' },
      [3, [], fen(10_000), fen(10_001), '2026-06-01'],
    ),
    place(
      '南京秦淮 2020: ¥100, top-ups on top of the voucher, never beyond the act',
      { measure: 'times', amounts: [[1, 1]], ...holiday, period: 'year' },
      [1, [], once, once, '2026-06-01'],
    ),
    place(
      '洛阳孟津 2023: ¥300 to the person',
      { subject: 'person', amounts: [[1, 30_000]], period: 'year' },
      [2, [took('2026-01-10', fen(30_000))], fen(30_000), fen(30_001), '2027-01-01'],
    ),
    place('南召 2023: ¥300', { amounts: [[1, 30_000]], period: 'year' }, [
      4,
      [],
      fen(30_000),
      fen(30_001),
      '2027-01-01',
    ]),
    place('广州东山 2003: 低保户 1 a month', { measure: 'points', amounts: [[1, 1]], period: 'month' }, [
      3,
      [],
      points(1),
      points(2),
      '2026-06-01',
    ]),
    place(
      '广州东山 2003: 低收入 1 every 2 months',
      { measure: 'times', amounts: [[1, 1]], period: 'month', every: 2 },
      [3, [], once, once, '2026-07-01'],
    ),
    place(
      '广州员村 2007: 3 a person a month',
      { measure: 'pieces', subject: 'person', amounts: [[1, 3]], period: 'month' },
      [2, [took('2026-05-01', pieces(2))], pieces(4), pieces(5), '2026-06-01'],
    ),
    place(
      '广州越秀 2023: ≤20 pieces a person a year',
      { measure: 'pieces', subject: 'person', amounts: [[1, 20]], period: 'year' },
      [1, [took('2026-01-01', pieces(15))], pieces(5), pieces(6), '2027-01-01'],
    ),
    place(
      '柳州 2005: ¥20–30 a household at once',
      {
        amounts: [
          [1, 2_000],
          [3, 3_000],
        ],
        period: 'day',
      },
      [3, [], fen(3_000), fen(3_001), '2026-05-05'],
    ),
    place(
      '合肥 2004: 6–12 a person a year by size',
      {
        measure: 'times',
        amounts: [
          [1, 6],
          [2, 12],
        ],
        period: 'year',
      },
      [1, Array.from({ length: 5 }, () => took('2026-02-01')), once, once, '2027-01-01'],
    ),
    place('福州鼓楼: ¥50 a month', { amounts: [[1, 5_000]], period: 'month', toDay: '2026-08-31' }, [
      2,
      [],
      fen(5_000),
      fen(5_001),
      '2026-06-01',
    ]),
    place(
      '福州鼓楼: ¥100 in the month of 国庆 or 春节',
      { amounts: [[1, 10_000]], period: 'month', ...holiday },
      [2, [], fen(10_000), fen(10_001), '2026-06-01'],
    ),
    place('莆田 card: ≤¥250 a quarter', { amounts: [[1, 25_000]] }, [
      2,
      [took('2026-04-01', fen(5_000))],
      fen(20_000),
      fen(20_001),
      '2026-07-01',
    ]),
    place('莆田荔城 2014: ¥600 a year', { amounts: [[1, 60_000]], period: 'year' }, [
      2,
      [took('2026-01-05', fen(15_000))],
      fen(45_000),
      fen(45_001),
      '2027-01-01',
    ]),
    place('莆田荔城 2014: ≤¥150 a quarter', {}, [
      2,
      [took('2026-03-31', fen(15_000))],
      fen(15_000),
      fen(15_001),
      '2026-07-01',
    ]),
    place(
      '厦门灌口 2013: 6 issues a year',
      { measure: 'times', amounts: [[1, 6]], period: 'month', every: 2 },
      [3, Array.from({ length: 5 }, () => took('2026-05-02')), once, once, '2026-07-01'],
    ),
    place(
      '嘉善姚庄 2011: 低保 100 points a person a year',
      { measure: 'points', subject: 'person', amounts: [[1, 100]], period: 'year' },
      [2, [took('2026-01-03', points(90))], points(110), points(111), '2027-01-01'],
    ),
    place(
      '嘉善姚庄 2011: 边缘 50 points a person a year',
      { measure: 'points', subject: 'person', amounts: [[1, 50]], period: 'year' },
      [1, [], points(50), points(51), '2027-01-01'],
    ),
    place('济南 2013: ¥330 a person a year', { subject: 'person', amounts: [[1, 33_000]], period: 'year' }, [
      2,
      [],
      fen(66_000),
      fen(66_001),
      '2027-01-01',
    ]),
    place(
      '上海青浦 2025: 5 times a month a household',
      { measure: 'times', amounts: [[1, 5]], period: 'month' },
      [3, Array.from({ length: 4 }, () => took('2026-05-03')), once, once, '2026-06-01'],
    ),
    place(
      '深圳罗湖 2024: once a round, end of June',
      { measure: 'times', amounts: [[1, 1]], period: 'year', fromDay: '2026-05-01', toDay: '2026-06-30' },
      [3, [], once, once, '2026-07-01'],
    ),
    place(
      '南京久福 2021: one a person a day',
      { measure: 'pieces', subject: 'person', amounts: [[1, 1]], period: 'day', sort: '食品' },
      [3, [took(day, pieces(2))], pieces(1), pieces(2), '2026-05-05'],
    ),
    place(
      '合肥蜀山 2016: one 大礼包 a household',
      { measure: 'pieces', itemId: 1, amounts: [[1, 1]], period: 'year' },
      [4, [], pieces(1), pieces(2), '2027-01-01'],
    ),
    place(
      'quilts once in three years a person',
      { measure: 'pieces', itemId: 1, subject: 'person', amounts: [[1, 1]], period: 'years', every: 3 },
      [2, [took('2024-05-01')], pieces(1), pieces(2), '2027-05-01'],
    ),
  ];
  it.each(rows)('%s', (_, limit, size, before, passes, refused, againDay) => {
    const r = rule(limit);
    const leaving = (changes: Partial<Taken>): Taken => took(day, changes);
    expect(breachOf(r, of(size), before, [leaving(passes)], day)).toBeNull();
    // A rule in times: the next act after the one that passes.
    const taken = r.measure === 'times' ? [...before, leaving(passes)] : before;
    expect(breachOf(r, of(size), taken, [leaving(refused)], day)).toMatchObject({ over: 1, againDay });
  });
});

describe('whatever is taken and taken back', () => {
  const days = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-06-01', n));
  const line = fc.record({
    day: days,
    itemId: fc.integer({ min: 1, max: 3 }),
    quantity: fc.integer({ min: 1, max: 5_000 }),
    unitScale: fc.constantFrom(1, 500, 1_000),
    fen: fc.integer({ min: 0, max: 20_000 }),
    points: fc.integer({ min: 0, max: 40 }),
    back: fc.boolean(),
  });
  const rules = fc.record({
    measure: fc.constantFrom('fen', 'pieces', 'times', 'points'),
    itemId: fc.constantFrom(null, 1),
    subject: fc.constantFrom('household', 'person', 'proxy'),
    period: fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'days', 'years'),
    carryOver: fc.boolean(),
    amount: fc.integer({ min: 0, max: 30_000 }),
  } as const);
  it('used is never negative, what comes back gives exactly back, left and limit agree', () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(line, { maxLength: 30 }),
        days,
        fc.integer({ min: 1, max: 6 }),
        (made, lines, day, size) => {
          const { amount, carryOver, ...shape } = made;
          const r = rule({
            ...shape,
            amounts: [[1, amount]],
            carryOver: carryOver && mayCarryOver(made.period),
            fromDay: '2025-06-01',
          });
          const all = lines.map(({ back, ...one }, at) => ({
            back,
            line: { ...one, act: `r${at}`, sort: '食品' },
          }));
          const left = all.map((one) => one.line);
          const reversed = all
            .filter(({ back }) => back)
            .map((one) => ({
              ...one.line,
              quantity: -one.line.quantity,
              fen: 0 - one.line.fen,
              points: 0 - one.line.points,
            }));
          const kept = all.filter(({ back }) => !back).map((one) => one.line);
          const after = reckon(r, of(size), [...left, ...reversed], day);
          expect(after.used).toBeGreaterThanOrEqual(0);
          expect({ ...after, againDay: '' }).toEqual({ ...reckon(r, of(size), kept, day), againDay: '' });
          expect(after.left).toBe(Math.max(0, after.limit - after.used));
          expect(after.againDay > day).toBe(true);
          // Exactly what is left still passes, one more does not.
          if (r.measure !== 'fen') return;
          const wanting = (fen: number) => breachOf(r, of(size), kept, [{ ...took(day), fen }], day);
          expect(wanting(after.left)).toBeNull();
          expect(wanting(after.left + 1)?.left).toBe(after.left);
        },
      ),
      { numRuns: 400 },
    );
  });
  it('asks for no day too few', () => {
    fc.assert(
      fc.property(rules, days, ({ amount, carryOver, ...shape }, day) => {
        const r = rule({
          ...shape,
          amounts: [[1, amount]],
          carryOver: carryOver && mayCarryOver(shape.period),
        });
        const before = addDays(firstDayAsked(r, day), -1);
        expect(reckon(r, of(1), [took(before, { fen: 1, points: 1 })], day)).toEqual(
          reckon(r, of(1), [], day),
        );
        expect(addMonths(before, 0)).toBe(before);
      }),
    );
  });
});
