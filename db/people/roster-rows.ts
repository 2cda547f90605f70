// The rows of a roster between its preview and its confirmation: hundreds of thousands of people wait there beside a till. A good row is
// packed into one text outside the heap and unpacked when it is wanted; as objects they would take four times as much.
import type { RowWarning } from '../imports/row-fault.ts';
import { saysHead, type RosterPerson, type RosterRow } from './read-roster.ts';

/** Named by their index, from 0 in the order they were added. */
export interface RosterRows {
  readonly length: number;
  readonly add: (rows: readonly RosterRow[]) => void;
  readonly at: (index: number) => RosterRow;
  readonly slice: (from: number, to: number) => readonly RosterRow[];
  /** Of a good row. */
  readonly personAt: (index: number) => RosterPerson;
  /** Without unpacking it: how the row is numbered, and the category of a good one. */
  readonly numberAt: (index: number) => number;
  readonly categoryAt: (index: number) => string;
}

/** No text of a good row holds one (`text-ill-formed`, `name-control-character`). */
const BETWEEN = '\0';
const PAGE = 2 ** 20;
/** A character of a string takes three bytes at most. */
const WIDEST = 3;

/** Texts outside the heap, one behind the other. */
const textStore = () => {
  const pages: Buffer[] = [];
  // Where each text begins and ends, in bytes from the start of the first page; plain numbers take eight bytes each.
  const starts: number[] = [];
  const ends: number[] = [];
  let end = 0;
  const roomFor = (bytes: number): void => {
    if (bytes > PAGE) throw new Error('a row longer than a page');
    const left = pages.length * PAGE - end;
    if (left >= bytes) return;
    end += left;
    pages.push(Buffer.allocUnsafe(PAGE));
  };
  return {
    add(text: string): void {
      roomFor(text.length * WIDEST);
      starts.push(end);
      end += pages.at(-1)?.write(text, end % PAGE) ?? 0;
      ends.push(end);
    },
    at(index: number): string {
      const [start, after] = [starts[index], ends[index]];
      const page = start === undefined ? undefined : pages[Math.floor(start / PAGE)];
      if (start === undefined || after === undefined || !page) throw new RangeError('no such row');
      return page.toString('utf8', start % PAGE, (start % PAGE) + after - start);
    },
  };
};

/** Words that many rows share, by a number each. */
const wordList = () => {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  return {
    numberOf: (word: string): number => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, words.length);
      words.push(word);
      return words.length - 1;
    },
    wordOf: (number: number): string => words[number] ?? '',
  };
};

export const rosterRows = (): RosterRows => {
  const texts = textStore();
  const { numberOf, wordOf } = wordList();
  const categories: number[] = [];
  const numbers: number[] = [];
  /** Rows that are not packed, and what a good row was warned of: few. */
  const refused = new Map<number, RosterRow>();
  const warned = new Map<number, readonly RowWarning[]>();

  const pack = ({ sheetRow }: RosterRow, person: RosterPerson): string => {
    const { relation, care, flags, street, community, division, startDay, reviewDay, sex } = person;
    const shared = [relation, care, flags, street, community, division, startDay ?? '', reviewDay ?? '', sex];
    const { household, name, idNumber, address, phone, certificate, disability } = person;
    const own = [household, name, idNumber, address, phone, certificate, disability];
    return [sheetRow, ...shared.map(numberOf), ...own].join(BETWEEN);
  };
  const unpack = (index: number): { readonly sheetRow: number; readonly person: RosterPerson } => {
    const parts = texts.at(index).split(BETWEEN);
    const number = (at: number): number => Number(parts[at]);
    const own = (at: number): string => parts[at] ?? '';
    const shared = (at: number): string => wordOf(number(at));
    const day = (at: number): string | null => shared(at) || null;
    const relation = shared(1);
    const person: RosterPerson = {
      relation,
      saysHead: saysHead(relation),
      category: wordOf(categories[index] ?? 0),
      care: shared(2) as RosterPerson['care'],
      flags: shared(3),
      street: shared(4),
      community: shared(5),
      division: shared(6),
      startDay: day(7),
      reviewDay: day(8),
      sex: shared(9) as RosterPerson['sex'],
      household: own(10),
      name: own(11),
      idNumber: own(12),
      address: own(13),
      phone: own(14),
      certificate: own(15),
      disability: own(16),
    };
    return { sheetRow: number(0), person };
  };
  const addOne = (row: RosterRow): void => {
    const { person, warnings } = row;
    const index = categories.length;
    numbers.push(row.row);
    categories.push(numberOf(person?.category ?? ''));
    texts.add(person ? pack(row, person) : '');
    if (!person) refused.set(index, row);
    else if (warnings.length > 0) warned.set(index, warnings);
  };
  const numberAt = (index: number): number => numbers[index] ?? 0;
  const at = (index: number): RosterRow => {
    const whole = refused.get(index);
    if (whole) return whole;
    const { sheetRow, person } = unpack(index);
    const { idNumber } = person;
    const warnings = warned.get(index) ?? none;
    return { row: numberAt(index), sheetRow, idNumber, person, faults: none, warnings, cells: null };
  };
  return {
    get length() {
      return categories.length;
    },
    add(rows) {
      for (const row of rows) addOne(row);
    },
    at,
    slice: (from, to) =>
      Array.from({ length: Math.max(0, Math.min(to, categories.length) - from) }, (_, offset) =>
        at(from + offset),
      ),
    personAt: (index) => unpack(index).person,
    numberAt,
    categoryAt: (index) => wordOf(categories[index] ?? 0),
  };
};
const none: readonly never[] = [];
