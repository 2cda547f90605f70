// Supervision of the db process and the documents process: forks them, hands out ports, starts them again when they die.
import {
  MessageChannelMain,
  utilityProcess,
  type BrowserWindow,
  type MessagePortMain,
  type UtilityProcess,
} from 'electron';
import { join } from 'node:path';
import type { Params } from '../db/contract/act.ts';
import type { FaultCode } from '../db/contract/errors.ts';
import type { FromDb, KeptSession, ToDb } from '../db/process-messages.ts';
import { log } from './log.ts';

export interface BooksToOpen {
  readonly path: string;
  readonly key: Uint8Array;
  readonly create: boolean;
  readonly backupFolder: string;
}
export type Opened =
  { readonly ok: true } | { readonly ok: false; readonly code: FaultCode; readonly params?: Params };

/** More deaths than this within a minute: something is wrong that starting again does not mend. */
const mostRestarts = 5;
const restartWindowMs = 60_000;

export interface Processes {
  /** Opens books in a fresh db process, ending an earlier one. */
  open(books: BooksToOpen): Promise<Opened>;
  /** Gives a window its line to the books, now and after every restart. */
  attach(window: BrowserWindow): void;
  /** A line for main's own use with the session of the window (filling the practice shop). */
  line(window: BrowserWindow): MessagePortMain;
  close(): Promise<void>;
}

export const startProcesses = (
  builtFolder: string,
  onStopped: (code: FaultCode, params?: Params) => void,
): Processes => {
  let db: UtilityProcess | null = null;
  let documents: UtilityProcess | null = null;
  let books: BooksToOpen | null = null;
  let deaths: number[] = [];
  const windows = new Map<number, BrowserWindow>();
  const sessions = new Map<number, KeptSession>();

  const toDb = (message: ToDb, ports: MessagePortMain[] = []): void => db?.postMessage(message, ports);

  const forkDocuments = (): void => {
    documents ??= fork(builtFolder, 'documents', () => {
      documents = null;
      toDb({ documentsGone: true });
    });
    const { port1, port2 } = new MessageChannelMain();
    documents.postMessage({}, [port1]);
    toDb({ documents: true }, [port2]);
  };

  const receive = (message: FromDb): void => {
    if ('wantsDocuments' in message) forkDocuments();
    else if ('session' in message) sessions.set(message.window, message.session);
    else if ('bug' in message) log.error(`incident ${message.bug}`, message.name, message.stack);
  };

  const give = (window: BrowserWindow, restarted: boolean): void => {
    const { port1, port2 } = new MessageChannelMain();
    toDb({ connect: '1号柜台', window: window.id, resume: sessions.get(window.id) ?? null }, [port1]);
    window.webContents.postMessage('db-port', restarted, [port2]);
  };

  const stopped = (code: FaultCode, params?: Params): void => {
    for (const window of windows.values())
      window.webContents.send('db-stopped', { code, ...(params && { params }) });
    onStopped(code, params);
  };

  /** The db process died by itself: start it again, give every window a new line. */
  const restart = async (): Promise<void> => {
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < restartWindowMs), now];
    log.warn('db process died; starts again', deaths.length);
    if (!books || deaths.length > mostRestarts) {
      stopped('books-stopped');
      return;
    }
    const opened = await start({ ...books, create: false });
    if (!opened.ok) {
      stopped(opened.code, opened.params);
      return;
    }
    for (const window of windows.values()) give(window, true);
  };

  const start = (toOpen: BooksToOpen): Promise<Opened> =>
    new Promise((resolve) => {
      const started = fork(builtFolder, 'db', () => {
        // An ending we asked for has already put another process (or none) in its place.
        if (db !== started) return;
        db = null;
        resolve({ ok: false, code: 'books-stopped' });
        void restart();
      });
      db = started;
      started.on('message', (message: FromDb) => {
        if ('opened' in message) {
          books = toOpen;
          resolve({ ok: true });
        } else if ('fault' in message) {
          db = null;
          started.kill();
          resolve({ ok: false, code: message.fault, ...(message.params && { params: message.params }) });
        } else receive(message);
      });
      toDb({ open: toOpen });
    });

  /** Lets the db process write everything out; a process that does not answer is ended after five seconds. */
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      const ending = db;
      db = null;
      books = null;
      documents?.kill();
      documents = null;
      if (!ending) return resolve();
      const impatient = setTimeout(() => void ending.kill(), 5_000);
      ending.once('exit', () => {
        clearTimeout(impatient);
        resolve();
      });
      ending.postMessage({ close: true } satisfies ToDb);
    });

  return {
    async open(toOpen) {
      await close();
      sessions.clear();
      const opened = await start(toOpen);
      if (opened.ok) for (const window of windows.values()) give(window, false);
      return opened;
    },
    attach(window) {
      windows.set(window.id, window);
      window.on('closed', () => windows.delete(window.id));
      // Every load of the page needs a line of its own: the old page took its port with it.
      window.webContents.on('did-finish-load', () => {
        if (db && books) give(window, false);
      });
    },
    line(window) {
      const { port1, port2 } = new MessageChannelMain();
      toDb({ connect: '办公室', window: -window.id, resume: sessions.get(window.id) ?? null }, [port1]);
      return port2;
    },
    close,
  };
};

/**
 * A hostile sheet may eat the documents process, never the PC (reliability.md §8). The closer the bound, the earlier a process
 * sweeps up after itself: half a million rows of a roster fit into the books' one.
 */
const mostMegabytes = { db: 768, documents: 1024 } as const;
/** Room for what is new and soon gone. Left to itself it grows while a large sheet is read, by as much as all of its rows take. */
const newMegabytes = 8;

const fork = (builtFolder: string, name: 'db' | 'documents', onExit: () => void): UtilityProcess => {
  const started = utilityProcess.fork(join(builtFolder, 'main', `${name}.js`), [], {
    serviceName: `shop-${name}`,
    stdio: 'pipe',
    execArgv: [`--max-old-space-size=${mostMegabytes[name]}`, `--max-semi-space-size=${newMegabytes}`],
  });
  started.stderr?.on('data', (text: Buffer) => log.warn(`${name}:`, firstLine(text)));
  started.once('exit', onExit);
  return started;
};

/** Where, not what: a thrown message may quote input. */
const firstLine = (text: Buffer): string =>
  /^\s+at .*$/m.exec(text.toString())?.[0].trim() ?? `${text.length} bytes`;
