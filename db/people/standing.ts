// Keeps what every list and the till read from the household row in step with its covers: payee category, covered members,
// family size, first and last day. Called by every act that changes a cover or who belongs to a household, and by the change of day.
import { sql } from 'kysely';
import { readCategories, type Categories } from '../categories.ts';
import type { Tx } from '../context.ts';
import { standingOf, type Cover } from '../domain/standing.ts';
import { chunksOf } from '../imports/bulk.ts';

/** Brings the rows of these households up to `day`. */
export const refreshStanding = async (
  tx: Tx,
  day: string,
  householdIds: readonly number[],
): Promise<void> => {
  if (householdIds.length === 0) return;
  const categories = await readCategories(tx, day);
  for (const ids of chunksOf([...new Set(householdIds)])) {
    const covers = await coversOf(tx, ids);
    const families = await familiesOf(tx, ids, day);
    for (const id of ids)
      await writeStanding(tx, day, categories, id, covers.get(id) ?? [], families.get(id) ?? 0);
  }
};

/** Households a cover or member of which begins or ends after `since` up to `day`: what a new day changes by itself. */
export const refreshDue = async (tx: Tx, since: string, day: string): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    SELECT household_id AS id FROM cover WHERE from_day > ${since} AND from_day <= ${day}
    UNION SELECT household_id FROM cover WHERE to_day > ${since} AND to_day <= ${day}
    UNION SELECT household_id FROM person WHERE left_day > ${since} AND left_day <= ${day}`.execute(tx);
  await refreshStanding(
    tx,
    day,
    rows.map(({ id }) => id),
  );
  return rows.length;
};

const coversOf = async (tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, readonly Cover[]>> => {
  const rows = await tx
    .selectFrom('cover')
    .select(['household_id', 'person_id', 'category', 'from_day', 'to_day', 'end_reason'])
    .where('household_id', 'in', ids)
    .orderBy('id')
    .execute();
  const covers = new Map<number, Cover[]>();
  for (const row of rows) {
    const here = covers.get(row.household_id) ?? [];
    covers.set(row.household_id, here);
    here.push({
      personId: row.person_id,
      category: row.category,
      fromDay: row.from_day,
      toDay: row.to_day,
      endReason: row.end_reason,
    });
  }
  return covers;
};

const familiesOf = async (
  tx: Tx,
  ids: readonly number[],
  day: string,
): Promise<ReadonlyMap<number, number>> => {
  const rows = await tx
    .selectFrom('person')
    .select(({ fn }) => ['household_id', fn.countAll<number>().as('family')])
    .where('household_id', 'in', ids)
    .where((eb) => eb.or([eb('left_day', 'is', null), eb('left_day', '>', day)]))
    .groupBy('household_id')
    .execute();
  return new Map(rows.map(({ household_id, family }) => [household_id, family]));
};

const writeStanding = async (
  tx: Tx,
  day: string,
  { compare }: Categories,
  id: number,
  covers: readonly Cover[],
  family: number,
): Promise<void> => {
  const standing = standingOf(covers, day, compare);
  await tx
    .updateTable('household')
    .set({
      family,
      // A household split off without any cover keeps what the split wrote.
      ...(standing && {
        category: standing.category,
        members: standing.members,
        start_day: standing.startDay,
        end_day: standing.endDay,
        end_reason: standing.endReason,
        ...(standing.endDay === null && { grace_to_day: null }),
      }),
    })
    .where('id', '=', id)
    .execute();
};
