// How a refusal names a lot: its goods, its unit and what its label says.
import type { Tx } from '../context.ts';
import { tagOf } from './tags.ts';

export const lotWords = async (
  tx: Tx,
  lotId: number,
): Promise<{ item: string; unit: string; unitScale: number; tag: string }> => {
  const lot = await tx
    .selectFrom('lot')
    .innerJoin('item', 'item.id', 'lot.item_id')
    .select(['lot.id', 'lot.grade', 'item.name', 'item.unit', 'item.unit_scale'])
    .where('lot.id', '=', lotId)
    .executeTakeFirstOrThrow();
  return { item: lot.name, unit: lot.unit, unitScale: lot.unit_scale, tag: tagOf(lot) };
};
