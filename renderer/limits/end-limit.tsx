// Ending a rule from a day on, with a reason. Yesterday at the earliest: then it holds no more at once.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, parseDay } from '../../db/domain/business-day.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { ConfirmFinal } from '../ui/confirm-final.tsx';
import { Failed, FormField } from '../ui/index.ts';
import type { LimitRow } from './limit-list.tsx';
import { amountsWords, goodsWords, periodWords } from './limit-words.ts';

export const EndLimit = ({ rule, onClose }: { readonly rule: LimitRow; readonly onClose: () => void }) => {
  const { t } = useTranslation('limits');
  const today = useSession().status.businessDay;
  const ending = useCommand('limits.end');
  const [typed, setTyped] = useState(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const lastDay = parseDay(typed);
  const late = lastDay === null || lastDay < addDays(today, -1);
  const confirm = (): void => {
    setTried(true);
    if (late || reason.trim() === '' || ending.pending) return;
    void ending
      .run({ ruleId: rule.ruleId, lastDay, reason: reason.trim() })
      .then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="limit-end-confirm"
      title={t('end.title')}
      verb={t('end.verb')}
      pending={ending.pending}
      figures={[
        { label: t('name'), value: rule.name },
        { label: t('what'), value: `${t(`measures.${rule.measure}`)} · ${goodsWords(t, rule)}` },
        {
          label: t('howMuch'),
          value: `${amountsWords(t, rule)} · ${periodWords(t, rule.period, rule.every)}`,
        },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>{t('end.effect')}</p>
      <FormField
        label={t('end.lastDay')}
        required
        hint={t('end.lastHint')}
        mistake={tried && late ? t('end.lastWrong') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            autoFocus
            data-testid="limit-end-day"
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={confirm}
          />
        )}
      </FormField>
      <FormField
        label={t('end.reason')}
        required
        mistake={tried && reason.trim() === '' ? t('end.reasonMissing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="limit-end-reason"
            maxLength={100}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => !event.nativeEvent.isComposing && confirm()}
          />
        )}
      </FormField>
      <Failed failure={ending.failure} />
    </ConfirmFinal>
  );
};
