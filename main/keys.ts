// The data key of a shop's books, wrapped twice: by the operating system for daily start, and by the recovery code on paper for
// a new PC. The key itself is never written anywhere.
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { encodeBase32, SYMBOLS } from '../db/domain/base32.ts';
import { foldWidth } from '../db/domain/fold-width.ts';

/** What the operating system offers (Electron's safeStorage), so that this file can be tried without a window. */
export interface KeyStore {
  /** False where secrets would be kept under a password everybody knows (Linux without a keyring). */
  readonly strong: boolean;
  /** Throws when the store takes nothing (no key store, or one that is broken). */
  wrap(secret: string): Buffer;
  /** Throws when the store cannot open it (another user, another PC). */
  unwrap(wrapped: Buffer): string;
}

/** The operating system would not keep the key: books made now could be opened by their paper alone. */
export class KeyStoreRefused extends Error {}

const sealed = z.strictObject({ salt: z.base64(), nonce: z.base64(), tag: z.base64(), text: z.base64() });
const keyFile = z.strictObject({ version: z.literal(1), system: z.base64(), recovery: sealed });
type KeyFile = z.infer<typeof keyFile>;

/** 120 random bits, 24 symbols. */
const newRecoveryCode = (): string => encodeBase32(randomBytes(15));

/** The code as a person may have typed it: groups, small letters, full-width forms. */
export const foldRecoveryCode = (typed: string): string =>
  Array.from(foldWidth(typed).toUpperCase())
    .filter((symbol) => SYMBOLS.includes(symbol))
    .join('');

const scryptCost = { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 };

const seal = (key: Uint8Array, code: string): z.infer<typeof sealed> => {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(code, salt, 32, scryptCost), nonce);
  const text = Buffer.concat([cipher.update(key), cipher.final()]);
  const base64 = (bytes: Buffer): string => bytes.toString('base64');
  return { salt: base64(salt), nonce: base64(nonce), tag: base64(cipher.getAuthTag()), text: base64(text) };
};

const unseal = (box: z.infer<typeof sealed>, code: string): Buffer | null => {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    scryptSync(code, bytes(box.salt), 32, scryptCost),
    bytes(box.nonce),
  );
  decipher.setAuthTag(bytes(box.tag));
  try {
    return Buffer.concat([decipher.update(bytes(box.text)), decipher.final()]);
  } catch {
    return null;
  }
};

/** Written aside, synced, renamed: a power cut leaves the old file or the new one, never half of one. */
const writeKeyFile = (path: string, file: KeyFile): void => {
  const handle = openSync(`${path}.part`, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify(file));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${path}.part`, path);
};

/** The key as this PC keeps it, or null when its store refuses. */
const wrapFor = (store: KeyStore, key: Buffer): string | null => {
  try {
    return store.wrap(key.toString('base64')).toString('base64');
  } catch {
    return null;
  }
};

/** A new key for new books; never over an existing one. */
export const createKey = (
  path: string,
  store: KeyStore,
): { readonly key: Uint8Array; readonly recoveryCode: string } => {
  if (existsSync(path)) throw new Error('a key file stands there already');
  const key = randomBytes(32);
  const recoveryCode = newRecoveryCode();
  const system = wrapFor(store, key);
  if (system === null) throw new KeyStoreRefused();
  writeKeyFile(path, {
    version: 1,
    system,
    recovery: seal(key, recoveryCode),
  });
  return { key, recoveryCode };
};

const readKeyFile = (path: string): KeyFile | null => {
  try {
    return keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
};

/** The key for daily start, or null when this PC or user cannot open it: then the recovery sheet is asked for. */
export const openKey = (path: string, store: KeyStore): Uint8Array | null => {
  const file = readKeyFile(path);
  if (!file) return null;
  try {
    return Buffer.from(store.unwrap(Buffer.from(file.system, 'base64')), 'base64');
  } catch {
    return null;
  }
};

/** A new code for books this PC can open; the sheet printed before no longer opens them. Null when the key is not at hand. */
export const renewRecoveryCode = (path: string, store: KeyStore): string | null => {
  const file = readKeyFile(path);
  const key = openKey(path, store);
  if (!file || !key) return null;
  const recoveryCode = newRecoveryCode();
  writeKeyFile(path, { ...file, recovery: seal(key, recoveryCode) });
  return recoveryCode;
};

/**
 * The key by the code on the recovery sheet, wrapped anew for this PC; null when the code is wrong. Where the PC's store refuses,
 * the books are opened all the same and the code is asked for again next time: the paper must always open them.
 */
export const recoverKey = (path: string, store: KeyStore, typedCode: string): Uint8Array | null => {
  const file = readKeyFile(path);
  const key = file && unseal(file.recovery, foldRecoveryCode(typedCode));
  if (!file || !key) return null;
  const system = wrapFor(store, key);
  if (system !== null) writeKeyFile(path, { ...file, system });
  return key;
};
