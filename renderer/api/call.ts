// The one way to ask: typed by the contract, answers data or throws an ActFailure. Says to listeners which areas went stale and
// when the session is gone, so that no screen has to think of either.
import type { Area } from '../../db/contract/act.ts';
import {
  contract,
  type ActName,
  type CommandName,
  type Input,
  type Output,
  type QueryName,
} from '../../db/contract/index.ts';
import type {
  CallOptions,
  DesktopActName,
  DesktopInput,
  DesktopOutput,
} from '../../main/desktop/contract.ts';
import { ActFailure } from './failure.ts';

type SessionEnd = 'locked' | 'signed-out';
const staleListeners = new Set<(areas: readonly Area[]) => void>();
const sessionListeners = new Set<(end: SessionEnd) => void>();

const subscribe = <T>(set: Set<T>, listener: T): (() => void) => {
  set.add(listener);
  return () => void set.delete(listener);
};
/** Called with the areas a command changed. */
export const onStale = (listener: (areas: readonly Area[]) => void): (() => void) =>
  subscribe(staleListeners, listener);
/** Called when the books answer that this window is locked or nobody is signed in. */
export const onSessionEnd = (listener: (end: SessionEnd) => void): (() => void) =>
  subscribe(sessionListeners, listener);

/** Counts what changed; a paper made before the last change is out of date. */
let changes = 0;
export const booksVersion = (): number => changes;

/** Refusals of figures the screen had shown. */
const outdated: ReadonlySet<string> = new Set(['count-differs', 'open-totals-differ']);

const ask = async (act: string, input: unknown, options?: CallOptions): Promise<unknown> => {
  const reply = await window.shop.call(act, input, options);
  if (reply.ok) {
    if (reply.changed.length > 0) {
      if (!(act in contract) || contract[act as ActName].kind !== 'document') changes += 1;
      for (const listener of staleListeners) listener(reply.changed);
    }
    return reply.data;
  }
  if (reply.error.kind === 'refusal') {
    const end =
      reply.error.code === 'session-locked'
        ? 'locked'
        : reply.error.code === 'not-signed-in'
          ? 'signed-out'
          : null;
    if (end) for (const listener of sessionListeners) listener(end);
    // The screen showed figures that are no longer so: it reads them again, or the next confirmation is refused as well.
    if (outdated.has(reply.error.code) && act in contract)
      for (const listener of staleListeners) listener(contract[act as ActName].changes);
  }
  throw new ActFailure(reply.error);
};

export const newCommandId = (): string => crypto.randomUUID();

/** Reads. */
export const read = async <A extends QueryName>(
  act: A,
  input: Input<A>,
  options?: CallOptions,
): Promise<Output<A>> => (await ask(act, input, options)) as Output<A>;

/** Does; the caller keeps `commandId` for retries (useCommand does it for screens). */
export const command = async <A extends CommandName>(
  act: A,
  input: Input<A>,
  options: CallOptions & { readonly commandId: string },
): Promise<Output<A>> => (await ask(act, input, options)) as Output<A>;

export const desktop = async <A extends DesktopActName>(
  act: A,
  input: DesktopInput<A>,
  options?: CallOptions,
): Promise<DesktopOutput<A>> => (await ask(act, input, options)) as DesktopOutput<A>;
