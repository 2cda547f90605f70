// The seed code tables: the names of the sample roster, the order of 就高, and what must stay unknown.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  careLevelByName,
  CARE_LEVELS,
  CATEGORIES,
  CATEGORY_CODES,
  categoryByName,
  compareCategories,
  relationByName,
  RELATIONS,
} from '../../db/domain/categories.ts';

const sample = fileURLToPath(new URL('../fixtures/sample/', import.meta.url));

test('every code once, in the order of the codes, every name finds its category', () => {
  expect(CATEGORIES.map((c) => c.code)).toEqual(CATEGORY_CODES);
  expect(new Set(CATEGORIES.map((c) => c.name)).size).toBe(16);
  for (const category of CATEGORIES) expect(categoryByName(category.name)).toBe(category);
});

test('the sample roster: all categories and care levels known, 贫困户 not', () => {
  const expected = JSON.parse(readFileSync(`${sample}expected.json`, 'utf8')) as {
    byCategory: Record<string, unknown>;
    care: Record<string, unknown>;
  };
  expect(Object.keys(expected.byCategory)).toHaveLength(10);
  for (const name of Object.keys(expected.byCategory)) expect(categoryByName(name)?.name).toBe(name);
  for (const name of Object.keys(expected.care)) expect(careLevelByName(name)).not.toBeNull();
  const csv = new TextDecoder('gb18030').decode(readFileSync(`${sample}roster-gb18030.csv`));
  const relations = new Set(
    csv
      .split('\n')
      .slice(1, 869)
      .map((line) => line.split(',')[3] ?? ''),
  );
  expect(relations.size).toBe(8);
  for (const name of relations) expect(relationByName(name), name).not.toBeNull();
});

test('synonyms are known, doubtful words are not', () => {
  expect(categoryByName('支出型困难家庭')?.code).toBe('rigid-expenditure');
  expect(categoryByName('特困人员（集中供养）')?.code).toBe('destitute-institution');
  expect(categoryByName(' 城市 低保\u00A0')?.code).toBe('urban-minimum-living');
  expect(categoryByName('分散特困')?.code).toBe('destitute-dispersed');
  expect(categoryByName('集中特困')?.code).toBe('destitute-institution');
  expect(categoryByName('重残')?.code).toBe('severely-disabled');
  expect(categoryByName('边缘易致贫户')?.code).toBe('relapse-monitored');
  for (const word of ['贫困户', '低保', '特困', '五保', '边缘户', '', '城市低保x', 'constructor'])
    expect(categoryByName(word), word).toBeNull();
});

test('the highest category wins in the order of ruling 7', () => {
  const sorted = [...CATEGORY_CODES].reverse().sort(compareCategories);
  expect(sorted).toEqual(CATEGORY_CODES);
  const rank = (name: string) => categoryByName(name)?.rank ?? Number.NaN;
  const order = ['特困分散供养', '孤儿', '城市低保', '低保边缘家庭', '刚性支出困难家庭', '优抚对象'].map(
    rank,
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(new Set(order).size).toBe(6);
});

test('children of ruling 28 are protected, only the institution is one', () => {
  expect(CATEGORIES.filter((c) => c.minorProtected).map((c) => c.name)).toEqual([
    '孤儿',
    '事实无人抚养儿童',
    '困境儿童',
  ]);
  expect(CATEGORIES.filter((c) => c.institutional).map((c) => c.name)).toEqual(['特困集中供养']);
});

test('care levels and relations find themselves and their synonyms', () => {
  for (const level of CARE_LEVELS) expect(careLevelByName(level.name)).toBe(level.code);
  for (const relation of RELATIONS) expect(relationByName(relation.name)).toBe(relation.code);
  expect(careLevelByName('半自理')).toBe('half-dependent');
  expect(relationByName('妻子')).toBe('spouse');
  expect(careLevelByName('很好')).toBeNull();
  expect(relationByName('邻居')).toBeNull();
});
