// Entering a notice or consent: for whom, what, how, when; a guardian for a child under 14.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentKinds, consentWays } from '../../db/contract/privacy.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Choice, enterMovesOn, Failed, FormField, Notice, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import type { ConsentPerson } from './consent-household.tsx';
import { typedDay } from './day-text.ts';

interface Values {
  readonly kind: (typeof consentKinds)[number];
  readonly way: (typeof consentWays)[number];
  readonly day: string;
  readonly guardian: string;
  readonly guardianRelation: string;
  readonly document: string;
}
const empty = { kind: 'notice', way: 'signed', guardian: '', guardianRelation: '', document: '' } as const;

/** Whoever was not told yet; everybody once all were. */
const usual = (people: readonly ConsentPerson[]): ReadonlySet<number> => {
  const untold = people.filter(({ informed }) => !informed);
  return new Set((untold.length > 0 ? untold : people).map(({ personId }) => personId));
};

export const ConsentForm = ({ people }: { readonly people: readonly ConsentPerson[] }) => {
  const { t } = useTranslation('privacy');
  const { status } = useSession();
  const record = useCommand('privacy.recordConsent');
  const [who, setWho] = useState(() => usual(people));
  const form = useForm<Values>({ ...empty, day: status.businessDay }, (values) => ({
    day: typedDay(values.day) === null ? t('consents.dayBad') : undefined,
  }));
  const save = async (): Promise<void> => {
    const day = typedDay(form.values.day);
    if (!form.ready() || who.size === 0 || day === null) return;
    const done = await record.run({ ...form.values, day, personIds: [...who] });
    if (!done) return;
    form.set('guardian', '');
    form.set('guardianRelation', '');
  };
  useKeys({ 'Ctrl+Enter': () => void save() });
  return (
    <div
      className="office-section"
      role="form"
      aria-label={t('consents.record')}
      onKeyDown={enterMovesOn(() => void save())}
    >
      <h2>{t('consents.record')}</h2>
      <Who people={people} who={who} onChange={setWho} />
      <div className="field-grid">
        <FormField label={t('consents.kind')}>
          {(field) => (
            <Choice
              field={field}
              testId="consent-kind"
              value={form.values.kind}
              options={consentKinds.map((value) => ({ value, label: t(`consents.kinds.${value}`) }))}
              onChange={(kind) => form.set('kind', kind)}
            />
          )}
        </FormField>
        <FormField label={t('consents.way')}>
          {(field) => (
            <Choice
              field={field}
              testId="consent-way"
              value={form.values.way}
              options={consentWays.map((value) => ({ value, label: t(`consents.ways.${value}`) }))}
              onChange={(way) => form.set('way', way)}
            />
          )}
        </FormField>
        <TextField form={form} name="day" label={t('consents.day')} inputMode="numeric" />
        <TextField
          form={form}
          name="guardian"
          label={t('consents.guardian')}
          hint={t('consents.guardianHint')}
          required={false}
        />
        <TextField
          form={form}
          name="guardianRelation"
          label={t('consents.guardianRelation')}
          required={false}
        />
        <TextField
          form={form}
          name="document"
          label={t('consents.document')}
          hint={t('consents.documentHint')}
          required={false}
        />
      </div>
      <Failed failure={record.failure} />
      {record.data && (
        <Notice tone="done" title={t('consents.saved', { n: record.data.consentIds.length })} />
      )}
      <Button
        type="primary"
        size="large"
        className="form-save"
        data-testid="consent-save"
        loading={record.pending}
        disabled={who.size === 0}
        onClick={() => void save()}
      >
        {t('consents.save')} <kbd>Ctrl+Enter</kbd>
      </Button>
    </div>
  );
};

interface WhoProps {
  readonly people: readonly ConsentPerson[];
  readonly who: ReadonlySet<number>;
  readonly onChange: (who: ReadonlySet<number>) => void;
}

const Who = ({ people, who, onChange }: WhoProps) => {
  const { t } = useTranslation('privacy');
  const toggle = (personId: number): void => {
    const next = new Set(who);
    if (!next.delete(personId)) next.add(personId);
    onChange(next);
  };
  return (
    <fieldset className="form-field">
      <legend>{t('consents.who')}</legend>
      {people.map((person) => (
        <Checkbox
          key={person.personId}
          data-testid={`consent-who-${person.personId}`}
          checked={who.has(person.personId)}
          onChange={() => toggle(person.personId)}
        >
          {person.name} {person.relation}
          {person.needsGuardian && ` · ${t('consents.child')}`}
        </Checkbox>
      ))}
      {who.size === 0 && (
        <div className="form-mistake" role="alert">
          {t('consents.whoMissing')}
        </div>
      )}
    </fieldset>
  );
};
