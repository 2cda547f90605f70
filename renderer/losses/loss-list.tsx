// All losses, those that wait for a second person first.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { lossStates } from '../../db/contract/losses.ts';
import type { Output } from '../../db/contract/index.ts';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Day,
  ListPage,
  Money,
  Notice,
  useKept,
  useSettled,
  type Column,
} from '../ui/index.ts';
import { LossState, useReasonWords } from './loss-state.tsx';

type Row = Output<'losses.list'>['rows'][number];
type State = Row['state'] | '';
const start: { readonly search: string; readonly state: State } = { search: '', state: '' };

export const LossList = () => {
  const { t } = useTranslation('losses');
  const navigate = useNavigate();
  const mayPropose = useSession().may('stock.move');
  const [filter, setFilter] = useKept('losses', start);
  const search = useSettled(filter.search);
  const list = useActPages('losses.list', { search, state: filter.state === '' ? null : filter.state });
  const waiting = list.first?.waiting ?? 0;
  return (
    <ListPage
      title={t('title')}
      searchLabel={t('search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={
        mayPropose
          ? [
              {
                key: 'F2',
                label: t('add'),
                run: () => void navigate('new'),
                testId: 'loss-add',
                primary: true,
              },
            ]
          : []
      }
      filters={
        <Choice<State>
          label={t('state')}
          testId="loss-state"
          value={filter.state}
          options={[
            { value: '', label: t('allStates') },
            ...lossStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
          ]}
          onChange={(state) => setFilter({ ...filter, state })}
        />
      }
      failure={list.failure}
    >
      {waiting > 0 && <Notice tone="info" title={t('waiting', { n: count(waiting) })} />}
      <DataTable
        label={t('title')}
        columns={useColumns()}
        rows={list.rows}
        rowKey={(row) => row.lossId}
        loading={list.loading}
        total={list.total}
        filtered={filter.search !== '' || filter.state !== ''}
        onNear={list.more}
        onOpen={(row) => void navigate(String(row.lossId))}
      />
    </ListPage>
  );
};

const useColumns = (): readonly Column<Row>[] => {
  const { t } = useTranslation('losses');
  const reason = useReasonWords();
  return [
    {
      key: 'number',
      title: t('columns.number'),
      width: 225,
      render: (row) => (
        <>
          <span className="figure">{row.number}</span> <LossState state={row.state} />
        </>
      ),
    },
    { key: 'day', title: t('columns.day'), width: 140, render: (row) => <Day value={row.day} /> },
    { key: 'kind', title: t('columns.kind'), width: 70, render: (row) => t(`kinds.${row.kind}`) },
    { key: 'reason', title: t('columns.reason'), width: 110, render: reason },
    { key: 'method', title: t('columns.method'), width: 150, render: (row) => row.method },
    {
      key: 'lines',
      title: t('columns.lines'),
      width: 70,
      figure: true,
      render: (row) => t('columns.lineCount', { n: row.lines }),
    },
    {
      key: 'proceeds',
      title: t('columns.proceeds'),
      width: 110,
      figure: true,
      render: (row) => (row.kind === 'scrap' ? '—' : <Money fen={row.proceedsFen} />),
    },
    {
      key: 'by',
      title: t('columns.proposedBy'),
      width: 150,
      render: (row) => (row.own ? `${row.proposedBy} (${t('ownMark')})` : row.proposedBy),
    },
    { key: 'decided', title: t('columns.decidedBy'), width: 90, render: (row) => row.decidedBy },
  ];
};
