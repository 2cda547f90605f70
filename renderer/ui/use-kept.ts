// State of a list (its filter line) that is still there when one comes back to it from a record. Kept in memory only: search
// words are names of people, and nothing of them may lie on the disk.
import { useCallback, useEffect, useState } from 'react';

const kept = new Map<string, unknown>();

/** Forgets every filter: for whoever signs in next. */
export const forgetKept = (): void => kept.clear();

/** Outside a list's own screen: what the main menu leads back to. */
export const keep = (name: string, value: unknown): void => void kept.set(name, value);
export const keptValue = (name: string): unknown => kept.get(name);

export const useKept = <T>(name: string, initial: T): readonly [T, (next: T) => void] => {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial));
  const set = useCallback(
    (next: T) => {
      kept.set(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, set];
};

/** The value once it has not changed for `ms`: a search asks when the typing pauses, not at every letter. */
export const useSettled = <T>(value: T, ms = 200): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
};
