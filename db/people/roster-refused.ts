// The rows of a roster that stayed out, in the columns of their sheet, to be mended and imported again.
import type { Categories } from '../categories.ts';
import type { RosterColumnKey } from '../contract/people-import.ts';
import type { SheetCell } from '../contract/documents.ts';
import { CARE_LEVELS } from '../domain/categories.ts';
import type { RowFault } from '../imports/row-fault.ts';
import type { DataRow, FoundHeading, FoundTable } from '../imports/table.ts';
import { birthDayOf, type RosterPerson, type RosterRow } from './read-roster.ts';

export const refusedTable = (
  heading: FoundHeading<RosterColumnKey>,
  rows: readonly RosterRow[],
  faults: readonly RowFault[],
  categories: Categories,
): FoundTable<RosterColumnKey> => {
  const refused = new Set(faults.map(({ row }) => row));
  return {
    ...heading,
    rows: rows
      .filter(({ row }) => refused.has(row))
      .map(({ row, sheetRow, cells, person }) => ({
        row,
        sheetRow,
        cells: cells ?? (person ? cellsOf(person, categories) : {}),
      })),
  };
};

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
