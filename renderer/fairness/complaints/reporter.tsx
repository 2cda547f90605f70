// Uncovers who reported, with a reason that goes into the log.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../db/contract/index.ts';
import { useCommand } from '../../api/index.ts';
import { ConfirmFinal, Failed, FormField } from '../../ui/index.ts';

export type Uncovered = Output<'fairness.reporter'>;
interface Props {
  readonly complaintId: number;
  readonly onClose: () => void;
  readonly onUncovered: (reporter: Uncovered) => void;
}

/** Shown while it is mounted. */
export const Reporter = ({ complaintId, onClose, onUncovered }: Props) => {
  const { t } = useTranslation('fairness');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const uncover = useCommand('fairness.reporter');
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    const told = await uncover.run({ complaintId, reason: reason.trim() });
    if (!told) return;
    onUncovered(told);
    onClose();
  };
  return (
    <ConfirmFinal
      open
      testId="reporter-confirm"
      title={t('complaints.reveal')}
      verb={t('complaints.revealVerb')}
      figures={[]}
      pending={uncover.pending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{t('complaints.revealWarning')}</p>
      <FormField
        label={t('complaints.revealReason')}
        required
        mistake={tried && reason.trim() === '' ? t('missing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            autoFocus
            data-testid="reporter-reason"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => void (!event.nativeEvent.isComposing && confirm())}
          />
        )}
      </FormField>
      <Failed failure={uncover.failure} />
    </ConfirmFinal>
  );
};
