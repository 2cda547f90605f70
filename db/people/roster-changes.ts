// What a roster says differently about people and households that are here already: found field by field, listed before anything is
// taken over. An empty cell says nothing and changes nothing.
import type { RosterField } from '../contract/people-import.ts';
import type { RosterPerson } from './read-roster.ts';
import type { KnownHousehold, KnownPerson } from './roster-in-books.ts';

export interface FieldDifference {
  readonly field: RosterField;
  readonly before: string;
  readonly after: string;
}
export interface KnownChange {
  readonly row: number;
  readonly householdId: number;
  readonly household: string;
  /** Null: it concerns the household as a whole. */
  readonly personId: number | null;
  /** Of the person in whose row it stands. */
  readonly name: string;
  readonly differences: readonly FieldDifference[];
  /** Of a change of category: the covers that begin and those that end. */
  readonly begins: readonly string[];
  readonly ends: readonly string[];
}
interface Scope {
  readonly categories: ReadonlySet<string>;
}

const personFields = ['relation', 'care', 'flags', 'certificate', 'disability'] as const;

/** Collects the people met; categories can only be compared once the whole sheet was read. */
export const knownPeople = (nameOf: (code: string) => string) => {
  const met = new Map<string, Met>();
  const changeOf = ({ row, person, known, categories }: Met, scope: Scope): KnownChange | null => {
    const differences: FieldDifference[] = [];
    for (const field of personFields) {
      if (person[field] !== '' && person[field] !== known[field])
        differences.push({ field, before: known[field], after: person[field] });
    }
    const turn = turnOf(categories, known.categories, scope);
    if (turn) {
      const named = (codes: readonly string[]): string => codes.map(nameOf).join('、');
      differences.push({
        field: 'category',
        before: named(known.categories),
        after: named([...known.categories.filter((code) => !turn.ends.includes(code)), ...turn.begins]),
      });
    }
    if (differences.length === 0) return null;
    const { begins, ends } = turn ?? noTurn;
    return {
      ...{ row, differences, begins, ends },
      ...{ householdId: known.householdId, household: known.household, personId: known.id, name: known.name },
    };
  };
  return {
    meet(row: number, person: RosterPerson, known: KnownPerson): void {
      const before = met.get(person.idNumber);
      if (before) before.categories = [...before.categories, person.category];
      else met.set(person.idNumber, { row, person, known, categories: [person.category] });
    },
    changes(scope: Scope): readonly KnownChange[] {
      const changes: KnownChange[] = [];
      for (const each of met.values()) {
        const change = changeOf(each, scope);
        if (change) changes.push(change);
      }
      return changes;
    },
  };
};

interface Met {
  readonly row: number;
  readonly person: RosterPerson;
  readonly known: KnownPerson;
  categories: readonly string[];
}
const noTurn = { begins: [], ends: [] };

/**
 * Which covers begin and end. A cover the sheet does not name ends only if the sheet speaks about its category at all: a list of
 * 低保 says nothing about who is 重度残疾. Whoever holds a single one and is listed under another has changed. Who was struck off
 * (no cover at all) is not brought back.
 */
const turnOf = (
  listed: readonly string[],
  held: readonly string[],
  scope: Scope,
): { readonly begins: readonly string[]; readonly ends: readonly string[] } | null => {
  if (held.length === 0) return null;
  const begins = listed.filter((code) => !held.includes(code));
  const unnamed = held.filter((code) => !listed.includes(code));
  const ends =
    begins.length > 0 && held.length === 1 ? unnamed : unnamed.filter((code) => scope.categories.has(code));
  return begins.length === 0 && ends.length === 0 ? null : { begins, ends };
};

type HomeField = 'phone' | 'address' | 'review' | 'division';
const homeFields: readonly { readonly field: HomeField; readonly bit: number }[] = [
  { field: 'phone', bit: 1 },
  { field: 'address', bit: 2 },
  { field: 'review', bit: 4 },
  { field: 'division', bit: 8 },
];
const said = (person: RosterPerson, field: HomeField): string =>
  field === 'review' ? (person.reviewDay ?? '') : person[field];
const kept = (home: KnownHousehold, field: HomeField): string =>
  field === 'review' ? (home.reviewDay ?? '') : home[field];

interface Home {
  readonly home: KnownHousehold;
  row: number;
  name: string;
  /** Fields somebody's row said, and those the head's row said: the head's word counts, else the first. */
  said: number;
  saidByHead: number;
  differences: Map<HomeField, string> | null;
}

/** Collects what the rows of each household say about it as a whole. */
export const knownHouseholds = () => {
  const homes = new Map<number, Home>();
  const differs = (each: Home, field: HomeField, value: string): void => {
    if (value === kept(each.home, field)) each.differences?.delete(field);
    else (each.differences ??= new Map()).set(field, value);
  };
  return {
    meet(row: number, person: RosterPerson, name: string, home: KnownHousehold): void {
      let each = homes.get(home.id);
      if (!each) homes.set(home.id, (each = { home, row, name, said: 0, saidByHead: 0, differences: null }));
      if (person.saysHead) Object.assign(each, { row, name });
      for (const { field, bit } of homeFields) {
        const value = said(person, field);
        const outspoken = (person.saysHead ? each.saidByHead : each.said) & bit;
        if (value === '' || outspoken !== 0) continue;
        each.said |= bit;
        if (person.saysHead) each.saidByHead |= bit;
        differs(each, field, value);
      }
    },
    changes(): readonly KnownChange[] {
      const changes: KnownChange[] = [];
      for (const { home, row, name, differences } of homes.values()) {
        if (!differences || differences.size === 0) continue;
        changes.push({
          ...{ row, name, householdId: home.id, household: home.number, personId: null },
          differences: Array.from(differences, ([field, after]) => ({
            field,
            before: kept(home, field),
            after,
          })),
          begins: [],
          ends: [],
        });
      }
      return changes;
    },
  };
};
