// The one door to the books: every act of every window goes through here, one at a time. Checks the message, the session and
// the permission, runs the handler in one transaction with its audit row and stored answer, and says what went wrong in words
// the screens know. The app and the tests open the books through the same function.
import { randomBytes } from 'node:crypto';
import { copyBooks } from './backup/copy.ts';
import { createCheckpoints } from './checkpoint.ts';
import { businessDay } from './domain/business-day.ts';
import type { ActError, Progress, Reply, Request } from './contract/act.ts';
import { contract, isActName, type ActName } from './contract/index.ts';
import type { Act } from './contract/act.ts';
import type { Documents, Session } from './context.ts';
import { rollDay } from './day-change.ts';
import { Fault, faultOf, Refusal } from './failures.ts';
import { refuseIllFormed, requestOf } from './messages.ts';
import { openBooks, type Books, type OpenOptions } from './open.ts';
import { createPreviews } from './previews.ts';
import { run, type Ran } from './run.ts';
import { secretsFrom } from './secrets.ts';
import type { KeptSession } from './process-messages.ts';
import { admit, resumeSession } from './session.ts';

export interface ServeOptions extends OpenOptions {
  readonly documents: Documents;
  readonly backupFolder: string;
  /** The current instant, ISO UTC. */
  readonly clock: () => string;
  /** Our own failures, with the incident number the user was told; never holds personal data. */
  readonly onBug: (incident: string, error: unknown) => void;
}

/** One window's line to the books; the session lives and dies with it. */
export interface Connection {
  handle(request: Request, onProgress?: (progress: Progress) => void): Promise<Reply>;
  cancel(id: number): void;
}
export interface ConnectOptions {
  /** Who was signed in at this window before the process was restarted. */
  readonly resume?: KeptSession | null;
  /** Told after every act, so that the next process can resume. */
  readonly onSession?: (session: KeptSession) => void;
}
export interface Server {
  connect(terminal: string, options?: ConnectOptions): Connection;
  close(): Promise<void>;
}

const incidentNumber = (): string => randomBytes(4).toString('hex').toUpperCase();

/**
 * Opens the books and serves acts. Faults of opening (see openBooks) are thrown; afterwards every failure is a reply.
 */
