// Voiding a voucher: what ends, in figures, the reason, asked once.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { ConfirmFinal, Failed, FormField, Money } from '../ui/index.ts';

interface Props {
  readonly voucher: Pick<
    Output<'vouchers.list'>['rows'][number],
    'id' | 'serial' | 'headName' | 'balanceFen'
  >;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export const VoidVoucher = ({ voucher, onDone, onClose }: Props) => {
  const { t } = useTranslation('vouchers');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const ending = useCommand('vouchers.void');
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    if (await ending.run({ voucherId: voucher.id, reason: reason.trim() })) onDone();
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="void-confirm"
      title={t('void.title')}
      verb={t('void.verb')}
      pending={ending.pending}
      figures={[
        { label: t('void.serial'), value: voucher.serial },
        { label: t('void.head'), value: voucher.headName },
        { label: t('void.face'), value: <Money fen={voucher.balanceFen} strong /> },
      ]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{t('void.whole')}</p>
      <FormField
        label={t('void.reason')}
        required
        hint={t('void.reasonHint')}
        mistake={tried && reason.trim() === '' ? t('void.reasonMissing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            autoFocus
            data-testid="void-reason"
            maxLength={100}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => !event.nativeEvent.isComposing && void confirm()}
          />
        )}
      </FormField>
      <Failed failure={ending.failure} />
    </ConfirmFinal>
  );
};
