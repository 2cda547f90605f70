// The lists of a preview as the screen pages through them: everything personal masked, codes in words.
import type { Categories } from '../categories.ts';
import type { RosterList, RosterListedRow } from '../contract/people-import.ts';
import { CARE_LEVELS } from '../domain/categories.ts';
import { maskIdentityNumber, maskName, maskPhone } from '../domain/mask.ts';
import type { RowFault, RowWarning } from '../imports/row-fault.ts';
import type { Judgement } from './judge-roster.ts';
import type { RosterPerson, RosterRow } from './read-roster.ts';
import type { RosterRows } from './roster-rows.ts';
import type { FieldDifference, KnownChange } from './roster-changes.ts';
import type { MissingCover } from './roster-missing.ts';

export interface ListedRoster {
  readonly rows: RosterRows;
  readonly judgement: Judgement;
  readonly missing: readonly MissingCover[];
}
type Row = RosterListedRow;

const careNames: ReadonlyMap<string, string> = new Map(CARE_LEVELS.map(({ code, name }) => [code, name]));

const blank: Row = { row: null, household: '', name: '', category: '', place: '', changes: [], reason: null };

/** One page of a list, and how long the whole of it is. */
export const listOf = (
  { rows, judgement, missing }: ListedRoster,
  list: RosterList,
  categories: Categories,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { total: number; rows: Row[] } => {
  const page = <T>(all: readonly T[], shown: (each: T) => Row): { total: number; rows: Row[] } => ({
    total: all.length,
    rows: all.slice(offset, offset + limit).map(shown),
  });
  switch (list) {
    case 'new':
      return page(judgement.indexes.joining, (index) => {
        const person = rows.personAt(index);
        return newRow(person, judgement.categoriesOf(person), categories);
      });
    case 'changed':
      return page(judgement.changes, changedRow);
    case 'unchanged':
      return page(unchangedRows(rows, judgement), (index) => unchangedRow(rows.at(index), categories));
    case 'missing':
      return page(missing, (each) => missingRow(each, categories));
    case 'refused':
      return page(judgement.faults, reasonRow);
    case 'warned':
      return page(judgement.warnings, reasonRow);
  }
};

/** Indexes of good rows of people who are here and about whom the sheet says nothing new. */
const unchangedRows = (rows: RosterRows, { indexes, changes }: Judgement): readonly number[] => {
  const changed = new Set(changes.map(({ row }) => row));
  return indexes.met.filter((index) => !changed.has(rows.numberAt(index)));
};

const newRow = (person: RosterPerson, held: readonly string[], { nameOf }: Categories): Row => ({
  ...blank,
  household: person.household,
  name: maskName(person.name),
  category: held.map(nameOf).join('、'),
  place: `${person.street}${person.community}`,
});

const changedRow = ({ row, household, name, differences }: KnownChange): Row => ({
  ...blank,
  row,
  household,
  name: maskName(name),
  changes: differences.map(shownDifference),
});

/** Telephones and numbers as everywhere; of an address only that it is another one. */
const shownDifference = ({ field, before, after }: FieldDifference) => {
  const shown = (text: string): string => {
    if (text === '') return '';
    if (field === 'phone') return maskPhone(text) || '***';
    if (field === 'address') return '***';
    if (field === 'disability') return maskIdentityNumber(text.slice(0, 18));
    return field === 'care' ? (careNames.get(text) ?? '') : text;
  };
  return { field, before: shown(before), after: shown(after) };
};

const unchangedRow = ({ row, person }: RosterRow, { nameOf }: Categories): Row =>
  person
    ? {
        ...blank,
        row,
        household: person.household,
        name: maskName(person.name),
        category: nameOf(person.category),
        place: `${person.street}${person.community}`,
      }
    : blank;

const missingRow = ({ household, name, category, place }: MissingCover, { nameOf }: Categories): Row => ({
  ...blank,
  household,
  name: maskName(name),
  category: nameOf(category),
  place,
});

const reasonRow = ({ row, code, field, params }: RowFault | RowWarning): Row => ({
  ...blank,
  row,
  reason: { row, code, ...(field === undefined ? {} : { field }), ...(params && { params }) },
});
