// Entry of the main process: composes windows, processes and policies. No business rule and no file of the books is touched here.
import { app, BrowserWindow, Menu, protocol, session } from 'electron';
import { join } from 'node:path';
import { keepBooks } from './books.ts';
import { serveDesktop } from './desktop/handlers.ts';
import { guardContents, guardSession } from './guard.ts';
import { log } from './log.ts';
import { builtFolder } from './places.ts';
import { startProcesses } from './processes.ts';
import { refuseOutsideControl } from './production.ts';
import { serveAssets } from './protocol.ts';
import { selfTestIfAsked } from './self-test.ts';
import { createMainWindow } from './window.ts';

refuseOutsideControl();
const selfTest = selfTestIfAsked();

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
  { scheme: 'paper', privileges: { standard: true, secure: true, stream: true } },
]);

const start = async (): Promise<void> => {
  await app.whenReady();
  Menu.setApplicationMenu(null);
  protocol.handle('app', serveAssets(join(builtFolder, 'renderer')));
  guardSession(session.defaultSession);
  const processes = startProcesses(builtFolder, (code, params) => books.stopped(code, params));
  const books = keepBooks(processes);
  serveDesktop(books, processes);

  let closing = false;
  let worked = true;
  app.on('before-quit', (event) => {
    if (closing) return;
    // The db process writes everything out before the program is gone.
    closing = true;
    event.preventDefault();
    void processes.close().finally(() => (worked ? app.quit() : app.exit(1)));
  });
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });

  // The window shows while the books are being opened; it asks for the state when its page is there.
  const opened = books.openAtStart();
  const window = createMainWindow(builtFolder);
  processes.attach(window);
  await opened;
  if (selfTest) {
    worked = await selfTest.run(window);
    app.quit();
  }
};

// A second start would be a second writer: it brings the first window forward and ends.
if (app.requestSingleInstanceLock()) {
  guardContents(app);
  start().catch((error: unknown) => {
    log.error('start failed', error instanceof Error ? error.stack : typeof error);
    app.exit(1);
  });
} else {
  app.quit();
}
