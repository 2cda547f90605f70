// Ending a household's eligibility: day and reason, what it means in figures, asked once.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, parseDay } from '../../db/domain/business-day.ts';
import type { Output } from '../../db/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { day as dayWords } from '../i18n/format.ts';
import { ConfirmFinal, Failed, FormField } from '../ui/index.ts';

interface Props {
  readonly household: Output<'people.household'>;
  readonly open: boolean;
  readonly onClose: () => void;
}

export const EndEligibility = ({ household, open, onClose }: Props) => {
  const { t } = useTranslation('people');
  const { status } = useSession();
  const [typed, setTyped] = useState(status.businessDay);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const end = useCommand('eligibility.end');
  const day = parseDay(typed);
  const close = (): void => {
    setReason('');
    setTried(false);
    end.reset();
    onClose();
  };
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (day === null || reason.trim() === '') return;
    if (await end.run({ householdId: household.id, day, reason })) close();
  };
  return (
    <ConfirmFinal
      open={open}
      stops
      testId="end-confirm"
      title={t('end.title')}
      verb={t('end.confirm')}
      pending={end.pending}
      figures={[
        { label: t('number'), value: household.number },
        { label: t('head'), value: household.headName },
        { label: t('category'), value: household.category },
        { label: t('members'), value: t('people', { n: household.members }) },
      ]}
      onConfirm={() => void confirm()}
      onCancel={close}
    >
      <FormField
        label={t('end.day')}
        required
        hint={t('end.dayHint')}
        mistake={tried && day === null ? t('form.dayBad', { ns: 'common' }) : undefined}
      >
        {({ status: wrong, ...field }) => (
          <Input
            {...field}
            status={wrong}
            data-testid="end-day"
            value={typed}
            maxLength={20}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => setTyped(parseDay(typed) ?? typed)}
          />
        )}
      </FormField>
      <FormField
        label={t('end.reason')}
        required
        mistake={tried && reason.trim() === '' ? t('end.reasonMissing') : undefined}
      >
        {({ status: wrong, ...field }) => (
          <Input
            {...field}
            status={wrong}
            data-testid="end-reason"
            autoFocus
            maxLength={100}
            placeholder={t('end.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FormField>
      {day !== null && <p>{t('end.effect', { day: dayWords(addDays(day, 1)) })}</p>}
      <Failed failure={end.failure} />
    </ConfirmFinal>
  );
};
