// A scanner fired while the cursor stands in a field: the digits arrive there too, eight milliseconds apart by the events' own
// clock, however slow the machine under test is.
import { fireEvent } from '@testing-library/react';

const gapMs = 8;
/** Longer than any hand pauses within what it types. */
const pauseMs = 1000;

const keyAt = (field: HTMLInputElement, code: string, key: string, at: number): boolean => {
  const event = new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  return fireEvent(field, event);
};

export const scanInto = (field: HTMLElement, digits: string): void => {
  const input = field as HTMLInputElement;
  input.focus();
  let at = new KeyboardEvent('keydown').timeStamp + pauseMs;
  for (const digit of digits) {
    if (keyAt(input, `Digit${digit}`, digit, at))
      fireEvent.change(input, { target: { value: input.value + digit } });
    at += gapMs;
  }
  keyAt(input, 'Enter', 'Enter', at);
};
