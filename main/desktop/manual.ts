// The manual: the page that belongs to the screen the user is at, in a window of its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { DesktopFault } from '../books.ts';
import { manualFolder } from '../places.ts';
import { previewPaper } from './papers.ts';

/** Fault: file-unreadable where this build carries no manual. */
export const openManual = async (
  parent: BrowserWindow,
  _page: string | undefined,
): Promise<Record<string, never>> => {
  const path = join(manualFolder(), 'manual.pdf');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new DesktopFault('file-unreadable');
  }
  return previewPaper(parent, {
    kind: 'manual',
    fileName: 'manual.pdf',
    mime: 'application/pdf',
    bytes,
    pages: 0,
  });
};
