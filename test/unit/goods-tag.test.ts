// Tags of lots and pieces: read back, catch slips, and are never taken for anything else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBarcode } from '../../db/domain/barcode.ts';
import { SYMBOLS } from '../../db/domain/base32.ts';
import { LARGEST_TAG_NUMBER, readTag, tagCode, TAG_LENGTH, type Tagged } from '../../db/domain/goods-tag.ts';
import { makeTypedCode, formatTyped } from '../../db/domain/typed-code.ts';
import { classifyScan, readVoucherQr, VOUCHER_QR_LENGTH } from '../../db/domain/voucher-code.ts';

const of = fc.constantFrom<Tagged>('lot', 'piece');
const number = fc.integer({ min: 1, max: LARGEST_TAG_NUMBER });
const refused = { kind: 'refused', code: 'tag-check' };

test('prefix, seven digits, check character', () => {
  expect(tagCode('lot', 123)).toMatch(/^PC0000123[2-9A-Z]$/);
  expect(tagCode('piece', 123)).toMatch(/^DJ0000123[2-9A-Z]$/);
  // By hand, weights 1 3 9 27 19 26 16 17 20: P 25·1, C 12·3, four zeros, then 1·16, 2·17, 3·20.
  expect(tagCode('lot', 123)).toBe(`PC0000123${SYMBOLS.charAt((25 + 36 + 16 + 34 + 60) % 31)}`);
});

test('reads back in every way it is typed', () => {
  fc.assert(
    fc.property(of, number, (what, n) => {
      const code = tagCode(what, n);
      expect(code).toHaveLength(TAG_LENGTH);
      const wide = Array.from(code, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
      const spaced = `${code.slice(0, 2)}-${code.slice(2, 9)} ${code.slice(9)}\r\n`;
      const letters =
        code.slice(0, 2) + code.slice(2, 9).replace(/0/g, 'O').replace(/1/g, 'l') + code.slice(9);
      const check = code.slice(0, 9) + code.slice(9).replace('L', 'I').replace('Q', '0');
      for (const typed of [code, code.toLowerCase(), wide, spaced, letters, check])
        expect(readTag(typed)).toEqual({ kind: 'ok', of: what, number: n });
    }),
  );
});

test('a wrong digit, a wrong check, a swap and the other prefix are refused', () => {
  fc.assert(
    fc.property(of, number, fc.nat(6), fc.integer({ min: 1, max: 9 }), (what, n, place, by) => {
      const code = tagCode(what, n);
      const at = place + 2;
      const digit = String((Number(code.charAt(at)) + by) % 10);
      expect(readTag(code.slice(0, at) + digit + code.slice(at + 1))).toEqual(refused);
      const [a, b] = [code.charAt(at), code.charAt(at + 1)];
      if (at < 8 && a !== b) expect(readTag(code.slice(0, at) + b + a + code.slice(at + 2))).toEqual(refused);
      for (const symbol of SYMBOLS)
        if (symbol !== code.charAt(9)) expect(readTag(code.slice(0, 9) + symbol)).toEqual(refused);
      expect(readTag((what === 'lot' ? 'DJ' : 'PC') + code.slice(2))).toEqual(refused);
    }),
  );
  expect(readTag(`PC0000000${SYMBOLS.charAt((25 + 36) % 31)}`)).toEqual(refused);
});

test('a tag is never a barcode, a voucher code or a voucher', () => {
  fc.assert(
    fc.property(of, number, (what, n) => {
      const code = tagCode(what, n);
      expect(classifyScan(code)).toEqual({ kind: 'unknown', text: code });
      expect(readBarcode(code).kind).toBe('refused');
      expect(readVoucherQr(code).kind).toBe('refused');
    }),
  );
});

test('barcodes, voucher codes, vouchers, receipt numbers and words are no tags', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      const code = makeTypedCode(bytes);
      if (code === null) return;
      expect(readTag(code)).toBeNull();
      expect(readTag(formatTyped(code))).toBeNull();
    }),
  );
  const qr = 'PC' + '2'.repeat(VOUCHER_QR_LENGTH - 2);
  for (const other of [
    '6900001000006',
    '96385074',
    qr,
    'JZ2026-000123',
    'PC000123',
    'PC0000A23K',
    '大米',
    '',
  ])
    expect(readTag(other)).toBeNull();
});

test('a number that does not fit is a bug', () => {
  for (const wrong of [0, -1, 1.5, LARGEST_TAG_NUMBER + 1])
    expect(() => tagCode('lot', wrong)).toThrow(RangeError);
});
