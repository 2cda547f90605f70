// The lock: only the same person's password opens this window again; anybody else signs in anew, which closes what is underneath.
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../app/session.tsx';
import { useCommand } from '../api/use-command.ts';
import { Failed } from '../ui/failed.tsx';
import { FormField } from '../ui/form-field.tsx';

export const LockScreen = ({
  me,
  onUnlocked,
}: {
  readonly me: Me;
  readonly onUnlocked: () => Promise<void>;
}) => {
  const { t } = useTranslation('staff');
  const [password, setPassword] = useState('');
  const field = useRef<InputRef>(null);
  const unlock = useCommand('staff.unlock');
  const leave = useCommand('staff.signOut');
  const submit = async (): Promise<void> => {
    // Emptied at once: what is typed while the answer is on its way belongs to the next try.
    setPassword('');
    if (await unlock.run({ password })) await onUnlocked();
    else field.current?.focus();
  };
  return (
    <main className="alone">
      <form
        className="card narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h1>{t('lock.title')}</h1>
        <p>{t('lock.who', { name: me.name, role: t(`roles.${me.role}`, { ns: 'common' }) })}</p>
        <FormField label={t('signIn.password')} required>
          {(props) => (
            <Input.Password
              {...props}
              ref={field}
              size="large"
              autoFocus
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </FormField>
        <Failed failure={unlock.failure ?? leave.failure} />
        <div className="button-row">
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={unlock.pending}
            disabled={password === '' && !unlock.pending}
          >
            {t('lock.unlock')}
          </Button>
          <Button size="large" loading={leave.pending} onClick={() => void leave.run({}).then(onUnlocked)}>
            {t('lock.other')}
          </Button>
        </div>
      </form>
    </main>
  );
};
