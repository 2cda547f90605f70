// Whether goods were counted at a place since a day: what is older than a finished count is booked now, for the figure somebody
// counted stays the figure of that day (ruling 21). Reads only.
import type { Tx } from '../context.ts';
import { chunksOf } from '../imports/bulk.ts';

interface Goods {
  readonly itemId: number;
  readonly placeId: number;
}

/** Tells which goods have a figure in a stocktake posted on `day` or later. */
export const countedSince = async (
  tx: Tx,
  day: string,
  goods: readonly Goods[],
): Promise<(one: Goods) => boolean> => {
  const counted = new Set<string>();
  for (const items of chunksOf([...new Set(goods.map(({ itemId }) => itemId))])) {
    const rows = await tx
      .selectFrom('stocktake')
      .innerJoin('stocktake_line as line', 'line.stocktake_id', 'stocktake.id')
      .select(['stocktake.place_id', 'line.item_id'])
      .distinct()
      .where('stocktake.state', '=', 'posted')
      .where('stocktake.posted_day', '>=', day)
      .where('line.item_id', 'in', items)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('stocktake_entry as entry')
            .select('entry.id')
            .whereRef('entry.line_id', '=', 'line.id'),
        ),
      )
      .execute();
    for (const { place_id, item_id } of rows) counted.add(keyOf({ placeId: place_id, itemId: item_id }));
  }
  return (one) => counted.has(keyOf(one));
};

const keyOf = ({ itemId, placeId }: Goods): string => `${itemId} ${placeId}`;
