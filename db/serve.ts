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
import { openBooks, type OpenOptions } from './open.ts';
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
  let tail: Promise<unknown> = Promise.resolve();

  /** Acts run strictly one after another: what a handler read stays true until it commits. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };

  const checkpoints = createCheckpoints(books, inTurn);

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

  const connect = (terminal: string, { resume, onSession }: ConnectOptions = {}): Connection => {
    const session: Session = {
      actor: null,
      locked: false,
      lastActAt: options.clock(),
      terminal,
      refusedScans: refusedScansAt(terminal),
    };
    if (resume) void inTurn(() => resumeSession(books.db, session, resume));
    const previews = createPreviews();
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
      await rollDay(books.db, secrets, now, day);
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
      handle: (request, onProgress) =>
        inTurn(async (): Promise<Reply> => {
          try {
            const { data, changed } = await perform(request, onProgress);
            return { id: request.id, ok: true, data, changed };
          } catch (error) {
            return { id: request.id, ok: false, error: errorOf(error) };
          } finally {
            cancelled.delete(request.id);
            checkpoints.acted();
            onSession?.({
              staffId: session.actor?.staffId ?? null,
              locked: session.locked,
              lastActAt: session.lastActAt,
            });
          }
        }),
      cancel: (id) => void cancelled.add(id),
    };
  };

  return {
    connect,
    close: () =>
      inTurn(async () => {
        stopped = true;
        checkpoints.stop();
        books.file.pragma('wal_checkpoint(TRUNCATE)');
        await books.db.destroy();
      }),
  };
};

const sheetOf = (input: unknown): { name: string; bytes: Uint8Array } =>
  (input as { sheet: { name: string; bytes: Uint8Array } }).sheet;

/** Parses the input; every wrong field is named at once. */
const parse = (act: Act, input: unknown): unknown => {
  refuseIllFormed(input, 0);
  const parsed = act.input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'input-invalid',
    undefined,
    parsed.error.issues.map((issue) => ({ code: 'input-invalid' as const, field: issue.path.join('.') })),
  );
};

/**
 * Lone surrogates and NUL would come back from the database as other characters than went in (reliability.md §0.12), and
 * nothing an honest screen sends nests deeply.
 */
const refuseIllFormed = (value: unknown, depth: number): void => {
  if (depth > 12) throw new Refusal('input-invalid');
  if (typeof value === 'string') {
    if (!value.isWellFormed() || value.includes('\0')) throw new Refusal('text-ill-formed');
  } else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const part of Object.values(value)) refuseIllFormed(part, depth + 1);
  }
};
