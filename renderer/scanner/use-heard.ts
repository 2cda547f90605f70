// What came from the scanner on the check page: every code with the very keys it came by, and keys of which nothing became a code.
import { useEffect, useRef, useState } from 'react';
import type { HeardKey } from './diagnosis.ts';
import { hiccupMs, type Scan } from './scan-buffer.ts';
import { closes, type ScanKey } from './scan-key.ts';
import { useScanner, type Scanner } from './use-scanner.ts';

export interface Heard {
  /** Counts up from 1 while the page is open. */
  readonly number: number;
  readonly keys: readonly HeardKey[];
  /** null: keys came, but no code. */
  readonly text: string | null;
}

/** A line feed may follow the Enter that ended a code. */
const tailMs = 300;
/** When keys without a code are given up: the layer has waited longer than that for more of them. */
const nothingMs = hiccupMs + 200;
const fewestKeys = 6;
const most = 600;

const alone = ['ShiftLeft', 'ShiftRight', 'CapsLock', 'AltLeft', 'AltRight', 'ControlLeft', 'ControlRight'];

const heardKey = (event: KeyboardEvent): HeardKey => {
  const { code, keyCode, shiftKey, timeStamp }: ScanKey = event;
  const { key, ctrlKey, altKey, metaKey, repeat } = event;
  const capsLock = event.getModifierState('CapsLock');
  return { code, key, keyCode, shiftKey, ctrlKey, altKey, metaKey, repeat, timeStamp, capsLock };
};

interface Waiting {
  readonly keys: HeardKey[];
  readonly text: string;
}

export const useHeard = (onHeard: (heard: Heard) => void): Scanner & { readonly heard: readonly Heard[] } => {
  const keys = useRef<HeardKey[]>([]);
  const waiting = useRef<Waiting | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const count = useRef(0);
  const [heard, setHeard] = useState<readonly Heard[]>([]);
  const tell = useRef(onHeard);
  useEffect(() => void (tell.current = onHeard));

  const say = (all: readonly HeardKey[], text: string | null): void => {
    count.current += 1;
    const next: Heard = { number: count.current, keys: all, text };
    setHeard((before) => [next, ...before].slice(0, 5));
    tell.current(next);
  };
  const settle = (): void => {
    const done = waiting.current;
    waiting.current = null;
    if (done) say(done.keys, done.text);
  };
  const giveUp = (): void => {
    const all = keys.current.splice(0);
    if (all.length >= fewestKeys) say(all, null);
  };
  const acts = useRef({ settle, giveUp });
  useEffect(() => void (acts.current = { settle, giveUp }));

  // Before the scanner's own listener, so that a key is known when its code is complete.
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (alone.includes(event.code)) return;
      const key = heardKey(event);
      clearTimeout(timer.current);
      if (waiting.current && closes(key)) {
        waiting.current.keys.push(key);
        timer.current = setTimeout(() => acts.current.settle(), tailMs);
        return;
      }
      acts.current.settle();
      if (keys.current.length < most) keys.current.push(key);
      timer.current = setTimeout(() => acts.current.giveUp(), nothingMs);
    };
    window.addEventListener('keydown', listen, true);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('keydown', listen, true);
    };
  }, []);

  const scanner = useScanner({
    onScan: ({ text }: Scan) => {
      clearTimeout(timer.current);
      acts.current.settle();
      waiting.current = { keys: keys.current.splice(0), text };
      timer.current = setTimeout(() => acts.current.settle(), tailMs);
    },
  });
  return { ...scanner, heard };
};
