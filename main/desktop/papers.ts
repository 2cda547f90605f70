// Finished papers on their way out: saved where the user says, shown in a viewer window, printed.
import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app, BrowserWindow, dialog, session, type WebContents } from 'electron';
import { z } from 'zod';
import { paper, type Paper } from '../../db/contract/common.ts';
import { DesktopFault } from '../books.ts';
import { windowPreferences } from '../window.ts';

/** What the page hands over is checked like any other message: a name of ours, a size a paper can have. */
export const paperInput = z.strictObject({
  paper: paper.extend({
    fileName: z.string().regex(/^[^\\/:*?"<>|\p{Cc}]{1,120}\.(pdf|xlsx|csv)$/u),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>).refine((bytes) => bytes.length <= 256 * 1024 * 1024),
  }),
});

const faultOfFile = (error: unknown): DesktopFault => {
  const code = (error as NodeJS.ErrnoException).code;
  return new DesktopFault(
    code === 'ENOSPC' ? 'disk-full' : code === 'EROFS' ? 'disk-read-only' : 'save-failed',
  );
};

/** Written aside and synced before it takes its name: a stick that fills up leaves no half paper. Faults: disk-full, save-failed. */
export const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw faultOfFile(error);
  }
};

export const savePaper = async (
  parent: BrowserWindow,
  { fileName, bytes }: Paper,
): Promise<{ saved: boolean; fileName?: string }> => {
  const extension = extname(fileName).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(parent, {
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  if (canceled || !filePath) return { saved: false };
  await writeWhole(filePath, bytes);
  return { saved: true, fileName: basename(filePath) };
};

const papers = new Map<string, Uint8Array>();
/** Chromium's PDF viewer stays empty in a session that is kept in memory only; nothing shown here is cached all the same. */
const viewerPartition = 'persist:paper-viewer';

/** The viewer lives in a session of its own that knows one address: the papers that are open right now. */
const viewerSession = () => {
  const viewer = session.fromPartition(viewerPartition, { cache: false });
  if (!viewer.protocol.isProtocolHandled('paper')) {
    viewer.protocol.handle('paper', (request) => {
      const bytes = papers.get(new URL(request.url).host);
      return bytes
        ? new Response(Buffer.from(bytes), { headers: { 'content-type': 'application/pdf' } })
        : new Response('', { status: 404 });
    });
  }
  return viewer;
};

/** The engine's viewer puts the paper into a frame within its own: three with the page itself. False when they do not come in time. */
const drawn = async (window: BrowserWindow, withinMs: number): Promise<boolean> => {
  const until = Date.now() + withinMs;
  while (!window.isDestroyed() && Date.now() < until) {
    if (window.webContents.mainFrame.framesInSubtree.length >= 3) return true;
    await delay(50);
  }
  return window.isDestroyed();
};

/** All windows share one viewer of the engine; another window that closes while this one loads can leave this one empty for good. */
const showPaper = async (window: BrowserWindow, url: string): Promise<void> => {
  await window.loadURL(url);
  for (const patienceMs of [2000, 4000]) {
    if (await drawn(window, patienceMs)) return;
    await window.loadURL('about:blank');
    await window.loadURL(url);
  }
};

/** `place` is a named place of the PDF to open it at; one it does not have opens it at its first page. */
export const openViewer = async (
  { bytes, fileName }: Paper,
  parent: BrowserWindow,
  show: boolean,
  place?: string,
): Promise<BrowserWindow> => {
  const id = randomUUID();
  papers.set(id, bytes);
  viewerSession();
  const window = new BrowserWindow({
    width: 1000,
    height: 860,
    show,
    parent,
    title: fileName,
    autoHideMenuBar: true,
    webPreferences: { ...windowPreferences(undefined), partition: viewerPartition, plugins: true },
  });
  window.on('closed', () => papers.delete(id));
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('before-input-event', (_event, input) => {
    if (input.key === 'Escape') window.close();
  });
  // Without the column of small pages the paper itself is larger.
  const at = place === undefined ? '' : `nameddest=${encodeURIComponent(place)}&`;
  await showPaper(window, `paper://${id}/#${at}navpanes=0`);
  return window;
};

export const previewPaper = async (
  parent: BrowserWindow,
  paperToShow: Paper,
): Promise<Record<string, never>> => {
  await openViewer(paperToShow, parent, true);
  return {};
};

/** A printer may hang for ever and its callback never come (reliability.md §8). */
const printTimeoutMs = 15_000;

const print = (contents: WebContents): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const impatient = setTimeout(() => reject(new DesktopFault('printer-failed')), printTimeoutMs);
    contents.print({ silent: true, printBackground: true }, (success, reason) => {
      clearTimeout(impatient);
      if (success || reason === 'Print job canceled') resolve(success);
      else reject(new DesktopFault('printer-failed'));
    });
  });

/** Faults: printer-none, printer-failed. The act that made the paper is done already; printing again is always safe. */
export const printPaper = async (parent: BrowserWindow, toPrint: Paper): Promise<{ printed: boolean }> => {
  const printers = await parent.webContents.getPrintersAsync();
  if (printers.length === 0) throw new DesktopFault('printer-none');
  const window = await openViewer(toPrint, parent, false);
  try {
    return { printed: await print(window.webContents) };
  } finally {
    window.destroy();
  }
};

/** A sheet can be large; more than this is none of ours. */
const largestSheet = 256 * 1024 * 1024;

export const chooseSheet = async (
  parent: BrowserWindow,
): Promise<{ name: string; bytes: Uint8Array } | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    properties: ['openFile'],
    filters: [{ name: 'Excel / CSV', extensions: ['xlsx', 'xls', 'csv'] }],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  return readSheetFile(path);
};

export const readSheetFile = async (path: string): Promise<{ name: string; bytes: Uint8Array }> => {
  try {
    const bytes = await readFile(path);
    if (bytes.length > largestSheet) throw new DesktopFault('file-unreadable');
    return { name: basename(path), bytes };
  } catch (error) {
    throw error instanceof DesktopFault ? error : new DesktopFault('file-unreadable');
  }
};
