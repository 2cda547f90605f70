// Files a member of staff as a relative of a household. Anyone's filing, one's own too, is entered here.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { parseDay } from '../../../db/domain/business-day.ts';
import { useAct, useCommand } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import { Choice, enterMovesOn, Failed, FormField, Notice, Page, useKeys } from '../../ui/index.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { PickHousehold, type PickedHousehold } from '../pick-household.tsx';
import { dayMistake } from '../words.ts';

export const FileRelative = () => {
  const { t } = useTranslation('fairness');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const { status } = useSession();
  const today = status.businessDay;
  const staff = useAct('fairness.staff', {});
  const file = useCommand('fairness.fileRelative');
  const [household, setHousehold] = useState<PickedHousehold | null>(null);
  const [tried, setTried] = useState(false);
  const [filed, setFiled] = useState<{ readonly staff: string; readonly number: string } | null>(null);
  const form = useForm({ staffId: '', relation: '', document: '', fromDay: today }, (values) => ({
    staffId: values.staffId === '' ? t('unchosen') : undefined,
    relation: values.relation.trim() === '' ? t('missing') : undefined,
    fromDay: dayMistake(common, values.fromDay, today),
  }));
  const people = (staff.data ?? []).filter(({ active }) => active);
  const save = async (): Promise<void> => {
    setTried(true);
    if (!form.ready() || household === null || file.pending) return;
    const { staffId, relation, document, fromDay } = form.values;
    const done = await file.run({
      staffId: Number(staffId),
      householdId: household.id,
      relation,
      document,
      fromDay: parseDay(fromDay) ?? fromDay,
    });
    if (!done) return;
    setFiled({
      staff: people.find((one) => String(one.staffId) === staffId)?.name ?? '',
      number: household.number,
    });
    setHousehold(null);
    setTried(false);
    form.reset();
  };
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back, 'Ctrl+Enter': () => void save() });
  return (
    <Page
      title={t('relatives.fileTitle')}
      keys={[
        { key: 'Ctrl+Enter', does: t('keys.save', { ns: 'common' }) },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      {filed && <Notice tone="done" title={t('relatives.filed', filed)} />}
      <p className="secondary">{t('relatives.about')}</p>
      <Failed failure={file.failure ?? staff.failure} />
      <div
        className="office-section"
        role="form"
        aria-label={t('relatives.fileTitle')}
        onKeyDown={enterMovesOn(() => void save())}
      >
        <PickHousehold
          label={t('pickHousehold')}
          picked={household}
          onPick={setHousehold}
          mistake={tried && household === null ? t('householdMissing') : undefined}
        />
        <div className="field-grid">
          <FormField label={t('relatives.staff')} required mistake={form.mistake('staffId')}>
            {(field) => (
              <Choice
                field={field}
                testId="relative-staff"
                value={form.values.staffId}
                options={[
                  { value: '', label: t('unchosen') },
                  ...people.map(({ staffId, name }) => ({ value: String(staffId), label: name })),
                ]}
                onChange={(staffId) => form.set('staffId', staffId)}
                onBlur={() => form.left('staffId')}
              />
            )}
          </FormField>
          <TextField
            form={form}
            name="relation"
            label={t('relatives.relation')}
            hint={t('relatives.relationHint')}
          />
          <TextField
            form={form}
            name="fromDay"
            label={t('relatives.from')}
            hint={t('relatives.fromHint')}
            inputMode="numeric"
          />
          <TextField form={form} name="document" label={t('relatives.document')} required={false} />
        </div>
        <div className="button-row">
          <Button
            data-testid="relative-save"
            className="form-save"
            type="primary"
            size="large"
            loading={file.pending}
            onClick={() => void save()}
          >
            {t('save', { ns: 'common' })} Ctrl+Enter
          </Button>
        </div>
      </div>
    </Page>
  );
};
