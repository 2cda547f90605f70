// The line of pages of this section, each with a key; what the role may not use is not shown.
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import type { Permission } from '../../db/contract/permissions.ts';
import { useSession } from '../app/session.tsx';
import { usePlaceBase } from '../app/section-frame.tsx';
import { PageKeys } from '../ui/page-keys.ts';
import { useKeys } from '../ui/index.ts';

const tabs = [
  { name: 'public', path: '', needs: 'people.export' },
  { name: 'export', path: 'export', needs: 'people.view' },
  { name: 'consents', path: 'consents', needs: 'people.view' },
  { name: 'due', path: 'due', needs: 'people.erase' },
  { name: 'records', path: 'records', needs: 'audit.view' },
  { name: 'fields', path: 'fields', needs: 'people.view' },
] as const satisfies readonly { readonly needs: Permission; readonly [key: string]: string }[];

export const PrivacyFrame = () => {
  const { t } = useTranslation('privacy');
  const { may } = useSession();
  const navigate = useNavigate();
  const around = use(PageKeys);
  const base = usePlaceBase();
  const { pathname } = useLocation();
  const [here = ''] = pathname.slice(base.length).replace(/^\//, '').split('/');
  const mine = tabs.map((tab, at) => ({ ...tab, key: `Shift+F${at + 1}` })).filter(({ needs }) => may(needs));
  useKeys(Object.fromEntries(mine.map(({ key, path }) => [key, () => void navigate(`${base}/${path}`)])));
  return (
    <>
      <nav className="sections" aria-label={t('tabs.label')}>
        {mine.map(({ name, path, key }) => (
          <Link
            key={name}
            to={`${base}/${path}`}
            data-testid={`privacy-${name}`}
            className={path === here ? 'section active' : 'section'}
            {...(path === here ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`tabs.${name}`)} <kbd>{key}</kbd>
          </Link>
        ))}
      </nav>
      <PageKeys value={[{ key: 'Shift+F1 … F6', does: t('tabs.keys') }, ...around]}>
        <Outlet />
      </PageKeys>
    </>
  );
};
