// Which rows of a roster enter: against each other and against the books. Pure; the same judgement is made for the preview, at
// the confirmation (the books may have changed) and for the sheet of refused rows.
import { CATEGORIES, compareCategories, type CategoryCode } from '../domain/categories.ts';
import type { RowFault, RowWarning } from '../imports/row-fault.ts';
import type { RosterPerson, RosterRow } from './read-roster.ts';

export interface KnownPerson {
  readonly household: string;
  readonly name: string;
  readonly category: string;
  readonly phone: string;
  /** Of the household. */
  readonly reviewDay: string | null;
}
export interface KnownHousehold {
  readonly id: number;
  /** First day without eligibility. */
  readonly endDay: string | null;
  readonly street: string;
  readonly community: string;
  readonly category: CategoryCode;
}
/** What the books hold about the people and households of a sheet. */
export interface RosterInBooks {
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly households: ReadonlyMap<string, KnownHousehold>;
}
export interface Joining {
  readonly number: string;
  /** Null: the household is new. */
  readonly known: KnownHousehold | null;
  /** In the order of the sheet. */
  readonly people: readonly RosterPerson[];
  /** Payee category: the highest of all its members (ruling 7). */
  readonly category: CategoryCode;
}
export interface Judgement {
  readonly good: number;
  readonly alreadyHere: number;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
  readonly joining: readonly Joining[];
}
type Place = Pick<RosterPerson, 'street' | 'community'>;

export const judgeRoster = (rows: readonly RosterRow[], books: RosterInBooks): Judgement => {
  const faults: RowFault[] = [];
  const warnings: RowWarning[] = [];
  const seen = new Map<string, number>();
  const places = new Map<string, Place>(books.households);
  const households = new Map<string, RosterPerson[]>();
  let alreadyHere = 0;
  for (const read of rows) {
    const found = [...read.faults, ...standing(read, seen, books)];
    const { person, idNumber, row } = read;
    const known = idNumber === null ? undefined : books.people.get(idNumber);
    const here = person !== null && found.length === 0 && known !== undefined;
    if (person && !here && found.length === 0)
      found.push(...misplaced(row, person, places.get(person.household)));
    if (!person || found.length > 0) {
      faults.push(...found);
      continue;
    }
    seen.set(person.idNumber, row);
    if (known) {
      alreadyHere += 1;
      warnings.push(...changed(row, person, known), ...struckOff(row, person, books));
      continue;
    }
    if (!places.has(person.household)) places.set(person.household, person);
    households.set(person.household, [...(households.get(person.household) ?? []), person]);
    warnings.push(...read.warnings, ...struckOff(row, person, books));
  }
  const joining = [...households].map(([number, people]) => joined(number, people, books));
  return {
    good: joining.reduce((sum, { people }) => sum + people.length, 0),
    alreadyHere,
    faults,
    warnings,
    joining,
  };
};

/** The person against rows above and against the books (domain.md scenario 6). Names the other, never the number. */
const standing = (
  { row, idNumber, person }: RosterRow,
  seen: ReadonlyMap<string, number>,
  books: RosterInBooks,
): readonly RowFault[] => {
  if (idNumber === null) return [];
  const otherRow = seen.get(idNumber);
  if (otherRow !== undefined)
    return [{ row, code: 'id-duplicate-in-sheet', field: 'idNumber', params: { otherRow } }];
  const known = books.people.get(idNumber);
  if (!known || (person && known.household === person.household && known.name === person.name)) return [];
  return person
    ? [{ row, code: 'id-already-here', field: 'idNumber', params: { household: known.household } }]
    : [];
};

/** Numbers that start again in every community would make one household of two. An empty place contradicts nothing. */
const misplaced = (row: number, person: RosterPerson, place: Place | undefined): readonly RowFault[] => {
  const differs = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
  if (!place || !(differs(place.community, person.community) || differs(place.street, person.street)))
    return [];
  return [{ row, code: 'row-household-mixed', field: 'household', params: { household: person.household } }];
};

/** An import adds, it does not overwrite; what the sheet says differently is named so that somebody looks. */
const changed = (row: number, person: RosterPerson, known: KnownPerson): readonly RowWarning[] => {
  const differs: RowWarning[] = [];
  const named = (code: string): string => CATEGORIES.find((category) => category.code === code)?.name ?? code;
  if (person.category !== known.category) {
    differs.push({
      row,
      code: 'warn-differs-from-books',
      field: 'category',
      params: { found: named(person.category), expected: named(known.category) },
    });
  }
  if (person.reviewDay !== null && person.reviewDay !== known.reviewDay) {
    differs.push({
      row,
      code: 'warn-differs-from-books',
      field: 'review',
      params: { found: person.reviewDay, expected: known.reviewDay ?? '' },
    });
  }
  // Telephones stay out of messages.
  if (person.phone !== '' && person.phone !== known.phone) {
    differs.push({
      row,
      code: 'warn-differs-from-books',
      field: 'phone',
      params: { found: '', expected: '' },
    });
  }
  return differs;
};

/** An import does not bring back who was struck off: whoever thinks so must read it here. */
const struckOff = (row: number, { household }: RosterPerson, books: RosterInBooks): readonly RowWarning[] => {
  const endDay = books.households.get(household)?.endDay ?? null;
  if (endDay === null) return [];
  const params = { found: '', expected: `已退出 ${endDay}` };
  return [{ row, code: 'warn-differs-from-books', field: 'household', params }];
};

const joined = (number: string, people: readonly RosterPerson[], books: RosterInBooks): Joining => {
  const known = books.households.get(number) ?? null;
  const categories = [...(known ? [known.category] : []), ...people.map(({ category }) => category)];
  const [first, ...others] = categories;
  if (first === undefined) throw new Error('a household without people joined');
  const category = others.reduce(
    (highest, other) => (compareCategories(other, highest) < 0 ? other : highest),
    first,
  );
  return { number, known, people, category };
};
