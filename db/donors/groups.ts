// Who counts as whom: donors that were merged, chains followed. Reads only.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../context.ts';
import type { DonorKind } from '../schema.ts';
import { Refusal } from '../failures.ts';

/** For `WITH RECURSIVE`: every donor (donor_id) with the one it counts for now (root_id). */
export const members: RawBuilder<unknown> = sql`member (donor_id, root_id) AS (
  SELECT id, id FROM donor WHERE merged_into IS NULL
  UNION ALL SELECT donor.id, member.root_id FROM member JOIN donor ON donor.merged_into = member.donor_id)`;

/**
 * Whether a donor may be shown: who gave only anonymously is nowhere found by name (慈善法 art. 82). An ended gift under the name
 * was given openly all the same, and who gave nothing yet was entered by hand.
 */
export const shown = (donorId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  EXISTS (SELECT 1 FROM donation WHERE donation.donor_id = ${donorId} AND donation.anonymous = 0)
  OR NOT EXISTS (SELECT 1 FROM donation WHERE donation.donor_id = ${donorId}))`;

export interface DonorHead {
  readonly id: number;
  readonly name: string;
  readonly kind: DonorKind;
}

/** The donor this one counts for now, itself where it was never merged. Refusal: `not-found`. */
export const rootOf = async (tx: Tx, donorId: number): Promise<DonorHead> => {
  const { rows } = await sql<DonorHead>`
    WITH RECURSIVE up (id, merged_into) AS (
      SELECT id, merged_into FROM donor WHERE id = ${donorId}
      UNION SELECT donor.id, donor.merged_into FROM up JOIN donor ON donor.id = up.merged_into)
    SELECT donor.id, donor.name, donor.kind FROM up JOIN donor ON donor.id = up.id WHERE up.merged_into IS NULL`.execute(
    tx,
  );
  const [root] = rows;
  if (!root) throw new Refusal('not-found');
  return root;
};

/** The donor and everyone merged into it, directly or through another; itself first. */
export const membersOf = async (
  tx: Tx,
  rootId: number,
): Promise<readonly { readonly id: number; readonly name: string }[]> => {
  const { rows } = await sql<{ id: number; name: string }>`
    WITH RECURSIVE down (id) AS (
      SELECT ${rootId} UNION SELECT donor.id FROM down JOIN donor ON donor.merged_into = down.id)
    SELECT donor.id, donor.name FROM down JOIN donor ON donor.id = down.id ORDER BY donor.id <> ${rootId}, donor.id`.execute(
    tx,
  );
  return rows;
};
