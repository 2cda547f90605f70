// Listens to the scanner on a whole screen. The resting focus is a surface nobody can type into, so that no input method is
// ever active under a scan; while a dialog or a field has the focus the scanner pauses and the status line says so.
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { dialogOpen, isTyping } from '../ui/use-keys.ts';
import { bounce, type LastVoucher } from './bounce.ts';
import {
  askSilenceAfter,
  emptyBuffer,
  feed,
  silence,
  typedSoFar,
  type Fed,
  type Scan,
} from './scan-buffer.ts';

export interface Scanner {
  /** The screen's resting place: `<div ref={surface} tabIndex={0}>`. */
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly ready: boolean;
  /** What a hand has typed so far without Enter. */
  readonly typing: string;
  /** Forgets what was typed. */
  readonly forget: () => void;
}

interface Options {
  /** Every complete scan, bounced vouchers left out. */
  readonly onScan: (scan: Scan) => void;
  /** A single key that is not part of a scan was pressed (any key closes a red or green screen). */
  readonly onTyping?: () => void;
}

/** A dialog or a field takes the keys, or the screen lies under the lock. */
const paused = (surface: HTMLElement | null, target: EventTarget | null): boolean =>
  surface === null || dialogOpen() || isTyping(target) || surface.closest('[inert]') !== null;

export const useScanner = ({ onScan, onTyping }: Options): Scanner => {
  const surface = useRef<HTMLDivElement>(null);
  const buffer = useRef(emptyBuffer);
  const last = useRef<LastVoucher | null>(null);
  const tell = useRef({ onScan, onTyping });
  useEffect(() => void (tell.current = { onScan, onTyping }));
  const [ready, setReady] = useState(false);
  const [typing, setTyping] = useState('');

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = ({ buffer: next, scan }: Fed): void => {
      buffer.current = next;
      if (!scan) return;
      const seen = bounce(last.current, scan);
      last.current = seen.last;
      setTyping('');
      if (!seen.repeated) tell.current.onScan(scan);
    };
    const onSilence = (): void => {
      take(silence(buffer.current, performance.now()));
      const typed = typedSoFar(buffer.current);
      setTyping(typed);
      if (typed !== '') tell.current.onTyping?.();
    };
    const listen = (event: KeyboardEvent): void => {
      if (paused(surface.current, event.target)) return;
      const fed = feed(buffer.current, event);
      if (fed.consumed) {
        event.preventDefault();
        event.stopPropagation();
      }
      take(fed);
      clearTimeout(timer);
      const wait = askSilenceAfter(fed.buffer);
      // Asked once more a turn later: keys that came while the window was busy are then in the buffer, with their own times.
      if (wait !== null) timer = setTimeout(() => void (timer = setTimeout(onSilence)), wait);
      else setTyping(typedSoFar(fed.buffer));
    };
    window.addEventListener('keydown', listen, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', listen, true);
    };
  }, []);

  useEffect(() => {
    const look = (): void => {
      const active = document.activeElement;
      // Focus that went nowhere comes home: a closed dialog, a button that disappeared, a click on the background.
      if ((active === null || active === document.body) && !paused(surface.current, active))
        surface.current?.focus({ preventScroll: true });
      setReady(document.hasFocus() && !paused(surface.current, document.activeElement));
    };
    look();
    // Focus changes and dialogs tell nobody in one common way; four looks a second cost nothing and miss nothing.
    const every = setInterval(look, 250);
    let pending: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(pending);
      pending = setTimeout(look);
    };
    window.addEventListener('focusin', soon);
    window.addEventListener('focusout', soon);
    window.addEventListener('focus', soon);
    window.addEventListener('blur', soon);
    return () => {
      clearInterval(every);
      clearTimeout(pending);
      window.removeEventListener('focusin', soon);
      window.removeEventListener('focusout', soon);
      window.removeEventListener('focus', soon);
      window.removeEventListener('blur', soon);
    };
  }, []);

  const forget = useCallback(() => {
    buffer.current = emptyBuffer;
    setTyping('');
  }, []);
  return { surface, ready, typing, forget };
};
