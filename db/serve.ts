// The one door to the books: every act of every window goes through here, one at a time. Checks the message, the session and
// the permission, runs the handler in one transaction with its audit row and stored answer, and says what went wrong in words
// the screens know. The app and the tests open the books through the same function.
import { randomBytes } from 'node:crypto';
import { copyBooks } from './backup/copy.ts';
import { createCheckpoints } from './checkpoint.ts';
import { businessDay } from './domain/business-day.ts';
import type { ActError, Area, Progress, Reply, Request } from './contract/act.ts';
import { contract, isActName, type ActName } from './contract/index.ts';
import type { Act } from './contract/act.ts';
import type { Documents, Session } from './context.ts';
import type { RenderRequest, SheetTable } from './contract/documents.ts';
import { rollDay } from './day-change.ts';
import { Fault, faultOf, Refusal } from './failures.ts';
import { gatherTables } from './imports/whole-tables.ts';
import { refuseIllFormed, requestOf } from './messages.ts';
import { openBooks, type Books, type OpenOptions } from './open.ts';
import { clearUnpublished, hasUnpublished } from './people/unpublished.ts';
import { createPreviews } from './previews.ts';
import { run } from './run.ts';
import { runInSteps } from './run-in-steps.ts';
import { secretsFrom } from './secrets.ts';
import type { KeptSession } from './process-messages.ts';
import { createSnapshots } from './snapshot.ts';
import { admit, resumeSession, standing } from './session.ts';
import { clearHalfDrafts, hasHalfDrafts } from './vouchers/half-drafts.ts';

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
/** How a long act says where it is and learns that the user gave up. */
interface Hooks {
  readonly onProgress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
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

  let waitingTurns = 0;
  /** Acts run strictly one after another: what a handler read stays true until it commits. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    waitingTurns += 1;
    const turn = tail.then(() => {
      waitingTurns -= 1;
      return work();
    });
    tail = turn.catch(() => undefined);
    return turn;
  };

  /** Long acts, which take short turns between the others, also run one after another; what only reads waits for no roster. */
  const queue = () => {
    let longTail: Promise<unknown> = Promise.resolve();
    return <T>(work: () => Promise<T>): Promise<T> => {
      const turn = longTail.then(work);
      longTail = turn.catch(() => undefined);
      return turn;
    };
  };
  const [aside, readAside] = [queue(), queue()];
  const changes = new Map<Area, number>();
  const countChanges = (areas: readonly Area[]): void => {
    for (const area of areas) changes.set(area, (changes.get(area) ?? 0) + 1);
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

  /** Statements of whoever reads an earlier moment of the books. */
  const snapshots = createSnapshots(options, (work) =>
    inTurn(() => {
      if (stopped) throw new Fault('books-stopped');
      return work();
    }),
  );
  const checkpoints = createCheckpoints(books, inTurn, (error) => void errorOf(error), snapshots.anyOpen);

  /** A turn of a long act: at the moment it comes, never in books that were stopped. */
  const stepInTurn = <T>(work: (now: string, day: string) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      if (stopped) throw new Fault('books-stopped');
      const { now, day } = await moment();
      try {
        return await work(now, day);
      } finally {
        checkpoints.stepped();
      }
    });
  const moment = async () => {
    const now = options.clock();
    const day = businessDay(now);
    await rollDay(books.db, secrets, now, day, newestAt);
    if (now > newestAt) newestAt = now;
    return { now, day };
  };
  // What a kill in the middle of a long act left behind goes before another one begins.
  if (hasUnpublished(books.file))
    void aside(() =>
      clearUnpublished((work) => stepInTurn(() => books.db.transaction().execute(work))),
    ).catch((error: unknown) => errorOf(error));
  if (hasHalfDrafts(books.file))
    void aside(() => clearHalfDrafts((work) => stepInTurn(() => books.db.transaction().execute(work)))).catch(
      (error: unknown) => errorOf(error),
    );

