// Telephone numbers as they are compared: all writings of one number meet, different numbers do not. All are fictional.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phoneKeys, readPhones } from '../../db/domain/phone.ts';

test('every writing of a mobile is the same number', () => {
  for (const text of [
    '13812341234',
    '138 1234 1234',
    '138-1234-1234',
    '+86 138 1234 1234',
    '+8613812341234',
    '0086-13812341234',
    '（+86）138－1234－1234',
    '8613812341234',
    '１３８１２３４１２３４',
    '\uFEFF13812341234\u200B',
    '13812341234（儿子）',
    '手机:13812341234',
  ])
    expect(phoneKeys(text), text).toEqual(['13812341234']);
});

test('every writing of a landline is the same number, its extension apart', () => {
  for (const text of [
    '0772-2812345',
    '(0772)2812345',
    '（０７７２）２８１２３４５',
    '07722812345',
    '+86 772 2812345',
    '0086-772-281 2345',
  ])
    expect(readPhones(text), text).toEqual([{ number: '07722812345', extension: '' }]);
  for (const text of [
    '0772-2812345-801',
    '(0772)2812345-801',
    '0772—2812345转801',
    '07722812345 分机:801',
    '0772 2812345 ext. 801',
    '0772-2812345#801',
    '+86-0772-2812345-801',
  ])
    expect(readPhones(text), text).toEqual([{ number: '07722812345', extension: '801' }]);
  expect(phoneKeys('2812345-801')).toEqual(['2812345#801']);
  expect(phoneKeys('010-12345678')).toEqual(['01012345678']);
  expect(phoneKeys('86123456')).toEqual(['86123456']);
  expect(phoneKeys('400-800-1234')).toEqual(['4008001234']);
});

test('several numbers in one field, each once', () => {
  for (const text of [
    '13812341234、0772-2812345',
    '13812341234/0772-2812345',
    '13812341234，0772-2812345，',
    '13812341234;0772-2812345;138-1234-1234',
    '13812341234或0772-2812345',
    '13812341234\n0772-2812345',
  ])
    expect(phoneKeys(text), text).toEqual(['13812341234', '07722812345']);
  expect(phoneKeys('13812341234 13912341234')).toEqual(['13812341234', '13912341234']);
});

test('different numbers and different desks stay apart', () => {
  const others = [
    '13812341234',
    '13812341235',
    '2812345',
    '0772-2812345',
    '0772-2812345-801',
    '0771-2812345',
  ];
  expect(new Set(others.flatMap(phoneKeys)).size).toBe(others.length);
});

test('what is no number gives none, or people without one would all be the same', () => {
  for (const text of [
    '',
    ' ',
    '无',
    '没有电话',
    '-',
    '0',
    '110',
    '681234',
    '00000000',
    '11111111111',
    '转801',
    '/',
  ])
    expect(phoneKeys(text), text).toEqual([]);
});

test('punctuation, blanks and country code of a mobile change nothing; the key is read as itself', () => {
  const mobile = fc.stringMatching(/^1[3-9]\d{9}$/).filter((n) => !/^(\d)\1*$/.test(n));
  const gap = fc.constantFrom('', ' ', '-', '\u00A0', '－', '—');
  fc.assert(
    fc.property(mobile, gap, gap, fc.constantFrom('', '+86', '0086', '+86-', '(+86)'), (n, a, b, country) => {
      const written = country + n.slice(0, 3) + a + n.slice(3, 7) + b + n.slice(7);
      expect(phoneKeys(written)).toEqual([n]);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-()转#、 1') }), (text) => {
      for (const key of phoneKeys(text)) {
        expect(key).toMatch(/^\d{7,}(?:#\d{1,6})?$/);
      }
    }),
  );
});
