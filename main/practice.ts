// Fills a practice shop with the sample sheets, through the same acts a manager would use.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import type { Progress, Reply } from '../db/contract/act.ts';
import type { ActName, Input, Output } from '../db/contract/index.ts';
import { readSheetFile } from './desktop/papers.ts';

/** What a refused step throws; the desktop act hands it to the window as it is. */
export class StepFailed extends Error {
  readonly error: Extract<Reply, { ok: false }>['error'];
  constructor(error: Extract<Reply, { ok: false }>['error']) {
    super('a step of filling the practice shop was refused');
    this.error = error;
  }
}

/** Calls over a line of main's own. */
export const caller = (port: MessagePortMain) => {
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  port.on('message', ({ data }: { data: unknown }) => {
    const message = data as Reply | Progress;
    if ('progress' in message) return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  port.start();
  return <A extends ActName>(act: A, input: Input<A>): Promise<Output<A>> =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1);
      waiting.set(id, (reply) =>
        reply.ok ? resolve(reply.data as Output<A>) : reject(new StepFailed(reply.error)),
      );
      port.postMessage({ id, act, input, commandId: randomUUID() });
    });
};

export const fillPractice = async (
  port: MessagePortMain,
  sampleFolder: string,
  progress: (done: number, total: number) => void,
): Promise<void> => {
  const call = caller(port);
  const sheet = (name: string) => readSheetFile(join(sampleFolder, name));
  const steps: readonly (() => Promise<unknown>)[] = [
    async () => {
      const { previewId } = await call('goods.previewImport', { sheet: await sheet('goods.xlsx') });
      return call('goods.confirmImport', { previewId });
    },
    async () => {
      const { previewId } = await call('donations.previewImport', { sheet: await sheet('donations.xlsx') });
      return call('donations.confirmImport', { previewId });
    },
    async () => {
      const { previewId } = await call('people.previewImport', { sheet: await sheet('roster.xlsx') });
      return call('people.confirmImport', { previewId });
    },
  ];
  try {
    for (const [at, step] of steps.entries()) {
      progress(at, steps.length);
      await step();
    }
    progress(steps.length, steps.length);
  } finally {
    port.close();
  }
};
