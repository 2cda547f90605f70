// The line of sections above the screens of a place, with their keys; what the role may not use is not shown, and answers in
// words when its address is typed. `<Route element={<SectionFrame place="goods" base={usePlaceBase()} />}>` around the place's
// own routes.
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { Notice } from '../ui/notice.tsx';
import '../ui/office.css';
import { PageKeys } from '../ui/page-keys.ts';
import { useKeys } from '../ui/use-keys.ts';
import { digitOf, rememberSection, sectionAt, sections, type SectionedPlace } from './sections.ts';
import { useSession } from './session.tsx';

/** Address of the place itself, for the component that the place's route (`/goods/*`) shows. */
export const usePlaceBase = (): string => {
  const below = useParams()['*'];
  const { pathname } = useLocation();
  // Without a route around it the place stands at the root.
  return below === undefined ? '' : pathname.slice(0, pathname.length - below.length).replace(/\/$/, '');
};

interface Props {
  readonly place: SectionedPlace;
  readonly base: string;
}

export const SectionFrame = ({ place, base }: Props) => {
  const { t } = useTranslation('frame');
  const { may } = useSession();
  const navigate = useNavigate();
  const active = sectionAt(place, useLocation().pathname.slice(base.length));
  const path = active?.path ?? '';
  const allowed = active === undefined || may(active.needs);
  useEffect(() => {
    if (allowed) rememberSection(place, path);
  }, [allowed, place, path]);
  const shown = sections[place].map((section, at) => ({ ...section, digit: digitOf(at) }));
  const mine = shown.filter(({ needs }) => may(needs));
  useKeys(
    Object.fromEntries(
      mine.map((section) => [`Ctrl+${section.digit}`, () => void navigate(`${base}/${section.path}`)]),
    ),
  );
  const last = shown.at(-1)?.digit ?? '';
  const help = [{ key: `Ctrl+1 … ${last}`, does: t('keys.sections', { ns: 'common' }) }];
  return (
    <>
      <nav className="sections" aria-label={t(`places.${place}`)}>
        {mine.map((section) => (
          <Link
            key={section.name}
            to={`${base}/${section.path}`}
            data-testid={`section-${section.name}`}
            className={section.name === active?.name ? 'section active' : 'section'}
            {...(section.name === active?.name ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`sections.${section.name}`)} <kbd>Ctrl+{section.digit}</kbd>
          </Link>
        ))}
      </nav>
      <PageKeys value={help}>
        {allowed ? (
          <Suspense
            fallback={
              <p className="secondary" aria-busy="true">
                {t('loading', { ns: 'common' })}
              </p>
            }
          >
            <Outlet />
          </Suspense>
        ) : (
          <Notice tone="warn" title={t('notYours.title')}>
            <p>{t('notYours.detail')}</p>
          </Notice>
        )}
      </PageKeys>
    </>
  );
};
