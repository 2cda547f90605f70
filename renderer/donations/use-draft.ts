// The gift being typed: kept after every change, found again after a crash, thrown away when saved or cleared.
import { useCallback, useEffect, useState } from 'react';
import { emptyDraft, emptyLine, nextKey, type Draft, type DraftLine, type PickedItem } from './draft.ts';
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts';

export interface DraftHandle {
  readonly draft: Draft;
  /** How it came back from an interrupted entry, or null for a fresh one. */
  readonly restored: 'whole' | 'without-persons' | null;
  readonly change: (part: Partial<Draft>) => void;
  readonly changeLine: (key: string, part: Partial<DraftLine>) => void;
  /** The line to fill in now: a new one, or the one of the same item that still waits for its quantity. */
  readonly addItem: (item: PickedItem) => string;
  readonly removeLine: (key: string) => void;
  readonly clear: () => void;
}

export const useDraft = (practice: boolean, today: string): DraftHandle => {
  const [found, setFound] = useState(() => keptDraft(practice));
  const [draft, setDraft] = useState<Draft>(() => found?.draft ?? emptyDraft(today));
  useEffect(() => keepDraft(practice, draft), [practice, draft]);
  const changeLine = useCallback(
    (key: string, part: Partial<DraftLine>) =>
      setDraft((before) => ({
        ...before,
        lines: before.lines.map((line) => (line.key === key ? { ...line, ...part } : line)),
      })),
    [],
  );
  const removeLine = useCallback(
    (key: string) =>
      setDraft((before) => ({ ...before, lines: before.lines.filter((line) => line.key !== key) })),
    [],
  );
  return {
    draft,
    restored: found === null ? null : found.leftOut ? 'without-persons' : 'whole',
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    changeLine,
    addItem: (item) => {
      const waiting = draft.lines.find((line) => line.item.id === item.id && line.quantity.trim() === '');
      const key = waiting?.key ?? nextKey(draft.lines);
      if (!waiting) setDraft((before) => ({ ...before, lines: [...before.lines, emptyLine(key, item)] }));
      return key;
    },
    removeLine,
    clear: () => {
      dropDraft(practice);
      setFound(null);
      setDraft(emptyDraft(today));
    },
  };
};
