// The household an act changes, with who is in it: found, still taking changes, and in the right order of days.
import type { Context, Tx } from '../context.ts';
import { addMonths, type Day } from '../domain/business-day.ts';
import { refuseOwnRelative } from '../fairness/relatives.ts';
import { Refusal } from '../failures.ts';
import { householdOf, peopleOf } from './households.ts';

export type Household = Awaited<ReturnType<typeof householdOf>>;
export type Person = Awaited<ReturnType<typeof peopleOf>>[number];
export interface OpenHousehold {
  readonly household: Household;
  /** Members still there, the head first; who will leave on a day to come is one. */
  readonly present: readonly Person[];
}

/**
 * Refusals: `not-found`; `own-relative` (近亲属备案: somebody else changes it); `household-merged` and into which; `household-closed` when
 * it is erased or everybody left.
 */
export const openHousehold = async (
  { tx, day, actor }: Pick<Context, 'tx' | 'day' | 'actor'>,
  householdId: number,
): Promise<OpenHousehold> => {
  const household = await householdOf(tx, householdId);
  await refuseOwnRelative({ tx, actor }, householdId);
  if (household.merged_into !== null) {
    const into = await householdOf(tx, household.merged_into);
    throw new Refusal('household-merged', { household: household.number, into: into.number });
  }
  const present = (await peopleOf(tx, householdId)).filter(
    ({ left_day }) => left_day === null || left_day > day,
  );
  if (household.erased_at !== null || present.length === 0)
    throw new Refusal('household-closed', { household: household.number });
  return { household, present };
};

/** The open household of a person, and the person in it. Refusals: those above; `person-died`, `person-left`. */
export const openHouseholdOf = async (
  context: Pick<Context, 'tx' | 'day' | 'actor'>,
  personId: number,
): Promise<OpenHousehold & { readonly person: Person }> => {
  const found = await context.tx
    .selectFrom('person')
    .selectAll()
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!found) throw new Refusal('not-found');
  if (found.left_day !== null)
    throw new Refusal(found.left_why === 'died' ? 'person-died' : 'person-left', {
      household: (await householdOf(context.tx, found.household_id)).number,
      endDay: found.left_day,
    });
  return { ...(await openHousehold(context, found.household_id)), person: found };
};

export const refuseFuture = ({ day: today }: Pick<Context, 'day'>, day: Day): void => {
  if (day > today) throw new Refusal('day-in-future', { day, todayDay: today });
};

/** Nobody plans further: what lies more than a year ahead is a slip of the year. */
export const isTooFar = (today: Day, day: Day): boolean => day > addMonths(today, 12);

/** Refusal: `day-before-last-move` with the day of the last move, split or merge: its covers are counted by place. */
export const refuseBeforeLastMove = async (tx: Tx, householdId: number, day: Day): Promise<void> => {
  const { last } = await tx
    .selectFrom('household_event')
    .select(({ fn }) => fn.max<string | null>('day').as('last'))
    .where('household_id', '=', householdId)
    .where('kind', 'in', ['moved', 'split', 'merged'])
    .executeTakeFirstOrThrow();
  if (last !== null && day < last) throw new Refusal('day-before-last-move', { day, lastDay: last });
};

/** Refusal: `day-before-joined`: nobody leaves a household before they came into it. */
export const refuseBeforeJoined = async (tx: Tx, person: Person, day: Day): Promise<void> => {
  const { joined } = await tx
    .selectFrom('household_event')
    .select(({ fn }) => fn.max<string | null>('day').as('joined'))
    .where('household_id', '=', person.household_id)
    .where('person_id', '=', person.id)
    .where('kind', 'in', ['joined', 'split', 'merged'])
    .executeTakeFirstOrThrow();
  if (joined !== null && day < joined) throw new Refusal('day-before-joined', { day, joinedDay: joined });
};
