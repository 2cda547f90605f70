// Unified social credit codes: invented numbers, their check characters worked out apart from this code.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  creditCodeCheckCharacter,
  organisationCheckCharacter,
  readCreditCode,
} from '../../db/domain/credit-code.ts';

const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const symbols = (length: number) =>
  fc.array(fc.constantFrom(...SYMBOLS), { minLength: length, maxLength: length }).map((s) => s.join(''));
const built = fc
  .tuple(symbols(2), fc.nat(999_999), symbols(8))
  .map(([registration, division, organisation]) => {
    const first16 = registration + String(division).padStart(6, '0') + organisation;
    const first17 = first16 + organisationCheckCharacter(organisation);
    return first17 + creditCodeCheckCharacter(first17);
  });

test('accepts what the standard makes, every check character among them', () => {
  for (const code of [
    '51450200A123456742',
    '91450200123456788L',
    '12450200MA5KTERTXN', // X in the organisation code
    '51450200000010030C', // 0 in it
    '51450200000010065Y', // Y, the last symbol
    '514502000000101100', // 0
    'N2450202MF1234567Y', // a department that came later
    '53450000000000019X',
  ])
    expect(readCreditCode(code)).toEqual({ kind: 'ok', code });
});

test('folds width, white space, hyphens and lower case', () => {
  const ok = { kind: 'ok', code: '51450200A123456742' };
  expect(readCreditCode(' 51450200a123456742\r\n')).toEqual(ok);
  expect(readCreditCode('51 450200 A1234567-42')).toEqual(ok);
  expect(readCreditCode('５１４５０２００Ａ１２３４５６７４２')).toEqual(ok);
  expect(readCreditCode('\uFEFF51450200\u00A0A12345674\u200B2')).toEqual(ok);
});

test('refuses the rest with its reason', () => {
  expect(readCreditCode('')).toEqual({ kind: 'refused', code: 'credit-code-length' });
  expect(readCreditCode('51450200A12345674')).toEqual({ kind: 'refused', code: 'credit-code-length' });
  expect(readCreditCode('51450200A1234567422')).toEqual({ kind: 'refused', code: 'credit-code-length' });
  for (const letter of 'IOSVZ慈')
    expect(readCreditCode(`51450200${letter}123456742`)).toEqual({
      kind: 'refused',
      code: 'credit-code-characters',
    });
  expect(readCreditCode('5145020AA123456742')).toEqual({ kind: 'refused', code: 'credit-code-characters' });
  expect(readCreditCode('51450200A123456743')).toEqual({
    kind: 'refused',
    code: 'credit-code-check',
    expected: '2',
  });
});

test('a wrong organisation check is refused though the last character fits', () => {
  const first17 = '51450200A12345675';
  expect(organisationCheckCharacter('A1234567')).toBe('4');
  expect(readCreditCode(first17 + creditCodeCheckCharacter(first17))).toEqual({
    kind: 'refused',
    code: 'credit-code-check',
  });
});

test('no single wrong character and no swap of neighbours passes', () => {
  fc.assert(
    fc.property(built, fc.nat(17), fc.constantFrom(...SYMBOLS), (code, at, other) => {
      expect(readCreditCode(code)).toEqual({ kind: 'ok', code });
      const wrong = code.slice(0, at) + other + code.slice(at + 1);
      if (wrong !== code) expect(readCreditCode(wrong).kind).toBe('refused');
      const [a, b] = [code.charAt(at), code.charAt(at + 1)];
      if (at < 17 && a !== b)
        expect(readCreditCode(code.slice(0, at) + b + a + code.slice(at + 2)).kind).toBe('refused');
    }),
  );
});

test('check characters of anything else are a bug', () => {
  expect(() => organisationCheckCharacter('1234567')).toThrow(RangeError);
  expect(() => creditCodeCheckCharacter('51450200A1234567I')).toThrow(RangeError);
  expect(() => creditCodeCheckCharacter('51450200')).toThrow(RangeError);
});
