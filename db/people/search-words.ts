// The table of words by which people are found (`name_word`): written where a name enters, erased where the last bearer of it
// goes. It knows names only, so moves, splits and heads of households do not touch it.
import type { Tx } from '../context.ts';
import { INSIDE, nameWords } from '../domain/name-words.ts';
import { chunksOf } from '../imports/bulk.ts';

export interface Named {
  readonly name: string;
}
export interface WordRow {
  readonly word: string;
  readonly name: string;
}

/** Rows of one step: some ten milliseconds. */
const STEP = 2000;
/** Names looked at before a step is cut: neighbours in the order of names are neighbours in the table. */
const NAMES_AT_ONCE = 1000;

/**
 * For large imports: the rows of all these names in steps, each written by `writeWordRows`, in a transaction of its own if
 * need be. Give it everybody at once: the steps follow the order of the table, so that each page of it is written about once;
 * in the order of a sheet every step would touch the whole table.
 */
export function* wordSteps(persons: readonly Named[]): Generator<readonly WordRow[]> {
  const names = [...new Set(persons.map(({ name }) => name))].sort();
  const inside: WordRow[] = [];
  for (let from = 0; from < names.length; from += NAMES_AT_ONCE) {
    const outside: WordRow[] = [];
    for (const name of names.slice(from, from + NAMES_AT_ONCE))
      for (const word of nameWords(name)) (word.startsWith(INSIDE) ? inside : outside).push({ word, name });
    yield* steps(outside);
  }
  yield* steps(inside);
}

function* steps(rows: WordRow[]): Generator<readonly WordRow[]> {
  rows.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0));
  for (let from = 0; from < rows.length; from += STEP) yield rows.slice(from, from + STEP);
}

export const writeWordRows = async (tx: Tx, rows: readonly WordRow[]): Promise<void> => {
  for (const chunk of chunksOf(rows, 2))
    await tx
      .insertInto('name_word')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
};

/** After people entered or a name changed. Words that are there stay. */
export const writeWords = async (tx: Tx, persons: readonly Named[]): Promise<void> => {
  for (const rows of wordSteps(persons)) await writeWordRows(tx, rows);
};

/** Before these people's rows are deleted, or their names changed or emptied: words of names nobody else bears. */
export const eraseWords = async (tx: Tx, personIds: readonly number[]): Promise<void> => {
  const going = new Set(personIds);
  for (const ids of chunksOf(personIds)) {
    const bearers = await tx
      .selectFrom('person as going')
      .innerJoin('person as bearer', 'bearer.name', 'going.name')
      .select(['bearer.id', 'bearer.name'])
      .where('going.id', 'in', ids)
      .where('going.name', '<>', '')
      .distinct()
      .execute();
    const kept = new Set(bearers.filter(({ id }) => !going.has(id)).map(({ name }) => name));
    for (const name of new Set(bearers.map((bearer) => bearer.name)))
      if (!kept.has(name))
        await tx
          .deleteFrom('name_word')
          .where('word', 'in', nameWords(name))
          .where('name', '=', name)
          .execute();
  }
};
