// Doing in screens. The command id is made when the user starts the act and kept until the books have answered, so that a double
// Enter is one act and a retry after a fault is the same act.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActError } from '../../db/contract/act.ts';
import type { CommandName, Input, Output } from '../../db/contract/index.ts';
import { command, newCommandId } from './call.ts';
import { actErrorOf } from './failure.ts';

export interface Steps {
  readonly done: number;
  readonly total: number;
}
export interface CommandState<O> {
  readonly pending: boolean;
  readonly progress: Steps | null;
  readonly failure: ActError | null;
  readonly data: O | null;
}
export interface Command<A extends CommandName> extends CommandState<Output<A>> {
  /** Answers null when it did not happen; why stands in `failure`. While it runs, starting it again changes nothing. */
  readonly run: (input: Input<A>) => Promise<Output<A> | null>;
  readonly cancel: () => void;
  readonly reset: () => void;
}

const idle = { pending: false, progress: null, failure: null, data: null } as const;

/**
 * A success or a refusal settles the attempt: what comes next is a new act. After a fault or bug nobody knows whether it
 * happened; the same input then goes under the same id and is answered with what was done the first time.
 */
const settles = (error: ActError): boolean => error.kind === 'refusal';
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const useCommand = <A extends CommandName>(act: A): Command<A> => {
  const [state, setState] = useState<CommandState<Output<A>>>(idle);
  const open = useRef<{ readonly id: string; readonly input: Input<A> } | null>(null);
  const running = useRef<Promise<Output<A> | null> | null>(null);
  const cancelRunning = useRef<(() => void) | null>(null);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => void (alive.current = false);
  }, []);

  const run = useCallback(
    (input: Input<A>): Promise<Output<A> | null> => {
      if (running.current) return running.current;
      const attempt =
        open.current && same(open.current.input, input) ? open.current : { id: newCommandId(), input };
      open.current = attempt;
      const show = (next: CommandState<Output<A>>): void => {
        if (alive.current) setState(next);
      };
      const work = async (): Promise<Output<A> | null> => {
        show({ ...idle, pending: true });
        try {
          const data = await command(act, input, {
            commandId: attempt.id,
            onProgress: (done, total) => show({ ...idle, pending: true, progress: { done, total } }),
            onStarted: (cancel) => void (cancelRunning.current = cancel),
          });
          open.current = null;
          show({ ...idle, data });
          return data;
        } catch (thrown) {
          const failure = actErrorOf(thrown);
          if (settles(failure)) open.current = null;
          show({ ...idle, failure });
          return null;
        } finally {
          running.current = null;
          cancelRunning.current = null;
        }
      };
      running.current = work();
      return running.current;
    },
    [act],
  );

  const cancel = useCallback(() => cancelRunning.current?.(), []);
  const reset = useCallback(() => {
    open.current = null;
    setState(idle);
  }, []);
  return { ...state, run, cancel, reset };
};
