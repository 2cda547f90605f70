// The fields of one person. While one types, the books are asked what the paper says, whose it is already and who looks alike.
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { careCodes, documentKinds } from '../../db/contract/household-acts.ts';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { DayField } from '../eligibility/day-field.tsx';
import { day as dayWords } from '../i18n/format.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { FormField, Notice, useSettled } from '../ui/index.ts';
import { Line, Pick } from './line.tsx';
import { factsOf, type PersonDraft } from './person-draft.ts';

export interface Living {
  readonly street: string;
  readonly community: string;
  readonly address: string;
  readonly phone: string;
}
interface Props {
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  readonly tried: boolean;
  readonly living: Living;
  /** Somebody of the books whose own paper this is. */
  readonly personId?: number;
  readonly isHead?: boolean;
}

export const PersonFields = ({ draft, onChange, tried, living, personId, isHead = false }: Props) => {
  const { t } = useTranslation('household');
  const check = useCheck(draft, living, personId);
  const set = <K extends keyof PersonDraft>(key: K, value: PersonDraft[K]): void =>
    onChange({ ...draft, [key]: value });
  const said = useSaid(check, tried);
  const missing = (text: string): string | undefined =>
    tried && text.trim() === '' ? t('missing') : undefined;
  return (
    <>
      <div className="field-grid">
        <Line
          label={t('fields.name')}
          testId="person-name"
          required
          most={200}
          value={draft.name}
          mistake={missing(draft.name) ?? said('name')}
          onChange={(name) => set('name', name)}
        />
        <Pick
          label={t('fields.documentKind')}
          testId="person-kind"
          value={draft.documentKind}
          options={documentKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(kind) => set('documentKind', kind)}
        />
        <DocumentNumber
          draft={draft}
          mistake={said('documentNumber')}
          onChange={(text) => set('documentNumber', text)}
        />
        {draft.documentKind !== 'identity' && draft.documentKind !== 'residence-permit' && (
          <FormField label={t('fields.documentChecked')} mistake={said('documentChecked')}>
            {({ status: _, ...field }) => (
              <Checkbox
                {...field}
                data-testid="person-checked"
                checked={draft.documentChecked}
                onChange={({ target }) => set('documentChecked', target.checked)}
              >
                {t('originalSeen')}
              </Checkbox>
            )}
          </FormField>
        )}
        {!isHead && (
          <Line
            label={t('fields.relation')}
            testId="person-relation"
            required
            most={20}
            hint={t('hints.relation')}
            value={draft.relation}
            mistake={missing(draft.relation)}
            onChange={(relation) => set('relation', relation)}
          />
        )}
        <Pick
          label={t('fields.sex')}
          testId="person-sex"
          value={draft.sex}
          options={(['', 'male', 'female'] as const).map((value) => ({ value, label: t(`sexes.${value}`) }))}
          onChange={(sex) => set('sex', sex)}
        />
        <DayField
          label={t('fields.birthDay')}
          hint={t('hints.sexBirth')}
          testId="person-birth"
          optional
          tried={tried}
          value={draft.birthDay}
          onChange={(birthDay) => set('birthDay', birthDay)}
        />
        <Pick
          label={t('fields.care')}
          testId="person-care"
          value={draft.care}
          options={careCodes.map((value) => ({ value, label: t(`cares.${value}`) }))}
          onChange={(care) => set('care', care)}
        />
        <Line
          label={t('fields.flags')}
          testId="person-flags"
          most={60}
          hint={t('hints.flags')}
          value={draft.flags}
          onChange={(flags) => set('flags', flags)}
        />
        <Line
          label={t('fields.certificate')}
          testId="person-certificate"
          most={60}
          value={draft.certificate}
          onChange={(certificate) => set('certificate', certificate)}
        />
        <Line
          label={t('fields.disability')}
          testId="person-disability"
          most={40}
          value={draft.disability}
          hint={check?.disabilityWords ? t('disabilityIs', { words: check.disabilityWords }) : undefined}
          mistake={said('disability')}
          onChange={(disability) => set('disability', disability)}
        />
      </div>
      {check && <Found check={check} />}
    </>
  );
};

type Check = Output<'people.checkIdentity'>;

const DocumentNumber = ({
  draft,
  mistake,
  onChange,
}: {
  readonly draft: PersonDraft;
  readonly mistake: string | undefined;
  readonly onChange: (text: string) => void;
}) => {
  const { t } = useTranslation('household');
  return (
    <FormField
      label={t('fields.documentNumber')}
      required={draft.documentKind !== 'none'}
      hint={t('hints.documentNumber')}
      mistake={mistake}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          data-testid="person-number"
          autoComplete="off"
          maxLength={60}
          disabled={draft.documentKind === 'none'}
          value={draft.documentKind === 'none' ? '' : draft.documentNumber}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FormField>
  );
};

const useCheck = (draft: PersonDraft, living: Living, personId: number | undefined): Check | undefined => {
  const facts = factsOf({ ...draft, relation: draft.relation || '-', name: draft.name || '-' });
  const { name, documentKind, documentNumber, documentChecked, disability } = draft;
  const input = useSettled(
    JSON.stringify({
      name,
      documentKind,
      documentNumber: documentKind === 'none' ? '' : documentNumber,
      documentChecked,
      disability,
      sex: facts?.sex ?? null,
      birthDay: facts?.birthDay ?? null,
      ...whereOf(living),
      personId: personId ?? null,
    }),
    400,
  );
  const asked = JSON.parse(input) as { readonly name: string; readonly documentNumber: string };
  const { data } = useAct('people.checkIdentity', asked, {
    enabled: asked.documentNumber !== '' || (documentKind === 'none' && asked.name !== ''),
  });
  return data;
};

/** A form may know more of the place than is compared. */
const whereOf = ({ street, community, address, phone }: Living): Living => ({
  street,
  community,
  address,
  phone,
});

/** What the books say against a field, as soon as there is something in it. */
const useSaid = (check: Check | undefined, tried: boolean) => {
  const { t } = useTranslation();
  return (field: string): string | undefined => {
    const found = check?.refused.find((each) => each.field === field);
    // The name and the look at the original come later than the number: they are not yet wrong while one types.
    const early = found && !tried && ['name-missing', 'document-unchecked'].includes(found.code);
    if (!found || early) return undefined;
    const { title, detail } = wordsOfCode(t, found.code, found.params);
    return [title, ...detail].join('，');
  };
};

const Found = ({ check }: { readonly check: Check }) => {
  const { t } = useTranslation('household');
  const { t: common } = useTranslation();
  return (
    <div data-testid="person-found">
      {check.refused.length === 0 && check.sex !== null && check.birthDay !== null && (
        <p className="secondary" data-testid="person-filled">
          {t('filledIn', { sex: t(`sexes.${check.sex}`), birth: dayWords(check.birthDay) })}
        </p>
      )}
      {check.warned.map(({ code, field }) => {
        const { title, next } = wordsOfCode(common, code);
        return (
          <Notice key={`${code} ${field}`} tone="warn" title={title}>
            {next}
          </Notice>
        );
      })}
      {check.here?.state === 'left' && (
        <Notice tone="info" title={t('hereLeft', { household: check.here.household })} />
      )}
      {check.lookAlikes.map(({ personId, household }) => (
        <Notice key={personId} tone="warn" title={t('mayBe', { household })} />
      ))}
    </div>
  );
};
