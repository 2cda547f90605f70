// GB 11643 with the traps of scenarios 6 and 7. Every number here is fictional.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../db/domain/business-day.ts';
import {
  identityCheckCharacter,
  identityContradictions,
  readIdentityNumber,
} from '../../db/domain/identity-number.ts';

const TODAY = '2026-05-04';
const read = (raw: string | number | null) => readIdentityNumber(raw, TODAY);
const number = (raw: string): string => {
  const reading = read(raw);
  return reading.kind === 'ok' ? reading.number : reading.code;
};

test('reads birth and sex', () => {
  expect(read('450202194803150025')).toEqual({
    kind: 'ok',
    number: '450202194803150025',
    birth: '1948-03-15',
    sex: 'female',
    converted: false,
    prefixKnown: true,
    warnings: [],
  });
  expect(read('450205196402290017')).toMatchObject({ kind: 'ok', birth: '1964-02-29', sex: 'male' });
  expect(read('110101201010101234')).toMatchObject({ kind: 'ok', birth: '2010-10-10' });
  expect(read('810000199501010015')).toMatchObject({ kind: 'ok', prefixKnown: true });
});

test('every spelling of one person gives one form (scenario 6)', () => {
  for (const text of [
    '45020319520708005X',
    '45020319520708005x',
    '４５０２０３１９５２０７０８００５Ｘ',
    '４５０２０３１９５２０７０８００５ｘ',
    '450203 19520708 005X',
    '450203\u00A019520708\u3000005X',
    '450203-19520708-005X',
    '\uFEFF45020319520708005X\u200B',
    '450203520708005',
    '４５０２０３５２０７０８００５',
  ])
    expect(number(text)).toBe('45020319520708005X');
});

test('15 digits are converted and say so (ruling 17)', () => {
  expect(read('450203520708005')).toMatchObject({ converted: true, warnings: ['id-converted'] });
  expect(read(450203520708005)).toMatchObject({ converted: true, number: '45020319520708005X' });
});

test('each refusal has its own reason (scenario 7, the hostile rows of the sample roster)', () => {
  const refusals: readonly (readonly [string | number | null, string])[] = [
    [null, 'id-missing'],
    ['', 'id-missing'],
    [' \u00A0', 'id-missing'],
    ['4502021948031500', 'id-length'],
    ['4502021948031500251', 'id-length'],
    ['无', 'id-characters'],
    ['45020219480315O025', 'id-characters'],
    ['4502X2194803150025', 'id-characters'],
    ['45020352070800X', 'id-characters'],
    ['4.50201E+17', 'id-as-number'],
    ['4.50201199409071e+17', 'id-as-number'],
    // Written as the cell gives it: a number whose tail floating point cannot hold is the very case.
    [Number('450201199409070850'), 'id-as-number'],
    ['450201199409070850', 'id-as-number'],
    ['450201199409070000', 'id-as-number'],
    [0.5, 'id-as-number'],
    ['450205196602290011', 'id-impossible-date'],
    ['450205660229001', 'id-impossible-date'],
    ['450205199913010017', 'id-impossible-date'],
    ['450201203103035048', 'id-birth-in-future'],
    ['450202194803150024', 'id-check-digit'],
    ['450201197406283141', 'id-check-digit'],
  ];
  for (const [raw, code] of refusals) expect(read(raw)).toEqual({ kind: 'refused', code });
});

test('born today is fine, tomorrow is not', () => {
  const at = (day: string) => `450202${day.replaceAll('-', '')}001`;
  const full = (day: string) => at(day) + identityCheckCharacter(at(day));
  expect(read(full(TODAY)).kind).toBe('ok');
  expect(read(full(addDays(TODAY, 1)))).toEqual({ kind: 'refused', code: 'id-birth-in-future' });
});

test('odd prefixes and ages warn, never refuse', () => {
  const odd = '99999919500101001';
  expect(read(odd + identityCheckCharacter(odd))).toMatchObject({
    kind: 'ok',
    prefixKnown: false,
    warnings: ['id-prefix-unknown'],
  });
  const old = '45020218990101001';
  expect(read(old + identityCheckCharacter(old))).toMatchObject({
    kind: 'ok',
    warnings: ['id-age-unlikely'],
  });
});

const digits17 = fc
  .tuple(fc.integer({ min: 0, max: 45_000 }), fc.integer({ min: 0, max: 999 }))
  .map(
    ([n, sequence]) =>
      `450202${addDays('1900-01-01', n).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`,
  );

test('any one wrong character and any swap of neighbours is refused', () => {
  fc.assert(
    fc.property(digits17, fc.nat(17), fc.integer({ min: 1, max: 9 }), (first17, at, by) => {
      const good = first17 + identityCheckCharacter(first17);
      expect(number(good)).toBe(good);
      const c = good.charAt(at);
      const wrong =
        good.slice(0, at) + (c === 'X' ? String(by) : String((Number(c) + by) % 10)) + good.slice(at + 1);
      expect(read(wrong).kind).toBe('refused');
      if (at < 17 && good.charAt(at) !== good.charAt(at + 1)) {
        const swapped = good.slice(0, at) + good.charAt(at + 1) + c + good.slice(at + 2);
        expect(read(swapped).kind).toBe('refused');
      }
    }),
  );
});

test('never throws, whatever the cell holds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double()), (raw) => {
      expect(['ok', 'refused']).toContain(read(raw).kind);
    }),
  );
});

test('the number fills in sex and birth, and says where they were typed otherwise (scenario 7)', () => {
  const woman = read('450202194803150025');
  if (woman.kind !== 'ok') throw new Error('refused');
  const found = (sex: 'male' | 'female' | null, birth: string | null) =>
    identityContradictions(woman, { sex, birth });
  expect(found('female', '1948-03-15')).toEqual([]);
  expect(found(null, null)).toEqual([]);
  expect(found('male', null)).toEqual(['sex']);
  expect(found(null, '1948-05-13')).toEqual(['birth']);
  expect(found('male', '1948-05-13')).toEqual(['sex', 'birth']);
});
