// The soft match of ruling 14: name, phone and address all equal, none empty. Everybody here is fictional.
import { expect, test } from 'vitest';
import { nameKey, softMatchKeys } from '../../db/domain/soft-match.ts';

const known = {
  name: '买买提·吐尔逊',
  phone: '13812341234、0772-2812345',
  address: '河东街道桂中社区27号6栋274',
};
const matches = (other: Partial<typeof known>): boolean => {
  const keys = softMatchKeys(known);
  return softMatchKeys({ ...known, ...other }).some((key) => keys.includes(key));
};

test('the same person in another writing is found', () => {
  expect(softMatchKeys(known)).toHaveLength(2);
  expect(matches({})).toBe(true);
  expect(
    matches({
      name: '买买提 • 吐尔逊',
      phone: '+86 138-1234-1234',
      address: '河东街道 桂中社区２７号 六幢 274',
    }),
  ).toBe(true);
  expect(matches({ phone: '(0772)2812345' })).toBe(true);
});

test('one of the three differs: no match', () => {
  expect(matches({ name: '买买提·吐尔地' })).toBe(false);
  expect(matches({ phone: '13812341235' })).toBe(false);
  expect(matches({ address: '河东街道桂中社区27号6栋275' })).toBe(false);
});

test('an empty one matches nobody', () => {
  for (const empty of [
    { name: '' },
    { name: ' · ' },
    { phone: '' },
    { phone: '无' },
    { address: '' },
    { address: '-' },
  ])
    expect(softMatchKeys({ ...known, ...empty })).toEqual([]);
});

test('names are compared by their letters, rare ones too', () => {
  expect(nameKey('买买提 • 吐尔逊')).toBe(nameKey('买买提·吐尔逊'));
  expect(nameKey('Ａｎｎａ  李')).toBe(nameKey('ANNA李'));
  expect(nameKey('王𠅤')).not.toBe(nameKey('王\uE000'));
  expect(nameKey(' · ')).toBe('');
});
