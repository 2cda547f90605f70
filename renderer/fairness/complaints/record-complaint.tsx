// Records a complaint. Who reported is protected: typed here, shown nowhere but in an act of its own.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { complaintWays } from '../../../db/contract/complaints.ts';
import { useAct, useCommand } from '../../api/index.ts';
import { Choice, enterMovesOn, Failed, FormField, Page, useKeys } from '../../ui/index.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { PickHousehold, type PickedHousehold } from '../pick-household.tsx';

type Way = (typeof complaintWays)[number];
interface Values {
  readonly way: Way;
  readonly matter: string;
  readonly aboutStaffId: string;
  readonly reporter: string;
  readonly reporterPhone: string;
}
const empty: Values = { way: 'phone', matter: '', aboutStaffId: '', reporter: '', reporterPhone: '' };

export const RecordComplaint = () => {
  const { t } = useTranslation('fairness');
  const navigate = useNavigate();
  const staff = useAct('fairness.staff', {});
  const record = useCommand('fairness.recordComplaint');
  const [household, setHousehold] = useState<PickedHousehold | null>(null);
  const form = useForm<Values>(empty, ({ matter }) => ({
    matter: matter.trim() === '' ? t('missing') : undefined,
  }));
  const save = async (): Promise<void> => {
    if (!form.ready() || record.pending) return;
    const { aboutStaffId, ...values } = form.values;
    const recorded = await record.run({
      ...values,
      householdId: household?.id ?? null,
      aboutStaffId: aboutStaffId === '' ? null : Number(aboutStaffId),
    });
    if (recorded) void navigate(`../${String(recorded.complaintId)}`, { relative: 'path', replace: true });
  };
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back, 'Ctrl+Enter': () => void save() });
  return (
    <Page
      title={t('complaints.record')}
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
      <Failed failure={record.failure} />
      <div
        className="office-section"
        role="form"
        aria-label={t('complaints.record')}
        onKeyDown={enterMovesOn(() => void save())}
      >
        <FormField label={t('complaints.way')} required>
          {(field) => (
            <Choice
              field={field}
              testId="complaint-way"
              value={form.values.way}
              options={complaintWays.map((way) => ({ value: way, label: t(`complaints.ways.${way}`) }))}
              onChange={(way) => form.set('way', way)}
            />
          )}
        </FormField>
        <FormField
          label={t('complaints.matter')}
          required
          hint={t('complaints.matterHint')}
          mistake={form.mistake('matter')}
        >
          {({ status, ...field }) => (
            <Input.TextArea
              {...field}
              status={status}
              autoFocus
              data-testid="complaint-matter"
              rows={4}
              maxLength={500}
              value={form.values.matter}
              onChange={(event) => form.set('matter', event.target.value)}
              onBlur={() => form.left('matter')}
            />
          )}
        </FormField>
        <PickHousehold label={t('complaints.aboutHousehold')} picked={household} onPick={setHousehold} />
        <div className="field-grid">
          <FormField label={t('complaints.aboutStaff')}>
            {(field) => (
              <Choice
                field={field}
                testId="complaint-staff"
                value={form.values.aboutStaffId}
                options={[
                  { value: '', label: t('complaints.nobody') },
                  ...(staff.data ?? []).map(({ staffId, name }) => ({
                    value: String(staffId),
                    label: name,
                  })),
                ]}
                onChange={(aboutStaffId) => form.set('aboutStaffId', aboutStaffId)}
              />
            )}
          </FormField>
          <TextField
            form={form}
            name="reporter"
            label={t('complaints.reporter')}
            hint={t('complaints.reporterHint')}
            required={false}
          />
          <TextField
            form={form}
            name="reporterPhone"
            label={t('complaints.reporterPhone')}
            required={false}
            inputMode="tel"
          />
        </div>
        <div className="button-row">
          <Button
            data-testid="complaint-save"
            className="form-save"
            type="primary"
            size="large"
            loading={record.pending}
            onClick={() => void save()}
          >
            {t('save', { ns: 'common' })} Ctrl+Enter
          </Button>
        </div>
      </div>
    </Page>
  );
};
