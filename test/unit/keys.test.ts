// The data key: opened by this PC or by the code on paper, by nothing else.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createKey,
  foldRecoveryCode,
  KeyStoreRefused,
  openKey,
  recoverKey,
  type KeyStore,
} from '../../main/keys.ts';

/** A key store like the operating system's: what one PC wrapped, another cannot open. */
const storeOf = (pc: number): KeyStore => ({
  strong: true,
  wrap: (secret) => Buffer.from(`${String(pc)}:${Array.from(secret).reverse().join('')}`),
  unwrap(wrapped) {
    const text = wrapped.toString();
    if (!text.startsWith(`${String(pc)}:`)) throw new Error('wrapped by another user');
    return Array.from(text.slice(2)).reverse().join('');
  },
});

/** A system that keeps nothing: no key store, or a broken one. */
const refusingStore: KeyStore = {
  strong: false,
  wrap() {
    throw new Error('not available');
  },
  unwrap() {
    throw new Error('not available');
  },
};

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  path = join(folder, 'shop.keys.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data key', () => {
  it('opens on the same PC and stands nowhere in the file', () => {
    const { key, recoveryCode } = createKey(path, storeOf(1));
    expect(openKey(path, storeOf(1))).toEqual(Buffer.from(key));
    const onDisk = readFileSync(path, 'utf8');
    expect(onDisk).not.toContain(Buffer.from(key).toString('base64'));
    expect(onDisk).not.toContain(recoveryCode);
  });

  it('does not open on another PC until the recovery code is typed; afterwards it does', () => {
    const { key, recoveryCode } = createKey(path, storeOf(1));
    expect(openKey(path, storeOf(2))).toBeNull();
    expect(recoverKey(path, storeOf(2), recoveryCode)).toEqual(Buffer.from(key));
    expect(openKey(path, storeOf(2))).toEqual(Buffer.from(key));
  });

  it('takes the code in groups, small letters and full-width forms', () => {
    const { key, recoveryCode } = createKey(path, storeOf(1));
    const grouped = recoveryCode.replaceAll(/(.{4})/g, '$1 ').toLowerCase();
    const wide = Array.from(recoveryCode)
      .map((symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0))
      .join('-');
    expect(foldRecoveryCode(grouped)).toBe(recoveryCode);
    expect(recoverKey(path, storeOf(2), grouped)).toEqual(Buffer.from(key));
    expect(recoverKey(path, storeOf(2), wide)).toEqual(Buffer.from(key));
  });

  it('stays shut for a wrong code and leaves the file as it was', () => {
    const { recoveryCode } = createKey(path, storeOf(1));
    const before = readFileSync(path);
    const first = recoveryCode.startsWith('A') ? 'B' : 'A';
    expect(recoverKey(path, storeOf(2), first + recoveryCode.slice(1))).toBeNull();
    expect(recoverKey(path, storeOf(2), '')).toBeNull();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is never made over an existing one', () => {
    createKey(path, storeOf(1));
    expect(() => createKey(path, storeOf(1))).toThrow();
  });

  it('answers null for a damaged or missing key file and makes none', () => {
    expect(openKey(path, storeOf(1))).toBeNull();
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, '{"version":1');
    expect(openKey(path, storeOf(1))).toBeNull();
    expect(recoverKey(path, storeOf(1), 'ABCD')).toBeNull();
  });

  it('is not made where the system keeps no key, and no file is left', () => {
    expect(() => createKey(path, refusingStore)).toThrow(KeyStoreRefused);
    expect(existsSync(path)).toBe(false);
  });

  it('opens by the code also where the system keeps no key; the file stays as it was', () => {
    const { key, recoveryCode } = createKey(path, storeOf(1));
    const before = readFileSync(path);
    expect(openKey(path, refusingStore)).toBeNull();
    expect(recoverKey(path, refusingStore, recoveryCode)).toEqual(Buffer.from(key));
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(openKey(path, storeOf(1))).toEqual(Buffer.from(key));
  });

  it('has a code of 24 symbols without look-alikes, another one every time', () => {
    const codes = Array.from(
      { length: 20 },
      (_, at) => createKey(`${path}${String(at)}`, storeOf(1)).recoveryCode,
    );
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{24}$/);
    expect(new Set(codes).size).toBe(20);
  });
});
