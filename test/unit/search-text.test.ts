// Search keys: every reading of a polyphone, a cap, and queries folded like what is stored.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_SPELLINGS, normaliseQuery, searchKeys } from '../../db/domain/search-text.ts';

const full = (text: string) => searchKeys(text).full.split(' ');
const initials = (text: string) => searchKeys(text).initials.split(' ');

test('all readings of a polyphone, the fitting one first', () => {
  expect(searchKeys('重庆')).toEqual({ full: 'chongqing zhongqing', initials: 'cq zq' });
  expect(full('单娥超')).toEqual(expect.arrayContaining(['danechao', 'shanechao', 'chanechao']));
  expect(full('覃过期')).toEqual(expect.arrayContaining(['qinguoqi', 'tanguoqi']));
  expect(initials('仇娥月')).toEqual(expect.arrayContaining(['qey', 'cey']));
});

test('ü is v; rare, Latin and mixed texts are found', () => {
  expect(searchKeys('吕明').full).toBe('lvming');
  expect(full('李䶮')).toContain('liyan');
  expect(searchKeys('王𠅤').full).toMatch(/^wang/);
  expect(searchKeys('John Smith').full).toBe('johnsmith');
  expect(full('食用调和油5L')).toContain('shiyongtiaoheyou5l');
  expect(initials('食用调和油5L')).toContain('sythy5l');
  expect(full('买买提·吐尔逊')).toContain('maimaitituerxun');
  expect(full('奶粉（中老年）')).toContain('naifenzhonglaonian');
  expect(searchKeys(' ·（）')).toEqual({ full: '', initials: '' });
});

test('a text full of polyphones does not blow up, and a late one is still found', () => {
  expect(full('行长乐行重单曾解仇区').length).toBeLessThanOrEqual(MOST_SPELLINGS);
  expect(full('重大米面油盐酱醋茶单').some((k) => k.endsWith('shan'))).toBe(true);
  expect(searchKeys('行'.repeat(5000)).full.length).toBeLessThan(MOST_SPELLINGS * 60 * 5);
});

test('never throws, always lower case without space inside a spelling', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const keys = searchKeys(text);
      expect(keys.full.split(' ').length).toBeLessThanOrEqual(MOST_SPELLINGS);
      expect(keys.full).toBe(keys.full.toLowerCase());
    }),
    { numRuns: 300 },
  );
});

test('queries are folded like names are (scenario 25)', () => {
  for (const dot of ['·', '•', '・', '．', '.', ' • '])
    expect(normaliseQuery(`买买提${dot}吐尔逊`)).toBe('买买提·吐尔逊');
  expect(normaliseQuery('  ＺＨＯＮＧ qing\u00A0')).toBe('zhong qing');
  expect(normaliseQuery('王\u3000五')).toBe('王五');
  expect(normaliseQuery('lü')).toBe('lv');
  expect(normaliseQuery('1.5kg')).toBe('1.5kg');
});
