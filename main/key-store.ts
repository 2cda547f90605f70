// The operating system's place for secrets, by Electron's safeStorage: DPAPI on Windows, the keychain on macOS, a keyring on Linux.
/* eslint-disable @typescript-eslint/no-deprecated -- the newer calls answer later, and the Electron of development
   (scripts/lib/fallback.mjs) has only these; what they wrapped, the newer ones open. */
import { safeStorage } from 'electron';
import type { KeyStore } from './keys.ts';

/**
 * Ready only after `app.whenReady()`. On Linux without a keyring the secret is wrapped under a password that stands in
 * Chromium's source: the books can then be opened daily all the same, and the screen says that the wrapping is weak.
 * Nowhere else is plain wrapping allowed; `wrap` and `unwrap` throw where the system refuses.
 */
export const systemKeyStore = (): KeyStore => {
  const isLinux = process.platform === 'linux';
  if (isLinux && !safeStorage.isEncryptionAvailable()) safeStorage.setUsePlainTextEncryption(true);
  return {
    strong:
      safeStorage.isEncryptionAvailable() &&
      !(isLinux && safeStorage.getSelectedStorageBackend() === 'basic_text'),
    wrap: (secret) => safeStorage.encryptString(secret),
    unwrap: (wrapped) => safeStorage.decryptString(wrapped),
  };
};
