// A long act (the import of a county's roster) in short turns of its own, so that the counter goes on meanwhile. What it enters
// must stay unseen until its last turn; the handler takes it away again when it cannot finish. Called by serve.ts alone.
import type { Area } from './contract/act.ts';
import type { Context, Documents, Steps, Tx } from './context.ts';
import type { SheetRequest } from './contract/documents.ts';
import { Refusal } from './failures.ts';
import { handlers } from './handlers.ts';
import { commandOf, contextOf, LateRefusal, nobody, type Noted, type Ran, type Running } from './run.ts';

export interface RunningInSteps extends Omit<Running, 'tables' | 'copy' | 'now' | 'day'> {
  readonly documents: Documents;
  /** Runs work between other acts, told the moment and the business day. */
  readonly inTurn: <T>(work: (now: string, day: string) => Promise<T>) => Promise<T>;
  /** Reads the books as they stand now, between other acts. */
  readonly readSnapshot: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly someoneWaits: () => boolean;
  readonly changesOf: (area: Area) => number;
}

type InSteps = (steps: Steps, input: never) => Promise<unknown>;

export const runInSteps = async (running: RunningInSteps): Promise<Ran> => {
  const { act, session } = running;
  const noted: Noted = { object: '', detail: '' };
  const asker = session.actor?.staffId ?? null;
  let finished = act.kind === 'query';

  const refuseOthers = (): void => {
    if ((session.actor?.staffId ?? null) !== asker) throw new Refusal('not-signed-in');
  };

  const inTransaction = async <T>(work: (context: Context, now: Running) => Promise<T>): Promise<T> => {
    // Lets the port deliver what others ask, and a cancel, before the next turn is asked for.
    await new Promise((resolve) => setImmediate(resolve));
    return running.inTurn(async (now, day) => {
      refuseOthers();
      const moment: Running = { ...running, now, day, tables: [], copy: null };
      const kept: { refusal: Refusal | null } = { refusal: null };
      const answer = await running.books.db.transaction().execute(async (tx) => {
        try {
          return await work(contextOf(moment, tx, noted), moment);
        } catch (error) {
          if (!(error instanceof LateRefusal)) throw error;
          kept.refusal = error.refusal;
          return null;
        }
      });
      if (kept.refusal) throw kept.refusal;
      return answer as T;
    });
  };

  const earlier =
    act.kind === 'query'
      ? null
      : await inTransaction(async ({ tx }, moment) => {
          const command = await commandOf(moment, tx);
          return command.forgets ? null : command.earlier;
        });
  if (earlier) return { data: earlier.answer, changed: act.changes };

  const steps: Steps = {
    actor: session.actor ?? nobody,
    previews: running.previews,
    async progress(done, total) {
      running.onProgress(done, total);
      await new Promise((resolve) => setImmediate(resolve));
      if (running.isCancelled()) throw new Refusal('cancelled');
    },
    readSheet: (take) =>
      running.documents.readSheet(sheetOf(running.input), take, { isCancelled: running.isCancelled }),
    turn: (work) => inTransaction((context) => work(context)),
    async snapshot(work) {
      const moment = await running.inTurn((now, day) => {
        refuseOthers();
        return Promise.resolve({ ...running, now, day, tables: [], copy: null });
      });
      return running.readSnapshot((tx) => work(contextOf(moment, tx, noted)));
    },
    finish: (work) =>
      inTransaction(async (context, moment) => {
        const command = await commandOf(moment, context.tx);
        const result = await work(context);
        await command.done(result, noted);
        finished = true;
        return result;
      }),
    async goesOn() {
      await new Promise((resolve) => setImmediate(resolve));
      return !running.someoneWaits();
    },
    changesOf: running.changesOf,
  };
  const data = await (handlers[running.name] as unknown as InSteps)(steps, running.input as never);
  if (!finished) throw new Error('a command in steps ended without its last turn');
  return { data, changed: act.changes };
};

const sheetOf = (input: unknown): SheetRequest => (input as { sheet: SheetRequest }).sheet;
