// A standing proxy entered: for which household, who, on what ground, from when to when. `?household=` chooses the household already,
// `&file=` goes back to its file.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { addDays, addMonths, isDay } from '../../db/domain/business-day.ts';
import { useAct, useCommand } from '../api/index.ts';
import { PickHousehold, type PickedHousehold } from '../fairness/pick-household.tsx';
import { enterMovesOn, Failed, Page, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { PersonFields, personMistakes, useToday, type PersonValues } from './person-fields.tsx';
import { firstRelation, relationOf } from './relation.ts';

interface Values extends PersonValues {
  readonly phone: string;
  readonly ground: string;
  readonly fromDay: string;
  readonly toDay: string;
}
const mostMonths = 12;

export const AddProxy = () => {
  const { t } = useTranslation('proxies');
  const { t: tAny } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const add = useCommand('proxies.add');
  const [household, setHousehold] = useHousehold();
  const [tried, setTried] = useState(false);
  const form = useForm<Values>(
    {
      name: '',
      document: 'identity',
      number: '',
      ...firstRelation,
      phone: '',
      ground: '',
      fromDay: today,
      toDay: addDays(addMonths(today, mostMonths), -1),
    },
    (values) => ({
      ...personMistakes(tAny, t, values, { today, tailAllowed: false }),
      ground: values.ground.trim() === '' ? t('form.groundMissing') : undefined,
      fromDay: isDay(values.fromDay.trim()) ? undefined : t('form.dayMissing'),
      toDay: isDay(values.toDay.trim()) ? undefined : t('form.dayMissing'),
    }),
  );
  const file = Number(useSearchParams()[0].get('file'));
  const back = (): void => void navigate(file > 0 ? `../../${String(file)}` : '..', { relative: 'path' });
  const save = async (): Promise<void> => {
    setTried(true);
    if (!form.ready() || !household || add.pending) return;
    const { name, document, number, phone, ground, fromDay, toDay } = form.values;
    const added = await add.run({
      householdId: household.id,
      ...{ name, document, number, phone, ground },
      ...relationOf(t, form.values),
      fromDay: fromDay.trim(),
      toDay: toDay.trim(),
    });
    if (added) back();
  };
  useKeys({ Escape: back, 'Ctrl+Enter': () => void save() });
  const names: Readonly<Record<string, string>> = {
    name: t('form.name'),
    number: t('form.number'),
    toDay: t('form.to'),
  };
  return (
    <Page
      title={t('standing.addTitle')}
      keys={[
        { key: 'Ctrl+Enter', does: tAny('keys.save') },
        { key: 'Esc', does: tAny('back') },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {tAny('back')} Esc
        </Button>
      }
    >
      <Failed failure={add.failure} fieldName={(field) => names[field] ?? ''} />
      <div
        className="office-section"
        role="form"
        aria-label={t('standing.addTitle')}
        onKeyDown={(event) => event.ctrlKey || enterMovesOn(() => void save())(event)}
      >
        <PickHousehold
          label={t('form.household')}
          picked={household}
          onPick={setHousehold}
          mistake={tried && !household ? t('form.householdMissing') : undefined}
        />
        <div className="field-grid">
          <PersonFields form={form} tailAllowed={false} />
          <TextField form={form} name="phone" label={t('form.phone')} required={false} inputMode="tel" />
          <TextField form={form} name="ground" label={t('form.ground')} hint={t('form.groundHint')} />
          <TextField form={form} name="fromDay" label={t('form.from')} inputMode="numeric" />
          <TextField
            form={form}
            name="toDay"
            label={t('form.to')}
            hint={t('form.toHint')}
            inputMode="numeric"
          />
        </div>
        <div className="button-row">
          <Button
            data-testid="proxy-save"
            className="form-save"
            type="primary"
            size="large"
            loading={add.pending}
            onClick={() => void save()}
          >
            {tAny('save')} Ctrl+Enter
          </Button>
        </div>
      </div>
    </Page>
  );
};

/** The household named by number in the address, until another is chosen (or none). */
const useHousehold = () => {
  const wanted = useSearchParams()[0].get('household') ?? '';
  const [chosen, setChosen] = useState<PickedHousehold | null | undefined>(undefined);
  const { data } = useAct('people.list', { search: wanted, limit: 20 }, { enabled: wanted !== '' });
  const named = data?.rows.find(({ number }) => number === wanted) ?? null;
  return [chosen === undefined ? named : chosen, setChosen] as const;
};
