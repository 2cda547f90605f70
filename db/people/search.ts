// Finds households by what somebody at the counter or the desk knows of them. What matches exactly comes before what only begins
// so, and a word never matches in its middle: `oa` does not find 百度网盘 (lessons.md 23). Answers ids; masks and shows nothing.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';
import { INSIDE, nameMatch, nameWords, searchWord, wordsMatch } from '../domain/name-words.ts';

export interface HouseholdFilters {
  /** Payee category's code and community's name; empty: all. */
  readonly category: string;
  readonly community: string;
  /** A further condition on the columns of `household`; null: none. */
  readonly condition: RawBuilder<boolean> | null;
}
export interface Page {
  readonly offset: number;
  readonly limit: number;
}
export interface Found {
  /** Of the page, in the order of the search. */
  readonly ids: readonly number[];
  /** Of all pages. */
  readonly total: number;
  /** More were found than `total`: the search is to be narrowed. Counting them would cost more than finding them. */
  readonly more: boolean;
}

/** Nobody leafs through more. */
export const MOST_FOUND = 500;
/** What a source answers at most: one more tells that there are more. */
const MOST_IDS = MOST_FOUND + 1;
/** A filter that leaves so few households is applied first and their people are looked through. */
const FEW = 3000;
/** One that leaves so many is looked up household by household: a page is soon full. */
const MANY = 20_000;

type Sql = RawBuilder<unknown>;
interface Place {
  readonly filters: HouseholdFilters;
  /** Rows of an import that is not yet published may be in the tables: they are not to be found. */
  readonly entering: boolean;
}
/** One way of matching: answers household ids, best first; MOST_IDS different ones are enough. */
type Source = (tx: Tx, asked: Asked, place: Place) => Promise<readonly number[]>;
interface Asked {
  /** Without spaces at the ends, as typed and in capitals: how numbers of households and certificates may be kept. */
  readonly written: readonly string[];
  /** As the words of names are kept. */
  readonly word: string;
  /** Digits (X at the end) where the query is nothing else; else empty. */
  readonly digits: string;
}

export const asked = (query: string): Asked => {
  const text = query.normalize('NFKC').trim();
  const bare = text.replace(/[\s\-‐-―()+]/gu, '').toUpperCase();
  return {
    written: [...new Set([text, text.toUpperCase()])],
    word: searchWord(text),
    digits: /^\d{3,}[\dX]$/.test(bare) ? bare.replace(/^86(?=1\d{10}$)/, '') : '',
  };
};

/**
 * By member's name, spelling or initials; four or more last digits of an identity number or any telephone; number of the household, of a
 * certificate or other document; community. An empty query finds nothing.
 */
export const findHouseholds = async (
  tx: Tx,
  query: string,
  filters: HouseholdFilters,
  { offset, limit }: Page,
): Promise<Found> => {
  const wanted = asked(query);
  const found = new Set<number>();
  if (wanted.word !== '') {
    const place = { filters, entering: await isEntering(tx) };
    for (const source of [numbers, lastDigits, names, beginningOfNumbers, communities]) {
      if (found.size > MOST_FOUND) break;
      for (const id of await source(tx, wanted, place)) found.add(id);
    }
  }
  const ids = [...found].slice(0, MOST_FOUND);
  return {
    ids: ids.slice(offset, offset + limit),
    total: ids.length,
    more: found.size > MOST_FOUND,
  };
};

