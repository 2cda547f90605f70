// One key as a scanner presses it, and the character it stands for. From `event.code` alone, because a Chinese input method hides the
// letter (keyCode 229, 'Process') but never the physical key (reliability.md §8). Shift and Caps Lock are not asked either: our
// codes are capitals, and scanners lose Shift.
import { foldWidth } from '../../db/domain/fold-width.ts';

/** What is read of a KeyboardEvent. */
export interface ScanKey {
  readonly code: string;
  /** Asked only where there is no code: programs that type for a scanner (screen sharing, a driver) name no physical key. */
  readonly key?: string;
  readonly shiftKey: boolean;
  readonly timeStamp: number;
  readonly keyCode: number;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
  readonly repeat?: boolean;
}
const others: Readonly<Record<string, string>> = {
  Minus: '-',
  NumpadSubtract: '-',
  Period: '.',
  NumpadDecimal: '.',
  Slash: '/',
  NumpadDivide: '/',
  Comma: ',',
  Equal: '=',
  NumpadAdd: '+',
  NumpadMultiply: '*',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  IntlBackslash: '\\',
  Space: ' ',
};
/** Numpad keys without Num Lock are arrows and Home, not digits. */
const movesOnly = (keyCode: number): boolean => keyCode === 12 || (keyCode >= 33 && keyCode <= 45);

/** A character that came without a physical key, full width folded. */
const printed = (key: string): string => {
  const character = foldWidth(key).toUpperCase();
  return /^[!-~]$/.test(character) ? character : '';
};

/** The character of a key; '' when it has none. What no code of ours contains is kept, so that a foreign code stays foreign. */
export const characterOf = ({ code, key, keyCode, ctrlKey, altKey, metaKey }: ScanKey): string => {
  if (ctrlKey || altKey || metaKey) return '';
  if (code === '') return printed(key ?? '');
  const plain = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code);
  if (!plain) return others[code] ?? '';
  const [, letter, digit, numpad] = plain;
  if (numpad !== undefined) return movesOnly(keyCode) ? '' : numpad;
  return letter ?? digit ?? '';
};

/** Enter and Tab, and the control characters CR, LF and HT as some scanners send them. */
export const closes = ({ code, key = '', ctrlKey, altKey, metaKey }: ScanKey): boolean => {
  if (altKey || metaKey) return false;
  return ctrlKey
    ? ['KeyJ', 'KeyM', 'KeyI'].includes(code)
    : ['Enter', 'NumpadEnter', 'Tab'].includes(code === '' ? key : code);
};

/** ALT mode: a digit of a character's number, typed on the numpad while Alt is held; '' for every other key. */
export const altDigitOf = ({ code, altKey, ctrlKey, metaKey }: ScanKey): string =>
  altKey && !ctrlKey && !metaKey ? (/^Numpad(\d)$/.exec(code)?.[1] ?? '') : '';
