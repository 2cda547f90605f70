// Writes the rows of a roster that were judged good: households, their people, the start of their eligibility.
import type { Context } from '../context.ts';
import { relationByName } from '../domain/categories.ts';
import { lastFour } from '../domain/mask.ts';
import { phoneKeys } from '../domain/phone.ts';
import { inChunks } from '../imports/bulk.ts';
import type { Joining } from './judge-roster.ts';
import type { RosterPerson } from './read-roster.ts';
import { writeWords } from './search-words.ts';

const HOUSEHOLD_VALUES = 15;
const PERSON_VALUES = 13;
const COVER_VALUES = 9;
const EVENT_VALUES = 6;

export const enterRoster = async (context: Context, joining: readonly Joining[]): Promise<void> => {
  const created = joining.filter(({ known }) => known === null);
  const grown = joining.filter(({ known }) => known !== null);
  const people = joining.reduce((sum, household) => sum + household.people.length, 0);
  const newHeads = await missingHeads(context, grown);
  const steps = { done: 0, total: created.length * 2 + grown.length + people * 2 };
  await context.progress(0, steps.total);
  const ids = new Map(grown.flatMap(({ number, known }) => (known ? [[number, known.id] as const] : [])));
  await inChunks(context, created, HOUSEHOLD_VALUES, steps, async (chunk) => {
    for (const { id, number } of await insertHouseholds(context, chunk)) ids.set(number, id);
  });
  for (const household of grown) await growHousehold(context, household, newHeads.get(household.number));
  steps.done += grown.length;
  const idOf = (number: string): number => {
    const id = ids.get(number);
    if (id === undefined) throw new Error('a person without a household');
    return id;
  };
  const rows = joining.flatMap((household) =>
    household.people.map((person) => ({
      person,
      isHead: person === (household.known ? newHeads.get(household.number) : headOf(household)),
    })),
  );
  const persons = new Map<string, number>();
  await inChunks(context, rows, PERSON_VALUES, steps, async (chunk) => {
    for (const { id, id_number } of await insertPeople(context, chunk, idOf))
      persons.set(id_number ?? '', id);
  });
  await inChunks(context, rows, COVER_VALUES, steps, (chunk) => insertCovers(context, chunk, idOf, persons));
  await inChunks(context, created, EVENT_VALUES, steps, (chunk) => insertStarts(context, chunk, idOf));
  await writeWords(
    context.tx,
    rows.map(({ person }) => person),
  );
};

/** The one who is called so; else the first listed. */
const headOf = ({ people }: Joining): RosterPerson => {
  const head = people.find(({ saysHead }) => saysHead) ?? people[0];
  if (!head) throw new Error('a household without people');
  return head;
};

/** What the head's row leaves empty is taken from the next row that says it. */
const firstSaid = <K extends 'street' | 'community' | 'address' | 'phone' | 'startDay' | 'reviewDay'>(
  household: Joining,
  key: K,
): RosterPerson[K] => {
  const head = headOf(household);
  return (
    [head, ...household.people].map((person) => person[key]).find((said) => said !== null && said !== '') ??
    head[key]
  );
};

const insertHouseholds = ({ tx, now }: Context, households: readonly Joining[]) =>
  tx
    .insertInto('household')
    .values(
      households.map((household) => {
        const head = headOf(household);
        return {
          number: household.number,
          ...named(head),
          category: household.category,
          members: household.people.length,
          family: household.people.length,
          street: firstSaid(household, 'street'),
          community: firstSaid(household, 'community'),
          address: firstSaid(household, 'address'),
          phone: firstSaid(household, 'phone'),
          phone_key: phoneKeys(firstSaid(household, 'phone'))[0] ?? '',
          start_day: firstSaid(household, 'startDay'),
          end_day: null,
          next_review_day: firstSaid(household, 'reviewDay'),
          created_at: now,
        };
      }),
    )
    .returning(['id', 'number'])
    .execute();

/**
 * Heads that come after their families, because their own row was refused at first: by household number, only where nobody
 * in the books is called the head and somebody was taken for it.
 */
const missingHeads = async (
  { tx }: Context,
  grown: readonly Joining[],
): Promise<ReadonlyMap<string, RosterPerson>> => {
  const heads = new Map<string, RosterPerson>();
  for (const { number, known, people } of grown) {
    const coming = people.find(({ saysHead }) => saysHead);
    if (!coming || !known) continue;
    const present = await tx
      .selectFrom('person')
      .select('relation')
      .where('household_id', '=', known.id)
      .where('is_head', '=', 1)
      .executeTakeFirst();
    if (!present || relationByName(present.relation) !== 'head') heads.set(number, coming);
  }
  return heads;
};

const growHousehold = async (
  { tx }: Context,
  { known, people, category }: Joining,
  head: RosterPerson | undefined,
): Promise<void> => {
  const id = known?.id ?? 0;
  if (head) await tx.updateTable('person').set({ is_head: 0 }).where('household_id', '=', id).execute();
  await tx
    .updateTable('household')
    .set((eb) => ({
      members: eb('members', '+', people.length),
      family: eb('family', '+', people.length),
      category,
      ...(head && named(head)),
    }))
    .where('id', '=', id)
    .execute();
};

/** What a household is called by: its head. */
const named = (head: RosterPerson) => ({
  head_name: head.name,
  id_tail: lastFour(head.idNumber),
});

const insertPeople = async (
  { tx, now }: Context,
  rows: readonly { person: RosterPerson; isHead: boolean }[],
  idOf: (number: string) => number,
): Promise<readonly { id: number; id_number: string | null }[]> =>
  await tx
    .insertInto('person')
    .values(
      rows.map(({ person, isHead }) => ({
        household_id: idOf(person.household),
        name: person.name,
        id_number: person.idNumber,
        sex: person.sex,
        birth_day: person.birthDay,
        relation: person.relation,
        is_head: isHead ? (1 as const) : (0 as const),
        care: person.care,
        flags: person.flags,
        certificate: person.certificate,
        created_at: now,
      })),
    )
    .returning(['id', 'id_number'])
    .execute();

const insertCovers = async (
  { tx, now }: Context,
  rows: readonly { person: RosterPerson }[],
  idOf: (number: string) => number,
  persons: ReadonlyMap<string, number>,
): Promise<void> => {
  await tx
    .insertInto('cover')
    .values(
      rows.map(({ person }) => ({
        person_id: persons.get(person.idNumber) ?? 0,
        household_id: idOf(person.household),
        category: person.category,
        street: person.street,
        community: person.community,
        from_day: person.startDay,
        to_day: null,
        reason: '花名册导入',
        created_at: now,
      })),
    )
    .execute();
};

const insertStarts = async (
  { tx, now, day, actor }: Context,
  households: readonly Joining[],
  idOf: (number: string) => number,
): Promise<void> => {
  await tx
    .insertInto('household_event')
    .values(
      households.map((household) => ({
        household_id: idOf(household.number),
        kind: 'entered' as const,
        day: firstSaid(household, 'startDay') ?? day,
        reason: '花名册导入',
        staff_id: actor.staffId,
        at: now,
      })),
    )
    .execute();
};
