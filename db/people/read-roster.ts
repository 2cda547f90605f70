// One row of a roster read into one person, or the reasons why not: pure, without looking into the books. All reasons of a row
// are given at once.
import type { SheetCell } from '../contract/documents.ts';
import { ageOn, parseDay, type Day } from '../domain/business-day.ts';
import {
  careLevelByName,
  categoryByName,
  relationByName,
  type CareLevelCode,
  type CategoryCode,
} from '../domain/categories.ts';
import { reviewOverdue } from '../domain/eligibility.ts';
import { dropInvisible, foldWidth } from '../domain/fold-width.ts';
import { readIdentityNumber, type Sex } from '../domain/identity-number.ts';
import { LONGEST_NAME, readName, type NameRefusal } from '../domain/person-name.ts';
import { lostDigits, readDay, readText } from '../imports/cells.ts';
import {
  faultsOfRow,
  shown,
  type RowFault,
  type RowFaults,
  type RowRefusalCode,
  type RowWarning,
} from '../imports/row-fault.ts';
import type { DataRow } from '../imports/table.ts';
import type { RosterColumn } from './roster-columns.ts';

export interface RosterPerson {
  readonly household: string;
  readonly name: string;
  /** 18 characters. */
  readonly idNumber: string;
  readonly sex: Sex;
  readonly birthDay: Day;
  readonly relation: string;
  readonly saysHead: boolean;
  readonly category: CategoryCode;
  readonly care: CareLevelCode | '';
  readonly flags: string;
  readonly street: string;
  readonly community: string;
  readonly address: string;
  readonly phone: string;
  readonly certificate: string;
  readonly startDay: Day | null;
  readonly reviewDay: Day | null;
}
export interface RosterRow {
  readonly row: number;
  /** Null when the number itself cannot be read. */
  readonly idNumber: string | null;
  /** Null when the row has faults. */
  readonly person: RosterPerson | null;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
}
type Cells = DataRow<RosterColumn>['cells'];

export const readRosterRow = ({ row, cells }: DataRow<RosterColumn>, today: Day): RosterRow => {
  const faults = faultsOfRow(row);
  const household = readHousehold(cells.household, faults);
  const name = readRosterName(cells.name, faults);
  const identity = readIdentity(cells, today, faults);
  const category = readCategory(cells.category, faults);
  const reviewDay = readDay(cells.review, 'review', 'last', faults);
  const rest = {
    relation: readRelation(cells.relation, faults),
    saysHead: relationByName(cells.relation?.text ?? '') === 'head',
    care: readCare(cells.care, faults),
    flags: readText(cells.flags, 'flags', 60, faults),
    street: readText(cells.street, 'street', 60, faults),
    community: readText(cells.community, 'community', 60, faults),
    address: readText(cells.address, 'address', 200, faults),
    phone: readText(cells.phone, 'phone', 40, faults),
    certificate: readText(cells.certificate, 'certificate', 60, faults),
    startDay: readDay(cells.start, 'start', 'first', faults),
    reviewDay,
  };
  if (reviewOverdue(reviewDay, today)) faults.warn('warn-review-overdue', 'review', { reviewDay });
  const person =
    identity && category && faults.faults.length === 0
      ? { household, name, ...identity, category, ...rest }
      : null;
  return {
    row,
    idNumber: identity?.idNumber ?? null,
    person,
    faults: faults.faults,
    warnings: faults.warnings,
  };
};

const readHousehold = (cell: SheetCell | undefined, faults: RowFaults): string => {
  const number = dropInvisible(foldWidth(cell?.text ?? ''));
  if (number === '') faults.refuse('row-household-missing', 'household');
  // Rounded numbers of two households look alike and would make one household of them.
  if (lostDigits(cell)) faults.refuse('id-as-number', 'household');
  return readText({ text: number, numeric: false }, 'household', 40, faults);
};

const nameCodes: Readonly<Record<NameRefusal, RowRefusalCode>> = {
  'name-missing': 'name-missing',
  'name-too-long': 'name-too-long',
  'name-control-character': 'name-control-character',
  'name-bidi': 'name-bidi',
  'name-unknown-character': 'name-ill-formed',
  'name-formula': 'name-formula',
  'name-full-stop': 'name-full-stop',
};

const readRosterName = (cell: SheetCell | undefined, faults: RowFaults): string => {
  const read = readName(cell?.text ?? '', { roster: true });
  if (read.kind === 'refused') {
    faults.refuse(
      nameCodes[read.code],
      'name',
      read.code === 'name-too-long' ? { most: LONGEST_NAME } : undefined,
    );
    return '';
  }
  if (read.mended.length > 0) faults.warn('warn-name-mended', 'name');
  return read.name;
};

/** The number decides on birth and sex; a birth date beside it that says otherwise refuses the row (ruling 17). */
const readIdentity = (
  cells: Cells,
  today: Day,
  faults: RowFaults,
): Pick<RosterPerson, 'idNumber' | 'birthDay' | 'sex'> | null => {
  const cell = cells.idNumber;
  const birth = readDay(cells.birth, 'birth', 'first', faults);
  const read = readIdentityNumber(cell?.numeric ? Number(cell.text) : (cell?.text ?? null), today);
  if (read.kind === 'refused') {
    faults.refuse(
      read.code,
      'idNumber',
      read.code === 'id-length' ? { length: dropInvisible(cell?.text ?? '').length } : undefined,
    );
    return null;
  }
  if (birth !== null && !agrees(birth, cells.birth, read.birth))
    faults.refuse('id-birth-contradiction', 'birth');
  if (read.converted) faults.warn('warn-id-converted', 'idNumber');
  if (!read.prefixKnown) faults.warn('warn-id-prefix-unknown', 'idNumber');
  if (read.warnings.includes('id-age-unlikely'))
    faults.warn('warn-age-unlikely', 'idNumber', { age: ageOn(read.birth, today) });
  const sex = sexes[(cells.sex?.text ?? '').trim()];
  if (sex !== undefined && sex !== read.sex) faults.warn('warn-sex-contradicts-id', 'sex');
  return { idNumber: read.number, birthDay: read.birth, sex: read.sex };
};

/** A column 出生年月 holds months: then the month must agree. */
const agrees = (birth: Day, cell: SheetCell | undefined, ofNumber: Day): boolean =>
  parseDay(cell?.text.trim() ?? '') === null
    ? birth.slice(0, 7) === ofNumber.slice(0, 7)
    : birth === ofNumber;

const sexes: Readonly<Partial<Record<string, Sex>>> = {
  男: 'male',
  男性: 'male',
  女: 'female',
  女性: 'female',
};

const readCategory = (cell: SheetCell | undefined, faults: RowFaults): CategoryCode | null => {
  const text = cell?.text.trim() ?? '';
  if (text === '') faults.refuse('row-category-missing', 'category');
  const category = categoryByName(text);
  if (text !== '' && !category) faults.refuse('row-category-unknown', 'category', shown(text));
  return category?.code ?? null;
};

/** Kept in the sheet's words: nothing but the head of the household is decided by it. */
const readRelation = (cell: SheetCell | undefined, faults: RowFaults): string =>
  readText(cell, 'relation', 20, faults);

const readCare = (cell: SheetCell | undefined, faults: RowFaults): CareLevelCode | '' => {
  const text = cell?.text.trim() ?? '';
  const care = careLevelByName(text);
  if (text !== '' && !care) faults.warn('warn-care-unknown', 'care', shown(text));
  return care ?? '';
};
