// Drives the real program in the real Electron the way a person would: keys, clicks, and the files chosen in its dialogs.
// Used by the end-to-end tests and by the demo. Knows windows and dialogs; what a shop does with them is in main-job.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type {
  CallOptions,
  DesktopActName,
  DesktopInput,
  DesktopOutput,
  ShopReply,
} from '../../main/desktop/contract.ts';
import type { ActName, Input, Output } from '../../db/contract/index.ts';
import { launchOptions, type Prepared } from '../../scripts/lib/prepare.mjs';

/** Runs inside the page; only what stands in this function is known there. */
const callInPage = ({
  act,
  input,
  commandId,
}: {
  act: string;
  input: unknown;
  commandId?: string;
}): Promise<ShopReply> => window.shop.call(act, input, commandId === undefined ? {} : { commandId });

export class CallFailed extends Error {
  readonly error: Extract<ShopReply, { ok: false }>['error'];
  constructor(act: string, error: Extract<ShopReply, { ok: false }>['error']) {
    super(`${act}: ${error.kind === 'bug' ? error.incident : error.code}`);
    this.error = error;
  }
}

export class Drive {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The program's own folder of data, removed at the end unless it was given. */
  readonly userData: string;
  readonly #removes: boolean;
  /** What the page complained about: scripts, styles or requests the content policy refused, thrown errors. */
  readonly complaints: string[] = [];

  private constructor(app: ElectronApplication, page: Page, userData: string, removes: boolean) {
    this.app = app;
    this.page = page;
    this.userData = userData;
    this.#removes = removes;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** Starts the built program; `userData` keeps its data over several starts. */
  static async start(
    prepared: Pick<Prepared, 'runtime' | 'args' | 'env'>,
    userData?: string,
  ): Promise<Drive> {
    const folder = userData ?? mkdtempSync(join(tmpdir(), 'drive-'));
    const app = await _electron.launch(launchOptions(prepared, { userData: folder }));
    const page = await app.firstWindow();
    // Twice what the slowest step takes on a PC that runs two of these and more beside it.
    page.setDefaultTimeout(60_000);
    return new Drive(app, page, folder, userData === undefined);
  }

  async close(): Promise<void> {
    await this.app.close();
    if (this.#removes) rmSync(this.userData, { recursive: true, force: true });
  }

  /** The next file dialog answers with this file, as if it had been chosen. */
  async nextFile(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
  }

  /** Every save dialog from now on answers with the proposed name in this folder, or with the given name. */
  async saveInto(folder: string, fileName?: string): Promise<void> {
    await this.app.evaluate(
      ({ dialog }, [into, name]) => {
        const last = (path: string): string =>
          path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        dialog.showSaveDialog = (...given: unknown[]) => {
          const { defaultPath = '' } = given.at(-1) as { defaultPath?: string };
          return Promise.resolve({ canceled: false, filePath: `${into}/${name ?? last(defaultPath)}` });
        };
      },
      [folder, fileName] as const,
    );
  }

  /** An act over the page's own line to the books, for reading back what the program knows. */
  async call<A extends ActName>(
    act: A,
    input: Input<A>,
    { commandId }: Pick<CallOptions, 'commandId'> = {},
  ): Promise<Output<A>> {
    return (await this.#ask(act, input, commandId)) as Output<A>;
  }

  async desktop<A extends DesktopActName>(act: A, input: DesktopInput<A>): Promise<DesktopOutput<A>> {
    return (await this.#ask(act, input, undefined)) as DesktopOutput<A>;
  }

  /** The preview of the roster that the next file dialog answers with; the sheet itself never leaves the page. */
  async previewRoster(): Promise<Output<'people.previewImport'>> {
    const reply = await this.page.evaluate(async (): Promise<ShopReply> => {
      const chosen = await window.shop.call('desktop.chooseSheet', {});
      return chosen.ok ? window.shop.call('people.previewImport', { sheet: chosen.data }) : chosen;
    });
    if (!reply.ok) throw new CallFailed('people.previewImport', reply.error);
    return reply.data as Output<'people.previewImport'>;
  }

  async #ask(act: string, input: unknown, commandId: string | undefined): Promise<unknown> {
    const reply = await this.page.evaluate(callInPage, {
      act,
      input,
      ...(commandId === undefined ? {} : { commandId }),
    });
    if (!reply.ok) throw new CallFailed(act, reply.error);
    return reply.data;
  }

  /**
   * A scanner: one key right after the other, ended by Enter. The keys are sent without waiting for each other, because a busy
   * machine would otherwise stretch a scan into the slow typing of a person.
   */
  async scan(code: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const key = (type: 'keyDown' | 'keyUp', symbol: string): Promise<unknown> => {
      const letter = /[A-Z]/.test(symbol);
      return session.send('Input.dispatchKeyEvent', {
        type,
        key: symbol,
        // Without its text a key moves the program's own keys, but writes nothing into a field.
        ...(type === 'keyDown' ? { text: symbol === 'Enter' ? '\r' : symbol } : {}),
        code: symbol === 'Enter' ? symbol : `${letter ? 'Key' : 'Digit'}${symbol}`,
        windowsVirtualKeyCode: symbol === 'Enter' ? 13 : symbol.charCodeAt(0),
        modifiers: letter ? 8 : 0,
      });
    };
    const keys = [...code, 'Enter'];
    await Promise.all(keys.flatMap((symbol) => [key('keyDown', symbol), key('keyUp', symbol)]));
    await session.detach();
  }

  byId(testId: string) {
    return this.page.getByTestId(testId);
  }

  /** Clicks the one button of this name that can be seen. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(value);
  }

  /** Goes to a place of the left column by its key: 1 counter … 7 keeping, 0 home. */
  async go(place: number): Promise<void> {
    await this.page.keyboard.press(`Alt+${String(place)}`);
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }
}
