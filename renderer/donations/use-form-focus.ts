// Puts the cursor into a field of the gift form by its name: `cash`, `<line key>.quantity`, `refused.0`.
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

const selectorOf = (field: string): string => {
  const [line, part] = field.split('.');
  if (line === 'refused') return `[data-refused="${part ?? ''}"]`;
  return part === undefined
    ? `[data-testid="donation-${field}"]`
    : `[data-line="${line ?? ''}"] [data-testid="line-${part}"]`;
};

export const useFormFocus = (form: RefObject<HTMLElement | null>, first: string) => {
  // A new object each time: the same field may be wanted twice.
  const [wanted, setWanted] = useState({ field: first });
  const last = useRef<object | null>(null);
  useEffect(() => {
    if (last.current === wanted) return;
    const element = form.current?.querySelector<HTMLElement>(selectorOf(wanted.field));
    if (!element) return;
    last.current = wanted;
    element.focus();
  });
  return useCallback((field: string) => setWanted({ field }), []);
};
