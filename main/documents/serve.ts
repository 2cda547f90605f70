// Turns port messages into calls of the service: one answer a request, progress in between, cancel by id.
import type { DocumentsReply, DocumentsRequest } from './messages.ts';
import { DocumentRefusal } from './refusal.ts';
import type { DocumentsService } from './service.ts';

export function serveDocuments(
  service: DocumentsService,
  reply: (message: DocumentsReply) => void,
): (message: unknown) => void {
  const cancelled = new Set<number>();
  const running = new Set<number>();
  return (message) => {
    // Both ends of this port are ours; the shape is fixed in messages.ts.
    const request = message as DocumentsRequest;
    if ('cancel' in request) {
      if (running.has(request.cancel)) cancelled.add(request.cancel);
      return;
    }
    running.add(request.id);
    void answer(service, request, reply, () => cancelled.has(request.id)).then((result) => {
      running.delete(request.id);
      cancelled.delete(request.id);
      reply(result);
    });
  };
}

async function answer(
  service: DocumentsService,
  request: Exclude<DocumentsRequest, { readonly cancel: number }>,
  reply: (message: DocumentsReply) => void,
  isCancelled: () => boolean,
): Promise<DocumentsReply> {
  const { id } = request;
  try {
    if ('readSheet' in request) return { id, ok: true, reading: await service.readSheet(request.readSheet) };
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
