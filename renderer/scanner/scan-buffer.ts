// Builds codes out of the keys a scanner presses. Pure: keys and times in, complete scans out; knows no screen and no clock. Where a
// pause leaves two readings, the longer one is taken: half a barcode can be another barcode, two halves cannot.
import { readBarcode } from '../../db/domain/barcode.ts';
import { readTag } from '../../db/domain/goods-tag.ts';
import { readTypedCode } from '../../db/domain/typed-code.ts';
import { LONGEST_SCAN, VOUCHER_QR_LENGTH } from '../../db/domain/voucher-code.ts';
import { altDigitOf, characterOf, closes, type ScanKey } from './scan-key.ts';

export interface Scan {
  readonly text: string;
  readonly at: number;
  /** When its first key was pressed; a slow scanner needs seconds for a voucher. */
  readonly from?: number;
  /** `typed`: in a person's rhythm and ended with Enter. */
  readonly entry: 'scanned' | 'typed';
  /** What a hand had typed before it, and is no part of it. */
  readonly before?: string;
}
export interface ScanBuffer {
  /** Keys a person pressed before the burst now coming in. */
  readonly typed: string;
  /** When the last of them was pressed; long ago once a hand has mended them. */
  readonly typedAt: number;
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
  /** ALT mode: digits of the character now being pressed on the numpad. */
  readonly alt: string;
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
/** A scanner known to close its codes with a key may pause this long within one: a busy PC, a weak radio. */
export const hiccupMs = 1000;
/** Average per key; the fastest typists need about 60 ms, the slowest scanners 50. */
const slowestScannerMs = 50;
const shortestSilentCode = 6;

export const emptyBuffer: ScanBuffer = {
  typed: '',
  typedAt: -Infinity,
  burst: '',
  keys: 0,
  firstAt: 0,
  lastAt: 0,
  longestGap: 0,
  endedAt: -Infinity,
  endsWithKey: false,
  alt: '',
};

/** Where a scanner begins whose codes are known, or not yet known, to end with a key: until silence says otherwise, they do. */
export const bufferOf = (endsWithKey: boolean): ScanBuffer => ({ ...emptyBuffer, endsWithKey });

/** A code of ours or of goods with all its checks, and nothing a hand writes by chance. */
export const looksWhole = (text: string): boolean =>
  text.length === VOUCHER_QR_LENGTH ||
  readBarcode(text).kind === 'ok' ||
  readTypedCode(text).kind === 'ok' ||
  readTag(text)?.kind === 'ok';

/** EAN-8 and UPC-A may be the beginning of an EAN-13 that pauses, and one in ten of its beginnings has the right check digit. */
const mayGoOn = (text: string): boolean => /^(?:\d{8}|\d{12})$/.test(text);

const endsAfter = (buffer: ScanBuffer): number => {
  if (buffer.endsWithKey) return byScanner(buffer) ? hiccupMs : patientMs;
  return looksWhole(buffer.burst) && !mayGoOn(buffer.burst) ? silenceMs : patientMs;
};

/** Faster than a hand: the average between keys, one hiccup forgiven. */
const byScanner = ({ keys, firstAt, lastAt, longestGap }: ScanBuffer): boolean =>
  keys >= shortestSilentCode && (lastAt - firstAt - longestGap) / (keys - 2) <= slowestScannerMs;

/** The buffer after a code ended at `at`. */
const ended = (at: number, endsWithKey: boolean): ScanBuffer => ({
  ...emptyBuffer,
  endedAt: at,
  endsWithKey,
});

/** `]E0`, `]Q1`: the kind of barcode, which some scanners send before it (AIM). No code of ours begins so. */
const withoutAimId = (text: string): string => text.replace(/^\][A-Z][0-9A-Z](?=.)/, '');

/** Keys just before the burst are its beginning, cut off by a pause; a key somebody touched before a scan is not part of it. */
export const isBeginning = ({ typed, typedAt, burst, firstAt }: ScanBuffer): boolean =>
  typed !== '' && firstAt - typedAt <= hiccupMs && burst.length !== VOUCHER_QR_LENGTH;

/** What is in the buffer as one code. */
const take = (buffer: ScanBuffer, at: number): Scan | null => {
  if (byScanner(buffer)) {
    const [whole, before] = isBeginning(buffer)
      ? [buffer.typed + buffer.burst, '']
      : [buffer.burst, buffer.typed];
    const scan = { text: withoutAimId(whole), at, from: buffer.firstAt, entry: 'scanned' } as const;
    return before === '' ? scan : { ...scan, before };
  }
  const text = buffer.typed + buffer.burst;
  return text === '' ? null : { text, at, entry: 'typed' };
};

