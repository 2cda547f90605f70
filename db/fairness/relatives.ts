// Nobody handles the household of a relative (近亲属备案, scenario 19): the one question every act asks that gives, takes back, checks or
// decides. Knows no other area, so that each of them may ask it.
import type { Actor, Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import { Refusal, refuseAll } from '../failures.ts';

/** Refusal: `own-relative` with the household's number when whoever acts has an open filing with it. */
export const refuseOwnRelative = (
  context: Pick<Context, 'tx' | 'actor'>,
  householdId: number,
): Promise<void> => refuseOwnRelatives(context, [householdId]);

/** The same for many households at once: every one of them is named. */
export const refuseOwnRelatives = async (
  context: Pick<Context, 'tx' | 'actor'>,
  householdIds: readonly number[],
): Promise<void> => {
  const concerned = new Set(householdIds);
  const own = (await ownRelatives(context)).filter(({ householdId }) => concerned.has(householdId));
  refuseNumbers(own.map(({ number }) => number));
};

/** Throws `own-relative` for the numbers of these households; nothing when there is none. */
export const refuseNumbers = (numbers: readonly string[]): void => {
  const [first] = numbers;
  if (first === undefined) return;
  if (numbers.length === 1) throw new Refusal('own-relative', { number: first });
  refuseAll(numbers.map((number): Reason => ({ code: 'own-relative', params: { number } })));
};

/** Households on file as relatives of whoever acts: a handful, through the index of open filings. */
export const ownRelatives = ({
  tx,
  actor,
}: Pick<Context, 'tx'> & { readonly actor: Pick<Actor, 'staffId'> }): Promise<
  readonly { readonly householdId: number; readonly number: string }[]
> =>
  tx
    .selectFrom('kinship')
    .innerJoin('household', 'household.id', 'kinship.household_id')
    .select(['household.id as householdId', 'household.number'])
    .where('kinship.staff_id', '=', actor.staffId)
    .where('kinship.to_day', 'is', null)
    .orderBy('household.id')
    .execute();

/** Which of these households are on file as relatives of anybody of the staff: the mark on lists, and no more than the mark. */
export const filedAmong = async (
  { tx }: Pick<Context, 'tx'>,
  householdIds: readonly number[],
): Promise<ReadonlySet<number>> => {
  if (householdIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('kinship')
    .select('household_id')
    .distinct()
    .where('household_id', 'in', householdIds)
    .where('to_day', 'is', null)
    .execute();
  return new Set(rows.map(({ household_id }) => household_id));
};
