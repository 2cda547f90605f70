// The scanner layer under synthetic key streams (reliability.md T23): every honest scan is read, no wrong code comes out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barcodeCheckDigit } from '../../db/domain/barcode.ts';
import { SYMBOLS } from '../../db/domain/base32.ts';
import { makeTypedCode } from '../../db/domain/typed-code.ts';
import { VOUCHER_QR_LENGTH } from '../../db/domain/voucher-code.ts';
import { bounce, bounceMs, type LastVoucher } from '../../renderer/scanner/bounce.ts';
import {
  emptyBuffer,
  feed,
  patientMs,
  silence,
  silenceMs,
  typedSoFar,
  type Scan,
} from '../../renderer/scanner/scan-buffer.ts';
import type { ScanKey } from '../../renderer/scanner/scan-key.ts';

type Keyboard = 'plain' | 'ime' | 'caps' | 'shift-lost' | 'numpad';
type End = 'Enter' | 'Tab' | 'NumpadEnter' | 'CRLF' | 'none';

const codeOf = (character: string, keyboard: Keyboard): string =>
  /[A-Z]/.test(character)
    ? `Key${character}`
    : character === '-'
      ? 'Minus'
      : `${keyboard === 'numpad' ? 'Numpad' : 'Digit'}${character}`;

const keyOf = (character: string, keyboard: Keyboard, timeStamp: number): ScanKey => ({
  code: codeOf(character, keyboard),
  shiftKey: keyboard !== 'shift-lost' && keyboard !== 'caps' && /[A-Z]/.test(character),
  keyCode: keyboard === 'ime' ? 229 : character.charCodeAt(0),
  timeStamp,
});

interface StreamOptions {
  readonly from?: number;
  readonly gaps?: readonly number[];
  readonly keyboard?: Keyboard;
  readonly end?: End;
}
/** The keys of one code, the first at `from`; gaps are used in turn. */
const stream = (
  text: string,
  { from = 0, gaps = [5], keyboard = 'plain', end = 'Enter' }: StreamOptions = {},
): ScanKey[] => {
  let at = from;
  const keys = Array.from(text, (character, place) => {
    if (place > 0) at += gaps[place % gaps.length] ?? 5;
    return keyOf(character, keyboard, at);
  });
  const closing = end === 'none' ? [] : end === 'CRLF' ? ['Enter', 'Enter'] : [end];
  return [
    ...keys,
    ...closing.map((code, n) => ({ code, shiftKey: false, keyCode: 13, timeStamp: at + 5 * (n + 1) })),
  ];
};

/** Feeds keys in order; silence is asked wherever time passes, as the timer of the window would. */
const read = (
  keys: readonly ScanKey[],
  start = emptyBuffer,
): { scans: Scan[]; buffer: typeof emptyBuffer } => {
  let buffer = start;
  const scans: Scan[] = [];
  const took = (fed: { buffer: typeof emptyBuffer; scan: Scan | null }): void => {
    buffer = fed.buffer;
    if (fed.scan) scans.push(fed.scan);
  };
  for (const key of keys) {
    took(silence(buffer, key.timeStamp));
    took(feed(buffer, key));
  }
  took(silence(buffer, (keys.at(-1)?.timeStamp ?? 0) + 2000));
  return { scans, buffer };
};
const texts = (keys: readonly ScanKey[]): string[] => read(keys).scans.map(({ text }) => text);

const qr = fc
  .array(fc.constantFrom(...Array.from(SYMBOLS)), {
    minLength: VOUCHER_QR_LENGTH,
    maxLength: VOUCHER_QR_LENGTH,
  })
  .map((all) => all.join(''));
const shortCode = fc
  .uint8Array({ minLength: 10, maxLength: 10 })
  .map((bytes) => makeTypedCode(bytes))
  .filter((code) => code !== null);
