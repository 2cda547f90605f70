// Whether a screen listens to the scanner right now; the status line says so on every screen.
import { useSyncExternalStore } from 'react';

let ready = false;
const listeners = new Set<() => void>();

export const setScannerReady = (value: boolean): void => {
  if (value === ready) return;
  ready = value;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useScannerReady = (): boolean => useSyncExternalStore(subscribe, () => ready);
