// How the books say no: a refusal (expected, in the user's words) or a fault (the world). Anything else thrown is our bug.
import type { Params, Reason } from './contract/act.ts';
import type { FaultCode, RefusalCode } from './contract/errors.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly params: Params | undefined;
  readonly reasons: readonly Reason[] | undefined;

  constructor(code: RefusalCode, params?: Params, reasons?: readonly Reason[]) {
    super(code);
    this.code = code;
    this.params = params;
    this.reasons = reasons;
  }
}

/** Refuses with every failing line at once; does nothing when there is none. */
export const refuseAll = (reasons: readonly Reason[]): void => {
  const first = reasons[0];
  if (first) throw new Refusal(first.code, first.params, reasons);
};

export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly params: Params | undefined;

  constructor(code: FaultCode, params?: Params, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.params = params;
  }
}

const sqliteCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The fault behind an error of SQLite or the file system, or null when it is none of the world's doing. */
export const faultOf = (error: unknown): FaultCode | null => {
  if (error instanceof Fault) return error.code;
  const code = sqliteCode(error);
  // The log's index could not grow: SQLite names that an I/O error, the cause is a full disk.
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_SHMSIZE') return 'disk-full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return 'disk-read-only';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'books-damaged';
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return 'disk-error';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'books-in-use';
  // A folder in the file's place, a file somebody else owns.
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'EACCES' || code === 'EPERM') return 'file-unreadable';
  return null;
};

/** Where it happened, for the diary: our files and lines. The message, which may quote what a user typed, stays out. */
export const placesOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .slice(error.stack?.startsWith(String(error)) ? String(error).length : 0)
        .split('\n')
        .filter((line) => /^\s+at .*[:)]/.test(line))
        .join('\n')
    : '';
