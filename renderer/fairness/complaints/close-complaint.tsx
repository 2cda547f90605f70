// Closes a complaint: what came out, what was found, what follows. Asked once.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { complaintOutcomes } from '../../../db/contract/complaints.ts';
import { useCommand } from '../../api/index.ts';
import { Choice, ConfirmFinal, Failed, FormField } from '../../ui/index.ts';
import type { Complaint } from './complaint-page.tsx';

type Outcome = (typeof complaintOutcomes)[number];

/** Shown while it is mounted. */
export const CloseComplaint = ({
  complaint,
  onClose,
}: {
  readonly complaint: Complaint;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation('fairness');
  const [outcome, setOutcome] = useState<Outcome>('confirmed');
  const [finding, setFinding] = useState('');
  const [measures, setMeasures] = useState('');
  const [tried, setTried] = useState(false);
  const close = useCommand('fairness.closeComplaint');
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (finding.trim() === '') return;
    if (await close.run({ complaintId: complaint.complaintId, outcome, finding, measures })) onClose();
  };
  return (
    <ConfirmFinal
      open
      testId="close-confirm"
      title={t('complaints.closeTitle', { number: complaint.number })}
      verb={t('complaints.close')}
      figures={[]}
      pending={close.pending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <FormField label={t('complaints.outcome')} required>
        {(field) => (
          <Choice
            field={field}
            testId="close-outcome"
            value={outcome}
            options={complaintOutcomes.map((one) => ({ value: one, label: t(`complaints.outcomes.${one}`) }))}
            onChange={setOutcome}
          />
        )}
      </FormField>
      <FormField
        label={t('complaints.finding')}
        required
        mistake={tried && finding.trim() === '' ? t('missing') : undefined}
      >
        {({ status, ...field }) => (
          <Input.TextArea
            {...field}
            status={status}
            autoFocus
            data-testid="close-finding"
            rows={3}
            maxLength={500}
            value={finding}
            onChange={(event) => setFinding(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t('complaints.measures')}>
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="close-measures"
            maxLength={300}
            value={measures}
            onChange={(event) => setMeasures(event.target.value)}
          />
        )}
      </FormField>
      <p>{t('complaints.closing')}</p>
      <Failed failure={close.failure} />
    </ConfirmFinal>
  );
};
