// The program behind the sign-in: its addresses and the keys that work everywhere.
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createHashRouter, Navigate, RouterProvider } from 'react-router';
import { desktop } from '../api/call.ts';
import { Home } from '../home/home.tsx';
import { Notice } from '../ui/notice.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { manualPlaceOf } from './manual-place.ts';
import { places, type Place } from './places.tsx';
import { useSession } from './session.tsx';
import { useIdle } from './use-idle.ts';

const createRoutes = () =>
  createHashRouter([
    {
      path: '/',
      element: <Frame />,
      children: [
        {
          index: true,
          element: (
            <ErrorBoundary>
              <Home />
            </ErrorBoundary>
          ),
        },
        ...places.map((place) => ({
          path: `${place.path}/*`,
          element: <PlaceScreen key={place.name} place={place} />,
        })),
        { path: '*', element: <Navigate to="/" replace /> },
      ],
    },
  ]);

export const Program = ({ open }: { readonly open: boolean }) => {
  const { lock, status } = useSession();
  const router = useMemo(() => createRoutes(), []);
  useIdle(status.idleLockMinutes, lock, open);
  useKeys(
    {
      'Ctrl+L': lock,
      F1: () =>
        void desktop('desktop.openManual', { page: manualPlaceOf(window.location.hash) }).catch(
          () => undefined,
        ),
    },
    { enabled: open, inDialogs: true },
  );
  return <RouterProvider router={router} />;
};

/** A place the role may not use answers in words, also when its address is typed. */
const PlaceScreen = ({ place }: { readonly place: Place }) => {
  const { t } = useTranslation('frame');
  const { may } = useSession();
  if (!may(place.needs))
    return (
      <Notice tone="warn" title={t('notYours.title')}>
        <p>{t('notYours.detail')}</p>
      </Notice>
    );
  return (
    <ErrorBoundary key={place.name}>
      <Suspense
        fallback={
          <p className="secondary" aria-busy="true">
            {t('loading', { ns: 'common' })}
          </p>
        }
      >
        <place.Screen />
      </Suspense>
    </ErrorBoundary>
  );
};
