// The line above a list: what to look for, and choices that narrow it. Arrow down goes from the search field into the list.
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './office.css';
import { useKeys } from './use-keys.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Further choices: category, month. */
  readonly children?: ReactNode;
  /** Figures at the right: what the list amounts to. */
  readonly aside?: ReactNode;
}

export const FilterLine = ({ label, value, onChange, children, aside }: Props) => {
  const field = useRef<InputRef>(null);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.focus({ cursor: 'all' }), []);
  useKeys({ F3: () => field.current?.focus({ cursor: 'all' }) });
  const intoList = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
    event.preventDefault();
    line.current?.parentElement?.querySelector<HTMLElement>('.data-table')?.focus();
  };
  return (
    <div className="filter-line" ref={line}>
      <Input
        ref={field}
        data-testid="list-search"
        className="filter-search"
        aria-label={label}
        placeholder={label}
        value={value}
        allowClear
        maxLength={60}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={intoList}
      />
      {children}
      {aside !== undefined && <div className="filter-aside">{aside}</div>}
    </div>
  );
};
