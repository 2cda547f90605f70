// What the keys of a test scan say about the scanner and this PC. Pure: keys in, findings out. `stop` findings make codes unreadable
// or wrong; the others are taken care of by the program and only said.
import type { Suffix } from './remembered.ts';
import { altDigitOf, characterOf, closes, type ScanKey } from './scan-key.ts';

/** A key with what only the check page looks at. */
export interface HeardKey extends ScanKey {
  readonly key: string;
  readonly capsLock: boolean;
}

export const stops = ['other-code', 'lost', 'doubled', 'other-keyboard', 'num-lock', 'nothing-read'] as const;
export const notes = [
  'input-method',
  'caps-lock',
  'shift-lost',
  'alt-mode',
  'prefix',
  'no-suffix',
  'tab',
  'slow',
  'no-code',
] as const;
export type Stop = (typeof stops)[number];
export type Note = (typeof notes)[number];

export interface Diagnosis {
  readonly good: boolean;
  readonly stops: readonly Stop[];
  readonly notes: readonly Note[];
  readonly suffix: Suffix;
  /** Characters missing and characters too many, against the test code. */
  readonly lost: number;
  readonly extra: number;
  /** The keyboard the scanner is set to, when it can be told. */
  readonly keyboard: Keyboard | null;
  /** Milliseconds from key to key on average, and the longest pause. */
  readonly averageMs: number;
  readonly longestMs: number;
}

/** Where other countries have the letters of this one's keys: a scanner set to one of them presses those. */
const keyboards = {
  french: { A: 'Q', Q: 'A', Z: 'W', W: 'Z', M: ';', '-': '6' },
  german: { Y: 'Z', Z: 'Y', '-': '/' },
} as const;
export type Keyboard = keyof typeof keyboards;

const pressedOn = (keyboard: Keyboard, text: string): string => {
  const moved: Readonly<Record<string, string>> = keyboards[keyboard];
  return Array.from(text, (character) => moved[character] ?? character).join('');
};

/** Longer than a hand needs for the next key; the layer still reads it. */
const slowMs = 30;

/** Characters that stand in both, in order (longest common subsequence). */
const common = (one: string, other: string): number => {
  let row: number[] = Array.from({ length: other.length + 1 }, () => 0);
  for (const character of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at += 1)
      next.push(
        other.charAt(at - 1) === character
          ? (row[at - 1] ?? 0) + 1
          : Math.max(row[at] ?? 0, next[at - 1] ?? 0),
      );
    row = next;
  }
  return row[other.length] ?? 0;
};

const suffixOf = (keys: readonly HeardKey[]): Suffix => {
  const closing = keys.slice(-2).filter(closes);
  if (closing.length === 2) return 'enter-twice';
  const [last] = closing;
  if (!last) return 'none';
  return last.code === 'Tab' || (last.code === 'KeyI' && last.ctrlKey === true) ? 'tab' : 'enter';
};

const isCharacter = (key: HeardKey): boolean => characterOf(key) !== '' || altDigitOf(key) !== '';

/** What was pressed, as a text; the numbers of ALT mode are read by the layer alone. */
const textOf = (keys: readonly HeardKey[]): string => keys.map(characterOf).join('');

const wrongText = (
  expected: string,
  text: string,
): Pick<Diagnosis, 'stops' | 'lost' | 'extra' | 'keyboard'> => {
  const keyboard =
    (Object.keys(keyboards) as Keyboard[]).find((each) => text.includes(pressedOn(each, expected))) ?? null;
  if (keyboard !== null) return { stops: ['other-keyboard'], lost: 0, extra: 0, keyboard };
  const same = common(text, expected);
  const lost = expected.length - same;
  const extra = text.length - same;
  // Less than half of it: somebody scanned something else.
  if (same * 2 < expected.length) return { stops: ['other-code'], lost: 0, extra: 0, keyboard };
  const stops: Stop[] = [
    ...(lost > 0 ? (['lost'] as const) : []),
    ...(extra > 0 ? (['doubled'] as const) : []),
  ];
  return { stops, lost, extra, keyboard };
};

/** `read`: what the layer made of the keys; null when it made nothing. */
export const diagnose = (expected: string, keys: readonly HeardKey[], read: string | null): Diagnosis => {
  const pressed = keys.filter(isCharacter);
  const times = pressed.map(({ timeStamp }) => timeStamp);
  const gaps = times.slice(1).map((at, n) => at - (times[n] ?? at));
  const averageMs = gaps.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const suffix = suffixOf(keys);
  const letters = pressed.filter(({ code, altKey }) => code.startsWith('Key') && altKey !== true);
  const caps = letters.some(({ capsLock }) => capsLock);
  const alt = pressed.some((key) => altDigitOf(key) !== '');
  const moves = keys.filter((key) => /^Numpad\d$/.test(key.code) && !isCharacter(key)).length;
  const text = read ?? textOf(keys);
  const right = read === expected;
  const wrong = right ? { stops: [], lost: 0, extra: 0, keyboard: null } : wrongText(expected, text);
  const stops: readonly Stop[] = right
    ? []
    : moves > 0
      ? ['num-lock']
      : wrong.stops.length > 0
        ? wrong.stops
        : ['nothing-read'];
  const notes: readonly (Note | false)[] = [
    pressed.some(({ keyCode }) => keyCode === 229) && 'input-method',
    caps && 'caps-lock',
    !caps && letters.length > 0 && letters.every(({ shiftKey }) => !shiftKey) && 'shift-lost',
    alt && 'alt-mode',
    right && textOf(keys).length > expected.length && 'prefix',
    suffix === 'none' && 'no-suffix',
    suffix === 'tab' && 'tab',
    averageMs > slowMs && 'slow',
    pressed.some(({ code }) => code === '') && 'no-code',
  ];
  return {
    good: right,
    ...wrong,
    stops,
    notes: notes.filter((note) => note !== false),
    suffix,
    averageMs,
    longestMs: Math.max(0, ...gaps),
  };
};
