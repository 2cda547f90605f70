// Doubles made one, and taken apart again. Nothing moves: a gift keeps the donor it was given under, who only points at the other.
import type { Context, Tx } from '../context.ts';
import type { ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { rootOf } from './groups.ts';
import { holderOf } from './record.ts';

type Done = Record<string, never>;

/**
 * Refusals: `not-found`; `donor-merged` and into whom; `donor-anonymous`; `donor-same`, also when the other one counts for this one
 * already, so that no circle can close.
 */
export const mergeDonors = async (
  context: Context,
  { donorId, intoId }: ParsedInput<'donors.merge'>,
): Promise<Done> => {
  const { tx } = context;
  const donor = await donorOf(tx, donorId);
  const into = await rootOf(tx, intoId);
  if (donor.kind === 'anonymous' || into.kind === 'anonymous') throw new Refusal('donor-anonymous');
  if (donor.merged_into !== null)
    throw new Refusal('donor-merged', { name: (await rootOf(tx, donorId)).name });
  if (into.id === donorId) throw new Refusal('donor-same');
  await tx.updateTable('donor').set({ merged_into: into.id }).where('id', '=', donorId).execute();
  context.note(`donor:${donorId}`, { into: into.id });
  return {};
};

/** Who was merged into this one before stays with it. Refusals: `not-found`, `donor-not-merged`, `credit-code-taken`. */
export const unmergeDonor = async (
  context: Context,
  { donorId }: ParsedInput<'donors.unmerge'>,
): Promise<Done> => {
  const { tx } = context;
  const donor = await donorOf(tx, donorId);
  if (donor.merged_into === null) throw new Refusal('donor-not-merged');
  const holder = await holderOf(tx, donor.credit_code);
  if (holder) throw new Refusal('credit-code-taken', { name: holder.name });
  await tx.updateTable('donor').set({ merged_into: null }).where('id', '=', donorId).execute();
  context.note(`donor:${donorId}`, { from: donor.merged_into });
  return {};
};

const donorOf = async (tx: Tx, donorId: number) => {
  const donor = await tx
    .selectFrom('donor')
    .select(['kind', 'credit_code', 'merged_into'])
    .where('id', '=', donorId)
    .executeTakeFirst();
  if (!donor) throw new Refusal('not-found');
  return donor;
};
