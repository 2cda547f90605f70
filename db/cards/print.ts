// The cards on paper, ten to a page. Every card counts its own prints, because one of them may be printed again alone.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { checkCharacters } from '../domain/typed-code.ts';
import { Refusal } from '../failures.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { benefiting } from './cards.ts';

/** Refusal: `card-none`. */
export const printCards = async (
  context: Context,
  { householdId, ...whose }: ParsedInput<'cards.print'>,
): Promise<RenderRequest> => {
  const { tx, day } = context;
  let found = benefiting(tx, whose, day).where('card.id', 'is not', null);
  if (householdId !== null) found = found.where('household.id', '=', householdId);
  const cards = await found
    .select(['card.id as cardId', 'card.code', 'household.head_name', 'household.number'])
    .orderBy('household.community')
    .orderBy('household.number')
    .execute();
  if (cards.length === 0) throw new Refusal('card-none');
  const ids = cards.flatMap(({ cardId }) => (cardId === null ? [] : [cardId]));
  const reprint = await countPrints(context, ids);
  context.note(householdId === null ? 'cards' : `household:${householdId}`, { cards: cards.length, reprint });
  return {
    format: 'pdf',
    model: {
      kind: 'household-card',
      ...(await paperFrame(context)),
      cards: cards.map(({ code, head_name, number }) => {
        const whole = (code ?? '') + checkCharacters(code ?? '');
        return { headMasked: maskName(head_name), householdNumber: number, payload: whole, code: whole };
      }),
      reprint,
    },
  };
};

/** How often the least printed of them was on paper before: only where all were is it a reprint. A repeated command is the same print. */
const countPrints = async (
  { tx, now, actor, commandId }: Context,
  cardIds: readonly number[],
): Promise<number> => {
  const list = JSON.stringify(cardIds);
  const first = cardIds[0] ?? 0;
  const { rows } = await sql<{ times: number }>`
    SELECT min((SELECT count(*) FROM paper_print AS print WHERE print.kind = 'household-card' AND print.document_id = card.value)) AS times
    FROM json_each(${list}) AS card`.execute(tx);
  const times = rows[0]?.times ?? 0;
  const repeated = await tx
    .selectFrom('paper_print')
    .select('id')
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  if (repeated) return times - 1;
  // The command stands at one of them: it names the print, and may stand only once.
  await sql`
    INSERT INTO paper_print (kind, document_id, command_id, staff_id, at)
    SELECT 'household-card', value, CASE value WHEN ${first} THEN ${commandId} END, ${actor.staffId}, ${now}
    FROM json_each(${list})`.execute(tx);
  return times;
};
