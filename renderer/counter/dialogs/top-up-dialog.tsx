// F11: cash for what the vouchers do not cover, where the shop takes it. Says the change; the money itself is booked with the redemption.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan, parseYuan } from '../../../db/domain/money.ts';
import { money } from '../../i18n/format.ts';
import { FormField } from '../../ui/index.ts';
import type { TopUp } from '../till.ts';

interface Props {
  readonly dueFen: number;
  readonly onPaid: (topUp: TopUp) => void;
  readonly onClose: () => void;
}

export const TopUpDialog = ({ dueFen, onPaid, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [text, setText] = useState(formatYuan(dueFen));
  const parsed = parseYuan(text);
  const receivedFen = parsed.ok ? parsed.fen : null;
  const enough = receivedFen !== null && receivedFen >= dueFen;
  const save = (): void => {
    if (!enough) return;
    onPaid({ dueFen, receivedFen });
    onClose();
  };
  return (
    <Modal
      open
      title={t('topUp.title')}
      okText={tAny('confirm')}
      cancelText={tAny('cancel')}
      okButtonProps={{ disabled: !enough }}
      onOk={save}
      onCancel={onClose}
      closable={false}
      destroyOnHidden
    >
      <p className="counter-topup-due" data-testid="topup-due">
        {t('figures.due')} <b className="figure">{money(dueFen)}</b>
      </p>
      <FormField label={t('topUp.received')} hint={t('topUp.hint')}>
        {(field) => (
          <Input
            {...field}
            autoFocus
            className="counter-quantity-input"
            data-testid="topup-input"
            inputMode="decimal"
            maxLength={12}
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
      <p className="counter-topup-due" role="status" data-testid="topup-change">
        {enough ? (
          <>
            {t('topUp.change')} <b className="figure">{money(receivedFen - dueFen)}</b>
          </>
        ) : (
          t('topUp.short')
        )}
      </p>
    </Modal>
  );
};
