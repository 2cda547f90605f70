// Where a pause, a prefix or another way of pressing keys could make one code out of another: the scanner layer takes the whole, or
// something nobody has.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barcodeCheckDigit, readBarcode } from '../../db/domain/barcode.ts';
import { bounce, bounceMs } from '../../renderer/scanner/bounce.ts';
import {
  bufferOf,
  feed,
  hiccupMs,
  patientMs,
  release,
  silence,
  silenceMs,
  type Scan,
  type ScanBuffer,
} from '../../renderer/scanner/scan-buffer.ts';
import type { ScanKey } from '../../renderer/scanner/scan-key.ts';

const key = (code: string, timeStamp: number, more: Partial<ScanKey> = {}): ScanKey => ({
  code,
  shiftKey: false,
  keyCode: 0,
  timeStamp,
  ...more,
});
const digits = (text: string, from: number, gap = 5): ScanKey[] =>
  Array.from(text, (digit, at) => key(`Digit${digit}`, from + at * gap));

/** Feeds keys in order, asking for silence before each, and at the end two seconds later. */
const read = (keys: readonly ScanKey[], start: ScanBuffer): { texts: string[]; buffer: ScanBuffer } => {
  let buffer = start;
  const scans: Scan[] = [];
  const took = (fed: { buffer: ScanBuffer; scan: Scan | null }): void => {
    buffer = fed.buffer;
    if (fed.scan) scans.push(fed.scan);
  };
  for (const each of keys) {
    took(silence(buffer, each.timeStamp));
    took(each.code === 'AltUp' ? release(buffer, each.timeStamp) : feed(buffer, each));
  }
  took(silence(buffer, (keys.at(-1)?.timeStamp ?? 0) + 2000));
  return { texts: scans.map(({ text }) => text), buffer };
};
const barcode = fc.stringMatching(/^[0-9]{12}$/).map((body) => body + barcodeCheckDigit(body));

