// Hours of service written down: day, hours in quarters, what was done. They become points once.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { foldWidth } from '../../db/domain/fold-width.ts';
import { HOURS_STEP, MINUTES_OF_DAY } from '../../db/domain/points.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { ConfirmFinal, enterMovesOn, Failed, FormField } from '../ui/index.ts';

interface Props {
  readonly volunteer: { readonly volunteerId: number; readonly name: string; readonly number: string };
  /** What was entered, in words; null: given up. */
  readonly onClose: (said: string | null) => void;
}

/** '1.5' -> 90; null when it is no such time. */
const minutesIn = (text: string): number | null => {
  const typed = foldWidth(text).trim();
  const minutes = /^\d{1,2}(?:\.\d{1,2})?$/.test(typed) ? Number(typed) * 60 : NaN;
  return minutes > 0 && minutes <= MINUTES_OF_DAY && minutes % HOURS_STEP === 0 ? minutes : null;
};

export const EarnDialog = ({ volunteer, onClose }: Props) => {
  const { t } = useTranslation('points');
  const today = useSession().status.businessDay;
  const earning = useCommand('points.earn');
  const [form, setForm] = useState({ day: today, hours: '', about: '' });
  const [tried, setTried] = useState(false);
  const serviceDay = parseDay(form.day);
  const minutes = minutesIn(form.hours);
  const about = form.about.trim();
  const dayBad = serviceDay === null || serviceDay > today;
  const save = async (): Promise<void> => {
    setTried(true);
    if (dayBad || minutes === null || about === '' || earning.pending) return;
    const done = await earning.run({ volunteerId: volunteer.volunteerId, serviceDay, minutes, about });
    if (done) onClose(t('earn.done', { n: count(done.points), balance: count(done.balance) }));
  };
  // The dialog gives its first field the focus: what is always typed stands first, the day is mostly today.
  const fields = [
    {
      name: 'hours',
      label: t('earn.hours'),
      hint: t('earn.hoursHint'),
      wrong: minutes === null && t('earn.hoursBad'),
    },
    {
      name: 'about',
      label: t('earn.about'),
      hint: '',
      wrong: about === '' && t('missing', { label: t('earn.about') }),
    },
    { name: 'day', label: t('earn.day'), hint: t('earn.dayHint'), wrong: dayBad && t('earn.dayBad') },
  ] as const;
  return (
    <ConfirmFinal
      open
      testId="earn-save"
      title={t('earn.title')}
      verb={t('earn.verb')}
      pending={earning.pending}
      figures={[{ label: t('name'), value: `${volunteer.name} ${volunteer.number}` }]}
      onConfirm={() => void save()}
      onCancel={() => onClose(null)}
    >
      <div onKeyDown={(event) => event.ctrlKey || enterMovesOn(() => void save())(event)}>
        {fields.map(({ name, label, hint, wrong }) => (
          <FormField
            key={name}
            label={label}
            required
            {...(hint === '' ? {} : { hint })}
            mistake={tried && wrong !== false ? wrong : undefined}
          >
            {({ status, ...field }) => (
              <Input
                {...field}
                status={status}
                autoFocus={name === 'hours'}
                data-testid={`earn-${name}`}
                autoComplete="off"
                maxLength={100}
                value={form[name]}
                onChange={(event) => setForm({ ...form, [name]: event.target.value })}
              />
            )}
          </FormField>
        ))}
      </div>
      <Failed failure={earning.failure} />
    </ConfirmFinal>
  );
};
