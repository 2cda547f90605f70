// How the list of households is narrowed by state and review queue, as conditions on the household row.
import { sql, type RawBuilder } from 'kysely';
import type { ParsedInput } from '../contract/index.ts';
import { reviewQueueDays } from '../domain/review.ts';

export type StateFilters = Pick<ParsedInput<'people.list'>, 'state' | 'review'>;

/** The same rule as `eligibilityOn` and `reviewQueue`, for a query; null: everything. */
export const stateCondition = ({ state, review }: StateFilters, day: string): RawBuilder<boolean> | null => {
  const parts = [
    ...(state === '' ? [] : [inState(state, day)]),
    ...(review === '' ? [] : [inQueue(review, day)]),
  ];
  return parts.length === 0 ? null : sql<boolean>`(${sql.join(parts, sql` AND `)})`;
};

const notEnded = (day: string) => sql`(household.end_day IS NULL OR household.end_day > ${day})`;

const inState = (state: Exclude<StateFilters['state'], ''>, day: string) => {
  switch (state) {
    case 'eligible':
      return sql`${notEnded(day)} AND (household.start_day IS NULL OR household.start_day <= ${day})`;
    case 'not-yet':
      return sql`${notEnded(day)} AND household.start_day > ${day}`;
    case 'grace':
      return sql`household.end_day <= ${day} AND household.grace_to_day >= ${day}`;
    case 'ended':
      return sql`household.end_day <= ${day} AND (household.grace_to_day IS NULL OR household.grace_to_day < ${day})`;
  }
};

const inQueue = (review: Exclude<StateFilters['review'], ''>, day: string) => {
  if (review === 'unset') return sql`${notEnded(day)} AND household.next_review_day IS NULL`;
  const { first, last } = reviewQueueDays(review, day);
  return sql`${notEnded(day)}
    AND ${first === null ? sql`household.next_review_day IS NOT NULL` : sql`household.next_review_day >= ${first}`}
    AND ${last === null ? sql`true` : sql`household.next_review_day <= ${last}`}`;
};
