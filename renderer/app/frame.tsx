// The frame around every screen: seven places at the left with icon, word and key, the shop above, the status line below.
import { HomeOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useNavigate } from 'react-router';
import { useKeys } from '../ui/use-keys.ts';
import { places } from './places.tsx';
import { lastOf } from './sections.ts';
import { useSession } from './session.tsx';
import { StatusLine } from './status-line.tsx';

export const Frame = () => {
  const { t } = useTranslation('frame');
  const { status, may } = useSession();
  const navigate = useNavigate();
  const go = (path: string) => (): void => void navigate(path);
  const goIn = (name: string, path: string) => (): void => void navigate(lastOf(name, path));
  useKeys({
    'Alt+0': go('/'),
    'Alt+8': go('/keeping/scanner'),
    ...Object.fromEntries(
      places.flatMap(({ name, path, needs }, at) =>
        may(needs) ? [[`Alt+${at + 1}`, goIn(name, path)]] : [],
      ),
    ),
  });
  return (
    <div className="frame">
      <nav className="frame-places" aria-label={t('navigation')}>
        <NavLink to="/" end className="place">
          <HomeOutlined aria-hidden="true" />
          <span>{t('places.home')}</span>
          <kbd>Alt+0</kbd>
        </NavLink>
        {places.map(
          ({ name, path, icon: Icon, needs }, at) =>
            may(needs) && (
              <NavLink
                key={name}
                to={path}
                className="place"
                onClick={(event) => {
                  event.preventDefault();
                  goIn(name, path)();
                }}
              >
                <span aria-hidden="true">
                  <Icon />
                </span>
                <span>{t(`places.${name}`)}</span>
                <kbd>Alt+{at + 1}</kbd>
              </NavLink>
            ),
        )}
      </nav>
      <header className="frame-top">
        <strong>{status.name}</strong>
        <span className="secondary">{status.districtName}</span>
        {status.practice && <span className="practice-mark">▲ {t('practiceBanner')}</span>}
      </header>
      <main className="frame-main">
        <Outlet />
      </main>
      <StatusLine />
    </div>
  );
};
