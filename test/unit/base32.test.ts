// The voucher alphabet: both ways, and one text only for one value.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase32, encodeBase32, SYMBOLS } from '../../db/domain/base32.ts';

test('32 symbols, no look-alikes', () => {
  expect(new Set(SYMBOLS).size).toBe(32);
  expect(SYMBOLS).not.toMatch(/[01IO]/);
});

test('bytes come back, and no other text gives them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 90 }), (bytes) => {
      const text = encodeBase32(bytes);
      expect(text.length).toBe(Math.ceil((bytes.length * 8) / 5));
      expect(decodeBase32(text)).toEqual(bytes);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Array.from(SYMBOLS)), { maxLength: 140 }), (symbols) => {
      const text = symbols.join('');
      const bytes = decodeBase32(text);
      if (bytes !== null) expect(encodeBase32(bytes)).toBe(text);
    }),
  );
});

test('refuses foreign symbols, odd lengths and filled padding', () => {
  for (const text of ['2O', '2222222a', '王王', '2', '222', '23', '2-22'])
    expect(decodeBase32(text), text).toBeNull();
  expect(decodeBase32('22')).toEqual(new Uint8Array(1));
});
