// The households that people of a roster join, new ones and known ones: by number, with the rows of their people. People are unpacked
// when a household is asked for, so that a whole county can wait for its confirmation.
import type { RosterPerson } from './read-roster.ts';
import type { KnownHousehold } from './roster-in-books.ts';
import type { RosterRows } from './roster-rows.ts';

export interface Joining {
  readonly number: string;
  /** In the order of the sheet. */
  readonly people: readonly RosterPerson[];
}
export interface JoiningSize {
  readonly isNew: boolean;
  readonly people: number;
  readonly categories: readonly string[];
}
export interface Joinings {
  /** Numbers of households that are new. */
  readonly fresh: () => readonly string[];
  /** Ids of households that are here already and get further people; and the same with these people. */
  readonly knownIds: () => readonly number[];
  readonly known: () => readonly (Joining & { readonly known: KnownHousehold })[];
  readonly at: (number: string) => Joining;
  /** Of each household how many people come, and all their categories: a person in several rows may hold several. */
  readonly sizes: () => Iterable<JoiningSize>;
}
interface JoiningHouseholds extends Joinings {
  readonly add: (index: number, number: string, home: KnownHousehold | undefined) => void;
  /** The person of the household's first row. */
  readonly firstOf: (number: string) => RosterPerson | undefined;
}

/** `further`: by identity number the categories of further rows of the same person. */
export const joiningHouseholds = (
  rows: RosterRows,
  further: ReadonlyMap<string, readonly string[]>,
): JoiningHouseholds => {
  /** The last row of each household; the rows of one form a ring: behind its last row comes its first. */
  const last = new Map<string, number>();
  const next: number[] = [];
  const homes = new Map<string, KnownHousehold>();

  const indexesOf = (number: string): readonly number[] => {
    const end = last.get(number);
    if (end === undefined) return [];
    const found: number[] = [];
    let index = end;
    do found.push((index = next[index] ?? end));
    while (index !== end);
    return found;
  };
  const at = (number: string): Joining => ({
    number,
    people: indexesOf(number).map(rows.personAt),
  });
  const categoriesAt = (index: number): readonly string[] => {
    const also = further.size === 0 ? undefined : further.get(rows.personAt(index).idNumber);
    return [rows.categoryAt(index), ...(also ?? [])];
  };
  return {
    add(index, number, home) {
      if (home) homes.set(number, home);
      while (next.length <= index) next.push(next.length);
      const end = last.get(number);
      if (end !== undefined) {
        next[index] = next[end] ?? end;
        next[end] = index;
      }
      last.set(number, index);
    },
    firstOf(number) {
      const end = last.get(number);
      return end === undefined ? undefined : rows.personAt(next[end] ?? end);
    },
    fresh: () => [...last.keys()].filter((number) => !homes.has(number)),
    knownIds: () => Array.from(homes.values(), ({ id }) => id),
    known: () => Array.from(homes, ([number, known]) => ({ ...at(number), known })),
    at,
    *sizes() {
      for (const number of last.keys()) {
        const indexes = indexesOf(number);
        yield {
          isNew: !homes.has(number),
          people: indexes.length,
          categories: indexes.flatMap(categoriesAt),
        };
      }
    },
  };
};
