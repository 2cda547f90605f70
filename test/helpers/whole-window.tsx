// The whole window under jsdom, from first run to sign-in: the books are served by db/serve from a real encrypted file; only the
// desktop around them (main process) is played, in the shape of main/desktop/contract.ts.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanup, render } from '@testing-library/react';
import { serve, type Connection, type Server } from '../../db/serve.ts';
import type {
  BooksKind,
  DesktopState,
  ShopBridge,
  ShopEventName,
  ShopReply,
} from '../../main/desktop/contract.ts';
import { Root } from '../../renderer/app/root.tsx';
import { startWords } from '../../renderer/i18n/i18n.ts';
import { localDocuments } from './local-documents.ts';
import { fillGaps } from './shop-window.tsx';

export interface WholeWindow {
  /** Acts asked for, in order. */
  readonly asked: string[];
  readonly saved: string[];
  now: string;
  /** What the printer answers instead of printing. */
  hasPrinter: boolean;
  /** The db process died and runs again: a new line with nobody signed in, as after a crash of both. */
  restart(): void;
  close(): Promise<void>;
}

const done = (data: unknown): ShopReply => ({ ok: true, data, changed: [] });

export const openWholeWindow = async (): Promise<WholeWindow> => {
  fillGaps();
  await startWords();
  window.location.hash = '#/';
  const folder = mkdtempSync(join(tmpdir(), 'window-'));
  const listeners = new Map<ShopEventName, Set<(detail: never) => void>>();
  let kind: BooksKind = 'real';
  let server: Server | null = null;
  let line: Connection | null = null;
  let lastId = 0;
  const state: WholeWindow = {
    asked: [],
    saved: [],
    now: '2026-05-04T02:12:00.000Z',
    hasPrinter: false,
    restart() {
      line = server?.connect('办公室') ?? null;
      for (const listener of listeners.get('db-restarted') ?? []) (listener as (detail: object) => void)({});
    },
    async close() {
      cleanup();
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const desktopState = (): DesktopState => ({
    stage: server ? 'books' : 'no-books',
    fault: null,
    kind,
    practice: kind === 'practice',
    booksAvailable: { real: server !== null, practice: false },
    keyStore: 'os',
    version: '0.1.0',
    runtime: { electron: '33.2.1', chrome: '130', node: '20.18.1' },
  });
  const desktop: Readonly<Record<string, (input: never) => ShopReply>> = {
    'desktop.state': () => done(desktopState()),
    'desktop.createBooks': ({ kind: wanted }: { kind: BooksKind }) => {
      kind = wanted;
      server = serve({
        path: join(folder, 'shop.db'),
        key: randomBytes(32),
        create: true,
        documents: localDocuments(),
        backupFolder: join(folder, 'backups'),
        clock: () => state.now,
        onBug: (_, error) => {
          throw error;
        },
      });
      line = server.connect('办公室');
      return done({ recoveryCode: 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ23' });
    },
    'desktop.savePaper': ({ paper }: { paper: { fileName: string } }) => {
      state.saved.push(paper.fileName);
      return done({ saved: true, fileName: paper.fileName });
    },
    'desktop.printPaper': () =>
      state.hasPrinter
        ? done({ printed: true })
        : { ok: false, error: { kind: 'fault', code: 'printer-none' } },
  };
  const call: ShopBridge['call'] = async (act, input, options = {}) => {
    state.asked.push(act);
    if (act.startsWith('desktop.')) return desktop[act]?.(input as never) ?? done({});
    if (!line) throw new Error('asked before there were books');
    const { commandId, onProgress } = options;
    const reply = await line.handle(
      { id: (lastId += 1), act, input, ...(commandId === undefined ? {} : { commandId }) },
      ({ progress }) => onProgress?.(progress.done, progress.total),
    );
    return reply.ok
      ? { ok: true, data: reply.data, changed: reply.changed }
      : { ok: false, error: reply.error };
  };
  const on: ShopBridge['on'] = (event, listener) => {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(listener));
    return () => void all.delete(listener);
  };
  Object.defineProperty(window, 'shop', { configurable: true, value: { call, on } satisfies ShopBridge });
  render(<Root />);
  return state;
};
