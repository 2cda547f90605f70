// Papers in screens: made by the books once, then previewed, printed or saved. The same paper serves all three until the books
// change, so that looking before printing does not count as a second print.
import { useCallback, useRef, useState } from 'react';
import type { ActError } from '../../db/contract/act.ts';
import type { Paper } from '../../db/contract/common.ts';
import type { DocumentName, Input } from '../../db/contract/index.ts';
import { booksVersion, desktop } from './call.ts';
import { actErrorOf } from './failure.ts';
import { useCommand, type Steps } from './use-command.ts';

export type PaperUse = 'preview' | 'print' | 'save';
export interface PaperState {
  readonly pending: boolean;
  readonly progress: Steps | null;
  readonly failure: ActError | null;
  /** What was done last, for a quiet confirmation. */
  readonly done: { readonly use: PaperUse; readonly fileName: string } | null;
}
export interface PaperActs<A extends DocumentName> extends PaperState {
  readonly preview: (input: Input<A>) => Promise<boolean>;
  /** Fails with the fault `printer-none` where there is no printer; `Failed` then offers `save`. */
  readonly print: (input: Input<A>) => Promise<boolean>;
  readonly save: (input: Input<A>) => Promise<boolean>;
  readonly cancel: () => void;
  readonly reset: () => void;
}

const handOut = async (use: PaperUse, paper: Paper): Promise<{ done: boolean; fileName: string }> => {
  if (use === 'preview') {
    await desktop('desktop.previewPaper', { paper });
    return { done: true, fileName: paper.fileName };
  }
  if (use === 'print')
    return { done: (await desktop('desktop.printPaper', { paper })).printed, fileName: paper.fileName };
  const { saved, fileName } = await desktop('desktop.savePaper', { paper });
  return { done: saved, fileName: fileName ?? paper.fileName };
};

export const usePaper = <A extends DocumentName>(act: A): PaperActs<A> => {
  const making = useCommand(act);
  const made = useRef<{ input: string; version: number; paper: Paper } | null>(null);
  const [handing, setHanding] = useState(false);
  const [failure, setFailure] = useState<ActError | null>(null);
  const [done, setDone] = useState<PaperState['done']>(null);

  const make = making.run;
  const use = useCallback(
    async (how: PaperUse, input: Input<A>): Promise<boolean> => {
      setFailure(null);
      setDone(null);
      const asked = JSON.stringify(input);
      const kept =
        made.current?.input === asked && made.current.version === booksVersion() ? made.current.paper : null;
      const paper = kept ?? ((await make(input)) as Paper | null);
      if (!paper) return false;
      made.current = { input: asked, version: booksVersion(), paper };
      setHanding(true);
      try {
        const given = await handOut(how, paper);
        if (given.done) setDone({ use: how, fileName: given.fileName });
        return given.done;
      } catch (thrown) {
        setFailure(actErrorOf(thrown));
        return false;
      } finally {
        setHanding(false);
      }
    },
    [make],
  );

  const { reset: resetMaking } = making;
  return {
    pending: making.pending || handing,
    progress: making.progress,
    failure: failure ?? making.failure,
    done,
    preview: useCallback((input: Input<A>) => use('preview', input), [use]),
    print: useCallback((input: Input<A>) => use('print', input), [use]),
    save: useCallback((input: Input<A>) => use('save', input), [use]),
    cancel: making.cancel,
    reset: useCallback(() => {
      made.current = null;
      setFailure(null);
      setDone(null);
      resetMaking();
    }, [resetMaking]),
  };
};
