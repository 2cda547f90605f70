// Searching among the people of a whole county: what somebody types, answered as the screen asks it (the act people.list, first
// page), beside the least a question to the books can cost in the same run: one row by its key in plain SQL.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openReadOnly } from '../../db/open.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { spreadOf, type Spread } from './figures.ts';
import { communityOf, fillPeople, type FilledPeople, type PeopleSize } from './people-search-books.ts';

export interface PeopleSearchOptions extends PeopleSize {
  readonly cacheFolder: string;
  readonly rounds: number;
  readonly log: (line: string) => void;
}
export interface SearchTime {
  readonly typed: string;
  readonly filter: string;
  readonly found: number;
  /** More than these were found and not counted. */
  readonly more: boolean;
  /** Milliseconds of the first asking of all, with nothing of it in memory yet. */
  readonly firstMs: number;
  readonly ms: Spread;
}
export interface PeopleSearchResult extends PeopleSize {
  readonly rounds: number;
  readonly bytes: number;
  readonly filled: FilledPeople;
  readonly floor: Spread;
  readonly times: readonly SearchTime[];
}

/** A surname everybody has and one letter find most; an initial of three and four digits are what is usually typed. */
const typed = ['韦', 'w', 'wxl', 'weixiu', 'weixiulan', '秀兰', '兰', '韦秀兰', '吐尔逊', '𠅤'] as const;
const numbers = ['0025', '000025', '13900007919', 'H000025', 'DB45020100000025', 'h0000'] as const;
const places = ['河西', 'hexi', '二甲社区'] as const;
const nothing = ['oa', 'zzzz', '䶮䶮'] as const;
const oneCommunity = { community: communityOf(7) };
const filters = [
  oneCommunity,
  { category: 'orphan' },
  { category: 'rigid-expenditure' },
  { category: 'urban-minimum-living' },
  { state: 'eligible' },
  { state: 'ended' },
] as const;

type Filter = {
  readonly community?: string;
  readonly category?: string;
  readonly state?: 'eligible' | 'ended';
};

export const benchPeopleSearch = async (options: PeopleSearchOptions): Promise<PeopleSearchResult> => {
  mkdirSync(options.cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(options.cacheFolder, 'people-'));
  const file = join(folder, 'shop.db');
  const key = new Uint8Array(createHash('sha256').update('bench').digest());
  try {
    options.log(`Books with ${options.people} people`);
    const filled = await fillPeople(file, key, options);
    const shop = await openShop({ file, key });
    const books = openReadOnly(file, key);
    try {
      options.log('Times');
      const point = books.prepare('SELECT * FROM person WHERE id = ?');
      const floors: number[] = [];
      const times: SearchTime[] = [];
      for (const [search, filter] of plan())
        times.push(await time(shop, search, filter, options.rounds, floors, (id) => point.get(id)));
      return {
        people: options.people,
        households: options.households,
        rounds: options.rounds,
        bytes: statSync(file).size,
        filled,
        floor: spreadOf(floors),
        times,
      };
    } finally {
      books.close();
      await shop.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const plan = (): readonly (readonly [search: string, filter: Filter])[] => [
  ...[...typed, ...numbers, ...places, ...nothing].map((search) => [search, {}] as const),
  ...['韦', 'w', 'wxl', '兰'].flatMap((search) => filters.map((filter) => [search, filter] as const)),
  ['', {}],
  ['', oneCommunity],
];

const time = async (
  shop: OpenShop,
  search: string,
  filter: Filter,
  rounds: number,
  floors: number[],
  floor: (id: number) => unknown,
): Promise<SearchTime> => {
  const times: number[] = [];
  let [found, more] = [0, false];
  for (let round = 0; round <= rounds; round += 1) {
    const before = performance.now();
    ({ total: found, more } = await shop.call(
      'people.list',
      { search, ...filter, offset: 0, limit: 50 },
      { as: 'manager' },
    ));
    const between = performance.now();
    floor(1 + ((round * 7_919) % 1000));
    floors.push(performance.now() - between);
    times.push(between - before);
  }
  const [firstMs = 0, ...warm] = times;
  return { typed: search, filter: Object.values(filter).join(' '), found, more, firstMs, ms: spreadOf(warm) };
};
