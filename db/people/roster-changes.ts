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

interface Met {
  readonly row: number;
  readonly known: KnownPerson;
  readonly differences: readonly FieldDifference[];
  /** Codes of the categories the sheet lists. */
  readonly listed: readonly string[];
}

/** Collects the people met; categories can only be compared once the whole sheet was read. */
export const knownPeople = (nameOf: (code: string) => string) => {
  const met = new Map<string, Met>();
  /** By identity number the rows of people the sheet says nothing new about so far: nearly all, of whom no more than this is kept. */
  const same = new Map<string, number>();
  const changeOf = ({ row, known, differences, listed }: Met, scope: Scope): KnownChange | null => {
    const turn = turnOf(listed, known.categories, scope);
    if (differences.length === 0 && !turn) return null;
    const { begins, ends } = turn ?? noTurn;
    return {
      ...{ row, begins, ends },
      differences: turn ? [...differences, turnShown(known.categories, turn, nameOf)] : differences,
      ...{ householdId: known.householdId, household: known.household, personId: known.id, name: known.name },
    };
  };
  const meetAgain = (person: RosterPerson, known: KnownPerson): boolean => {
    const before = met.get(person.idNumber);
    const row = same.get(person.idNumber);
    if (before) met.set(person.idNumber, { ...before, listed: [...before.listed, person.category] });
    else if (row !== undefined) {
      const listed = [...known.categories, person.category];
      met.set(person.idNumber, { row, known, differences: [], listed });
      same.delete(person.idNumber);
    }
    return before !== undefined || row !== undefined;
  };
  return {
    meet(row: number, person: RosterPerson, known: KnownPerson): void {
      if (meetAgain(person, known)) return;
      const differences = personDifferences(person, known);
      const [held, ...others] = known.categories;
      if (differences.length === 0 && held === person.category && others.length === 0)
        same.set(person.idNumber, row);
      else met.set(person.idNumber, { row, known, differences, listed: [person.category] });
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

const personDifferences = (person: RosterPerson, known: KnownPerson): readonly FieldDifference[] =>
  personFields
    .filter((field) => person[field] !== '' && person[field] !== known[field])
    .map((field) => ({ field, before: known[field], after: person[field] }));

interface Turn {
  readonly begins: readonly string[];
  readonly ends: readonly string[];
}
const noTurn: Turn = { begins: [], ends: [] };

const turnShown = (
  held: readonly string[],
  { begins, ends }: Turn,
  nameOf: (code: string) => string,
): FieldDifference => {
  const named = (codes: readonly string[]): string => codes.map(nameOf).join('、');
  const after = [...held.filter((code) => !ends.includes(code)), ...begins];
  return { field: 'category', before: named(held), after: named(after) };
};

/**
 * Which covers begin and end. A cover the sheet does not name ends only if the sheet speaks about its category at all: a list of
 * 低保 says nothing about who is 重度残疾. Whoever holds a single one and is listed under another has changed. Who was struck off
 * (no cover at all) is not brought back.
 */
const turnOf = (listed: readonly string[], held: readonly string[], scope: Scope): Turn | null => {
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
  row: number;
  name: string;
  /** Fields somebody's row said, and those the head's row said: the head's word counts, else the first. */
  said: number;
  saidByHead: number;
  /** Null: nothing is said differently, and nothing more of the household is kept. */
  different: { readonly home: KnownHousehold; readonly fields: Map<HomeField, string> } | null;
}

/** Collects what the rows of each household say about it as a whole. */
export const knownHouseholds = () => {
  const homes = new Map<number, Home>();
  const differs = (each: Home, home: KnownHousehold, field: HomeField, value: string): void => {
    if (value === kept(home, field)) each.different?.fields.delete(field);
    else (each.different ??= { home, fields: new Map() }).fields.set(field, value);
  };
  return {
    meet(row: number, person: RosterPerson, name: string, home: KnownHousehold): void {
      let each = homes.get(home.id);
      if (!each) homes.set(home.id, (each = { row, name, said: 0, saidByHead: 0, different: null }));
      if (person.saysHead) Object.assign(each, { row, name });
      for (const { field, bit } of homeFields) {
        const value = said(person, field);
        const outspoken = (person.saysHead ? each.saidByHead : each.said) & bit;
        if (value === '' || outspoken !== 0) continue;
        each.said |= bit;
        if (person.saysHead) each.saidByHead |= bit;
        differs(each, home, field, value);
      }
    },
    changes(): readonly KnownChange[] {
      const changes: KnownChange[] = [];
      for (const { row, name, different } of homes.values()) {
        if (!different || different.fields.size === 0) continue;
        const { home, fields } = different;
        changes.push({
          ...{ row, name, householdId: home.id, household: home.number, personId: null },
          differences: Array.from(fields, ([field, after]) => ({ field, before: kept(home, field), after })),
          begins: [],
          ends: [],
        });
      }
      return changes;
    },
  };
};
