// Builds codes out of the keys a scanner presses. Pure: keys and times in, complete scans out; knows no screen and no clock.
// Codes come from `event.code` alone, because a Chinese input method hides the letter (keyCode 229, 'Process') but never the
// physical key (reliability.md §8). Shift and Caps Lock are not asked either: our codes are capitals, and scanners lose Shift.
import { readBarcode } from '../../db/domain/barcode.ts';
import { readTypedCode } from '../../db/domain/typed-code.ts';
import { LONGEST_SCAN, VOUCHER_QR_LENGTH } from '../../db/domain/voucher-code.ts';

/** What is read of a KeyboardEvent. */
export interface ScanKey {
  readonly code: string;
  readonly shiftKey: boolean;
  readonly timeStamp: number;
  readonly keyCode: number;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
  readonly repeat?: boolean;
}
export interface Scan {
  readonly text: string;
  readonly at: number;
  /** `typed`: in a person's rhythm and ended with Enter. */
  readonly entry: 'scanned' | 'typed';
}
export interface ScanBuffer {
  /** Keys a person pressed before the burst now coming in. */
  readonly typed: string;
  /** Keys that follow each other closely; a scan, or one slow key. */
  readonly burst: string;
  /** Keys in the burst; more than its characters once it is cut. */
  readonly keys: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly longestGap: number;
  /** When the last code ended, to swallow the LF after its CR. */
  readonly endedAt: number;
  /** This scanner closes its codes with Enter or Tab: a pause inside a code is then a hiccup, not its end. */
  readonly endsWithKey: boolean;
}
export interface Fed {
  readonly buffer: ScanBuffer;
  readonly scan: Scan | null;
  /** The key belonged to a code and must do nothing else on the screen. */
  readonly consumed: boolean;
}

/** Silence that ends a whole code of a scanner without a closing key. */
export const silenceMs = 60;
/** Silence that ends everything else: wireless scanners pause in the middle of a long code. */
export const patientMs = 250;
/** Average per key; the fastest typists need about 60 ms, the slowest scanners 50. */
const slowestScannerMs = 50;
const shortestSilentCode = 6;

export const emptyBuffer: ScanBuffer = {
  typed: '',
  burst: '',
  keys: 0,
  firstAt: 0,
  lastAt: 0,
  longestGap: 0,
  endedAt: -Infinity,
  endsWithKey: false,
};

const others: Readonly<Record<string, string>> = {
  Minus: '-',
  NumpadSubtract: '-',
  Period: '.',
  NumpadDecimal: '.',
  Slash: '/',
  NumpadDivide: '/',
  Comma: ',',
  Equal: '=',
  NumpadAdd: '+',
  NumpadMultiply: '*',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  IntlBackslash: '\\',
  Space: ' ',
};
/** Numpad keys without Num Lock are arrows and Home, not digits. */
const movesOnly = (keyCode: number): boolean => keyCode === 12 || (keyCode >= 33 && keyCode <= 45);

/** The character of a key; '' when it has none. What no code of ours contains is kept, so that a foreign code stays foreign. */
export const characterOf = ({ code, keyCode, ctrlKey, altKey, metaKey }: ScanKey): string => {
  if (ctrlKey || altKey || metaKey) return '';
  const plain = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code);
  if (!plain) return others[code] ?? '';
  const [, letter, digit, numpad] = plain;
  if (numpad !== undefined) return movesOnly(keyCode) ? '' : numpad;
  return letter ?? digit ?? '';
};

/** Enter and Tab, and the control characters CR, LF and HT as some scanners send them. */
const closes = ({ code, ctrlKey, altKey, metaKey }: ScanKey): boolean => {
  if (altKey || metaKey) return false;
  return ctrlKey ? ['KeyJ', 'KeyM', 'KeyI'].includes(code) : ['Enter', 'NumpadEnter', 'Tab'].includes(code);
};

const looksWhole = (text: string): boolean =>
  text.length === VOUCHER_QR_LENGTH || readBarcode(text).kind === 'ok' || readTypedCode(text).kind === 'ok';

const endsAfter = ({ burst, endsWithKey }: ScanBuffer): number =>
  !endsWithKey && looksWhole(burst) ? silenceMs : patientMs;

