// 大写金额 against the checked values of domain.md §4.5 and against an independent reading of the words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountInWords } from '../../db/domain/amount-in-words.ts';

test('the twelve checked values print exactly (scenario 13)', () => {
  const checked: readonly (readonly [number, string])[] = [
    [5, '人民币伍分'],
    [1000, '人民币壹拾元整'],
    [9350, '人民币玖拾叁元伍角'],
    [32504, '人民币叁佰贰拾伍元零肆分'],
    [140950, '人民币壹仟肆佰零玖元伍角'],
    [168032, '人民币壹仟陆佰捌拾元叁角贰分'],
    [600714, '人民币陆仟零柒元壹角肆分'],
    [1640902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [10700053, '人民币壹拾万柒仟元伍角叁分'],
    [12720000, '人民币壹拾贰万柒仟贰佰元整'],
    [2000000340, '人民币贰仟万零叁元肆角'],
    [10000000000, '人民币壹亿元整'],
  ];
  for (const [fen, words] of checked) expect(amountInWords(fen)).toBe(words);
});

test('zero, red entries and long runs of zeros (ruling 25)', () => {
  expect(amountInWords(0)).toBe('人民币零元整');
  expect(amountInWords(-12800)).toBe('人民币负壹佰贰拾捌元整');
  expect(amountInWords(-5)).toBe('人民币负伍分');
  expect(amountInWords(50)).toBe('人民币伍角');
  expect(amountInWords(10_0005_0000 * 100)).toBe('人民币壹拾亿零伍万元整');
  expect(amountInWords(1_0000_5000 * 100)).toBe('人民币壹亿零伍仟元整');
  expect(amountInWords(1_5000_0000 * 100)).toBe('人民币壹亿伍仟万元整');
  expect(amountInWords(10_0350 * 100)).toBe('人民币壹拾万零叁佰伍拾元整');
  expect(amountInWords(99_9999_9999 * 100 + 99)).toBe(
    '人民币玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分',
  );
  expect(() => amountInWords(0.5)).toThrow(RangeError);
});

// An independent reader: a stack machine over the characters, not the writer turned round.
function readBack(words: string): number {
  const units: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  let rest = words.replace(/^人民币/, '');
  const sign = rest.startsWith('负') ? -1 : 1;
  rest = rest.replace(/^负/, '').replace(/整$/, '');
  let total = 0;
  let section = 0;
  let digit = 0;
  let fen = 0;
  for (const c of rest) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(c);
    if (value >= 0) digit = value;
    else if (units[c] !== undefined) {
      section += digit * units[c];
      digit = 0;
    } else {
      section += c === '角' || c === '分' ? 0 : digit;
      if (c === '万') total += section * 10_000;
      if (c === '亿') total = (total + section) * 100_000_000;
      if (c === '元') fen += (total + section) * 100;
      if (c === '角') fen += digit * 10;
      if (c === '分') fen += digit;
      section = 0;
      digit = 0;
    }
  }
  return sign * fen;
}

// Amounts with many zero digits are where writers go wrong, so half of the samples are made of those.
const zeros = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((digits) => Number(digits.join('')));
const amounts = fc.oneof(zeros, fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }));

test('every amount reads back, and the words keep the bank rules', () => {
  fc.assert(
    fc.property(amounts, (fen) => {
      const words = amountInWords(fen);
      expect(readBack(words)).toBe(fen);
      expect(words).not.toMatch(/零零|零[拾佰仟万亿角分]|零元(?!整$)|^人民币零.*元零元/);
      expect(words.endsWith('整')).toBe(fen % 100 === 0);
      expect(words).toMatch(/^人民币[负零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+$/);
    }),
    { numRuns: 5000 },
  );
});
