// What the books already hold about the people and households of a sheet.
import type { Tx } from '../context.ts';
import type { CategoryCode } from '../domain/categories.ts';
import { chunksOf } from '../imports/bulk.ts';
import type { KnownHousehold, KnownPerson, RosterInBooks } from './judge-roster.ts';
import type { RosterRow } from './read-roster.ts';

export const rosterInBooks = async (tx: Tx, rows: readonly RosterRow[]): Promise<RosterInBooks> => {
  const numbers = new Set(rows.flatMap(({ idNumber }) => (idNumber === null ? [] : [idNumber])));
  const households = new Set(rows.flatMap(({ person }) => (person ? [person.household] : [])));
  return {
    people: await knownPeople(tx, [...numbers]),
    households: await knownHouseholds(tx, [...households]),
  };
};

const knownPeople = async (
  tx: Tx,
  idNumbers: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> => {
  const people = new Map<string, KnownPerson>();
  for (const chunk of chunksOf(idNumbers)) {
    const found = await tx
      .selectFrom('person')
      .innerJoin('household', 'household.id', 'person.household_id')
      .select(['person.id_number', 'person.name', 'household.number', 'household.phone'])
      .select((eb) => [
        'household.next_review_day',
        eb
          .selectFrom('cover')
          .select('cover.category')
          .whereRef('cover.person_id', '=', 'person.id')
          .orderBy('cover.id', 'desc')
          .limit(1)
          .as('category'),
      ])
      .where('person.id_number', 'in', chunk)
      .execute();
    for (const row of found)
      people.set(row.id_number ?? '', {
        household: row.number,
        name: row.name,
        category: row.category ?? '',
        phone: row.phone,
        reviewDay: row.next_review_day,
      });
  }
  return people;
};

const knownHouseholds = async (
  tx: Tx,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, KnownHousehold>> => {
  const households = new Map<string, KnownHousehold>();
  for (const chunk of chunksOf(numbers)) {
    const found = await tx
      .selectFrom('household')
      .select(['id', 'number', 'street', 'community', 'category', 'end_day'])
      .where('number', 'in', chunk)
      .execute();
    for (const { id, number, street, community, category, end_day } of found) {
      households.set(number, { id, endDay: end_day, street, community, category: category as CategoryCode });
    }
  }
  return households;
};
