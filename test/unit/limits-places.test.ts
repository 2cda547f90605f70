// Every named place of domain.md §3 as a rule: what still passes, what does not, and from when again.
import { describe, expect, it } from 'vitest';
import type { LimitRule } from '../../db/domain/limit-rule.ts';
import { breachOf, type Taken } from '../../db/domain/limits.ts';
import { of, rule, took } from '../helpers/limit-rules.ts';

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
