// The documents process as the books see it: a port that appears when the first paper or sheet is wanted, and may die.
import type { Documents, RenderHooks, TakeChunk } from './context.ts';
import {
  documentRefusals,
  type RenderedDocument,
  type SheetChunk,
  type SheetReading,
} from './contract/documents.ts';
import { Fault, Refusal } from './failures.ts';
import type { DocumentsReply, DocumentsRequest } from '../main/documents/messages.ts';

interface Waiting {
  readonly resolve: (value: RenderedDocument | SheetReading) => void;
  readonly reject: (error: Error) => void;
  readonly hooks: RenderHooks;
  readonly take: TakeChunk;
  /** Ends when the chunks that arrived so far were worked through. */
  taken: Promise<void>;
}

export interface Port {
  postMessage(message: DocumentsRequest): void;
}

export interface DocumentsClient extends Documents {
  /** A (new) documents process is there. */
  connect(port: Port): void;
  /** It is gone: what it was asked and has not answered fails; the next wish starts a new one. */
  disconnected(): void;
  receive(reply: DocumentsReply): void;
}

/** How often a running paper looks whether the user gave up. */
const cancelLookMs = 100;

/** `wanted` asks the main process for a documents process; `connect` follows. */
export const documentsClient = (wanted: () => void): DocumentsClient => {
  const waiting = new Map<number, Waiting>();
  let port: Port | null = null;
  let queue: DocumentsRequest[] = [];
  let lastId = 0;

  const send = (message: DocumentsRequest): void => {
    if (port) port.postMessage(message);
    else {
      queue.push(message);
      wanted();
    }
  };

  const ask = async <T extends RenderedDocument | SheetReading>(
    request: (id: number) => DocumentsRequest,
    hooks: RenderHooks,
    take: TakeChunk = () => undefined,
  ): Promise<T> => {
    const id = (lastId += 1);
    const watch = setInterval(() => {
      if (hooks.isCancelled?.()) send({ cancel: id });
    }, cancelLookMs);
    try {
      return await new Promise<T>((resolve, reject) => {
        waiting.set(id, {
          resolve: resolve as Waiting['resolve'],
          reject,
          hooks,
          take,
          taken: Promise.resolve(),
        });
        send(request(id));
      });
    } finally {
      clearInterval(watch);
      waiting.delete(id);
    }
  };

  /** One chunk after the other; who cannot use one gives up the reading. */
  const takeChunk = (id: number, chunk: SheetChunk, asked: Waiting): void => {
    asked.taken = asked.taken.then(() => asked.take(chunk));
    asked.taken.then(
      () => send({ more: id }),
      (error: unknown) => {
        send({ cancel: id });
        asked.reject(error instanceof Error ? error : new Error('a chunk was not taken'));
      },
    );
  };

  return {
    render: (render, hooks) => ask<RenderedDocument>((id) => ({ id, render }), hooks),
    readSheet: (readSheet, take, hooks = {}) => ask<SheetReading>((id) => ({ id, readSheet }), hooks, take),
    connect(found) {
      port = found;
      const waited = queue;
      queue = [];
      for (const message of waited) found.postMessage(message);
    },
    disconnected() {
      port = null;
      queue = [];
      for (const { reject } of waiting.values()) reject(new Fault('documents-stopped'));
    },
    receive(reply) {
      const asked = waiting.get(reply.id);
      if (!asked) return;
      if ('progress' in reply) asked.hooks.onProgress?.(reply.progress.done, reply.progress.total);
      else if ('chunk' in reply) takeChunk(reply.id, reply.chunk, asked);
      else if (!reply.ok) asked.reject(failureOf(reply.error));
      else if ('document' in reply) asked.resolve(reply.document);
      else {
        const { reading } = reply;
        asked.taken.then(() => asked.resolve(reading), asked.reject);
      }
    },
  };
};

type Failure = Extract<DocumentsReply, { ok: false }>['error'];

const failureOf = (error: Failure): Error =>
  error.kind === 'refusal' && documentRefusals.includes(error.code)
    ? new Refusal(error.code, error.params)
    : new Error('message' in error ? error.message : 'documents');
