// The manual, opened at the page of the screen the user is at, in one window of its own: pressing F1 again turns to the new page.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { DesktopFault } from '../books.ts';
import { manualFolder } from '../places.ts';
import { openViewer } from './papers.ts';

let opened: BrowserWindow | null = null;

/**
 * `page` is the screen's own name (counter, vouchers, …; '' is the home screen); the manual's places are named after them. Without
 * one it opens at its first page. Fault: file-unreadable where this build carries no manual.
 */
export const openManual = async (
  parent: BrowserWindow,
  page: string | undefined,
): Promise<Record<string, never>> => {
  const path = join(manualFolder(), 'manual.pdf');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new DesktopFault('file-unreadable');
  }
  const manual = { kind: 'manual', fileName: '使用手册.pdf', mime: 'application/pdf', bytes, pages: 0 };
  // The earlier window goes when the new one has drawn its page: closing it first can take the engine's PDF viewer down with it.
  const earlier = opened;
  opened = await openViewer(manual, parent, true, page === '' ? 'home' : page);
  if (earlier?.isDestroyed() === false) earlier.close();
  return {};
};
