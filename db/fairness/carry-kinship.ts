// A filing of kinship goes along when the members of a household come under another number (分户, 并户): a new number must not be a way
// around the second pair of eyes.
import type { Context } from '../context.ts';

/** Open filings of `from` hold for `to` as well from `day` on; those that are there stay as they are. */
export const carryKinship = async (
  { tx, now, actor }: Pick<Context, 'tx' | 'now' | 'actor'>,
  from: number,
  to: number,
  day: string,
): Promise<void> => {
  const filed = await tx
    .selectFrom('kinship')
    .selectAll()
    .where('household_id', 'in', [from, to])
    .where('to_day', 'is', null)
    .execute();
  const there = new Set(filed.filter((row) => row.household_id === to).map((row) => row.staff_id));
  for (const { staff_id, relation, document } of filed.filter((row) => row.household_id === from))
    if (!there.has(staff_id))
      await tx
        .insertInto('kinship')
        .values({
          staff_id,
          household_id: to,
          relation,
          document,
          from_day: day,
          to_day: null,
          filed_by: actor.staffId,
          at: now,
        })
        .execute();
};
