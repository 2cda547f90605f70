// Yuan text to fen and back, 万元, price times quantity.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatWan,
  formatYuan,
  LARGEST_TYPED_FEN,
  multiplyPrice,
  parseYuan,
  sumFen,
} from '../../db/domain/money.ts';

const typed = fc.integer({ min: 0, max: LARGEST_TYPED_FEN });

test('reads what people write', () => {
  const read: Record<string, number> = {
    '0': 0,
    '45': 4500,
    '4.5': 450,
    '1.00': 100,
    '1,234.50': 123450,
    '１２．５０': 1250,
    '１，２３４': 123400,
    ' ¥ 12,720.00 ': 1272000,
    '￥8.00': 800,
    '12.5元': 1250,
    '007': 700,
    '9,999,999,999.99': LARGEST_TYPED_FEN,
  };
  for (const [text, fen] of Object.entries(read)) expect(parseYuan(text), text).toEqual({ ok: true, fen });
});

test('refuses, each with its reason', () => {
  const refused: Record<string, string> = {
    '': 'amount-missing',
    ' ': 'amount-missing',
    元: 'amount-missing',
    '1e3': 'amount-characters',
    '0x10': 'amount-characters',
    '-5': 'amount-characters',
    '+5': 'amount-characters',
    '1,23': 'amount-characters',
    '12,34,567': 'amount-characters',
    '1.': 'amount-characters',
    '.5': 'amount-characters',
    '1 000': 'amount-characters',
    '1.2.3': 'amount-characters',
    十元: 'amount-characters',
    NaN: 'amount-characters',
    '1.005': 'amount-decimals',
    '1.000': 'amount-decimals',
    '10000000000': 'amount-too-large',
    '99999999999999999999999': 'amount-too-large',
  };
  for (const [text, reason] of Object.entries(refused))
    expect(parseYuan(text), text).toEqual({ ok: false, reason });
});

test('what is formatted reads back to the same fen', () => {
  fc.assert(
    fc.property(typed, (fen) => {
      expect(parseYuan(formatYuan(fen))).toEqual({ ok: true, fen });
    }),
  );
  expect(formatYuan(123450)).toBe('1,234.50');
  expect(formatYuan(-5)).toBe('-0.05');
  expect(formatYuan(0)).toBe('0.00');
  expect(formatYuan(100000000)).toBe('1,000,000.00');
  expect(() => formatYuan(0.5)).toThrow(RangeError);
});

test('万元 rounds once, half away from zero (scenario 22, ruling 27)', () => {
  expect(formatWan(12720000)).toBe('12.72');
  const lines = [3333333, 3333333, 3333334];
  expect(lines.map((fen) => formatWan(fen))).toEqual(['3.33', '3.33', '3.33']);
  expect(formatWan(sumFen(lines))).toBe('10.00');
  expect([...lines, sumFen(lines)].map((fen) => formatWan(fen, 1))).toEqual(['3.3', '3.3', '3.3', '10.0']);
  expect(formatWan(5000)).toBe('0.01');
  expect(formatWan(-5000)).toBe('-0.01');
  expect(formatWan(-4999)).toBe('0.00');
  expect(formatWan(2955389, 6)).toBe('2.955389');
  expect(formatWan(1500000, 0)).toBe('2');
  expect(formatWan(123456789012)).toBe('123,456.79');
  expect(() => formatWan(1, 7)).toThrow(RangeError);
});

test('10,000 lines of ¥0.10 are ¥1,000.00', () => {
  expect(sumFen(Array<number>(10_000).fill(10))).toBe(100_000);
  expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
});

test('price times quantity is exact and rounds once', () => {
  expect(multiplyPrice(450, 24_915_000, 1000)).toBe(11_211_750);
  expect(multiplyPrice(4500, 3, 1)).toBe(13_500);
  expect(multiplyPrice(450, 1, 1000)).toBe(0);
  expect(multiplyPrice(450, 10, 1000)).toBe(5);
  expect(multiplyPrice(1, 500, 1000)).toBe(1);
  expect(multiplyPrice(-1, 500, 1000)).toBe(-1);
  expect(() => multiplyPrice(1, 1, 0)).toThrow(RangeError);
  expect(() => multiplyPrice(1.5, 1, 1)).toThrow(RangeError);
});
