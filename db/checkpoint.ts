// Moves the write-ahead log into the file while nobody waits. A checkpoint costs milliseconds and several syncs, so it never
// happens inside a sale: the automatic one is off (db/open.ts), and this one runs when the books have been idle for a moment.
import type { Books } from './open.ts';
import { probeWrite } from './open.ts';

/** Quiet time after the last act. A queue at the counter leaves longer gaps than this. */
const quietMs = 2_000;
/** Acts after which the log is moved even without a quiet moment, between two acts. */
const mostActs = 2_000;
/** Turns of a long act after which the log is moved: some megabytes, some hundredths of a second. */
const mostSteps = 6;

export interface Checkpoints {
  /** Call after every act. */
  acted(): void;
  /** Call after every turn of a long act: those write much, so the log is moved every few turns, in a turn of its own. */
  stepped(): void;
  stop(): void;
}

/**
 * `inTurn` runs work between acts; `failed` is told what kept the log from being moved; `isRead`: whether somebody reads an earlier moment
 * of the books (db/snapshot.ts), whom a log that begins anew would wait for.
 */
export const createCheckpoints = (
  books: Books,
  inTurn: (work: () => Promise<void>) => Promise<void>,
  failed: (error: unknown) => void,
  isRead: () => boolean,
): Checkpoints => {
  let timer: NodeJS.Timeout | undefined;
  let acts = 0;
  let steps = 0;
  let stopped = false;

  const checkpoint = (): Promise<void> => {
    if (stopped || acts === 0) return Promise.resolve();
    if (isRead()) {
      later(quietMs);
      return checkpointStep();
    }
    acts = 0;
    books.file.pragma('wal_checkpoint(RESTART)');
    // The first write into an emptied log syncs twice; let it be this one and not a customer's.
    probeWrite(books.file);
    return Promise.resolve();
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    // Nobody waits for this one; the next act says what is wrong.
    timer = setTimeout(() => void inTurn(checkpoint).catch(failed), ms);
    timer.unref();
  };

  /** Whatever readers there are keep the rest for the next time. */
  const checkpointStep = (): Promise<void> => {
    if (!stopped) books.file.pragma('wal_checkpoint(PASSIVE)');
    return Promise.resolve();
  };

  return {
    stepped() {
      steps += 1;
      if (steps % mostSteps === 0) void inTurn(checkpointStep).catch(failed);
      this.acted();
    },
    acted() {
      acts += 1;
      later(acts >= mostActs ? 0 : quietMs);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
