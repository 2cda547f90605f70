// How figures and dates read on the screen.
import { beforeAll, describe, expect, it } from 'vitest';
import { age, amount, count, day, instant, money, quantity } from '../../renderer/i18n/format.ts';
import { setLanguage, startWords } from '../../renderer/i18n/i18n.ts';

beforeAll(startWords);

describe('in Chinese', () => {
  beforeAll(() => setLanguage('zh-CN'));
  it('money has ¥, grouping and two decimals; unknown is a word', () => {
    expect([money(9_300), money(0), money(123_456_789), money(-150), money(null)]).toEqual([
      '¥93.00',
      '¥0.00',
      '¥1,234,567.89',
      '-¥1.50',
      '未计价',
    ]);
  });
  it('days carry their weekday', () => expect(day('2026-05-04')).toBe('2026-05-04 (一)'));
  it('instants are Beijing time whatever the zone of the PC', () => {
    expect(instant('2026-05-03T16:00:00.000Z')).toBe('2026-05-04 00:00');
    expect(instant('2026-05-03T15:59:59.999Z')).toBe('2026-05-03 23:59');
  });
  it('a missing day or instant is a dash, never today', () =>
    expect([day(null), instant(null)]).toEqual(['—', '—']));
  it('quantities are exact', () =>
    expect([quantity(2500, 1000, '公斤'), quantity(3, 1, '袋'), amount(1, 1000), count(12345)]).toEqual([
      '2.5 公斤',
      '3 袋',
      '0.001',
      '12,345',
    ]));
  it('ages are coarse', () => {
    const now = '2026-05-04T02:00:00.000Z';
    expect([
      age('2026-05-04T01:59:30.000Z', now),
      age('2026-05-04T01:30:00.000Z', now),
      age('2026-05-03T20:00:00.000Z', now),
      age('2026-05-01T02:00:00.000Z', now),
    ]).toEqual(['刚刚', '30 分钟前', '6 小时前', '3 天前']);
  });
});

describe('in English', () => {
  beforeAll(() => setLanguage('en'));
  it('reads the same figures', () =>
    expect([day('2026-05-04'), money(null)]).toEqual(['2026-05-04 (Mon)', 'no value']));
});