const barcode = fc.stringMatching(/^[0-9]{12}$/).map((digits) => digits + barcodeCheckDigit(digits));
const anyCode = fc.oneof(qr, shortCode, barcode);
const keyboards = fc.constantFrom<Keyboard>('plain', 'ime', 'caps', 'shift-lost', 'numpad');
const ends = fc.constantFrom<End>('Enter', 'Tab', 'NumpadEnter', 'CRLF', 'none');
const gaps = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 140 });

describe('a scan', () => {
  it('is read whole under an input method, caps, lost shift, any gap from 1 to 50 ms and any end', () => {
    fc.assert(
      fc.property(anyCode, keyboards, ends, gaps, (text, keyboard, end, gap) => {
        const { scans } = read(stream(text, { keyboard, end, gaps: gap }));
        expect(scans.map((scan) => [scan.text, scan.entry])).toEqual([[text, 'scanned']]);
      }),
      { numRuns: 3000 },
    );
  });

  it('never becomes another code when two come one after the other', () => {
    fc.assert(
      fc.property(
        anyCode,
        anyCode,
        ends,
        gaps,
        fc.integer({ min: 1, max: 2000 }),
        (first, second, end, gap, pause) => {
          const keys = stream(first, { end, gaps: gap });
          const from = (keys.at(-1)?.timeStamp ?? 0) + pause;
          const got = texts([...keys, ...stream(second, { from, end, gaps: gap })]);
          // Without a closing key and without a pause two codes run together; that is no code of ours, and nothing else comes out.
          const known =
            end === 'none' && pause <= patientMs
              ? [[first, second], [first + second], [(first + second).slice(0, 141)]]
              : [[first, second]];
          expect(known).toContainEqual(got);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('survives a hiccup in the middle once the scanner is known to end with a key', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 61, max: patientMs }), fc.nat(), (text, pause, place) => {
        const known = read(stream('6900001000006')).buffer;
        const cut = 1 + (place % (text.length - 1));
        const head = stream(text.slice(0, cut), { from: 10_000, end: 'none' });
        const tail = stream(text.slice(cut), { from: (head.at(-1)?.timeStamp ?? 0) + pause });
        expect(read([...head, ...tail], known).scans.map((scan) => scan.text)).toEqual([text]);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends after 60 ms of silence when whole, and later when it may go on', () => {
    const whole = read(stream('6900001000006', { end: 'none' }).slice(0, -1)).buffer;
    expect(whole.burst).toBe('');
    let buffer = emptyBuffer;
    for (const key of stream('6900001000006', { end: 'none' })) buffer = feed(buffer, key).buffer;
    expect(silence(buffer, buffer.lastAt + silenceMs).scan).toBeNull();
    expect(silence(buffer, buffer.lastAt + silenceMs + 1).scan?.text).toBe('6900001000006');
    buffer = emptyBuffer;
    for (const key of stream('G00123', { end: 'none' })) buffer = feed(buffer, key).buffer;
    expect(silence(buffer, buffer.lastAt + silenceMs + 1).scan).toBeNull();
    expect(silence(buffer, buffer.lastAt + patientMs + 1).scan?.text).toBe('G00123');
  });

  it('drops a key somebody touched before it', () => {
    const stray = keyOf('X', 'plain', 0);
    expect(texts([stray, ...stream('6900001000006', { from: 1200 })])).toEqual(['6900001000006']);
    expect(texts([stray, ...stream('6900001000006', { from: 1200, end: 'none' })])).toEqual([
      '6900001000006',
    ]);
  });

  it('keeps what no code of ours contains, so that a foreign code stays foreign', () => {
    const url = ['KeyH', 'KeyT', 'KeyT', 'KeyP', 'Semicolon', 'Slash', 'Slash', 'KeyA', 'Enter'];
    expect(texts(url.map((code, n) => ({ code, shiftKey: false, keyCode: 229, timeStamp: n * 4 })))).toEqual([
      'HTTP;//A',
    ]);
  });

  it('is cut when it is longer than any voucher', () => {
    expect(texts(stream('A'.repeat(4296)))[0]).toHaveLength(141);
  });
});

describe('keys of a scan', () => {
  it('do nothing else on the screen, the closing Enter and its line feed included', () => {
    let buffer = emptyBuffer;
    for (const key of stream('6900001000006', { end: 'CRLF' })) {
      const fed = feed(buffer, key);
      expect(fed.consumed).toBe(true);
      buffer = fed.buffer;
    }
  });

  it('that are not part of a code are left alone', () => {
    for (const code of [
      'F9',
      'Escape',
      'Delete',
      'ArrowDown',
      'Enter',
      'Tab',
      'ShiftLeft',
      'CapsLock',
      'Slash',
      'Space',
      'Backspace',
    ])
      expect(feed(emptyBuffer, { code, shiftKey: false, keyCode: 229, timeStamp: 5000 })).toMatchObject({
        consumed: false,
        scan: null,
      });
    expect(
      feed(emptyBuffer, { code: 'KeyK', shiftKey: false, ctrlKey: true, keyCode: 75, timeStamp: 1 }).consumed,
    ).toBe(false);
    expect(feed(emptyBuffer, { code: 'Numpad8', shiftKey: false, keyCode: 38, timeStamp: 1 }).consumed).toBe(
      false,
    );
  });
});

describe('typing by hand', () => {
  it('needs Enter, however long it takes', () => {
    const slow = stream('G001', { gaps: [180, 900, 2500] });
    expect(texts(slow.slice(0, -1))).toEqual([]);
    expect(read(slow).scans).toMatchObject([{ text: 'G001', entry: 'typed' }]);
    expect(typedSoFar(read(slow.slice(0, -1)).buffer)).toBe('G001');
  });

  it('of a whole short code waits for Enter too', () => {
    fc.assert(
      fc.property(
        shortCode,
        fc.array(fc.integer({ min: 61, max: 3000 }), { minLength: 12, maxLength: 12 }),
        (text, gap) => {
          expect(texts(stream(text, { gaps: gap, end: 'none' }))).toEqual([]);
          expect(read(stream(text, { gaps: gap })).scans).toMatchObject([{ text, entry: 'typed' }]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is mended with Backspace and forgotten with Escape', () => {
    const key = (code: string, timeStamp: number): ScanKey => ({
      code,
      shiftKey: false,
      keyCode: 0,
      timeStamp,
    });
    expect(
      texts([
        key('KeyG', 0),
        key('Digit2', 400),
        key('Backspace', 800),
        key('Digit1', 1200),
        key('Enter', 1600),
      ]),
    ).toEqual(['G1']);
    expect(texts([key('KeyG', 0), key('Escape', 400), key('Enter', 1600)])).toEqual([]);
  });
});

describe('a doubled scan', () => {
  const voucher = 'ABCDEFGH'.repeat(16) + 'AB';
  const at = (text: string, times: readonly number[]): number => {
    let last: LastVoucher | null = null;
    return times.filter((time) => {
      const seen = bounce(last, { text, at: time, entry: 'scanned' });
      last = seen.last;
      return !seen.repeated;
    }).length;
  };

  it('of a voucher is one scan within 1.5 s, two after', () => {
    expect(at(voucher, [0, bounceMs - 1])).toBe(1);
    expect(at(voucher, [0, bounceMs])).toBe(2);
    expect(at(voucher.toLowerCase(), [0, 300, 600])).toBe(1);
  });

  it('of goods counts every time', () => {
    expect(at('6900001000006', [0, 20, 40, 60])).toBe(4);
  });

  it('of another voucher in between counts', () => {
    let last: LastVoucher | null = null;
    const seen = [voucher, 'B'.repeat(VOUCHER_QR_LENGTH), voucher].map((text, n) => {
      const result = bounce(last, { text, at: n * 200, entry: 'scanned' });
      last = result.last;
      return result.repeated;
    });
    expect(seen).toEqual([false, false, false]);
  });
});
