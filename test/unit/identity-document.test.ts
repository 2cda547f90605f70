// Papers of identity: what is accepted, what the number decides, and that one paper has one key. Every number is fictional.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  documentKey,
  identifiesOnePerson,
  IDENTITY_DOCUMENTS,
  needsManualCheck,
  readIdentityDocument,
  residencePermitOf,
  type IdentityDocument,
} from '../../db/domain/identity-document.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';

const TODAY = '2026-05-04';
const read = (document: IdentityDocument, raw: string) => readIdentityDocument(document, raw, TODAY);
const key = (document: IdentityDocument, raw: string): string => {
  const reading = read(document, raw);
  if (reading.kind === 'refused') throw new Error(reading.code);
  return documentKey(reading.document, reading.number);
};
const numberOf = (first17: string) => first17 + identityCheckCharacter(first17);
const HONG_KONG = '810000199501010015';
const MACAO = numberOf('82000019950101001');
const TAIWAN = numberOf('83000019950101001');

test('identity numbers and residence permits speak for themselves', () => {
  expect(read('identity', '450202194803150025')).toMatchObject({
    kind: 'ok',
    document: 'identity',
    number: '450202194803150025',
    identity: { birth: '1948-03-15', sex: 'female' },
    warnings: [],
  });
  expect(read('residence-permit', HONG_KONG)).toMatchObject({ number: HONG_KONG, warnings: [] });
  expect(read('residence-permit', MACAO)).toMatchObject({ number: MACAO, warnings: [] });
  expect(read('residence-permit', TAIWAN)).toMatchObject({ number: TAIWAN, warnings: [] });
  expect([HONG_KONG, MACAO, TAIWAN].map(residencePermitOf)).toEqual([
    'hong-kong-macao',
    'hong-kong-macao',
    'taiwan',
  ]);
  expect(residencePermitOf('450202194803150025')).toBeNull();
  for (const document of ['identity', 'residence-permit'] as const)
    expect(needsManualCheck(document)).toBe(false);
});

test('the number decides what the paper is, and says so', () => {
  const decided: readonly (readonly [IdentityDocument, string, IdentityDocument])[] = [
    ['identity', HONG_KONG, 'residence-permit'],
    ['identity', TAIWAN, 'residence-permit'],
    ['residence-permit', '450202194803150025', 'identity'],
    ['household-book', '45020319520708005x', 'identity'],
    ['other', '450203 19520708 005X', 'identity'],
    ['passport', '４５０２０３１９５２０７０８００５ｘ', 'identity'],
  ];
  for (const [chosen, raw, document] of decided)
    expect(read(chosen, raw), chosen).toMatchObject({
      document,
      warnings: ['document-is-identity-number'],
    });
});

test('a wrong identity number is refused as such; on another paper it is only a number', () => {
  for (const document of ['identity', 'residence-permit'] as const) {
    expect(read(document, '450202194803150024')).toEqual({ kind: 'refused', code: 'id-check-digit' });
    expect(read(document, '450205196602290011')).toEqual({ kind: 'refused', code: 'id-impossible-date' });
    expect(read(document, '')).toEqual({ kind: 'refused', code: 'id-missing' });
  }
  expect(read('other', '450202194803150024')).toMatchObject({ document: 'other', identity: null });
});

test('other papers need somebody who looked at them', () => {
  const papers: readonly (readonly [IdentityDocument, string, string])[] = [
    ['household-book', '桂柳 第０１２３号', '桂柳第0123号'],
    ['birth-certificate', 'k450123456', 'K450123456'],
    ['work-card', '柳民养 0012', '柳民养0012'],
    ['passport', ' e 12345678\u200B', 'E12345678'],
    ['other', '救助〔2026〕8号', '救助〔2026〕8号'],
    ['none', ' \u3000', ''],
  ];
  for (const [document, raw, number] of papers) {
    expect(read(document, raw), document).toEqual({
      kind: 'ok',
      document,
      number,
      identity: null,
      warnings: [],
    });
    expect(needsManualCheck(document)).toBe(true);
  }
});

test('unusual numbers warn, never refuse', () => {
  for (const [document, raw] of [
    ['birth-certificate', '柳妇幼第12号'],
    ['birth-certificate', '450123456'],
    ['passport', 'AB1'],
  ] as const)
    expect(read(document, raw), raw).toMatchObject({ kind: 'ok', document, warnings: ['document-unusual'] });
});

test('each refusal has its own reason', () => {
  const refusals: readonly (readonly [IdentityDocument, string, string])[] = [
    ['household-book', '', 'document-missing'],
    ['other', ' \u200B\u00A0', 'document-missing'],
    ['none', 'E12345678', 'document-with-none'],
    ['other', 'A\u0007B', 'document-characters'],
    ['other', 'A\u202E21', 'document-characters'],
    ['other', 'A\u{E000}B', 'document-characters'],
    ['other', 'A\uD800', 'document-characters'],
    ['other', '=1+1', 'document-characters'],
    ['passport', 'E'.repeat(21), 'document-too-long'],
    ['birth-certificate', 'E'.repeat(21), 'document-too-long'],
    ['household-book', '字'.repeat(31), 'document-too-long'],
    ['other', '𠅤'.repeat(41), 'document-too-long'],
  ];
  for (const [document, raw, code] of refusals)
    expect(read(document, raw), raw).toEqual({ kind: 'refused', code });
  expect(read('other', '𠅤'.repeat(40)).kind).toBe('ok');
});

test('the same paper in any writing has one key (scenario 6)', () => {
  const same: readonly (readonly [IdentityDocument, readonly string[]])[] = [
    [
      'identity',
      ['45020319520708005X', '45020319520708005x', '４５０２０３１９５２０７０８００５ｘ', '450203520708005'],
    ],
    ['birth-certificate', ['K450123456', 'k 450123456', 'Ｋ－450123456', 'K.450123456']],
    ['household-book', ['桂柳第0123号', '桂柳（第0123号）', ' 桂柳 第０１２３号', '[桂柳]第0123号']],
    ['other', ['救助〔2026〕8号', '救助(2026)8号', '救助【２０２６】8号', '救助[2026]8号']],
    ['other', ['2026-8-15', '2026—8－15', '2026/8.15']],
  ];
  for (const [document, writings] of same)
    expect(new Set(writings.map((raw) => key(document, raw))).size, document).toBe(1);
  expect(key('passport', '45020319520708005X')).toBe(key('identity', '450203520708005'));
});

test('different papers have different keys, and no paper has none', () => {
  expect(key('passport', 'E12345678')).not.toBe(key('other', 'E12345678'));
  expect(key('other', '1-12')).not.toBe(key('other', '11-2'));
  expect(key('other', '1-12')).not.toBe(key('other', '112'));
  expect(key('none', '')).toBe('');
  expect(documentKey('other', '()-')).toBe('');
});

test('a household book is one number for several people', () => {
  const shared = IDENTITY_DOCUMENTS.filter((document) => !identifiesOnePerson(document));
  expect(shared).toEqual(['household-book', 'none']);
});

test('never throws, and the normal form of a paper is read again as the same paper', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...IDENTITY_DOCUMENTS),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'AZx09１－-·〔（第号 ') }),
      ),
      (document, raw) => {
        const reading = read(document, raw);
        if (reading.kind === 'refused') return;
        const again = read(reading.document, reading.number);
        expect(again).toMatchObject({ kind: 'ok', number: reading.number });
        expect(key(reading.document, reading.number)).toBe(key(document, raw));
      },
    ),
    { numRuns: 500 },
  );
});
