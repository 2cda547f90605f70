// The words main and the db process exchange over the parent port. Types only.
import type { Params } from './contract/act.ts';
import type { FaultCode } from './contract/errors.ts';

/** Who is signed in at a window; main keeps it so that a restarted db process knows. Never passes through the window. */
export interface KeptSession {
  readonly staffId: number | null;
  readonly locked: boolean;
  readonly lastActAt: string;
}

export type ToDb =
  | {
      readonly open: {
        readonly path: string;
        readonly key: Uint8Array;
        readonly create: boolean;
        readonly backupFolder: string;
      };
    }
  /** With one port: the window's line. */
  | { readonly connect: string; readonly window: number; readonly resume: KeptSession | null }
  /** With one port: the documents process. */
  | { readonly documents: true }
  | { readonly documentsGone: true }
  | { readonly close: true };

export type FromDb =
  | { readonly opened: true }
  | { readonly fault: FaultCode; readonly params?: Params }
  | { readonly wantsDocuments: true }
  | { readonly window: number; readonly session: KeptSession }
  | { readonly bug: string; readonly name: string; readonly stack: string };
