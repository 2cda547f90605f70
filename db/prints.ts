// Counts prints of numbered papers: the first is the original, later ones are marked 补打第n次.
import type { Context } from './context.ts';
import { sql } from 'kysely';

/** Notes one more print and answers how many there were before: 0 for the original. */
export const countPrint = async (
  { tx, now, actor }: Context,
  kind: string,
  documentId: number,
): Promise<number> => {
  const { n } = await tx
    .selectFrom('paper_print')
    .select(sql<number>`count(*)`.as('n'))
    .where('kind', '=', kind)
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('paper_print')
    .values({ kind, document_id: documentId, staff_id: actor.staffId, at: now })
    .execute();
  return n;
};
