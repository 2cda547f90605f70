// Which books are open, real or practice: makes them, opens them with this PC's key or the recovery code, says how it went.
import { app } from 'electron';
import { existsSync } from 'node:fs';
import type { ActError, Params } from '../db/contract/act.ts';
import type { FaultCode } from '../db/contract/errors.ts';
import type { BooksKind, DesktopState } from './desktop/contract.ts';
import { systemKeyStore } from './key-store.ts';
import { createKey, KeyStoreRefused, openKey, recoverKey, renewRecoveryCode, type KeyStore } from './keys.ts';
import { booksExist, booksPlace } from './places.ts';
import type { Opened, Processes } from './processes.ts';

/** A failed desktop act, in the shape every reply knows. */
export class DesktopFault extends Error {
  readonly error: ActError;
  constructor(code: FaultCode, params?: Params) {
    super(code);
    this.error = { kind: 'fault', code, ...(params && { params }) };
  }
}

const newKey = (path: string, keyStore: KeyStore): ReturnType<typeof createKey> => {
  try {
    return createKey(path, keyStore);
  } catch (error) {
    throw error instanceof KeyStoreRefused ? new DesktopFault('key-store-refused') : error;
  }
};

export interface BooksKeeper {
  state(): DesktopState;
  /** The state once the opening at start is over: before, a window would take books that are being opened for a first run. */
  settled(): Promise<DesktopState>;
  /** What the program does at its start: opens the real books if there are any. */
  openAtStart(): Promise<void>;
  create(kind: BooksKind): Promise<{ readonly recoveryCode: string }>;
  renewRecovery(): { readonly recoveryCode: string };
  switchTo(kind: BooksKind): Promise<void>;
  recover(typedCode: string): Promise<void>;
  stopped(code: FaultCode, params?: Params): void;
}

/** After `app.whenReady()`, because the key store is not there before. */
export const keepBooks = (processes: Processes): BooksKeeper => {
  const keyStore = systemKeyStore();
  let kind: BooksKind = 'real';
  let stage: DesktopState['stage'] = 'no-books';
  let fault: DesktopState['fault'] = null;

  const failed = (code: FaultCode, params?: Params): void => {
    stage = 'fault';
    fault = { code, ...(params && { params }) };
  };

  const openWith = async (key: Uint8Array, create: boolean): Promise<Opened> => {
    const place = booksPlace(kind);
    const opened = await processes.open({ path: place.file, key, create, backupFolder: place.backups });
    if (opened.ok) {
      stage = 'books';
      fault = null;
    } else failed(opened.code, opened.params);
    return opened;
  };

  const openKnown = async (): Promise<Opened> => {
    const key = openKey(booksPlace(kind).keys, keyStore);
    if (key) return openWith(key, false);
    failed('books-key-missing');
    return { ok: false, code: 'books-key-missing' };
  };

  const state = (): DesktopState => ({
    stage,
    fault,
    kind,
    practice: kind === 'practice',
    booksAvailable: { real: booksExist('real'), practice: booksExist('practice') },
    keyStore: keyStore.strong ? 'os' : 'weak',
    version: app.getVersion(),
    runtime: {
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
    },
  });

  const openReal = async (): Promise<void> => {
    if (booksExist('real')) await openKnown();
    else if (existsSync(booksPlace('real').keys)) failed('file-unreadable');
  };
  let opening: Promise<void> = Promise.resolve();

  return {
    state,
    async settled() {
      await opening;
      return state();
    },
    openAtStart() {
      opening = openReal();
      return opening;
    },
    async create(wanted) {
      const place = booksPlace(wanted);
      // Never a new, empty file where books or their key already are (reliability.md §3).
      if (booksExist(wanted) || existsSync(place.keys)) throw new DesktopFault('books-in-use');
      try {
        place.make();
      } catch (error) {
        throw new DesktopFault(
          (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk-full' : 'save-failed',
        );
      }
      kind = wanted;
      const { key, recoveryCode } = newKey(place.keys, keyStore);
      const opened = await openWith(key, true);
      if (!opened.ok) throw new DesktopFault(opened.code, opened.params);
      return { recoveryCode };
    },
    renewRecovery() {
      const recoveryCode = renewRecoveryCode(booksPlace(kind).keys, keyStore);
      if (recoveryCode === null) throw new DesktopFault('books-key-missing');
      return { recoveryCode };
    },
    async switchTo(wanted) {
      if (!booksExist(wanted)) throw new DesktopFault('file-unreadable');
      kind = wanted;
      const opened = await openKnown();
      if (!opened.ok) throw new DesktopFault(opened.code, opened.params);
    },
    async recover(typedCode) {
      const key = recoverKey(booksPlace(kind).keys, keyStore, typedCode);
      if (!key) throw new DesktopFault('books-key-missing');
      const opened = await openWith(key, false);
      if (!opened.ok) throw new DesktopFault(opened.code, opened.params);
    },
    stopped: failed,
  };
};
