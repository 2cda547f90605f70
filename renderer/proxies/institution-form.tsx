// An institution added or changed: its name, where it is, whom to call.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { ActError } from '../../db/contract/act.ts';
import { useAct, useCommand } from '../api/index.ts';
import { enterMovesOn, Failed, Page, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

interface Values {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  readonly phone: string;
}
const empty: Values = { name: '', address: '', contact: '', phone: '' };

export const AddInstitution = () => {
  const { t } = useTranslation('proxies');
  const navigate = useNavigate();
  const add = useCommand('proxies.addInstitution');
  const save = async (values: Values): Promise<void> => {
    const added = await add.run(values);
    if (added) void navigate(`../${String(added.institutionId)}`, { relative: 'path', replace: true });
  };
  return (
    <InstitutionForm
      title={t('institutions.addTitle')}
      initial={empty}
      pending={add.pending}
      failure={add.failure}
      onSave={(values) => void save(values)}
    />
  );
};

export const ChangeInstitution = () => {
  const { t } = useTranslation('proxies');
  const navigate = useNavigate();
  const institutionId = Number(useParams()['institutionId']);
  const { data, failure } = useAct('proxies.institutions', {});
  const change = useCommand('proxies.changeInstitution');
  const found = data?.find(({ id }) => id === institutionId);
  if (!found)
    return (
      <Page title={t('institutions.changeTitle')}>
        <Failed failure={failure} />
      </Page>
    );
  const { name, address, contact, phone } = found;
  return (
    <InstitutionForm
      title={t('institutions.changeTitle')}
      initial={{ name, address, contact, phone }}
      pending={change.pending}
      failure={change.failure}
      onSave={(values) =>
        void change
          .run({ institutionId, ...values })
          .then((done) => done && navigate('../..', { relative: 'path' }))
      }
    />
  );
};

interface FormProps {
  readonly title: string;
  readonly initial: Values;
  readonly pending: boolean;
  readonly failure: ActError | null;
  readonly onSave: (values: Values) => void;
}

const InstitutionForm = ({ title, initial, pending, failure, onSave }: FormProps) => {
  const { t } = useTranslation('proxies');
  const { t: tAny } = useTranslation();
  const navigate = useNavigate();
  const form = useForm<Values>(initial, ({ name }) => ({
    name: name.trim() === '' ? t('institutions.nameMissing') : undefined,
  }));
  const save = (): void => {
    if (form.ready() && !pending) onSave(form.values);
  };
  const back = (): void => void navigate(initial === empty ? '..' : '../..', { relative: 'path' });
  useKeys({ Escape: back, 'Ctrl+Enter': save });
  return (
    <Page
      title={title}
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
      <Failed failure={failure} fieldName={(field) => (field === 'name' ? t('institutions.name') : '')} />
      <div
        className="office-section"
        role="form"
        aria-label={title}
        onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}
      >
        <div className="field-grid">
          <TextField form={form} name="name" label={t('institutions.name')} autoFocus />
          <TextField form={form} name="address" label={t('institutions.address')} required={false} />
          <TextField form={form} name="contact" label={t('institutions.contact')} required={false} />
          <TextField
            form={form}
            name="phone"
            label={t('institutions.phone')}
            required={false}
            inputMode="tel"
          />
        </div>
        <div className="button-row">
          <Button
            data-testid="institution-save"
            className="form-save"
            type="primary"
            size="large"
            loading={pending}
            onClick={save}
          >
            {tAny('save')} Ctrl+Enter
          </Button>
        </div>
      </div>
    </Page>
  );
};
