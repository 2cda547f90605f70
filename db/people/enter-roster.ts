// Writes the new households of a roster in short turns: unseen (household.run_id) until the import is published.
import type { Context, Steps, Tx } from '../context.ts';
import { bulkInsert, nextId } from '../imports/bulk.ts';
import type { Entered } from './enter-found-by.ts';
import { placeKey } from './judge-roster.ts';
import { birthDayOf, type RosterPerson } from './read-roster.ts';
import { contactOf, firstSaid, headOf, householdRow, missing, type Table } from './roster-household.ts';
import type { Joining, Joinings } from './roster-joining.ts';
import { keeper } from './roster-memory.ts';

/** Households written before anybody is asked whether a customer waits: whole blocks of rows (db/imports/bulk.ts), some 40 ms. */
const HOUSEHOLDS_AT_ONCE = 400;
/** People written at once, however large the households, and the most of one turn: its commit takes time too. */
const PEOPLE_AT_ONCE = 1_200;
const PEOPLE_OF_TURN = 2_400;

export interface Progress {
  readonly add: (rows: number) => Promise<void>;
}

/** Enters the new households under a run that is not published. What they are found by is not yet written. */
export const enterHouseholds = async (
  steps: Pick<Steps, 'turn' | 'goesOn'>,
  runId: number,
  joining: Joinings,
  table: Table,
  progress: Progress,
): Promise<readonly Entered[]> => {
  const written: Entered[] = [];
  const kept = keeper();
  const parts = partsOf(joining);
  let part = parts.next();
  while (part.done !== true) {
    let entered = 0;
    await steps.turn(async (context) => {
      do {
        if (part.done === true) return;
        for (const household of await enterPart(context, runId, part.value.households, table))
          written.push({ ...household, place: kept(household.place) });
        entered += part.value.people;
        part = parts.next();
      } while (entered < PEOPLE_OF_TURN && (await steps.goesOn()));
    });
    await progress.add(entered);
  }
  return written;
};

/**
 * By number, whatever the order of the sheet: the index of numbers grows at its end, and offices number their certificates and
 * communities along with the households. In any other order each turn would write most pages of several indexes anew.
 */
function* partsOf(
  joining: Joinings,
): Generator<{ readonly households: readonly Joining[]; readonly people: number }> {
  let households: Joining[] = [];
  let people = 0;
  for (const number of [...joining.fresh()].sort()) {
    const household = joining.at(number);
    households.push(household);
    people += household.people.length;
    if (households.length < HOUSEHOLDS_AT_ONCE && people < PEOPLE_AT_ONCE) continue;
    yield { households, people };
    households = [];
    people = 0;
  }
  if (households.length > 0) yield { households, people };
}

const insertHouseholds = bulkInsert('household', [
  ...([
    'id',
    'number',
    'head_name',
    'id_tail',
    'street',
    'community',
    'division_code',
    'address',
    'phone',
  ] as const),
  ...([
    'phone_key',
    'address_key',
    'category',
    'members',
    'family',
    'start_day',
    'end_day',
    'next_review_day',
  ] as const),
  ...(['run_id', 'created_at'] as const),
]);
const insertPersons = bulkInsert('person', [
  ...([
    'id',
    'household_id',
    'name',
    'id_number',
    'sex',
    'birth_day',
    'relation',
    'is_head',
    'care',
    'flags',
  ] as const),
  ...(['certificate', 'disability', 'created_at'] as const),
]);
const insertCovers = bulkInsert('cover', [
  ...([
    'person_id',
    'household_id',
    'category',
    'street',
    'community',
    'from_day',
    'to_day',
    'reason',
  ] as const),
  'created_at',
]);
const insertEvents = bulkInsert('household_event', [
  'household_id',
  'kind',
  'day',
  'reason',
  'staff_id',
  'at',
]);

export const REASON = '花名册导入';

const enterPart = async (
  context: Context,
  runId: number,
  households: readonly Joining[],
  table: Table,
): Promise<readonly Entered[]> => {
  const { tx, now, day, actor } = context;
  const contacts = households.map(contactOf);
  const firstId = await nextId(tx, 'household');
  await insertHouseholds(
    tx,
    households.map((household, at) => [
      firstId + at,
      ...householdRow(household, contacts[at] ?? missing(), runId, table, context),
    ]),
  );
  await enterPeople(
    tx,
    now,
    households.flatMap((household, at) => {
      const head = headOf(household);
      const since = firstSaid(household, 'startDay');
      return household.people.map((person) => ({
        person,
        categories: table.categoriesOf(person),
        householdId: firstId + at,
        isHead: person === head,
        fromDay: person.startDay ?? since,
      }));
    }),
  );
  await insertEvents(
    tx,
    households.map((household, at) => [
      firstId + at,
      'entered',
      firstSaid(household, 'startDay') ?? day,
      REASON,
      actor.staffId,
      now,
    ]),
  );
  return households.map(({ people }, at) => {
    const { street, community, address_key: addressKey } = contacts[at] ?? missing();
    const names = people.map(({ name }) => name);
    return { id: firstId + at, place: placeKey({ street, community }), addressKey, names };
  });
};

export interface EnteringPerson {
  readonly person: RosterPerson;
  readonly categories: readonly string[];
  readonly householdId: number;
  readonly isHead: boolean;
  /** First day covered. */
  readonly fromDay: string | null;
}

/** People and their covers. Answers their ids, in the same order. */
export const enterPeople = async (
  tx: Tx,
  now: string,
  people: readonly EnteringPerson[],
): Promise<readonly number[]> => {
  const firstId = await nextId(tx, 'person');
  await insertPersons(
    tx,
    people.map(({ person, householdId, isHead }, at) => [
      firstId + at,
      householdId,
      person.name,
      person.idNumber,
      person.sex,
      birthDayOf(person),
      person.relation,
      isHead ? 1 : 0,
      person.care,
      person.flags,
      person.certificate,
      person.disability,
      now,
    ]),
  );
  await insertCovers(
    tx,
    people.flatMap(({ person, householdId, categories, fromDay }, at) =>
      categories.map((category) => [
        firstId + at,
        householdId,
        category,
        person.street,
        person.community,
        fromDay,
        null,
        REASON,
        now,
      ]),
    ),
  );
  return people.map((_, at) => firstId + at);
};
