// The line at the bottom that always says who is on duty, whether the scanner is listening, how old the last backup is, and the date.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../api/use-act.ts';
import { age, day } from '../i18n/format.ts';
import { useScannerReady } from './scanner.ts';
import { useSession } from './session.tsx';

export const StatusLine = () => {
  const { t } = useTranslation('frame');
  const { me, status, lock, signOut } = useSession();
  const ready = useScannerReady();
  const today = useAct('shop.today', {}, { every: 60_000 }).data;
  return (
    <footer className="frame-status">
      <span>{t('status.onDuty', { name: me.name, role: t(`roles.${me.role}`, { ns: 'common' }) })}</span>
      <Link to="/keeping/scanner" className={ready ? 'scanner ready' : 'scanner'}>
        <span aria-hidden="true">{ready ? '●' : '○'}</span>{' '}
        {t(ready ? 'status.scannerReady' : 'status.scannerIdle')} <kbd>Alt+8</kbd>
      </Link>
      {today && (
        <span>
          {today.lastBackupAt === null ? (
            <b className="attention">▲ {t('status.neverBackedUp')}</b>
          ) : (
            t('status.lastBackup', { age: age(today.lastBackupAt, status.now) })
          )}
        </span>
      )}
      <span>{t('status.businessDay', { day: day(status.businessDay) })}</span>
      {status.practice && <b className="attention">▲ {t('practice')}</b>}
      <span className="frame-status-acts">
        <Button size="small" onClick={lock}>
          {t('status.lock')} <kbd>Ctrl+L</kbd>
        </Button>
        <Button size="small" onClick={signOut}>
          {t('status.signOut')}
        </Button>
      </span>
    </footer>
  );
};
