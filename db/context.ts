// What a handler is given: the open transaction, the moment, who asks, and the few services it may use. Nothing global.
import type { Transaction } from 'kysely';
import type { Area } from './contract/act.ts';
import type { ActName, Contract, Output, ParsedInput } from './contract/index.ts';
import type {
  RenderRequest,
  RenderedDocument,
  SheetChunk,
  SheetRequest,
  SheetReading,
  SheetTable,
} from './contract/documents.ts';
import type { Role } from './contract/permissions.ts';
import type { Refusal } from './failures.ts';
import type { Schema } from './schema.ts';

export type Tx = Transaction<Schema>;

export interface Actor {
  readonly staffId: number;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

/** The documents process (or, in tests, the same code in this process). */
export interface Documents {
  render(request: RenderRequest, hooks: RenderHooks): Promise<RenderedDocument>;
  /** Hands the rows over in order; the reading waits for `take`. */
  readSheet(request: SheetRequest, take: TakeChunk, hooks?: ReadHooks): Promise<SheetReading>;
}
export type TakeChunk = (chunk: SheetChunk) => Promise<void> | void;
export type ReadHooks = Pick<RenderHooks, 'isCancelled'>;
export interface RenderHooks {
  readonly onProgress?: (done: number, total: number) => void;
  readonly isCancelled?: () => boolean;
}

/** What a handler remembers between a preview and its confirmation; gone when the window or this process goes. */
export interface Previews {
  put(kind: string, rows: unknown): string;
  /** Null when unknown, of another kind, or already taken. */
  get(kind: string, previewId: string): unknown;
  drop(previewId: string): void;
}

export interface BooksCopy {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Signing and sealing with keys that never leave the db process. */
export interface Secrets {
  /** HMAC-SHA-256 of the audit chain, under a key derived from the data key. */
  /** Recognises a command's input when it is sent again; keyed, because inputs of sign-in hold passwords. */
  readonly inputHash: (input: string) => string;
  readonly auditHash: (previous: Uint8Array, row: string) => Uint8Array;
}

/** The session of one window: who signed in at it, and whether it is locked. */
export interface Session {
  actor: Actor | null;
  locked: boolean;
  lastActAt: string;
  /** Name of the till in words, e.g. 1号柜台. */
  readonly terminal: string;
  /** Instants of recent refused scans, oldest first (reliability.md §5.2 V1). */
  readonly refusedScans: string[];
  /** Households opened here without a voucher in hand, by id. */
  readonly openings: Map<number, Opening>;
}
/** How a household was known when no voucher was in hand: by its card, or looked up and approved (db/counter/openings.ts). */
export interface Opening {
  readonly entry: 'card' | 'looked-up';
  /** Who stood at the till. */
  readonly staffId: number;
  readonly approvedBy: number | null;
  readonly at: string;
  /** The command that used it. */
  readonly usedBy: string | null;
  /** The basket put aside it holds for, and for no other; null: for what is on the screen. */
  readonly heldId: number | null;
}

export interface Context {
  readonly tx: Tx;
  /** Instant of the act, ISO UTC; decided once. */
  readonly now: string;
  /** Beijing business day of `now`. */
  readonly day: string;
  /** Id of the command, or null in a query. */
  readonly commandId: string | null;
  /** Who asks; acts with `needs: 'public'` must not touch it before sign-in. */
  readonly actor: Actor;
  readonly session: Session;
  readonly secrets: Secrets;
  readonly previews: Previews;
  /** Tables of the sheet in the input, for acts with `readsSheet`. */
  readonly tables: readonly SheetTable[];
  /** The verified copy of the books, for acts with `copiesBooks`. */
  readonly copy: BooksCopy | null;
  /** Says how far a long act is and lets other messages in; throws the `cancelled` refusal when the user gave up. */
  readonly progress: (done: number, total: number) => Promise<void>;
  /**
   * For a refusal whose traces must stay (a failed sign-in counts): what was written is committed, then the refusal answers.
   * Throw what this returns.
   */
  readonly refuseAfterCommit: (refusal: Refusal) => Error;
  /** What the audit row will say this act was about; identifiers only, never names or numbers of persons. */
  readonly note: (
    object: string,
    detail?: Readonly<Record<string, string | number | boolean | null>>,
  ) => void;
}

/**
 * What the handler of an act in steps is given instead of an open transaction. Between two turns every other act has its own, so
 * nothing that was read in one may be taken for granted in the next.
 */
export interface Steps extends Pick<Context, 'actor' | 'previews' | 'progress'> {
  /** The sheet in the input, handed over in chunks. */
  readSheet(take: TakeChunk): Promise<SheetReading>;
  /** One short turn, a transaction of its own: some tens of milliseconds at most, a customer may be waiting. */
  turn<T>(work: (context: Context) => Promise<T>): Promise<T>;
  /** Inside a turn: whether nobody waits for theirs, so that this one may do some more before it commits. */
  readonly goesOn: () => Promise<boolean>;
  /** The books as they stand now, read statement by statement in turns with everybody else; nothing may be written. */
  snapshot<T>(work: (context: Context) => Promise<T>): Promise<T>;
  /** The last turn of a command, together with its audit row and stored answer. */
  finish<T>(work: (context: Context) => Promise<T>): Promise<T>;
  /** Counts the acts that changed this area: equal counts, equal facts. */
  changesOf(area: Area): number;
}

/** A `document` act's handler answers with what to print; the paper itself is made after the commit. */
type Answer<A extends ActName> = Contract[A]['kind'] extends 'document' ? RenderRequest : Output<A>;

export type Handler<A extends ActName> = Contract[A] extends { readonly inSteps: true }
  ? (steps: Steps, input: ParsedInput<A>) => Promise<Answer<A>>
  : (context: Context, input: ParsedInput<A>) => Promise<Answer<A>>;

/** Handlers of one area; a missing one does not compile. */
export type Handlers<Prefix extends string> = {
  readonly [A in Extract<ActName, `${Prefix}.${string}`>]: Handler<A>;
};
