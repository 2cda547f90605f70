// The port protocol of the documents process: one answer a request, progress before it, cancel by id, bugs without data.
import { describe, expect, it } from 'vitest';
import type { DocumentsReply, DocumentsRequest } from '../../main/documents/messages.ts';
import { serveDocuments } from '../../main/documents/serve.ts';
import { createDocumentsService } from '../../main/documents/service.ts';
import { receipt, slip, voucherSheet } from './samples.ts';

/** Sends the requests and collects replies until `answers` of them are final. */
function talk(
  requests: readonly DocumentsRequest[],
  answers: number,
  onReply: (reply: DocumentsReply, send: (message: DocumentsRequest) => void) => void = () => undefined,
): Promise<readonly DocumentsReply[]> {
  return new Promise((resolve) => {
    const replies: DocumentsReply[] = [];
    const send = serveDocuments(createDocumentsService(), (reply) => {
      replies.push(reply);
      onReply(reply, send);
      if (replies.filter((r) => 'ok' in r).length === answers) resolve(replies);
    });
    for (const request of requests) send(request);
  });
}

describe('documents process', () => {
  it('answers a paper and a sheet, each under its own id', async () => {
    const bytes = new Uint8Array(Buffer.from('a,b'));
    const replies = await talk(
      [
        { id: 1, render: { model: slip, format: 'pdf' } },
        { id: 2, readSheet: { name: 'x', bytes } },
      ],
      2,
    );
    const ofId = (id: number) => replies.find((reply) => reply.id === id && 'ok' in reply);
    expect(ofId(1)).toMatchObject({ ok: true, document: { kind: 'redemption-slip', pages: 1 } });
    expect(ofId(2)).toMatchObject({ ok: true, reading: { format: 'csv' } });
  });

  it('answers a refusal with its code and facts', async () => {
    const model = { ...receipt, donorName: '\u{323AF}' };
    const [reply] = await talk([{ id: 3, render: { model, format: 'pdf' } }], 1);
    expect(reply).toEqual({
      id: 3,
      ok: false,
      error: {
        kind: 'refusal',
        code: 'glyph-missing',
        params: { character: '\u{323AF}', codePoint: 'U+323AF' },
      },
    });
  });

  it('answers a bug without quoting what it was given', async () => {
    const model = { ...receipt, printedAt: '韦春兰', donorName: '韦春兰' };
    const [reply] = await talk([{ id: 4, render: { model, format: 'pdf' } }], 1);
    expect(reply).toMatchObject({ id: 4, ok: false, error: { kind: 'bug' } });
    expect(JSON.stringify(reply)).not.toContain('韦春兰');
  });

  it('shows progress and stops a long print on request', async () => {
    const request = { id: 5, render: { model: voucherSheet(400), format: 'pdf' } } as const;
    const replies = await talk([request], 1, (reply, send) => {
      if ('progress' in reply && reply.progress.done === 3) send({ cancel: 5 });
    });
    expect(replies.at(-1)).toMatchObject({ id: 5, ok: false, error: { kind: 'refusal', code: 'cancelled' } });
    expect(replies.length).toBeLessThan(10);
    expect(replies[0]).toEqual({ id: 5, progress: { done: 1, total: 50 } });
  });
});
