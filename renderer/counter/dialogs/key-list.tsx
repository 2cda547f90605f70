// A list for the keyboard in the counter's dialogs: arrows choose, the dialog's own keys act on what is chosen. Takes the focus.
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

interface Props<T> {
  readonly label: string;
  readonly testId: string;
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string | number;
  readonly active: number;
  readonly onActive: (at: number) => void;
  /** By KeyboardEvent.code; on the chosen row. */
  readonly keys: Readonly<Record<string, (row: T) => void>>;
  readonly ticked?: (row: T) => boolean;
  readonly render: (row: T) => ReactNode;
  readonly takesFocus?: boolean;
}

export const KeyList = <T,>(props: Props<T>) => {
  const { label, testId, rows, rowKey, active, onActive, keys, ticked, render, takesFocus = true } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    const row = rows[active];
    const act = keys[event.code === 'NumpadEnter' ? 'Enter' : event.code];
    if (step !== undefined) onActive(Math.max(0, Math.min(rows.length - 1, active + step)));
    else if (act && row !== undefined && !event.ctrlKey) act(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul
      ref={list}
      className="key-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={ticked !== undefined}
      aria-activedescendant={rows[active] === undefined ? undefined : `${testId}-${active}`}
      data-testid={`${testId}-list`}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, at) => (
        <li
          key={rowKey(row)}
          id={`${testId}-${at}`}
          role="option"
          aria-selected={ticked ? ticked(row) : at === active}
          data-testid={`${testId}-row`}
          className={at === active ? 'active' : ''}
          ref={(node) => {
            if (at === active) node?.scrollIntoView({ block: 'nearest' });
          }}
          onClick={() => {
            onActive(at);
            (ticked ? keys['Space'] : keys['Enter'])?.(row);
          }}
        >
          <span aria-hidden="true">{at === active ? '▶' : ''}</span>
          {ticked && <span aria-hidden="true">{ticked(row) ? '☑' : '☐'}</span>}
          {render(row)}
        </li>
      ))}
    </ul>
  );
};
