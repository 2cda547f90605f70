// All spot checks, newest first, with how far each is and what waits for a decision.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../db/contract/index.ts';
import { useActPages } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import { count } from '../../i18n/format.ts';
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
import type { Words } from '../words.ts';

type Row = Output<'fairness.checks'>['rows'][number];
const start: { readonly search: string; readonly show: 'open' | 'all' } = { search: '', show: 'all' };

export const CheckList = () => {
  const { t } = useTranslation('fairness');
  const navigate = useNavigate();
  const mayManage = useSession().may('fairness.manage');
  const [filter, setFilter] = useKept('checks', start);
  const search = useSettled(filter.search);
  const list = useActPages('fairness.checks', { search, openOnly: filter.show === 'open' });
  const filtered = filter.search !== '' || filter.show !== 'all';
  return (
    <ListPage
      title={t('checks.title')}
      searchLabel={t('checks.search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={
        mayManage
          ? [
              {
                key: 'F2',
                label: t('checks.draw'),
                run: () => void navigate('draw'),
                testId: 'check-draw',
                primary: true,
              },
            ]
          : []
      }
      filters={
        <Choice
          label={t('checks.filter')}
          testId="checks-show"
          value={filter.show}
          options={[
            { value: 'all', label: t('checks.everything') },
            { value: 'open', label: t('checks.onlyOpen') },
          ]}
          onChange={(show) => setFilter({ ...filter, show })}
        />
      }
      failure={list.failure}
    >
      <DataTable
        label={t('checks.title')}
        columns={columns(t)}
        rows={list.rows}
        rowKey={(row) => row.checkId}
        loading={list.loading}
        total={list.total}
        filtered={filtered}
        {...(filtered ? {} : { emptyText: t('checks.empty') })}
        onNear={list.more}
        onOpen={(row) => void navigate(String(row.checkId))}
      />
    </ListPage>
  );
};

const columns = (t: Words): readonly Column<Row>[] => [
  {
    key: 'number',
    title: t('checks.title'),
    width: 140,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  { key: 'title', title: t('checks.name'), width: 180, render: (row) => row.title },
  { key: 'day', title: t('day'), width: 130, render: (row) => <Day value={row.day} /> },
  ...(['drawn', 'relatives', 'fits', 'misfits', 'notSeen', 'open'] as const).map((name): Column<Row> => ({
    key: name,
    title: titleOf(t, name),
    width: name === 'relatives' ? 105 : 80,
    figure: true,
    render: (row) => count(row[name]),
  })),
  { key: 'state', title: t('checks.progress'), width: 165, render: (row) => <CheckState check={row} /> },
];

const titleOf = (t: Words, name: 'drawn' | 'relatives' | 'fits' | 'misfits' | 'notSeen' | 'open'): string => {
  if (name === 'notSeen') return t('checks.results.not-seen');
  return name === 'fits' || name === 'misfits' ? t(`checks.results.${name}`) : t(`checks.${name}`);
};

export const CheckState = ({ check }: { readonly check: Pick<Row, 'closedAt' | 'undecided'> }) => {
  const { t } = useTranslation('fairness');
  return (
    <>
      {check.closedAt === null ? (
        <StateTag tone="info" word={t('checks.running')} />
      ) : (
        <StateTag tone="done" word={t('checks.closed')} />
      )}{' '}
      {check.undecided > 0 && (
        <StateTag tone="warn" word={`${t('checks.undecided')} ${count(check.undecided)}`} />
      )}
    </>
  );
};
