// Which rows of a roster enter: against each other and against the books. Without looking into the books itself; the same judgement
// is made for the preview and, where the books changed meanwhile, at the confirmation.
import type { RowFault, RowWarning } from '../imports/row-fault.ts';
import type { RosterPerson, RosterRow } from './read-roster.ts';
import { knownHouseholds, knownPeople, type KnownChange } from './roster-changes.ts';
import type { KnownHousehold, KnownPerson, RosterInBooks } from './roster-in-books.ts';

export interface Joining {
  readonly number: string;
  /** Null: the household is new. */
  readonly known: KnownHousehold | null;
  /** In the order of the sheet. */
  readonly people: readonly RosterPerson[];
}
/** Whom the sheet speaks about: others are not missing from it. */
export interface RosterScope {
  readonly categories: ReadonlySet<string>;
  /** Street and community, see `placeKey`. */
  readonly places: ReadonlySet<string>;
}
export interface Judgement {
  /** Rows of people who are new. */
  readonly good: number;
  /** Rows of people who are here already. */
  readonly alreadyHere: number;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
  readonly joining: readonly Joining[];
  /** Several where several rows name the same person under several categories. */
  readonly categoriesOf: (person: RosterPerson) => readonly string[];
  readonly changes: readonly KnownChange[];
  readonly scope: RosterScope;
  /** True for a number that stands anywhere in the sheet, be its row good or refused. */
  readonly lists: (idNumber: string) => boolean;
}
export interface RosterJudge {
  /** The next rows, and what the books hold about the people and households in them. */
  readonly add: (rows: readonly RosterRow[], books: RosterInBooks) => void;
  readonly end: () => Judgement;
}
type Place = Pick<RosterPerson, 'street' | 'community'>;

export const placeKey = ({ street, community }: Place): string => `${street}\n${community}`;

export const rosterJudge = (nameOfCategory: (code: string) => string): RosterJudge => {
  const faults: RowFault[] = [];
  const warnings: RowWarning[] = [];
  const seen = new Map<string, RosterRow>();
  /** Numbers of refused rows: who is refused is not missing. */
  const refused = new Set<string>();
  const further = new Map<string, string[]>();
  const households = new Map<string, readonly RosterPerson[]>();
  const knownHere = new Map<string, KnownHousehold>();
  const people = knownPeople(nameOfCategory);
  const homes = knownHouseholds();
  const scope = { categories: new Set<string>(), places: new Set<string>() };
  let good = 0;
  let alreadyHere = 0;

  const refuse = (read: RosterRow, found: readonly RowFault[]): void => {
    for (const fault of found) faults.push(fault);
    if (read.idNumber !== null) refused.add(read.idNumber);
  };
  const enter = (read: RosterRow, person: RosterPerson, home: KnownHousehold | undefined): void => {
    if (home) knownHere.set(person.household, home);
    // Lists of their exact length: those that grow by themselves hold room for many more, times a hundred thousand households.
    households.set(person.household, [...(households.get(person.household) ?? []), person]);
    for (const warning of read.warnings) warnings.push(warning);
  };
  const meet = (row: number, person: RosterPerson, known: KnownPerson, home: KnownHousehold): void => {
    alreadyHere += 1;
    people.meet(row, person, known);
    homes.meet(row, person, known.name, home);
  };

  const addRow = (read: RosterRow, books: RosterInBooks): void => {
    const { person, idNumber, row } = read;
    const first = idNumber === null ? undefined : seen.get(idNumber);
    const known = idNumber === null ? undefined : books.people.get(idNumber);
    const home = person ? books.households.get(person.household) : undefined;
    const again = first && person ? isFurther(first, person, further) : false;
    const found = [...read.faults, ...(again ? [] : standing(read, first, known))];
    if (person && !known && found.length === 0)
      found.push(...misplaced(row, person, home ?? households.get(person.household)?.[0]));
    if (!person || found.length > 0) {
      refuse(read, found);
      return;
    }
    scope.categories.add(person.category);
    scope.places.add(placeKey(person));
    if (again) further.set(person.idNumber, [...(further.get(person.idNumber) ?? []), person.category]);
    else seen.set(person.idNumber, read);
    if (known && home) meet(row, person, known, home);
    else {
      good += 1;
      if (!again) enter(read, person, home);
    }
    if (!again) warnings.push(...struckOff(row, home, known));
  };

  const joinings = (): readonly Joining[] =>
    Array.from(households, ([number, people]) => ({ number, known: knownHere.get(number) ?? null, people }));

  return {
    add(rows, books) {
      for (const read of rows) addRow(read, books);
    },
    end: () => ({
      good,
      alreadyHere,
      faults,
      warnings,
      joining: joinings(),
      categoriesOf: ({ category, idNumber }) => [category, ...(further.get(idNumber) ?? [])],
      changes: [...homes.changes(), ...people.changes(scope)].sort((a, b) => a.row - b.row),
      scope,
      lists: (idNumber) => seen.has(idNumber) || refused.has(idNumber),
    }),
  };
};

/** The same person again under another category: not a double but a second cover. */
const isFurther = (
  first: RosterRow,
  person: RosterPerson,
  further: ReadonlyMap<string, readonly string[]>,
): boolean =>
  first.person?.household === person.household &&
  first.person.name === person.name &&
  first.person.category !== person.category &&
  further.get(person.idNumber)?.includes(person.category) !== true;

/** The person against rows above and against the books (domain.md scenario 6). Names the other, never the number. */
const standing = (
  { row, person }: RosterRow,
  first: RosterRow | undefined,
  known: KnownPerson | undefined,
): readonly RowFault[] => {
  if (first)
    return [{ row, code: 'id-duplicate-in-sheet', field: 'idNumber', params: { otherRow: first.row } }];
  if (!known || !person || (known.household === person.household && known.name === person.name)) return [];
  return [{ row, code: 'id-already-here', field: 'idNumber', params: { household: known.household } }];
};

/** Numbers that start again in every community would make one household of two. An empty place contradicts nothing. */
const misplaced = (row: number, person: RosterPerson, place: Place | undefined): readonly RowFault[] => {
  const differs = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
  if (!place || !(differs(place.community, person.community) || differs(place.street, person.street)))
    return [];
  return [{ row, code: 'row-household-mixed', field: 'household', params: { household: person.household } }];
};

/** An import does not bring back who was struck off: whoever thinks so must read it here. */
const struckOff = (
  row: number,
  home: KnownHousehold | undefined,
  known: KnownPerson | undefined,
): readonly RowWarning[] => {
  const differs = (field: string, expected: string): readonly RowWarning[] => [
    { row, code: 'warn-differs-from-books', field, params: { found: '', expected } },
  ];
  const endDay = home?.endDay ?? null;
  if (endDay !== null) return differs('household', `已退出 ${endDay}`);
  return known?.categories.length === 0 ? differs('category', '已退出') : [];
};
