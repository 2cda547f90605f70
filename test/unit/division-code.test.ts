// Division codes: parts, levels and refusals. The codes here are samples of the writing, not a list of places.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDivisionCode, readDivisionCode } from '../../db/domain/division-code.ts';

test('a community has its county and township', () => {
  expect(readDivisionCode('450202003001')).toEqual({
    kind: 'ok',
    code: '450202003001',
    level: 'village',
    county: '450202',
    township: '450202003',
    village: '450202003001',
  });
});

test('every spelling gives the same code', () => {
  for (const text of [
    '450202 003 001',
    '450202-003-001',
    '450202.003.001',
    '４５０２０２００３００１',
    '\uFEFF450202003001\u00A0',
    450202003001,
  ])
    expect(readDivisionCode(text)).toMatchObject({ kind: 'ok', code: '450202003001' });
});

test('codes that end higher up say so', () => {
  expect(readDivisionCode('450202003000')).toMatchObject({
    level: 'township',
    township: '450202003',
    village: null,
  });
  expect(readDivisionCode('450202000000')).toMatchObject({ level: 'county', township: null, village: null });
  expect(readDivisionCode('450200000000')).toMatchObject({ level: 'prefecture', county: '450200' });
  expect(readDivisionCode('450000000000')).toMatchObject({ level: 'province' });
});

test('townships straight under a city are right', () => {
  expect(readDivisionCode('441900003001')).toMatchObject({ level: 'village', county: '441900' });
});

test('each refusal has its own reason', () => {
  const refusals: readonly (readonly [string | number, string])[] = [
    ['', 'division-missing'],
    [' \u200B', 'division-missing'],
    ['45020200300X', 'division-characters'],
    ['河东街道', 'division-characters'],
    [4.5e22, 'division-characters'],
    ['450202', 'division-length'],
    ['4502020030011', 'division-length'],
    ['050202003001', 'division-province'],
    ['000000000000', 'division-province'],
    ['450202000001', 'division-order'],
  ];
  for (const [raw, code] of refusals) expect(readDivisionCode(raw)).toEqual({ kind: 'refused', code });
});

test('what is printed is read again', () => {
  expect(formatDivisionCode('450202003001')).toBe('450202 003 001');
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{11}$/), (code) => {
      const reading = readDivisionCode(code);
      expect(readDivisionCode(formatDivisionCode(code))).toEqual(reading);
      if (reading.kind === 'ok')
        expect(reading.village ?? reading.township ?? reading.county).toMatch(/^\d+$/);
    }),
  );
});
