// A new stocktake: the list of what stands at the place now. The shop stays open; what moves later is on top (ruling 21).
import { sql, type RawBuilder } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { categoriesOf } from './find.ts';

type Form = ParsedInput<'stocktake.open'>;

/**
 * Refusals: `not-found`, `place-closed`, `stocktake-running` when another one that is not posted yet covers some of the same
 * goods (both would post the same difference), `stocktake-nothing`.
 */
export const openStocktake = async (context: Context, form: Form): Promise<Output<'stocktake.open'>> => {
  const { tx, now, day, actor } = context;
  const place = await openPlace(tx, form.placeId);
  const categories = form.categories === null ? null : [...new Set(form.categories)].sort();
  await refuseRunning(tx, form.placeId, categories);
  const number = await nextNumber(tx, 'stocktake', day);
  const { id } = await tx
    .insertInto('stocktake')
    .values({
      number,
      place_id: form.placeId,
      categories: categories === null ? null : JSON.stringify(categories),
      blind: form.blind ? 1 : 0,
      twice: form.twice ? 1 : 0,
      state: 'open',
      day,
      note: form.note,
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const lines = await writeLines(tx, id, form.placeId, categories);
  if (lines === 0) throw new Refusal('stocktake-nothing', { place });
  context.note(`stocktake:${id}`, { number, lines });
  return { stocktakeId: id, number };
};

const openPlace = async (tx: Tx, placeId: number): Promise<string> => {
  const place = await tx
    .selectFrom('place')
    .select(['name', 'active'])
    .where('id', '=', placeId)
    .executeTakeFirst();
  if (!place) throw new Refusal('not-found');
  if (place.active === 0) throw new Refusal('place-closed', { place: place.name });
  return place.name;
};

const refuseRunning = async (
  tx: Tx,
  placeId: number,
  categories: readonly string[] | null,
): Promise<void> => {
  const running = await tx
    .selectFrom('stocktake')
    .select(['number', 'categories'])
    .where('place_id', '=', placeId)
    .where('state', 'in', ['open', 'counted'])
    .orderBy('id')
    .execute();
  const same = running.find((other) => overlap(categories, categoriesOf(other.categories)));
  if (same) throw new Refusal('stocktake-running', { number: same.number });
};

const overlap = (some: readonly string[] | null, others: readonly string[] | null): boolean =>
  some === null || others === null || some.some((category) => others.includes(category));

/** Everything that stands there, also what is held or past its date: a count asks what is on the shelf, not what may leave it. */
const writeLines = async (
  tx: Tx,
  stocktakeId: number,
  placeId: number,
  categories: readonly string[] | null,
): Promise<number> => {
  const chosen: RawBuilder<unknown> =
    categories === null ? sql`` : sql` AND item.category IN (${sql.join(categories)})`;
  const { numAffectedRows } = await sql`
    INSERT INTO stocktake_line (stocktake_id, item_id, lot_id, expiry_day, snapshot)
    SELECT ${stocktakeId}, stock.item_id, stock.lot_id, lot.expiry_day, stock.on_hand
    FROM lot_stock AS stock JOIN lot ON lot.id = stock.lot_id JOIN item ON item.id = stock.item_id
    WHERE stock.place_id = ${placeId} AND stock.on_hand > 0${chosen}
    ORDER BY item.category, item.code, lot.expiry_day IS NULL, lot.expiry_day, lot.id`.execute(tx);
  return Number(numAffectedRows);
};
