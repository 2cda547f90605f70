// Papers that were taken back: once, with the reason. The goods themselves go back through db/stock/reverse.ts, money through
// db/cash/post.ts.
import type { Context, Tx } from '../context.ts';
import { Refusal } from '../failures.ts';

export type ReversiblePaper = 'transfer' | 'loss' | 'purchase' | 'funding';
export interface PaperReversal {
  readonly day: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Those of the papers that were taken back, by id. */
export const reversalsOf = async (
  tx: Tx,
  document: ReversiblePaper,
  ids: readonly number[],
): Promise<ReadonlyMap<number, PaperReversal>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('paper_reversal')
    .innerJoin('staff', 'staff.id', 'paper_reversal.staff_id')
    .select(['document_id', 'day', 'reason', 'staff.name as by', 'at'])
    .where('document', '=', document)
    .where('document_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ document_id, ...reversal }) => [document_id, reversal]));
};

/** Notes that the paper is taken back today. Refusal: `already-reversed`, with its day. */
export const recordReversal = async (
  { tx, now, day, actor }: Context,
  document: ReversiblePaper,
  { id, number }: { readonly id: number; readonly number: string },
  reason: string,
): Promise<void> => {
  const earlier = (await reversalsOf(tx, document, [id])).get(id);
  if (earlier) throw new Refusal('already-reversed', { number, endDay: earlier.day });
  await tx
    .insertInto('paper_reversal')
    .values({ document, document_id: id, day, reason, staff_id: actor.staffId, at: now })
    .execute();
};
