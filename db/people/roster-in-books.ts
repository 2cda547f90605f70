// What the books already hold about the people and households of some rows of a sheet.
import { compiled } from '../compiled.ts';
import type { Tx } from '../context.ts';
import { chunksOf } from '../imports/bulk.ts';
import type { RosterRow } from './read-roster.ts';

export interface KnownPerson {
  readonly id: number;
  readonly householdId: number;
  /** Number of the household. */
  readonly household: string;
  readonly name: string;
  readonly relation: string;
  readonly care: string;
  readonly flags: string;
  readonly certificate: string;
  readonly disability: string;
  /** Of covers that are open. */
  readonly categories: readonly string[];
}
export interface KnownHousehold {
  readonly id: number;
  readonly number: string;
  /** First day without eligibility. */
  readonly endDay: string | null;
  readonly street: string;
  readonly community: string;
  readonly address: string;
  readonly phone: string;
  readonly division: string;
  readonly reviewDay: string | null;
}
export interface RosterInBooks {
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly households: ReadonlyMap<string, KnownHousehold>;
}

export const rosterInBooks = async (
  tx: Tx,
  day: string,
  rows: readonly RosterRow[],
): Promise<RosterInBooks> => {
  const numbers = new Set(rows.flatMap(({ idNumber }) => (idNumber === null ? [] : [idNumber])));
  const households = new Set(rows.flatMap(({ person }) => (person ? [person.household] : [])));
  return {
    people: await peopleOf(tx, day, [...numbers]),
    households: await householdsOf(tx, [...households]),
  };
};

export const booksAreEmpty = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('household').select('id').limit(1).executeTakeFirst()) === undefined;

const findPeople = compiled((tx, { numbers }: { readonly numbers: readonly string[] }) =>
  tx
    .selectFrom('person')
    .innerJoin('household', 'household.id', 'person.household_id')
    .select([
      'person.id',
      'person.id_number',
      'person.name',
      'person.relation',
      'person.care',
      'person.flags',
    ])
    .select(['person.certificate', 'person.disability', 'household.id as householdId', 'household.number'])
    .where('person.id_number', 'in', numbers)
    .compile(),
);
const findCovers = compiled(
  (tx, { people, day }: { readonly people: readonly number[]; readonly day: string }) =>
    tx
      .selectFrom('cover')
      .select(['person_id', 'category'])
      .where('person_id', 'in', people)
      .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', day)]))
      .orderBy('id')
      .compile(),
);
const findHouseholds = compiled((tx, { numbers }: { readonly numbers: readonly string[] }) =>
  tx
    .selectFrom('household')
    .select(['id', 'number', 'street', 'community', 'address', 'phone', 'division_code', 'next_review_day'])
    .select('end_day')
    .where('number', 'in', numbers)
    .compile(),
);

/** Statements are kept per number of values: lists are filled up to one of two lengths. */
const filledUp = <T>(values: readonly T[]): readonly T[] => {
  const [last] = values.slice(-1);
  const length = values.length <= FEW ? FEW : MANY;
  return last === undefined ? values : [...values, ...Array<T>(length - values.length).fill(last)];
};
const FEW = 20;
/** As many as `chunksOf` cuts. */
const MANY = 1000;

const peopleOf = async (
  tx: Tx,
  day: string,
  idNumbers: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> => {
  const people = new Map<string, KnownPerson>();
  for (const numbers of chunksOf(idNumbers)) {
    const { rows } = await findPeople(tx, { numbers: filledUp(numbers) });
    if (rows.length === 0) continue;
    const covers = await findCovers(tx, { people: filledUp(rows.map(({ id }) => id)), day });
    const categories = new Map<number, string[]>();
    for (const { person_id, category } of covers.rows) {
      const held = categories.get(person_id);
      if (!held) categories.set(person_id, [category]);
      else if (!held.includes(category)) held.push(category);
    }
    for (const { id_number, number, id, ...rest } of rows)
      people.set(id_number ?? '', { ...rest, id, household: number, categories: categories.get(id) ?? [] });
  }
  return people;
};

const householdsOf = async (tx: Tx, all: readonly string[]): Promise<ReadonlyMap<string, KnownHousehold>> => {
  const households = new Map<string, KnownHousehold>();
  for (const numbers of chunksOf(all)) {
    const { rows } = await findHouseholds(tx, { numbers: filledUp(numbers) });
    for (const { number, division_code, next_review_day, end_day, ...rest } of rows)
      households.set(number, {
        ...rest,
        number,
        endDay: end_day,
        division: division_code,
        reviewDay: next_review_day,
      });
  }
  return households;
};
