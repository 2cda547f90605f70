// 领物卡 of households: made, ended when lost, made anew. A household has one card in use; what a card said stays in the books.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { findHouseholds, MOST_FOUND } from '../people/search.ts';
import { freshCodes } from '../typed-codes.ts';

interface Whose {
  readonly community: string | null;
  readonly category: string | null;
}

/** Cards written at one go. */
const AT_ONCE = 500;

/** Households in their benefit on the day, of a community and category. */
export const benefiting = (tx: Tx, { community, category }: Whose, day: string) => {
  let found = tx
    .selectFrom('household_here as household')
    .leftJoin('household_card as card', (join) =>
      join.onRef('card.household_id', '=', 'household.id').on('card.ended_at', 'is', null),
    )
    .where((eb) => eb.or([eb('household.start_day', 'is', null), eb('household.start_day', '<=', day)]))
    .where((eb) => eb.or([eb('household.end_day', 'is', null), eb('household.end_day', '>', day)]));
  if (community !== null) found = found.where('household.community', '=', community);
  if (category !== null) found = found.where('household.category', '=', category);
  return found;
};

const printsOfCard = sql<number>`(SELECT count(*) FROM paper_print AS print WHERE print.kind = 'household-card'
  AND print.document_id = card.id)`;
const endedOf = sql<number>`(SELECT count(*) FROM household_card AS old WHERE old.household_id = household.id AND old.ended_at IS NOT NULL)`;

export const listCards = async (
  { tx, day }: Context,
  { search, which, offset, limit, ...whose }: ParsedInput<'cards.list'>,
): Promise<Output<'cards.list'>> => {
  let found = benefiting(tx, whose, day);
  if (which !== 'all') found = found.where('card.id', which === 'with' ? 'is not' : 'is', null);
  if (search !== '') {
    const everybody = { category: '', community: '', condition: null };
    const { ids } = await findHouseholds(tx, search, everybody, { offset: 0, limit: MOST_FOUND });
    if (ids.length === 0) return { total: 0, rows: [] };
    found = found.where('household.id', 'in', ids);
  }
  const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select([
      'household.id as householdId',
      'household.number',
      'household.head_name',
      'household.category',
      'household.community',
      'card.id as cardId',
      'card.at as madeAt',
      printsOfCard.as('prints'),
      endedOf.as('ended'),
    ])
    .orderBy('household.community')
    .orderBy('household.number')
    .limit(limit)
    .offset(offset)
    .execute();
  const { nameOf } = await readCategories(tx, day);
  return {
    total,
    rows: rows.map(({ head_name, category, ...row }) => ({
      ...row,
      headName: maskName(head_name),
      category: nameOf(category),
    })),
  };
};

/** Refusals: `not-found`, `card-there`: the lost one is ended first. */
export const makeCard = async (
  context: Context,
  { householdId }: ParsedInput<'cards.make'>,
): Promise<Output<'cards.make'>> => {
  const household = await context.tx
    .selectFrom('household_here')
    .select('number')
    .where('id', '=', householdId)
    .executeTakeFirst();
  if (!household) throw new Refusal('not-found');
  context.note(`household:${householdId}`);
  const inUse = await context.tx
    .selectFrom('household_card')
    .select('id')
    .where('household_id', '=', householdId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (inUse) throw new Refusal('card-there', { number: household.number });
  const cardId = await insertCard(context, householdId);
  context.note(`household:${householdId}`, { card: cardId });
  return { cardId };
};

const insertCard = async ({ tx, now, actor }: Context, householdId: number): Promise<number> => {
  const [code = ''] = await freshCodes(tx, 1);
  const { id } = await tx
    .insertInto('household_card')
    .values({ household_id: householdId, code, staff_id: actor.staffId, at: now, ended_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Refusals: `card-nobody` when all of them have one, `count-differs` when they are not as many as was shown. */
export const makeCards = async (
  context: Context,
  { expect, ...whose }: ParsedInput<'cards.makeAll'>,
): Promise<Output<'cards.makeAll'>> => {
  const { tx, day, now, actor } = context;
  const households = await benefiting(tx, whose, day)
    .select('household.id')
    .where('card.id', 'is', null)
    .orderBy('household.community')
    .orderBy('household.number')
    .execute();
  if (households.length === 0) throw new Refusal('card-nobody');
  if (households.length !== expect)
    throw new Refusal('count-differs', { expected: expect, found: households.length });
  for (let done = 0; done < households.length; done += AT_ONCE) {
    const part = households.slice(done, done + AT_ONCE);
    const codes = await freshCodes(tx, part.length);
    await tx
      .insertInto('household_card')
      .values(
        part.map(({ id }, at) => ({
          ...{ household_id: id, code: codes[at] ?? '', staff_id: actor.staffId, at: now, ended_at: null },
        })),
      )
      .execute();
    await context.progress(done + part.length, households.length);
  }
  context.note('cards', { made: households.length });
  return { made: households.length };
};

/** Refusals: `not-found`, `card-already-ended`. */
export const endCard = async (
  context: Context,
  { cardId, reason, again }: ParsedInput<'cards.end'>,
): Promise<Output<'cards.end'>> => {
  const { tx, now } = context;
  const card = await tx
    .selectFrom('household_card')
    .select(['household_id', 'ended_at'])
    .where('id', '=', cardId)
    .executeTakeFirst();
  if (!card) throw new Refusal('not-found');
  context.note(`household:${card.household_id}`, { card: cardId });
  if (card.ended_at !== null) throw new Refusal('card-already-ended', { endedAt: card.ended_at });
  await tx
    .updateTable('household_card')
    .set({ ended_at: now, end_reason: reason })
    .where('id', '=', cardId)
    .execute();
  const newId = again ? await insertCard(context, card.household_id) : null;
  context.note(`household:${card.household_id}`, { card: cardId, newCard: newId });
  return { cardId: newId };
};