/** Faster than a hand: the average between keys, one hiccup forgiven. */
const byScanner = ({ keys, firstAt, lastAt, longestGap }: ScanBuffer): boolean =>
  keys >= shortestSilentCode && (lastAt - firstAt - longestGap) / (keys - 2) <= slowestScannerMs;

/** The buffer after a code ended at `at`. */
const ended = (at: number, endsWithKey: boolean): ScanBuffer => ({
  ...emptyBuffer,
  endedAt: at,
  endsWithKey,
});

/** What is in the buffer as one code. A stray key before a scan is not part of it. */
const take = (buffer: ScanBuffer, at: number): Scan | null => {
  if (byScanner(buffer)) return { text: buffer.burst, at, entry: 'scanned' };
  const text = buffer.typed + buffer.burst;
  return text === '' ? null : { text, at, entry: 'typed' };
};

const add = (buffer: ScanBuffer, character: string, at: number): ScanBuffer => {
  if (buffer.burst === '')
    return { ...buffer, burst: character, keys: 1, firstAt: at, lastAt: at, longestGap: 0 };
  // Longer than any voucher is no voucher; it stays too long and costs nothing more.
  const burst = buffer.burst.length > LONGEST_SCAN ? buffer.burst : buffer.burst + character;
  return {
    ...buffer,
    burst,
    keys: buffer.keys + 1,
    lastAt: at,
    longestGap: Math.max(buffer.longestGap, at - buffer.lastAt),
  };
};

const nothing = (buffer: ScanBuffer, consumed = false): Fed => ({ buffer, scan: null, consumed });

/** True when a pause before `at` ended the burst. */
const paused = (buffer: ScanBuffer, at: number): boolean =>
  buffer.burst !== '' && at - buffer.lastAt > endsAfter(buffer);

/** Time passed without a key: a code that a scanner sent is complete now, what a hand typed waits for Enter. */
export const silence = (buffer: ScanBuffer, now: number): Fed => {
  if (!paused(buffer, now) || !byScanner(buffer)) return nothing(buffer);
  return { buffer: ended(buffer.lastAt, false), scan: take(buffer, buffer.lastAt), consumed: false };
};

export const feed = (buffer: ScanBuffer, key: ScanKey): Fed => {
  const at = key.timeStamp;
  const waiting = buffer.typed + buffer.burst;
  if (closes(key)) {
    if (waiting === '') {
      const tail = at - buffer.endedAt <= patientMs;
      return nothing(tail ? { ...buffer, endsWithKey: true } : buffer, tail);
    }
    return { buffer: ended(at, byScanner(buffer)), scan: take(buffer, at), consumed: true };
  }
  if (key.code === 'Backspace' && waiting !== '')
    return nothing({ ...emptyBuffer, endsWithKey: buffer.endsWithKey, typed: waiting.slice(0, -1) }, true);
  if (key.code === 'Escape' && waiting !== '')
    return nothing({ ...emptyBuffer, endsWithKey: buffer.endsWithKey }, true);
  const character = characterOf(key);
  if (character === '') return nothing(buffer);
  // A held key is a hand, and a scanner never repeats that way.
  if (key.repeat) return nothing(buffer, waiting !== '');
  if (!paused(buffer, at)) {
    // A code starts with a letter or digit; '?' and the space bar belong to the screen until then.
    if (waiting === '' && !/[A-Z0-9]/.test(character)) return nothing(buffer);
    return nothing(add(buffer, character, at), true);
  }
  const before = silence(buffer, at);
  const rest = before.scan
    ? before.buffer
    : { ...emptyBuffer, endsWithKey: buffer.endsWithKey, typed: waiting };
  return { buffer: add(rest, character, at), scan: before.scan, consumed: true };
};

/** Milliseconds after the last key at which `silence` is worth asking; null when nothing waits. */
export const askSilenceAfter = (buffer: ScanBuffer): number | null =>
  buffer.burst === '' ? null : endsAfter(buffer) + 1;

/** What a hand has typed so far, to be shown; '' while a scanner is sending. */
export const typedSoFar = (buffer: ScanBuffer): string =>
  byScanner(buffer) ? '' : buffer.typed + buffer.burst;
