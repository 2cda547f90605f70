// The key streams of scanners as Chromium delivers them, sent over the debugger line of a real Electron: physical code and key of
// every stroke, keyCode 229 under an input method, gaps as they are asked for. Knows no screen and no code's meaning.
import type { CDPSession, Page } from 'playwright-core';

export interface Stroke {
  /** Milliseconds after the stroke before it. */
  readonly after: number;
  readonly code: string;
  readonly key: string;
  readonly keyCode: number;
  /** Letters that would be written into a field; none for keys that write nothing. */
  readonly text?: string;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /** What is not let go at once: Shift and Alt. */
  readonly only?: 'down' | 'up';
}

export type Keyboard = 'plain' | 'ime' | 'caps' | 'shift-lost' | 'numpad' | 'full-width' | 'alt-mode';
export type Suffix = 'enter' | 'enter-twice' | 'tab' | 'none';

const codeOf = (character: string): string =>
  /[A-Z]/.test(character) ? `Key${character}` : character === ']' ? 'BracketRight' : `Digit${character}`;
const wide = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 0xfee0);

const pressed = (character: string, keyboard: Keyboard, after: number): Stroke[] => {
  const letter = /[A-Z]/.test(character);
  const digit = /\d/.test(character);
  const small = character.toLowerCase();
  const keyCode = character.charCodeAt(0);
  const code = codeOf(character);
  const shifted = (key: string): Stroke[] => [
    { after, code: 'ShiftLeft', key: 'Shift', keyCode: 16, shift: true, only: 'down' },
    { after: 0, code, key, keyCode, text: key, shift: true },
    { after: 0, code: 'ShiftLeft', key: 'Shift', keyCode: 16, only: 'up' },
  ];
  switch (keyboard) {
    case 'plain':
      return letter ? shifted(character) : [{ after, code, key: character, keyCode, text: character }];
    case 'caps':
      // Caps Lock turns the scanner's capitals into small letters.
      return letter ? shifted(small) : [{ after, code, key: character, keyCode, text: character }];
    case 'shift-lost':
      return [{ after, code, key: small, keyCode, text: small }];
    case 'ime':
      return [{ after, code, key: 'Process', keyCode: 229 }];
    case 'numpad':
      return digit
        ? [
            {
              after,
              code: `Numpad${character}`,
              key: character,
              keyCode: 96 + Number(character),
              text: character,
            },
          ]
        : pressed(character, 'plain', after);
    case 'full-width':
      // A program types for the scanner: no physical key, the character in its wide form (VK_PACKET).
      return [{ after, code: '', key: wide(character), keyCode: 231, text: wide(character) }];
    case 'alt-mode':
      return [
        { after, code: 'AltLeft', key: 'Alt', keyCode: 18, alt: true, only: 'down' },
        ...Array.from(String(keyCode).padStart(3, '0'), (number): Stroke => ({
          after,
          code: `Numpad${number}`,
          key: number,
          keyCode: 96 + Number(number),
          alt: true,
        })),
        { after, code: 'AltLeft', key: 'Alt', keyCode: 18, only: 'up' },
      ];
  }
};

const enter = (after: number, keyboard: Keyboard): Stroke => ({
  after,
  code: 'Enter',
  key: keyboard === 'ime' ? 'Process' : 'Enter',
  keyCode: keyboard === 'ime' ? 229 : 13,
  ...(keyboard === 'ime' ? {} : { text: '\r' }),
});

export interface StreamWishes {
  readonly keyboard: Keyboard;
  readonly suffix: Suffix;
  /** Milliseconds before the character at this place. */
  readonly gap: (at: number) => number;
}

export const strokesOf = (text: string, { keyboard, suffix, gap }: StreamWishes): readonly Stroke[] => {
  const characters = Array.from(text).flatMap((character, at) =>
    pressed(character, keyboard, at === 0 ? 0 : gap(at)),
  );
  const last = gap(text.length);
  switch (suffix) {
    case 'enter':
      return [...characters, enter(last, keyboard)];
    case 'enter-twice':
      return [...characters, enter(last, keyboard), enter(last, keyboard)];
    case 'tab':
      return [...characters, { after: last, code: 'Tab', key: 'Tab', keyCode: 9 }];
    case 'none':
      return characters;
  }
};

/** Presses keys in one window, at their own pace and without waiting for what the window makes of them. */
export class ScannerLine {
  readonly #session: CDPSession;
  #due = 0;
  readonly #sent: Promise<unknown>[] = [];

  private constructor(session: CDPSession) {
    this.#session = session;
  }
  static async open(page: Page): Promise<ScannerLine> {
    return new ScannerLine(await page.context().newCDPSession(page));
  }

  /** Milliseconds by which the longest gap came out longer than asked for: this PC was busy, which a scanner never is. */
  async press(strokes: readonly Stroke[]): Promise<number> {
    let late = 0;
    let before = performance.now();
    this.#due = Math.max(this.#due, performance.now());
    for (const stroke of strokes) {
      this.#due += stroke.after;
      const wait = this.#due - performance.now();
      if (wait > 0.5) await new Promise((resolve) => setTimeout(resolve, wait));
      this.#send(stroke);
      const now = performance.now();
      late = Math.max(late, now - before - stroke.after);
      before = now;
    }
    await Promise.all(this.#sent.splice(0));
    return late;
  }
  async pause(ms: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.#due = performance.now();
  }

  #send({ code, key, keyCode, text, shift = false, alt = false, only }: Stroke): void {
    const modifiers = (shift ? 8 : 0) + (alt ? 1 : 0);
    // A keyboard's events carry the time they were pressed at, however busy the program is that hears of them.
    const timestamp = Date.now() / 1000;
    const common = { key, code, windowsVirtualKeyCode: keyCode, modifiers, timestamp };
    if (only !== 'up')
      this.#sent.push(
        this.#session.send('Input.dispatchKeyEvent', {
          type: text === undefined ? 'rawKeyDown' : 'keyDown',
          ...common,
          ...(text === undefined ? {} : { text }),
        }),
      );
    if (only !== 'down')
      this.#sent.push(this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }));
  }
}
