// Values of a form and what is wrong with them: named on leaving a field, all together on saving (ui.md, Frame).
import { useState } from 'react';

export type Mistakes<V> = { readonly [K in keyof V]?: string | undefined };

export interface Form<V> {
  readonly values: V;
  readonly set: <K extends keyof V>(key: K, value: V[K]) => void;
  /** On leaving a field. */
  readonly left: (key: keyof V) => void;
  /** What is wrong with the fields left so far, or with all after a try to save. */
  readonly mistake: (key: keyof V) => string | undefined;
  /** Shows every mistake; true when there is none. */
  readonly ready: () => boolean;
  readonly reset: () => void;
}

/** `check` answers in words of the present language, so that switching it switches the mistakes. */
export const useForm = <V extends object>(initial: V, check: (values: V) => Mistakes<V>): Form<V> => {
  const [values, setValues] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<keyof V>>(new Set());
  const [tried, setTried] = useState(false);
  const mistakes = check(values);
  return {
    values,
    set: (key, value) => setValues((now) => ({ ...now, [key]: value })),
    left: (key) => setLeft((now) => new Set([...now, key])),
    mistake: (key) => (tried || left.has(key) ? mistakes[key] : undefined),
    ready: () => {
      setTried(true);
      return Object.values(mistakes).every((mistake) => mistake === undefined);
    },
    reset: () => {
      setValues(initial);
      setLeft(new Set());
      setTried(false);
    },
  };
};
