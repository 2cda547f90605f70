// All transfers, newest first.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { DataTable, Day, ListPage, ReverseMark, useKept, useSettled, type Column } from '../ui/index.ts';

type Row = Output<'stock.transfers'>['rows'][number];

export const TransferList = () => {
  const { t } = useTranslation('stock');
  const navigate = useNavigate();
  const mayMove = useSession().may('stock.move');
  const [search, setSearch] = useKept('stock.transfers', '');
  const settled = useSettled(search);
  const list = useActPages('stock.transfers', { search: settled });
  return (
    <ListPage
      title={t('transfers.title')}
      searchLabel={t('transfers.search')}
      search={search}
      onSearch={setSearch}
      acts={
        mayMove
          ? [
              {
                key: 'F2',
                label: t('transfers.add'),
                run: () => void navigate('new'),
                testId: 'transfer-add',
                primary: true,
              },
            ]
          : []
      }
      keys={[{ key: 'Enter', does: t('transfers.open') }]}
      failure={list.failure}
    >
      <DataTable<Row>
        label={t('transfers.title')}
        columns={columns(t)}
        rows={list.rows}
        rowKey={({ transferId }) => transferId}
        loading={list.loading}
        total={list.total}
        filtered={settled !== ''}
        emptyText={t('transfers.none')}
        onNear={list.more}
        onOpen={({ transferId }) => void navigate(String(transferId))}
      />
    </ListPage>
  );
};

const columns = (t: ReturnType<typeof useTranslation<'stock'>>['t']): readonly Column<Row>[] => [
  {
    key: 'number',
    title: t('transfers.columns.number'),
    width: 150,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  {
    key: 'state',
    title: t('transfers.columns.state'),
    width: 110,
    render: (row) => <ReverseMark how={row.reversed === null ? null : 'reversed'} />,
  },
  { key: 'day', title: t('transfers.columns.day'), width: 138, render: (row) => <Day value={row.day} /> },
  { key: 'from', title: t('transfers.columns.from'), width: 150, render: (row) => row.from },
  { key: 'to', title: t('transfers.columns.to'), width: 150, render: (row) => row.to },
  {
    key: 'lines',
    title: t('transfers.columns.lines'),
    width: 80,
    figure: true,
    render: (row) => count(row.lines),
  },
  { key: 'note', title: t('transfers.columns.note'), width: 220, render: (row) => row.note },
  { key: 'operator', title: t('transfers.columns.operator'), width: 110, render: (row) => row.operator },
];
