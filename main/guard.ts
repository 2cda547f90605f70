// What the window may never do, whatever its page is made to try. Pure decisions first, then the wiring.
import type { App, Session } from 'electron';
import { appOrigin } from './protocol.ts';

/** The shop's own pages and nothing else; the trailing slash keeps app://shop.evil out. */
export const mayNavigate = (url: string): boolean => url === appOrigin || url.startsWith(`${appOrigin}/`);

/** The PDF viewer is the one part of Chromium that is let in; everything that could leave this PC is not. */
export const mayRequest = (url: string): boolean =>
  /^(app|blob|data|chrome-extension|chrome|devtools):/.test(url);

export const guardContents = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
};

/** Electron grants permissions by default; this program needs none. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }));
};