export const serve = (options: ServeOptions): Server => {
  const books = openBooks(options);
  const secrets = secretsFrom(options.key);
  let stopped = false;
  /** Newest instant any act was done at, so that the clock cannot go back unseen between two heartbeats. */
  let newestAt = newestInstant(books);
  let tail: Promise<unknown> = Promise.resolve();

  /** Acts run strictly one after another: what a handler read stays true until it commits. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };

  const errorOf = (error: unknown): ActError => {
    if (error instanceof Refusal) {
      const { code, params, reasons } = error;
      return { kind: 'refusal', code, ...(params && { params }), ...(reasons && { reasons }) };
    }
    const fault = faultOf(error);
    if (fault) {
      // After a failed write the state of the disk is unknown: stop selling instead of guessing (reliability.md §1.1).
      if (fault === 'disk-error' || fault === 'books-damaged') stopped = true;
      return {
        kind: 'fault',
        code: fault,
        ...(error instanceof Fault && error.params && { params: error.params }),
      };
    }
    const incident = incidentNumber();
    options.onBug(incident, error);
    return { kind: 'bug', incident };
  };

  /** Kept by till, not by window: reloading the screen is no way around the pause after guessed codes. */
  const refusedScans = new Map<string, string[]>();
  const refusedScansAt = (terminal: string): string[] => {
    const known = refusedScans.get(terminal) ?? [];
    refusedScans.set(terminal, known);
    return known;
  };

  const checkpoints = createCheckpoints(books, inTurn, (error) => void errorOf(error));

  const connect = (terminal: string, { resume, onSession }: ConnectOptions = {}): Connection => {
    const session: Session = {
      actor: null,
      locked: false,
      lastActAt: options.clock(),
      terminal,
      refusedScans: refusedScansAt(terminal),
    };
    // Whoever cannot be looked up has to sign in again.
    if (resume) void inTurn(() => resumeSession(books.db, session, resume)).catch(() => undefined);
    const previews = createPreviews();
    const waiting = new Set<number>();
    const cancelled = new Set<number>();

    const perform = async (request: Request, onProgress?: (progress: Progress) => void): Promise<Ran> => {
      if (stopped) throw new Fault('books-stopped');
      if (!isActName(request.act)) throw new Refusal('act-unknown');
      const name: ActName = request.act;
      const act: Act = contract[name];
      const now = options.clock();
      const day = businessDay(now);
      admit(session, name, act, now, await idleMinutes());
      const input = parse(act, request.input);
      await rollDay(books.db, secrets, now, day, newestAt);
      if (now > newestAt) newestAt = now;
      const tables = act.readsSheet ? (await options.documents.readSheet(sheetOf(input))).tables : [];
      const copy = act.copiesBooks ? await copyBooks(books, options.key, options.backupFolder, now) : null;
      const hooks = {
        onProgress: (done: number, total: number) =>
          onProgress?.({ id: request.id, progress: { done, total } }),
        isCancelled: () => cancelled.has(request.id),
      };
      const ran = await run({
        books,
        secrets,
        session,
        previews,
        tables,
        copy,
        name,
        act,
        input,
        now,
        day,
        commandId: request.commandId,
        ...hooks,
      });
      if (act.kind !== 'document') return ran;
      // Paper comes after the commit and can fail without harm; asking again with the same id makes it again.
      return {
        ...ran,
        data: await options.documents.render(ran.data as Parameters<Documents['render']>[0], hooks),
      };
    };

    const idleMinutes = async (): Promise<number> => {
      const row = await books.db.selectFrom('shop').select('settings').executeTakeFirst();
      return row ? (JSON.parse(row.settings) as { idleLockMinutes: number }).idleLockMinutes : 5;
    };

    return {
      handle: (message, onProgress) => {
        const request = requestOf(message);
        waiting.add(request.id);
        return inTurn(async (): Promise<Reply> => {
          const { actor, locked } = session;
          try {
            const { data, changed } = await perform(request, onProgress);
            return { id: request.id, ok: true, data, changed };
          } catch (error) {
            // What did not reach the disk has not happened here either: nobody is signed in by a commit that failed.
            if (!(error instanceof Refusal)) Object.assign(session, { actor, locked });
            return { id: request.id, ok: false, error: errorOf(error) };
          } finally {
            waiting.delete(request.id);
            cancelled.delete(request.id);
            checkpoints.acted();
            onSession?.({
              staffId: session.actor?.staffId ?? null,
              locked: session.locked,
              lastActAt: session.lastActAt,
            });
          }
        });
      },
      cancel(id) {
        if (waiting.has(id)) cancelled.add(id);
      },
    };
  };

  return {
    connect,
    close: () =>
      inTurn(async () => {
        checkpoints.stop();
        // After a failed sync nothing is tried again in this process; the next one reads what is really there.
        if (!stopped) books.file.pragma('wal_checkpoint(TRUNCATE)');
        stopped = true;
        await books.db.destroy();
      }),
  };
};

const sheetOf = (input: unknown): { name: string; bytes: Uint8Array } =>
  (input as { sheet: { name: string; bytes: Uint8Array } }).sheet;

const newestInstant = ({ file }: Books): string =>
  (file.prepare('SELECT at FROM audit ORDER BY seq DESC LIMIT 1').pluck().get() as string | undefined) ?? '';

/** More wrong fields than any screen has. */
const mostReasons = 100;

/** Parses the input; every wrong field is named at once. */
const parse = (act: Act, input: unknown): unknown => {
  refuseIllFormed(input);
  const parsed = act.input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'input-invalid',
    undefined,
    parsed.error.issues
      .slice(0, mostReasons)
      .map((issue) => ({ code: 'input-invalid' as const, field: issue.path.join('.') })),
  );
};
