// Who says yes, and with which password: a manager or the bureau, never whoever stands at the till. Not kept here.
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import { Choice, FormField, Notice } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

export interface Approval {
  readonly login: string;
  readonly password: string;
}

export const useApprover = () => {
  const { t } = useTranslation('counter');
  const { me, status } = useSession();
  const others = status.staff.filter(({ login, role }) => role !== 'volunteer' && login !== me.login);
  const form = useForm<Approval>({ login: others[0]?.login ?? '', password: '' }, ({ password }) => ({
    password: password === '' ? t('approval.passwordMissing') : undefined,
  }));
  return { others, form, ready: () => others.length > 0 && form.ready() };
};

export const ApproverFields = ({ approver }: { readonly approver: ReturnType<typeof useApprover> }) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const { others, form } = approver;
  return (
    <>
      {others.length === 0 && <Notice tone="warn" title={t('approval.nobody')} />}
      <FormField label={t('approval.who')} required>
        {(field) => (
          <Choice
            field={field}
            testId="approval-login"
            value={form.values.login}
            options={others.map(({ login, name, role }) => ({
              value: login,
              label: `${name} · ${tAny(`roles.${role}`)}`,
            }))}
            onChange={(login) => form.set('login', login)}
          />
        )}
      </FormField>
      <TextField
        form={form}
        name="password"
        label={t('approval.password')}
        password
        autoFocus
        autoComplete="one-time-code"
      />
    </>
  );
};
