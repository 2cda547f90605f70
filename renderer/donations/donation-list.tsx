// All gifts, newest first, with totals of what is shown; the totals say what they leave out (未计价).
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, money } from '../i18n/format.ts';
import {
  DataTable,
  Day,
  Failed,
  FilterLine,
  Money,
  MonthChoice,
  Page,
  useKeys,
  useKept,
  useSettled,
  type Column,
} from '../ui/index.ts';

type Row = Output<'donations.list'>['rows'][number];
const start = { search: '', month: '' };

export const DonationList = () => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const mayRecord = useSession().may('donations.record');
  const [filter, setFilter] = useKept('donations', start);
  const search = useSettled(filter.search);
  const list = useActPages('donations.list', { search, month: filter.month });
  const record = (): void => void navigate('record');
  const bring = (): void => void navigate('import');
  useKeys(mayRecord ? { F2: record, F4: bring } : {});

  return (
    <Page
      fill
      title={t('title')}
      keys={[
        { key: 'F3', does: t('keys.search') },
        ...(mayRecord
          ? [
              { key: 'F2', does: t('keys.record') },
              { key: 'F4', does: t('keys.import') },
            ]
          : []),
      ]}
      acts={
        mayRecord && (
          <>
            <Button data-testid="donation-import" onClick={bring}>
              {t('import')} F4
            </Button>
            <Button data-testid="donation-record" type="primary" onClick={record}>
              {t('record')} F2
            </Button>
          </>
        )
      }
    >
      <FilterLine
        label={t('search')}
        value={filter.search}
        onChange={(text) => setFilter({ ...filter, search: text })}
      >
        <MonthChoice
          label={t('month')}
          all={t('allMonths')}
          testId="donation-month"
          value={filter.month}
          onChange={(month) => setFilter({ ...filter, month })}
        />
      </FilterLine>
      <Failed failure={list.failure} />
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
            : t('totalsWhole')}
        </p>
      )}
      <DataTable
        label={t('title')}
        columns={columns(t)}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        total={list.total}
        filtered={filter.search !== '' || filter.month !== ''}
        onNear={list.more}
        onOpen={(row) => void navigate(String(row.id))}
      />
    </Page>
  );
};

const columns = (t: ReturnType<typeof useTranslation<'donations'>>['t']): readonly Column<Row>[] => [
  { key: 'day', title: t('day'), width: 150, render: (row) => <Day value={row.day} /> },
  {
    key: 'receipt',
    title: t('receipt'),
    width: 150,
    render: (row) => <span className="figure">{row.receiptNumber}</span>,
  },
  {
    key: 'donor',
    title: t('donor'),
    width: 220,
    render: (row) => (row.anonymous ? t('anonymous') : row.donorName),
  },
  {
    key: 'cash',
    title: t('cash'),
    width: 130,
    figure: true,
    render: (row) => (row.cashFen === null ? t('noCash') : <Money fen={row.cashFen} />),
  },
  {
    key: 'goods',
    title: t('goodsValue'),
    width: 130,
    figure: true,
    render: (row) => (row.goodsLines === 0 ? t('noCash') : <Money fen={row.goodsFen} />),
  },
  {
    key: 'unpriced',
    title: t('unpricedLines'),
    width: 100,
    figure: true,
    render: (row) => (row.unpricedLines === 0 ? '' : t('lineCount', { n: row.unpricedLines })),
  },
  {
    key: 'purpose',
    title: t('purpose'),
    width: 210,
    render: (row) => (row.purpose === '' ? t('undesignated') : row.purpose),
  },
];
