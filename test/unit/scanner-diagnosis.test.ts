// What the check page says about a scanner: each finding from the keys that cause it, and none where there is no cause.
import { describe, expect, it } from 'vitest';
import { classifyScan } from '../../db/domain/voucher-code.ts';
import { readTag } from '../../db/domain/goods-tag.ts';
import { diagnose, type Diagnosis, type HeardKey } from '../../renderer/scanner/diagnosis.ts';
import { squaresOf, testCode } from '../../renderer/scanner/test-code.ts';

const codeOf = (character: string): string =>
  ({ '-': 'Minus', ';': 'Semicolon', '/': 'Slash' })[character] ??
  (/[A-Z]/.test(character) ? `Key${character}` : `Digit${character}`);

interface How {
  readonly keyCode?: number;
  readonly shift?: boolean;
  readonly capsLock?: boolean;
  readonly gap?: number;
  readonly end?: readonly string[];
}
const keysOf = (
  text: string,
  { keyCode, shift = true, capsLock = false, gap = 4, end = ['Enter'] }: How = {},
): HeardKey[] => {
  const characters = Array.from(text, (character, at): HeardKey => ({
    code: codeOf(character),
    key: character,
    keyCode: keyCode ?? character.charCodeAt(0),
    shiftKey: shift && /[A-Z]/.test(character),
    capsLock,
    timeStamp: at * gap,
  }));
  return [
    ...characters,
    ...end.map((code, at) => ({
      code,
      key: code,
      keyCode: 13,
      shiftKey: false,
      capsLock,
      timeStamp: (text.length + at) * gap,
    })),
  ];
};
const said = (text: string, how: How = {}, read: string | null = text): Diagnosis =>
  diagnose(testCode, keysOf(text, how), read);

describe('the test code', () => {
  it('is as long as a voucher and neither one nor goods', () => {
    expect(testCode).toHaveLength(130);
    expect(classifyScan(testCode).kind).toBe('unknown');
    expect(readTag(testCode)).toBeNull();
    expect(squaresOf(testCode).path.length).toBeGreaterThan(1000);
  });
});

describe('a good scan', () => {
  it('says so and nothing else', () => {
    expect(said(testCode)).toMatchObject({ good: true, stops: [], notes: [], suffix: 'enter', averageMs: 4 });
  });
  it.each([
    ['an input method', { keyCode: 229 }, ['input-method']],
    ['Caps Lock', { capsLock: true }, ['caps-lock']],
    ['no Shift', { shift: false }, ['shift-lost']],
    ['no suffix', { end: [] }, ['no-suffix']],
    ['Tab', { end: ['Tab'] }, ['tab']],
    ['slowness', { gap: 45 }, ['slow']],
  ] as const)('stays good with %s, which is said', (_, how, notes) => {
    expect(said(testCode, how)).toMatchObject({ good: true, stops: [], notes });
  });
  it('knows a line feed after the Enter, and a prefix the layer took off', () => {
    expect(said(testCode, { end: ['Enter', 'Enter'] }).suffix).toBe('enter-twice');
    expect(said(`Q1${testCode}`, {}, testCode)).toMatchObject({ good: true, notes: ['prefix'] });
  });
});

describe('a bad scan', () => {
  it('counts what is missing and what is too much', () => {
    const missing = testCode.slice(0, 20) + testCode.slice(23);
    expect(said(missing)).toMatchObject({ good: false, stops: ['lost'], lost: 3, extra: 0 });
    const twice = testCode.slice(0, 40) + testCode.slice(39);
    expect(said(twice)).toMatchObject({ good: false, stops: ['doubled'], lost: 0, extra: 1 });
  });
  it.each([
    ['french', { A: 'Q', Q: 'A', Z: 'W', W: 'Z', M: ';', '-': '6' }],
    ['german', { Y: 'Z', Z: 'Y', '-': '/' }],
  ] as const)('knows a %s keyboard', (keyboard, moved) => {
    const map: Readonly<Record<string, string>> = moved;
    const text = Array.from(testCode, (character) => map[character] ?? character).join('');
    expect(said(text)).toMatchObject({ good: false, stops: ['other-keyboard'], keyboard });
  });
  it('knows the number pad without Num Lock', () => {
    const keys = Array.from('690000100', (digit, at): HeardKey => ({
      code: `Numpad${digit}`,
      key: 'ArrowUp',
      keyCode: 38,
      shiftKey: false,
      capsLock: false,
      timeStamp: at * 4,
    }));
    expect(diagnose(testCode, keys, null).stops).toEqual(['num-lock']);
  });
  it('says when it was another code, and when nothing became of the keys', () => {
    expect(said('6900001000006').stops).toEqual(['other-code']);
    expect(said(testCode, {}, null).stops).toEqual(['nothing-read']);
  });
});
