// The rules as they hold, F2 makes another, F6 tries a household, Enter ends the chosen one. A rule is never changed.
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Choice, DataTable, ListPage, useKept, type Column, type ListAct } from '../ui/index.ts';
import { EndLimit } from './end-limit.tsx';
import { amountsWords, goodsWords, periodWords } from './limit-words.ts';
import { TryLimit, useTryField } from './try-limit.tsx';

export type LimitRow = Output<'limits.list'>[number];
type T = TFunction<'limits'>;

const start: { readonly search: string; readonly which: 'current' | 'all' } = {
  search: '',
  which: 'current',
};

export const LimitList = () => {
  const { t } = useTranslation('limits');
  const { may } = useSession();
  const navigate = useNavigate();
  const [filter, setFilter] = useKept('limits', start);
  const [ending, setEnding] = useState<LimitRow | null>(null);
  const tried = useTryField();
  const { data, failure, isPending } = useAct('limits.list', { ended: filter.which === 'all' });
  const rows = (data ?? []).filter(({ name }) => name.includes(filter.search.trim()));
  const mayManage = may('limits.manage');
  const acts: ListAct[] = [
    { key: 'F6', label: t('keys.try'), run: tried.focus, testId: 'limit-try-open' },
    ...(may('reports.view')
      ? [
          {
            key: 'F7',
            label: t('keys.overrides'),
            run: () => void navigate('overrides'),
            testId: 'limit-overrides',
          },
        ]
      : []),
    ...(mayManage
      ? [
          {
            key: 'F2',
            label: t('add'),
            run: () => void navigate('add'),
            testId: 'limit-add',
            primary: true,
          },
        ]
      : []),
  ];
  return (
    <ListPage
      title={t('title')}
      searchLabel={t('search')}
      search={filter.search}
      onSearch={(search) => setFilter({ ...filter, search })}
      acts={acts}
      keys={mayManage ? [{ key: '↑ ↓ Enter', does: t('keys.end') }] : []}
      filters={
        <Choice<'current' | 'all'>
          label={t('show')}
          testId="limit-which"
          value={filter.which}
          options={[
            { value: 'current', label: t('current') },
            { value: 'all', label: t('all') },
          ]}
          onChange={(which) => setFilter({ ...filter, which })}
        />
      }
      failure={failure}
    >
      <TryLimit field={tried.field} />
      <DataTable<LimitRow>
        label={t('title')}
        columns={columns(t, mayManage ? setEnding : null)}
        rows={rows}
        rowKey={({ ruleId }) => ruleId}
        loading={isPending}
        filtered={filter.search !== ''}
        {...(filter.search === '' ? { emptyText: t('empty') } : {})}
        {...(mayManage && { onOpen: (row: LimitRow) => row.state !== 'ended' && setEnding(row) })}
      />
      {ending && <EndLimit rule={ending} onClose={() => setEnding(null)} />}
    </ListPage>
  );
};

const signs = { holds: '✔', coming: '○', ended: '✖' } as const;

const columns = (t: T, onEnd: ((row: LimitRow) => void) | null): readonly Column<LimitRow>[] => [
  { key: 'name', title: t('name'), width: 150, render: ({ name }) => <b>{name}</b> },
  {
    key: 'what',
    title: t('what'),
    width: 170,
    render: (row) => `${t(`measures.${row.measure}`)} · ${goodsWords(t, row)}`,
  },
  {
    key: 'howMuch',
    title: t('howMuch'),
    width: 220,
    render: (row) => <span data-testid="limit-amount">{amountsWords(t, row)}</span>,
  },
  {
    key: 'period',
    title: t('period'),
    width: 150,
    render: (row) => `${periodWords(t, row.period, row.every)}${row.carryOver ? ` · ${t('carryOver')}` : ''}`,
  },
  {
    key: 'whom',
    title: t('whom'),
    width: 190,
    render: ({ subject, categoryNames }) =>
      `${t(`subjects.${subject}`)} · ${categoryNames.length === 0 ? t('allCategories') : categoryNames.join('、')}`,
  },
  {
    key: 'days',
    title: t('days'),
    width: 190,
    render: ({ fromDay, toDay }) => (
      <span className="figure">
        {toDay === null ? t('from', { day: fromDay }) : t('fromTo', { from: fromDay, to: toDay })}
      </span>
    ),
  },
  {
    key: 'state',
    title: t('state'),
    width: 130,
    render: ({ state, endReason }) => (
      <span data-testid="limit-state">
        {signs[state]} {t(`states.${state}`)} <span className="secondary">{endReason}</span>
      </span>
    ),
  },
  ...(onEnd
    ? [
        {
          key: 'end',
          title: t('acts'),
          width: 100,
          render: (row: LimitRow) =>
            row.state !== 'ended' && (
              <Button data-testid="limit-end" onClick={() => onEnd(row)}>
                {t('end.verb')}
              </Button>
            ),
        },
      ]
    : []),
];
