// A donor added or changed by hand. The credit code is checked as it is typed; who else has it, the books say.
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { ActError } from '../../db/contract/act.ts';
import { readCreditCode } from '../../db/domain/credit-code.ts';
import { useAct, useCommand } from '../api/index.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { Choice, enterMovesOn, Failed, FormField, Page, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm, type Mistakes } from '../ui/use-form.ts';
import { namedKinds, type NamedKind, type Words } from './donor-words.ts';

interface Values {
  readonly name: string;
  readonly kind: NamedKind;
  readonly creditCode: string;
  readonly contact: string;
  readonly phone: string;
  readonly address: string;
  readonly note: string;
}
const empty: Values = {
  name: '',
  kind: 'company',
  creditCode: '',
  contact: '',
  phone: '',
  address: '',
  note: '',
};
const lines = ['contact', 'phone', 'address', 'note'] as const;

export const NewDonor = () => {
  const { t } = useTranslation('donors');
  const navigate = useNavigate();
  const add = useCommand('donors.add');
  const save = async (values: Values): Promise<void> => {
    const added = await add.run(values);
    if (added) void navigate(`../${String(added.donorId)}`, { relative: 'path', replace: true });
  };
  return (
    <DonorForm
      title={t('form.addTitle')}
      initial={empty}
      pending={add.pending}
      failure={add.failure}
      onSave={(values) => void save(values)}
    />
  );
};

export const ChangeDonor = () => {
  const { t } = useTranslation('donors');
  const navigate = useNavigate();
  const donorId = Number(useParams()['donorId']);
  const { data: donor, failure } = useAct('donors.read', { donorId });
  const change = useCommand('donors.change');
  if (!donor || donor.donorId === null || donor.kind === 'anonymous')
    return (
      <Page title={t('form.changeTitle')}>
        <Failed failure={failure} />
      </Page>
    );
  // One that was merged is changed as the one it counts for now: that is what the page showed.
  const shownId = donor.donorId;
  const { name, kind, creditCode, contact, phone, address, note } = donor;
  const save = async (values: Values): Promise<void> => {
    if (await change.run({ donorId: shownId, ...values })) void navigate('..', { relative: 'path' });
  };
  return (
    <DonorForm
      title={t('form.changeTitle')}
      initial={{ name, kind, creditCode, contact, phone, address, note }}
      nameHint={t('form.nameHint')}
      pending={change.pending}
      failure={change.failure}
      onSave={(values) => void save(values)}
    />
  );
};

const check =
  (t: Words, common: TFunction) =>
  (values: Values): Mistakes<Values> => ({
    name: values.name.trim() === '' ? t('form.nameMissing') : undefined,
    creditCode: codeMistake(common, values),
  });

const codeMistake = (t: TFunction, { creditCode, kind }: Values): string | undefined => {
  if (creditCode.trim() === '') return undefined;
  if (kind === 'person') return wordsOfCode(t, 'credit-code-of-person').title;
  const read = readCreditCode(creditCode);
  return read.kind === 'ok' ? undefined : wordsOfCode(t, read.code).title;
};

interface FormProps {
  readonly title: string;
  readonly initial: Values;
  readonly nameHint?: string;
  readonly pending: boolean;
  readonly failure: ActError | null;
  readonly onSave: (values: Values) => void;
}

const DonorForm = ({ title, initial, nameHint, pending, failure, onSave }: FormProps) => {
  const { t } = useTranslation('donors');
  const navigate = useNavigate();
  const { t: common } = useTranslation();
  const form = useForm<Values>(initial, check(t, common));
  const save = (): void => {
    if (form.ready() && !pending) onSave(form.values);
  };
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back, 'Ctrl+Enter': save });
  const names: Readonly<Record<string, string>> = { name: t('form.name'), creditCode: t('form.creditCode') };
  return (
    <Page
      title={title}
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
      <Failed failure={failure} fieldName={(field) => names[field] ?? ''} />
      <div
        className="office-section"
        role="form"
        aria-label={title}
        onKeyDown={(event) => enterMovesOn(save)(event)}
      >
        <div className="field-grid">
          <TextField
            form={form}
            name="name"
            label={t('form.name')}
            autoFocus
            {...(nameHint === undefined ? {} : { hint: nameHint })}
          />
          <FormField label={t('form.kind')} required>
            {(field) => (
              <Choice
                field={field}
                testId="donor-form-kind"
                value={form.values.kind}
                options={namedKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
                onChange={(kind) => form.set('kind', kind)}
                onBlur={() => form.left('kind')}
              />
            )}
          </FormField>
          <TextField
            form={form}
            name="creditCode"
            label={t('form.creditCode')}
            hint={t('form.creditCodeHint')}
            required={false}
          />
          {lines.map((line) => (
            <TextField
              key={line}
              form={form}
              name={line}
              label={t(`form.${line}`)}
              required={false}
              {...(line === 'phone' ? { inputMode: 'tel' as const } : {})}
            />
          ))}
        </div>
        <div className="button-row">
          <Button
            data-testid="donor-save"
            className="form-save"
            type="primary"
            size="large"
            loading={pending}
            onClick={save}
          >
            {t('save', { ns: 'common' })} Ctrl+Enter
          </Button>
        </div>
      </div>
    </Page>
  );
};
