// All purchases, newest first, by month and source of the money, with the total of what is shown.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { aidSources } from '../../db/contract/measures.ts';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day, money } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Day,
  ExportButtons,
  ListPage,
  Money,
  MonthChoice,
  ReverseMark,
  useKept,
  useSettled,
  type Column,
} from '../ui/index.ts';

type Row = Output<'purchases.list'>['rows'][number];
type Source = (typeof aidSources)[number] | '';
const start: { readonly search: string; readonly month: string; readonly source: Source } = {
  search: '',
  month: '',
  source: '',
};

export const PurchaseList = () => {
  const { t } = useTranslation('purchases');
  const navigate = useNavigate();
  const { may } = useSession();
  const [filter, setFilter] = useKept('purchases', start);
  const search = useSettled(filter.search);
  const { month } = filter;
  const input = { search, month, source: filter.source === '' ? null : filter.source };
  const list = useActPages('purchases.list', input);
  return (
    <ListPage
      title={t('title')}
      searchLabel={t('search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={
        may('purchases.record')
          ? [
              {
                key: 'F2',
                label: t('add'),
                run: () => void navigate('record'),
                testId: 'purchase-add',
                primary: true,
              },
            ]
          : []
      }
      papers={
        may('reports.print') && (
          <ExportButtons
            act="purchases.export"
            input={input}
            formats={['xlsx', 'csv', 'pdf']}
            testId="purchase-export"
            disabled={list.total === 0}
          />
        )
      }
      filters={
        <>
          <MonthChoice
            label={t('month')}
            all={t('allMonths')}
            testId="purchase-month"
            value={month}
            onChange={(chosen) => setFilter({ ...filter, month: chosen })}
          />
          <Choice<Source>
            label={t('source')}
            testId="purchase-source"
            value={filter.source}
            options={[
              { value: '', label: t('allSources') },
              ...aidSources.map((source) => ({
                value: source,
                label: t(`moneySources.${source}`, { ns: 'common' }),
              })),
            ]}
            onChange={(source) => setFilter({ ...filter, source })}
          />
        </>
      }
      failure={list.failure}
    >
      {list.first && (
        <p className="list-totals" data-testid="purchase-totals">
          {t('totals', { n: count(list.total), fen: money(list.first.totalFen) })} {t('totalsLeaveOut')}
        </p>
      )}
      <DataTable
        label={t('title')}
        columns={useColumns()}
        rows={list.rows}
        rowKey={(row) => row.purchaseId}
        loading={list.loading}
        total={list.total}
        filtered={filter.search !== '' || month !== '' || filter.source !== ''}
        onNear={list.more}
        onOpen={(row) => void navigate(String(row.purchaseId))}
      />
    </ListPage>
  );
};

const useColumns = (): readonly Column<Row>[] => {
  const { t } = useTranslation('purchases');
  return [
    {
      key: 'day',
      title: t('day'),
      width: 150,
      render: (row) => (
        <>
          <Day value={row.day} />
          {row.lateForDay !== null && (
            <div className="secondary">{t('late', { day: day(row.lateForDay) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'number',
      title: t('number'),
      width: 220,
      render: (row) => (
        <>
          <span className="figure">{row.number}</span>{' '}
          <ReverseMark how={row.reversed === null ? null : 'reversed'} />
        </>
      ),
    },
    { key: 'supplier', title: t('supplier'), width: 240, render: (row) => row.supplier },
    { key: 'invoice', title: t('invoice'), width: 150, render: (row) => row.invoiceNumber },
    {
      key: 'source',
      title: t('source'),
      width: 130,
      render: (row) => t(`moneySources.${row.source}`, { ns: 'common' }),
    },
    {
      key: 'lines',
      title: t('lines'),
      width: 90,
      figure: true,
      render: (row) => t('lineCount', { n: row.lines }),
    },
    {
      key: 'total',
      title: t('total'),
      width: 140,
      figure: true,
      render: (row) => <Money fen={row.totalFen} />,
    },
  ];
};
