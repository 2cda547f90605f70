// Ending every unused voucher of a batch: the figures are those the books are asked to find again.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useCommand } from '../api/index.ts';
import { count, money } from '../i18n/format.ts';
import { ConfirmFinal, Failed } from '../ui/index.ts';
import { LineField } from './line-field.tsx';

interface Props {
  readonly batchId: number;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (pieces: number) => void;
}

export const VoidOpen = ({ batchId, name, onClose, onDone }: Props) => {
  const { t } = useTranslation('voucherLife');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { data, failure } = useAct('vouchers.openOfBatch', { batchId });
  const ending = useCommand('vouchers.voidOpen');
  const confirm = (): void => {
    setTried(true);
    if (!data || reason.trim() === '' || ending.pending) return;
    const { pieces, fen, points } = data;
    void ending
      .run({
        ...{ batchId, reason: reason.trim() },
        ...{ expectPieces: pieces, expectFen: fen, expectPoints: points },
      })
      .then((answer) => answer && onDone(pieces));
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="void-open-confirm"
      title={t('voidOpen.title')}
      verb={t('voidOpen.verb', { n: count(data?.pieces ?? 0) })}
      pending={ending.pending}
      confirmDisabled={data?.pieces === 0}
      figures={[
        { label: t('batch'), value: name },
        { label: t('voidOpen.pieces'), value: count(data?.pieces ?? 0) },
        {
          label: t('balance'),
          value: data && data.points > 0 ? t('points', { n: count(data.points) }) : money(data?.fen ?? 0),
        },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>{t('voidOpen.effect')}</p>
      <LineField
        label={t('reason')}
        required
        autoFocus
        testId="void-open-reason"
        value={reason}
        mistake={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
        onChange={setReason}
        onEnter={confirm}
      />
      <Failed failure={failure ?? ending.failure} />
    </ConfirmFinal>
  );
};
