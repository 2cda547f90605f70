// Listens to the scanner on a whole screen. The resting focus is a surface nobody can type into, so that no input method is
// ever active under a scan; while a dialog or a field has the focus the status line says so, and a code scanned there all the same
// is taken out of the field again and read as if it had been scanned on the surface.
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { dialogOpen, isTyping } from '../ui/use-keys.ts';
import { bounce, type LastVoucher } from './bounce.ts';
import { watchFields } from './in-field.ts';
import { endsWithKey, sawEnd } from './remembered.ts';
import {
  askSilenceAfter,
  bufferOf,
  feed,
  looksWhole,
  release,
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
  /**
   * Which scans do not belong into a field or dialog that has the focus, and go to `onScan` instead; whole codes, when left out.
   * A field marked `data-takes-scans` keeps every scan.
   */
  readonly inFields?: (scan: Scan) => boolean;
}

/** The screen is gone, or lies under the lock. */
const asleep = (surface: HTMLElement | null): boolean =>
  surface === null || surface.closest('[inert]') !== null;
const elsewhere = (target: EventTarget | null): boolean => dialogOpen() || isTyping(target);
const takesScans = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-takes-scans]') !== null;
const wholeCode = ({ text }: Scan): boolean => looksWhole(text);

export const useScanner = ({ onScan, onTyping, inFields = wholeCode }: Options): Scanner => {
  const surface = useRef<HTMLDivElement>(null);
  const buffer = useRef(bufferOf(endsWithKey()));
  const last = useRef<LastVoucher | null>(null);
  const tell = useRef({ onScan, onTyping, inFields });
  useEffect(() => void (tell.current = { onScan, onTyping, inFields }));
  const [ready, setReady] = useState(false);
  const [typing, setTyping] = useState('');

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fields = watchFields((scan) => tell.current.inFields(scan));
    const give = (scan: Scan, withKey: boolean): void => {
      if (scan.entry === 'scanned') sawEnd(withKey);
      const seen = bounce(last.current, scan);
      last.current = seen.last;
      setTyping('');
      if (!seen.repeated) tell.current.onScan(scan);
    };
    const take = ({ buffer: next, scan }: Fed): void => {
      buffer.current = next;
      if (scan) give(scan, next.endsWithKey);
    };
    // Asked once more a turn later: keys that came while the window was busy are then in the buffer, with their own times.
    const later = (wait: number | null, ask: () => void): void => {
      clearTimeout(timer);
      if (wait !== null) timer = setTimeout(() => void (timer = setTimeout(ask)), wait);
    };
    const onSilence = (): void => {
      take(silence(buffer.current, performance.now()));
      const typed = typedSoFar(buffer.current);
      setTyping(typed);
      if (typed !== '') tell.current.onTyping?.();
      // A burst whose patience is not over yet is asked for again.
      later(buffer.current.burst === '' || typed !== '' ? null : askSilenceAfter(buffer.current), onSilence);
    };
    const keep = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const inField = (event: KeyboardEvent): void => {
      if (takesScans(event.target)) {
        fields.reset();
        return;
      }
      const scan = event.type === 'keyup' ? fields.released(event) : fields.key(event);
      if (scan) {
        keep(event);
        give(scan, fields.buffer().endsWithKey);
      }
      later(askSilenceAfter(fields.buffer()), () => {
        const silent = fields.silent(performance.now());
        if (silent) give(silent, false);
      });
    };
    const listen = (event: KeyboardEvent): void => {
      if (asleep(surface.current)) return;
      if (elsewhere(event.target)) {
        inField(event);
        return;
      }
      fields.reset();
      const fed =
        event.type === 'keyup' ? release(buffer.current, event.timeStamp) : feed(buffer.current, event);
      if (fed.consumed) keep(event);
      take(fed);
      const wait = askSilenceAfter(fed.buffer);
      later(wait, onSilence);
      if (wait === null) setTyping(typedSoFar(fed.buffer));
    };
    const released = (event: KeyboardEvent): void => {
      if (event.code === 'AltLeft' || event.code === 'AltRight') listen(event);
    };
    window.addEventListener('keydown', listen, true);
    window.addEventListener('keyup', released, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', listen, true);
      window.removeEventListener('keyup', released, true);
    };
  }, []);

  useHomecoming(surface, setReady);

  const forget = useCallback(() => {
    buffer.current = bufferOf(endsWithKey());
    setTyping('');
  }, []);
  return { surface, ready, typing, forget };
};

/** Keeps the focus on the surface whenever nothing else needs it, and says whether the scanner is heard there. */
const useHomecoming = (
  surface: RefObject<HTMLDivElement | null>,
  setReady: (ready: boolean) => void,
): void => {
  useEffect(() => {
    const paused = (): boolean => asleep(surface.current) || elsewhere(document.activeElement);
    const look = (): void => {
      const active = document.activeElement;
      // Focus that went nowhere comes home: a closed dialog, a button that disappeared, a click on the background.
      if ((active === null || active === document.body) && !paused())
        surface.current?.focus({ preventScroll: true });
      setReady(document.hasFocus() && !paused());
    };
    look();
    // Focus changes and dialogs tell nobody in one common way; four looks a second cost nothing and miss nothing.
    const every = setInterval(look, 250);
    let pending: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(pending);
      pending = setTimeout(look);
    };
    const names = ['focusin', 'focusout', 'focus', 'blur'] as const;
    for (const name of names) window.addEventListener(name, soon);
    return () => {
      clearInterval(every);
      clearTimeout(pending);
      for (const name of names) window.removeEventListener(name, soon);
    };
  }, [surface, setReady]);
};
