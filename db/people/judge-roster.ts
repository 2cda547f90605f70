// Which rows of a roster enter: against each other and against the books. Without looking into the books itself; the same judgement
// is made for the preview and, where the books changed meanwhile, at the confirmation.
import type { RowFault, RowWarning } from '../imports/row-fault.ts';
import type { RosterPerson, RosterRow } from './read-roster.ts';
import { knownHouseholds, knownPeople, type KnownChange } from './roster-changes.ts';
import { joiningHouseholds, type Joinings } from './roster-joining.ts';
import type { KnownHousehold, KnownPerson, RosterInBooks } from './roster-in-books.ts';
import type { RosterRows } from './roster-rows.ts';

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
  readonly joining: Joinings;
  /** Indexes of rows, in the order of the sheet: of people who are new (the first row of each), who are here already, refused. */
  readonly indexes: Readonly<Record<'joining' | 'met' | 'refused', readonly number[]>>;
  /** Several where several rows name the same person under several categories. */
  readonly categoriesOf: (person: RosterPerson) => readonly string[];
  readonly changes: readonly KnownChange[];
  readonly scope: RosterScope;
  /** True for a number that stands anywhere in the sheet, be its row good or refused. */
  readonly lists: (idNumber: string) => boolean;
}
export interface RosterJudge {
  /** The next rows of those the judge was given, and what the books hold about the people and households in them. */
  readonly add: (rows: readonly RosterRow[], books: RosterInBooks) => void;
  readonly end: () => Judgement;
}
type Place = Pick<RosterPerson, 'street' | 'community'>;

export const placeKey = ({ street, community }: Place): string => `${street}\n${community}`;

/** `rows` holds every row before the judge is told of it. */
export const rosterJudge = (rows: RosterRows, nameOfCategory: (code: string) => string): RosterJudge => {
  const faults: RowFault[] = [];
  const warnings: RowWarning[] = [];
  /** By identity number the index of its first row. */
  const seen = new Map<string, number>();
  /** Numbers of refused rows: who is refused is not missing. */
  const refusedNumbers = new Set<string>();
  const further = new Map<string, string[]>();
  const people = knownPeople(nameOfCategory);
  const homes = knownHouseholds();
  const scope = { categories: new Set<string>(), places: new Set<string>() };
  const indexes = { joining: [] as number[], met: [] as number[], refused: [] as number[] };
  const joining = joiningHouseholds(rows, further);
  let judged = 0;
  let good = 0;

  const refuse = (index: number, read: RosterRow, found: readonly RowFault[]): void => {
    for (const fault of found) faults.push(fault);
    indexes.refused.push(index);
    if (read.idNumber !== null) refusedNumbers.add(read.idNumber);
  };
  const meet = (index: number, { row }: RosterRow, person: RosterPerson, known: Known): void => {
    indexes.met.push(index);
    people.meet(row, person, known.person);
    homes.meet(row, person, known.person.name, known.home);
  };
  const enter = (
    index: number,
    read: RosterRow,
    { household }: RosterPerson,
    home?: KnownHousehold,
  ): void => {
    joining.add(index, household, home);
    indexes.joining.push(index);
    for (const warning of read.warnings) warnings.push(warning);
  };

  const addRow = (read: RosterRow, index: number, books: RosterInBooks): void => {
    const { person, idNumber, row } = read;
    const before = idNumber === null ? undefined : seen.get(idNumber);
    const first = before === undefined ? undefined : rows.at(before);
    const known = idNumber === null ? undefined : books.people.get(idNumber);
    const home = person ? books.households.get(person.household) : undefined;
    const again = first && person ? isFurther(first, person, further) : false;
    const found = [...read.faults, ...(again ? [] : standing(read, first, known))];
    if (person && !known && found.length === 0)
      found.push(...misplaced(row, person, home ?? joining.firstOf(person.household)));
    if (!person || found.length > 0) {
      refuse(index, read, found);
      return;
    }
    scope.categories.add(person.category);
    scope.places.add(placeKey(person));
    if (again) further.set(person.idNumber, [...(further.get(person.idNumber) ?? []), person.category]);
    else seen.set(person.idNumber, index);
    if (known && home) meet(index, read, person, { person: known, home });
    else {
      good += 1;
      if (!again) enter(index, read, person, home);
    }
    if (!again) warnings.push(...struckOff(row, home, known));
  };

  return {
    add(some, books) {
      for (const read of some) {
        addRow(read, judged, books);
        judged += 1;
      }
    },
    end: () => ({
      good,
      alreadyHere: indexes.met.length,
      faults,
      warnings,
      joining,
      indexes,
      categoriesOf: ({ category, idNumber }) => [category, ...(further.get(idNumber) ?? [])],
      changes: [...homes.changes(), ...people.changes(scope)].sort((a, b) => a.row - b.row),
      scope,
      lists: (idNumber) => seen.has(idNumber) || refusedNumbers.has(idNumber),
    }),
  };
};

interface Known {
  readonly person: KnownPerson;
  readonly home: KnownHousehold;
}

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
