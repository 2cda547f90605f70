// Which mistakes of a gift are named when: beside a field once it was left, and all together once saving was tried.
import { useCallback, useMemo, useState } from 'react';
import type { Draft } from './draft.ts';
import { readDraft, type DraftReading, type Mistake, type MistakeCode, type Replaces } from './read-draft.ts';

/** Of one line, by the part of it: quantity, expiry. */
export type LineMistakes = Readonly<Partial<Record<string, MistakeCode>>>;

export interface Mistakes {
  readonly reading: DraftReading;
  /** For the band over the form. */
  readonly listed: readonly Mistake[];
  readonly mistakeOf: (field: string) => MistakeCode | undefined;
  readonly ofLine: (key: string) => LineMistakes;
  readonly leave: (field: string) => void;
  /** Names every mistake there is now; a line added afterwards is blank, not wrong. */
  readonly tryAll: () => void;
  readonly reset: () => void;
}

export const useMistakes = (draft: Draft, today: string, replaces: Replaces | null): Mistakes => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const reading = useMemo(() => readDraft(draft, today, replaces), [draft, today, replaces]);
  const found = useMemo(() => (reading.ok ? [] : reading.mistakes), [reading]);
  const byField = useMemo(() => new Map(found.map(({ field, code }) => [field, code])), [found]);
  const mistakeOf = (field: string): MistakeCode | undefined =>
    left.has(field) ? byField.get(field) : undefined;
  return {
    reading,
    listed: tried ? found.filter(({ field }) => left.has(field)) : [],
    mistakeOf,
    ofLine: (key) =>
      Object.fromEntries(
        found
          .filter(({ field }) => field.startsWith(`${key}.`) && left.has(field))
          .map(({ field, code }) => [field.slice(key.length + 1), code]),
      ),
    leave: useCallback(
      (field: string) => setLeft((before) => (before.has(field) ? before : new Set([...before, field]))),
      [],
    ),
    tryAll: () => {
      setTried(true);
      setLeft(new Set([...left, ...byField.keys()]));
    },
    reset: () => {
      setLeft(new Set());
      setTried(false);
    },
  };
};
