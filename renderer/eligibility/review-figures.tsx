// How many are due for review: a button a queue, and the same figures by category and by community.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { count } from '../i18n/format.ts';
import './eligibility.css';

type Queues = Output<'eligibility.reviewQueues'>;
export type Queue = keyof Queues['total'];
const queues: readonly Queue[] = ['overdue', 'due-today', 'due-7', 'due-30', 'unset'];

interface QueueProps {
  readonly counts: Queues['total'];
  readonly queue: Queue | null;
  readonly onQueue: (queue: Queue | null) => void;
}

/** One button a queue, with its figures; the pressed one is the list below. */
export const QueueButtons = ({ counts, queue, onQueue }: QueueProps) => {
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
export const ReviewFigures = ({ counts }: { readonly counts: Queues }) => {
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
