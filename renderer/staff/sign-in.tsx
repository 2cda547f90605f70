// Sign-in: pick your name from large cards (or type a login), then the password. Shown before anything heavy is loaded.
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopStatus } from '../app/session.tsx';
import { useCommand } from '../api/use-command.ts';
import { Failed } from '../ui/failed.tsx';
import { FormField } from '../ui/form-field.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';

interface Props {
  readonly status: ShopStatus;
  /** Somebody whose screens are still open underneath. */
  readonly lastLogin: string | null;
  readonly onSignedIn: () => Promise<void>;
}
type Chosen = { readonly login: string; readonly typed: boolean };

export const SignIn = ({ status, lastLogin, onSignedIn }: Props) => {
  const { t } = useTranslation('staff');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const person = chosen && status.staff.find(({ login }) => login === chosen.login);
  return (
    <main className="alone sign-in">
      <header className="alone-head">
        <strong>{status.name}</strong>
        {status.practice && <span className="practice-mark">▲ {t('practice', { ns: 'frame' })}</span>}
        <LanguageSwitch />
      </header>
      {chosen === null ? (
        <section className="card">
          <h1>{t('signIn.title')}</h1>
          <ul className="person-cards">
            {status.staff.map(({ login, name, role }) => (
              <li key={login}>
                <button
                  type="button"
                  className="person-card"
                  autoFocus={login === (lastLogin ?? status.staff[0]?.login)}
                  onClick={() => setChosen({ login, typed: false })}
                >
                  <strong>{name}</strong>
                  <span>{t(`roles.${role}`, { ns: 'common' })}</span>
                </button>
              </li>
            ))}
          </ul>
          <Button type="link" onClick={() => setChosen({ login: '', typed: true })}>
            {t('signIn.other')}
          </Button>
        </section>
      ) : (
        <PasswordForm
          key={chosen.login}
          chosen={chosen}
          greeting={person ? t('signIn.greeting', { name: person.name }) : t('signIn.other')}
          onBack={() => setChosen(null)}
          onSignedIn={onSignedIn}
        />
      )}
    </main>
  );
};

interface FormProps {
  readonly chosen: Chosen;
  readonly greeting: string;
  readonly onBack: () => void;
  readonly onSignedIn: () => Promise<void>;
}
const PasswordForm = ({ chosen, greeting, onBack, onSignedIn }: FormProps) => {
  const { t } = useTranslation('staff');
  const [login, setLogin] = useState(chosen.login);
  const [password, setPassword] = useState('');
  const [capsLock, setCapsLock] = useState(false);
  const field = useRef<InputRef>(null);
  const signIn = useCommand('staff.signIn');
  useEffect(() => {
    if (!chosen.typed) field.current?.focus();
  }, [chosen.typed]);
  const submit = async (): Promise<void> => {
    // Emptied at once: what is typed while the answer is on its way belongs to the next try.
    setPassword('');
    if (await signIn.run({ login: login.trim(), password })) await onSignedIn();
    else field.current?.focus();
  };
  return (
    <form
      className="card narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1>{greeting}</h1>
      {chosen.typed && (
        <FormField label={t('signIn.login')} required>
          {(props) => (
            <Input
              {...props}
              size="large"
              autoFocus
              autoComplete="username"
              value={login}
              onChange={({ target }) => setLogin(target.value)}
            />
          )}
        </FormField>
      )}
      <FormField
        label={t('signIn.password')}
        required
        {...(capsLock ? { hint: `▲ ${t('signIn.capsLock')}` } : {})}
      >
        {(props) => (
          <Input.Password
            {...props}
            ref={field}
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            onKeyUp={(event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))}
          />
        )}
      </FormField>
      <Failed failure={signIn.failure} />
      <div className="button-row">
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={signIn.pending}
          disabled={!signIn.pending && (login.trim() === '' || password === '')}
        >
          {t('signIn.enter')}
        </Button>
        <Button size="large" disabled={signIn.pending} onClick={onBack}>
          {t('signIn.list')}
        </Button>
      </div>
    </form>
  );
};
