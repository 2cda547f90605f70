// Renaming a category from a day on, and taking it out of use: what stays as it was is said before it is confirmed.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { useCommand } from '../api/index.ts';
import { count, day as dayWords } from '../i18n/format.ts';
import { ConfirmFinal, Failed, FormField } from '../ui/index.ts';
import { DayField } from './day-field.tsx';
import type { ListedCategory } from './use-categories.ts';

interface Props {
  readonly category: ListedCategory;
  readonly today: string;
  readonly onClose: () => void;
}

/** Shown while it is mounted, as the other one. */
export const RenameCategory = ({ category, today, onClose }: Props) => {
  const { t } = useTranslation('eligibility');
  const [name, setName] = useState('');
  const [from, setFrom] = useState(today);
  const [tried, setTried] = useState(false);
  const rename = useCommand('eligibility.renameCategory');
  const day = parseDay(from);
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (day === null || name.trim() === '') return;
    if (await rename.run({ code: category.code, name: name.trim(), fromDay: day })) onClose();
  };
  return (
    <ConfirmFinal
      open
      testId="rename-confirm"
      title={t('categories.renameTitle')}
      verb={t('categories.rename')}
      pending={rename.pending}
      figures={[{ label: t('categories.name'), value: category.name }]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <FormField
        label={t('categories.newName')}
        required
        mistake={tried && name.trim() === '' ? t('categories.nameMissing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="rename-name"
            autoFocus
            maxLength={30}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </FormField>
      <DayField
        label={t('categories.renameFrom')}
        testId="rename-from"
        value={from}
        tried={tried}
        onChange={setFrom}
      />
      {day !== null && <p>{t('categories.renameEffect', { day: dayWords(day), name: category.name })}</p>}
      <Failed failure={rename.failure} />
    </ConfirmFinal>
  );
};

export const EndCategory = ({
  category,
  today,
  households,
  onClose,
}: Props & { readonly households: number }) => {
  const { t } = useTranslation('eligibility');
  const [until, setUntil] = useState(today);
  const [tried, setTried] = useState(false);
  const end = useCommand('eligibility.endCategory');
  const confirm = async (): Promise<void> => {
    setTried(true);
    const toDay = parseDay(until);
    if (toDay !== null && (await end.run({ code: category.code, toDay }))) onClose();
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="category-end-confirm"
      title={t('categories.endTitle')}
      verb={t('categories.end')}
      pending={end.pending}
      figures={[
        { label: t('categories.name'), value: category.name },
        { label: t('categories.use'), value: t('categories.households', { n: count(households) }) },
      ]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <DayField
        label={t('categories.endDay')}
        testId="category-end-day"
        value={until}
        tried={tried}
        autoFocus
        onChange={setUntil}
      />
      <p>{t('categories.endEffect', { n: count(households) })}</p>
      <Failed failure={end.failure} />
    </ConfirmFinal>
  );
};