/** Whether households of an import that is not yet published may be in the table. */
export const isEntering = async (tx: Tx): Promise<boolean> =>
  (await tx
    .selectFrom('roster_run')
    .select('id')
    .where('published_at', 'is', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

const isFiltered = ({ category, community, condition }: HouseholdFilters): boolean =>
  category !== '' || community !== '' || Boolean(condition);

const inFilters = ({ category, community, condition }: HouseholdFilters): Sql =>
  sql.join(
    [
      sql`true`,
      ...(category === '' ? [] : [sql`household.category = ${category}`]),
      ...(community === '' ? [] : [sql`household.community = ${community}`]),
      ...(condition ? [condition] : []),
    ],
    sql` AND `,
  );

const householdsAt = ({ entering }: Place): Sql =>
  entering ? sql`household_here AS household` : sql`household`;

/** Condition on `household_id`, looked up row by row. */
const here = (place: Place): Sql =>
  place.entering || isFiltered(place.filters)
    ? sql`AND EXISTS (SELECT 1 FROM ${householdsAt(place)} WHERE household.id = household_id AND ${inFilters(place.filters)})`
    : sql``;

const idsOf = async (tx: Tx, query: Sql): Promise<readonly number[]> => {
  const { rows } = await (query as RawBuilder<{ household_id: number }>).execute(tx);
  return rows.map(({ household_id }) => household_id);
};

/** Above every text that begins with `text`. */
const after = (text: string): string => `${text}\u{10FFFF}`;

/** By a whole number. */
const numbers: Source = (tx, { written, digits }, place) => {
  const list = sql.join([...written, ...(digits === '' ? [] : [digits])].map((text) => sql`${text}`));
  return idsOf(
    tx,
    sql`SELECT household_id FROM (
      SELECT id AS household_id FROM household WHERE number IN (${list})
      UNION SELECT household_id FROM person WHERE id_number IN (${list})
      UNION SELECT household_id FROM person WHERE certificate IN (${list}) AND certificate <> ''
      UNION SELECT household_id FROM person WHERE disability IN (${list}) AND disability <> ''
      UNION SELECT household_id FROM person WHERE document_key IN (${list}) AND document_key IS NOT NULL
    ) AS found WHERE true ${here(place)} ORDER BY household_id LIMIT ${MOST_IDS}`,
  );
};

/** Four or more last digits: the index knows four, the rest is compared. */
const lastDigits: Source = async (tx, { digits }, place) => {
  if (digits === '') return [];
  const [four, ending] = [digits.slice(-4), `%${digits}`];
  return idsOf(
    tx,
    sql`SELECT household_id FROM (
      SELECT household_id FROM person WHERE id_number IS NOT NULL AND substr(id_number, 15) = ${four} AND id_number LIKE ${ending}
      UNION SELECT id FROM household
        WHERE phone_key <> '' AND substr(phone_key, length(phone_key) - 3) = ${four} AND phone_key LIKE ${ending}
      UNION SELECT household_id FROM household_phone
        WHERE substr(number, length(number) - 3) = ${four} AND number LIKE ${ending}
    ) AS found WHERE true ${here(place)} ORDER BY household_id LIMIT ${MOST_IDS}`,
  );
};

/** Names by their words in order: the whole word, what begins with it, then what has it inside. */
const names: Source = async (tx, { word }, place) => {
  const left = isFiltered(place.filters) ? await leftBy(tx, place) : null;
  if (left?.length === 0) return [];
  if (left && left.length <= FEW) return namesAmong(tx, word, left);
  const within =
    left && left.length <= MANY
      ? sql`AND +household_id IN (SELECT id FROM ${householdsAt(place)} WHERE ${inFilters(place.filters)})`
      : here(place);
  const outside = await bearers(tx, word, within);
  if (outside.length > MOST_FOUND) return outside;
  return [...outside, ...(await bearers(tx, INSIDE + word, within))];
};

/** The households which the filters leave, or MANY + 1 of them. The indexes of `household` cover every filter of the screen. */
const leftBy = (tx: Tx, place: Place): Promise<readonly number[]> =>
  idsOf(
    tx,
    sql`SELECT household.id AS household_id FROM ${householdsAt(place)} WHERE ${inFilters(place.filters)} LIMIT ${MANY + 1}`,
  );

/**
 * Steps through two tables, in their order, and stops: `w` costs no more than `wxl`. A household comes once for each of its names
 * and of the readings that match, so the first rows may not be enough.
 */
const bearers = async (tx: Tx, word: string, within: Sql): Promise<readonly number[]> => {
  for (let most = 2 * MOST_IDS; ; most *= 4) {
    const rows = await idsOf(
      tx,
      sql`SELECT household_id FROM name_word JOIN name_bearer ON name_bearer.name = name_word.name
        WHERE word >= ${word} AND word < ${after(word)} ${within}
        ORDER BY word, name_word.name, household_id LIMIT ${most}`,
    );
    const ids = [...new Set(rows)];
    if (rows.length < most || ids.length > MOST_FOUND) return ids;
  }
};

const namesAmong = async (
  tx: Tx,
  word: string,
  householdIds: readonly number[],
): Promise<readonly number[]> => {
  const people = await tx
    .selectFrom('person')
    .select(['household_id', 'name'])
    .where('household_id', 'in', householdIds)
    .orderBy('name')
    .orderBy('household_id')
    .execute();
  const matched = people.map(({ household_id, name }) => [household_id, nameMatch(name, word)] as const);
  return ([0, 1, 2] as const).flatMap((how) =>
    matched.filter(([, match]) => match === how).map(([id]) => id),
  );
};

/** Numbers of households and certificates from their beginning on; letters alone are no number. */
const beginningOfNumbers: Source = async (tx, { written }, place) => {
  const [capitals = ''] = written.slice(-1);
  if (!/\d/.test(capitals)) return [];
  return idsOf(
    tx,
    sql`SELECT household_id FROM (
      SELECT id AS household_id FROM household WHERE number >= ${capitals} AND number < ${after(capitals)}
      UNION SELECT household_id FROM person
        WHERE certificate <> '' AND certificate >= ${capitals} AND certificate < ${after(capitals)}
    ) AS found WHERE true ${here(place)} ORDER BY household_id LIMIT ${MOST_IDS}`,
  );
};

/** Communities are few: their names are read off the index, one seek each, and matched like names of people. */
const communities: Source = async (tx, { word }, place) => {
  const { rows } = await sql<{ community: string }>`
    WITH RECURSIVE each_one (community) AS (
      SELECT min(community) FROM household
      UNION ALL
      SELECT (SELECT min(community) FROM household WHERE household.community > each_one.community)
        FROM each_one WHERE each_one.community IS NOT NULL
    ) SELECT community FROM each_one WHERE community IS NOT NULL`.execute(tx);
  const matching = rows.filter(({ community }) => wordsMatch(wordsOfPlace(community), word) !== null);
  if (matching.length === 0) return [];
  return idsOf(
    tx,
    sql`SELECT household.id AS household_id FROM ${householdsAt(place)}
      WHERE household.community IN (${sql.join(matching.map(({ community }) => sql`${community}`))}) AND ${inFilters(place.filters)}
      ORDER BY household.community, household.number LIMIT ${MOST_IDS}`,
  );
};

// Not personal, and asked at every search. A sheet gone wrong may bring thousands of them.
const placesKnown = new Map<string, readonly string[]>();
const MOST_PLACES = 5000;
const wordsOfPlace = (community: string): readonly string[] => {
  const kept = placesKnown.get(community);
  if (kept) return kept;
  if (placesKnown.size >= MOST_PLACES) placesKnown.clear();
  const words = nameWords(community);
  placesKnown.set(community, words);
  return words;
};
