// Households as the lists of this area name them: masked, and only those that are there (an import that is still entering is not).
import { readCategories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';

/** Refusal: `not-found`. */
export const householdNumber = async (tx: Tx, householdId: number): Promise<string> => {
  const household = await tx
    .selectFrom('household_here')
    .select('number')
    .where('id', '=', householdId)
    .executeTakeFirst();
  if (!household) throw new Refusal('not-found');
  return household.number;
};

export interface NamedHousehold {
  readonly householdId: number;
  readonly number: string;
  /** Masked. */
  readonly headName: string;
  readonly category: string;
  readonly community: string;
}

export const namedHouseholds = async (
  { tx, day }: Pick<Context, 'tx' | 'day'>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, NamedHousehold>> => {
  if (ids.length === 0) return new Map();
  const { nameOf } = await readCategories(tx, day);
  const rows = await tx
    .selectFrom('household')
    .select(['id', 'number', 'head_name', 'category', 'community'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        householdId: row.id,
        number: row.number,
        headName: maskName(row.head_name),
        category: nameOf(row.category),
        community: row.community,
      },
    ]),
  );
};
