// One act, one transaction: once per command id, with its audit row. Called by serve.ts alone.
import type { Act, Area } from './contract/act.ts';
import type { ActName } from './contract/index.ts';
import type { SheetTable } from './contract/documents.ts';
import type { Actor, BooksCopy, Context, Previews, Secrets, Session, Tx } from './context.ts';
import { appendAudit } from './audit/chain.ts';
import { compiled } from './compiled.ts';
import { Refusal } from './failures.ts';
import { handlers } from './handlers.ts';
import type { Books } from './open.ts';

export interface Running {
  readonly books: Books;
  readonly secrets: Secrets;
  readonly session: Session;
  readonly previews: Previews;
  readonly tables: readonly SheetTable[];
  readonly copy: BooksCopy | null;
  readonly name: ActName;
  readonly act: Act;
  readonly input: unknown;
  readonly now: string;
  readonly day: string;
  readonly commandId: string | undefined;
  readonly onProgress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
}
export interface Ran {
  readonly data: unknown;
  readonly changed: readonly Area[];
}

export type Noted = { object: string; detail: string };

export const run = async (running: Running): Promise<Ran> => {
  const { act } = running;
  const noted: Noted = { object: '', detail: '' };
  try {
    if (act.kind === 'query' || act.unrecorded) {
      return {
        data: await running.books.db.transaction().execute((tx) => handle(running, tx, noted)),
        changed: [],
      };
    }
    return await once(running, noted);
  } catch (error) {
    if (error instanceof Refusal && act.logsRefusals) await logRefusal(running, noted, error);
    throw error;
  }
};

const findCommand = compiled((tx, { commandId }: { commandId: string }) =>
  tx.selectFrom('command').selectAll().where('id', '=', commandId).compile(),
);

const keepCommand = compiled(
  (
    tx,
    command: {
      id: string;
      act: string;
      input_hash: string;
      result: string;
      at: string;
      staff_id: number | null;
    },
  ) => tx.insertInto('command').values(command).compile(),
);

/** Double Enter, a scanner's stutter, a crash and its retry: the second time answers what the first time did. */
const once = async (running: Running, noted: Noted): Promise<Ran> => {
  const kept: { refusal: Refusal | null } = { refusal: null };
  const data = await running.books.db.transaction().execute(async (tx) => {
    const command = await commandOf(running, tx);
    if (command.earlier && !command.forgets) return command.earlier.answer;
    try {
      // What is not kept is made again from the books as they are; a print is counted once all the same (see prints.ts).
      const result = await handle(running, tx, noted);
      await command.done(result, noted);
      return result;
    } catch (error) {
      if (!(error instanceof LateRefusal)) throw error;
      kept.refusal = error.refusal;
      return null;
    }
  });
  if (kept.refusal) throw kept.refusal;
  return { data, changed: running.act.changes };
};

/** What became of this command id before, and how its end is written down. */
export const commandOf = async (running: Running, tx: Tx) => {
  const { act, name, commandId, now } = running;
  if (!commandId || commandId.length > 64) throw new Refusal('command-id-missing');
  const inputHash = running.secrets.inputHash(textOf(running.input));
  const forgets = act.kind === 'document' || act.forgetsAnswer === true;
  const [earlier] = (await findCommand(tx, { commandId })).rows;
  if (earlier && (earlier.act !== name || earlier.input_hash !== inputHash))
    throw new Refusal('command-id-reused');
  return {
    forgets,
    earlier: earlier ? { answer: JSON.parse(earlier.result) as unknown } : null,
    done: async (result: unknown, noted: Noted): Promise<void> => {
      if (!earlier) {
        await keepCommand(tx, {
          id: commandId,
          act: name,
          input_hash: inputHash,
          result: forgets ? 'null' : JSON.stringify(result),
          at: now,
          staff_id: running.session.actor?.staffId ?? null,
        });
      }
      await audit(running, tx, noted, earlier ? 'again' : 'done');
    },
  };
};

/** Carries a refusal over the commit of what must stay (see Context.refuseAfterCommit). */
export class LateRefusal extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const handle = async (running: Running, tx: Tx, noted: Noted): Promise<unknown> => {
  const handler = handlers[running.name] as OneTurn;
  return handler(contextOf(running, tx, noted), running.input as never);
};

type OneTurn = (context: Context, input: never) => Promise<unknown>;

export const nobody: Actor = { staffId: 0, login: '', name: '', role: 'volunteer' };

export const contextOf = (running: Running, tx: Tx, noted: Noted): Context => ({
  tx,
  now: running.now,
  day: running.day,
  commandId: running.commandId ?? null,
  actor: running.session.actor ?? nobody,
  session: running.session,
  secrets: running.secrets,
  previews: running.previews,
  tables: running.tables,
  copy: running.copy,
  async progress(done, total) {
    running.onProgress(done, total);
    // Lets the port deliver a cancel that is waiting.
    await new Promise((resolve) => setImmediate(resolve));
    if (running.isCancelled()) throw new Refusal('cancelled');
  },
  refuseAfterCommit: (refusal) => new LateRefusal(refusal),
  note(object, detail) {
    noted.object = object;
    noted.detail = detail ? JSON.stringify(detail) : '';
  },
});

const audit = (running: Running, tx: Tx, noted: Noted, result: string): Promise<void> => {
  const { actor, terminal } = running.session;
  return appendAudit(tx, running.secrets.auditHash, {
    at: running.now,
    businessDay: running.day,
    staffId: actor?.staffId ?? null,
    actor: actor?.login ?? '',
    role: actor?.role ?? '',
    terminal,
    act: running.name,
    object: noted.object,
    detail: noted.detail,
    result,
    commandId: running.commandId ?? null,
  });
};

/** The refused act left nothing; its attempt, and what it was about as far as known, is kept in a transaction of its own. */
const logRefusal = (running: Running, { object }: Noted, refusal: Refusal): Promise<void> =>
  running.books.db
    .transaction()
    .execute((tx) => audit(running, tx, { object, detail: '' }, `refused:${refusal.code}`));

const textOf = (input: unknown): string =>
  JSON.stringify(input, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
