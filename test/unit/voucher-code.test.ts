// The QR of a voucher and the sorting of scans (scenarios 2, 3 and 25).
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SYMBOLS } from '../../db/domain/base32.ts';
import { makeTypedCode } from '../../db/domain/typed-code.ts';
import {
  BODY_BYTES,
  classifyScan,
  foldScanned,
  LONGEST_SCAN,
  packVoucherBody,
  readVoucherQr,
  unpackVoucherBody,
  VOUCHER_QR_LENGTH,
  voucherQrText,
} from '../../db/domain/voucher-code.ts';

const body = fc.record({
  shop: fc.integer({ min: 0, max: 0xffffffff }),
  keyId: fc.nat(255),
  generation: fc.nat(255),
  token: fc.uint8Array({ minLength: 10, maxLength: 10 }),
});
const sample = {
  shop: 450202,
  keyId: 1,
  generation: 1,
  token: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
};
const qr = voucherQrText(packVoucherBody(sample), new Uint8Array(64).fill(7));
const widen = (text: string): string =>
  Array.from(text, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');

test('the body survives, fits 20 bytes, and the QR 140 characters', () => {
  expect(BODY_BYTES).toBeLessThanOrEqual(20);
  expect(VOUCHER_QR_LENGTH).toBe(130);
  expect(VOUCHER_QR_LENGTH).toBeLessThanOrEqual(LONGEST_SCAN);
  fc.assert(
    fc.property(body, (b) => {
      expect(unpackVoucherBody(packVoucherBody(b))).toEqual(b);
    }),
  );
});

test('what does not fit its bytes is refused', () => {
  for (const bad of [
    { shop: -1 },
    { shop: 2 ** 32 },
    { keyId: 256 },
    { generation: 1.5 },
    { token: new Uint8Array(9) },
  ])
    expect(() => packVoucherBody({ ...sample, ...bad })).toThrow(RangeError);
  expect(() => voucherQrText(new Uint8Array(16), new Uint8Array(64))).toThrow(RangeError);
  expect(unpackVoucherBody(new Uint8Array(BODY_BYTES))).toBeNull();
});

test('a real signature survives the QR and a changed character breaks it (scenario 3)', () => {
  const keys = generateKeyPairSync('ed25519');
  const signed = packVoucherBody(sample);
  const text = voucherQrText(signed, sign(null, signed, keys.privateKey));
  const good = (t: string): boolean => {
    const reading = readVoucherQr(t);
    return reading.kind === 'ok' && verify(null, reading.signed, keys.publicKey, reading.signature);
  };
  expect(text).toMatch(/^[2-9A-HJ-NP-Z]{130}$/);
  expect(good(text)).toBe(true);
  for (let at = 0; at < text.length; at += 1) {
    const other = SYMBOLS.charAt((SYMBOLS.indexOf(text.charAt(at)) + 1) % 32);
    expect(good(text.slice(0, at) + other + text.slice(at + 1)), String(at)).toBe(false);
  }
});

test('scans come through full width, Caps Lock and every ending (scenario 25)', () => {
  for (const scan of [
    qr,
    `${qr}\r`,
    `${qr}\n`,
    `${qr}\t`,
    `\r\n ${qr}\r\n`,
    widen(qr),
    qr.toLowerCase(),
    `${qr}\u3000`,
  ])
    expect(readVoucherQr(scan)).toMatchObject({ kind: 'ok', body: sample });
});

test('three ways to be no voucher', () => {
  expect(readVoucherQr(qr.slice(1))).toEqual({ kind: 'refused', code: 'code-length' });
  expect(readVoucherQr(`${qr}2`)).toEqual({ kind: 'refused', code: 'code-length' });
  expect(readVoucherQr(`${qr.slice(0, -1)}O`)).toEqual({ kind: 'refused', code: 'code-characters' });
  expect(readVoucherQr(`Z${qr.slice(1)}`)).toEqual({ kind: 'refused', code: 'code-version' });
});

test('what was scanned is told apart', () => {
  const typed = makeTypedCode(new Uint8Array([30, 31, 2, 3, 4, 5, 6, 7, 8, 9])) ?? '';
  const kinds: readonly (readonly [string, string])[] = [
    [qr, 'voucher-qr'],
    [`Z${qr.slice(1)}`, 'voucher-qr'],
    [typed, 'voucher-code'],
    [`${typed.slice(0, 4)}-${typed.slice(4, 8)}-${typed.slice(8)}`.toLowerCase(), 'voucher-code'],
    ['2ABCDEFGHJKL', 'voucher-code'],
    ['6900001000006', 'barcode'],
    ['６９００００１０００００６', 'barcode'],
    ['6900001000007', 'barcode'],
    ['96385074', 'barcode'],
    ['036000291452', 'barcode'],
    ['450202194803150025', 'unknown'],
    ['https://example.org/x', 'unknown'],
    ['', 'unknown'],
    ['王五', 'unknown'],
    ['A'.repeat(4296), 'unknown'],
  ];
  for (const [text, kind] of kinds) expect(classifyScan(text).kind, text.slice(0, 20)).toBe(kind);
});

test('random scans never throw, are never a good voucher', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(['voucher-code', 'barcode', 'unknown']).toContain(classifyScan(text).kind);
      expect(readVoucherQr(text).kind).toBe('refused');
    }),
    { numRuns: 300 },
  );
});

test('a hostile length is cut before it costs, and stays too long', () => {
  expect(foldScanned('a'.repeat(100_000))).toBe('A'.repeat(LONGEST_SCAN + 1));
  expect(foldScanned(` ${'2'.repeat(LONGEST_SCAN)}\r\n`)).toHaveLength(LONGEST_SCAN);
  expect(readVoucherQr(qr + 'A'.repeat(100_000))).toEqual({ kind: 'refused', code: 'code-length' });
});
