// Counts prints of numbered papers: the first is the original, later ones are marked 补打第n次.
import { sql } from 'kysely';
import type { Context } from './context.ts';

/** Notes one more print and answers how many there were before: 0 for the original. A repeated command is the same print. */
export const countPrint = async (
  { tx, now, actor, commandId }: Context,
  kind: string,
  documentId: number,
): Promise<number> => {
  const { id } = await tx
    .insertInto('paper_print')
    .values({ kind, document_id: documentId, command_id: commandId, staff_id: actor.staffId, at: now })
    // Writes nothing new when this command was carried out before, and answers the row that stands there.
    .onConflict((conflict) => conflict.column('command_id').doNothing())
    .returning('id')
    .executeTakeFirst()
    .then((made) => made ?? printOf(tx, commandId));
  const { n } = await tx
    .selectFrom('paper_print')
    .select(sql<number>`count(*)`.as('n'))
    .where('kind', '=', kind)
    .where('document_id', '=', documentId)
    .where('id', '<', id)
    .executeTakeFirstOrThrow();
  return n;
};

const printOf = (tx: Context['tx'], commandId: string | null): Promise<{ id: number }> =>
  tx.selectFrom('paper_print').select('id').where('command_id', '=', commandId).executeTakeFirstOrThrow();

/** How often the paper was printed. */
export const printsOf = async (tx: Context['tx'], kind: string, documentId: number): Promise<number> => {
  const { n } = await tx
    .selectFrom('paper_print')
    .select(sql<number>`count(*)`.as('n'))
    .where('kind', '=', kind)
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  return n;
};
