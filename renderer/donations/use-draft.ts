// The gift being typed: kept after every change, found again after a crash, thrown away when saved or cleared. A receipt written
// anew starts from the gift in the books and is not kept: that gift is still there after a crash, and an unfinished new gift must
// not be lost for it.
import { useCallback, useEffect, useRef, useState } from 'react';
import { emptyDraft, withItem, type Draft, type DraftLine, type PickedItem } from './draft.ts';
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts';

export interface DraftHandle {
  readonly draft: Draft;
  /** How it came back from an interrupted entry, or null for a fresh one. */
  readonly restored: 'whole' | 'without-persons' | null;
  readonly change: (part: Partial<Draft>) => void;
  readonly changeLine: (key: string, part: Partial<DraftLine>) => void;
  /** The key of the line to fill in now. */
  readonly addItem: (item: PickedItem, perScan: number | null) => string;
  readonly removeLine: (key: string) => void;
  readonly replace: (next: Draft | ((before: Draft) => Draft)) => void;
  readonly clear: () => void;
}

export const useDraft = (practice: boolean, today: string, anew: Draft | null): DraftHandle => {
  const kept = anew === null;
  const [found, setFound] = useState(() => (kept ? keptDraft(practice) : null));
  const [draft, setDraft] = useState<Draft>(() => anew ?? found?.draft ?? emptyDraft(today));
  // Scans follow each other faster than the screen is drawn: each builds on the draft the one before it left.
  const latest = useRef(draft);
  const set = useCallback((next: Draft) => {
    latest.current = next;
    setDraft(next);
  }, []);
  useEffect(() => {
    if (kept) keepDraft(practice, draft);
  }, [kept, practice, draft]);
  const changeLine = useCallback(
    (key: string, part: Partial<DraftLine>) =>
      set({
        ...latest.current,
        lines: latest.current.lines.map((line) => (line.key === key ? { ...line, ...part } : line)),
      }),
    [set],
  );
  const removeLine = useCallback(
    (key: string) =>
      set({ ...latest.current, lines: latest.current.lines.filter((line) => line.key !== key) }),
    [set],
  );
  const replace = useCallback(
    (next: Draft | ((before: Draft) => Draft)) =>
      set(typeof next === 'function' ? next(latest.current) : next),
    [set],
  );
  return {
    draft,
    restored: found === null ? null : found.leftOut ? 'without-persons' : 'whole',
    change: (part) => set({ ...latest.current, ...part }),
    changeLine,
    addItem: (item, perScan) => {
      const added = withItem(latest.current, item, perScan);
      set(added.draft);
      return added.key;
    },
    removeLine,
    replace,
    clear: () => {
      if (kept) dropDraft(practice);
      setFound(null);
      set(emptyDraft(today));
    },
  };
};
