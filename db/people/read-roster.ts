// One row of a roster read into one person, or the reasons why not: without looking into the books. All reasons of a row are given
// at once.
import type { Categories } from '../categories.ts';
import type { SheetCell } from '../contract/documents.ts';
import { ageOn, type Day } from '../domain/business-day.ts';
import { careLevelByName, categoryByName, relationByName, type CareLevelCode } from '../domain/categories.ts';
import { readDisabilityCertificate } from '../domain/disability-certificate.ts';
import { readDivisionCode } from '../domain/division-code.ts';
import { reviewOverdue } from '../domain/eligibility.ts';
import { dropInvisible, foldWidth } from '../domain/fold-width.ts';
import { readIdentityNumber, type Sex } from '../domain/identity-number.ts';
import { LONGEST_NAME, readName, type NameRefusal } from '../domain/person-name.ts';
import { lostDigits, readDay, readText } from '../imports/cells.ts';
import { readWrittenDay } from '../imports/days.ts';
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
import { dayReader } from './roster-memory.ts';

export interface RosterPerson {
  readonly household: string;
  readonly name: string;
  /** 18 characters. */
  readonly idNumber: string;
  readonly sex: Sex;
  readonly relation: string;
  readonly saysHead: boolean;
  /** Code of the category table. */
  readonly category: string;
  readonly care: CareLevelCode | '';
  readonly flags: string;
  readonly street: string;
  readonly community: string;
  readonly address: string;
  readonly phone: string;
  readonly certificate: string;
  /** 残疾人证, normal form. */
  readonly disability: string;
  /** 12 digits. */
  readonly division: string;
  readonly startDay: Day | null;
  readonly reviewDay: Day | null;
}
export interface RosterRow {
  /** Counts from 1 under the heading. */
  readonly row: number;
  readonly sheetRow: number;
  /** Null when the number itself cannot be read. */
  readonly idNumber: string | null;
  /** Null when the row has faults. */
  readonly person: RosterPerson | null;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
  /** Of a row with faults, to be handed back; a good row is its person. */
  readonly cells: Cells | null;
}
type Cells = DataRow<RosterColumn>['cells'];

const none: readonly never[] = [];

/** Reads rows one after the other. Hundreds of thousands of rows say the same few words: what was read once is kept. */
export const rosterReader = (
  today: Day,
  categories: Pick<Categories, 'list'>,
): ((row: DataRow<RosterColumn>) => RosterRow) => {
  const categoryOf = categoryReader(today, categories);
  const dayOf = dayReader();
  return ({ row, sheetRow, cells }) => {
    const faults = faultsOfRow(row);
    const household = readHousehold(cells.household, faults);
    const name = readRosterName(cells.name, faults);
    const identity = readIdentity(cells, today, faults);
    const category = readCategory(cells.category, categoryOf, faults);
    const reviewDay = dayOf(cells.review, 'review', 'last', faults);
    const relation = readText(cells.relation, 'relation', 20, faults);
    const rest = {
      relation,
      saysHead: saysHead(relation),
      care: readCare(cells.care, faults),
      flags: readText(cells.flags, 'flags', 60, faults),
      street: readText(cells.street, 'street', 60, faults),
      community: readText(cells.community, 'community', 60, faults),
      address: readText(cells.address, 'address', 200, faults),
      phone: readText(cells.phone, 'phone', 40, faults),
      certificate: readText(cells.certificate, 'certificate', 60, faults),
      disability: readDisability(cells.disability, identity?.idNumber ?? null, faults),
      division: readDivision(cells.division, faults),
      startDay: dayOf(cells.start, 'start', 'first', faults),
      reviewDay,
    };
    if (reviewOverdue(reviewDay, today)) faults.warn('warn-review-overdue', 'review', { reviewDay });
    const person =
      identity && category !== null && faults.faults.length === 0
        ? { household, name, ...identity, category, ...rest }
        : null;
    return {
      row,
      sheetRow,
      idNumber: identity?.idNumber ?? null,
      person,
      faults: faults.faults.length === 0 ? none : faults.faults,
      warnings: faults.warnings.length === 0 ? none : faults.warnings,
      cells: person ? null : cells,
    };
  };
};

/** The day in a normal form, which is the number's. */
export const birthDayOf = ({ idNumber }: Pick<RosterPerson, 'idNumber'>): Day =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

