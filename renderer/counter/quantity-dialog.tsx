// F2: another quantity for the chosen line, in the unit the shelf says. Limits are the books' to check; here only what is a number.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatQuantity, parseQuantity } from '../../db/domain/quantity.ts';
import { quantity as quantityText } from '../i18n/format.ts';
import { FormField } from '../ui/index.ts';
import type { Line } from './till.ts';

interface Props {
  readonly line: Line;
  readonly onSet: (quantity: number) => void;
  readonly onClose: () => void;
}

export const QuantityDialog = ({ line: { goods, quantity }, onSet, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [text, setText] = useState(formatQuantity(quantity, goods.unitScale));
  const [tried, setTried] = useState(false);
  const parsed = parseQuantity(text, goods.unit);
  const good = parsed.ok && parsed.quantity > 0;
  const mistake = good
    ? undefined
    : t(!parsed.ok && parsed.reason === 'quantity-not-whole' ? 'quantity.whole' : 'quantity.bad');
  const save = (): void => {
    setTried(true);
    if (!parsed.ok || parsed.quantity === 0) return;
    onSet(parsed.quantity);
    onClose();
  };
  return (
    <Modal
      open
      title={`${t('quantity.title')} · ${goods.name}`}
      okText={tAny('confirm')}
      cancelText={tAny('cancel')}
      onOk={save}
      onCancel={onClose}
      closable={false}
      destroyOnHidden
    >
      <FormField
        label={t('quantity.label', { unit: goods.unit })}
        hint={t('quantity.hint', { available: quantityText(goods.available, goods.unitScale, goods.unit) })}
        mistake={tried ? mistake : undefined}
      >
        {(field) => (
          <Input
            {...field}
            autoFocus
            className="counter-quantity-input"
            data-testid="quantity-input"
            inputMode="decimal"
            maxLength={14}
            value={text}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              save();
            }}
          />
        )}
      </FormField>
    </Modal>
  );
};
