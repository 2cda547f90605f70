// The place 报表: one month, two layouts, on the screen as they will stand on the paper; printed only when every figure ties.
import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { monthOf } from '../../db/domain/business-day.ts';
import { useSession } from '../app/session.tsx';
import { MonthChoice, monthAfter, Page, useKeys, useKept } from '../ui/index.ts';
import { BalanceReport } from './balance-report.tsx';
import { CloseMonth } from './close-month.tsx';
import { DistributionReport } from './distribution-report.tsx';
import './reports.css';

type Layout = 'distribution' | 'balance' | 'closing';

const Reports = () => {
  const { t } = useTranslation('reports');
  const { status, may } = useSession();
  const mayClose = may('reports.close');
  const [month, setMonth] = useKept('reports.month', monthOf(status.businessDay));
  const [layout, setLayout] = useKept<Layout>('reports.layout', 'distribution');
  const step = (by: number) => (): void => setMonth(monthAfter(month, by));
  useKeys({
    'Alt+ArrowLeft': step(-1),
    'Alt+ArrowRight': step(1),
    F7: () => setLayout('distribution'),
    F8: () => setLayout('balance'),
    ...(mayClose ? { F9: () => setLayout('closing') } : {}),
  });
  return (
    <Page
      title={t('title')}
      keys={[
        { key: 'Alt+←  Alt+→', does: t('keys.month') },
        { key: 'F7', does: t('keys.distribution') },
        { key: 'F8', does: t('keys.balance') },
        ...(mayClose ? [{ key: 'F9', does: t('keys.closing') }] : []),
        { key: 'Ctrl+P', does: t('keys.print') },
      ]}
    >
      <div className="filter-line">
        <span>{t('month')}</span>
        <Button aria-label={t('previousMonth')} title={`${t('previousMonth')} Alt+←`} onClick={step(-1)}>
          ◀
        </Button>
        <MonthChoice label={t('month')} testId="report-month" value={month} onChange={setMonth} />
        <Button aria-label={t('nextMonth')} title={`${t('nextMonth')} Alt+→`} onClick={step(1)}>
          ▶
        </Button>
      </div>
      <Tabs
        activeKey={layout}
        onChange={(key) => setLayout(key as Layout)}
        destroyOnHidden
        items={[
          {
            key: 'distribution',
            label: <span data-testid="report-distribution">{t('distribution.name')} F7</span>,
            children: <DistributionReport month={month} />,
          },
          {
            key: 'balance',
            label: <span data-testid="report-balance">{t('balance.name')} F8</span>,
            children: <BalanceReport month={month} />,
          },
          ...(mayClose
            ? [
                {
                  key: 'closing',
                  label: <span data-testid="report-closing">{t('closing.name')} F9</span>,
                  children: <CloseMonth key={month} month={month} />,
                },
              ]
            : []),
        ]}
      />
    </Page>
  );
};
export default Reports;
