// Some members become a household of their own (分户). Their covers go on there from the day on; what the old household had in its
// hands, vouchers and proxies, stays with it.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { carryKinship } from '../fairness/carry-kinship.ts';
import { carryCovers, coverDayOf } from './covers.ts';
import { insertHousehold, numberReasons, readDivision } from './enter.ts';
import { recordEvents } from './events.ts';
import { isOther, relationsOf, seatHead, type NewHead } from './head.ts';
import { HEAD } from './newcomer.ts';
import {
  openHousehold,
  refuseBeforeJoined,
  refuseBeforeLastMove,
  refuseFuture,
  type OpenHousehold,
  type Person,
} from './open-household.ts';
import { refreshStanding } from './standing.ts';

type Splitting = ParsedInput<'people.split'>;

/** Refusals: `split-nobody`, `split-everybody`; `household-undecided` while a check waits for its decision; heads and days. */
export const splitHousehold = async (context: Context, input: Splitting): Promise<Output<'people.split'>> => {
  const { tx, day: today } = context;
  const { householdId, day, reason, document } = input;
  const open = await openHousehold(context, householdId);
  refuseUndecided(open);
  refuseFuture(context, day);
  const { goers, stay, head } = apart(open, input);
  await refuseBeforeLastMove(tx, householdId, day);
  for (const person of goers) await refuseBeforeJoined(tx, person, day);
  const division = readDivision(input.divisionCode);
  refuseAll([...(await numberReasons(tx, input.number)), ...division.reasons]);

  const coverDay = await coverDayOf(context, day);
  const made = await insertHousehold(
    context,
    { ...input, nextReviewDay: open.household.next_review_day },
    { divisionCode: division.code, category: open.household.category, head },
  );
  // Kept where nobody who goes was ever covered: a household without eligibility from its first day on.
  await tx
    .updateTable('household')
    .set({ start_day: coverDay, end_day: coverDay, end_reason: '分户' })
    .where('id', '=', made.id)
    .execute();
  await takeOver(context, made.id, goers, relationsOf(input.members), head.id);
  await carryCovers(context, {
    from: householdId,
    to: made.id,
    personIds: goers.map(({ id }) => id),
    place: input,
    day: coverDay,
    why: '分户',
  });
  await carryKinship(context, householdId, made.id, day);
  const because = { day, reason, document };
  await recordEvents(context, [
    { householdId: made.id, kind: 'entered', ...because },
    ...goers.flatMap(({ id: personId }) => [
      { householdId, personId, kind: 'split' as const, ...because, changes: [wentTo(made.number)] },
      {
        householdId: made.id,
        personId,
        kind: 'split' as const,
        ...because,
        changes: [{ field: 'household', before: open.household.number, after: made.number }],
      },
    ]),
  ]);
  if (input.newHead && stay.length > 0) await seatHead(context, householdId, stay, input.newHead, because);
  await refreshStanding(tx, today, [householdId, made.id]);
  context.note(`household:${householdId}`, { into: made.id, people: goers.length });
  return { householdId: made.id, number: made.number };
};

export const wentTo = (number: string) => ({ field: 'household', before: '', after: number });

/** Found 不符合 and not decided: a new number would slip out of the decision (rulings.md 8). */
export const refuseUndecided = ({ household }: OpenHousehold): void => {
  if (household.stopped !== '') throw new Refusal('household-undecided', { household: household.number });
};

interface Apart {
  readonly goers: readonly Person[];
  readonly stay: readonly Person[];
  /** Of the new household. */
  readonly head: Person;
}

const apart = ({ present }: OpenHousehold, { members, headId, newHead }: Splitting): Apart => {
  const going = relationsOf(members);
  if (going.size === 0) throw new Refusal('split-nobody');
  const goers = present.filter(({ id }) => going.has(id));
  if (goers.length !== going.size) throw new Refusal('person-not-here');
  const stay = present.filter(({ id }) => !going.has(id));
  if (stay.length === 0) throw new Refusal('split-everybody');
  const head = goers.find(({ id }) => id === headId);
  if (!head) throw new Refusal('head-needed', undefined, [{ code: 'head-needed', field: 'head' }]);
  refuseAll(
    goers
      .filter(({ id }) => id !== headId && !isOther(going.get(id)))
      .map(() => ({ code: 'relation-missing' as const, field: 'relation' })),
  );
  refuseHead(goers, newHead);
  return { goers, stay, head };
};

const refuseHead = (goers: readonly Person[], newHead: NewHead | null): void => {
  const headGoes = goers.some(({ is_head }) => is_head === 1);
  if (headGoes && !newHead)
    throw new Refusal('head-needed', undefined, [{ code: 'head-needed', field: 'newHead' }]);
  if (!headGoes && newHead) throw new Refusal('head-already');
};

/** The people's rows stand in their new household; their history stays where it was written. */
export const takeOver = async (
  { tx }: Context,
  householdId: number,
  people: readonly Person[],
  relations: ReadonlyMap<number, string>,
  headId: number | null,
): Promise<void> => {
  for (const { id } of people)
    await tx
      .updateTable('person')
      .set({
        household_id: householdId,
        relation: id === headId ? HEAD : (relations.get(id) ?? ''),
        is_head: id === headId ? 1 : 0,
      })
      .where('id', '=', id)
      .execute();
};
