// The db process and the documents process of the benchmark: the same code as in the program, over Node's own channel between
// processes in place of Electron's. Started by people-import.ts, or (the documents process) by the db process here.
import { fork, type ChildProcess } from 'node:child_process';
import type { KeptSession } from '../../db/process-messages.ts';
import { documentsClient } from '../../db/documents.ts';
import { serve, type Connection } from '../../db/serve.ts';
import type { Reply, Request } from '../../db/contract/act.ts';
import type { DocumentsReply } from '../../main/documents/messages.ts';
import { serveDocuments } from '../../main/documents/serve.ts';
import { createDocumentsService } from '../../main/documents/service.ts';

export interface OpenMessage {
  readonly path: string;
  readonly key: Uint8Array;
  readonly backupFolder: string;
  readonly sessions: Readonly<Record<string, KeptSession>>;
}
export type ToBenchDb =
  | { readonly open: OpenMessage }
  | { readonly window: string; readonly request: Request }
  | { readonly window: string; readonly cancel: number };
export type FromBenchDb =
  | { readonly opened: true; readonly documentsPid: number }
  | { readonly window: string; readonly reply: Reply }
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly bug: string };

/** How a child of the benchmark is started. */
export const startChild = (role: 'db' | 'documents'): ChildProcess =>
  fork(import.meta.filename, [role], {
    serialization: 'advanced',
    // As main/processes.ts does.
    execArgv: [`--max-old-space-size=${role === 'db' ? 768 : 1024}`, '--max-semi-space-size=8'],
  });

const send = (message: FromBenchDb | DocumentsReply): void => void process.send?.(message);

const beDocuments = (): void => {
  const answer = serveDocuments(createDocumentsService(), send);
  process.on('message', answer);
};

const beDb = (): void => {
  const child = startChild('documents');
  const documents = documentsClient(() =>
    documents.connect({ postMessage: (message) => void child.send(message) }),
  );
  child.on('message', (reply) => documents.receive(reply as DocumentsReply));
  process.on('disconnect', () => {
    child.kill();
    process.exit();
  });
  const windows = new Map<string, Connection>();
  process.on('message', (message) => {
    const asked = message as ToBenchDb;
    if ('open' in asked) {
      const { sessions, ...open } = asked.open;
      const server = serve({
        ...open,
        create: false,
        documents,
        clock: () => new Date().toISOString(),
        onBug: (_, error) =>
          send({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      });
      for (const [window, resume] of Object.entries(sessions))
        windows.set(window, server.connect(window, { resume }));
      send({ opened: true, documentsPid: child.pid ?? 0 });
      return;
    }
    const { window } = asked;
    if ('cancel' in asked) windows.get(window)?.cancel(asked.cancel);
    else
      void windows
        .get(window)
        ?.handle(asked.request, ({ progress }) => send({ progress }))
        .then((reply) => send({ window, reply }));
  });
};

if (process.argv[2] === 'db') beDb();
if (process.argv[2] === 'documents') beDocuments();
