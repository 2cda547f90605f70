// F3: goods without a barcode, by name, pinyin or initials. The field keeps the focus; arrows choose, Enter adds one.
import { Button, Input, Modal } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input as ActInput } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { quantity } from '../i18n/format.ts';
import { Failed, Money, useSettled } from '../ui/index.ts';
import { play } from './sounds.ts';
import type { Goods } from './till.ts';

interface Props {
  readonly basket: Pick<ActInput<'counter.findGoods'>, 'householdId' | 'voucherIds'>;
  /** A code that nobody knew: where the search begins. */
  readonly first?: string;
  readonly onPick: (goods: Goods) => void;
  readonly onClose: () => void;
}

export const FindDialog = ({ basket, first = '', onPick, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [text, setText] = useState(first);
  const [active, setActive] = useState(0);
  const search = useSettled(text.trim(), 120);
  const { data, failure } = useAct(
    'counter.findGoods',
    { ...basket, search },
    { enabled: search !== '', keepPrevious: true },
  );
  const found = search === '' ? [] : (data ?? []);
  const pick = (goods: Goods | undefined): void => {
    if (!goods) return;
    if (goods.available <= 0) {
      play('warn');
      return;
    }
    onPick(goods);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setActive(Math.max(0, Math.min(found.length - 1, active + step)));
    // Words still on their way to the books must not pick a row of the words before.
    else if (event.key === 'Enter' && search === text.trim()) pick(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      open
      title={t('find.title')}
      footer={<Button onClick={onClose}>{tAny('close')} Esc</Button>}
      width={860}
      onCancel={onClose}
      closable={false}
      destroyOnHidden
    >
      <Input
        autoFocus
        size="large"
        data-testid="find-input"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="find-list"
        aria-activedescendant={found[active] ? `find-${found[active].itemId}` : undefined}
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        maxLength={60}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="secondary">{t('find.hint')}</p>
      <Failed failure={failure} />
      <ul id="find-list" role="listbox" aria-label={t('find.title')} className="find-list">
        {found.map((goods, at) => (
          <li
            key={goods.itemId}
            id={`find-${goods.itemId}`}
            role="option"
            aria-selected={at === active}
            aria-disabled={goods.available <= 0}
            data-testid="find-option"
            className={goods.available <= 0 ? 'gone' : ''}
            ref={(node) => {
              if (at === active) node?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => pick(goods)}
          >
            <span aria-hidden="true">{at === active ? '▶' : ''}</span>
            <b>{goods.name}</b>
            <span className="secondary">{goods.spec}</span>
            <Money fen={goods.priceFen} />
            <span className="figure">
              {goods.available > 0
                ? t('find.available', { available: quantity(goods.available, goods.unitScale, goods.unit) })
                : t('find.gone')}
            </span>
          </li>
        ))}
      </ul>
      {search !== '' && data?.length === 0 && <p>{t('find.none')}</p>}
    </Modal>
  );
};
