// The rows of a roster that stayed out, in the columns of their sheet, to be mended and imported again.
import type { Categories } from '../categories.ts';
import type { RosterColumnKey } from '../contract/people-import.ts';
import type { SheetCell } from '../contract/documents.ts';
import { CARE_LEVELS } from '../domain/categories.ts';
import type { DataRow, FoundHeading, FoundTable } from '../imports/table.ts';
import { birthDayOf, type RosterPerson } from './read-roster.ts';
import type { RosterRows } from './roster-rows.ts';

/** `refused`: indexes of the rows. */
export const refusedTable = (
  heading: FoundHeading<RosterColumnKey>,
  rows: RosterRows,
  refused: readonly number[],
  categories: Categories,
): FoundTable<RosterColumnKey> => ({
  ...heading,
  rows: refused.map((index) => {
    const { row, sheetRow, cells, person } = rows.at(index);
    return { row, sheetRow, cells: cells ?? (person ? cellsOf(person, categories) : {}) };
  }),
});

/** A row that could be read and was refused beside another: what was read of it. */
const cellsOf = (person: RosterPerson, categories: Categories): DataRow<RosterColumnKey>['cells'] => {
  const texts: Readonly<Partial<Record<RosterColumnKey, string>>> = {
    household: person.household,
    name: person.name,
    relation: person.relation,
    idNumber: person.idNumber,
    sex: person.sex === 'male' ? '男' : '女',
    birth: birthDayOf(person),
    category: categories.nameOf(person.category),
    care: CARE_LEVELS.find(({ code }) => code === person.care)?.name ?? '',
    flags: person.flags,
    street: person.street,
    community: person.community,
    address: person.address,
    phone: person.phone,
    certificate: person.certificate,
    disability: person.disability,
    division: person.division,
    start: person.startDay ?? '',
    review: person.reviewDay ?? '',
  };
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]): [string, SheetCell] => [key, { text, numeric: false }]),
  );
};
