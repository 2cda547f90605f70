// The second person's yes beside the totals they answer for: who, and their password for this one act. Not kept here.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import { Choice, FormField, Notice } from '../ui/index.ts';

export interface Approval {
  readonly login: string;
  readonly password: string;
}
interface Props {
  readonly value: Approval;
  readonly tried: boolean;
  readonly onChange: (value: Approval) => void;
}

/** Managers and the bureau, never whoever sits here. */
export const useOthers = () => {
  const { me, status } = useSession();
  return status.staff.filter(({ login, role }) => role !== 'volunteer' && login !== me.login);
};

export const SecondPerson = ({ value, tried, onChange }: Props) => {
  const { t } = useTranslation('vouchers');
  const { t: tAny } = useTranslation();
  const others = useOthers();
  if (others.length === 0) return <Notice tone="warn" title={t('second.nobody')} />;
  return (
    <>
      <FormField label={t('second.who')} required>
        {(field) => (
          <Choice
            field={field}
            testId="second-login"
            value={value.login}
            options={others.map(({ login, name, role }) => ({
              value: login,
              label: `${name} · ${tAny(`roles.${role}`)}`,
            }))}
            onChange={(login) => onChange({ ...value, login })}
          />
        )}
      </FormField>
      <FormField
        label={t('second.password')}
        required
        mistake={tried && value.password === '' ? t('second.passwordMissing') : undefined}
      >
        {(field) => (
          <Input.Password
            {...field}
            autoFocus
            data-testid="second-password"
            autoComplete="one-time-code"
            value={value.password}
            onChange={({ target }) => onChange({ ...value, password: target.value })}
          />
        )}
      </FormField>
    </>
  );
};
