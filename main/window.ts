// The one place that makes windows, with the settings no window may go without.
import { app, BrowserWindow, screen } from 'electron';
import { join } from 'node:path';
import { appOrigin } from './protocol.ts';

/** Sandboxed, isolated, no Node: the page reaches the books only through the preload's two functions. */
export const windowPreferences = (preload: string | undefined) => ({
  ...(preload === undefined ? {} : { preload }),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  spellcheck: false,
  devTools: !app.isPackaged,
});

export const createMainWindow = (builtFolder: string): BrowserWindow => {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(width, 1440),
    height: Math.min(height, 900),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#F6F8FA',
    autoHideMenuBar: true,
    webPreferences: windowPreferences(join(builtFolder, 'preload', 'preload.cjs')),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/`);
  return window;
};
