// The review calendar: how many are overdue, due today, within 7 and 30 days; the list, chosen with the space bar, renewed at once.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { Choice, DataTable, Day, ListPage, Notice, useKept, useSettled, type Column } from '../ui/index.ts';
import { RenewDialog } from './renew-dialog.tsx';
import { keepSweep } from './sweep-kept.ts';
import './eligibility.css';

type Row = Output<'eligibility.reviews'>['rows'][number];
type Queues = Output<'eligibility.reviewQueues'>;
type Queue = keyof Queues['total'];
type T = ReturnType<typeof useTranslation<'eligibility'>>['t'];

const queues: readonly Queue[] = ['overdue', 'due-today', 'due-7', 'due-30', 'unset'];
const start: { readonly queue: Queue | null; readonly category: string; readonly community: string } = {
  queue: null,
  category: '',
  community: '',
};

export const ReviewList = () => {
  const { t } = useTranslation('eligibility');
  const navigate = useNavigate();
  const mayManage = useSession().may('eligibility.manage');
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
      {counts.data && <Tables counts={counts.data} />}
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

interface QueueProps {
  readonly counts: Queues['total'];
  readonly queue: Queue | null;
  readonly onQueue: (queue: Queue | null) => void;
}

/** One button a queue, with its figures; the pressed one is the list below. */
const QueueButtons = ({ counts, queue, onQueue }: QueueProps) => {
  const { t } = useTranslation('eligibility');
  const figures = (of: Queue): string =>
    t('householdsPeople', { households: count(counts[of].households), people: count(counts[of].people) });
  return (
    <div className="button-row review-queues" role="group" aria-label={t('reviews.title')}>
      <Button
        data-testid="queue-all"
        type={queue === null ? 'primary' : 'default'}
        aria-pressed={queue === null}
        onClick={() => onQueue(null)}
      >
        {t('reviews.all')}
      </Button>
      {queues.map((name) => (
        <Button
          key={name}
          data-testid={`queue-${name}`}
          type={queue === name ? 'primary' : 'default'}
          aria-pressed={queue === name}
          onClick={() => onQueue(name)}
        >
          {t(`reviews.queues.${name}`)} <b className="figure">{figures(name)}</b>
        </Button>
      ))}
    </div>
  );
};

/** The same figures by category and by community. */
const Tables = ({ counts }: { readonly counts: Queues }) => {
  const { t } = useTranslation('eligibility');
  const blocks = [
    { title: t('reviews.byCategory'), rows: counts.byCategory.map(({ name, queues: of }) => ({ name, of })) },
    {
      title: t('reviews.byCommunity'),
      rows: counts.byCommunity.map(({ community, queues: of }) => ({
        name: community === '' ? t('movement.unregistered') : community,
        of,
      })),
    },
  ];
  return (
    <div className="review-tables">
      {blocks
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <table key={title} className="small-table" data-testid="review-table">
            <caption>{title}</caption>
            <thead>
              <tr>
                <td />
                {queues.map((queue) => (
                  <th key={queue} scope="col" className="figure">
                    {t(`reviews.queues.${queue}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, of }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {queues.map((queue) => (
                    <td key={queue} className="figure">
                      {count(of[queue].households)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </div>
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
          width: 70,
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
  { key: 'category', title: t('category'), width: 170, render: (row) => row.category },
  { key: 'community', title: t('community'), width: 140, render: (row) => row.community },
  { key: 'members', title: t('members'), width: 90, figure: true, render: (row) => count(row.members) },
  {
    key: 'next',
    title: t('reviews.nextReview'),
    width: 160,
    render: (row) => (row.nextReviewDay === null ? t('reviews.unset') : <Day value={row.nextReviewDay} />),
  },
  {
    key: 'left',
    title: t('reviews.daysLeft'),
    width: 130,
    render: (row) => <DaysLeft days={row.daysLeft} />,
  },
  {
    key: 'last',
    title: t('reviews.lastReview'),
    width: 160,
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
