// One field to add goods to a gift: a scan, a code, a name, pinyin or initials, then Enter. A scan of a code nobody knows stops
// with words; it never adds a guess.
import { Input, type InputRef } from 'antd';
import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { GoodsItem } from '../../db/contract/goods.ts';
import { readBarcode } from '../../db/domain/barcode.ts';
import { actErrorOf, read, useAct } from '../api/index.ts';
import { play } from '../counter/sounds.ts';
import { money } from '../i18n/format.ts';
import { Failed, useSettled } from '../ui/index.ts';

interface Props {
  readonly field: Ref<InputRef>;
  readonly onPick: (item: GoodsItem) => void;
  /** Enter on an empty field: nothing more to add. */
  readonly onEmptyEnter: () => void;
}
const most = 8;

/** The one item a text means beyond doubt: its barcode, its code, or the only one found. */
const meant = (text: string, found: readonly GoodsItem[]): GoodsItem | null => {
  const barcode = readBarcode(text);
  if (barcode.kind === 'ok') return found.find((item) => item.barcodes.includes(barcode.barcode)) ?? null;
  return found.find((item) => item.code === text) ?? (found.length === 1 ? (found[0] ?? null) : null);
};

export const PickItem = ({ field, onPick, onEmptyEnter }: Props) => {
  const { t } = useTranslation('donations');
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [unknown, setUnknown] = useState('');
  const [failure, setFailure] = useState<ActError | null>(null);
  const wanted = text.trim();
  const settled = useSettled(wanted, 150);
  const { data } = useAct('goods.list', { search: settled, limit: most }, { enabled: settled !== '' });
  const options = wanted !== '' && settled === wanted ? (data?.rows ?? []) : [];

  const pick = (item: GoodsItem): void => {
    setText('');
    setActive(-1);
    setUnknown('');
    onPick(item);
  };
  const enter = async (): Promise<void> => {
    const chosen = options[active];
    if (chosen) {
      pick(chosen);
      return;
    }
    try {
      const { rows } = await read('goods.list', { search: wanted, limit: most });
      const item = meant(wanted, rows);
      if (item) pick(item);
      else if (rows.length === 0 || readBarcode(wanted).kind === 'ok') {
        setUnknown(wanted);
        play('refused');
      } else setActive(0);
    } catch (thrown) {
      setFailure(actErrorOf(thrown));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    if (event.key === 'ArrowDown') setActive(Math.min(options.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(-1, active - 1));
    else if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'Enter' && wanted === '') onEmptyEnter();
    else if (event.key === 'Enter') void enter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="pick-item">
      <Input
        ref={field}
        data-testid="donation-pick"
        role="combobox"
        aria-label={t('form.pickLabel')}
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        {...(options[active] ? { 'aria-activedescendant': `${listId}-${options[active].id}` } : {})}
        placeholder={t('form.pick')}
        autoComplete="off"
        maxLength={60}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setUnknown('');
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={t('form.pickLabel')}
        className="pick-options"
        hidden={options.length === 0}
      >
        {options.map((item, at) => (
          <li
            key={item.id}
            id={`${listId}-${item.id}`}
            role="option"
            aria-selected={at === active}
            className={at === active ? 'active' : ''}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(item)}
          >
            <b>{item.name}</b> {item.spec}{' '}
            <span className="secondary">
              {item.code} · {money(item.listPriceFen)} / {item.unit}
            </span>
          </li>
        ))}
      </ul>
      {unknown !== '' && (
        <div className="form-mistake" role="alert">
          <span aria-hidden="true">✖ </span>
          {t('form.pickNone', { text: unknown })}
        </div>
      )}
      <Failed failure={failure} />
    </div>
  );
};
