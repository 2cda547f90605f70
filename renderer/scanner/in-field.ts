// A scan fired while a field or a dialog has the focus. Its keys land in the field like anybody's; when they turn out to have been a
// code, the field gets back what stood in it before, and the code goes where codes go. Knows fields, not screens.
import { endsWithKey } from './remembered.ts';
import {
  bufferOf,
  feed,
  isBeginning,
  release,
  silence,
  type Fed,
  type Scan,
  type ScanBuffer,
} from './scan-buffer.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** An input method may still write what it held back after the closing Enter. No hand types that soon. */
const echoMs = 200;

const fieldOf = (target: EventTarget | null): Field | null =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement
    ? target
    : null;

/** As a person would have done it: the form around the field hears of it. React's own `value` would keep that from itself. */
const write = (field: Field, text: string): void => {
  const ofBrowser: unknown = Object.getPrototypeOf(field);
  Object.getOwnPropertyDescriptor(ofBrowser, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
};

const keepAt = (field: Field, text: string): void => {
  if (field.value !== text) write(field, text);
  const mend = (): void => {
    if (field.value !== text) write(field, text);
  };
  const until = performance.now() + echoMs;
  const heard = (event: Event): void => {
    if (event.isTrusted && performance.now() < until) setTimeout(mend);
  };
  for (const name of ['input', 'compositionend']) field.addEventListener(name, heard);
  setTimeout(() => {
    for (const name of ['input', 'compositionend']) field.removeEventListener(name, heard);
  }, echoMs);
};

export interface FieldWatch {
  /** The scan that ended with this key, out of the field again; null when none did. */
  readonly key: (event: KeyboardEvent) => Scan | null;
  readonly released: (event: KeyboardEvent) => Scan | null;
  /** The same after a silence, for scanners without a closing key. */
  readonly silent: (now: number) => Scan | null;
  readonly buffer: () => ScanBuffer;
  readonly reset: () => void;
}

/** `wanted`: which codes are no text for a field. */
export const watchFields = (wanted: (scan: Scan) => boolean): FieldWatch => {
  let buffer = bufferOf(endsWithKey());
  let target: EventTarget | null = null;
  let before = '';
  const reset = (): void => {
    buffer = bufferOf(endsWithKey());
    target = null;
  };
  const out = ({ buffer: next, scan }: Fed): Scan | null => {
    buffer = next;
    if (scan?.entry !== 'scanned' || !wanted(scan)) return null;
    const field = fieldOf(target);
    if (field) keepAt(field, before);
    return scan;
  };
  return {
    key: (event) => {
      if (event.target !== target) reset();
      target = event.target;
      const field = fieldOf(target);
      const held = field?.value ?? '';
      const waited = buffer.typed + buffer.burst + buffer.alt;
      const fed = feed(buffer, event);
      const { keys, firstAt } = fed.buffer;
      const begins = keys === 1 && firstAt === event.timeStamp && !isBeginning(fed.buffer);
      if (waited === '' || begins) before = held;
      return out(fed);
    },
    released: (event) => out(release(buffer, event.timeStamp)),
    silent: (now) => out(silence(buffer, now)),
    buffer: () => buffer,
    reset,
  };
};
