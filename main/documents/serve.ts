// Turns port messages into calls of the service: one answer a request, progress in between, cancel by id.
import type { SheetChunk } from '../../db/contract/documents.ts';
import { chunksAhead, type DocumentsReply, type DocumentsRequest } from './messages.ts';
import { DocumentRefusal } from './refusal.ts';
import type { DocumentsService } from './service.ts';

export function serveDocuments(
  service: DocumentsService,
  reply: (message: DocumentsReply) => void,
): (message: unknown) => void {
  const running = new Map<number, Running>();
  return (message) => {
    // Both ends of this port are ours; the shape is fixed in messages.ts.
    const request = message as DocumentsRequest;
    if ('cancel' in request) running.get(request.cancel)?.cancel();
    else if ('more' in request) running.get(request.more)?.more();
    else {
      const run = createRun();
      running.set(request.id, run);
      void answer(service, request, reply, run).then((result) => {
        running.delete(request.id);
        reply(result);
      });
    }
  };
}

type Asked = Extract<DocumentsRequest, { readonly id: number }>;

/** One request under way: whether it was given up, and how many chunks the asker still takes. */
interface Running {
  readonly isCancelled: () => boolean;
  readonly cancel: () => void;
  readonly more: () => void;
  /** Waits until the asker takes another chunk. */
  readonly turn: () => Promise<void>;
}

function createRun(): Running {
  let cancelled = false;
  let credit = chunksAhead;
  let wake: (() => void) | null = null;
  const stir = (): void => {
    wake?.();
    wake = null;
  };
  return {
    isCancelled: () => cancelled,
    cancel: () => {
      cancelled = true;
      stir();
    },
    more: () => {
      credit += 1;
      stir();
    },
    turn: async () => {
      // A cancel arrives only when the port gets a word in.
      await new Promise((resolve) => setImmediate(resolve));
      while (credit === 0 && !cancelled) await new Promise<void>((resolve) => (wake = resolve));
      credit -= 1;
      if (cancelled) throw new DocumentRefusal('cancelled');
    },
  };
}

async function answer(
  service: DocumentsService,
  request: Asked,
  reply: (message: DocumentsReply) => void,
  { isCancelled, turn }: Running,
): Promise<DocumentsReply> {
  const { id } = request;
  try {
    if ('readSheet' in request) {
      const take = async (chunk: SheetChunk): Promise<void> => {
        await turn();
        reply({ id, chunk });
      };
      return { id, ok: true, reading: await service.readSheet(request.readSheet, { take, isCancelled }) };
    }
    const onProgress = (progress: { readonly done: number; readonly total: number }): void =>
      reply({ id, progress });
    return { id, ok: true, document: await service.render(request.render, { onProgress, isCancelled }) };
  } catch (error) {
    if (error instanceof DocumentRefusal) {
      return { id, ok: false, error: { kind: 'refusal', code: error.code, params: error.params } };
    }
    // The stack only: messages of libraries may quote what they were given.
    const stack =
      error instanceof Error
        ? (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at'))
        : [];
    const name = error instanceof Error ? error.name : 'unknown';
    return { id, ok: false, error: { kind: 'bug', message: [name, ...stack].join('\n') } };
  }
}
