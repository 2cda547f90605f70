// How many deliveries (送货上门) nobody has signed for yet. Reads only.
import type { Tx } from '../context.ts';

export const openDeliveries = async (tx: Tx): Promise<number> => {
  const { out } = await tx
    .selectFrom('delivery')
    .select(({ fn }) => fn.countAll<number>().as('out'))
    .where('state', '=', 'out')
    .executeTakeFirstOrThrow();
  return out;
};
