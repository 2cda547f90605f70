// Rows of a roster come out of their packing as they went in, whatever their texts and however many pages they fill.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysHead, type RosterRow } from '../../db/people/read-roster.ts';
import { joiningHouseholds } from '../../db/people/roster-joining.ts';
import { rosterRows } from '../../db/people/roster-rows.ts';

/** What a reader lets through: well-formed, without U+0000. */
const text = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).filter((each) => !each.includes('\0'));
const day = fc.constantFrom(null, '2025-05-01', '2095-12-31');
const person = fc
  .record({
    household: text(40),
    name: fc.oneof(text(50), fc.constant('𠮷野·阿依古丽')),
    idNumber: fc.stringMatching(/^\d{17}[\dX]$/),
    sex: fc.constantFrom('male' as const, 'female' as const),
    relation: fc.oneof(fc.constantFrom('户主', '子', ''), text(20)),
    category: fc.constantFrom('urban', 'rural'),
    care: fc.constantFrom('' as const, 'dependent' as const),
    flags: text(60),
    street: text(60),
    community: text(60),
    address: text(200),
    phone: text(40),
    certificate: text(60),
    disability: fc.constantFrom('', '45020119500101100X43'),
    division: fc.constantFrom('', '450202001001'),
    startDay: day,
    reviewDay: day,
  })
  .map((each) => ({ ...each, saysHead: saysHead(each.relation) }));
const warning = fc.record({ row: fc.nat(), code: fc.constant('warn-name-mended' as const), field: text(9) });
const good: fc.Arbitrary<RosterRow> = fc
  .record({
    row: fc.nat(),
    sheetRow: fc.nat(),
    person,
    faults: fc.constant([]),
    warnings: fc.array(warning, { maxLength: 2 }),
    cells: fc.constant(null),
  })
  .map((row) => ({ ...row, idNumber: row.person.idNumber }));
const refused: fc.Arbitrary<RosterRow> = fc.record({
  row: fc.nat(),
  sheetRow: fc.nat(),
  idNumber: fc.constantFrom(null, '450201195001011234'),
  person: fc.constant(null),
  faults: fc.constant([{ row: 1, code: 'name-missing' as const, field: 'name' }]),
  warnings: fc.constant([]),
  cells: fc.constant({ name: { text: '', numeric: false } }),
});

const someGood = (count: number): RosterRow[] => {
  const [row] = fc.sample(good, { numRuns: 1, seed: 7 });
  if (!row) throw new Error('no sample');
  return Array.from({ length: count }, (_, at) => ({
    ...row,
    row: at + 1,
    person: row.person && { ...row.person, name: `名${at}`, address: '桂中社区二十七号六栋'.repeat(at % 20) },
  }));
};

describe('packed rows', () => {
  it('come out as they went in', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(good, refused), { maxLength: 20 }), (rows) => {
        const packed = rosterRows();
        packed.add(rows.slice(0, 3));
        packed.add(rows.slice(3));
        expect(packed.length).toBe(rows.length);
        expect(packed.slice(0, rows.length + 5)).toEqual(rows);
        expect(packed.slice(2, 4)).toEqual(rows.slice(2, 4));
        rows.forEach(({ row, person: read }, index) => {
          expect(packed.numberAt(index)).toBe(row);
          if (read) expect(packed.personAt(index)).toEqual(read);
          if (read) expect(packed.categoryAt(index)).toBe(read.category);
        });
      }),
    ));

  it('fill one page after the other', () => {
    const rows = someGood(30_000);
    const packed = rosterRows();
    packed.add(rows);
    expect(packed.slice(0, 30_000)).toEqual(rows);
  });

  it('answer nothing for a row that is not there', () => {
    const packed = rosterRows();
    packed.add(someGood(1));
    expect(() => packed.at(1)).toThrow('no such row');
  });
});

describe('joining households', () => {
  it('keep the order of the sheet, however their rows are mixed', () => {
    const rows = rosterRows();
    const people = someGood(7);
    rows.add(people);
    const joining = joiningHouseholds(rows, new Map());
    for (const [index, number] of [
      ['a', 0],
      ['b', 1],
      ['a', 3],
      ['a', 4],
      ['b', 6],
    ].map(([n, i]) => [i, n] as [number, string]))
      joining.add(index, number, undefined);
    const namesOf = (number: string): readonly string[] => joining.at(number).people.map(({ name }) => name);
    expect(namesOf('a')).toEqual(['名0', '名3', '名4']);
    expect(namesOf('b')).toEqual(['名1', '名6']);
    expect(namesOf('c')).toEqual([]);
    expect(joining.firstOf('b')?.name).toBe('名1');
    expect(joining.firstOf('c')).toBeUndefined();
    expect(joining.fresh()).toEqual(['a', 'b']);
    expect(Array.from(joining.sizes(), (size) => size.people)).toEqual([3, 2]);
  });
});
