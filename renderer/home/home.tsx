// The home screen: today's figures, what needs attention, the age of the last backup, and large ways to the work.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { BackupButton } from '../backup/backup-button.tsx';
import { useSession } from '../app/session.tsx';
import { useAct } from '../api/use-act.ts';
import { age, count, instant, money } from '../i18n/format.ts';
import { Failed } from '../ui/failed.tsx';
import { Page } from '../ui/page.tsx';
import { attentionOf, type Attention } from './attention.ts';

const ways = [
  { name: 'counter', needs: 'counter.redeem' },
  { name: 'vouchers', needs: 'vouchers.view' },
  { name: 'goods', needs: 'goods.view' },
  { name: 'donations', needs: 'donations.record' },
  { name: 'people', needs: 'people.view' },
  { name: 'reports', needs: 'reports.view' },
] as const;

export const Home = () => {
  const { t } = useTranslation('home');
  const { me, status, may } = useSession();
  const navigate = useNavigate();
  const { data, failure, refetch } = useAct('shop.today', {}, { every: 60_000 });
  const figures =
    data &&
    ([
      { name: 'redemptions', value: count(data.redemptions) },
      { name: 'face', value: money(data.faceFen) },
      { name: 'goods', value: money(data.goodsFen) },
      { name: 'open', value: count(data.vouchersOpen) },
      { name: 'openFen', value: money(data.vouchersOpenFen) },
    ] as const);
  const attention = data ? attentionOf(data, status.now, may) : [];
  return (
    <Page title={t('title')}>
      <p className="greeting">{t('greeting', { name: me.name })}</p>
      <Failed failure={failure} onRetry={() => void refetch()} />
      {figures && (
        <dl className="big-figures">
          {figures.map(({ name, value }) => (
            <div key={name}>
              <dt>{t(`figures.${name}`)}</dt>
              <dd className="figure">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="ways">
        {ways
          .filter(({ needs }) => may(needs))
          .map(({ name }, at) => (
            <Button
              key={name}
              size="large"
              type={at === 0 ? 'primary' : 'default'}
              onClick={() => void navigate(`/${name}`)}
            >
              {t(`go.${name}`)}
            </Button>
          ))}
      </div>
      {data && (
        <section className="office-section">
          <h2>{t('attention.title')}</h2>
          {attention.length === 0 ? (
            <p className="ok">✔ {t('attention.nothing')}</p>
          ) : (
            <ul className="attention-list">
              {attention.map((item) => (
                <li key={item.name}>
                  <span className="attention" aria-hidden="true">
                    ▲{' '}
                  </span>
                  <Said item={item}>
                    {item.name === 'backupOld'
                      ? t('attention.backupOld', { age: age(data.lastBackupAt ?? status.now, status.now) })
                      : t(`attention.${item.name}`, { count: item.count })}
                  </Said>
                </li>
              ))}
            </ul>
          )}
          <p>
            {data.lastBackupAt === null
              ? t('backup.never')
              : t('backup.last', { age: age(data.lastBackupAt, status.now), at: instant(data.lastBackupAt) })}
          </p>
          {may('backup.make') && <BackupButton />}
        </section>
      )}
    </Page>
  );
};

/** Leads to where it can be done. */
const Said = ({ item, children }: { readonly item: Attention; readonly children: ReactNode }) =>
  item.to === null ? (
    <>{children}</>
  ) : (
    <Link to={item.to} data-testid={`attention-${item.name}`}>
      {children}
    </Link>
  );
