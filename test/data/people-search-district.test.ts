// Searching among enough people for every way of applying a filter (looked through, as a set, row by row): the same answer as looking
// at everybody, and every question through an index.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameMatch, searchWord } from '../../db/domain/name-words.ts';
import { chunksOf } from '../../db/imports/bulk.ts';
import type { Books } from '../../db/open.ts';
import { findHouseholds, MOST_FOUND, type HouseholdFilters } from '../../db/people/search.ts';
import { writeWords } from '../../db/people/search-words.ts';
import { listenToStatements } from '../helpers/executed.ts';
import { at, everywhere, firstPage, openFresh } from '../helpers/search-books.ts';

describe('a whole district', () => {
  const households = 25_200;
  const surnames = '韦韦韦王李单欧尉';
  const given = '秀兰玉华明乐重行安晓';
  const pick = (from: string, which: number): string => from.charAt(which % from.length);
  const nameOf = (id: number): string =>
    pick(surnames, id * 7) + pick(given, id * 13) + (id % 9 === 0 ? '' : pick(given, Math.floor(id / 5)));
  const categoryOf = (id: number): string =>
    id % 300 === 0 ? 'orphan' : id % 7 === 0 ? 'rural-minimum-living' : 'urban-minimum-living';
  const everybody = Array.from({ length: households }, (_, before) => ({
    id: before + 1,
    name: nameOf(before + 1),
    category: categoryOf(before + 1),
    community: `第${(before + 1) % 40}社区`,
  }));
  let close: () => void;
  let books: Books;

  beforeAll(async () => {
    ({ books, close } = openFresh());
    await books.db.transaction().execute(async (tx) => {
      for (const chunk of chunksOf(everybody, 12)) {
        await tx
          .insertInto('household')
          .values(
            chunk.map(({ id, name, category, community }) => ({
              id,
              number: `H${id}`,
              head_name: name,
              id_tail: '',
              street: '',
              community,
              address: '',
              phone: '',
              category,
              members: 1,
              end_day: id % 11 === 0 ? '2026-01-01' : null,
              created_at: at,
            })),
          )
          .execute();
        await tx
          .insertInto('person')
          .values(
            chunk.map(({ id, name }) => ({
              household_id: id,
              name,
              document_kind: 'none' as const,
              relation: '',
              is_head: 1 as const,
              created_at: at,
            })),
          )
          .execute();
      }
      await writeWords(tx, everybody);
    });
  });
  afterAll(() => close());

  const ended = sql<boolean>`household.end_day <= '2026-05-04'`;
  const filters: readonly (readonly [string, HouseholdFilters, (id: number) => boolean])[] = [
    ['no filter', everywhere, () => true],
    ['a few', { ...everywhere, category: 'orphan' }, (id) => categoryOf(id) === 'orphan'],
    ['a community', { ...everywhere, community: '第7社区' }, (id) => id % 40 === 7],
    [
      'some thousands',
      { ...everywhere, category: 'rural-minimum-living' },
      (id) => categoryOf(id) === 'rural-minimum-living',
    ],
    [
      'most',
      { ...everywhere, category: 'urban-minimum-living' },
      (id) => categoryOf(id) === 'urban-minimum-living',
    ],
    ['those struck off', { ...everywhere, condition: ended }, (id) => id % 11 === 0],
  ];
  const typed = [
    '韦',
    'w',
    'wx',
    'wxl',
    'weixiu',
    '秀',
    '兰',
    '秀兰',
    '单乐',
    'slz',
    'y',
    '尉',
    'oa',
    'oax',
    'zz',
  ];

  it.each(filters)('%s: the same as looking at everybody', async (_, filter, inside) => {
    for (const text of typed) {
      const found = await books.db.transaction().execute((tx) => findHouseholds(tx, text, filter, firstPage));
      const match = (id: number) => nameMatch(nameOf(id), searchWord(text));
      const wanted = everybody.filter(({ id }) => inside(id) && match(id) !== null);
      const how = found.ids.map(match);
      expect(how).toEqual(how.toSorted());
      expect(found.ids.every(inside)).toBe(true);
      expect(new Set(found.ids).size).toBe(found.ids.length);
      if (wanted.length <= MOST_FOUND) {
        expect(new Set(found.ids)).toEqual(new Set(wanted.map(({ id }) => id)));
        expect([found.total, found.more]).toEqual([wanted.length, false]);
      } else expect([found.total, found.more]).toEqual([MOST_FOUND, true]);
    }
  });

  it('no question reads a table from end to end, nor sorts what a name leads to', async () => {
    const executed = listenToStatements();
    const asked = ['韦', 'wxl', '0025', 'H12', '第7'];
    for (const text of asked)
      for (const [, filter] of filters.slice(0, 5))
        await books.db.transaction().execute((tx) => findHouseholds(tx, text, filter, firstPage));
    executed.stop();
    const texts = [...new Set(executed.texts)].filter((text) => /^\s*(select|with)\b/i.test(text));
    expect(texts.length).toBeGreaterThan(12);
    const plans = texts.map((text) => {
      const holes = (text.match(/\?/g) ?? []).map(() => 1);
      const plan = books.file.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...holes) as { detail: string }[];
      return { text, details: plan.map(({ detail }) => detail) };
    });
    const scans = plans.flatMap(({ text, details }) =>
      details
        .filter((detail) => /^SCAN (household|person|name_word)\b/.test(detail))
        .map((detail) => `${detail}: ${text}`),
    );
    expect(scans).toEqual([]);
    const byName = plans.filter(({ text }) => text.includes('name_word'));
    expect(byName.length).toBeGreaterThan(0);
    for (const { details } of byName) {
      expect(details).toContain('SEARCH name_word USING PRIMARY KEY (word>? AND word<?)');
      expect(details).toContain('SEARCH name_bearer USING PRIMARY KEY (name=?)');
      expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
    }
  });
});
