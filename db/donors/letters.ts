// Letters to one donor or to all of a period. The bulk run notes which gifts were told of, so that the next one can leave them out.
import { sql, type RawBuilder } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { DonorLetter, RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { RECEIPT } from '../donations/read-gift.ts';
import { Refusal } from '../failures.ts';
import { chunksOf } from '../imports/bulk.ts';
import { members, rootOf, type DonorHead } from './groups.ts';
import { letterTo, lettersModel, type Period } from './letter.ts';
import { givenDay, standing } from './whereabouts.ts';

/** Kind of print of a gift told of in a bulk run. */
const LETTER = 'donor-letter';

/** A look at it counts nothing. Refuses `not-found`, `donor-anonymous`, `donor-nothing-given`. */
export const letterOf = async (
  context: Context,
  { donorId, from, to }: ParsedInput<'donors.letter'>,
): Promise<RenderRequest> => {
  const donor = await rootOf(context.tx, donorId);
  context.note(`donor:${donor.id}`, { from, to });
  if (donor.kind === 'anonymous') throw new Refusal('donor-anonymous');
  const letter = await letterTo(context.tx, donor, { from, to });
  if (!letter) throw nothingGiven({ from, to });
  return { model: await lettersModel(context, { from, to }, [letter]), format: 'pdf' };
};

/** Refuses `donor-nothing-given`. Sent again after a crash it prints the same gifts and notes nothing twice. */
export const lettersOf = async (
  context: Context,
  { from, to, unreceipted }: ParsedInput<'donors.letters'>,
): Promise<RenderRequest> => {
  const period = { from, to };
  const earlier = await printsOf(context);
  const which = earlier ?? (unreceipted ? untold : sql<boolean>`1 = 1`);
  const letters = await writeAll(context, period, which);
  if (letters.length === 0) throw nothingGiven(period);
  if (!earlier) await notePrints(context, await giftsIn(context.tx, period, which));
  context.note('donors', { from, to, letters: letters.length, unreceipted });
  return { model: await lettersModel(context, period, letters), format: 'pdf' };
};

const nothingGiven = ({ from, to }: Period): Refusal =>
  new Refusal('donor-nothing-given', { fromDay: from, toDay: to });

/** No receipt of it and no letter with it was printed yet. */
const untold = sql<boolean>`NOT EXISTS (SELECT 1 FROM paper_print WHERE paper_print.document_id = gift.id
  AND paper_print.kind IN (${RECEIPT}, ${LETTER}))`;

const given = ({ from, to }: Period, which: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql<boolean>`gift.anonymous = 0 AND ${standing} AND gift.day >= ${from} AND ${givenDay} BETWEEN ${from} AND ${to} AND ${which}`;

const writeAll = async (
  context: Context,
  period: Period,
  which: RawBuilder<boolean>,
): Promise<readonly DonorLetter[]> => {
  const { rows: donors } = await sql<DonorHead>`
    WITH RECURSIVE ${members}
    SELECT DISTINCT root.id, root.name, root.kind FROM donation AS gift JOIN member ON member.donor_id = gift.donor_id
    JOIN donor AS root ON root.id = member.root_id
    WHERE root.kind <> 'anonymous' AND ${given(period, which)} ORDER BY root.id`.execute(context.tx);
  const letters: DonorLetter[] = [];
  for (const [at, donor] of donors.entries()) {
    const letter = await letterTo(context.tx, donor, period, which);
    if (letter) letters.push(letter);
    await context.progress(at + 1, donors.length);
  }
  return letters;
};

const giftsIn = async (tx: Tx, period: Period, which: RawBuilder<boolean>): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`
    SELECT gift.id FROM donation AS gift JOIN donor ON donor.id = gift.donor_id
    WHERE donor.kind <> 'anonymous' AND ${given(period, which)} ORDER BY gift.id`.execute(tx);
  return rows.map(({ id }) => id);
};

/** One print a gift; the first row of a run carries its command. */
const notePrints = async (
  { tx, now, actor, commandId }: Context,
  gifts: readonly number[],
): Promise<void> => {
  const rows = gifts.map((document_id, at) => ({
    kind: LETTER,
    document_id,
    command_id: at === 0 ? commandId : null,
    staff_id: actor.staffId,
    at: now,
  }));
  for (const chunk of chunksOf(rows, 5)) await tx.insertInto('paper_print').values(chunk).execute();
};

/** The gifts this same command told of when it was carried out before; null: this is the first time. */
const printsOf = async ({ tx, commandId }: Context): Promise<RawBuilder<boolean> | null> => {
  const first = await tx
    .selectFrom('paper_print')
    .select('id')
    .where('command_id', '=', commandId)
    .where('kind', '=', LETTER)
    .executeTakeFirst();
  if (!first) return null;
  const next = await tx
    .selectFrom('paper_print')
    .select('id')
    .where('id', '>', first.id)
    .where('command_id', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return sql<boolean>`gift.id IN (SELECT document_id FROM paper_print WHERE kind = ${LETTER} AND id >= ${first.id}
    AND id < ${next?.id ?? Number.MAX_SAFE_INTEGER})`;
};
