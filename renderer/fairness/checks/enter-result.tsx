// The result of a visit: binding, so it says what it does before it is saved.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkResults } from '../../../db/contract/fairness.ts';
import { parseDay } from '../../../db/domain/business-day.ts';
import { useCommand } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import { Choice, ConfirmFinal, Failed, FormField, useKept } from '../../ui/index.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { dayMistake } from '../words.ts';
import type { Line } from './line-columns.tsx';

type Result = (typeof checkResults)[number];
interface Props {
  readonly checkId: number;
  readonly line: Line;
  readonly onClose: () => void;
}

/** Shown while it is mounted. */
export const EnterResult = ({ checkId, line, onClose }: Props) => {
  const { t } = useTranslation('fairness');
  const { t: common } = useTranslation();
  const { status } = useSession();
  const today = status.businessDay;
  const [result, setResult] = useState<Result | ''>('');
  const [tried, setTried] = useState(false);
  // Who visited last is there again for the next household of the same round.
  const [lastVisitors, keepVisitors] = useKept('visitors', '');
  const enter = useCommand('fairness.enterResult');
  const form = useForm({ visitedDay: today, visitors: lastVisitors, note: '' }, (values) => ({
    visitedDay: dayMistake(common, values.visitedDay, today),
    visitors: values.visitors.trim() === '' ? t('missing') : undefined,
    note: result === 'misfits' && values.note.trim() === '' ? t('checks.noteHint') : undefined,
  }));
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (!form.ready() || result === '') return;
    const { visitedDay, visitors, note } = form.values;
    keepVisitors(visitors);
    const entered = await enter.run({
      checkId,
      householdId: line.householdId,
      result,
      visitedDay: parseDay(visitedDay) ?? visitedDay,
      visitors,
      note,
    });
    if (entered) onClose();
  };
  return (
    <ConfirmFinal
      open
      testId="result-confirm"
      title={t('checks.enterTitle', { number: line.number })}
      verb={t('save', { ns: 'common' })}
      stops={result === 'misfits'}
      figures={[]}
      pending={enter.pending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <FormField
        label={t('checks.result')}
        required
        mistake={tried && result === '' ? t('unchosen') : undefined}
      >
        {(field) => (
          <Choice<Result | ''>
            field={field}
            testId="result-choice"
            value={result}
            options={[
              { value: '', label: t('unchosen') },
              ...checkResults.map((one) => ({ value: one, label: t(`checks.results.${one}`) })),
            ]}
            onChange={setResult}
          />
        )}
      </FormField>
      <TextField form={form} name="visitedDay" label={t('checks.visitedDay')} inputMode="numeric" />
      <TextField form={form} name="visitors" label={t('checks.visitors')} hint={t('checks.visitorsHint')} />
      <FormField
        label={t('checks.note')}
        required={result === 'misfits'}
        hint={t('checks.noteHint')}
        mistake={form.mistake('note')}
      >
        {({ status: wrong, ...field }) => (
          <Input.TextArea
            {...field}
            status={wrong}
            data-testid="result-note"
            rows={2}
            maxLength={200}
            value={form.values.note}
            onChange={(event) => form.set('note', event.target.value)}
          />
        )}
      </FormField>
      <p>{t('checks.binding')}</p>
      <Failed failure={enter.failure} />
    </ConfirmFinal>
  );
};
