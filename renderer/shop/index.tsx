// The place 管理: one's own password and display, staff, settings, backups, log, practice shop, about. Each role sees its own part.
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Route, Routes } from 'react-router';
import { useSession } from '../app/session.tsx';
import { AuditLog } from '../audit/audit-log.tsx';
import { Backups } from '../backup/backups.tsx';
import { KeysPage } from '../keys/keys-page.tsx';
import ScannerCheck from '../scanner/check-page.tsx';
import { MyAccount } from '../staff/my-account.tsx';
import { StaffList } from '../staff/staff-list.tsx';
import { Page } from '../ui/page.tsx';
import { About } from './about.tsx';
import { PracticeShop } from './practice-shop.tsx';
import { ShopSettings } from './shop-settings.tsx';

const parts = [
  { name: 'mine', needs: 'signed-in', Screen: MyAccount },
  { name: 'staff', needs: 'staff.manage', Screen: StaffList },
  { name: 'shop', needs: 'shop.manage', Screen: ShopSettings },
  { name: 'backup', needs: 'backup.make', Screen: Backups },
  { name: 'keys', needs: 'shop.manage', Screen: KeysPage },
  { name: 'audit', needs: 'audit.view', Screen: AuditLog },
  { name: 'scanner', needs: 'signed-in', Screen: ScannerCheck },
  { name: 'books', needs: 'signed-in', Screen: PracticeShop },
  { name: 'about', needs: 'signed-in', Screen: About },
] as const;

const Keeping = () => {
  const { t } = useTranslation('shop');
  const { may } = useSession();
  const mine = parts.filter(({ needs }) => may(needs));
  return (
    <Page title={t('title')}>
      <nav className="sub-places" aria-label={t('title')}>
        {mine.map(({ name }) => (
          <NavLink key={name} to={`/keeping/${name}`} className="sub-place">
            {t(`tabs.${name}`)}
          </NavLink>
        ))}
      </nav>
      <Routes>
        {mine.map(({ name, Screen }) => (
          <Route key={name} path={name} element={<Screen />} />
        ))}
        <Route path="*" element={<Navigate to="/keeping/mine" replace />} />
      </Routes>
    </Page>
  );
};
export default Keeping;
