// Entry of the db process: the only opener of the books. Main forks it and hands it ports; it answers acts on them.
import type { MessagePortMain } from 'electron';
import type { Cancel, Request } from './contract/act.ts';
import { documentsClient } from './documents.ts';
import type { DocumentsReply } from '../main/documents/messages.ts';
import { Fault, faultOf, placesOf } from './failures.ts';
import type { FromDb, ToDb } from './process-messages.ts';
import { serve, type Server } from './serve.ts';

const { parentPort } = process;
const tell = (message: FromDb): void => parentPort.postMessage(message);

const documents = documentsClient(() => tell({ wantsDocuments: true }));
let server: Server | null = null;

const open = (message: Extract<ToDb, { open: unknown }>): void => {
  try {
    server = serve({
      ...message.open,
      documents,
      clock: () => new Date().toISOString(),
      onBug: (incident, error) =>
        tell({
          bug: incident,
          stack: placesOf(error),
          name: error instanceof Error ? error.name : typeof error,
        }),
    });
    tell({ opened: true });
  } catch (error) {
    const code = faultOf(error);
    if (!code) throw error;
    tell({ fault: code, ...(error instanceof Fault && error.params && { params: error.params }) });
  }
};

const connect = (
  { connect: terminal, window, resume }: Extract<ToDb, { connect: unknown }>,
  port: MessagePortMain,
): void => {
  if (!server) throw new Error('a window was connected before the books were open');
  const connection = server.connect(terminal, { resume, onSession: (session) => tell({ window, session }) });
  port.on('message', ({ data }: { data: unknown }) => {
    // A window may send anything; the connection refuses what is no request.
    if (typeof data === 'object' && data !== null && 'cancel' in data)
      connection.cancel((data as Cancel).cancel);
    else
      void connection
        .handle(data as Request, (progress) => port.postMessage(progress))
        .then((reply) => port.postMessage(reply));
  });
  port.start();
};

parentPort.on('message', ({ data, ports }) => {
  const message = data as ToDb;
  const [port] = ports;
  if ('open' in message) open(message);
  else if ('connect' in message && port) connect(message, port);
  else if ('documents' in message && port) {
    port.on('message', (event: { data: unknown }) => documents.receive(event.data as DocumentsReply));
    port.start();
    documents.connect(port);
  } else if ('documentsGone' in message) documents.disconnected();
  else if ('close' in message) void (server?.close() ?? Promise.resolve()).then(() => process.exit(0));
});
