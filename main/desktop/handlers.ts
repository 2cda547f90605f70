// The acts of the desktop: one handler each, input checked like the books' own. Answers the window in the books' shape.
import { randomBytes } from 'node:crypto';
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { DesktopFault, type BooksKeeper } from '../books.ts';
import { mayNavigate } from '../guard.ts';
import { log } from '../log.ts';
import { sampleFolder } from '../places.ts';
import { caller, fillPractice, StepFailed } from '../practice.ts';
import type { Processes } from '../processes.ts';
import { openManual } from './manual.ts';
import type { DesktopActName, DesktopInput, DesktopOutput, ShopReply } from './contract.ts';
import { chooseSheet, paperInput, previewPaper, printPaper, savePaper } from './papers.ts';

interface Asked {
  readonly window: BrowserWindow;
  readonly progress: (done: number, total: number) => void;
}
interface DesktopHandler<A extends DesktopActName> {
  readonly input: z.ZodType<DesktopInput<A>>;
  readonly answer: (asked: Asked, input: DesktopInput<A>) => Promise<DesktopOutput<A>>;
}
type DesktopHandlers = { readonly [A in DesktopActName]: DesktopHandler<A> };

const nothing = z.strictObject({});
const booksKind = z.strictObject({ kind: z.enum(['real', 'practice']) });

const handlersFor = (books: BooksKeeper, processes: Processes): DesktopHandlers => ({
  'desktop.state': { input: nothing, answer: () => books.settled() },
  'desktop.createBooks': { input: booksKind, answer: (_, { kind }) => books.create(kind) },
  'desktop.fillPractice': {
    input: nothing,
    answer: async ({ window, progress }) => {
      if (!books.state().practice) throw new DesktopFault('books-in-use');
      await fillPractice(processes.line(window), sampleFolder(), progress);
      return {};
    },
  },
  'desktop.renewRecovery': {
    input: nothing,
    // The code opens stolen books as well: only a manager who is signed in at this window gets one.
    answer: async ({ window }) => {
      const port = processes.line(window);
      try {
        const { me, locked } = await caller(port)('staff.me', {});
        if (me?.role !== 'manager' || locked)
          throw new StepFailed({
            kind: 'refusal',
            code: 'not-permitted',
            ...(me && { params: { role: me.role } }),
          });
      } finally {
        port.close();
      }
      return books.renewRecovery();
    },
  },
  'desktop.openBooks': {
    input: booksKind,
    answer: async ({ window }, { kind }) => {
      await books.switchTo(kind);
      window.webContents.reload();
      return {};
    },
  },
  'desktop.recover': {
    input: z.strictObject({ recoveryCode: z.string().max(200) }),
    answer: async ({ window }, { recoveryCode }) => {
      await books.recover(recoveryCode);
      window.webContents.reload();
      return {};
    },
  },
  'desktop.chooseSheet': { input: nothing, answer: ({ window }) => chooseSheet(window) },
  'desktop.savePaper': { input: paperInput, answer: ({ window }, { paper }) => savePaper(window, paper) },
  'desktop.printPaper': { input: paperInput, answer: ({ window }, { paper }) => printPaper(window, paper) },
  'desktop.previewPaper': {
    input: paperInput,
    answer: ({ window }, { paper }) => previewPaper(window, paper),
  },
  'desktop.openManual': {
    input: z.strictObject({ page: z.string().max(60).optional() }),
    answer: ({ window }, { page }) => openManual(window, page),
  },
});

/** Only the top frame of a living window of ours, on our own page, may ask (reliability.md §4). */
const senderWindow = (event: IpcMainInvokeEvent): BrowserWindow | null => {
  const window = BrowserWindow.fromWebContents(event.sender);
  const frame = event.senderFrame;
  if (!window || window.isDestroyed() || !frame || frame !== event.sender.mainFrame) return null;
  return mayNavigate(frame.url) ? window : null;
};

const replyTo = async (
  handlers: DesktopHandlers,
  window: BrowserWindow,
  id: number,
  act: unknown,
  input: unknown,
): Promise<ShopReply> => {
  try {
    if (typeof act !== 'string' || !Object.hasOwn(handlers, act))
      return { ok: false, error: { kind: 'refusal', code: 'act-unknown' } };
    const handler = handlers[act as DesktopActName] as DesktopHandler<DesktopActName>;
    const parsed = handler.input.safeParse(input);
    if (!parsed.success) return { ok: false, error: { kind: 'refusal', code: 'input-invalid' } };
    const progress = (done: number, total: number): void =>
      window.webContents.send('desktop-progress', id, done, total);
    return { ok: true, data: await handler.answer({ window, progress }, parsed.data), changed: [] };
  } catch (error) {
    if (error instanceof DesktopFault || error instanceof StepFailed)
      return { ok: false, error: error.error };
    const incident = randomBytes(4).toString('hex').toUpperCase();
    log.error(
      `incident ${incident}`,
      error instanceof Error ? (error.stack ?? '').split('\n').slice(1).join('\n') : typeof error,
    );
    return { ok: false, error: { kind: 'bug', incident } };
  }
};

export const serveDesktop = (books: BooksKeeper, processes: Processes): void => {
  const handlers = handlersFor(books, processes);
  ipcMain.handle(
    'desktop',
    (event, id: unknown, act: unknown, input: unknown): Promise<ShopReply> | ShopReply => {
      const window = senderWindow(event);
      if (!window) return { ok: false, error: { kind: 'refusal', code: 'not-permitted' } };
      return replyTo(handlers, window, Number(id), act, input);
    },
  );
};
