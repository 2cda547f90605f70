// Names: scenario 25, rulings 16 and 18, the hostile characters of reliability.md §8. All people are fictional.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePoints, readName, startsLikeFormula } from '../../db/domain/person-name.ts';

const form = (raw: string) => readName(raw, { roster: false });
const roster = (raw: string) => readName(raw, { roster: true });
const stored = (raw: string): string => {
  const reading = roster(raw);
  return reading.kind === 'ok' ? reading.name : reading.code;
};

test('plain and rare names stay as they are', () => {
  for (const name of ['王五', '李䶮', '王𠅤', '买买提·吐尔逊', 'John Smith', "O'Brien", '王', '欧阳-司徒'])
    expect(roster(name)).toEqual({ kind: 'ok', name, mended: [] });
});

test('every look-alike of the interpunct becomes U+00B7 and is named (scenario 25)', () => {
  for (const dot of ['•', '・', '．', '‧', '･', '.', '。', '｡', ' • ', '\u00A0．'])
    expect(stored(`买买提${dot}吐尔逊`), dot).toBe('买买提·吐尔逊');
  expect(roster('买买提•吐尔逊')).toEqual({ kind: 'ok', name: '买买提·吐尔逊', mended: ['interpunct'] });
  expect(roster('买买提.吐尔逊')).toMatchObject({ mended: ['interpunct'] });
});

test('a full stop that joins nothing is refused, never kept unseen (ruling 18)', () => {
  for (const name of ['王五.', '.王五', 'J. Smith', '王..五', '王5.五'])
    expect(stored(name), name).toBe('name-full-stop');
});

test('white space is mended and named', () => {
  expect(roster('王\u3000五')).toEqual({ kind: 'ok', name: '王五', mended: ['space'] });
  expect(roster(' 王五\u00A0')).toEqual({ kind: 'ok', name: '王五', mended: ['space'] });
  expect(roster('John\u00A0 Smith')).toEqual({ kind: 'ok', name: 'John Smith', mended: ['space'] });
  expect(roster('Ren\u0065\u0301')).toEqual({ kind: 'ok', name: 'René', mended: ['composition'] });
});

test('50 code points fit, 51 do not; supplementary characters count once', () => {
  expect(stored('𠅤'.repeat(50))).toBe('𠅤'.repeat(50));
  expect(stored('𠅤'.repeat(51))).toBe('name-too-long');
  expect(codePoints('王𠅤')).toBe(2);
});

test('hostile characters are refused, each by its kind', () => {
  const refusals: Record<string, string> = {
    '': 'name-missing',
    '\u3000 ': 'name-missing',
    '张\u202E三': 'name-bidi',
    '张\u2066三': 'name-bidi',
    '张\u200F三': 'name-bidi',
    '张\u0000三': 'name-control-character',
    '张\n三': 'name-control-character',
    '张\u200B三': 'name-control-character',
    '\uFEFF张三': 'name-control-character',
    '张\u2028三': 'name-control-character',
    '张\uE000三': 'name-unknown-character',
    '张\u{10FFFE}三': 'name-unknown-character',
    '张\uFFFD三': 'name-unknown-character',
    '张\uD842三': 'name-unknown-character',
  };
  for (const [name, code] of Object.entries(refusals)) {
    expect(roster(name)).toEqual({ kind: 'refused', code });
    expect(form(name)).toEqual({ kind: 'refused', code });
  }
});

test('a formula sign in front refuses a roster row, the form stores it (ruling 16)', () => {
  for (const name of [
    '=HYPERLINK("x","点")',
    '+1',
    '-王',
    '@王',
    '＝王',
    '＋王',
    '－王',
    '＠王',
    ' =王',
    '\u00A0=王',
  ]) {
    expect(stored(name), name).toBe('name-formula');
    expect(form(name).kind, name).toBe('ok');
  }
  for (const name of ['\t王', '\r王']) {
    expect(stored(name)).toBe('name-formula');
    expect(form(name)).toEqual({ kind: 'refused', code: 'name-control-character' });
  }
  expect(startsLikeFormula('王=五')).toBe(false);
});

test('what was accepted is stable, well formed and within the length', () => {
  const pieces = fc.constantFrom(
    '王',
    '𠅤',
    'a',
    ' ',
    '\u00A0',
    '\u3000',
    '·',
    '•',
    '.',
    '．',
    '-',
    '\u200B',
    'e\u0301',
  );
  const raw = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((p) => p.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(raw, (text) => {
      const reading = form(text);
      if (reading.kind === 'refused') return;
      expect(reading.name.isWellFormed()).toBe(true);
      expect(codePoints(reading.name)).toBeLessThanOrEqual(50);
      expect(form(reading.name)).toEqual({ kind: 'ok', name: reading.name, mended: [] });
      expect(reading.mended.length > 0).toBe(reading.name !== text);
    }),
    { numRuns: 3000 },
  );
});
