// All complaints, newest first; who reported stands nowhere here.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../db/contract/index.ts';
import { useActPages } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import {
  Choice,
  DataTable,
  Day,
  ListPage,
  StateTag,
  useKept,
  useSettled,
  type Column,
} from '../../ui/index.ts';

type Row = Output<'fairness.complaints'>['rows'][number];
const start: { readonly search: string; readonly show: 'open' | 'all' } = { search: '', show: 'all' };

export const ComplaintList = () => {
  const { t } = useTranslation('fairness');
  const navigate = useNavigate();
  const mayManage = useSession().may('fairness.manage');
  const [filter, setFilter] = useKept('complaints', start);
  const search = useSettled(filter.search);
  const list = useActPages('fairness.complaints', { search, openOnly: filter.show === 'open' });
  const filtered = filter.search !== '' || filter.show !== 'all';
  return (
    <ListPage
      title={t('complaints.title')}
      searchLabel={t('complaints.search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={[
        {
          key: 'F9',
          label: t('complaints.register'),
          run: () => void navigate('register'),
          testId: 'complaints-register',
        },
        ...(mayManage
          ? [
              {
                key: 'F2',
                label: t('complaints.record'),
                run: () => void navigate('record'),
                testId: 'complaint-record',
                primary: true,
              },
            ]
          : []),
      ]}
      filters={
        <Choice
          label={t('complaints.filter')}
          testId="complaints-show"
          value={filter.show}
          options={[
            { value: 'all', label: t('complaints.everything') },
            { value: 'open', label: t('complaints.onlyOpen') },
          ]}
          onChange={(show) => setFilter({ ...filter, show })}
        />
      }
      failure={list.failure}
    >
      <DataTable
        label={t('complaints.title')}
        columns={columns(t)}
        rows={list.rows}
        rowKey={(row) => row.complaintId}
        loading={list.loading}
        total={list.total}
        filtered={filtered}
        {...(filtered ? {} : { emptyText: t('complaints.empty') })}
        onNear={list.more}
        onOpen={(row) => void navigate(String(row.complaintId))}
      />
    </ListPage>
  );
};

const columns = (t: ReturnType<typeof useTranslation<'fairness'>>['t']): readonly Column<Row>[] => [
  {
    key: 'number',
    title: t('complaints.title'),
    width: 170,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  { key: 'day', title: t('complaints.received'), width: 150, render: (row) => <Day value={row.day} /> },
  { key: 'way', title: t('complaints.way'), width: 90, render: (row) => t(`complaints.ways.${row.way}`) },
  {
    key: 'matter',
    title: t('complaints.matter'),
    width: 380,
    render: (row) =>
      row.matter === '' ? <span className="secondary">{t('complaints.yourself')}</span> : row.matter,
  },
  {
    key: 'about',
    title: t('complaints.about'),
    width: 160,
    render: (row) => [row.householdNumber, row.aboutStaff].filter((part) => part !== '').join(' · '),
  },
  {
    key: 'state',
    title: t('complaints.state'),
    width: 120,
    render: (row) => <ComplaintState outcome={row.outcome} />,
  },
];

export const ComplaintState = ({ outcome }: { readonly outcome: Row['outcome'] }) => {
  const { t } = useTranslation('fairness');
  return outcome === null ? (
    <StateTag tone="warn" word={t('complaints.open')} />
  ) : (
    <StateTag tone="done" word={t(`complaints.outcomes.${outcome}`)} />
  );
};
