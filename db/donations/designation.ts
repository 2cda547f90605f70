// Whom a gift may be restricted to (定向): the donor's words stay words, what a machine checks must exist. Reads only.
import type { Reason } from '../contract/act.ts';
import type { Designation } from '../contract/measures.ts';
import type { Tx } from '../context.ts';

/** Refusal: `designation-unknown` for a category or a batch nobody knows; a place is the donor's word and may be any. */
export const designationFaults = async (
  tx: Tx,
  { category, batchId }: Designation,
): Promise<readonly Reason[]> => {
  const reasons: Reason[] = [];
  const unknown = (what: string): Reason => ({
    code: 'designation-unknown',
    field: 'designation',
    params: { what },
  });
  if (category !== null) {
    const known = await tx
      .selectFrom('category')
      .select('code')
      .where('code', '=', category)
      .executeTakeFirst();
    if (!known) reasons.push(unknown(category));
  }
  if (batchId !== null) {
    const batch = await tx.selectFrom('batch').select('id').where('id', '=', batchId).executeTakeFirst();
    if (!batch) reasons.push(unknown(String(batchId)));
  }
  return reasons;
};

/** An empty place restricts nothing. */
export const readDesignation = ({ category, place, batchId }: Designation): Designation => ({
  category: category === '' ? null : category,
  place: place === null || place.trim() === '' ? null : place.trim(),
  batchId,
});
