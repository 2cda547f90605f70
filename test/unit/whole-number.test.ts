// Counts as they are typed and pasted: read whole or not at all.
import { expect, test } from 'vitest';
import { wholeIn } from '../../db/domain/whole-number.ts';

test.each([
  ['0', 0],
  ['26', 26],
  ['２６', 26],
  ['1,272', 1_272],
  ['１，２７２', 1_272],
  ['\u3000 26\u00A0\n', 26],
  ['\u200B26\uFEFF', 26],
  ['007', 7],
  ['999999999', 999_999_999],
])('reads %j', (text, value) => expect(wholeIn(text, 0, 999_999_999)).toBe(value));

test.each([
  '',
  ' ',
  '-1',
  '－１',
  '+5',
  '1.5',
  '1e3',
  '0x10',
  '1 272',
  '12,72',
  '1,2720',
  '二十六',
  '26张',
  '1000000000',
  '99999999999999999999',
])('does not read %j', (text) => expect(wholeIn(text, 0, 999_999_999)).toBeNull());

test('what is out of bounds is none', () => {
  expect([wholeIn('0', 1, 99), wholeIn('1', 1, 99), wholeIn('99', 1, 99), wholeIn('100', 1, 99)]).toEqual([
    null,
    1,
    99,
    null,
  ]);
});
