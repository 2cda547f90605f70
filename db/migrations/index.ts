// All schema steps in order. A step that was released is never edited; the next change is the next step.
import { foundation } from './0001-foundation.sql.ts';

export interface Migration {
  /** Equals `PRAGMA user_version` after this step. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [{ version: 1, name: 'foundation', sql: foundation }];

export const currentVersion = migrations.at(-1)?.version ?? 0;
