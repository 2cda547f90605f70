// What is shown first: first-run wizard, a fault of the books, sign-in, lock, or the program itself. While locked, or when the books
// restarted, the screens stay mounted but hidden, so that the same person goes on where they were.
import { App } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import { desktop } from '../api/call.ts';
import { actErrorOf } from '../api/failure.ts';
import { useAct } from '../api/use-act.ts';
import { Wizard } from '../shop/wizard.tsx';
import { LockScreen } from '../staff/lock-screen.tsx';
import { SignIn } from '../staff/sign-in.tsx';
import { Failed } from '../ui/failed.tsx';
import { BooksFault } from './books-fault.tsx';
import { Program } from './program.tsx';
import { SessionProvider, useSessionRefresh, useWhoIsOnDuty, type Me, type ShopStatus } from './session.tsx';
import { Watermark } from './watermark.tsx';

export const Gate = () => {
  const { t } = useTranslation('frame');
  const [stopped, setStopped] = useState<ActError | null>(null);
  useEffect(() => window.shop.on('db-stopped', (fault) => setStopped({ kind: 'fault', ...fault })), []);
  const state = useQuery({ queryKey: ['desktop', 'state'], queryFn: () => desktop('desktop.state', {}) });
  const failure = state.error ? actErrorOf(state.error) : null;
  if (failure)
    return (
      <main className="alone">
        <Failed failure={failure} onRetry={() => void state.refetch()} />
      </main>
    );
  if (!state.data)
    return (
      <main className="alone" aria-busy="true">
        {t('starting')}
      </main>
    );
  const again = (): void => void state.refetch();
  const { stage, fault, kind, practice } = state.data;
  return (
    <>
      {practice && <Watermark />}
      {stage === 'fault' && fault ? (
        <BooksFault fault={fault} state={state.data} onOpen={again} />
      ) : stage === 'no-books' ? (
        <Wizard state={state.data} onDone={again} />
      ) : stopped ? (
        <BooksFault
          fault={stopped.kind === 'fault' ? stopped : { code: 'books-stopped' }}
          state={state.data}
          onOpen={again}
        />
      ) : (
        <Door kind={kind} onDone={again} />
      )}
    </>
  );
};

/** The books are open: set up, signed in, locked? */
const Door = ({ kind, onDone }: { readonly kind: 'real' | 'practice'; readonly onDone: () => void }) => {
  const { t } = useTranslation('frame');
  const status = useAct('shop.status', {}, { every: 60_000 });
  const [settingUp, setSettingUp] = useState(false);
  if (status.failure && !status.data)
    return (
      <main className="alone">
        <Failed failure={status.failure} onRetry={() => void status.refetch()} />
      </main>
    );
  if (!status.data)
    return (
      <main className="alone" aria-busy="true">
        {t('starting')}
      </main>
    );
  if (!status.data.setUp || settingUp) {
    // The wizard goes on to the recovery sheet after the shop exists; it says itself when it is through.
    if (!settingUp) setSettingUp(true);
    return (
      <Wizard
        resume={kind}
        onDone={() => {
          setSettingUp(false);
          onDone();
        }}
      />
    );
  }
  return <OnDuty status={status.data} />;
};

const OnDuty = ({ status }: { readonly status: ShopStatus }) => {
  const { t } = useTranslation('frame');
  const { notification } = App.useApp();
  const refresh = useSessionRefresh();
  const { data, failure, refetch } = useWhoIsOnDuty();
  const [last, setLast] = useState<Me | null>(null);
  useEffect(
    () =>
      window.shop.on('db-restarted', () => {
        notification.info({
          title: t('restarted.title'),
          description: t('restarted.detail'),
          duration: 0,
          placement: 'bottomRight',
        });
        void refresh();
      }),
    [notification, refresh, t],
  );
  const me = data?.me ?? null;
  if (me && me.staffId !== last?.staffId) setLast(me);
  if (failure && !data)
    return (
      <main className="alone">
        <Failed failure={failure} onRetry={() => void refetch()} />
      </main>
    );
  if (!data)
    return (
      <main className="alone" aria-busy="true">
        {t('starting')}
      </main>
    );
  const open = me !== null && !data.locked;
  return (
    <>
      {last && (
        <div className="program" hidden={!open} inert={!open}>
          <SessionProvider key={last.staffId} me={last} status={status}>
            <Program open={open} />
          </SessionProvider>
        </div>
      )}
      {!me && <SignIn status={status} lastLogin={last?.login ?? null} onSignedIn={refresh} />}
      {me && data.locked && <LockScreen me={me} onUnlocked={refresh} />}
    </>
  );
};