  const connect = (terminal: string, { resume, onSession }: ConnectOptions = {}): Connection => {
    const session: Session = {
      actor: null,
      locked: false,
      lastActAt: options.clock(),
      terminal,
      refusedScans: refusedScansAt(terminal),
      openings: new Map(),
    };
    // Whoever cannot be looked up has to sign in again.
    if (resume) void inTurn(() => resumeSession(books.db, session, resume)).catch(() => undefined);
    const previews = createPreviews();
    const waiting = new Set<number>();
    const cancelled = new Set<number>();

    /** Session, permission and input of a message; cheap, and asked again when a sheet was read in between. */
    const admitted = async (request: Request) => {
      if (stopped) throw new Fault('books-stopped');
      if (!isActName(request.act)) throw new Refusal('act-unknown');
      const name: ActName = request.act;
      const act: Act = contract[name];
      admit(session, name, act, options.clock(), await standing(books.db, session));
      return { name, act, input: parse(act, request.input) };
    };

    /** A sheet is read before the act's turn comes: a till does not wait for somebody's long roster. */
    const tablesOf = async (request: Request): Promise<readonly SheetTable[]> => {
      if (!isActName(request.act) || !('readsSheet' in contract[request.act])) return [];
      const { input } = await inTurn(() => admitted(request));
      const { tables, take } = gatherTables();
      await options.documents.readSheet(sheetOf(input), take);
      return tables;
    };

    const perform = async (request: Request, tables: readonly SheetTable[], hooks: Hooks) => {
      const asked = await admitted(request);
      const { now, day } = await moment();
      const copy = asked.act.copiesBooks
        ? await copyBooks(books, options.key, options.backupFolder, now)
        : null;
      const { commandId } = request;
      const ran = await run({
        ...{ books, secrets, session, previews, tables, copy, commandId, now, day },
        ...asked,
        ...hooks,
      });
      return { ...ran, isPaper: asked.act.kind === 'document' };
    };

    const performInSteps = async (request: Request, hooks: Hooks) => {
      const asked = await inTurn(() => admitted(request));
      const { commandId } = request;
      const { documents } = options;
      const ran = await runInSteps({
        ...{ books, secrets, session, previews, documents, commandId },
        inTurn: stepInTurn,
        readSnapshot: snapshots.read,
        someoneWaits: () => waitingTurns > 0,
        changesOf: (area) => changes.get(area) ?? 0,
        ...asked,
        ...hooks,
      });
      return { ...ran, isPaper: asked.act.kind === 'document' };
    };

    /** What did not reach the disk has not happened here either: nobody is signed in by a commit that failed. */
    const keepingSession = async <T>(work: () => Promise<T>): Promise<T> => {
      const { actor, locked } = session;
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Refusal)) Object.assign(session, { actor, locked });
        throw error;
      } finally {
        checkpoints.acted();
        const { lastActAt } = session;
        onSession?.({ staffId: session.actor?.staffId ?? null, locked: session.locked, lastActAt });
      }
    };

    const performed = async (request: Request, hooks: Hooks) => {
      if (isActName(request.act) && 'ofSnapshot' in contract[request.act])
        return readAside(() => performInSteps(request, hooks));
      if (isActName(request.act) && 'inSteps' in contract[request.act])
        return aside(() => performInSteps(request, hooks));
      const tables = await tablesOf(request);
      return inTurn(() => keepingSession(() => perform(request, tables, hooks)));
    };

    return {
      async handle(message, onProgress): Promise<Reply> {
        const request = requestOf(message);
        const { id } = request;
        waiting.add(id);
        const hooks: Hooks = {
          onProgress: (done, total) => onProgress?.({ id, progress: { done, total } }),
          isCancelled: () => cancelled.has(id),
        };
        try {
          const { data, changed, isPaper } = await performed(request, hooks);
          countChanges(changed);
          // Paper comes after the commit and can fail without harm; asking again with the same id makes it again.
          const answer = isPaper ? await options.documents.render(data as RenderRequest, hooks) : data;
          return { id, ok: true, data: answer, changed };
        } catch (error) {
          return { id, ok: false, error: errorOf(error) };
        } finally {
          waiting.delete(id);
          cancelled.delete(id);
        }
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
        snapshots.stop();
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