const readHousehold = (cell: SheetCell | undefined, faults: RowFaults): string => {
  const written = cell?.text ?? '';
  const number = /^[!-~]*$/.test(written) ? written : dropInvisible(foldWidth(written));
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
): Pick<RosterPerson, 'idNumber' | 'sex'> | null => {
  const cell = cells.idNumber;
  const read = readIdentityNumber(cell?.numeric ? Number(cell.text) : (cell?.text ?? null), today);
  // Most rows say the same day in the same way.
  const says = cells.birth && !(read.kind === 'ok' && cells.birth.text === read.birth);
  const birth = says ? readDay(cells.birth, 'birth', 'first', faults) : null;
  if (read.kind === 'refused') {
    faults.refuse(
      read.code,
      'idNumber',
      read.code === 'id-length' ? { length: dropInvisible(cell?.text ?? '').length } : undefined,
    );
    return null;
  }
  if (birth !== null && birth !== read.birth && !agrees(birth, cells.birth, read.birth))
    faults.refuse('id-birth-contradiction', 'birth');
  if (read.converted) faults.warn('warn-id-converted', 'idNumber');
  if (!read.prefixKnown) faults.warn('warn-id-prefix-unknown', 'idNumber');
  if (read.warnings.includes('id-age-unlikely'))
    faults.warn('warn-age-unlikely', 'idNumber', { age: ageOn(read.birth, today) });
  const sex = sexes[(cells.sex?.text ?? '').trim()];
  if (sex !== undefined && sex !== read.sex) faults.warn('warn-sex-contradicts-id', 'sex');
  // The cell's own string where it says the same: the one put together in reading holds its pieces.
  return { idNumber: read.number === cell?.text ? cell.text : read.number, sex: read.sex };
};

/** A column 出生年月 holds months: then the month must agree. */
const agrees = (birth: Day, cell: SheetCell | undefined, ofNumber: Day): boolean =>
  readWrittenDay(cell?.text.trim() ?? '', cell?.numeric === true).kind === 'month' &&
  birth.slice(0, 7) === ofNumber.slice(0, 7);

const sexes: Readonly<Partial<Record<string, Sex>>> = {
  男: 'male',
  男性: 'male',
  女: 'female',
  女性: 'female',
};

/** By the names of the table on this day, then by what offices call them otherwise; only where a cover may still begin. */
const categoryReader = (
  today: Day,
  categories: Pick<Categories, 'list'>,
): ((text: string) => string | null) => {
  const open = categories.list.filter(({ toDay }) => toDay === null || toDay >= today);
  const fold = (text: string): string => foldWidth(text).replace(/[\s\u00A0]/g, '');
  const named = new Map(open.map(({ name, code }) => [fold(name), code]));
  const known = new Map<string, string | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const synonym = categoryByName(text)?.code ?? null;
    const code = named.get(fold(text)) ?? open.find((category) => category.code === synonym)?.code ?? null;
    if (known.size < 1_000) known.set(text, code);
    return code;
  };
};

const readCategory = (
  cell: SheetCell | undefined,
  categoryOf: (text: string) => string | null,
  faults: RowFaults,
): string | null => {
  const text = cell?.text.trim() ?? '';
  if (text === '') faults.refuse('row-category-missing', 'category');
  const category = text === '' ? null : categoryOf(text);
  if (text !== '' && category === null) faults.refuse('row-category-unknown', 'category', shown(text));
  return category;
};

// A relation is kept in the sheet's words: nothing but the head of the household is decided by it.
const heads = new Map<string, boolean>();
export const saysHead = (relation: string): boolean => {
  const known = heads.get(relation);
  if (known !== undefined) return known;
  const says = relationByName(relation) === 'head';
  if (heads.size < 1_000) heads.set(relation, says);
  return says;
};

const readCare = (cell: SheetCell | undefined, faults: RowFaults): CareLevelCode | '' => {
  const text = cell?.text.trim() ?? '';
  if (text === '') return '';
  const care = careLevelByName(text);
  if (!care) faults.warn('warn-care-unknown', 'care', shown(text));
  return care ?? '';
};

/** Its first 18 characters are its holder's identity number (domain.md §5.3). */
const readDisability = (cell: SheetCell | undefined, holder: string | null, faults: RowFaults): string => {
  const text = cell?.text.trim() ?? '';
  if (text === '') return '';
  const read = readDisabilityCertificate(text, holder);
  if (read.kind === 'ok') return read.number;
  faults.refuse(
    read.code === 'disability-holder' ? 'row-disability-other-person' : 'row-disability-unreadable',
    'disability',
  );
  return '';
};

/** Nobody goes without help for a code that cannot be read; it is named and left out. */
const readDivision = (cell: SheetCell | undefined, faults: RowFaults): string => {
  const text = cell?.text.trim() ?? '';
  if (text === '') return '';
  const read = readDivisionCode(text);
  if (read.kind === 'ok') return read.code;
  faults.warn('warn-division-unreadable', 'division', shown(text));
  return '';
};
