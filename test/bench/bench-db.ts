// The db process of the benchmark as the measurements see it: books opened in a child, one line a window, an act is a call.
import type { Reply } from '../../db/contract/act.ts';
import type { ActName, Input, Output } from '../../db/contract/index.ts';
import type { KeptSession } from '../../db/process-messages.ts';
import { startChild, type FromBenchDb, type ToBenchDb } from './people-import-child.ts';

export interface BenchDb {
  readonly pids: { readonly db: number; readonly documents: number };
  call<A extends ActName>(window: string, act: A, input: Input<A>, commandId?: string): Promise<Output<A>>;
  close(): void;
}

/** Order in which the books' accounts were made (test/helpers/open-shop.ts). */
const staffIds = { manager: 1, volunteer: 2, bureau: 3 } as const;

/** `windows` by name with who is signed in at each. */
export const openBenchDb = async (
  path: string,
  keyHex: string,
  windows: Readonly<Record<string, keyof typeof staffIds>>,
): Promise<BenchDb> => {
  const child = startChild('db');
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  const tell = (message: ToBenchDb): void => void child.send(message);
  const lastActAt = new Date().toISOString();
  const sessionOf = (role: keyof typeof staffIds): KeptSession => ({
    staffId: staffIds[role],
    locked: false,
    lastActAt,
  });
  const documentsPid = await new Promise<number>((resolve) => {
    child.on('message', (message) => {
      const said = message as FromBenchDb;
      if ('opened' in said) resolve(said.documentsPid);
      else if ('bug' in said) process.stderr.write(`${said.bug}\n`);
      else if ('reply' in said) {
        waiting.get(said.reply.id)?.(said.reply);
        waiting.delete(said.reply.id);
      }
    });
    tell({
      open: {
        path,
        key: Buffer.from(keyHex, 'hex'),
        backupFolder: `${path}.backups`,
        sessions: Object.fromEntries(
          Object.entries(windows).map(([window, role]) => [window, sessionOf(role)]),
        ),
      },
    });
  });
  return {
    pids: { db: child.pid ?? 0, documents: documentsPid },
    async call<A extends ActName>(window: string, act: A, input: Input<A>, commandId?: string) {
      const id = (lastId += 1);
      const reply = await new Promise<Reply>((resolve) => {
        waiting.set(id, resolve);
        tell({ window, request: { id, act, input, commandId: commandId ?? `bench-window-${id}` } });
      });
      if (!reply.ok) throw new Error(`${act}: ${JSON.stringify(reply.error)}`);
      return reply.data as Output<A>;
    },
    close: () => child.disconnect(),
  };
};
