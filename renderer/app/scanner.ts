// Whether a screen is listening for the scanner right now; the status line always says so. The counter calls useScannerListening.
import { useEffect, useSyncExternalStore } from 'react';

let listening = 0;
const watchers = new Set<() => void>();
const change = (by: number): void => {
  listening += by;
  for (const watcher of watchers) watcher();
};

/** Call in a screen that takes scans; `ready` may go false while a field is being typed into. */
export const useScannerListening = (ready: boolean): void => {
  useEffect(() => {
    if (!ready) return;
    change(1);
    return () => change(-1);
  }, [ready]);
};

export const useScannerReady = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    () => listening > 0,
  );
