// What is to be printed, a line each: its copies start empty and are asked at once; Enter leads back to choosing the next.
import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copiesOf, type LabelRow } from './label-draft.ts';

interface Props {
  readonly rows: readonly LabelRow[];
  readonly onChange: (rows: readonly LabelRow[]) => void;
  readonly current: { readonly id: number } | null;
  /** Enter in a line: its copies are typed. */
  readonly onTyped: () => void;
}

export const LabelRows = ({ rows, onChange, current, onTyped }: Props) => {
  const { t } = useTranslation('goods');
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), [current]);
  if (rows.length === 0) return <p className="secondary">{t('labels.none')}</p>;
  const change = (id: number, copies: string): void =>
    onChange(rows.map((row) => (row.id === id ? { ...row, copies } : row)));
  return (
    <>
      <ul className="code-rows" aria-label={t('labels.list')}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="label-name">
              <b>{row.name}</b> <span className="secondary">{row.more}</span>
            </span>
            <Copies
              row={row}
              field={row.id === current?.id ? field : null}
              onChange={(copies) => change(row.id, copies)}
              onTyped={onTyped}
            />
            <Button
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={t('labels.remove', { name: row.name })}
              onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
            />
          </li>
        ))}
      </ul>
      {rows.length > 1 && <FillAll rows={rows} onChange={onChange} />}
    </>
  );
};

interface CopiesProps {
  readonly row: LabelRow;
  readonly field: React.Ref<InputRef>;
  readonly onChange: (copies: string) => void;
  readonly onTyped: () => void;
}
const Copies = ({ row, field, onChange, onTyped }: CopiesProps) => {
  const { t } = useTranslation('goods');
  const [left, setLeft] = useState(false);
  const wrong = left && row.copies.trim() !== '' && copiesOf(row) === null;
  return (
    <>
      <Input
        ref={field}
        data-testid={`label-copies-${String(row.id)}`}
        className="figure code-count"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        aria-label={t('labels.copies', { name: `${row.name} ${row.more}` })}
        aria-invalid={wrong}
        status={wrong ? 'error' : ''}
        value={row.copies}
        onChange={({ target }) => onChange(target.value)}
        onBlur={() => setLeft(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onTyped();
        }}
      />
      <span>{t('labels.copiesWord')}</span>
      {wrong && (
        <span className="form-mistake" role="alert">
          <span aria-hidden="true">✖ </span>
          {t('labels.copiesBad')}
        </span>
      )}
    </>
  );
};

/** One figure for every line that has none: thirty pieces of a gift want one label each. */
const FillAll = ({ rows, onChange }: Pick<Props, 'rows' | 'onChange'>) => {
  const { t } = useTranslation('goods');
  const [text, setText] = useState('');
  const fill = (): void => {
    if (copiesOf({ id: 0, name: '', more: '', copies: text }) === null) return;
    onChange(rows.map((row) => (row.copies.trim() === '' ? { ...row, copies: text } : row)));
    setText('');
  };
  return (
    <div className="button-row">
      <label htmlFor="label-fill">{t('labels.all')}</label>
      <Input
        id="label-fill"
        data-testid="label-fill"
        className="figure code-count"
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={fill}
      />
      <span>{t('labels.copiesWord')}</span>
      <Button data-testid="label-fill-all" onClick={fill}>
        {t('labels.fill')}
      </Button>
    </div>
  );
};
