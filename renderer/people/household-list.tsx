// All households, masked; found by name, pinyin, number or the end of an identity number, narrowed by category and community.
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { REVIEW_QUEUES, type ReviewQueue } from '../../db/domain/review.ts';
import { useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { categoryOptions, useCategories } from '../eligibility/use-categories.ts';
import { RelativeMark, StoppedMark } from '../fairness/relative-mark.tsx';
import { count } from '../i18n/format.ts';
import {
  Choice,
  type Column,
  DataTable,
  Day,
  Failed,
  FilterLine,
  Notice,
  Page,
  useKept,
  useKeys,
  useSettled,
} from '../ui/index.ts';

type Row = Output<'people.list'>['rows'][number];
const states = ['eligible', 'not-yet', 'grace', 'ended'] as const;
interface Filter {
  readonly search: string;
  readonly category: string;
  readonly community: string;
  readonly state: '' | (typeof states)[number];
  readonly review: '' | ReviewQueue;
}
const start: Filter = { search: '', category: '', community: '', state: '', review: '' };

export const HouseholdList = () => {
  const { t } = useTranslation('people');
  const { t: file } = useTranslation('household');
  const navigate = useNavigate();
  const categories = useCategories();
  const mayManage = useSession().may('people.manage');
  const [filter, setFilter] = useKept('people', start);
  const search = useSettled(filter.search);
  const community = useSettled(filter.community);
  const list = useActPages('people.list', { ...filter, search, community });
  const summary = useAct('people.summary', {});
  const bring = (): void => void navigate('import');
  const add = (): void => void navigate('new');
  const alike = (): void => void navigate('matches');
  useKeys(mayManage ? { F2: add, F4: bring, F6: alike } : {});

  return (
    <Page
      fill
      title={t('title')}
      keys={[
        { key: 'F3', does: t('keys.search') },
        ...(mayManage
          ? [
              { key: 'F2', does: file('add') },
              { key: 'F4', does: t('keys.import') },
              { key: 'F6', does: file('matches.open') },
            ]
          : []),
      ]}
      acts={
        mayManage && (
          <>
            <Button data-testid="people-matches" onClick={alike}>
              {file('matches.open')} F6
            </Button>
            <Button data-testid="people-import" onClick={bring}>
              {t('import')} F4
            </Button>
            <Button data-testid="people-add" type="primary" onClick={add}>
              {file('add')} F2
            </Button>
          </>
        )
      }
    >
      <FilterLine
        label={t('search')}
        value={filter.search}
        onChange={(text) => setFilter({ ...filter, search: text })}
        aside={
          summary.data && (
            <span data-testid="people-summary">
              {t('summary', {
                households: count(summary.data.households),
                people: count(summary.data.people),
              })}
            </span>
          )
        }
      >
        <Choice
          label={t('category')}
          testId="people-category"
          value={filter.category}
          options={[{ value: '', label: t('allCategories') }, ...categoryOptions(categories)]}
          onChange={(category) => setFilter({ ...filter, category })}
        />
        <Choice
          label={file('stateFilter')}
          testId="people-state"
          value={filter.state}
          options={[
            { value: '', label: file('allStates') },
            ...states.map((value) => ({ value, label: file(`states.${value}`) })),
          ]}
          onChange={(state) => setFilter({ ...filter, state })}
        />
        <Choice
          label={file('reviewFilter')}
          testId="people-review"
          value={filter.review}
          options={[
            { value: '', label: file('allReviews') },
            ...REVIEW_QUEUES.map((value) => ({ value, label: file(`reviews.${value}`) })),
          ]}
          onChange={(review) => setFilter({ ...filter, review })}
        />
        <Input
          data-testid="people-community"
          style={{ width: 200 }}
          aria-label={t('community')}
          placeholder={t('communityHint')}
          allowClear
          maxLength={60}
          value={filter.community}
          onChange={(event) => setFilter({ ...filter, community: event.target.value })}
        />
      </FilterLine>
      <Failed failure={list.failure} />
      {list.first?.more === true && <Notice tone="info" title={t('more', { total: count(list.total) })} />}
      <DataTable
        label={t('title')}
        columns={columns(t)}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        total={list.total}
        filtered={Object.values(filter).some((wish) => wish !== '')}
        onNear={list.more}
        onOpen={(row) => void navigate(String(row.id))}
      />
    </Page>
  );
};

const columns = (t: ReturnType<typeof useTranslation<'people'>>['t']): readonly Column<Row>[] => [
  {
    key: 'number',
    title: t('number'),
    width: 90,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  {
    key: 'head',
    title: t('head'),
    width: 130,
    render: (row) => (
      <>
        {row.headName}
        <RelativeMark relative={row.relative} />
        <StoppedMark stopped={row.stopped} />
      </>
    ),
  },
  { key: 'category', title: t('category'), width: 170, render: (row) => row.category },
  { key: 'members', title: t('members'), width: 90, figure: true, render: (row) => count(row.members) },
  {
    key: 'idTail',
    title: t('idTail'),
    width: 90,
    render: (row) => <span className="figure">{row.idTail}</span>,
  },
  { key: 'street', title: t('street'), width: 120, render: (row) => row.street },
  { key: 'community', title: t('community'), width: 120, render: (row) => row.community },
  { key: 'state', title: t('state'), width: 90, render: (row) => <State state={row.state} /> },
  { key: 'review', title: t('nextReview'), width: 215, render: (row) => <Review row={row} /> },
];

export const State = ({ state }: { readonly state: Row['state'] }) => {
  const { t } = useTranslation('people');
  return (
    <span className={state === 'eligible' ? 'ok' : state === 'ended' ? 'off' : ''}>
      {t(`states.${state}`)}
    </span>
  );
};

export const Review = ({ row }: { readonly row: Pick<Row, 'nextReviewDay' | 'reviewOverdue'> }) => {
  const { t } = useTranslation('people');
  return (
    <>
      <Day value={row.nextReviewDay} />
      {row.reviewOverdue && <span className="review-overdue"> {t('overdue')}</span>}
    </>
  );
};
