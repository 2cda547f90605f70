// Decides about a household found not to fit: it stays, or it ends. Says what follows, asks once.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkOutcomes } from '../../../db/contract/fairness.ts';
import { useCommand } from '../../api/index.ts';
import { day } from '../../i18n/format.ts';
import { Choice, ConfirmFinal, Failed, FormField } from '../../ui/index.ts';
import type { Line } from './line-columns.tsx';

type Outcome = (typeof checkOutcomes)[number];
interface Props {
  readonly checkId: number;
  readonly line: Line;
  readonly onClose: () => void;
}

/** Shown while it is mounted. */
export const DecideDialog = ({ checkId, line, onClose }: Props) => {
  const { t } = useTranslation('fairness');
  const [outcome, setOutcome] = useState<Outcome>('stays');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useCommand('fairness.decide');
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    if (await decide.run({ checkId, householdId: line.householdId, outcome, reason: reason.trim() }))
      onClose();
  };
  return (
    <ConfirmFinal
      open
      testId="decide-confirm"
      title={t('checks.decideTitle', { number: line.number })}
      verb={t('checks.decide')}
      stops={outcome === 'ends'}
      figures={[
        { label: t('head'), value: line.headName },
        {
          label: t('checks.visitors'),
          value: line.visitedDay === null ? '' : `${day(line.visitedDay)} ${line.visitors}`,
        },
        { label: t('checks.found'), value: line.note },
        { label: t('by'), value: line.enteredBy },
      ]}
      pending={decide.pending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <FormField label={t('checks.decision')} required>
        {(field) => (
          <Choice
            field={field}
            testId="decide-outcome"
            value={outcome}
            options={checkOutcomes.map((one) => ({ value: one, label: t(`checks.outcomes.${one}`) }))}
            onChange={setOutcome}
          />
        )}
      </FormField>
      <p data-testid="decide-effect">{t(`checks.decideEffect.${outcome}`)}</p>
      <FormField
        label={t('checks.decideReason')}
        required
        mistake={tried && reason.trim() === '' ? t('missing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            autoFocus
            data-testid="decide-reason"
            maxLength={100}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FormField>
      <Failed failure={decide.failure} />
    </ConfirmFinal>
  );
};
