// Books with the people of a whole county, for measuring the search only: households, people and the words of their names, written
// straight into the tables (the way in for people is measured by the benchmark of the import).
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import { openBooks } from '../../db/open.ts';
import { chunksOf } from '../../db/imports/bulk.ts';
import { wordSteps, writeWordRows } from '../../db/people/search-words.ts';
import { openShop } from '../helpers/open-shop.ts';
import { inventNames } from './people-search-names.ts';

export interface PeopleSize {
  readonly people: number;
  readonly households: number;
}
export interface FilledPeople {
  /** Different names among the people, and the words these are found by. */
  readonly names: number;
  readonly words: number;
  readonly wordsMs: number;
  /** The longest single step: nobody waits longer for it. */
  readonly longestStepMs: number;
  /** Of the table of words. */
  readonly wordsBytes: number;
}

const now = '2026-05-04T02:12:00.000Z';
const common = ['urban-minimum-living', 'rural-minimum-living', 'low-income-fringe', 'severely-disabled'];
/** One household in two hundred are orphans, one in forty have rigid expenditure, the others share the common ones. */
const categoryOf = (at: number): string =>
  at % 200 === 0 ? 'orphan' : at % 40 === 1 ? 'rigid-expenditure' : (common[at % common.length] ?? '');

/** Fills a new file and answers what the words cost. */
export const fillPeople = async (
  file: string,
  key: Uint8Array,
  { people, households }: PeopleSize,
): Promise<FilledPeople> => {
  await (await openShop({ file, key, now })).close();
  const books = openBooks({ path: file, key, create: false });
  try {
    const names = inventNames(people);
    await books.db.transaction().execute(async (tx) => {
      const all = Array.from({ length: households }, (_, at) => at);
      for (const chunk of chunksOf(all, 12))
        await tx
          .insertInto('household')
          .values(chunk.map((at) => householdOf(at, names[at] ?? '')))
          .execute();
      const everybody = names.map((name, at) => ({ name, at }));
      for (const chunk of chunksOf(everybody, 10))
        await tx
          .insertInto('person')
          .values(chunk.map(({ name, at }) => personOf(name, at, households)))
          .execute();
    });
    const before = pages(books.file);
    let words = 0;
    let longestStepMs = 0;
    const start = performance.now();
    for (const rows of wordSteps(new Set(names))) {
      const begun = performance.now();
      await books.db.transaction().execute((tx) => writeWordRows(tx, rows));
      longestStepMs = Math.max(longestStepMs, performance.now() - begun);
      words += rows.length;
    }
    const wordsMs = performance.now() - start;
    books.file.pragma('wal_checkpoint(TRUNCATE)');
    return {
      names: new Set(names).size,
      words,
      wordsMs,
      longestStepMs,
      wordsBytes: (pages(books.file) - before) * 4096,
    };
  } finally {
    books.close();
  }
};

const pages = (file: ReturnType<typeof openBooks>['file']): number =>
  Number(file.pragma('page_count', { simple: true }));

const communities = 180;
const directions = '河东河西山南水北新田旧村上塘下坪大坡小湾';
export const communityOf = (at: number): string => {
  const which = at % communities;
  const start = (which * 2) % directions.length;
  return `${directions.slice(start, start + 2)}${'一二三四五六七八九十'.charAt(Math.floor(which / 10) % 10)}${'甲乙'.charAt(Math.floor(which / 100))}社区`;
};

const householdOf = (at: number, headName: string) => ({
  id: at + 1,
  number: `H${String(at + 1).padStart(6, '0')}`,
  head_name: headName,
  id_tail: tailOf(at),
  street: `第${at % 12}街道`,
  community: communityOf(at),
  address: `第${at % 12}街道${at}号`,
  phone: phoneOf(at),
  phone_key: phoneOf(at),
  category: categoryOf(at),
  members: 1,
  family: 1,
  start_day: '2025-01-01',
  // One in thirty was struck off.
  end_day: at % 30 === 0 ? '2026-01-01' : null,
  created_at: now,
});

const phoneOf = (at: number): string => `139${String((at * 7_919) % 100_000_000).padStart(8, '0')}`;

const births = 25_000;
const idNumberOf = (at: number): string => {
  const birth = new Date(Date.UTC(1940, 0, 1) + (at % births) * 86_400_000).toISOString().slice(0, 10);
  const first17 = `450201${birth.replaceAll('-', '')}${String((Math.floor(at / births) * 83 + at * 7) % 1000).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
};
const tailOf = (at: number): string => idNumberOf(at).slice(-4);

const personOf = (name: string, at: number, households: number) => ({
  household_id: (at % households) + 1,
  name,
  id_number: idNumberOf(at),
  sex: 'female' as const,
  birth_day: '1948-03-15',
  relation: at < households ? '户主' : '子',
  is_head: at < households ? (1 as const) : (0 as const),
  certificate: `DB450201${String(at + 1).padStart(8, '0')}`,
  created_at: now,
});
