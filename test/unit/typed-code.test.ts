// The two check characters: what reliability.md §5.4 promises, tried exhaustively on samples.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SYMBOLS } from '../../db/domain/base32.ts';
import {
  checkCharacters,
  foldTyped,
  formatTyped,
  makeTypedCode,
  readTypedCode,
} from '../../db/domain/typed-code.ts';

const samples = ['2222222222', 'ABCDEFGHJK', 'ZZZZZZZZZZ', 'K7M2XQ9RTB'].map((s) => s + checkCharacters(s));
const accepted = (code: string): boolean => readTypedCode(code).kind === 'ok';
const put = (code: string, at: number, symbol: string): string =>
  code.slice(0, at) + symbol + code.slice(at + 1);
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('no single and no double error passes: all 32 symbols at every pair of places', () => {
  for (const code of samples) {
    expect(accepted(code)).toBe(true);
    let passed = 0;
    let tried = 0;
    for (let i = 0; i < 12; i += 1)
      for (const a of SYMBOLS) {
        const once = put(code, i, a);
        for (let j = i + 1; j < 12; j += 1)
          for (const b of SYMBOLS) {
            const twice = put(once, j, b);
            if (twice === code) continue;
            tried += 1;
            if (accepted(twice)) passed += 1;
          }
      }
    expect(tried).toBeGreaterThan(66 * 1023 - 1);
    expect(passed).toBe(0);
  }
});

test('no swap of two symbols passes, neighbours, jumps and any others', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const code = makeTypedCode(bytes);
      if (code === null) return;
      for (let i = 0; i < 12; i += 1)
        for (let j = i + 1; j < 12; j += 1) {
          if (code.charAt(i) === code.charAt(j)) continue;
          expect(accepted(put(put(code, i, code.charAt(j)), j, code.charAt(i)))).toBe(false);
        }
    }),
    { numRuns: 200 },
  );
});

test('about one random text in 1024 passes', () => {
  let passed = 0;
  let seed = 12345;
  for (let n = 0; n < 20_000; n += 1) {
    let text = '';
    for (let i = 0; i < 12; i += 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      text += SYMBOLS.charAt((seed >>> 16) & 31);
    }
    if (accepted(text)) passed += 1;
  }
  expect(passed).toBeLessThan(60);
});

test('what is made reads back in every way people type it (ruling 3)', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const code = makeTypedCode(bytes);
      if (code === null) return;
      const wide = Array.from(code, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
      const spoken = code.replaceAll('L', '1').replaceAll('Q', '0');
      for (const typed of [
        code,
        formatTyped(code),
        code.toLowerCase(),
        wide,
        spoken,
        `${code}\r\n`,
        code.replaceAll('L', 'i'),
      ])
        expect(readTypedCode(typed)).toEqual({ kind: 'ok', code });
    }),
  );
  expect(formatTyped('ABCDEFGHJKLM')).toBe('ABCD EFGH JKLM');
  expect(foldTyped('ab-cd 01oi')).toBe('ABCDQLQL');
});

test('refusals have their own codes', () => {
  const code = samples[3] ?? '';
  expect(readTypedCode(code.slice(1))).toEqual({ kind: 'refused', code: 'code-length' });
  expect(readTypedCode('')).toEqual({ kind: 'refused', code: 'code-length' });
  expect(readTypedCode('A'.repeat(5000))).toEqual({ kind: 'refused', code: 'code-length' });
  expect(readTypedCode('王BCDEFGHJKLM')).toEqual({ kind: 'refused', code: 'code-characters' });
  expect(readTypedCode(put(code, 0, code.startsWith('A') ? 'B' : 'A'))).toEqual({
    kind: 'refused',
    code: 'code-check',
  });
});

test('an all-digit draw is refused, a wrong number of bytes is a bug', () => {
  expect(makeTypedCode(new Uint8Array(10))).toBeNull();
  expect(() => makeTypedCode(new Uint8Array(9))).toThrow(RangeError);
});
