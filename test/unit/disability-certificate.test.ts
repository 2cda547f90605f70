// Disability certificates against their holders (scenario 7). Every number here is fictional.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DISABILITY_GRADES,
  DISABILITY_KINDS,
  readDisabilityCertificate,
} from '../../db/domain/disability-certificate.ts';

const HOLDER = '450202194803150025';
const HOLDER_X = '45020319520708005X';

test('44 is 肢体四级, and another person is refused (scenario 7)', () => {
  expect(readDisabilityCertificate('45020219480315002544', HOLDER)).toEqual({
    kind: 'ok',
    number: '45020219480315002544',
    holderIdNumber: HOLDER,
    disability: 4,
    disabilityName: '肢体',
    grade: 4,
    words: '肢体四级',
    severe: false,
    reissue: '',
  });
  expect(readDisabilityCertificate('45020219480315002544', HOLDER_X)).toEqual({
    kind: 'refused',
    code: 'disability-holder',
  });
});

test('every spelling of one certificate gives one number; a reissue keeps its letters', () => {
  for (const text of [
    '45020319520708005x71b1',
    ' 450203 19520708 005X 71 B1\u00A0',
    '４５０２０３１９５２０７０８００５ｘ７１ｂ１',
    '450203-19520708-005X-71-B1\u200B',
  ])
    expect(readDisabilityCertificate(text, HOLDER_X), text).toMatchObject({
      number: '45020319520708005X71B1',
      words: '多重一级',
      severe: true,
      reissue: 'B1',
    });
});

test('all kinds and grades', () => {
  DISABILITY_KINDS.forEach((name, k) =>
    DISABILITY_GRADES.forEach((grade, g) =>
      expect(readDisabilityCertificate(`${HOLDER}${String(k + 1)}${String(g + 1)}`, HOLDER)).toMatchObject({
        kind: 'ok',
        words: name + grade,
        severe: g < 2,
      }),
    ),
  );
});

test('each refusal has its own reason', () => {
  const refusals: readonly (readonly [string, string])[] = [
    ['', 'disability-length'],
    [HOLDER, 'disability-length'],
    [`${HOLDER}4`, 'disability-length'],
    [`${HOLDER}44123`, 'disability-length'],
    [`${HOLDER}44号`, 'disability-characters'],
    ['4502021948031500254.4', 'disability-characters'],
    ['4502X21948031500254 44', 'disability-characters'],
    ['45020219480315002A44', 'disability-characters'],
    [`${HOLDER}04`, 'disability-kind'],
    [`${HOLDER}84`, 'disability-kind'],
    [`${HOLDER}A4`, 'disability-kind'],
    [`${HOLDER}40`, 'disability-grade'],
    [`${HOLDER}45`, 'disability-grade'],
    [`${HOLDER}4A`, 'disability-grade'],
  ];
  for (const [raw, code] of refusals)
    expect(readDisabilityCertificate(raw, HOLDER), raw).toEqual({ kind: 'refused', code });
});

test('where the holder is not known, the number must at least be somebody’s', () => {
  expect(readDisabilityCertificate(`${HOLDER}44`, null)).toMatchObject({ holderIdNumber: HOLDER });
  for (const nobody of ['450202194803150024', '450205196602290011'])
    expect(readDisabilityCertificate(`${nobody}44`, null)).toEqual({
      kind: 'refused',
      code: 'disability-holder',
    });
});

test('never throws, whatever the cell holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (raw, known) => {
      expect(readDisabilityCertificate(raw, known ? HOLDER : null).kind).toBe('refused');
      expect(readDisabilityCertificate(HOLDER + raw, known ? HOLDER : null)).toHaveProperty('kind');
    }),
  );
});
