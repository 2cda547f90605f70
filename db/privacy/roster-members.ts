// The people of a roster that is taken out: read in short turns, so that a county's takes nothing from the counter.
import { sql } from 'kysely';
import type { Steps, Tx } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { stateCondition } from '../people/filters.ts';

type Wish = ParsedInput<'privacy.exportRoster'>;

/** People on one paper. A county's roster is a sheet; as pages nobody reads it. */
const mostRows: Readonly<Record<Wish['format'], number>> = { xlsx: 100_000, csv: 100_000, pdf: 5_000 };
/** Households of one turn: some milliseconds. */
const STEP = 400;
/** Whoever changes a household meanwhile makes the reading begin again, so often. */
const TRIES = 3;

interface Household {
  readonly householdId: number;
  readonly number: string;
  readonly headName: string;
  readonly category: string;
  readonly family: number;
  readonly covered: number;
  readonly phone: string;
  readonly street: string;
  readonly community: string;
  readonly address: string;
  readonly startDay: string | null;
  readonly endDay: string | null;
  readonly graceToDay: string | null;
}
interface Person {
  readonly householdId: number;
  readonly name: string;
  readonly relation: string;
  readonly idNumber: string | null;
  readonly documentNumber: string;
}
export type Member = Household & Person;

/** By community and household, the head first. Refusals: `export-nobody`, `export-too-many`. */
export const readMembers = async (steps: Steps, wish: Wish): Promise<readonly Member[]> => {
  for (let tried = 1; ; tried += 1) {
    const before = steps.changesOf('people');
    const members = await readOnce(steps, wish);
    if (members.length === 0) throw new Refusal('export-nobody');
    if (steps.changesOf('people') === before || tried === TRIES) return members;
  }
};

const readOnce = async (steps: Steps, wish: Wish): Promise<readonly Member[]> => {
  const most = mostRows[wish.format];
  const members: Member[] = [];
  const total = await steps.turn(({ tx, day }) => countHouseholds(tx, day, wish));
  let last: Household | undefined;
  for (let done = 0; ; done += STEP) {
    const after = last;
    const part = await steps.turn(({ tx, day }) => pageAfter(tx, day, wish, after));
    members.push(...part.members);
    if (members.length > most) throw new Refusal('export-too-many', { most });
    last = part.last;
    if (last === undefined) return members;
    await steps.progress(Math.min(done + STEP, total), total);
  }
};

const wished = ({ category, community, state }: Wish, day: string) => sql<boolean>`
  (${category} = '' OR household.category = ${category}) AND (${community} = '' OR household.community = ${community})
  AND household.merged_into IS NULL AND household.erased_at IS NULL
  AND ${stateCondition({ state, review: '' }, day) ?? sql`true`}`;

const countHouseholds = async (tx: Tx, day: string, wish: Wish): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM household_here AS household WHERE ${wished(wish, day)}`.execute(tx);
  return rows[0]?.n ?? 0;
};

/** `last` undefined: there are no more. */
const pageAfter = async (tx: Tx, day: string, wish: Wish, after: Household | undefined) => {
  const { rows: households } = await sql<Household>`
    SELECT household.id AS householdId, household.number, household.head_name AS headName, household.category,
      household.family, household.members AS covered, household.phone, household.street, household.community,
      household.address, household.start_day AS startDay, household.end_day AS endDay,
      household.grace_to_day AS graceToDay
    FROM household_here AS household
    WHERE ${after ? sql`(household.community, household.number) > (${after.community}, ${after.number})` : sql`true`}
      AND ${wished(wish, day)}
    ORDER BY household.community, household.number LIMIT ${STEP}`.execute(tx);
  if (households.length === 0) return { members: [], last: undefined };
  const { rows: people } = await sql<Person>`
    SELECT household_id AS householdId, name, relation, id_number AS idNumber, document_number AS documentNumber
    FROM person WHERE household_id IN (${sql.join(households.map(({ householdId }) => householdId))})
      AND (left_day IS NULL OR left_day > ${day})
    ORDER BY is_head DESC, id`.execute(tx);
  const byHousehold = Map.groupBy(people, ({ householdId }) => householdId);
  return {
    members: households.flatMap((household) =>
      (byHousehold.get(household.householdId) ?? []).map((person) => ({ ...household, ...person })),
    ),
    last: households.length < STEP ? undefined : households.at(-1),
  };
};
