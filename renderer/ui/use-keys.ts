// Keys of a screen. Every function has a key; nothing needs the mouse. Written as 'F9', 'Ctrl+Enter', 'Alt+1', 'Escape', '?'.
// Codes are physical keys, so that a Chinese input method that swallows letters does not swallow them.
import { useLayoutEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const nameOf = (event: KeyboardEvent): string => {
  const parts = [event.ctrlKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.metaKey ? 'Meta' : ''].filter(
    (part) => part !== '',
  );
  const { code } = event;
  const typed = event.shiftKey && code === 'Slash' ? '?' : null;
  const plain = code.startsWith('Key')
    ? code.slice(3)
    : /^(Digit|Numpad)\d$/.test(code)
      ? code.slice(-1)
      : code === 'NumpadEnter'
        ? 'Enter'
        : code;
  if (event.shiftKey && typed === null) parts.push('Shift');
  return [...parts, typed ?? plain].join('+');
};

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Plain letters, digits and `?` belong to the field while one is being typed into. */
const belongsToField = (name: string): boolean =>
  name.length === 1 || ['Delete', 'Enter', 'Space', 'Backspace'].includes(name);

/** True while a dialog lies over the page; the page's own keys then sleep. */
export const dialogOpen = (): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

export interface KeyOptions {
  readonly enabled?: boolean;
  /** Also while a dialog is open (for keys of the dialog itself, and for Ctrl+L). */
  readonly inDialogs?: boolean;
}

export const useKeys = (keys: Keys, { enabled = true, inDialogs = false }: KeyOptions = {}): void => {
  const current = useRef(keys);
  // With the picture, not after it: a key pressed the moment the screen has changed must not be lost.
  useLayoutEffect(() => void (current.current = keys));
  useLayoutEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = nameOf(event);
      const act = current.current[name];
      if (!act || (belongsToField(name) && isTyping(event.target)) || (!inDialogs && dialogOpen())) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled, inDialogs]);
};
