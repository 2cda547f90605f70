// The books could not be opened or have stopped: what happened, what is safe, what to do. Where only the key is missing, the code
// from the recovery sheet opens them.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError, Params } from '../../db/contract/act.ts';
import type { FaultCode } from '../../db/contract/errors.ts';
import type { DesktopState } from '../../main/desktop/contract.ts';
import { desktop } from '../api/call.ts';
import { actErrorOf } from '../api/failure.ts';
import { Failed } from '../ui/failed.tsx';
import { FormField } from '../ui/form-field.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';

interface Props {
  readonly fault: { readonly code: FaultCode; readonly params?: Params };
  readonly state: DesktopState;
  readonly onOpen: () => void;
}

export const BooksFault = ({ fault, state, onOpen }: Props) => {
  const { t } = useTranslation('shop');
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<ActError | null>(null);
  const [pending, setPending] = useState(false);
  const doing = (work: () => Promise<unknown>) => (): void => {
    setFailure(null);
    setPending(true);
    work()
      .then(onOpen, (thrown: unknown) => setFailure(actErrorOf(thrown)))
      .finally(() => setPending(false));
  };
  const recover = doing(() => desktop('desktop.recover', { recoveryCode: code }));
  const other = state.kind === 'practice' ? 'real' : 'practice';
  return (
    <main className="alone">
      <header className="alone-head">
        <h1>{t('program', { ns: 'frame' })}</h1>
        <LanguageSwitch />
      </header>
      <Failed failure={{ kind: 'fault', ...fault }} onRetry={onOpen} />
      {fault.code === 'books-key-missing' && (
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault();
            recover();
          }}
        >
          <h2>{t('recover.title')}</h2>
          <FormField label={t('recover.code')} hint={t('recover.hint')} required>
            {(field) => (
              <Input
                {...field}
                size="large"
                autoComplete="off"
                autoFocus
                value={code}
                onChange={({ target }) => setCode(target.value)}
              />
            )}
          </FormField>
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={pending}
            disabled={code.trim() === ''}
          >
            {t('recover.open')}
          </Button>
        </form>
      )}
      <Failed failure={failure} />
      {state.booksAvailable[other] && (
        <Button onClick={doing(() => desktop('desktop.openBooks', { kind: other }))}>
          {t(other === 'real' ? 'books.openReal' : 'books.openPractice')}
        </Button>
      )}
    </main>
  );
};
