// The books as they stood at one moment, for acts that read much of them (the reports of the month): a reading connection of its own, whose
// statements take turns with everybody else's acts, so that a customer waits for one statement at most. Writes nothing. Used by serve.ts
// alone; handlers meet it as Steps.snapshot.
import type { Database } from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { Tx } from './context.ts';
import { pacedSqlite } from './dialect.ts';
import { openSnapshot, type OpenOptions } from './open.ts';
import type { Schema } from './schema.ts';

export interface Snapshots {
  /** What `work` reads is of one moment, however long it takes. */
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly anyOpen: () => boolean;
  /** Before the books close: whoever still reads is refused his next statement. */
  readonly stop: () => void;
}

/** `inTurn` runs work between acts. */
export const createSnapshots = (
  { path, key }: Pick<OpenOptions, 'path' | 'key'>,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Snapshots => {
  const files = new Set<Database>();
  const paced = async <T>(work: () => Promise<T>): Promise<T> => {
    // Lets the port deliver what others ask before the next turn is asked for.
    await new Promise((resolve) => setImmediate(resolve));
    return inTurn(work);
  };
  return {
    async read(work) {
      const file = await paced(() => {
        const opened = openSnapshot(path, key);
        files.add(opened);
        return Promise.resolve(opened);
      });
      const db = new Kysely<Schema>({ dialect: pacedSqlite(file, paced) });
      try {
        return await db.transaction().execute(work);
      } finally {
        files.delete(file);
        // Also where nothing was asked, and the driver therefore never began.
        file.close();
      }
    },
    anyOpen: () => files.size > 0,
    stop() {
      for (const file of files) file.close();
      files.clear();
    },
  };
};
