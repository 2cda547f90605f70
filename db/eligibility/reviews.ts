// The review calendar (年审): who is due when, by category and community, and the list one works through. Reads only.
import { sql, type RawBuilder } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { ReviewFilter } from '../contract/reviews.ts';
import { daysBetween } from '../domain/business-day.ts';
import { maskName } from '../domain/mask.ts';
import { reviewQueue, reviewQueueDays, type ReviewQueue } from '../domain/review.ts';

type Queues = Output<'eligibility.reviewQueues'>;
type Counts = Queues['total'];
type DueQueue = Exclude<ReviewQueue, 'later'>;
const DUE_QUEUES: readonly DueQueue[] = ['overdue', 'due-today', 'due-7', 'due-30', 'unset'];

/** Covered today: who left is not reviewed. */
const due = (today: string, { queue, category, community }: ReviewFilter): RawBuilder<unknown> => sql`
  household_here AS household WHERE ${withinQueue(today, queue)}
    AND (end_day IS NULL OR end_day > ${today}) AND (start_day IS NULL OR start_day <= ${today}) AND members > 0
    ${category === null ? sql`` : sql`AND category = ${category}`}
    ${community === '' ? sql`` : sql`AND community = ${community}`}`;

/** Null: every queue of those who have a day. */
const withinQueue = (today: string, queue: ReviewFilter['queue']): RawBuilder<unknown> => {
  if (queue === 'unset') return sql`next_review_day IS NULL`;
  const { first, last } =
    queue === null
      ? { first: null, last: reviewQueueDays('due-30', today).last }
      : reviewQueueDays(queue, today);
  return first === null ? sql`next_review_day <= ${last}` : sql`next_review_day BETWEEN ${first} AND ${last}`;
};

const anybody = (queue: ReviewFilter['queue']): ReviewFilter => ({ queue, category: null, community: '' });

export const reviewQueues = async ({ tx, day }: Context): Promise<Queues> => {
  const { rows } = await sql<{
    category: string;
    community: string;
    reviewDay: string | null;
    households: number;
    people: number;
  }>`
    SELECT category, community, reviewDay, count(*) AS households, sum(members) AS people FROM (
      SELECT category, community, next_review_day AS reviewDay, members FROM ${due(day, anybody(null))}
      UNION ALL SELECT category, community, NULL, members FROM ${due(day, anybody('unset'))}
    ) AS listed GROUP BY 1, 2, 3`.execute(tx);
  const total = noCounts();
  const byCategory = new Map<string, Counts>();
  const byCommunity = new Map<string, Counts>();
  for (const row of rows) {
    const queue = reviewQueue(row.reviewDay, day);
    if (queue === 'later') continue;
    for (const counts of [total, of(byCategory, row.category), of(byCommunity, row.community)]) {
      counts[queue].households += row.households;
      counts[queue].people += row.people;
    }
  }
  const categories = await readCategories(tx, day);
  return {
    day,
    total,
    byCategory: [...byCategory]
      .map(([code, queues]) => ({ code, name: categories.nameOf(code), queues }))
      .sort((a, b) => categories.compare(a.code, b.code)),
    byCommunity: [...byCommunity]
      .map(([community, queues]) => ({ community, queues }))
      .sort((a, b) => (a.community < b.community ? -1 : 1)),
  };
};

const noCounts = (): Counts =>
  Object.fromEntries(DUE_QUEUES.map((queue) => [queue, { households: 0, people: 0 }])) as Counts;
const of = (counts: Map<string, Counts>, key: string): Counts => {
  const known = counts.get(key) ?? noCounts();
  counts.set(key, known);
  return known;
};

export const listReviews = async (
  { tx, day }: Context,
  { filter, offset, limit }: ParsedInput<'eligibility.reviews'>,
): Promise<Output<'eligibility.reviews'>> => {
  const total = await countDue(tx, day, filter);
  const { rows } = await sql<{
    id: number;
    number: string;
    headName: string;
    category: string;
    community: string;
    members: number;
    nextReviewDay: string | null;
    lastReviewDay: string | null;
  }>`
    SELECT id, number, head_name AS headName, category, community, members, next_review_day AS nextReviewDay,
      (SELECT max(event.day) FROM household_event AS event WHERE event.household_id = household.id AND event.kind = 'renewed') AS lastReviewDay
    FROM ${due(day, filter)}
    ORDER BY next_review_day IS NULL, next_review_day, community, number LIMIT ${limit} OFFSET ${offset}`.execute(
    tx,
  );
  const categories = await readCategories(tx, day);
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      headName: maskName(row.headName),
      category: categories.nameOf(row.category),
      daysLeft: row.nextReviewDay === null ? null : daysBetween(day, row.nextReviewDay),
    })),
  };
};

export const countDue = async (tx: Tx, day: string, filter: ReviewFilter): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${due(day, filter)}`.execute(tx);
  return rows[0]?.n ?? 0;
};

/** Ids of all that match, for renewing them. */
export const dueIds = async (tx: Tx, day: string, filter: ReviewFilter): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`SELECT id FROM ${due(day, filter)} ORDER BY id`.execute(tx);
  return rows.map(({ id }) => id);
};
