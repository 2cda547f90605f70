// To whom goods are designated (定向), in words for lists and papers.
import { readCategories } from '../categories.ts';
import type { Tx } from '../context.ts';
import type { DesignationRule } from '../domain/designation.ts';

export interface DesignationNames {
  readonly categoryOf: (code: string) => string;
  readonly batches: ReadonlyMap<number, string>;
}

/** Names of the batches among the ids, and of the categories as they are called on `day`. */
export const designationNames = async (
  tx: Tx,
  day: string,
  batchIds: readonly (number | null)[],
): Promise<DesignationNames> => {
  const { nameOf: categoryOf } = await readCategories(tx, day);
  const wanted = [...new Set(batchIds.filter((id) => id !== null))];
  if (wanted.length === 0) return { categoryOf, batches: new Map() };
  const rows = await tx.selectFrom('batch').select(['id', 'name']).where('id', 'in', wanted).execute();
  return { categoryOf, batches: new Map(rows.map(({ id, name }) => [id, name])) };
};

/** Category, place and batch; empty: 非定向. */
export const designationWords = (
  { category, place, batchId }: DesignationRule,
  { categoryOf, batches }: DesignationNames,
): string =>
  [
    category === null ? null : categoryOf(category),
    place,
    batchId === null ? null : (batches.get(batchId) ?? String(batchId)),
  ]
    .filter((part) => part !== null)
    .join('、');
