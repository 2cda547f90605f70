// A window for screens under jsdom: `window.shop` answers from a real encrypted shop through the same db/serve as the app; only the
// desktop around it (printer, save dialog) is played, because jsdom has none. No act of the books is.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, createEvent, fireEvent, render, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import type { Paper } from '../../db/contract/common.ts';
import type { FaultCode } from '../../db/contract/errors.ts';
import type { Output } from '../../db/contract/index.ts';
import type { Role } from '../../db/contract/permissions.ts';
import type { ChosenSheet, ShopBridge } from '../../main/desktop/contract.ts';
import { createQueries } from '../../renderer/api/index.ts';
import { SessionProvider } from '../../renderer/app/session.tsx';
import { startWords } from '../../renderer/i18n/i18n.ts';
import { LookProvider } from '../../renderer/ui/look.tsx';
import type { OpenShop } from './open-shop.ts';

export interface ShopWindow {
  /** Every act asked for, in order, with its command id. */
  readonly asked: { readonly act: string; readonly commandId: string | undefined }[];
  readonly printed: string[];
  /** What the printer answers; null: it prints. */
  printer: FaultCode | null;
  /** What the file dialog answers; null: it was closed. */
  sheet: ChosenSheet | null;
  readonly saved: Paper[];
  /** Who sits at this window. */
  as: Role;
  /** Milliseconds every answer of the books takes longer. */
  delayMs: number;
}

/** jsdom has no layout: what asks for it gets nothing. */
export const fillGaps = (): void => {
  Element.prototype.scrollIntoView = () => undefined;
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
    }),
  });
  globalThis.ResizeObserver = class {
    observe(): void {
      /* nothing has a size here */
    }
    unobserve(): void {
      /* nothing has a size here */
    }
    disconnect(): void {
      /* nothing has a size here */
    }
  };
};

export const openWindow = (shop: OpenShop, as: Role): ShopWindow => {
  fillGaps();
  const state: ShopWindow = { asked: [], printed: [], printer: null, sheet: null, saved: [], as, delayMs: 0 };
  const call: ShopBridge['call'] = async (act, input, options = {}) => {
    state.asked.push({ act, commandId: options.commandId });
    if (act === 'desktop.printPaper') {
      if (state.printer) return { ok: false, error: { kind: 'fault', code: state.printer } };
      state.printed.push((input as { paper: { fileName: string } }).paper.fileName);
      return { ok: true, data: { printed: true }, changed: [] };
    }
    if (act === 'desktop.savePaper') {
      const { paper } = input as { paper: Paper };
      state.saved.push(paper);
      return { ok: true, data: { saved: true, fileName: paper.fileName }, changed: [] };
    }
    if (act === 'desktop.chooseSheet') return { ok: true, data: state.sheet, changed: [] };
    if (act.startsWith('desktop.')) return { ok: true, data: {}, changed: [] };
    if (state.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, state.delayMs));
    const reply = await shop.send(
      { act, input, ...(options.commandId === undefined ? {} : { commandId: options.commandId }) },
      state.as,
    );
    return reply.ok
      ? { ok: true, data: reply.data, changed: reply.changed }
      : { ok: false, error: reply.error };
  };
  Object.defineProperty(window, 'shop', {
    configurable: true,
    value: { call, on: () => () => undefined } satisfies ShopBridge,
  });
  return state;
};

/** Renders a place as the frame would, for whoever sits at the window. */
export const show = async (shop: OpenShop, as: Role, place: ReactNode, path = '/'): Promise<void> => {
  cleanup();
  await startWords();
  const { me } = await shop.call('staff.me', {}, { as });
  const status: Output<'shop.status'> = await shop.call('shop.status', {}, { as });
  if (!me) throw new Error('nobody is signed in');
  render(
    <QueryClientProvider client={createQueries()}>
      <LookProvider>
        <MemoryRouter initialEntries={[path]}>
          <SessionProvider me={me} status={status}>
            {place}
          </SessionProvider>
        </MemoryRouter>
      </LookProvider>
    </QueryClientProvider>,
  );
};

/** One key, where the focus is, as a keyboard under a Chinese input method sends it; `at`: when, by the event's own clock. */
export const press = (
  code: string,
  keys: { readonly ctrlKey?: boolean; readonly shiftKey?: boolean } = {},
  at?: number,
): void => {
  const named = code.replace(/^(Key|Digit)/, '');
  const target = document.activeElement ?? document.body;
  const event = createEvent.keyDown(target, { code, key: named, keyCode: 229, ...keys });
  if (at !== undefined) Object.defineProperty(event, 'timeStamp', { value: at });
  fireEvent(target, event);
};

/** Of the last key scanned: time only goes on. */
let scannedAt = 0;

/**
 * A scan as it reaches the window: physical keys, a moment apart, closed by Enter. The moments are the events' own, because a busy
 * machine would otherwise stretch a scan into the slow typing of a person.
 */
export const scan = (code: string): void => {
  scannedAt = Math.max(scannedAt, new KeyboardEvent('keydown').timeStamp);
  for (const symbol of code) {
    const named = /[A-Z]/.test(symbol) ? `Key${symbol}` : symbol === '-' ? 'Minus' : `Digit${symbol}`;
    press(named, {}, (scannedAt += 1));
  }
  press('Enter', {}, (scannedAt += 1));
};

export const byId = (testId: string): HTMLElement | null =>
  document.querySelector(`[data-testid="${testId}"]`);
export const allById = (testId: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`),
];

/** Waits, with the patience of all tests, until an element with this id is there (and its text contains `text`). */
export const see = (testId: string, text = ''): Promise<HTMLElement> =>
  waitFor(() => {
    const found = byId(testId);
    if (!found) throw new Error(`${testId} is not on the screen: ${document.body.textContent.slice(0, 400)}`);
    if (!found.textContent.includes(text))
      throw new Error(`${testId} reads “${found.textContent}”, not “${text}”`);
    return found;
  });
