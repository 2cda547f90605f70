// A short list to choose one from: the system's own select, because it needs no mouse, opens over everything and speaks to every
// screen reader; hundreds of them on a long form cost nothing.
import type { KeyboardEvent } from 'react';
import type { FieldProps } from './form-field.tsx';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
}
interface Props<V extends string> {
  readonly label?: string;
  readonly field?: FieldProps;
  readonly options: readonly Option<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly onBlur?: () => void;
  readonly testId?: string;
}

export const Choice = <V extends string>({
  label,
  field,
  options,
  value,
  onChange,
  onBlur,
  testId,
}: Props<V>) => {
  /** 1, 2, 3 choose the first, second, third: faster than arrows, and no input method is in the way. */
  const byDigit = (event: KeyboardEvent): void => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const chosen =
      digit === undefined ? undefined : options.filter((option) => option.value !== '')[Number(digit) - 1];
    if (!chosen || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    onChange(chosen.value);
  };
  const { status, ...aria } = field ?? { status: '' };
  return (
    <select
      {...aria}
      className={status === 'error' ? 'choice wrong' : 'choice'}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      value={value}
      onChange={(event) => onChange(event.target.value as V)}
      onKeyDown={byDigit}
      onBlur={onBlur}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
};
