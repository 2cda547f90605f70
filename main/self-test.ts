// `--self-test`: tries this installation on this PC and says in one line of JSON whether it works (scripts/README.md). The real
// window, preload, processes, key store and fonts are used, on books in a temporary folder; the shop's own books are never opened.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { ActName, Input } from '../db/contract/index.ts';
import type { DesktopActName, DesktopInput, DesktopState, ShopReply } from './desktop/contract.ts';
import { booksPlace } from './places.ts';

const longestMs = 120_000;

class StepFailed extends Error {}

export interface SelfTest {
  /** Tries everything in this window, says the result, answers whether all went well. */
  run(window: BrowserWindow): Promise<boolean>;
}

/**
 * Null in a usual start; to be asked before anything looks for the folder of user data. The program asked for a self-test starts
 * itself once more on a temporary folder and ends with that one's answer (this never returns): only from outside can the folder
 * be removed when all is over, and a program that dies or hangs be told from one that works.
 */
export const selfTestIfAsked = (): SelfTest | null => {
  const folder = app.commandLine.getSwitchValue('self-test-folder');
  if (folder !== '') return testIn(folder);
  if (app.commandLine.hasSwitch('self-test')) process.exit(startOnTemporaryFolder());
  return null;
};

const startOnTemporaryFolder = (): number => {
  const folder = mkdtempSync(join(tmpdir(), 'cishan-chaoshi-self-test-'));
  try {
    const { status } = spawnSync(
      process.execPath,
      [...process.argv.slice(1), `--self-test-folder=${folder}`],
      {
        stdio: 'inherit',
        timeout: longestMs + 30_000,
        killSignal: 'SIGKILL',
      },
    );
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
};

const testIn = (folder: string): SelfTest => {
  // Whoever names a folder by hand must not get books of a shop into the hands of a test.
  if (!existsSync(folder) || readdirSync(folder).length > 0) process.exit(2);
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  app.setAppLogsPath(join(folder, 'logs'));
  return { run: (window) => runWithin(window, longestMs) };
};

const runWithin = async (window: BrowserWindow, withinMs: number): Promise<boolean> => {
  const done: Record<string, number> = {};
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new StepFailed('no answer in time')), withinMs);
  });
  try {
    const facts = await Promise.race([steps(window, done), tooLate]);
    await say({ ok: true, ...facts, ms: done });
    return true;
  } catch (error) {
    // Our own words or the place, never a message that might quote a file of the user's.
    const why =
      error instanceof StepFailed ? error.message : error instanceof Error ? error.name : typeof error;
    await say({ ok: false, version: app.getVersion(), why, ms: done });
    return false;
  } finally {
    clearTimeout(late);
  }
};

/** Each step is timed under its name; a failed one is the first name missing in the line. */
const steps = async (window: BrowserWindow, done: Record<string, number>): Promise<object> => {
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const from = Date.now();
    const result = await work();
    done[name] = Date.now() - from;
    return result;
  };
  const call = <A extends ActName>(act: A, input: Input<A>): Promise<unknown> => ask(window, act, input);
  const desktop = <A extends DesktopActName>(act: A, input: DesktopInput<A>): Promise<unknown> =>
    ask(window, act, input);

  await step('window', () => pageIsThere(window));
  await step('books', () => desktop('desktop.createBooks', { kind: 'practice' }));
  await step('status', async () => {
    const { setUp } = (await call('shop.status', {})) as { setUp: boolean };
    if (setUp) throw new StepFailed('fresh books are set up already');
  });
  const password = `a1-${randomBytes(12).toString('hex')}`;
  await step('setUp', async () => {
    await call('shop.setUp', {
      name: '自检超市',
      districtCode: '450202',
      districtName: '自检区',
      reportPhone: '0772-0000000',
      practice: true,
      manager: { login: 'zijian', name: '自检员', password },
    });
    await call('staff.signIn', { login: 'zijian', password });
  });
  await step('sheets', () => desktop('desktop.fillPractice', {}));
  const paperBytes = await step('paper', () => paperOf(window));
  await step('reopen', async () => {
    // Closes the books and opens them again with the key this PC keeps.
    await desktop('desktop.openBooks', { kind: 'practice' });
    await pageIsThere(window);
    const { name } = (await call('shop.status', {})) as { name: string };
    if (name !== '自检超市') throw new StepFailed('the books opened again are other books');
  });
  if (!existsSync(booksPlace('practice').file)) throw new StepFailed('no file was written');
  const { version, runtime, keyStore } = (await desktop('desktop.state', {})) as DesktopState;
  return { version, electron: runtime.electron, keyStore, paperBytes };
};

/** A page of Chinese text: libraries, fonts and the process that prints are there. */
const paperOf = async (window: BrowserWindow): Promise<number> => {
  const { head, size } = (await inPage(
    window,
    `window.shop.call('shop.recoverySheet', { recoveryCode: 'ABCD EFGH JKLM' }, { commandId: crypto.randomUUID() })
      .then((reply) => reply.ok
        ? { head: String.fromCharCode(...reply.data.bytes.slice(0, 5)), size: reply.data.bytes.length }
        : { head: reply.error.code ?? reply.error.kind, size: 0 })`,
  )) as { head: string; size: number };
  if (head !== '%PDF-') throw new StepFailed(`no paper: ${head}`);
  return size;
};

/** The page's own way: window.shop of the preload, over the port to the books or over main. */
const ask = async (window: BrowserWindow, act: string, input: unknown): Promise<unknown> => {
  const reply = (await inPage(
    window,
    `window.shop.call(${JSON.stringify(act)}, ${JSON.stringify(input)}, { commandId: crypto.randomUUID() })`,
  )) as ShopReply;
  if (reply.ok) return reply.data;
  throw new StepFailed(
    `${act}: ${reply.error.kind === 'bug' ? `incident ${reply.error.incident}` : reply.error.code}`,
  );
};

const inPage = (window: BrowserWindow, script: string): Promise<unknown> =>
  window.webContents.executeJavaScript(script) as Promise<unknown>;

/** Loaded, and the program has drawn something: an empty page has a body as well. */
const pageIsThere = async (window: BrowserWindow): Promise<void> => {
  const { webContents } = window;
  if (webContents.isLoading())
    await new Promise<void>((resolve, reject) => {
      webContents.once('did-finish-load', () => resolve());
      webContents.once('did-fail-load', (_event, code) =>
        reject(new StepFailed(`page not loaded: ${String(code)}`)),
      );
    });
  await inPage(
    window,
    `new Promise((resolve) => {
      const look = () => document.body.innerText.trim() === '' ? setTimeout(look, 50) : resolve(true);
      look();
    })`,
  );
};

/** Whole before the program ends, also into a pipe. */
const say = (result: object): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(result)}\n`, () => resolve());
  });
