// One field that finds something by typing or scanning: options under it while one types, arrows and Enter choose, a scan answers
// by itself. A code nobody knows stops with words and a sound; it never chooses a guess.
import { Input, type InputRef } from 'antd';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import type { ActError } from '../../db/contract/act.ts';
import { actErrorOf } from '../api/failure.ts';
import { play } from '../counter/sounds.ts';
import { Failed } from './failed.tsx';
import './office.css';
import { useSettled } from './use-kept.ts';

/** What Enter on a text means: this one, one of the options, or nothing, said in words. */
export type Meant<T> = { readonly pick: T } | { readonly choose: readonly T[] } | { readonly none: string };

interface Props<T> {
  readonly field?: Ref<InputRef> | undefined;
  readonly label: string;
  readonly placeholder: string;
  readonly testId: string;
  /** What the search of `foundFor` found. */
  readonly found: readonly T[];
  readonly foundFor: string;
  /** The text has stood still for a moment: search it. */
  readonly onSearch: (text: string) => void;
  /** Enter (the scanner sends it): asks what the text means. */
  readonly lookUp: (text: string) => Promise<Meant<T>>;
  readonly onPick: (row: T) => void;
  /** Enter on an empty field: nothing more to add. */
  readonly onEmptyEnter?: (() => void) | undefined;
  readonly rowKey: (row: T) => string | number;
  readonly render: (row: T) => ReactNode;
}

export const PickList = <T,>(props: Props<T>) => {
  const { label, placeholder, testId, found, foundFor, onSearch, lookUp, onPick, rowKey, render } = props;
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [offered, setOffered] = useState<readonly T[] | null>(null);
  const [none, setNone] = useState('');
  const [here, setHere] = useState(false);
  const [failure, setFailure] = useState<ActError | null>(null);
  const wanted = text.trim();
  const settled = useSettled(wanted, 150);
  useEffect(() => onSearch(settled), [settled, onSearch]);
  const fitting = offered ?? (wanted !== '' && foundFor === wanted ? found : []);
  // Options lie over the form; they leave with the focus.
  const options = here ? fitting : [];

  const change = (next: string): void => {
    setText(next);
    setActive(-1);
    setOffered(null);
    setNone('');
    setFailure(null);
  };
  const pick = (row: T): void => {
    change('');
    onPick(row);
  };
  const enter = async (): Promise<void> => {
    const chosen = options[active];
    if (chosen !== undefined) {
      pick(chosen);
      return;
    }
    try {
      const meant = await lookUp(wanted);
      if ('pick' in meant) pick(meant.pick);
      else if ('choose' in meant) {
        setOffered(meant.choose);
        setActive(0);
      } else {
        setNone(meant.none);
        play('refused');
      }
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    if (event.key === 'ArrowDown') setActive(Math.min(options.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(-1, active - 1));
    else if (event.key === 'Escape' && text !== '') change('');
    else if (event.key === 'Enter' && wanted === '' && props.onEmptyEnter) props.onEmptyEnter();
    else if (event.key === 'Enter' && wanted !== '') void enter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const optionId = (row: T): string => `${listId}-${String(rowKey(row))}`;
  const activeRow = options[active];
  return (
    <div className="pick-item">
      <Input
        {...(props.field === undefined ? {} : { ref: props.field })}
        data-testid={testId}
        // A barcode scanned here picks: it is not for the screen behind.
        data-takes-scans=""
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        {...(activeRow === undefined ? {} : { 'aria-activedescendant': optionId(activeRow) })}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setHere(true)}
        onBlur={() => setHere(false)}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={label}
        className="pick-options"
        hidden={options.length === 0}
      >
        {options.map((row, at) => (
          <li
            key={rowKey(row)}
            id={optionId(row)}
            role="option"
            aria-selected={at === active}
            className={at === active ? 'active' : ''}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(row)}
          >
            {render(row)}
          </li>
        ))}
      </ul>
      {none !== '' && (
        <div className="form-mistake" role="alert">
          <span aria-hidden="true">✖ </span>
          {none}
        </div>
      )}
      <Failed failure={failure} />
    </div>
  );
};
