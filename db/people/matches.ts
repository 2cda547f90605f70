// Look-alikes: pairs of people whose name, phone and address are all equal and none empty (rulings.md 14), and what a clerk said about
// them. Suggests, never merges.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName, maskPhoneInside } from '../domain/mask.ts';
import { nameKey } from '../domain/soft-match.ts';
import { Refusal } from '../failures.ts';

/** Pairs of one screen; who decides on these sees the next. */
const MOST_PAIRS = 200;

interface Row {
  readonly person_id: number;
  readonly name: string;
  readonly household_id: number;
  readonly number: string;
  readonly phone_key: string;
  readonly address_key: string;
  readonly community: string;
}

/** Households that share a telephone and the door, by the index of both; then equal names among their people. */
export const matches = async ({ tx }: Pick<Context, 'tx'>): Promise<Output<'people.matches'>> => {
  const { rows } = await sql<Row>`
    WITH shared AS MATERIALIZED (
      SELECT phone_key, address_key FROM household
        WHERE phone_key <> '' AND phone_key NOT GLOB '*[ #]*' AND address_key <> ''
        GROUP BY phone_key, address_key HAVING count(*) > 1
      UNION SELECT phone_key, address_key FROM household_phone WHERE address_key <> ''
        GROUP BY phone_key, address_key HAVING count(*) > 1
      UNION SELECT several.phone_key, several.address_key FROM household_phone AS several CROSS JOIN household AS other
        ON other.phone_key = several.phone_key AND other.address_key = several.address_key AND other.phone_key <> ''
        WHERE several.address_key <> ''),
    told AS MATERIALIZED (
      SELECT shared.phone_key, shared.address_key, household.id AS household_id FROM shared CROSS JOIN household
        ON household.phone_key = shared.phone_key AND household.address_key = shared.address_key AND household.phone_key <> ''
      UNION SELECT shared.phone_key, shared.address_key, several.household_id FROM shared CROSS JOIN household_phone AS several
        ON several.phone_key = shared.phone_key AND several.address_key = shared.address_key)
    SELECT person.id AS person_id, person.name, household.id AS household_id, household.number,
      told.phone_key, told.address_key, household.community
    FROM told CROSS JOIN household_here AS household ON household.id = told.household_id
      JOIN person ON person.household_id = household.id
    WHERE household.erased_at IS NULL AND household.merged_into IS NULL ORDER BY person.id`.execute(tx);
  const two = await saidToBeTwo(tx);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const who = nameKey(row.name);
    if (who === '') continue;
    const key = [row.phone_key, row.address_key, who].join('|');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const pairs = [...groups.values()].flatMap(pairsOf);
  // Who shares two telephones is one pair.
  const once = new Map(pairs.map(([a, b]) => [pairKey(a.person_id, b.person_id), [a, b] as const]));
  return [...once]
    .filter(([key]) => !two.has(key))
    .map(([, pair]) => pair)
    .slice(0, MOST_PAIRS)
    .map(([a, b]) => ({
      a: shown(a),
      b: shown(b),
      phone: maskPhoneInside(a.phone_key),
      community: a.community,
    }));
};

/** One household's own members are told apart by its own file. */
const pairsOf = (group: readonly Row[]): readonly (readonly [Row, Row])[] =>
  group.flatMap((a, at) =>
    group
      .slice(at + 1)
      .filter((b) => b.household_id !== a.household_id)
      .map((b) => [a, b] as const),
  );

const shown = ({ person_id, name, household_id, number }: Row) => ({
  personId: person_id,
  name: maskName(name),
  householdId: household_id,
  household: number,
});

const pairKey = (a: number, b: number): string => `${Math.min(a, b)}:${Math.max(a, b)}`;

export const saidToBeTwo = async (tx: Tx): Promise<ReadonlySet<string>> => {
  const rows = await tx.selectFrom('not_same').select(['person_a', 'person_b']).execute();
  return new Set(rows.map(({ person_a, person_b }) => pairKey(person_a, person_b)));
};

/** Said once for good: a second time changes nothing. Refusals: `person-same`, `not-found`. */
export const notSame = async (
  context: Context,
  { personA, personB, reason }: ParsedInput<'people.notSame'>,
): Promise<Record<string, never>> => {
  const { tx, now, actor } = context;
  if (personA === personB) throw new Refusal('person-same');
  const found = await tx.selectFrom('person').select('id').where('id', 'in', [personA, personB]).execute();
  if (found.length !== 2) throw new Refusal('not-found');
  await tx
    .insertInto('not_same')
    .values({
      person_a: Math.min(personA, personB),
      person_b: Math.max(personA, personB),
      reason,
      staff_id: actor.staffId,
      at: now,
    })
    .onConflict((conflict) => conflict.columns(['person_a', 'person_b']).doNothing())
    .execute();
  context.note(`person:${Math.min(personA, personB)}`, { other: Math.max(personA, personB) });
  return {};
};
