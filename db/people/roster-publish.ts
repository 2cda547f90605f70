// The last turn of an import: what was entered unseen is seen, and what the sheet changes about people already here is written,
// with an event for each. All of it in one transaction.
import { readCategories } from '../categories.ts';
import type { RosterField } from '../contract/people-import.ts';
import type { Context } from '../context.ts';
import { relationByName } from '../domain/categories.ts';
import { lastFour } from '../domain/mask.ts';
import { graceEnd } from '../domain/review.ts';
import { chunksOf } from '../imports/bulk.ts';
import { enterPeople, REASON } from './enter-roster.ts';
import { contactKeys } from './contact-keys.ts';
import { recordEvents, type HouseholdEvent } from './events.ts';
import type { Judgement } from './judge-roster.ts';
import type { RosterPerson } from './read-roster.ts';
import type { FieldDifference, KnownChange } from './roster-changes.ts';
import type { MissingCover } from './roster-missing.ts';
import { writeWords } from './search-words.ts';
import { refreshStanding } from './standing.ts';

export interface Exits {
  /** First day without. */
  readonly day: string;
  readonly reason: string;
}

/** New people of households that are here already. */
export const joinHouseholds = async (
  context: Context,
  { joining, categoriesOf }: Pick<Judgement, 'joining' | 'categoriesOf'>,
): Promise<readonly number[]> => {
  const { tx, now, day } = context;
  const ids: number[] = [];
  const events: HouseholdEvent[] = [];
  for (const { known, people } of joining) {
    if (!known) continue;
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
    for (const personId of entered.values())
      events.push({ householdId: known.id, personId, kind: 'joined', day, reason: REASON });
    ids.push(known.id);
  }
  // Not before: words of people who never came would be left behind by a cancelled import.
  await writeWords(
    tx,
    joining.flatMap(({ known, people }) => (known ? people : [])),
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

/** Writes the differences of these changes that are taken over; answers the households touched. */
export const applyChanges = async (
  context: Context,
  changes: readonly KnownChange[],
  take: ReadonlySet<RosterField>,
  changeDay: string,
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

/** A cover that would begin only after the end never begins: it ends on the day it begins. */
const endCovers = async (
  tx: Context['tx'],
  ids: readonly number[],
  day: string,
  reason: string,
): Promise<void> => {
  for (const chunk of chunksOf(ids))
    await tx
      .updateTable('cover')
      .set((eb) => ({
        to_day: eb.fn<string>('max', [eb.val(day), eb.fn.coalesce('from_day', eb.val(day))]),
        end_reason: reason,
      }))
      .where('id', 'in', chunk)
      .execute();
};

/** Who is missing from the list leaves; households nobody of which is left get the grace of their category. */
export const applyExits = async (
  context: Context,
  missing: readonly MissingCover[],
  { day, reason }: Exits,
): Promise<readonly number[]> => {
  await endCovers(
    context.tx,
    missing.map(({ coverId }) => coverId),
    day,
    reason,
  );
  const people = new Map(missing.map((cover) => [cover.personId, cover.householdId]));
  const events = Array.from(people, ([personId, householdId]) => {
    const event: HouseholdEvent = { householdId, personId, kind: 'ended', day, reason };
    return event;
  });
  for (const chunk of chunksOf(events, 9)) await recordEvents(context, chunk);
  return [...new Set(people.values())];
};

/** Brings the household rows up to date, and gives those that ended now the grace of their category (渐退). */
export const refresh = async (
  context: Context,
  touched: readonly number[],
  left: readonly number[],
): Promise<void> => {
  const { tx, day } = context;
  await refreshStanding(tx, day, [...touched, ...left]);
  const categories = await readCategories(tx, day);
  for (const ids of chunksOf(left)) {
    const ended = await tx
      .selectFrom('household')
      .select(['id', 'category', 'end_day'])
      .where('id', 'in', ids)
      .where('end_day', 'is not', null)
      .execute();
    for (const { id, category, end_day: endDay } of ended) {
      const months = categories.get(category)?.graceMonths ?? 0;
      if (months > 0 && endDay !== null)
        await tx
          .updateTable('household')
          .set({ grace_to_day: graceEnd(endDay, months) })
          .where('id', '=', id)
          .execute();
    }
  }
};
