// To whom goods are designated (定向), in words for lists and papers.
import type { Tx } from '../context.ts';
import { CATEGORIES } from '../domain/categories.ts';
import type { DesignationRule } from '../domain/designation.ts';

/** Names of the batches among the ids. */
export const batchNames = async (
  tx: Tx,
  ids: readonly (number | null)[],
): Promise<ReadonlyMap<number, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.selectFrom('batch').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Category, place and batch; empty: 非定向. */
export const designationWords = (
  { category, place, batchId }: DesignationRule,
  batches: ReadonlyMap<number, string>,
): string =>
  [
    category === null ? null : (CATEGORIES.find(({ code }) => code === category)?.name ?? category),
    place,
    batchId === null ? null : (batches.get(batchId) ?? String(batchId)),
  ]
    .filter((part) => part !== null)
    .join('、');
