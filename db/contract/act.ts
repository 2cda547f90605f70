// What an act is: the smallest thing the screens may ask of the books. Plain data and types only; no rule lives here.
import type { z } from 'zod';
import type { FaultCode, RefusalCode } from './errors.ts';
import type { Permission } from './permissions.ts';

/** Areas of the books; a finished command names those whose screens are stale. */
export type Area =
  | 'people'
  | 'eligibility'
  | 'proxies'
  | 'fairness'
  | 'privacy'
  | 'goods'
  | 'stock'
  | 'donations'
  | 'donors'
  | 'purchases'
  | 'cash'
  | 'losses'
  | 'vouchers'
  | 'packages'
  | 'counter'
  | 'limits'
  | 'points'
  | 'shift'
  | 'delivery'
  | 'cards'
  | 'keys'
  | 'stocktake'
  | 'reports'
  | 'staff'
  | 'shop'
  | 'audit'
  | 'backup'
  | 'jobs';

/**
 * - `query` reads only.
 * - `command` is one business act: one transaction, one audit row, one stored answer per command id.
 * - `document` is a command that answers with a paper: the handler returns the model, the paper is made after the commit.
 */
export type ActKind = 'query' | 'command' | 'document';

export interface Act<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends ActKind = ActKind,
> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  /** Who may ask; see permissions.ts. */
  readonly needs: Permission;
  /** The refusal codes of its own, beside the common ones every act may answer with. */
  readonly refusals: readonly RefusalCode[];
  /** Areas whose cached answers go stale when this act succeeds. */
  readonly changes: readonly Area[];
  /** The input carries `sheet: {name, bytes}`; it is read to tables before the transaction begins. */
  readonly readsSheet?: true;
  /** A verified copy of the whole file is made before the transaction begins (VACUUM cannot run inside one). */
  readonly copiesBooks?: true;
  /** The answer is not stored (it holds personal data, or binds a session): a repeated call is carried out anew. */
  readonly forgetsAnswer?: true;
  /** Refused attempts are written to the audit log as well (domain.md scenario 2: both attempts are in the log). */
  readonly logsRefusals?: true;
  /**
   * A long act that leaves everybody else their turn: its handler works in short turns (see Steps in db/context.ts), and what it
   * enters is seen at its end, all or nothing. One such act at a time.
   */
  readonly inSteps?: true;
  /**
   * An act in steps that reads much of the books as they stood at one moment (see Steps.snapshot): it waits for no roster that comes in,
   * only for another of its kind.
   */
  readonly ofSnapshot?: true;
  /** A command that is bookkeeping of the program itself: one UPDATE, no command id, no audit row. */
  readonly unrecorded?: true;
}

type Spec<I extends z.ZodType, O extends z.ZodType> = Partial<
  Omit<Act<I, O>, 'kind' | 'input' | 'output' | 'needs'>
> & {
  readonly input: I;
  readonly output: O;
  readonly needs: Permission;
};

const act =
  <K extends ActKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): Act<I, O, K> => ({
    kind,
    refusals: [],
    changes: [],
    ...spec,
  });

const steppedAct =
  <K extends ActKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(
    spec: Spec<I, O>,
  ): Act<I, O, K> & { readonly inSteps: true } => ({ ...act(kind)(spec), inSteps: true });

const snapshotAct =
  <K extends ActKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(
    spec: Spec<I, O>,
  ): Act<I, O, K> & { readonly inSteps: true; readonly ofSnapshot: true } => ({
    ...steppedAct(kind)(spec),
    ofSnapshot: true,
  });

export const query = act('query');
export const queryOfSnapshot = snapshotAct('query');
export const documentOfSnapshot = snapshotAct('document');
export const queryInSteps = steppedAct('query');
export const commandInSteps = steppedAct('command');
export const documentInSteps = steppedAct('document');
export const command = act('command');
export const document = act('document');

/** One failing field, line or row, in the order the user met them. `row` counts data rows from 1. */
export interface Reason {
  readonly code: RefusalCode;
  readonly params?: Params;
  readonly field?: string;
  readonly row?: number;
}

/**
 * Facts for the words on the screen. Names tell the format: `…Fen` is money, `…Day` a business date, `…At` an instant,
 * everything else is shown as it stands.
 */
export type Params = Readonly<Record<string, string | number | null>>;

/** Expected: said in words with the facts and the next step. `reasons` holds every failing line at once. */
export interface RefusalError {
  readonly kind: 'refusal';
  readonly code: RefusalCode;
  readonly params?: Params;
  readonly reasons?: readonly Reason[];
}
/** The world failed (disk full, printer gone): what happened, what is safe, what to do. */
export interface FaultError {
  readonly kind: 'fault';
  readonly code: FaultCode;
  readonly params?: Params;
}
/** Ours. The incident number stands in the log beside the stack; the act did not take effect. */
export interface BugError {
  readonly kind: 'bug';
  readonly incident: string;
}
export type ActError = RefusalError | FaultError | BugError;

export interface Request {
  readonly id: number;
  readonly act: string;
  readonly input: unknown;
  /** Made when the user starts the act; the same id answers the same result for ever. */
  readonly commandId?: string;
}
export interface Cancel {
  readonly cancel: number;
}
export interface Progress {
  readonly id: number;
  readonly progress: { readonly done: number; readonly total: number };
}
export type Reply =
  | { readonly id: number; readonly ok: true; readonly data: unknown; readonly changed: readonly Area[] }
  | { readonly id: number; readonly ok: false; readonly error: ActError };
