// One stocktake and what may be done to it: the row, and who may see what of the books while it runs. Reads only.
import type { Actor, Tx } from '../context.ts';
import { may } from '../contract/permissions.ts';
import type { CountState } from '../domain/count.ts';
import { Refusal } from '../failures.ts';

export interface Stocktake {
  readonly id: number;
  readonly number: string;
  readonly placeId: number;
  readonly place: string;
  /** Null: everything at the place. */
  readonly categories: readonly string[] | null;
  readonly blind: boolean;
  readonly twice: boolean;
  readonly state: CountState;
  readonly at: string;
  readonly postedDay: string | null;
}

export const categoriesOf = (stored: string | null): readonly string[] | null =>
  stored === null ? null : (JSON.parse(stored) as readonly string[]);

/** Refuses `not-found`. */
export const stocktakeOf = async (tx: Tx, stocktakeId: number): Promise<Stocktake> => {
  const row = await tx
    .selectFrom('stocktake')
    .innerJoin('place', 'place.id', 'stocktake.place_id')
    .selectAll('stocktake')
    .select('place.name as place')
    .where('stocktake.id', '=', stocktakeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  return {
    id: row.id,
    number: row.number,
    placeId: row.place_id,
    place: row.place,
    categories: categoriesOf(row.categories),
    blind: row.blind === 1,
    twice: row.twice === 1,
    state: row.state,
    at: row.at,
    postedDay: row.posted_day,
  };
};

/**
 * Whoever counts blind must not learn what is expected. While it is open that is everybody; afterwards those who may not post:
 * a reopened count would otherwise be blind no more.
 */
export const hidesBooks = ({ blind, state }: Stocktake, { role }: Pick<Actor, 'role'>): boolean =>
  blind && (state === 'open' || (state !== 'posted' && !may(role, 'stock.approve')));

/** Refuses `stocktake-not-open`. */
export const refuseUnlessOpen = ({ state, number }: Stocktake): void => {
  if (state !== 'open') throw new Refusal('stocktake-not-open', { number });
};
