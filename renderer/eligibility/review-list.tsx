// The review calendar: how many are overdue, due today, within 7 and 30 days; the list, chosen with the space bar, renewed at once.
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Day,
  ExportButtons,
  ListPage,
  Notice,
  useKept,
  useSettled,
  type Column,
} from '../ui/index.ts';
import { QueueButtons, ReviewFigures, type Queue } from './review-figures.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { keepSweep } from './sweep-kept.ts';

type Row = Output<'eligibility.reviews'>['rows'][number];
type T = ReturnType<typeof useTranslation<'eligibility'>>['t'];

const start: { readonly queue: Queue | null; readonly category: string; readonly community: string } = {
  queue: null,
  category: '',
  community: '',
};

export const ReviewList = () => {
  const { t } = useTranslation('eligibility');
  const navigate = useNavigate();
  const { may } = useSession();
  const mayManage = may('eligibility.manage');
  const [kept, setKept] = useKept('eligibility.reviews', start);
  const [chosen, setChosen] = useState<ReadonlyMap<number, Row>>(new Map());
  const [renewing, setRenewing] = useState(false);
  const [renewed, setRenewed] = useState<number | null>(null);
  const community = useSettled(kept.community);
  const filter = {
    queue: kept.queue,
    category: kept.category === '' ? null : kept.category,
    community,
  };
  const counts = useAct('eligibility.reviewQueues', {});
  const list = useActPages('eligibility.reviews', { filter });
  const change = (next: typeof kept): void => {
    setKept(next);
    setChosen(new Map());
    setRenewed(null);
  };
  const toggle = (row: Row): void => {
    const next = new Map(chosen);
    if (!next.delete(row.id)) next.set(row.id, row);
    setChosen(next);
  };
  const toggleAll = (): void =>
    setChosen(chosen.size > 0 ? new Map() : new Map(list.rows.map((row) => [row.id, row])));
  const sweep = (): void => {
    keepSweep([...chosen.values()].map(({ number }) => number));
    void navigate('sweep');
  };
  const acts = mayManage
    ? [
        { key: 'F8', label: t('reviews.chooseAll'), run: toggleAll, testId: 'review-choose-all' },
        {
          key: 'F9',
          label: chosen.size === 0 ? t('reviews.sweep') : t('reviews.endChosen', { n: count(chosen.size) }),
          run: sweep,
          testId: 'review-sweep',
        },
        {
          key: 'F6',
          label: t('reviews.renew'),
          run: () => list.total > 0 && setRenewing(true),
          testId: 'review-renew',
          primary: true,
        },
      ]
    : [];
  return (
    <ListPage
      title={t('reviews.title')}
      searchLabel={t('reviews.searchHint')}
      search={kept.community}
      onSearch={(text) => change({ ...kept, community: text })}
      acts={acts}
      papers={
        may('people.export') && (
          <ExportButtons
            act="eligibility.printReviews"
            input={{ filter }}
            formats={['xlsx', 'csv', 'pdf']}
            testId="review-export"
          />
        )
      }
      keys={mayManage ? [{ key: 'Space', does: t('reviews.choose') }] : []}
      filters={
        <Choice
          label={t('category')}
          testId="review-category"
          value={kept.category}
          options={[
            { value: '', label: t('reviews.allCategories') },
            ...(counts.data?.byCategory ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(category) => change({ ...kept, category })}
        />
      }
      failure={list.failure ?? counts.failure}
    >
      {counts.data && (
        <QueueButtons
          counts={counts.data.total}
          queue={kept.queue}
          onQueue={(queue) => change({ ...kept, queue })}
        />
      )}
      {renewed !== null && <Notice tone="done" title={t('renew.done', { n: count(renewed) })} />}
      {chosen.size > 0 && (
        <p data-testid="review-chosen">{t('reviews.chosenCount', { n: count(chosen.size) })}</p>
      )}
      <DataTable
        label={t('reviews.title')}
        columns={columns(t, mayManage ? { chosen, toggle } : null)}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        total={list.total}
        filtered={kept.queue !== null || kept.category !== '' || kept.community !== ''}
        emptyText={t('reviews.empty')}
        onNear={list.more}
        onOpen={(row) => void navigate(`../${String(row.id)}`, { relative: 'path' })}
        rowKeys={mayManage ? { ' ': toggle } : {}}
        height={360}
      />
      {counts.data && <ReviewFigures counts={counts.data} />}
      {renewing && (
        <RenewDialog
          chosen={[...chosen.values()]}
          filter={filter}
          total={list.total}
          onClose={() => setRenewing(false)}
          onRenewed={(n) => {
            setRenewing(false);
            setRenewed(n);
            setChosen(new Map());
          }}
        />
      )}
    </ListPage>
  );
};

interface Choosing {
  readonly chosen: ReadonlyMap<number, Row>;
  readonly toggle: (row: Row) => void;
}

const columns = (t: T, choosing: Choosing | null): readonly Column<Row>[] => [
  ...(choosing
    ? [
        {
          key: 'chosen',
          title: t('reviews.chosen'),
          width: 60,
          render: (row: Row) => (
            <Checkbox
              data-testid={`review-choose-${row.number}`}
              aria-label={`${t('reviews.choose')} ${row.number}`}
              tabIndex={-1}
              checked={choosing.chosen.has(row.id)}
              onChange={() => choosing.toggle(row)}
            />
          ),
        },
      ]
    : []),
  {
    key: 'number',
    title: t('number'),
    width: 110,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  { key: 'head', title: t('head'), width: 100, render: (row) => row.headName },
  { key: 'category', title: t('category'), width: 160, render: (row) => row.category },
  { key: 'community', title: t('community'), width: 130, render: (row) => row.community },
  { key: 'members', title: t('members'), width: 90, figure: true, render: (row) => count(row.members) },
  {
    key: 'next',
    title: t('reviews.nextReview'),
    width: 150,
    render: (row) => (row.nextReviewDay === null ? t('reviews.unset') : <Day value={row.nextReviewDay} />),
  },
  {
    key: 'left',
    title: t('reviews.daysLeft'),
    width: 125,
    render: (row) => <DaysLeft days={row.daysLeft} />,
  },
  {
    key: 'last',
    title: t('reviews.lastReview'),
    width: 145,
    render: (row) => <Day value={row.lastReviewDay} />,
  },
];

const DaysLeft = ({ days }: { readonly days: number | null }) => {
  const { t } = useTranslation('eligibility');
  if (days === null) return null;
  if (days < 0) return <span className="review-overdue">{t('reviews.daysOver', { n: count(-days) })}</span>;
  return days === 0 ? (
    <span className="review-overdue">{t('reviews.daysToday')}</span>
  ) : (
    t('reviews.days', { n: days })
  );
};
