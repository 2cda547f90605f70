// GS1 check digits, and a refusal that names the digit expected.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barcodeCheckDigit, readBarcode } from '../../db/domain/barcode.ts';

test('reads EAN-8, UPC-A, EAN-13 and GTIN-14', () => {
  expect(readBarcode('6900001000006')).toEqual({ kind: 'ok', barcode: '6900001000006' });
  expect(readBarcode('96385074')).toEqual({ kind: 'ok', barcode: '96385074' });
  expect(readBarcode('036000291452')).toEqual({ kind: 'ok', barcode: '0036000291452' });
  expect(readBarcode('10614141000415')).toEqual({ kind: 'ok', barcode: '10614141000415' });
  expect(readBarcode(' ６９００００１０００００６\r\n')).toEqual({ kind: 'ok', barcode: '6900001000006' });
});

test('refuses the rest with its reason', () => {
  expect(readBarcode('6900001000007')).toEqual({ kind: 'refused', code: 'barcode-check', expected: '6' });
  expect(readBarcode('')).toEqual({ kind: 'refused', code: 'barcode-missing' });
  expect(readBarcode('69000010000O6')).toEqual({ kind: 'refused', code: 'barcode-characters' });
  expect(readBarcode('690000100')).toEqual({ kind: 'refused', code: 'barcode-length' });
});

test('any one wrong digit is refused', () => {
  const digits = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }).map((d) => d.join(''));
  fc.assert(
    fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const good = body + barcodeCheckDigit(body);
      expect(readBarcode(good).kind).toBe('ok');
      const wrong = good.slice(0, at) + String((Number(good.charAt(at)) + by) % 10) + good.slice(at + 1);
      expect(readBarcode(wrong)).toMatchObject({ kind: 'refused', code: 'barcode-check' });
    }),
  );
});