const add = (buffer: ScanBuffer, character: string, at: number, keys = 1): ScanBuffer => {
  if (buffer.burst === '')
    return { ...buffer, burst: character, keys, firstAt: at, lastAt: at, longestGap: 0 };
  // Longer than any voucher is no voucher; it stays too long and costs nothing more.
  const burst = buffer.burst.length > LONGEST_SCAN ? buffer.burst : buffer.burst + character;
  return {
    ...buffer,
    burst,
    keys: buffer.keys + keys,
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
  const scan = take(buffer, buffer.lastAt);
  // A torn code is no sign of a scanner without a closing key: only a whole one is.
  const endsWithKey = buffer.endsWithKey && scan !== null && !looksWhole(scan.text);
  return { buffer: ended(buffer.lastAt, endsWithKey), scan, consumed: false };
};

/** The key closed a scanner's code, or the torn rest of one; a hand's Enter says nothing about the scanner. */
const closesByKey = (buffer: ScanBuffer): boolean =>
  buffer.endsWithKey || byScanner(buffer) || buffer.firstAt - buffer.endedAt <= hiccupMs;

/** Enter, Tab or their control characters. */
const close = (buffer: ScanBuffer, at: number): Fed => {
  if (buffer.typed + buffer.burst !== '')
    return { buffer: ended(at, closesByKey(buffer)), scan: take(buffer, at), consumed: true };
  const tail = at - buffer.endedAt <= patientMs;
  return nothing(tail ? { ...buffer, endsWithKey: true } : buffer, tail);
};

/** One more character; `keys` were pressed for it. */
const goOn = (buffer: ScanBuffer, character: string, at: number, keys = 1): Fed => {
  const waiting = buffer.typed + buffer.burst;
  if (!paused(buffer, at)) {
    // A code starts with a letter, a digit or the `]` of its kind; '?' and the space bar belong to the screen until then.
    if (waiting === '' && !/[A-Z0-9\]]/.test(character)) return nothing(buffer);
    return nothing(add(buffer, character, at, keys), true);
  }
  const before = silence(buffer, at);
  const rest = before.scan
    ? before.buffer
    : { ...emptyBuffer, endsWithKey: buffer.endsWithKey, typed: waiting, typedAt: buffer.lastAt };
  return { buffer: add(rest, character, at, keys), scan: before.scan, consumed: true };
};

export const feed = (buffer: ScanBuffer, key: ScanKey): Fed => {
  const at = key.timeStamp;
  const digit = altDigitOf(key);
  if (digit !== '') return nothing({ ...buffer, alt: buffer.alt + digit }, true);
  if (closes(key)) return close(buffer, at);
  const waiting = buffer.typed + buffer.burst;
  const emptied = { ...emptyBuffer, endsWithKey: buffer.endsWithKey };
  if (key.code === 'Backspace' && waiting !== '')
    return nothing({ ...emptied, typed: waiting.slice(0, -1) }, true);
  if (key.code === 'Escape' && waiting !== '') return nothing(emptied, true);
  const character = characterOf(key);
  if (character === '') return nothing(buffer);
  // A held key is a hand, and a scanner never repeats that way.
  return key.repeat ? nothing(buffer, waiting !== '') : goOn(buffer, character, at);
};

/** Alt was let go: in ALT mode the number typed meanwhile is one character (065 is A, 013 is Enter). */
export const release = (buffer: ScanBuffer, at: number): Fed => {
  const { alt } = buffer;
  if (alt === '') return nothing(buffer);
  const rest = { ...buffer, alt: '' };
  const number = Number(alt);
  if (alt.length > 1 && [9, 10, 13].includes(number)) return close(rest, at);
  const character =
    alt.length > 1 && number > 32 && number < 127 ? String.fromCharCode(number).toUpperCase() : '';
  return character === '' ? nothing(rest) : goOn(rest, character, at, alt.length + 1);
};

/** Milliseconds after the last key at which `silence` is worth asking; null when nothing waits. */
export const askSilenceAfter = (buffer: ScanBuffer): number | null =>
  buffer.burst === '' ? null : endsAfter(buffer) + 1;

/** What a hand has typed so far, to be shown; '' while a scanner is sending. */
export const typedSoFar = (buffer: ScanBuffer): string =>
  byScanner(buffer) ? '' : buffer.typed + buffer.burst;
