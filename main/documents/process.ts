// Entry of the documents process: answers requests on the port main hands over. Opens no file but the fonts,
// knows no store; if it dies, main starts another and asks again.
import { serveDocuments } from './serve.ts';
import { createDocumentsService } from './service.ts';

/** Electron's parentPort and MessagePortMain, as far as they are used here; this part imports no Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly ports: readonly DocumentsPort[] }) => void): void;
}
interface DocumentsPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  postMessage(message: unknown): void;
}

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
const service = createDocumentsService();

parentPort.on('message', (event) => {
  const port = event.ports[0];
  if (port === undefined) return;
  const answer = serveDocuments(service, (reply) => port.postMessage(reply));
  port.on('message', ({ data }) => answer(data));
  port.start();
});
