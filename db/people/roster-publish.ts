// The last turn of an import: what was entered unseen is seen, and what the sheet changes about people already here is written,
// with an event for each. All of it in one transaction.
import type { RosterField } from '../contract/people-import.ts';
import type { Context } from '../context.ts';
import { relationByName } from '../domain/categories.ts';
import { lastFour } from '../domain/mask.ts';
import { refuseClosedMonth } from '../eligibility/rules.ts';
import { refuseOwnRelatives } from '../fairness/relatives.ts';
import { chunksOf } from '../imports/bulk.ts';
import { enterPeople, REASON } from './enter-roster.ts';
import { contactKeys } from './contact-keys.ts';
import { recordEvents, type HouseholdEvent } from './events.ts';
import type { Judgement } from './judge-roster.ts';
import type { RosterPerson } from './read-roster.ts';
import type { FieldDifference, KnownChange } from './roster-changes.ts';
import { endCovers } from './roster-covers.ts';
import { writeWords } from './search-words.ts';

/** New people of households that are here already. */
export const joinHouseholds = async (
  context: Context,
  { joining, categoriesOf }: Pick<Judgement, 'joining' | 'categoriesOf'>,
): Promise<readonly number[]> => {
  const { tx, now, day } = context;
  const ids: number[] = [];
  const events: HouseholdEvent[] = [];
  const households = joining.known();
  for (const { known, people } of households) {
    const head = await comingHead(context, known.id, people);
    if (head) {
      await tx.updateTable('person').set({ is_head: 0 }).where('household_id', '=', known.id).execute();
      await tx
        .updateTable('household')
        .set({ head_name: head.name, id_tail: lastFour(head.idNumber) })
        .where('id', '=', known.id)
        .execute();
    }
    const entered = await enterPeople(
      tx,
      now,
      people.map((person) => ({
        person,
        categories: categoriesOf(person),
        householdId: known.id,
        isHead: person === head,
        fromDay: person.startDay,
      })),
    );
    for (const personId of entered)
      events.push({ householdId: known.id, personId, kind: 'joined', day, reason: REASON });
    ids.push(known.id);
  }
  // Not before: words of people who never came would be left behind by a cancelled import.
  await writeWords(
    tx,
    households.flatMap(({ people }) => people),
  );
  await recordEvents(context, events);
  return ids;
};

/**
 * The head who comes after the family, because the own row was refused at first: only where nobody in the books is called the head
 * and somebody was taken for it.
 */
const comingHead = async (
  { tx }: Context,
  householdId: number,
  people: readonly RosterPerson[],
): Promise<RosterPerson | null> => {
  const coming = people.find(({ saysHead }) => saysHead);
  if (!coming) return null;
  const present = await tx
    .selectFrom('person')
    .select('relation')
    .where('household_id', '=', householdId)
    .where('is_head', '=', 1)
    .executeTakeFirst();
  return !present || relationByName(present.relation) !== 'head' ? coming : null;
};

export interface Changes {
  readonly changes: readonly KnownChange[];
  readonly take: ReadonlySet<RosterField>;
  /** First day of categories that change. */
  readonly changeDay: string;
}

/** Refusals, those of every change of a file: `own-relative`, also for new members of a household; `month-closed` for a category. */
export const refuseChanges = async (
  { tx, actor }: Context,
  { joining }: Pick<Judgement, 'joining'>,
  { changes, take, changeDay }: Changes,
): Promise<void> => {
  await refuseOwnRelatives({ tx, actor }, [
    ...joining.knownIds(),
    ...changes.map(({ householdId }) => householdId),
  ]);
  const turns = changes.some(({ begins, ends }) => begins.length + ends.length > 0);
  if (turns && take.has('category')) await refuseClosedMonth(tx, changeDay);
};

/** Writes the differences of these changes that are taken over; answers the households touched. */
export const applyChanges = async (
  context: Context,
  { changes, take, changeDay }: Changes,
): Promise<readonly number[]> => {
  const events: HouseholdEvent[] = [];
  const ids: number[] = [];
  for (const change of changes) {
    const taken = change.differences.filter(({ field }) => take.has(field));
    if (taken.length === 0) continue;
    const { householdId, personId } = change;
    const plain = taken.filter(({ field }) => field !== 'category');
    if (plain.length > 0) {
      if (personId === null) await changeHousehold(context, householdId, plain);
      else await changePerson(context, personId, plain);
      events.push({
        householdId,
        personId,
        kind: 'corrected',
        day: context.day,
        reason: REASON,
        changes: plain,
      });
    }
    if (personId !== null && take.has('category') && plain.length < taken.length) {
      await changeCovers(context, change, personId, changeDay);
      const turned = taken.filter(({ field }) => field === 'category');
      events.push({
        householdId,
        personId,
        kind: 'changed',
        day: changeDay,
        reason: REASON,
        changes: turned,
      });
    }
    ids.push(householdId);
  }
  for (const chunk of chunksOf(events, 9)) await recordEvents(context, chunk);
  return ids;
};

const changeHousehold = async (
  { tx }: Context,
  id: number,
  differences: readonly FieldDifference[],
): Promise<void> => {
  const said = new Map(differences.map(({ field, after }) => [field, after]));
  const here = await tx
    .selectFrom('household')
    .select(['phone', 'address', 'street', 'community', 'next_review_day', 'division_code'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const contact = { phone: said.get('phone') ?? here.phone, address: said.get('address') ?? here.address };
  await tx
    .updateTable('household')
    .set({
      ...contact,
      ...contactKeys({ ...here, ...contact }),
      next_review_day: said.get('review') ?? here.next_review_day,
      division_code: said.get('division') ?? here.division_code,
    })
    .where('id', '=', id)
    .execute();
};

const changePerson = async (
  { tx }: Context,
  id: number,
  differences: readonly FieldDifference[],
): Promise<void> => {
  const columns = Object.fromEntries(differences.map(({ field, after }) => [field, after]));
  await tx
    .updateTable('person')
    .set(columns as Partial<Record<'relation' | 'care' | 'flags' | 'certificate' | 'disability', string>>)
    .where('id', '=', id)
    .execute();
};

/** One cover ends and the next begins on the same day, at the same place. */
const changeCovers = async (
  { tx, now, day: today }: Context,
  { begins, ends }: KnownChange,
  personId: number,
  day: string,
): Promise<void> => {
  const open = await tx
    .selectFrom('cover')
    .selectAll()
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', today)]))
    .orderBy('id')
    .execute();
  const [model] = open;
  if (!model) return;
  const ending = open.filter(({ category }) => ends.includes(category));
  await endCovers(
    tx,
    ending.map(({ id }) => id),
    day,
    '类别变更',
  );
  for (const category of begins) {
    await tx
      .insertInto('cover')
      .values({
        ...{ person_id: personId, household_id: model.household_id, category, from_day: day, to_day: null },
        ...{ street: model.street, community: model.community, reason: REASON, created_at: now },
      })
      .execute();
  }
};
