// The figure of one line: empty at first, never 1, in any unit the goods are packed in; Enter notes it.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoodsItem } from '../../db/contract/goods.ts';
import { play } from '../counter/sounds.ts';
import { QuantityField } from '../goods/quantity-field.tsx';
import { emptyQuantity, readQuantity } from '../goods/quantity-text.ts';
import { day, quantity } from '../i18n/format.ts';
import { FormField, Notice } from '../ui/index.ts';
import { figureOf, isPiece, looksLikeCode, type Line } from './lines.ts';

interface Props {
  readonly line: Line;
  readonly item: GoodsItem;
  readonly round: 1 | 2 | 3;
  readonly twice: boolean;
  readonly pending: boolean;
  readonly onSave: (counted: number, reason: string) => void;
}

export const FigureForm = ({ line, item, round, twice, pending, onSave }: Props) => {
  const { t } = useTranslation('stocktake');
  const [typed, setTyped] = useState(emptyQuantity(item));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const read = readQuantity(typed, item, true);
  const isCode = looksLikeCode(typed.text);
  const tooMany = read.ok && isPiece(line) && read.quantity > 1;
  const save = (): void => {
    setTried(true);
    if (pending) return;
    if (read.ok && !isCode && !tooMany) onSave(read.quantity, reason);
    else play('refused');
  };
  const before = figureOf(line, round);
  const said = (smallest: number): string => quantity(smallest, line.unitScale, line.unit);
  return (
    <>
      <p className="count-item" data-testid="count-item">
        <b>{line.itemName}</b> {line.spec}
      </p>
      <p className="count-facts">
        {line.expiryDay !== null && (
          <span>
            {t('lines.expiry')} <b>{day(line.expiryDay)}</b>
          </span>
        )}
        <span>{line.tag === '' ? t('lines.noTag') : line.tag}</span>
        {twice && <b>{t(`rounds.r${round}`)}</b>}
        {line.expected !== null && <span>{t('figure.expected', { quantity: said(line.expected) })}</span>}
        {before !== null && <span>{t('figure.before', { quantity: said(before) })}</span>}
      </p>
      {tried && isCode && <Notice tone="warn" title={t('figure.code')} />}
      <div className="count-figure">
        <QuantityField
          item={item}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setTried(false);
          }}
          label={t('figure.label')}
          zero
          autoFocus
          tried={tried}
          mistake={tried && tooMany ? t('figure.piece') : undefined}
          onEnter={save}
          testId="count-figure"
        />
        <ReasonField value={reason} onChange={setReason} onEnter={save} />
        <Button type="primary" size="large" data-testid="count-save" loading={pending} onClick={save}>
          {t('figure.save')} Enter
        </Button>
      </div>
    </>
  );
};

interface ReasonProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
}
export const ReasonField = ({ value, onChange, onEnter }: ReasonProps) => {
  const { t } = useTranslation('stocktake');
  return (
    <div className="wide">
      <FormField label={t('figure.reason')} hint={t('figure.reasonHint')}>
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="count-reason"
            autoComplete="off"
            maxLength={100}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onPressEnter={(event) => !event.nativeEvent.isComposing && onEnter()}
          />
        )}
      </FormField>
    </div>
  );
};
