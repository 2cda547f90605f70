// All donors with what they gave, who gave last first; anonymous gifts stand in one row of their own.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Day,
  ExportButtons,
  ListPage,
  Money,
  useKept,
  useSettled,
  type Column,
  type ListAct,
} from '../ui/index.ts';
import { ANONYMOUS_PATH, namedKinds, type DonorKind, type Words } from './donor-words.ts';

type Row = Output<'donors.list'>['rows'][number];
const start: { readonly search: string; readonly kind: DonorKind | '' } = { search: '', kind: '' };

export const DonorList = () => {
  const { t } = useTranslation('donors');
  const { may } = useSession();
  const navigate = useNavigate();
  const [filter, setFilter] = useKept('donors', start);
  const search = useSettled(filter.search);
  const list = useActPages('donors.list', { search, kind: filter.kind === '' ? null : filter.kind });
  const go = (path: string) => () => void navigate(path);
  const acts: ListAct[] = [
    { key: 'F9', label: t('lettersAct'), run: go('letters'), testId: 'donor-letters' },
    ...(may('donors.manage')
      ? [
          {
            key: 'F7',
            label: t('duplicatesAct', { n: count(list.first?.duplicates ?? 0) }),
            run: go('duplicates'),
            testId: 'donor-duplicates',
          },
          { key: 'F2', label: t('add'), run: go('add'), testId: 'donor-add', primary: true },
        ]
      : []),
  ];
  const filtered = filter.search !== '' || filter.kind !== '';
  return (
    <ListPage
      title={t('title')}
      searchLabel={t('search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={acts}
      papers={
        may('reports.print') && (
          <ExportButtons
            act="donors.export"
            input={{ search }}
            formats={['xlsx', 'csv', 'pdf']}
            testId="donor-export"
          />
        )
      }
      filters={
        <Choice
          label={t('kindFilter')}
          testId="donor-kind"
          value={filter.kind}
          options={[
            { value: '', label: t('allKinds') },
            ...[...namedKinds, 'anonymous' as const].map((kind) => ({
              value: kind,
              label: t(`kinds.${kind}`),
            })),
          ]}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
      }
      failure={list.failure}
    >
      <p className="secondary">{t('anonymousHint')}</p>
      <DataTable
        label={t('title')}
        columns={columns(t)}
        rows={list.rows}
        rowKey={(row) => row.donorId ?? ANONYMOUS_PATH}
        loading={list.loading}
        total={list.total}
        filtered={filtered}
        {...(filtered ? {} : { emptyText: t('empty') })}
        onNear={list.more}
        onOpen={(row) => void navigate(String(row.donorId ?? ANONYMOUS_PATH))}
      />
    </ListPage>
  );
};

const columns = (t: Words): readonly Column<Row>[] => [
  {
    key: 'name',
    title: t('name'),
    width: 320,
    render: (row) => (row.donorId === null ? t('anonymous') : row.name),
  },
  { key: 'kind', title: t('kind'), width: 120, render: (row) => t(`kinds.${row.kind}`) },
  { key: 'gifts', title: t('gifts'), width: 100, figure: true, render: (row) => count(row.gifts) },
  {
    key: 'cash',
    title: t('cash'),
    width: 140,
    figure: true,
    render: (row) => <Money fen={row.cashFen} />,
  },
  {
    key: 'goods',
    title: t('goodsValue'),
    width: 140,
    figure: true,
    render: (row) => <Money fen={worthOf(row)} />,
  },
  {
    key: 'unpriced',
    title: t('unpricedLines'),
    width: 100,
    figure: true,
    render: (row) => (row.unpricedLines === 0 ? '' : t('lineCount', { n: row.unpricedLines })),
  },
  { key: 'last', title: t('lastDay'), width: 160, render: (row) => <Day value={row.lastDay} /> },
];

/** Goods none of which has a value are worth an unknown amount, not ¥0.00. */
const worthOf = (row: Row): number | null =>
  row.goodsFen === 0 && row.unpricedLines > 0 ? null : row.goodsFen;
