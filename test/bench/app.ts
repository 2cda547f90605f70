// The real program in the real Electron on a copy of the made books: opened by the recovery code, as on a new PC, and signed in
// through the same bridge as the screens.
import { constants, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { launchOptions, type Prepared } from '../../scripts/lib/prepare.mjs';
import type { DesktopState } from '../../main/desktop/contract.ts';
import { password } from '../helpers/open-shop.ts';
import { measureInPage, type Sample } from './in-page.ts';
import type { BenchBooks } from './kept-books.ts';
import { booksFile, keysFile } from './make-books.ts';
import type { Round } from './sales.ts';
import { measurePaper, type PaperSample } from './voucher-paper.ts';

export interface BenchApp {
  readonly runtime: DesktopState['runtime'];
  /** Milliseconds from the recovery code to open books: key, every page checked. */
  readonly openMs: number;
  measure(rounds: readonly Round[], from: number): Promise<readonly Sample[]>;
  /** Once, after everything else: the manager is signed in then. */
  paper(codes: readonly string[]): Promise<PaperSample>;
  close(): Promise<void>;
}

/** Starts on a copy in `userData`, so that the kept books stay as they were made. */
export const startApp = async (
  prepared: Pick<Prepared, 'runtime' | 'args' | 'env'>,
  books: BenchBooks,
  userData: string,
): Promise<BenchApp> => {
  const folder = join(userData, 'books', 'real');
  mkdirSync(folder, { recursive: true });
  for (const place of [booksFile, keysFile])
    copyFileSync(place(books.folder), place(folder), constants.COPYFILE_FICLONE);
  const app = await _electron.launch(launchOptions(prepared, { userData }));
  try {
    const page = await app.firstWindow();
    await sharpenClock(app);
    const started = Date.now();
    await recover(page, books.recoveryCode);
    const openMs = Date.now() - started;
    if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('the clock of the page is blunt');
    await ask(page, 'staff.signIn', { login: 'wangfang', password }, 'bench-sign-in');
    const { runtime } = (await ask(page, 'desktop.state', {})) as DesktopState;
    return {
      runtime,
      openMs,
      measure: (rounds, from) => page.evaluate(measureInPage, { rounds, from }),
      paper: (codes) =>
        measurePaper(page, (act, input, commandId) => ask(page, act, input, commandId), codes),
      close: () => app.close(),
    };
  } catch (error) {
    await close(app);
    throw error;
  }
};

/** The program loads its window anew as soon as the books are open, perhaps before the answer arrives. */
const recover = async (page: Page, recoveryCode: string): Promise<void> => {
  await page.waitForLoadState('load');
  const loaded = page.waitForEvent('load', { timeout: 300_000 });
  const answered = ask(page, 'desktop.recover', { recoveryCode }).catch((error: unknown) => {
    if (!String(error).includes('context was destroyed')) throw error;
  });
  await Promise.all([loaded, answered]);
};

/** A page's clock ticks every 100 µs, which is a tenth of the floor; a page isolated by these headers has one of 5 µs. */
const sharpenClock = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onHeadersReceived(({ responseHeaders }, answer) =>
      answer({
        responseHeaders: {
          ...responseHeaders,
          'Cross-Origin-Opener-Policy': ['same-origin'],
          'Cross-Origin-Embedder-Policy': ['require-corp'],
        },
      }),
    );
  });

const close = (app: ElectronApplication): Promise<void> => app.close().catch(() => undefined);

const ask = async (page: Page, act: string, input: unknown, commandId?: string): Promise<unknown> => {
  const reply = await page.evaluate(
    ({ act, input, commandId }) => window.shop.call(act, input, commandId === undefined ? {} : { commandId }),
    { act, input, commandId },
  );
  if (!reply.ok) throw new Error(`${act}: ${JSON.stringify(reply.error)}`);
  return reply.data;
};
