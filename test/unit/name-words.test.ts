// The words a name is found by: the same spellings as everywhere else, what begins inside a name, and nothing in between.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INSIDE, nameMatch, nameWords, searchWord } from '../../db/domain/name-words.ts';
import { MOST_SPELLINGS, searchKeys } from '../../db/domain/search-text.ts';

test('the name, its spellings, their initials, and what begins inside', () => {
  expect([...nameWords('韦秀兰')].sort()).toEqual(['韦秀兰', 'weixiulan', 'wxl', '·秀兰', '·兰'].sort());
  expect(nameWords('单芳')).toEqual(
    expect.arrayContaining(['danfang', 'shanfang', 'chanfang', 'df', 'sf', 'cf']),
  );
  expect(nameWords('买买提•吐尔逊')).toEqual(
    expect.arrayContaining(['买买提吐尔逊', 'maimaitituerxun', 'mmttex', '·吐尔逊', '·逊']),
  );
  expect([...nameWords('John Smith')].sort()).toEqual(['johnsmith', `${INSIDE}smith`].sort());
  expect(nameWords('')).toEqual([]);
  expect(nameWords(' · ')).toEqual([]);
});

test('characters of supplementary planes, of the private use area and unknown ones are parts of a name', () => {
  const rare = ['𠅤', '\uE863', '\u{323B5}', '䶮'];
  for (const character of rare) {
    expect(nameMatch(`王${character}`, searchWord(`王${character}`))).toBe(0);
    expect(nameMatch(`王${character}明`, searchWord(`王${character}`))).toBe(1);
    expect(nameMatch('王明', searchWord(`王${character}`))).toBeNull();
  }
  for (const character of ['𠅤', '䶮']) expect(nameMatch(`王${character}`, searchWord(character))).toBe(2);
  expect(nameMatch('李䶮', 'liyan')).toBe(0);
});

test('exactly, from its beginning, from inside, not at all', () => {
  const match = (typed: string) => nameMatch('韦秀兰', searchWord(typed));
  for (const typed of ['韦秀兰', 'weixiulan', 'Wei Xiu-Lan', 'wxl', 'ＷＸＬ']) expect(match(typed)).toBe(0);
  for (const typed of ['韦', '韦秀', 'w', 'wx', 'wei', 'weixiu', 'weixiul']) expect(match(typed)).toBe(1);
  for (const typed of ['秀兰', '秀', '兰']) expect(match(typed)).toBe(2);
  for (const typed of ['', '·', 'xiulan', 'xl', 'lan', 'eixiu', 'wl', '韦兰', '兰韦'])
    expect(match(typed)).toBeNull();
  for (const typed of ['买买提·吐尔逊', '买买提•吐尔逊', '买买提．吐尔逊', '买买提吐尔逊'])
    expect(nameMatch('买买提·吐尔逊', searchWord(typed))).toBe(0);
});

test('`oa` never finds 百度网盘 (lessons.md 23)', () => {
  for (const name of ['百度网盘', '包爱兰', '高昂']) expect(nameMatch(name, 'oa')).toBeNull();
  expect(nameMatch('百度网盘', 'bdwp')).toBe(0);
  expect(nameMatch('欧安', 'oa')).toBe(0);
});

const surnames = [
  '单',
  '仇',
  '区',
  '解',
  '盖',
  '朴',
  '查',
  '乐',
  '曾',
  '尉迟',
  '万俟',
  '单于',
  '令狐',
  '澹台',
  '长孙',
  '韦',
];
const givenNames = '秀兰行重长朝乐曾传翟晟莘茜都参会降调率藏';

test('the spellings are those of searchKeys, also where the context would choose among them', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...surnames),
      fc.array(fc.constantFrom(...givenNames), { maxLength: 2 }),
      (surname, given) => {
        const name = surname + given.join('');
        const { full, initials } = searchKeys(name);
        const keys = [...full.split(' '), ...initials.split(' ')];
        const words = nameWords(name).filter((word) => word !== name && !word.startsWith(INSIDE));
        expect(words).toEqual(expect.arrayContaining(keys.filter((key) => key !== name)));
        // Beyond the cap a few are chosen; short of it all are kept, and no other.
        if (full.split(' ').length < MOST_SPELLINGS) expect(new Set(words)).toEqual(new Set(keys));
      },
    ),
    { numRuns: 2000 },
  );
});

test('any text: never throws, no word twice, none longer than the name allows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const words = nameWords(name);
      expect(new Set(words).size).toBe(words.length);
      expect(words).not.toContain('');
      expect(words.length).toBeLessThanOrEqual(1 + 2 * MOST_SPELLINGS + 60);
    }),
    { numRuns: 500 },
  );
});
