// Goods nobody expected here: how many, and till when they keep.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoodsItem } from '../../db/contract/goods.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import { play } from '../counter/sounds.ts';
import { QuantityField } from '../goods/quantity-field.tsx';
import { emptyQuantity, readQuantity } from '../goods/quantity-text.ts';
import { FormField, Notice } from '../ui/index.ts';
import { ReasonField } from './figure-form.tsx';
import { looksLikeCode } from './lines.ts';

interface Props {
  readonly item: GoodsItem;
  readonly pending: boolean;
  readonly onSave: (counted: number, expiryDay: string | null, reason: string) => void;
}

export const FoundForm = ({ item, pending, onSave }: Props) => {
  const { t } = useTranslation('stocktake');
  const [typed, setTyped] = useState(emptyQuantity(item));
  const [expiry, setExpiry] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const read = readQuantity(typed, item);
  const expiryDay = expiry.trim() === '' ? null : parseDay(expiry);
  const expiryMistake =
    expiry.trim() !== '' && expiryDay === null
      ? t('form.dayBad', { ns: 'common' })
      : item.keepsDate && expiryDay === null
        ? t('found.expiryMissing')
        : undefined;
  const isCode = looksLikeCode(typed.text);
  const save = (): void => {
    setTried(true);
    if (pending) return;
    if (read.ok && !isCode && expiryMistake === undefined) onSave(read.quantity, expiryDay, reason);
    else play('refused');
  };
  return (
    <>
      <p className="count-item" data-testid="found-name">
        {t('found.title')} · <b>{item.name}</b> {item.spec}
      </p>
      <p>{t('found.explain')}</p>
      {tried && isCode && <Notice tone="warn" title={t('figure.code')} />}
      <div className="count-figure">
        <QuantityField
          item={item}
          value={typed}
          onChange={setTyped}
          label={t('figure.label')}
          autoFocus
          tried={tried}
          onEnter={save}
          testId="found-figure"
        />
        <FormField
          label={t('found.expiry')}
          required={item.keepsDate}
          mistake={tried ? expiryMistake : undefined}
        >
          {({ status, ...field }) => (
            <Input
              {...field}
              status={status}
              data-testid="found-expiry"
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              value={expiry}
              onChange={(event) => setExpiry(event.target.value)}
              onPressEnter={(event) => !event.nativeEvent.isComposing && save()}
            />
          )}
        </FormField>
        <ReasonField value={reason} onChange={setReason} onEnter={save} />
        <Button type="primary" size="large" data-testid="found-save" loading={pending} onClick={save}>
          {t('found.save')} Enter
        </Button>
      </div>
    </>
  );
};
