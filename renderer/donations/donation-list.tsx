// All gifts, newest first, with totals of what is shown; the totals say what they leave out (未计价). In the list of a month a gift
// taken back after its own month was closed stands as its red entry, negative.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day, money } from '../i18n/format.ts';
import {
  DataTable,
  Day,
  ExportButtons,
  ListPage,
  Money,
  MonthChoice,
  ReverseMark,
  StateTag,
  useKept,
  useSettled,
  type Column,
} from '../ui/index.ts';
import './donations.css';
import { MonthlyList } from './monthly-list.tsx';

type Row = Output<'donations.list'>['rows'][number];
const start = { search: '', month: '' };

export const DonationList = () => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const { may } = useSession();
  const [mayRecord, mayPrint] = [may('donations.record'), may('reports.print')];
  const [filter, setFilter] = useKept('donations', start);
  const search = useSettled(filter.search);
  const list = useActPages('donations.list', { search, month: filter.month });
  const record = (): void => void navigate('record');
  const bring = (): void => void navigate('import');

  return (
    <ListPage
      title={t('title')}
      searchLabel={t('search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={
        mayRecord
          ? [
              { key: 'F4', label: t('import'), run: bring, testId: 'donation-import' },
              { key: 'F2', label: t('record'), run: record, testId: 'donation-record', primary: true },
            ]
          : []
      }
      filters={
        <MonthChoice
          label={t('month')}
          all={t('allMonths')}
          testId="donation-month"
          value={filter.month}
          onChange={(month) => setFilter({ ...filter, month })}
        />
      }
      papers={
        mayPrint && (
          <ExportButtons
            act="donations.export"
            input={{ search, month: filter.month }}
            formats={['xlsx', 'csv', 'pdf']}
            disabled={list.total === 0}
            testId="donation-export"
          />
        )
      }
      failure={list.failure}
    >
      {mayPrint && <MonthlyList month={filter.month} />}
      {list.first && (
        <p className="list-totals" data-testid="donation-totals">
          {t('totals', {
            n: count(list.total),
            cash: money(list.first.cashFen),
            goods: money(
              list.first.goodsFen === 0 && list.first.unpricedLines > 0 ? null : list.first.goodsFen,
            ),
          })}{' '}
          {list.first.unpricedLines > 0
            ? t('totalsLeaveOut', { n: count(list.first.unpricedLines) })
            : t('totalsWhole')}{' '}
          {list.rows.some(({ state }) => state !== 'valid') && t('totalsEnded')}
        </p>
      )}
      <DataTable
        label={t('title')}
        columns={columns(t)}
        rows={list.rows}
        rowKey={(row) => (row.redEntry ? `red ${String(row.id)}` : row.id)}
        loading={list.loading}
        total={list.total}
        filtered={filter.search !== '' || filter.month !== ''}
        onNear={list.more}
        onOpen={(row) => void navigate(String(row.id))}
        rowClassName={(row) => (row.redEntry || row.state === 'void' ? 'gift-ended' : '')}
      />
    </ListPage>
  );
};

const columns = (t: ReturnType<typeof useTranslation<'donations'>>['t']): readonly Column<Row>[] => [
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
    key: 'receipt',
    title: t('receipt'),
    width: 225,
    render: (row) => (
      <>
        <span className="figure">{row.receiptNumber}</span>{' '}
        {row.redEntry ? (
          <StateTag tone="stop" word={t('redEntry')} />
        ) : (
          <ReverseMark how={row.state === 'valid' ? null : row.state} />
        )}
      </>
    ),
  },
  {
    key: 'donor',
    title: t('donor'),
    width: 200,
    render: (row) => (row.anonymous ? t('anonymous') : row.donorName),
  },
  {
    key: 'cash',
    title: t('cash'),
    width: 120,
    figure: true,
    render: (row) => (row.cashFen === null ? t('noCash') : <Money fen={row.cashFen} />),
  },
  {
    key: 'goods',
    title: t('goodsValue'),
    width: 120,
    figure: true,
    render: (row) => (row.goodsLines === 0 ? t('noCash') : <Money fen={row.goodsFen} />),
  },
  {
    key: 'unpriced',
    title: t('unpricedLines'),
    width: 90,
    figure: true,
    render: (row) => (row.unpricedLines === 0 ? '' : t('lineCount', { n: row.unpricedLines })),
  },
  {
    key: 'purpose',
    title: t('purpose'),
    width: 170,
    render: (row) => (row.purpose === '' ? t('undesignated') : row.purpose),
  },
];
