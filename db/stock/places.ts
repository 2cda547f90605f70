// Places where goods stand: the shop floor, store rooms, depots. Place 1 is the shop floor; the counter hands out from there alone.
import { sql } from 'kysely';
import type { Handlers, Tx } from '../context.ts';
import { SHOP_FLOOR } from '../domain/places.ts';
import { Refusal } from '../failures.ts';

const lotsAt = sql<number>`(SELECT count(*) FROM lot_stock AS stock WHERE stock.place_id = place.id AND stock.on_hand > 0)`;

/** Refusal: `not-found`. */
const placeOf = async (tx: Tx, placeId: number) => {
  const place = await tx
    .selectFrom('place')
    .selectAll()
    .select(lotsAt.as('lots'))
    .where('id', '=', placeId)
    .executeTakeFirst();
  if (!place) throw new Refusal('not-found');
  return place;
};

const refuseTaken = async (tx: Tx, name: string, besides: number): Promise<void> => {
  const other = await tx
    .selectFrom('place')
    .select('id')
    .where('name', '=', name)
    .where('id', '<>', besides)
    .executeTakeFirst();
  if (other) throw new Refusal('place-name-taken', { name });
};

export const placeHandlers: Pick<
  Handlers<'stock'>,
  'stock.places' | 'stock.addPlace' | 'stock.changePlace'
> = {
  async 'stock.places'({ tx }) {
    const rows = await tx
      .selectFrom('place')
      .select(['id as placeId', 'name', 'kind', 'active', lotsAt.as('lots')])
      .orderBy('id')
      .execute();
    return rows.map((place) => ({ ...place, active: place.active === 1 }));
  },

  async 'stock.addPlace'(context, { name, kind }) {
    await refuseTaken(context.tx, name, 0);
    const { id } = await context.tx
      .insertInto('place')
      .values({ name, kind })
      .returning('id')
      .executeTakeFirstOrThrow();
    context.note(`place:${id}`, { kind });
    return { placeId: id };
  },

  async 'stock.changePlace'(context, { placeId, name, active }) {
    const place = await placeOf(context.tx, placeId);
    context.note(`place:${placeId}`, { active });
    if (!active && placeId === SHOP_FLOOR) throw new Refusal('place-is-shop');
    if (!active && place.lots > 0) throw new Refusal('place-not-empty', { lots: place.lots });
    await refuseTaken(context.tx, name, placeId);
    await context.tx
      .updateTable('place')
      .set({ name, active: active ? 1 : 0 })
      .where('id', '=', placeId)
      .execute();
    return {};
  },
};