describe('a pause inside a barcode', () => {
  it('up to a second, anywhere, leaves it whole where codes end with a key or nothing is known yet', () => {
    fc.assert(
      fc.property(
        barcode,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 61, max: 990 }),
        (text, place, pause) => {
          const head = digits(text.slice(0, place), 0);
          const from = (place - 1) * 5 + pause;
          const tail = digits(text.slice(place), from);
          const keys = [...head, ...tail, key('Enter', from + (13 - place) * 5)];
          expect(read(keys, bufferOf(true)).texts).toEqual([text]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('never makes a shorter barcode of its end: two halves are the whole or nothing', () => {
    // Its last eight digits are a right EAN-8, the first five add up to nothing.
    const text = '0000096385074';
    expect([readBarcode(text).kind, readBarcode(text.slice(5)).kind]).toEqual(['ok', 'ok']);
    const keys = [...digits(text.slice(0, 5), 0), ...digits(text.slice(5), 320), key('Enter', 360)];
    expect(read(keys, bufferOf(false)).texts).toEqual([text]);
  });

  it('after eight or twelve right digits is waited for longer than after a whole EAN-13', () => {
    const start = bufferOf(false);
    const fed = (text: string): ScanBuffer =>
      digits(text, 0).reduce((buffer, each) => feed(buffer, each).buffer, start);
    const short = fed('96385074');
    expect(silence(short, short.lastAt + silenceMs + 1).scan).toBeNull();
    expect(silence(short, short.lastAt + patientMs + 1).scan?.text).toBe('96385074');
    const long = fed('6900001000006');
    expect(silence(long, long.lastAt + silenceMs + 1).scan?.text).toBe('6900001000006');
  });

  it('ends it after a second all the same: a scanner without a closing key is understood from its first code on', () => {
    const first = read(digits('6900001000006', 0), bufferOf(true));
    expect(first.texts).toEqual(['6900001000006']);
    expect(first.buffer.endsWithKey).toBe(false);
    const waiting = digits('6900001000006', 0).reduce(
      (buffer, each) => feed(buffer, each).buffer,
      bufferOf(true),
    );
    expect(silence(waiting, waiting.lastAt + hiccupMs).scan).toBeNull();
  });
});

describe('a key touched before a scan', () => {
  it('long before is none of it; just before makes a code nobody has', () => {
    const scan = (from: number): ScanKey[] => [...digits('6900001000006', from), key('Enter', from + 70)];
    expect(read([key('KeyX', 0), ...scan(hiccupMs + 1)], bufferOf(true)).texts).toEqual(['6900001000006']);
    expect(read([key('KeyX', 0), ...scan(300)], bufferOf(true)).texts).toEqual(['X6900001000006']);
  });
});

describe('other ways to press keys', () => {
  it('the kind of barcode before it (AIM) is taken off, and only there', () => {
    const sent = [key('BracketRight', 0), key('KeyE', 5), key('Digit0', 10), ...digits('6900001000006', 15)];
    expect(read([...sent, key('Enter', 90)], bufferOf(true)).texts).toEqual(['6900001000006']);
    expect(read([key('KeyE', 5), ...digits('06900001', 15), key('Enter', 90)], bufferOf(true)).texts).toEqual(
      ['E06900001'],
    );
  });

  it('without a physical key the character itself counts, full width and small letters folded', () => {
    const sent = Array.from('ｐＣ0000123K', (character, at) =>
      key('', at * 4, { key: character, keyCode: 231 }),
    );
    expect(read([...sent, key('', 60, { key: 'Enter' })], bufferOf(true)).texts).toEqual(['PC0000123K']);
    expect(feed(bufferOf(true), key('', 0, { key: 'Process' })).consumed).toBe(false);
    expect(feed(bufferOf(true), key('', 0, { key: '啊' })).consumed).toBe(false);
  });

  const alt = (number: string, from: number): ScanKey[] => [
    ...Array.from(number, (digit, at) =>
      key(`Numpad${digit}`, from + at * 3, { altKey: true, keyCode: 100 }),
    ),
    key('AltUp', from + 10),
  ];
  it('ALT mode: a number on the numpad while Alt is held is a character; its keys go nowhere else', () => {
    const text = 'DJ0000123M';
    const sent = Array.from(text, (character, at) =>
      alt(String(character.charCodeAt(0)).padStart(3, '0'), at * 14),
    );
    expect(read([...sent.flat(), ...alt('013', 150)], bufferOf(true)).texts).toEqual([text]);
    expect(feed(bufferOf(true), key('Numpad0', 0, { altKey: true })).consumed).toBe(true);
    expect(feed(bufferOf(true), key('Digit1', 0, { altKey: true })).consumed).toBe(false);
    // One digit is a hand on Alt and the numpad, no character.
    expect(read(alt('1', 0), bufferOf(true)).texts).toEqual([]);
  });
});

describe('a voucher doubled by a slow scanner', () => {
  const text = 'ABCDEFGH'.repeat(16) + 'AB';
  const scan = (from: number, at: number): Scan => ({ text, from, at, entry: 'scanned' });
  it('is one when its second copy begins within 1.5 s, however long the copy takes', () => {
    const first = bounce(null, scan(0, 6_500));
    expect(bounce(first.last, scan(6_500 + bounceMs - 1, 14_000)).repeated).toBe(true);
    expect(bounce(first.last, scan(6_500 + bounceMs, 14_000)).repeated).toBe(false);
  });
});

describe('a code torn all the same', () => {
  it('does not make the next one tear: a remnant and its Enter still tell that codes end with a key', () => {
    const [first, second] = ['6901234567892', '4006381333931'];
    // Torn by two seconds; three keys and Enter are left over.
    const torn = [...digits(first.slice(0, 10), 0), ...digits(first.slice(10), 2100), key('Enter', 2115)];
    const from = 6000;
    const next = [
      ...digits(second.slice(0, 7), from),
      ...digits(second.slice(7), from + 700),
      key('Enter', from + 735),
    ];
    const { texts } = read([...torn, ...next], bufferOf(true));
    expect(texts.at(-1)).toBe(second);
    expect(texts).not.toContain(first);
  });

  it('a whole code without a closing key tells that there is none', () => {
    const { buffer } = read(digits('6901234567892', 0), bufferOf(true));
    expect(buffer.endsWithKey).toBe(false);
  });
});
