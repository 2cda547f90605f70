// The table of words by which people are found (`name_word`): written where a name enters, erased where the last bearer of it
// goes. It knows names only, so moves, splits and heads of households do not touch it.
import type { Tx } from '../context.ts';
import { INSIDE, nameWords } from '../domain/name-words.ts';
import { bulkInsert, chunksOf } from '../imports/bulk.ts';

export interface Named {
  readonly name: string;
}
export type WordRow = readonly [word: string, name: string];

/** Rows of one step: some ten milliseconds. */
const STEP = 4000;

/**
 * For large imports: the rows of all these names in steps, each written by `writeWordRows`, in a transaction of its own if
 * need be. Give it everybody at once: the steps follow the order of the table (names of one surname begin alike, also when
 * spelled), so that each page of it is written about once; in the order of a sheet every step would touch the whole table.
 */
export function* wordSteps(differentNames: ReadonlySet<string>): Generator<readonly WordRow[]> {
  const names = [...differentNames].sort();
  const inside = new Map<string, WordRow[]>();
  let outside: WordRow[] = [];
  for (const name of names) {
    for (const word of nameWords(name)) {
      if (!word.startsWith(INSIDE)) {
        outside.push([word, name]);
        continue;
      }
      // By the first character behind the mark: near enough to the table's order, and no sorting.
      const first = word.charAt(1);
      const alike = inside.get(first);
      if (alike) alike.push([word, name]);
      else inside.set(first, [[word, name]]);
    }
    if (outside.length < STEP) continue;
    yield outside;
    outside = [];
  }
  for (const first of [...inside.keys()].sort()) {
    outside = [...outside, ...(inside.get(first) ?? [])];
    for (; outside.length > STEP; outside = outside.slice(STEP)) yield outside.slice(0, STEP);
  }
  if (outside.length > 0) yield outside;
}

const insertWords = bulkInsert('name_word', ['word', 'name'], 'skipped');

export const writeWordRows = async (tx: Tx, rows: readonly WordRow[]): Promise<void> => {
  await insertWords(tx, rows);
};

/** After people entered or a name changed. Words that are there stay. */
export const writeWords = async (tx: Tx, persons: readonly Named[]): Promise<void> => {
  const names = new Set(persons.map(({ name }) => name));
  for (const rows of wordSteps(names)) await writeWordRows(tx, rows);
};

/** Before these people's rows are deleted, or their names changed or emptied: words of names nobody else bears. */
export const eraseWords = async (tx: Tx, personIds: readonly number[]): Promise<void> => {
  const going = new Set(personIds);
  for (const ids of chunksOf(personIds)) {
    const people = await tx
      .selectFrom('person')
      .select('name')
      .distinct()
      .where('id', 'in', ids)
      .where('name', '<>', '')
      .execute();
    const names = people.map(({ name }) => name);
    const bearers = await tx
      .selectFrom('name_bearer')
      .innerJoin('person', (join) =>
        join
          .onRef('person.household_id', '=', 'name_bearer.household_id')
          .onRef('person.name', '=', 'name_bearer.name'),
      )
      .select(['person.id', 'person.name'])
      .where('name_bearer.name', 'in', names)
      .execute();
    const kept = new Set(bearers.filter(({ id }) => !going.has(id)).map(({ name }) => name));
    for (const name of names)
      if (!kept.has(name))
        await tx
          .deleteFrom('name_word')
          .where('word', 'in', nameWords(name))
          .where('name', '=', name)
          .execute();
  }
};
