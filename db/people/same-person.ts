// Whether somebody is in the books already: by their paper in any written form (hard), or by name, phone and address all equal
// (soft, rulings.md 14). Compares only; what follows is decided by whoever asks.
import { sql } from 'kysely';
import type { Tx } from '../context.ts';
import { nameKey } from '../domain/soft-match.ts';
import { contactKeys, type Contact } from './contact-keys.ts';
import type { PersonPapers } from './read-person.ts';

export interface KnownPerson {
  readonly personId: number;
  readonly householdId: number;
  /** Number of the household they are in, or left. */
  readonly household: string;
  readonly leftDay: string | null;
  readonly leftWhy: string;
  /** In an import that is not published yet: nobody may see where. */
  readonly entering: boolean;
}

/** Who has this paper: one person at most, wherever they are. */
export const holderOf = async (
  tx: Tx,
  { id_number, document_key }: Pick<PersonPapers, 'id_number' | 'document_key'>,
): Promise<KnownPerson | null> => {
  if (id_number === null && document_key === null) return null;
  const found = await tx
    .selectFrom('person')
    .innerJoin('household', 'household.id', 'person.household_id')
    .leftJoin('roster_run', (join) =>
      join.onRef('roster_run.id', '=', 'household.run_id').on('roster_run.published_at', 'is', null),
    )
    .select(['person.id', 'person.household_id', 'household.number', 'person.left_day', 'person.left_why'])
    .select('roster_run.id as unpublished')
    .where((eb) =>
      id_number === null
        ? eb('person.document_key', '=', document_key)
        : eb('person.id_number', '=', id_number),
    )
    .executeTakeFirst();
  return found
    ? {
        personId: found.id,
        householdId: found.household_id,
        household: found.number,
        leftDay: found.left_day,
        leftWhy: found.left_why,
        entering: found.unpublished !== null,
      }
    : null;
};

export interface LookAlike {
  readonly personId: number;
  readonly name: string;
  readonly householdId: number;
  readonly household: string;
}

/** Everybody of this name behind the same door with one of the telephones. Empty when one of the three is. */
export const lookAlikesOf = async (tx: Tx, name: string, contact: Contact): Promise<readonly LookAlike[]> => {
  const { phone_key, address_key } = contactKeys(contact);
  const who = nameKey(name);
  if (who === '' || phone_key === '' || address_key === '') return [];
  const keys = sql.join(phone_key.split(' '));
  const { rows } = await sql<{
    readonly id: number;
    readonly name: string;
    readonly household_id: number;
    readonly number: string;
  }>`
    WITH told AS MATERIALIZED (
      SELECT id FROM household WHERE phone_key IN (${keys}) AND address_key = ${address_key} AND phone_key <> ''
      UNION SELECT household_id FROM household_phone WHERE phone_key IN (${keys}) AND address_key = ${address_key})
    SELECT person.id, person.name, household.id AS household_id, household.number
    FROM told CROSS JOIN household_here AS household ON household.id = told.id JOIN person ON person.household_id = household.id
    ORDER BY person.id`.execute(tx);
  return rows
    .filter((row) => nameKey(row.name) === who)
    .map((row) => ({
      personId: row.id,
      name: row.name,
      householdId: row.household_id,
      household: row.number,
    }));
};
