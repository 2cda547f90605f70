// What the scanner campaign scans: codes, and the conditions they are scanned under. Everything by chance comes from one seed, so that a
// run can be repeated. Knows no window.
import { generateKeyPairSync, randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { barcodeCheckDigit, readBarcode } from '../../db/domain/barcode.ts';
import { readTag, tagCode } from '../../db/domain/goods-tag.ts';
import { packVoucherBody, readVoucherQr, voucherQrText } from '../../db/domain/voucher-code.ts';
import type { Keyboard, Suffix } from './scanner-streams.ts';

export type Chance = () => number;
/** Numerical Recipes' generator: small, and the same everywhere. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
const whole = (chance: Chance, from: number, to: number): number =>
  from + Math.floor(chance() * (to - from + 1));
const one = <T>(chance: Chance, all: readonly T[]): T => {
  const chosen = all[Math.floor(chance() * all.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
};

/** Milliseconds from key to key. `fast` is what cable scanners do; `slow` and `mixed` reach to the 50 ms of the slowest radio. */
const gaps = {
  '1 ms': () => 1,
  '2 ms': () => 2,
  '5 ms': () => 5,
  '10 ms': () => 10,
  '20 ms': () => 20,
  '50 ms': () => 50,
  '1–50 ms': (chance: Chance) => whole(chance, 1, 50),
} as const satisfies Readonly<Record<string, (chance: Chance) => number>>;
export type Gap = keyof typeof gaps;
export const gapOf =
  (gap: Gap, chance: Chance): (() => number) =>
  () =>
    gaps[gap](chance);

export type Trouble = 'none' | 'split' | 'doubled' | 'aim-id' | 'changed' | 'lost-key' | 'key-twice';
export interface Condition {
  readonly name: string;
  readonly keyboard: Keyboard;
  readonly suffix: Suffix;
  readonly gap: Gap;
  readonly trouble: Trouble;
  /** Of 10,000 scans. */
  readonly share: number;
}
const condition = (name: string, share: number, rest: Partial<Condition> = {}): Condition => ({
  name,
  share,
  keyboard: 'plain',
  suffix: 'enter',
  gap: '5 ms',
  trouble: 'none',
  ...rest,
});

/** Honest scans: each must be read, once. */
export const honest: readonly Condition[] = [
  condition('input method off', 700),
  condition('input method on (229)', 1000, { keyboard: 'ime' }),
  condition('Caps Lock on', 700, { keyboard: 'caps' }),
  condition('Shift lost', 700, { keyboard: 'shift-lost' }),
  condition('number pad', 300, { keyboard: 'numpad' }),
  condition('full width, no key code', 300, { keyboard: 'full-width' }),
  condition('ALT mode', 200, { keyboard: 'alt-mode', gap: '2 ms' }),
  condition('gap 1 ms', 700, { gap: '1 ms' }),
  condition('gap 2 ms', 600, { gap: '2 ms', keyboard: 'ime' }),
  condition('gap 10 ms', 400, { gap: '10 ms' }),
  condition('gap 20 ms', 300, { gap: '20 ms', keyboard: 'ime' }),
  condition('gap 50 ms', 300, { gap: '50 ms' }),
  condition('gap 1–50 ms', 400, { gap: '1–50 ms', keyboard: 'ime' }),
  condition('CR and LF', 300, { suffix: 'enter-twice' }),
  condition('Tab', 300, { suffix: 'tab' }),
  condition('no suffix', 400, { suffix: 'none' }),
  condition('no suffix, input method on', 300, { suffix: 'none', keyboard: 'ime' }),
  condition('split by 60–600 ms', 600, { trouble: 'split' }),
  condition('split, input method on', 400, { trouble: 'split', keyboard: 'ime' }),
  condition('doubled within 20–1400 ms', 700, { trouble: 'doubled', gap: '2 ms' }),
  condition('AIM id before it', 400, { trouble: 'aim-id' }),
];
/** Spoilt scans: nothing may come out of them that the books would take for another code. Beside the 10,000. */
export const spoilt: readonly Condition[] = [
  condition('one key changed', 400, { trouble: 'changed', gap: '2 ms' }),
  condition('one key lost', 400, { trouble: 'lost-key', gap: '2 ms' }),
  condition('one key twice', 400, { trouble: 'key-twice', gap: '2 ms' }),
];

export interface Codes {
  readonly next: (slow: boolean) => string;
  /** Whether somebody would be served on this text: a barcode of the catalogue, a tag with its check, a voucher with its signature. */
  readonly accepted: (text: string) => boolean;
}

const keys = (): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } =>
  generateKeyPairSync('ed25519');

export const makeBarcode = (chance: Chance): string => {
  const body = chance() < 0.15 ? 7 : 12;
  const digits = `69${Array.from({ length: body - 2 }, () => whole(chance, 0, 9)).join('')}`;
  return digits + barcodeCheckDigit(digits);
};

export const makeCodes = (chance: Chance, catalogue: readonly string[]): Codes => {
  const { publicKey, privateKey } = keys();
  const known = new Set(
    catalogue.map((code) => readBarcode(code)).map((read) => (read.kind === 'ok' ? read.barcode : '')),
  );
  const voucher = (): string => {
    const body = packVoucherBody({ shop: 1, keyId: 1, generation: 1, token: randomBytes(10) });
    return voucherQrText(body, sign(null, body, privateKey));
  };
  return {
    next: (slow) => {
      const which = chance();
      // A voucher has ten times the keys of a barcode; in the slow streams a few of them have to do.
      if (which < (slow ? 0.02 : 0.05)) return voucher();
      return which < 0.3
        ? tagCode(chance() < 0.5 ? 'lot' : 'piece', whole(chance, 1, 9_999_999))
        : one(chance, catalogue);
    },
    accepted: (text) => {
      const barcode = readBarcode(text);
      if (barcode.kind === 'ok') return known.has(barcode.barcode);
      if (readTag(text)?.kind === 'ok') return true;
      const qr = readVoucherQr(text);
      return qr.kind === 'ok' && verify(null, qr.signed, publicKey, qr.signature);
    },
  };
};

/** The text with one key changed for another of its kind, lost, or pressed twice. */
export const spoil = (text: string, trouble: Trouble, chance: Chance): string => {
  const at = whole(chance, 0, text.length - 1);
  const was = text.charAt(at);
  const others = (/\d/.test(was) ? '0123456789' : 'ABCDEFGHJKLMNPQRSTUVWXYZ').replace(was, '');
  const now =
    { changed: one(chance, Array.from(others)), 'lost-key': '', 'key-twice': was + was }[trouble as string] ??
    was;
  return text.slice(0, at) + now + text.slice(at + 1);
};
