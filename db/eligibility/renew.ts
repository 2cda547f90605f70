// Reviewed (年审): households begin their next term, one or hundreds with one evidence, all or nothing. What lapsed meanwhile was late,
// not gone.
import { readCategories } from '../categories.ts';
import type { Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { nextReviewDay } from '../domain/review.ts';
import { refuseOwnRelatives } from '../fairness/relatives.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { chunksOf } from '../imports/bulk.ts';
import { recordEvents } from '../people/events.ts';
import { dueIds } from './reviews.ts';

type Wish = ParsedInput<'eligibility.renew'>;
interface Reviewed {
  readonly id: number;
  readonly number: string;
  readonly category: string;
  readonly end_day: string | null;
  readonly next_review_day: string | null;
}
/** Values of one row in household_event. */
const EVENT_VALUES = 9;

/**
 * Refusals: `review-day-future`, `review-next-before`; `review-changed` when others match than the screen showed; `not-found`;
 * `eligibility-ended` for each that has left; `own-relative`.
 */
export const renew = async (context: Context, wish: Wish): Promise<Output<'eligibility.renew'>> => {
  const { day: today } = context;
  const { day, nextDay } = wish;
  if (day > today) throw new Refusal('review-day-future', { day, todayDay: today });
  if (nextDay !== null && nextDay <= day) throw new Refusal('review-next-before', { day, nextDay });
  const households = await reviewed(context, await wanted(context, wish));
  await refuseOwnRelatives(
    context,
    households.map(({ id }) => id),
  );
  const categories = await readCategories(context.tx, day);
  const nextOf = ({ category }: Reviewed): string =>
    nextDay ?? nextReviewDay(day, categories.get(category)?.reviewMonths ?? 12);
  let done = 0;
  for (const chunk of chunksOf(households, EVENT_VALUES)) {
    await renewChunk(context, chunk, nextOf, wish);
    done += chunk.length;
    await context.progress(done, households.length);
  }
  context.note('households', { renewed: households.length, day });
  return { renewed: households.length };
};

const wanted = async ({ tx, day }: Context, { of }: Wish): Promise<readonly number[]> => {
  if ('householdIds' in of) return [...new Set(of.householdIds)];
  const ids = await dueIds(tx, day, of.filter);
  if (ids.length !== of.expect)
    throw new Refusal('review-changed', { expected: of.expect, found: ids.length });
  return ids;
};

const reviewed = async (
  { tx, day: today }: Context,
  ids: readonly number[],
): Promise<readonly Reviewed[]> => {
  const found: Reviewed[] = [];
  for (const chunk of chunksOf(ids))
    found.push(
      ...(await tx
        .selectFrom('household_here')
        .select(['id', 'number', 'category', 'end_day', 'next_review_day'])
        .where('id', 'in', chunk)
        .execute()),
    );
  if (found.length < ids.length) throw new Refusal('not-found');
  refuseAll(
    found.flatMap(({ number, end_day }): Reason[] =>
      end_day !== null && end_day <= today
        ? [{ code: 'eligibility-ended', params: { number, endDay: end_day } }]
        : [],
    ),
  );
  return found;
};

const renewChunk = async (
  context: Context,
  chunk: readonly Reviewed[],
  nextOf: (household: Reviewed) => string,
  { day, evidence }: Wish,
): Promise<void> => {
  const byDay = new Map<string, number[]>();
  for (const household of chunk)
    byDay.set(nextOf(household), [...(byDay.get(nextOf(household)) ?? []), household.id]);
  for (const [next, ids] of byDay)
    await context.tx.updateTable('household').set({ next_review_day: next }).where('id', 'in', ids).execute();
  await recordEvents(
    context,
    chunk.map((household) => ({
      householdId: household.id,
      kind: 'renewed' as const,
      day,
      reason: '',
      document: evidence,
      changes: [
        { field: 'nextReviewDay', before: household.next_review_day ?? '', after: nextOf(household) },
      ],
    })),
  );
};
